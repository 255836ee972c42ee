"""Where lines end. One sign of Chinese is 10 px wide here, one of Latin 5, one of mono 6."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rulers import PlainRuler

from explainer.lines import balanced, break_lines, fits, shortened
from explainer.picture import Span, line_width

RULER = PlainRuler()
SIZE = 10.0


def words(lines: Sequence[Sequence[Span]]) -> list[str]:
    return ["".join(span.text for span in line) for line in lines]


def broken(text: str, width: float) -> list[str]:
    return words(break_lines(RULER, [Span(text)], SIZE, width))


def test_latin_breaks_at_spaces_and_the_space_is_gone() -> None:
    assert broken("the quick brown fox", 45) == ["the quick", "brown fox"]


def test_chinese_breaks_between_any_two_letters() -> None:
    assert broken("读过代码的模型", 40) == ["读过代码", "的模型"]


def test_no_single_chinese_letter_stands_on_the_last_line() -> None:
    assert broken("读过代码的模型", 30) == ["读过代", "码的", "模型"]
    assert broken("读过代码的模型。", 30)[-1] == "模型。"


@pytest.mark.parametrize("sign", "，。：；？！、）》”’…ーっッ々")
def test_no_closing_sign_begins_a_line(sign: str) -> None:
    lines = broken(f"读过代码{sign}的模型才会", 40)
    assert not any(line.startswith(sign) for line in lines)
    assert "".join(lines) == f"读过代码{sign}的模型才会"


@pytest.mark.parametrize("sign", "（《“‘")
def test_no_opening_sign_ends_a_line(sign: str) -> None:
    lines = broken(f"读过代{sign}码的模型才会", 40)
    assert lines[0] == "读过代"


def test_a_pair_of_dashes_is_never_divided() -> None:
    assert broken("读过代码——模型才会", 50) == ["读过代", "码——模型", "才会"]


def test_a_name_in_mono_is_never_divided() -> None:
    spans = [Span("base is "), Span("code-davinci-002", "mono")]
    assert words(break_lines(RULER, spans, SIZE, 60)) == ["base is", "code-davinci-002"]


def test_a_name_with_digits_is_not_divided_in_ordinary_text_either() -> None:
    assert broken("of code-davinci-002 then", 60) == ["of", "code-davinci-002", "then"]


def test_a_long_ordinary_word_may_be_divided_behind_its_hyphen() -> None:
    assert broken("an instruction-following one", 90) == ["an instruction-", "following one"]
    assert broken("a well-known fact", 30) == ["a", "well-known", "fact"]


def test_ranges_of_years_are_not_divided() -> None:
    assert broken("in 2020–2022 then", 40) == ["in", "2020–2022", "then"]


def test_a_place_to_break_is_used_and_leaves_no_trace() -> None:
    assert broken("alpha\u200bbeta", 30) == ["alpha", "beta"]


def test_words_that_touch_across_spans_stay_together() -> None:
    spans = [Span("say "), Span("davinci", "strong"), Span(", then")]
    assert words(break_lines(RULER, spans, SIZE, 40)) == ["say", "davinci,", "then"]


def test_the_space_between_writings_counts() -> None:
    assert broken("甲乙GPT", 37) == ["甲乙", "GPT"]
    assert broken("甲乙GPT", 37.5) == ["甲乙GPT"]


def test_the_face_and_colour_of_spans_survive() -> None:
    spans = [Span("one two "), Span("three four", "strong", "error", underline=True)]
    lines = break_lines(RULER, spans, SIZE, 70)
    assert lines == (
        (Span("one two "), Span("three", "strong", "error", underline=True)),
        (Span("four", "strong", "error", underline=True),),
    )


def test_quotation_marks_at_a_cut_keep_their_writing() -> None:
    whole = "说“GPT-3”的"
    lines = break_lines(RULER, [Span(whole)], SIZE, line_width(RULER, [Span(whole[:-1])], SIZE))
    assert len(lines) == 2
    assert line_width(RULER, lines[0], SIZE) == 10 + 10 + 25 + 10


def test_what_has_no_words_has_no_lines() -> None:
    assert broken("", 50) == []
    assert break_lines(RULER, [], SIZE, 50) == ()
    assert balanced(RULER, [], SIZE, 50, 2) == ()


def test_balanced_lines_are_about_equally_long() -> None:
    spans = [Span("one two three four five six")]
    assert words(break_lines(RULER, spans, SIZE, 100)) == ["one two three four", "five six"]
    assert words(balanced(RULER, spans, SIZE, 100, 2)) == ["one two three", "four five six"]


def test_balance_uses_only_the_places_an_author_marked() -> None:
    spans = [Span("读过代码的模型\u200b才会推理")]
    assert words(balanced(RULER, spans, SIZE, 100, 2)) == ["读过代码的模型", "才会推理"]


def test_balance_breaks_elsewhere_where_the_marked_places_are_not_enough() -> None:
    spans = [Span("读过代码的模型\u200b才会推理")]
    lines = balanced(RULER, spans, SIZE, 60, 2)
    assert len(lines) == 2
    assert all(line_width(RULER, line, SIZE) <= 60 for line in lines)


def test_more_lines_than_wanted_are_returned_as_they_come() -> None:
    spans = [Span("one two three four")]
    assert balanced(RULER, spans, SIZE, 40, 2) == break_lines(RULER, spans, SIZE, 40)


def test_what_is_too_wide_or_too_long_does_not_fit() -> None:
    spans = [Span("one two three")]
    assert fits(RULER, spans, SIZE, 40, 2)
    assert not fits(RULER, spans, SIZE, 40, 1)
    assert not fits(RULER, [Span("immeasurably")], SIZE, 40, 3)


TEXTS = st.text("ab-. 甲乙丙，。（）“”3/", max_size=40)


@example("/丙丙丙”", 25)
@given(TEXTS, st.integers(20, 120))
def test_lines_lose_nothing_and_are_too_wide_only_where_they_cannot_be_broken(
    text: str, width: int
) -> None:
    lines = break_lines(RULER, [Span(text)], SIZE, width)
    kept = "".join(words(lines)).replace("\ufe01", "")
    assert kept.replace(" ", "") == text.replace(" ", "")
    for line in lines:
        if line_width(RULER, line, SIZE) > width + 0.001:
            assert len(break_lines(RULER, line, SIZE, width)) == 1


def test_a_number_keeps_its_chinese_unit() -> None:
    lines = break_lines(PlainRuler(), (Span("参数量共有1750亿个"),), 10, 75)

    assert not any("".join(span.text for span in line).endswith("1750") for line in lines)


def test_a_percent_sign_keeps_its_number() -> None:
    assert broken("web text 16 % books", 55) == ["web text", "16 % books"]
    assert broken("% of all", 10) == ["%", "of", "all"]


def test_balance_ends_a_chinese_line_at_a_pause_where_that_costs_no_line() -> None:
    assert words(balanced(RULER, [Span("推理，源于代码")], SIZE, 50, 2)) == ["推理，", "源于代码"]
    assert words(balanced(RULER, [Span("读过，代码的模型会推理")], SIZE, 80, 2))[0] != "读过，"
    long = [Span("读过代码，才会一步步推理")]
    assert words(balanced(RULER, long, SIZE, 60, 2)) == ["读过代码，才", "会一步步推理"]


def test_and_others_stays_with_the_name() -> None:
    assert broken("论文Ouyang等2022", 55) == ["论文", "Ouyang等", "2022"]


def test_no_line_ends_at_a_space_that_stays() -> None:
    assert broken("读过代码\u00a0减弱", 50) == ["读过代", "码\u00a0减弱"]


def test_a_word_wider_than_its_room_is_divided_where_nothing_else_helps() -> None:
    lines = shortened(RULER, (Span("x" * 50),), 10.0, 80.0, 9)

    assert [len(span.text) for line in lines for span in line] == [16, 16, 16, 2]


def test_what_there_is_no_room_for_is_left_out_with_an_ellipsis() -> None:
    words = (Span("seven words that need four lines here"),)

    lines = shortened(RULER, words, 10.0, 80.0, 2)

    assert [span.text for line in lines for span in line] == [
        "seven words that",
        "need four lines…",
    ]
    assert shortened(RULER, words, 10.0, 400.0, 2) == balanced(RULER, words, 10.0, 400.0, 2)


@pytest.mark.parametrize(
    "text, lines",
    [
        ("见" + "x" * 50, ["见xxxxxxxxxxxx…"]),
        ("of " + "x" * 50, ["of xxxxxxxxxxxx…"]),
        ("one of many of " + "x" * 50, ["one of many of…"]),
    ],
)
def test_a_line_that_ends_in_an_ellipsis_is_not_left_half_empty(
    text: str, lines: list[str]
) -> None:
    assert words(shortened(RULER, (Span(text),), SIZE, 80.0, 1)) == lines


def test_what_has_no_picture_takes_no_room_and_ends_of_lines_are_spaces() -> None:
    (line,) = balanced(RULER, (Span("so\u00adft\u2060 one\n\n\ntwo"),), 10.0, 400.0, 1)

    assert "".join(span.text for span in line).split() == ["soft", "one", "two"]
    assert RULER.width("so\u00adft", "text", 10.0) == RULER.width("soft", "text", 10.0)
