"""The small Markdown of narration and notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.markup import Span, links, parse, plain


def spans(text: str) -> list[Span]:
    """Return the spans of a text that is one paragraph."""
    (block,) = parse(text)
    return list(block)


def test_plain_words_are_one_span() -> None:
    assert spans("Nothing special.") == [Span("Nothing special.")]


def test_an_empty_text_has_no_paragraphs() -> None:
    assert parse(" \n\n ") == ()


def test_a_blank_line_begins_a_paragraph() -> None:
    assert [block.text for block in parse("One.\n\nTwo.\n \n\n\nThree.")] == [
        "One.",
        "Two.",
        "Three.",
    ]


def test_strong_words_end_before_chinese_without_a_space() -> None:
    assert spans("**中文。**后文") == [Span("中文。", "strong"), Span("后文")]


def test_names_and_links_are_spans_of_their_own() -> None:
    assert spans("See `davinci` and [thoughts](term:cot).") == [
        Span("See "),
        Span("davinci", "code"),
        Span(" and "),
        Span("thoughts", "link", "term:cot"),
        Span("."),
    ]


def test_a_name_among_strong_words_keeps_its_look() -> None:
    assert spans("**only `davinci` here**") == [
        Span("only ", "strong"),
        Span("davinci", "code"),
        Span(" here", "strong"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2 ** 3 ** 4",
        "**open",
        "`open",
        "[words](https://example.org)",
        "[words](terms:cot)",
        "[words] (term:cot)",
        "a * b",
        "# no heading",
        "- no list",
        "<b>no html</b>",
    ],
)
def test_what_is_no_mark_stays_as_it_is(text: str) -> None:
    assert spans(text) == [Span(text)]


def test_lines_of_a_paragraph_join_with_a_space_in_english() -> None:
    assert plain("one\n  two") == "one two"


def test_lines_of_a_paragraph_join_without_a_space_in_chinese() -> None:
    assert plain("一二，\n三四") == "一二，三四"


def test_links_tells_targets_and_where_they_stand() -> None:
    text = "See [it](claim:C1) and [that](nowhere)."

    assert links(text) == (("claim:C1", 4), ("nowhere", 23))


@given(st.text(alphabet="ab *`[]():\n中。", max_size=60))
def test_no_text_is_an_error(text: str) -> None:
    kinds = {span.kind for block in parse(text) for span in block}

    assert kinds <= {"plain", "strong", "code", "link"}


@given(st.text(max_size=60).filter(lambda text: not set(text) & set("*`[]\r\n")))
def test_a_text_without_marks_keeps_every_letter(text: str) -> None:
    assert plain(text) == text.strip()
