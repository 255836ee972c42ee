"""A picture in a widget: clicks, hovering and keys become the picture's orders."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QKeySequence,
    QMouseEvent,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explainer.intents import FitMap, Hover, NextStep, Order, Run, SelectModel, ToggleTheme
from explainer.picture import Box, Hit, Picture
from explainer.schema import ModelId
from explainer.views.sheet import Sheet
from explainer.views.style import ink_colour

NAMES = ("davinci", "codex", "chatgpt")


def hit(place: int, name: str) -> Hit:
    order = SelectModel(ModelId(name))
    return Hit(20, 20 + 60 * place, 100, 40, order, f"{name}, model", name, 8)


PICTURE = Picture(
    200,
    200,
    tuple(Box(20, 20 + 60 * n, 100, 40, fill="surface") for n in range(3)),
    tuple(hit(n, name) for n, name in enumerate(NAMES)),
    "background",
)
MIDDLE = [QPoint(70, 40 + 60 * n) for n in range(3)]
NOTHING = QPoint(180, 190)


class Desk:
    """A window with a button before the sheet, the sheet, and a button behind it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.orders: list[Order] = []
        self.window = QWidget()
        self.before, self.after = QPushButton("before"), QPushButton("after")
        self.sheet = Sheet(self.orders.append)
        self.sheet.setFixedSize(200, 200)
        column = QVBoxLayout(self.window)
        for part in (self.before, self.sheet, self.after):
            column.addWidget(part)
        self.sheet.show_picture(PICTURE, "light")
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.before.setFocus()

    @property
    def asked(self) -> list[Order]:
        """What was asked for besides previews."""
        return [order for order in self.orders if not isinstance(order, Hover)]

    def click(self, point: QPoint) -> None:
        QTest.mouseClick(self.sheet, Qt.MouseButton.LeftButton, pos=point)

    def move(self, point: QPoint) -> None:
        where = QPointF(point)
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            where,
            where,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(self.sheet, event)

    def press(self, key: Qt.Key) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)

    def colour(self, x: int, y: int) -> QColor:
        return self.sheet.grab().toImage().pixelColor(x, y)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_a_click_asks_for_what_the_hit_stands_for(desk: Desk) -> None:
    desk.click(MIDDLE[1])
    assert desk.orders == [SelectModel(ModelId("codex"))]


def test_a_click_beside_the_hits_asks_for_nothing(desk: Desk) -> None:
    desk.click(NOTHING)
    assert desk.orders == []


def test_a_press_that_is_let_go_elsewhere_asks_for_nothing(desk: Desk) -> None:
    QTest.mousePress(desk.sheet, Qt.MouseButton.LeftButton, pos=MIDDLE[0])
    QTest.mouseRelease(desk.sheet, Qt.MouseButton.LeftButton, pos=MIDDLE[1])
    assert desk.orders == []


def test_the_other_buttons_ask_for_nothing(desk: Desk) -> None:
    QTest.mouseClick(desk.sheet, Qt.MouseButton.RightButton, pos=MIDDLE[0])
    assert desk.orders == []


def test_the_topmost_hit_is_clicked(desk: Desk) -> None:
    over = Hit(60, 30, 20, 20, FitMap(), "fit")
    desk.sheet.show_picture(Picture(200, 200, (), (*PICTURE.hits, over)), "light")
    desk.click(QPoint(70, 40))
    assert desk.orders == [FitMap()]


def test_a_click_counts_when_the_picture_was_drawn_anew_meanwhile(desk: Desk) -> None:
    QTest.mousePress(desk.sheet, Qt.MouseButton.LeftButton, pos=MIDDLE[0])
    desk.sheet.show_picture(Picture(200, 200, (), PICTURE.hits), "light")
    QTest.mouseRelease(desk.sheet, Qt.MouseButton.LeftButton, pos=MIDDLE[0])
    assert desk.orders == [SelectModel(ModelId("davinci"))]


def test_hovering_previews_once_and_leaving_ends_it(desk: Desk) -> None:
    for point in (MIDDLE[0], MIDDLE[0] + QPoint(5, 5), MIDDLE[1]):
        desk.move(point)
    QApplication.sendEvent(desk.sheet, QEvent(QEvent.Type.Leave))
    assert desk.orders == [Hover("davinci"), Hover("codex"), Hover("")]


def test_a_hit_without_id_previews_nothing(desk: Desk) -> None:
    plain = Hit(20, 20, 100, 40, ToggleTheme(), "theme")
    desk.sheet.show_picture(Picture(200, 200, (), (plain,)), "light")
    desk.move(MIDDLE[0])
    assert desk.orders == []
    assert desk.sheet.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_the_pointer_is_a_hand_over_a_hit_only(desk: Desk) -> None:
    desk.move(MIDDLE[0])
    assert desk.sheet.cursor().shape() == Qt.CursorShape.PointingHandCursor
    desk.move(NOTHING)
    assert desk.sheet.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_what_the_pointer_is_on_is_tinted(desk: Desk) -> None:
    plain = desk.colour(70, 40)
    desk.move(MIDDLE[0])
    tinted = desk.colour(70, 40)
    assert 5 < plain.lightness() - tinted.lightness() < 30
    assert desk.colour(70, 100) == plain


def test_tab_walks_through_the_hits_and_then_leaves(desk: Desk) -> None:
    names = []
    for _ in NAMES:
        desk.press(Qt.Key.Key_Tab)
        assert desk.sheet.hasFocus()
        names.append(desk.sheet.accessibleName())
    assert names == [f"{name}, model" for name in NAMES]
    desk.press(Qt.Key.Key_Tab)
    assert desk.after.hasFocus()
    assert desk.sheet.accessibleName() == ""
    desk.press(Qt.Key.Key_Backtab)
    assert desk.sheet.accessibleName() == "chatgpt, model"
    for _ in NAMES:
        desk.press(Qt.Key.Key_Backtab)
    assert desk.before.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_activates_the_hit_that_has_the_focus(desk: Desk, key: Qt.Key) -> None:
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Tab)
    desk.press(key)
    assert desk.asked == [SelectModel(ModelId("codex"))]


def test_a_key_of_the_app_goes_to_the_hit_that_has_the_focus_else_to_the_app(desk: Desk) -> None:
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Space), desk.window)
    shortcut.activated.connect(lambda: desk.orders.append(NextStep()))
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Space)
    assert desk.asked == [SelectModel(ModelId("davinci"))]
    desk.click(NOTHING)
    desk.press(Qt.Key.Key_Space)
    assert desk.asked == [SelectModel(ModelId("davinci")), NextStep()]


def test_other_keys_reach_the_app_while_a_hit_has_the_focus(desk: Desk) -> None:
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Right), desk.window)
    shortcut.activated.connect(lambda: desk.orders.append(NextStep()))
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Right)
    assert desk.asked == [NextStep()]


def test_the_focus_ring_stands_outside_the_hit(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Tab)
    focus = ink_colour("light", "focus")
    row = [x for x in range(20) if desk.colour(x, 40) == focus]
    assert row == [15, 16, 17]


def test_the_pointer_takes_the_ring_away(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Tab)
    desk.click(MIDDLE[2])
    assert desk.colour(16, 40) != ink_colour("light", "focus")
    assert desk.sheet.hasFocus()


def test_the_focus_stays_on_its_hit_in_the_next_picture(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Tab)
    named = Hit(20, 100, 100, 40, SelectModel(ModelId("codex")), "模型 codex", "codex")
    desk.sheet.show_picture(Picture(200, 200, (), (hit(0, "davinci"), named)), "dark")
    assert desk.sheet.accessibleName() == "模型 codex"
    desk.press(Qt.Key.Key_Space)
    assert desk.asked == [SelectModel(ModelId("codex"))]


def test_the_focus_is_on_nothing_when_its_hit_is_gone(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Tab)
    desk.sheet.show_picture(Picture(200, 200, (), PICTURE.hits[1:]), "light")
    assert desk.sheet.accessibleName() == ""
    desk.press(Qt.Key.Key_Space)
    assert desk.asked == []


def test_a_sheet_without_hits_is_passed_over(desk: Desk) -> None:
    desk.sheet.show_picture(Picture(200, 200), "light")
    desk.press(Qt.Key.Key_Tab)
    assert desk.after.hasFocus()


def test_being_shown_a_picture_asks_for_nothing(desk: Desk) -> None:
    desk.move(MIDDLE[0])
    desk.orders.clear()
    desk.sheet.show_picture(Picture(200, 200), "dark")
    desk.sheet.show_picture(PICTURE, "light")
    assert desk.orders == []


def test_the_same_picture_is_not_painted_again(desk: Desk, qtbot: QtBot) -> None:
    painted: list[int] = []

    class Counting(Sheet):
        def paintEvent(self, event: object) -> None:
            painted.append(1)
            super().paintEvent(event)  # type: ignore[arg-type]

    sheet = Counting(desk.orders.append)
    qtbot.addWidget(sheet)
    sheet.show_picture(PICTURE, "light")
    sheet.show()
    qtbot.waitUntil(lambda: bool(painted))
    painted.clear()
    again = Picture(200, 200, PICTURE.shapes, PICTURE.hits, PICTURE.ground)
    sheet.show_picture(again, "light")
    QApplication.processEvents()
    assert painted == []
    sheet.show_picture(again, "dark")
    qtbot.waitUntil(lambda: bool(painted))


def test_in_a_scroll_area_it_is_as_high_as_its_picture_and_follows_the_focus(
    qtbot: QtBot,
) -> None:
    area = QScrollArea()
    area.setWidgetResizable(True)
    sheet = Sheet(list[Order]().append, grows=True)
    area.setWidget(sheet)
    area.resize(240, 100)
    qtbot.addWidget(area)
    far = Hit(20, 900, 100, 40, FitMap(), "far")
    sheet.show_picture(Picture(200, 1000, (), (hit(0, "davinci"), far)), "light")
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    assert sheet.height() == 1000
    sheet.clearFocus()
    sheet.setFocus(Qt.FocusReason.TabFocusReason)
    assert area.verticalScrollBar().value() == 0
    QTest.keyClick(sheet, Qt.Key.Key_Tab)
    assert sheet.accessibleName() == "far"
    assert area.verticalScrollBar().value() >= 840


def test_a_picture_that_cannot_be_painted_is_a_crossed_box_and_a_line_in_the_log(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    broken = Picture(200, 200, (Box(0, 0, 10, 10, fill="no such colour"),))
    desk.sheet.show_picture(broken, "light")
    with caplog.at_level(logging.ERROR):
        assert desk.colour(100, 100) == ink_colour("light", "error")
    assert "was not painted" in caplog.text


def test_the_pointer_entering_alone_asks_for_nothing(desk: Desk) -> None:
    where = QPointF(MIDDLE[0])
    QApplication.sendEvent(desk.sheet, QEnterEvent(where, where, where))
    assert desk.orders == []


def test_what_the_keyboard_is_on_is_previewed_like_what_the_pointer_is_on(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Tab)
    assert desk.orders == [Hover("davinci"), Hover("codex")]


def test_a_right_click_points_and_asks_what_can_be_done(desk: Desk) -> None:
    point = MIDDLE[0]
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(
        desk.sheet, QContextMenuEvent(reason, point, desk.sheet.mapToGlobal(point))
    )
    assert desk.orders == [Hover("davinci"), Run("context")]
