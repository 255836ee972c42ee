"""The number of a stage that is typed: where it leads, what is said, and how long it waits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lectures import Lecture, embedded, lecture, line_words, lines, opening, until
from PySide6.QtCore import Qt

from explainer.intents import Present, SetMode
from explainer.schema import StepId
from explainer.story import number_of, stage_of

Key = Qt.Key
HERE = StepId("reasoning/who-can")


@pytest.fixture(params=["story", "explore", "talk"])
def told(request: pytest.FixtureRequest) -> Iterator[Lecture]:
    with lecture(opening(HERE), 1000, 700) as opened:
        if request.param == "explore":
            opened.session.dispatch(SetMode("explore"))
        elif request.param == "talk":
            opened.session.dispatch(Present(from_start=False))
            opened.session.hall.activateWindow()
        yield opened


def said(told: Lecture) -> str:
    """Return all words of the hall in a talk, else of the window's bars and of what it says."""
    pictures = [it.picture for it in told.bars]
    if told.state.presenting:
        pictures = [told.session.hall.picture]
    return "\n".join(line_words(line) for it in pictures for line in lines(it.shapes))


def test_a_number_that_leads_nowhere_is_said_to_do_so(told: Lecture) -> None:
    last = len(embedded().stages)

    told.press(Key.Key_9, Key.Key_9)
    assert "Go to stage 99_" in said(told)
    told.press(Key.Key_Return)

    assert f"There is no stage 99; 1 to {last}" in said(told)
    assert "Go to stage" not in said(told)
    assert told.state.step == HERE


def test_the_next_key_ends_what_is_said(told: Lecture) -> None:
    told.press(Key.Key_9, Key.Key_9, Key.Key_Return, Key.Key_5)

    assert "There is no stage" not in said(told)
    assert "Go to stage 5_" in said(told)


def test_the_number_of_the_stage_that_is_seen_is_said_to_be_so() -> None:
    with lecture(opening(HERE), 1000, 700) as told:
        number = number_of(embedded(), stage_of(embedded(), HERE).id)
        told.press(Key(Key.Key_0.value + number), Key.Key_Return)

        assert f"Stage {number} is shown already" in said(told)


def test_a_number_that_nobody_ends_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explainer.views.session.FORGET_MS", 1)
    with lecture(opening(HERE), 1000, 700) as told:
        told.press(Key.Key_7)
        until(lambda: not told.state.typed)

        told.press(Key.Key_1)
        assert told.state.typed in ("", "1")


def test_a_number_is_dropped_where_words_are_asked_for() -> None:
    with lecture(opening(HERE), 1000, 700) as told:
        told.press(Key.Key_7, Key.Key_Slash)

        assert not told.state.typed


def test_in_a_narrow_window_the_number_stands_over_the_map() -> None:
    with lecture(opening(HERE), 800, 600) as told:
        told.session.dispatch(SetMode("explore"))
        told.press(Key.Key_1, Key.Key_2)
        assert told.said() == "Go to stage 12_"

        told.press(Key.Key_Escape)
        assert told.said() == ""
