"""Words of cause where nothing is settled, and words of the field without their explanation."""

from __future__ import annotations

import re

import pytest
from decks import deck_text
from format_page import GARDEN

from explainer.deck.causal import causal_words, correlations, unsettled
from explainer.deck.load import check_texts
from explainer.deck.mentions import names_of
from explainer.schema import LANGUAGES, Claim, ClaimId, Language, SourceId, Term, TermId, Text

CLAIMS = """\
claims:
  - {id: open, kind: hypothesis, certainty: open, text: {en: Perhaps., zh: 也许。}, source: paper}
  - {id: firm, kind: fact, certainty: stated, text: {en: Yes., zh: 是。}, source: paper}
"""


LONG = Text(
    en=(
        "Then it goes on for a while with words that say nothing at all and mean no harm,"
        " until the least number of them is reached, and stops."
    ),
    zh="后面接着说些无关紧要的话，既不断言什么，也不说明什么，直到字数终于够了为止，就此停下，不再往下说，免得啰嗦。",
)


def told(en: str, zh: str, claim: str = "open") -> list[str]:
    """Return the codes found in a step that says this, long enough and resting on `claim`."""
    said = f"{{text: {{en: '{en} {LONG.en}', zh: '{zh}{LONG.zh}'}}, claims: [{claim}]}}"
    text = re.sub(r"narration: \[.*?\](?=, notes)", f"narration: [{said}]", deck_text("a"))
    return [it.code for it in check_texts({"deck.yaml": text, "claims.yaml": CLAIMS}, "")[1]]


def claim(name: str, **fields: object) -> Claim:
    """Return a claim that is a stated fact where `fields` do not say otherwise."""
    usual: dict[str, object] = {"kind": "fact", "certainty": "stated"}
    usual |= {"text": Text(en="So.", zh="如此。"), "source": SourceId("paper")}
    return Claim(id=ClaimId(name), **(usual | fields))  # type: ignore[arg-type]


def among(*claims: Claim) -> dict[ClaimId, Claim]:
    return {it.id: it for it in claims}


@pytest.mark.parametrize("word", ["because", "Therefore", "This proves", "thanks to"])
def test_an_english_word_of_cause_is_found_in_a_step_on_an_open_claim(word: str) -> None:
    assert told(f"{word} code, it can.", "它会。") == ["W605"]


@pytest.mark.parametrize("word", ["因为", "证明", "导致", "因此", "由于"])
def test_a_chinese_word_of_cause_is_found_in_a_step_on_an_open_claim(word: str) -> None:
    assert told("It can.", f"{word}代码，它会。") == ["W605"]


def test_a_step_on_firm_claims_may_speak_of_causes() -> None:
    assert told("Because of code, it can.", "因为代码，它会。", claim="firm") == []


@pytest.mark.parametrize(
    "text, language",
    [
        ("a proof idea, which is not a cause", "en"),
        ("improve, approve and causeway", "en"),
        ("有了证明思路，却没有证明", "zh"),
        ("分不清因果", "zh"),
    ],
)
def test_words_that_only_look_like_a_cause_are_none(text: str, language: Language) -> None:
    assert causal_words(text, language) == ()


def test_a_word_of_cause_is_found_within_a_link_or_strong_words() -> None:
    assert causal_words("It is **because** of [a proof](term:cot).", "en") == ("because", "proof")


def test_what_an_open_question_speaks_against_is_open() -> None:
    question = claim("q", kind="open-question", certainty="open")
    disputed = claim("d", evidence_against=(question.id,))

    assert unsettled(among(claim("f"), question, disputed)) == {"q", "d"}
    assert correlations(among(claim("f"), question, disputed)) == frozenset()


def test_what_a_limitation_speaks_against_is_a_correlation() -> None:
    limit = claim("l", kind="limitation")
    disputed = claim("d", kind="attribution", certainty="likely", evidence_against=(limit.id,))
    other = claim("o", kind="limitation")

    assert correlations(among(limit, disputed, other)) == {"l", "d"}
    assert unsettled(among(limit, disputed, other)) == {"l", "d"}


def test_a_term_that_is_linked_where_it_is_first_said_is_right() -> None:
    linked = "[chain of thought](term:cot)", "[思维链](term:cot)"

    assert told(f"{linked[0]}, a chain of thought.", f"{linked[1]}，思维链。", claim="firm") == []


@pytest.mark.parametrize(
    "en, zh",
    [
        ("A chain of thought.", "有。"),
        ("Many chain of thoughts.", "有。"),
        ("One.", "有思维链。"),
        ("A chain of thought and a [chain of thought](term:cot).", "有。"),
    ],
)
def test_a_term_that_is_said_before_it_is_linked_is_found(en: str, zh: str) -> None:
    assert told(en, zh, claim="firm") == ["W607"]


def test_a_name_in_code_letters_is_no_term() -> None:
    assert told("The model `chain of thought`.", "模型`思维链`。", claim="firm") == []


def test_a_name_within_a_longer_one_is_not_said_itself() -> None:
    terms = [
        Term(id=TermId(name), name=Text(en=en, zh=zh), definition=Text(en="It.", zh="它。"))
        for name, en, zh in (("tuning", "tuning", "微调"), ("it", "instruction tuning", "指令微调"))
    ]

    assert [[*names_of(terms, language).values()] for language in LANGUAGES] == [
        ["it", "tuning"]
    ] * 2


def test_what_stands_in_brackets_is_another_name_of_a_term() -> None:
    term = Term(
        id=TermId("token"),
        name=Text(en="token (piece)", zh="token（词元）"),
        definition=Text(en="It.", zh="它。"),
    )

    assert list(names_of([term], "en")) == ["token", "piece"]
    assert list(names_of([term], "zh")) == ["token", "词元"]


@pytest.mark.parametrize("empty", ["", '""', '"  "', '"\\u00ad"', '"\\u200b"', "|"])
@pytest.mark.parametrize("words", ["name: Acorn", "title: A gardener's diary"])
def test_a_name_that_shows_nothing_is_an_error(words: str, empty: str) -> None:
    text = GARDEN.replace(words, f"{words.partition(':')[0]}: {empty}")

    (problem,) = check_texts({"deck.yaml": text}, "deck")[1]

    assert (problem.code, problem.line) == ("E225", GARDEN.count("\n", 0, GARDEN.index(words)) + 1)


@pytest.mark.parametrize(
    "right, wrong, code",
    [
        pytest.param("depends_on: [D1]", "depends_on: [D1, D1]", "W301", id="claims"),
        pytest.param("begins: [seeds]", "begins: [seeds, seeds]", "W301", id="methods"),
        pytest.param("missing: not", "value: {en: Small, zh: 小}, missing: not", "E714", id="fact"),
    ],
)
def test_what_is_said_twice_or_against_itself_is_told(right: str, wrong: str, code: str) -> None:
    assert right in GARDEN
    text = GARDEN.replace(right, wrong, 1)

    (problem,) = check_texts({"deck.yaml": text}, "deck")[1]

    assert (problem.code, problem.line) == (code, text.count("\n", 0, text.index(wrong)) + 1)
