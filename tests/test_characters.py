"""Characters of a deck as they are compared and painted."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from decks import deck, deck_text
from hypothesis import given
from hypothesis import strategies as some

from explainer.characters import readable
from explainer.cli.arguments import read_arguments
from explainer.cli.decks import asked_place
from explainer.cli.places import asked_step
from explainer.deck import read_view
from explainer.deck.load import check_texts
from explainer.export.selection import selected
from explainer.schema import ModelId

NEWLINE_KEPT = "first\nsecond"


@pytest.mark.parametrize(
    "written, read",
    [
        ("Cafe\u0301", "Caf\u00e9"),
        ("\u1112\u1161\u11ab", "한"),
        ("e\ufb03cient \ufb01rst", "efficient first"),
        ("\u2f00\u2f08", "一人"),
        ("续\u00ad写", "续写"),
        ("co\u00adoperate", "cooperate"),
        ("\u2714\ufe0f", "\u2714"),
        ("1\ufe0f\u20e3", "1"),
        ("\U0001f469\u200d\U0001f680", "\U0001f469\U0001f680"),
        ("\u202eOak\u202c", "Oak"),
        ("a\u2060b\ufeffc\x07d", "abcd"),
        ("one\u2028two\x85three\tfour", "one two three four"),
        ("读过\u2028代码", "读过代码"),
        ("first\r\nsecond", NEWLINE_KEPT),
        ("\u200b2021\u200b", "2021"),
        ("推\u200b理 α①ℝ½", "推\u200b理 α①ℝ½"),
    ],
)
def test_a_text_is_read_composed_and_without_what_nobody_sees(written: str, read: str) -> None:
    assert readable(written) == read


@given(some.text())
def test_reading_again_changes_nothing_and_leaves_composed_text(text: str) -> None:
    once = readable(text)

    assert readable(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    "sign", ["\u2028", "\u2029", "\u0085", "\ufeff", "\u00ad", "\u200d", "\ufe0f", "\u202e"]
)
def test_a_character_that_nobody_sees_stops_no_deck_wherever_it_stands(sign: str) -> None:
    text = deck_text("davinci").replace("name: davinci", f"name: da{sign}vinci", 1)

    told, problems = check_texts({"deck.yaml": text}, "deck")

    assert problems == ()
    assert told is not None
    assert told.models[ModelId("davinci")].name.replace(" ", "") == "davinci"


def test_a_line_end_that_no_editor_shows_moves_no_line_of_a_message() -> None:
    text = deck_text("davinci").replace("title: {en: A tiny", "title: {en: A\u2028tiny", 1)
    wrong = text.replace("select: davinci", "select: davinca")

    (problem,) = check_texts({"deck.yaml": wrong}, "deck")[1]

    lines = wrong.split("\n")
    assert "davinca" in lines[problem.line - 1]


def test_a_reference_leads_to_its_id_however_the_accent_is_written() -> None:
    """Such an id is refused where it is given, and nowhere else."""
    text = deck_text("caf\u00e9").replace("select: caf\u00e9", "select: cafe\u0301")
    numbers = (
        "id,subject,model,measure,setting,value,unit,source,at,note\n"
        "N1,It,cafe\u0301,A,5-shot,60.2,%,paper,p. 1,\n"
    )

    _, problems = check_texts({"deck.yaml": text, "data/a.csv": numbers}, "deck")

    assert {it.code for it in problems if it.severity == "error"} == {"E212"}


def test_numbers_with_a_character_that_no_face_has_are_drawn_and_a_warning() -> None:
    numbers = (
        "\ufeffid,subject,model,measure,setting,value,unit,source,at,note\u200b\n"
        "N1,It 🌱,,A,5-shot,\u200b60.2\u200b,%,paper,p. 1,Cafe\u0301\n"
    )

    told, problems = check_texts({"deck.yaml": deck_text("a"), "data/a.csv": numbers}, "deck")

    assert told is not None
    assert [(it.value, it.note) for it in told.numbers.values()] == [("60.2", "Caf\u00e9")]
    assert [(it.code, it.place, it.path) for it in problems] == [
        ("W405", "data/a.csv:2:1", "subject")
    ]


def test_a_slide_is_asked_for_by_an_id_with_something_unseen_in_it() -> None:
    told = deck("davinci > codex")
    arguments = read_arguments(["--start", "lecture/codex\u200b\ufeff"])

    assert asked_step(arguments, told) == "lecture/codex"
    assert selected(told, "\u2060lecture") == ("lecture",)
    assert read_view("{select: co\u00addex}", told).select == "codex"


def test_a_deck_is_opened_however_the_accent_in_its_name_is_written(tmp_path: Path) -> None:
    for written, asked in (("caf\u00e9", "cafe\u0301"), ("Noe\u0308l", "No\u00ebl")):
        (tmp_path / written).mkdir()
        arguments = read_arguments(["check", str(tmp_path / asked)])
        assert asked_place(arguments).samefile(tmp_path / written)
