"""What a deck may and may not say: the rules that need more than one line of a broken deck."""

from __future__ import annotations

from datetime import date

import pytest
from decks import deck_text

from explainer.deck.limits import amount, width
from explainer.deck.load import check_texts
from explainer.deck.spans import span


def codes(text: str) -> list[str]:
    """Return the codes of all problems of a deck of one file."""
    return [problem.code for problem in check_texts({"deck.yaml": text}, "deck")[1]]


def summary(en: str, zh: str) -> str:
    """Return a deck in which one text is this."""
    return deck_text("davinci").replace(
        "{en: It exists., zh: 它存在。}", f"{{en: '{en}', zh: '{zh}'}}"
    )


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2022-03-15", date(2022, 3, 15), date(2022, 3, 15)),
        ("2022-04/2022-07", date(2022, 4, 1), date(2022, 7, 31)),
        ("2021/2022-01-05", date(2021, 1, 1), date(2022, 1, 5)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_a_date_is_as_long_as_it_is_precise(text: str, first: date, last: date) -> None:
    assert span(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "22", "2022-13", "2022-00", "2022-02-30", "2022-4", "2022/", "/2022", "0000", "２０２２"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no date|must be in|out of range"):
        span(text)


@pytest.mark.parametrize("name", ["davinci", "GPT-3", "OpenAI GPT-3", "12B", "2020-07", "RLHF"])
def test_a_name_is_right_in_both_languages(name: str) -> None:
    assert codes(summary(name, name)) == []


@pytest.mark.parametrize("text", ["Reasoning", "It exists.", "the davinci model"])
def test_a_text_that_was_not_translated_is_found(text: str) -> None:
    assert codes(summary(text, text)) == ["E403"]


def test_a_chinese_name_may_stand_in_an_english_text() -> None:
    assert codes(summary("Yao Fu (符尧) says so.", "符尧如是说。")) == []


def test_a_missing_character_is_found_behind_an_escape() -> None:
    text = deck_text("davinci").replace("A tiny deck", '"A tiny \\U0001f331"')

    assert codes(text) == ["W405"]


def test_a_missing_character_in_a_remark_is_no_problem() -> None:
    assert codes(deck_text("davinci") + "\n# 🌱\n") == []


def test_a_deck_with_a_character_that_no_face_has_opens_and_says_where_it_stands() -> None:
    text = deck_text("davinci").replace("A tiny deck", "A tiny 🌱 deck 𠮷")

    deck, problems = check_texts({"deck.yaml": text}, "deck")

    assert deck is not None
    assert deck.title.en == "A tiny 🌱 deck 𠮷"
    assert [(it.code, it.severity, it.place, it.path) for it in problems] == [
        ("W405", "warning", "deck.yaml:3:13", "title.en")
    ]
    assert "“🌱” (U+1F331), “𠮷” (U+20BB7)" in problems[0].message("en")


def test_a_deck_in_a_writing_that_no_face_has_opens_and_names_a_hundred_places() -> None:
    names = ", ".join("نموذج" for _ in range(300))
    text = deck_text("davinci").replace("authors: [Nobody]", f"authors: [{names}]")

    deck, problems = check_texts({"deck.yaml": text}, "deck")

    assert deck is not None
    assert [it.code for it in problems].count("W405") == 100
    assert [dict(it.values)["count"] for it in problems if it.code == "W406"] == ["200"]


def test_a_problem_in_a_long_text_stands_where_the_text_begins() -> None:
    long = deck_text("davinci").replace(
        "notes: {en: Ask., zh: 提问。}",
        "notes: {en: 'Ask\n        about [it](claim:C7)', zh: 提问。}",
    )

    (problem,) = check_texts({"deck.yaml": long}, "deck")[1]

    assert problem.path == "stages[0].steps[0].notes.en"
    assert long.splitlines()[problem.line - 1][problem.column - 1 :] == "'Ask"


def test_references_are_checked_although_another_entry_does_not_fit() -> None:
    text = deck_text("davinci > codex").replace("select: codex", "select: codec")

    assert codes(text.replace("date: 2020-01, ", "")) == ["E202", "E301"]


def test_an_id_of_an_entry_that_does_not_fit_is_known_all_the_same() -> None:
    text = deck_text("davinci > codex").replace("date: 2020-01, ", "")

    assert codes(text) == ["E202"]


def test_what_a_deck_says_of_itself_stands_in_one_file() -> None:
    found = check_texts(
        {"a.yaml": "licence: MIT", "b.yaml": deck_text("davinci", "licence: BSD")}, ""
    )

    assert [str(problem) for problem in found[1]] == [
        "b.yaml:28:10 E214 licence: “licence” also stands in a.yaml; a deck says it in one file"
    ]


def test_each_step_is_compared_with_the_step_before_it() -> None:
    line = "a, b, c, d, e"
    said = ", ".join(f"{name}: {{en: Hello, zh: 你好}}" for name in "abcde")
    said = f"{{callouts: {{{said}}}}}"
    text = deck_text(line).replace("- {id: b, view", f"- {{id: b, slide: {said}, view")
    twice = text.replace("- {id: c, view", f"- {{id: c, slide: {said}, view")

    assert codes(twice) == ["W604"]


def test_circles_are_found_in_any_combination_of_readings() -> None:
    readings = "readings:\n" + "".join(
        f"  - {{id: {child}, drawn: plain, asks: {{en: Why?, zh: 为何？}}, options: ["
        f"{{id: plain, says: {{en: A, zh: 甲}}, derivations: [{{id: {child}1, child: {child},"
        f" parent: root, certainty: open}}]}},"
        f" {{id: odd, says: {{en: B, zh: 乙}}, derivations: [{{id: {child}2, child: {child},"
        f" parent: {parent}, certainty: open}}]}}]}}\n"
        for child, parent in (("x", "y"), ("y", "x"))
    )
    text = deck_text("root, x, y", readings)
    for name in "xy":
        text = text.replace(
            f"name: {name}, date: 2020-01, begins: [pretraining]", f"name: {name}, date: 2020-01"
        )

    assert codes(text) == ["E510"]


def test_english_is_counted_in_words() -> None:
    assert amount("Don't stop — it's code-davinci-002, isn't it?", "en") == 6


def test_chinese_is_counted_in_characters_and_a_latin_word_as_one() -> None:
    assert amount("初代GPT-3，几乎做不到。", "zh") == 8


def test_a_chinese_character_is_twice_as_wide_as_a_latin_letter() -> None:
    assert width("ab，中") == 6


HEAD = "headline: {en: 'This one shows something else', zh: 这一页另有所指}, "


def own_headline(headline: str, slide: str = "") -> list[str]:
    """Return the codes for a deck whose first step has a headline, and a slide if one is given."""
    plain = deck_text("davinci")
    told = plain.replace("- {id: davinci, view:", f"- {{id: davinci, {headline}{slide}view:")
    assert told != plain
    return codes(told)


def test_the_headline_of_a_step_is_measured_as_that_of_a_stage() -> None:
    assert own_headline(HEAD) == []
    assert own_headline(HEAD.replace("else", "else " + "and on " * 4)) == ["W601"]
    assert "E601" in own_headline(HEAD.replace("else", "else " + "and on " * 14))


def test_a_headline_that_nobody_would_see_is_a_warning() -> None:
    asks = "slide: {kind: question, asks: {en: Why so?, zh: 为何？}, answer: 0, "
    options = "options: [{en: Yes it is, zh: 是}, {en: No it is not, zh: 否}]}, "

    assert own_headline("", asks + options) == ["W701"]
    assert own_headline(HEAD, asks + options) == ["W611", "W701"]
