"""Keys: names by place and by layout, and what of them reaches the app."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from decks import deck
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explainer.intents import (
    BlankScreen,
    NextStep,
    Order,
    PreviousStep,
    Run,
    SelectBeside,
    ToggleLanguage,
    TypeDigit,
)
from explainer.picture import Hit, Picture
from explainer.state import State
from explainer.update import first_state
from explainer.views.keys import Keys, key_names
from explainer.views.sheet import Sheet

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
CYRILLIC_YU, CYRILLIC_TE = 0x42E, 0x422


def press(
    key: int,
    text: str = "",
    modifiers: Qt.KeyboardModifier = NONE,
    *,
    place: int = 0,
    held: bool = False,
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, place, 0, 0, text, held)


@pytest.mark.parametrize(
    "event,first",
    [
        pytest.param(press(Qt.Key.Key_PageDown), "PgDown", id="a clicker's forward button"),
        pytest.param(press(Qt.Key.Key_F5, modifiers=SHIFT), "Shift+F5", id="a key with Shift"),
        pytest.param(press(Qt.Key.Key_5, "5", KEYPAD), "Num+5", id="the number pad"),
        pytest.param(press(Qt.Key.Key_Question, "?", SHIFT, place=61), "Shift+?", id="a sign"),
        pytest.param(press(Qt.Key.Key_Period, ".", place=60), ".", id="blank, US layout"),
        pytest.param(press(Qt.Key.Key_Colon, ":", place=60), ".", id="blank, French layout"),
        pytest.param(press(Qt.Key.Key_V, "v", place=60), ".", id="blank, Dvorak layout"),
        pytest.param(press(CYRILLIC_YU, "ю", place=60), ".", id="blank, Russian layout"),
        pytest.param(press(Qt.Key.Key_Ampersand, "&", place=10), "1", id="1, French layout"),
        pytest.param(press(Qt.Key.Key_Agrave, "à", place=19), "0", id="0, French layout"),
    ],
)
def test_a_key_is_named_by_its_place_where_clickers_press_it(event: QKeyEvent, first: str) -> None:
    assert next(key_names(event)) == first


def test_a_letter_that_is_not_latin_counts_as_the_one_on_its_key() -> None:
    assert list(key_names(press(CYRILLIC_TE, "т", place=57)))[-1] == "N"


def test_shift_makes_a_digit_key_a_sign() -> None:
    assert list(key_names(press(Qt.Key.Key_Exclam, "!", SHIFT, place=10))) == ["Shift+!"]


class Desk:
    """A window with a sheet and a scroll area, and what was asked for in it."""

    def __init__(self, qtbot: QtBot, state: State) -> None:
        self.asked: list[Order] = []
        self.pressed: list[Order] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.sheet = Sheet(self.pressed.append)
        hit = Hit(0, 0, 50, 50, ToggleLanguage(), "language")
        self.sheet.show_picture(Picture(50, 50, (), (hit,)), "light")
        self.area = QScrollArea()
        column = QVBoxLayout(self.window)
        column.addWidget(self.sheet)
        column.addWidget(self.area)
        self.keys = Keys(
            lambda: state,
            self.asked.append,
            ours=lambda window: window is self.window,
            overlaid=lambda _event, _names: None,
        )
        self.keys.listen()
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def press(self, event: QKeyEvent, target: QWidget | None = None) -> None:
        QApplication.sendEvent(target or self.area, event)


Make = Callable[[State], Desk]


@pytest.fixture
def make(qtbot: QtBot, request: pytest.FixtureRequest) -> Make:
    def made(state: State) -> Desk:
        desk = Desk(qtbot, state)
        request.addfinalizer(desk.keys.stop)
        return desk

    return made


def telling() -> State:
    return first_state(deck("a > b"), "en", "light")


def talking() -> State:
    return replace(telling(), presenting=True)


def exploring() -> State:
    return replace(telling(), mode="explore")


def test_a_step_key_steps_wherever_the_focus_is(make: Make) -> None:
    desk = make(telling())

    for widget in (desk.sheet, desk.area, desk.window):
        widget.setFocus()
        desk.press(press(Qt.Key.Key_Down), widget)

    assert desk.asked == [NextStep()] * 3


def test_a_key_that_is_held_down_never_steps(make: Make) -> None:
    desk = make(telling())

    desk.press(press(Qt.Key.Key_Right))
    for _ in range(20):
        desk.press(press(Qt.Key.Key_Right, held=True))

    assert desk.asked == [NextStep()]


def test_ten_presses_are_ten_steps(make: Make) -> None:
    desk = make(telling())

    for _ in range(10):
        desk.press(press(Qt.Key.Key_PageUp))

    assert desk.asked == [PreviousStep()] * 10


def test_a_key_that_is_held_down_walks_on_along_the_map(make: Make) -> None:
    desk = make(exploring())

    desk.press(press(Qt.Key.Key_Down))
    desk.press(press(Qt.Key.Key_Down, held=True))

    assert desk.asked == [SelectBeside("down")] * 2


def test_space_presses_what_has_the_focus_instead_of_stepping(make: Make) -> None:
    desk = make(telling())
    desk.area.setFocus()
    desk.sheet.setFocus(Qt.FocusReason.TabFocusReason)

    desk.press(press(Qt.Key.Key_Space, " "), desk.sheet)

    assert (desk.pressed, desk.asked) == ([ToggleLanguage()], [])


def test_space_steps_where_no_control_has_the_focus(make: Make) -> None:
    desk = make(telling())

    desk.press(press(Qt.Key.Key_Space, " "))

    assert desk.asked == [NextStep()]


def test_the_blank_button_blanks_in_any_layout(make: Make) -> None:
    desk = make(talking())

    desk.press(press(Qt.Key.Key_Colon, ":", place=60))

    assert desk.asked == [BlankScreen("black")]


def test_a_full_stop_outside_a_talk_leaves_the_key_to_its_letter(make: Make) -> None:
    desk = make(telling())

    desk.press(press(Qt.Key.Key_T, "t", place=60))

    assert len(desk.asked) == 1


def test_digits_of_the_number_pad_count(make: Make) -> None:
    desk = make(telling())

    desk.press(press(Qt.Key.Key_7, "7", KEYPAD))

    assert desk.asked == [TypeDigit("7")]


def test_tasks_are_asked_for_by_key(make: Make) -> None:
    desk = make(telling())

    desk.press(press(Qt.Key.Key_Question, "?", SHIFT))
    desk.press(press(Qt.Key.Key_E, "", Qt.KeyboardModifier.ControlModifier))

    assert desk.asked == [Run("help"), Run("export")]


def test_keys_of_other_windows_are_left_alone(make: Make, qtbot: QtBot) -> None:
    desk = make(telling())
    other = QWidget()
    qtbot.addWidget(other)

    desk.press(press(Qt.Key.Key_Right), other)

    assert desk.asked == []
