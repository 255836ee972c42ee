"""Keys: names by place and by layout, and what of them reaches the app."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from decks import deck
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explainer.actions import order_for
from explainer.intents import (
    BlankScreen,
    Confirm,
    GoBack,
    GoForward,
    NextStep,
    Order,
    PreviousStep,
    ResizeText,
    Run,
    SelectBeside,
    ToggleLanguage,
    TypeDigit,
    Zoom,
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
    ],
)
def test_a_key_is_named_by_its_place_where_clickers_press_it(event: QKeyEvent, first: str) -> None:
    assert next(key_names(event)) == first


AZERTY = dict(zip(range(10, 20), "&é\"'(-è_çà", strict=True))
CZECH = dict(zip(range(10, 20), "+ěščřžýáíé", strict=True))
GERMAN = dict(zip(range(10, 20), "1234567890", strict=True))


def asked(event: QKeyEvent) -> Order | None:
    """Return what a key asks for in the story."""
    orders = (order_for(name, telling()) for name in key_names(event))
    return next((order for order in orders if order is not None), None)


@pytest.mark.parametrize(
    "row, signs",
    [(AZERTY, {"-": Zoom(0.8)}), (CZECH, {"+": Zoom(1.25)}), (GERMAN, {})],
    ids=["fr", "cz", "de"],
)
def test_a_sign_that_means_something_counts_wherever_a_layout_has_it(
    row: dict[int, str], signs: dict[str, Order]
) -> None:
    for place, sign in row.items():
        digit = TypeDigit(str((place - 9) % 10))
        assert asked(press(ord(sign.upper()), sign, place=place)) == signs.get(sign, digit), sign


@pytest.mark.parametrize("place", range(10, 20))
def test_shift_types_the_digits_where_a_layout_has_them_there(place: int) -> None:
    digit = str((place - 9) % 10)

    assert asked(press(ord(digit), digit, SHIFT, place=place)) == TypeDigit(digit)


@pytest.mark.parametrize(
    "event, order",
    [
        pytest.param(press(Qt.Key.Key_Minus, "-", place=61), Zoom(0.8), id="-, German"),
        pytest.param(press(Qt.Key.Key_Plus, "+", place=35), Zoom(1.25), id="+, German"),
        pytest.param(press(Qt.Key.Key_Equal, "=", place=21), Zoom(1.25), id="=, French"),
        pytest.param(press(Qt.Key.Key_Slash, "/", SHIFT, place=60), Run("search"), id="/, French"),
        pytest.param(press(Qt.Key.Key_Slash, "/", SHIFT, place=16), Run("search"), id="/, German"),
        pytest.param(press(Qt.Key.Key_Question, "?", SHIFT, place=58), Run("help"), id="?, French"),
        pytest.param(press(Qt.Key.Key_Z, "z", place=29), None, id="Z, German"),
        pytest.param(press(CYRILLIC_TE, "т", place=57), NextStep(), id="N, Russian"),
        pytest.param(
            press(Qt.Key.Key_Agrave, "à", Qt.KeyboardModifier.ControlModifier, place=19),
            ResizeText(0),
            id="Ctrl+0, French",
        ),
    ],
)
def test_keys_of_other_layouts(event: QKeyEvent, order: Order | None) -> None:
    assert asked(event) == order


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
    QTest.keyClick(desk.area, Qt.Key.Key_Backtab)
    assert desk.sheet.hasFocus()

    desk.press(press(Qt.Key.Key_Space, " "), desk.sheet)

    assert (desk.pressed, desk.asked) == ([ToggleLanguage()], [])


def test_what_gets_the_focus_because_another_is_hidden_is_not_pressed(make: Make) -> None:
    desk = make(telling())
    QTest.mouseClick(desk.area, Qt.MouseButton.LeftButton)
    desk.area.setFocus()

    desk.area.hide()
    desk.press(press(Qt.Key.Key_Space, " "), desk.sheet)

    assert (desk.pressed, desk.asked) == ([], [NextStep()])


def test_enter_goes_to_the_number_that_was_begun_wherever_the_focus_is(make: Make) -> None:
    desk = make(replace(telling(), typed="5"))
    desk.area.setFocus()
    QTest.keyClick(desk.area, Qt.Key.Key_Backtab)

    desk.press(press(Qt.Key.Key_Return), desk.sheet)

    assert (desk.pressed, desk.asked) == ([], [Confirm()])


@pytest.mark.parametrize(
    "button, order",
    [(Qt.MouseButton.BackButton, GoBack()), (Qt.MouseButton.ForwardButton, GoForward())],
)
def test_the_buttons_at_the_side_of_a_mouse_lead_back_and_forward(
    make: Make, button: Qt.MouseButton, order: Order
) -> None:
    desk = make(telling())

    for widget in (desk.sheet, desk.area, desk.window):
        QTest.mouseClick(widget, button)

    assert (desk.asked, desk.pressed) == ([order] * 3, [])


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
