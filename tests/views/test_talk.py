"""A talk in the real hall window: it opens over a screen, takes the keys, and ends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lectures import Lecture, embedded, lecture, opening, settle, until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explainer.intents import SelectModel
from explainer.story import steps

Key = Qt.Key
STEPS = steps(embedded())


@pytest.fixture
def talk() -> Iterator[Lecture]:
    """Return the lecture in the hall, at the first step; it was begun halfway."""
    with lecture(opening("reasoning/who-can")) as opened:
        opened.press(Key.Key_F5)
        until(opened.session.hall.isActiveWindow)
        yield opened


def test_f5_covers_a_screen_with_the_first_slide_and_keys_step_there(talk: Lecture) -> None:
    hall = talk.session.hall
    shown = [hall.picture]
    for _ in STEPS[1:]:
        QTest.keyClick(hall, Key.Key_PageDown)
        if hall.picture != shown[-1]:
            shown.append(hall.picture)

    assert hall.isVisible()
    assert hall.isFullScreen()
    assert talk.state.step == STEPS[-1]
    assert len(shown) == len(STEPS)


def test_the_hall_sees_no_furniture(talk: Lecture) -> None:
    QTest.keyClick(talk.session.hall, Key.Key_PageDown)

    orders = {type(hit.order) for hit in talk.session.hall.picture.hits}

    assert orders <= {SelectModel}


def test_escape_hints_once_and_ends_it_the_second_time(talk: Lecture) -> None:
    hall = talk.session.hall
    QTest.keyClick(hall, Key.Key_PageDown)
    slide = hall.picture

    QTest.keyClick(hall, Key.Key_Escape)
    hinted = hall.picture
    assert hall.isVisible()
    assert set(slide.shapes) < set(hinted.shapes)
    QTest.keyClick(hall, Key.Key_Escape)

    assert not hall.isVisible()
    assert talk.state == opening(STEPS[1])
    until(talk.window.isActiveWindow)
    talk.press(Key.Key_PageDown)
    assert talk.state.step == STEPS[2]


def test_a_step_takes_the_hint_back(talk: Lecture) -> None:
    hall = talk.session.hall

    QTest.keyClick(hall, Key.Key_Escape)
    QTest.keyClick(hall, Key.Key_PageDown)
    QTest.keyClick(hall, Key.Key_Escape)

    assert talk.state.presenting


def test_in_a_talk_the_theme_is_the_halls(talk: Lecture) -> None:
    hall = talk.session.hall
    QTest.keyClick(hall, Key.Key_T)
    QTest.keyClick(hall, Key.Key_L)

    assert (talk.state.hall_theme, talk.state.theme) == ("dark", "light")
    assert talk.state.language == "zh"
    settle()
    assert hall.grab().toImage().pixelColor(4, 4).lightness() < 60
