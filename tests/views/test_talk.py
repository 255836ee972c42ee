"""A talk in the real hall window: it opens over a screen, takes the keys, and ends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lectures import Lecture, click, embedded, lecture, opening, settle, the, until
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from explainer.intents import (
    BlankScreen,
    Run,
    SelectModel,
    ToggleClickSteps,
    ToggleExplore,
    ToggleLanguage,
    ToggleStill,
)
from explainer.picture import Picture
from explainer.schema import LANGUAGES, Language, ModelId, StepId
from explainer.story import steps
from explainer.strings import say
from explainer.views.hall import Hall
from explainer.views.render import framed_slide
from explainer.views.sheet import Sheet

Key = Qt.Key
STEPS = steps(embedded())


@pytest.fixture
def talk() -> Iterator[Lecture]:
    """Return the lecture in the hall, at the first step; it was begun halfway."""
    with lecture(opening("reasoning/who-can")) as opened:
        opened.press(Key.Key_F5)
        until(opened.session.hall.isActiveWindow)
        yield opened


def slide_of(name: StepId, language: Language, hall: Hall) -> Picture:
    """Return what the hall shows of a step."""
    return framed_slide(embedded(), name, language, hall.width(), hall.height())


def test_no_ring_of_the_keyboard_stays_on_the_next_slide(talk: Lecture) -> None:
    hall = talk.session.hall
    talk.session.dispatch(ToggleStill())
    for key in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp):
        QTest.keyClick(hall, key)
    plain = hall.grab().toImage()
    QTest.keyClick(hall, Key.Key_Tab)
    ringed = hall.grab().toImage()

    QTest.keyClick(hall, Key.Key_PageDown)
    QTest.keyClick(hall, Key.Key_PageUp)

    assert ringed != plain
    assert hall.grab().toImage() == plain


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_says_that_the_projector_is_gone_and_that_it_is_back(
    talk: Lecture, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall, app = talk.session.hall, QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    if language == "zh":
        talk.session.dispatch(ToggleLanguage())
    monkeypatch.setattr(Hall, "find_screen", lambda hall, _window: hall.hide())
    app.screenRemoved.emit(app.screens()[0])

    top = talk.bars[0].picture
    assert talk.said() == say("window.hall.gone", language)
    assert top.hits[0].name == say("window.hall.lost.name", language)
    assert talk.bars[0].accessibleDescription() == top.hits[0].name
    until(talk.window.isActiveWindow)
    talk.press(Key.Key_PageDown)
    assert talk.state.step == STEPS[1]
    talk.press(Key.Key_Escape)
    assert talk.bars[0].picture.hits[0].name == say("window.hall.end.name", language)
    talk.press(Key.Key_PageDown)

    monkeypatch.setattr(Hall, "find_screen", lambda hall, _window: hall.show())
    app.screenAdded.emit(app.screens()[0])

    assert hall.isVisible()
    assert hall.picture == slide_of(STEPS[2], language, hall)


def test_a_click_on_empty_ground_steps_or_returns_from_a_look_up(talk: Lecture) -> None:
    sheet, ground = the(Sheet, talk.session.hall), QPointF(3, 3)
    click(sheet, ground)
    assert talk.state.step == STEPS[1]

    for wish in (ToggleExplore(), SelectModel(ModelId("davinci")), BlankScreen("black")):
        talk.session.dispatch(wish)
        click(sheet, ground)
        assert talk.state == replace(opening(STEPS[1]), presenting=True)

    talk.session.dispatch(ToggleClickSteps())
    click(sheet, ground)
    assert talk.state.step == STEPS[1]
    talk.session.dispatch(SelectModel(ModelId("davinci")))
    click(sheet, ground)
    assert talk.state.away is None


def test_a_click_beside_a_dialog_does_not_step(talk: Lecture) -> None:
    talk.session.dispatch(Run("help"))
    overlay = talk.session.overlay()
    click(overlay.childAt(3, 3) or overlay, QPointF(3, 3))

    assert talk.state.step == STEPS[0]


def test_the_wheel_never_steps(talk: Lecture) -> None:
    for notches in (-3, 3):
        talk.turn_wheel(the(Sheet, talk.session.hall), notches)

    assert talk.state == replace(opening(), presenting=True)
