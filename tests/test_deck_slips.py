"""Slips of keyboards and programs are named as what they are, where they stand."""

from __future__ import annotations

import pytest
from decks import deck_text

from explainer.deck.load import check_texts

DECK = deck_text("a > b")
TITLE = "title: {en: A tiny deck, zh: 小讲稿}"


def found(text: str) -> list[tuple[str, int, int]]:
    return [(it.code, it.line, it.column) for it in check_texts({"deck.yaml": text}, "deck")[1]]


def place(text: str, sign: str) -> tuple[int, int]:
    """Return line and column of the first `sign` in `text`."""
    at = text.index(sign)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


@pytest.mark.parametrize(
    "right, wrong, code, sign",
    [
        pytest.param(TITLE, "title: {en: Garden: how, zh: 小}", "E138", ": how", id="colon"),
        pytest.param(TITLE, "title: {en: No. #2, zh: 小}", "E137", "#2", id="hash"),
        pytest.param(TITLE, "title: {en: A， zh: 小}", "E136", "，", id="comma"),
        pytest.param(TITLE, "title: ｛en: A, zh: 小｝", "E136", "｛", id="opening bracket"),
        pytest.param(TITLE, "title: {en: A, zh: 小｝", "E136", "｝", id="closing bracket"),
        pytest.param(TITLE, "title:\n  en： A\n  zh: 小", "E133", "：", id="colon of a text"),
        pytest.param(TITLE, "title:\n  en: A\n  zh： 小", "E133", "：", id="colon of the last"),
        pytest.param(TITLE, "title: {en： A, zh: 小}", "E133", "en：", id="colon in brackets"),
        pytest.param("id: tiny", "id：tiny", "E133", "：", id="colon of a deck"),
        pytest.param("models:\n  - {id: a", "models：\n  - {id: a", "E133", "：", id="section"),
        pytest.param(
            TITLE, "title:\n\u00a0\u00a0en: A\n\u00a0\u00a0zh: 小", "E134", "\u00a0", id="nbsp"
        ),
        pytest.param(TITLE, "title:\n  en: A\n\u3000 zh: 小", "E134", "\u3000", id="wide space"),
        pytest.param(TITLE, "title:\n  en: A\n \u2003zh: 小", "E134", "\u2003", id="em space"),
        pytest.param("id: tiny", "id:\u00a0tiny", "E134", "\u00a0", id="space behind a colon"),
        pytest.param(TITLE, "title:\n\ten: A\n\tzh: 小", "E119", "\t", id="tab"),
        pytest.param(TITLE, "title:\n  en: A\n\tzh: 小", "E119", "\t", id="later tab"),
        pytest.param(TITLE, "title: {en: “Tea: hot”, zh: 小}", "E135", "“", id="curly quotes"),
        pytest.param(TITLE, "title:\n  en: ‘Tea: hot’\n  zh: 小", "E135", "‘", id="single ones"),
        pytest.param(TITLE, "title: {en: “Tea, hot”, zh: 小}", "E135", "hot”", id="with a comma"),
        pytest.param("id: tiny", "＃ mine\nid: tiny", "E136", "＃", id="hash of a comment"),
        pytest.param("lit: [a]", "lit: 【a】", "E136", "【a", id="brackets of a list"),
        pytest.param("lit: [a]", "lit: [a】", "E136", "】", id="closing bracket of a list"),
        pytest.param("lit: [a]", "lit: ［a］", "E136", "［a", id="wide brackets of a list"),
        pytest.param(TITLE, "title: {en: A、zh: 小}", "E136", "、zh", id="comma of a list"),
        pytest.param("claims: [C1]", "claims: [C1、C1]", "E136", "C1、", id="comma between ids"),
        pytest.param("  - {id: b", "  — {id: b", "E139", "— {id", id="long dash"),
        pytest.param("  - {id: a", "  － {id: a", "E139", "－ {id", id="wide dash of the first"),
        pytest.param("  - {id: b", "  • {id: b", "E139", "• {id", id="bullet"),
        pytest.param("id: tiny", "id:tiny", "E140", ":tiny", id="no space behind a colon"),
        pytest.param(TITLE, "title:\n  en:A\n  zh: 小", "E140", ":A", id="none in a text"),
        pytest.param(TITLE, "title: {en:A, zh: 小}", "E140", "en:A", id="none in brackets"),
        pytest.param(TITLE, TITLE + "}", "E141", "}\n", id="a bracket too many"),
        pytest.param("lit: [a]", "lit: [a， b]", "E136", "a， b", id="comma in a list"),
        pytest.param("method: code", "method: [code, rlhf]", "E224", "[code", id="two methods"),
        pytest.param("select: a,", "select: [a, b],", "E224", "[a, b]", id="two models"),
    ],
)
def test_a_slip_is_named_once_at_its_place(right: str, wrong: str, code: str, sign: str) -> None:
    text = deck_text("a > b, a +code> c")
    assert right in text
    text = text.replace(right, wrong, 1)
    line, column = place(text, sign)

    problems = found(text)

    assert {it[0] for it in problems} == {code}
    assert problems[0][1] == line
    if code not in ("E133", "E134"):
        assert problems[0][2] == column


@pytest.mark.parametrize(
    "right, wrong, sign",
    [
        pytest.param("en: It is so.,", "en: 'It is so', # yes\n    ", "", id="behind quotes"),
        pytest.param(TITLE, "title:\n  en: Likely # 1 reason\n  zh: 小", "# 1", id="a text"),
        pytest.param(TITLE, "title:\n  en: A\n  zh: 小 #一", "#一", id="a Chinese text"),
        pytest.param("format: 1", "format: 1 # the only one", "", id="behind a number"),
        pytest.param("format: 1", "# Likely # 1\nformat: 1", "", id="within a comment"),
        pytest.param(TITLE, "title:\n  en: |\n    A # b\n  zh: 小", "", id="in a block"),
        pytest.param(TITLE, "title: {en: C#, zh: 小}", "", id="no space before it"),
    ],
)
def test_a_comment_that_cuts_a_text_is_a_warning(right: str, wrong: str, sign: str) -> None:
    assert right in DECK
    text = DECK.replace(right, wrong, 1)

    assert found(text) == ([("W102", *place(text, sign))] if sign else [])


@pytest.mark.parametrize("dash, code", [("-id", "E139"), ("- id:", "E140"), ("－ id", "E139")])
def test_an_entry_without_its_space_is_named_and_not_the_line_below(dash: str, code: str) -> None:
    begin = dash if dash.endswith(":") else f"{dash}: "
    text = DECK + f"\nterms:\n  {begin}one\n    name: {{en: One, zh: 一}}\n"

    line = text.count("\n", 0, text.index(f"{begin}one")) + 1
    assert [it[:2] for it in found(text)] == [(code, line)]


def test_a_text_like_a_slip_is_not_blamed_for_an_error_below() -> None:
    text = "title:\n  en: |\n    — a dash\n    note:this\n  zh: A\nformat: 1\nid: a: b\n"

    assert found(text)[0][:2] == ("E111", 7)


def test_signs_of_chinese_in_texts_are_no_slips() -> None:
    text = DECK.replace(TITLE, "title: {en: A “b”, zh: 甲：“乙”（丙），丁！}")

    assert found(text) == []


def test_a_block_of_text_with_wide_colons_is_not_blamed_for_an_error_below() -> None:
    text = "title:\n  en: A\n  zh: |\n    注意：这里\nid: a: b\n"

    assert found(text)[0][:2] == ("E111", 5)
