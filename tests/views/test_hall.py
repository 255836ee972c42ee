"""The hall: which screen it takes, what fills it, and what its pointer does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from rulers import PlainRuler

from explainer.intents import Order, SelectModel
from explainer.picture import Box, Hit, Picture, TextLine
from explainer.schema import ModelId
from explainer.state import Blank
from explainer.views import hall as hall_module
from explainer.views.hall import Hall, hall_picture
from explainer.views.screens import Screen, screen_for
from explainer.views.sheet import Sheet

LAPTOP = Screen("eDP-1", (0, 0, 1280, 800), has_window=True)
BEAMER = Screen("HDMI-1", (1280, 0, 1920, 1080))
MONITOR = Screen("DP-2", (3200, 0, 2560, 1440))
MIRROR = Screen("HDMI-1", (0, 0, 1280, 800))


@pytest.mark.parametrize(
    "screens,wanted,chosen",
    [
        pytest.param([LAPTOP], "", LAPTOP, id="the only one"),
        pytest.param([LAPTOP, BEAMER], "", BEAMER, id="the external one"),
        pytest.param([BEAMER, LAPTOP], "", BEAMER, id="in whatever order"),
        pytest.param([LAPTOP, BEAMER, MONITOR], "DP-2", MONITOR, id="the one asked for"),
        pytest.param([LAPTOP, BEAMER], "hdmi", BEAMER, id="by a part of its name"),
        pytest.param([LAPTOP, BEAMER], "eDP-1", LAPTOP, id="the window's own if asked for"),
        pytest.param([LAPTOP, BEAMER], "gone", BEAMER, id="another where that one is gone"),
        pytest.param([LAPTOP, MIRROR], "", LAPTOP, id="a mirror is no other screen"),
        pytest.param([BEAMER], "eDP-1", BEAMER, id="what is left after unplugging"),
    ],
)
def test_the_hall_takes(screens: list[Screen], wanted: str, chosen: Screen) -> None:
    assert screens[screen_for(screens, wanted)] == chosen


def slide(width: float, height: float) -> Picture:
    hit = Hit(0, 0, 10, 10, SelectModel(ModelId("a")), "a")
    return Picture(width, height, (Box(0, 0, width, height, fill="ink"),), (hit,), "background")


@pytest.mark.parametrize(
    "size,inner",
    [
        ((1920, 1080), (0, 0, 1920, 1080)),
        ((1024, 768), (0, 0, 1024, 768)),
        ((1280, 800), (0, 0, 1280, 800)),
        ((2560, 1080), (320, 0, 1920, 1080)),
        ((1000, 1000), (0, 125, 1000, 750)),
    ],
)
def test_bars_stand_beside_a_slide_only_where_the_screen_is_wider_or_higher(
    size: tuple[int, int], inner: tuple[int, int, int, int]
) -> None:
    shown = hall_picture(slide, size, "", "", PlainRuler())
    box = shown.shapes[0]

    assert isinstance(box, Box)
    assert (box.x, box.y, box.width, box.height) == inner
    assert (shown.width, shown.height, shown.ground) == (*size, "background")


@pytest.mark.parametrize("blank", ["black", "white"])
def test_a_blank_covers_everything(blank: Blank) -> None:
    shown = hall_picture(slide, (1920, 1080), blank, "", PlainRuler())

    assert shown == Picture(1920, 1080, (), (), blank)


def test_a_note_stands_small_at_the_foot() -> None:
    shown = hall_picture(slide, (1920, 1080), "", "Press Esc again to end", PlainRuler())
    line = shown.shapes[-1]

    assert isinstance(line, TextLine)
    assert line.y > 1080 * 0.9
    assert line.size < 1080 * 0.03


class Asked:
    def __init__(self) -> None:
        self.orders: list[Order] = []
        self.resized = 0
        self.closed = 0
        self.clicked = 0

    def click(self) -> None:
        self.clicked += 1

    def resize(self) -> None:
        self.resized += 1

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def hall(qtbot: QtBot, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> Hall:
    monkeypatch.setattr(hall_module, "CURSOR_MS", 50)
    made = Hall(
        asked.orders.append, on_resized=asked.resize, on_close=asked.close, on_ground=asked.click
    )
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.show_picture(hall_picture(slide, (800, 600), "", "", PlainRuler()), "light")
    return made


def sheet_of(hall: Hall) -> Sheet:
    return hall.findChildren(Sheet)[0]


def test_a_click_on_a_model_looks_it_up(hall: Hall, asked: Asked) -> None:
    QTest.mouseClick(sheet_of(hall), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    assert asked.orders == [SelectModel(ModelId("a"))]


def test_a_click_on_empty_ground_is_told(hall: Hall, asked: Asked) -> None:
    QTest.mouseClick(sheet_of(hall), Qt.MouseButton.LeftButton, pos=QPoint(400, 400))

    assert (asked.orders, asked.clicked) == ([], 1)


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_do_nothing(hall: Hall, asked: Asked, button: Qt.MouseButton) -> None:
    for point in (QPoint(5, 5), QPoint(400, 400)):
        QTest.mouseClick(sheet_of(hall), button, pos=point)

    assert (asked.orders, asked.clicked) == ([], 0)


def test_a_drag_is_no_click(hall: Hall, asked: Asked) -> None:
    for begin, end in ((QPoint(400, 400), QPoint(420, 400)), (QPoint(5, 5), QPoint(400, 400))):
        QTest.mousePress(sheet_of(hall), Qt.MouseButton.LeftButton, pos=begin)
        QTest.mouseRelease(sheet_of(hall), Qt.MouseButton.LeftButton, pos=end)

    assert (asked.orders, asked.clicked) == ([], 0)


def test_the_pointer_hides_until_it_moves(qtbot: QtBot, hall: Hall) -> None:
    hall.begin(hall, "")
    sheet = sheet_of(hall)
    assert sheet.cursor().shape() == Qt.CursorShape.BlankCursor

    QTest.mouseMove(sheet, QPoint(300, 300))
    assert sheet.cursor().shape() != Qt.CursorShape.BlankCursor
    qtbot.waitUntil(lambda: sheet.cursor().shape() == Qt.CursorShape.BlankCursor)
    hall.end()


def test_its_system_closing_it_ends_the_talk(hall: Hall, asked: Asked) -> None:
    hall.close()

    assert asked.closed == 1


class Desk:
    """Screens that come and go; the window stands on the first one."""

    def __init__(self) -> None:
        self.known: tuple[Screen, ...] = ()
        self.covered: list[str] = []


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk()
    monkeypatch.setattr(hall_module, "screens", lambda _window: made.known)

    def fill(hall: Hall, at: int) -> None:
        made.covered.append(made.known[at].name)
        hall.show()

    monkeypatch.setattr(Hall, "_fill", fill)
    return made


def seen(hall: Hall, desk: Desk, *plugged: Sequence[Screen]) -> list[str]:
    """Return which screen is covered first and after each change; "" where none is."""
    found = []
    for at, known in enumerate(plugged):
        desk.known = tuple(known)
        if at:
            hall.find_screen(hall)
        else:
            hall.begin(hall, "")
        found.append("" if hall.is_lost else desk.covered[-1])
    hall.end()
    assert not hall.is_lost
    return found


@pytest.mark.parametrize(
    "plugged, covered",
    [
        pytest.param(
            [(LAPTOP, BEAMER), (LAPTOP,), (LAPTOP, BEAMER)],
            ["HDMI-1", "", "HDMI-1"],
            id="unplugged and plugged in again",
        ),
        pytest.param([(LAPTOP,), (LAPTOP, BEAMER)], ["eDP-1", "HDMI-1"], id="plugged in later"),
        pytest.param(
            [(LAPTOP,), (LAPTOP, BEAMER), (LAPTOP,)],
            ["eDP-1", "HDMI-1", ""],
            id="plugged in later and gone again",
        ),
        pytest.param(
            [(LAPTOP, BEAMER), (LAPTOP,), (LAPTOP, MONITOR)],
            ["HDMI-1", "", "DP-2"],
            id="another projector",
        ),
        pytest.param(
            [(LAPTOP, BEAMER), (LAPTOP, MONITOR, BEAMER), (LAPTOP, MONITOR)],
            ["HDMI-1", "HDMI-1", "DP-2"],
            id="a third screen",
        ),
        pytest.param(
            [(LAPTOP, BEAMER), (replace(BEAMER, has_window=True),)],
            ["HDMI-1", "HDMI-1"],
            id="the laptop's own screen is gone",
        ),
    ],
)
def test_the_hall_never_covers_the_speakers_screen_when_its_own_is_gone(
    hall: Hall, desk: Desk, plugged: list[tuple[Screen, ...]], covered: list[str]
) -> None:
    assert seen(hall, desk, *plugged) == covered


def test_outside_a_talk_a_new_screen_is_left_alone(hall: Hall, desk: Desk) -> None:
    desk.known = (LAPTOP, BEAMER)
    hall.find_screen(hall)

    assert desk.covered == []
