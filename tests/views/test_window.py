"""The window gives every part its place, and tells when these have changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explainer.views.window import SMALLEST, Parts, Window


class Desk:
    def __init__(self, qtbot: QtBot, width: int = 1400, height: int = 800) -> None:
        self.resized = 0
        self.painted = 0
        self.may_close = True
        self.window = Window(
            self.make_parts,
            on_resized=self.note_resized,
            on_close=lambda: self.may_close,
            on_first_paint=self.note_painted,
        )
        qtbot.addWidget(self.window, before_close_func=lambda _: self.let_close())
        self.window.resize(width, height)
        self.window.show()

    def make_parts(self, window: QWidget) -> Parts:
        self.parts = Parts(*(QWidget(window) for _ in range(7)))
        parts = self.parts
        for part in (parts.top, parts.map, parts.lens, parts.panel, parts.story):
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return self.parts

    def note_resized(self) -> None:
        self.resized += 1

    def note_painted(self) -> None:
        self.painted += 1

    def let_close(self) -> None:
        self.may_close = True

    def divider(self) -> QWidget:
        """Return what is seen in the middle of the border between map and panel."""
        edge = QPoint(self.parts.panel.x(), self.window.height() // 3)
        found = self.window.childAt(edge)
        assert found is not None
        return found


def test_the_first_paint_is_told_once(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    qtbot.waitUntil(lambda: desk.painted > 0)

    desk.window.repaint()

    assert desk.painted == 1


def test_the_window_has_a_smallest_size(qtbot: QtBot) -> None:
    desk = Desk(qtbot, 100, 100)

    assert (desk.window.width(), desk.window.height()) == SMALLEST


def test_leaving_the_story_moves_only_the_lower_edge_of_the_map(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    before = desk.parts.map.geometry()

    desk.window.arrange(story=False, panel=True)

    after = desk.parts.map.geometry()
    assert (after.x(), after.y(), after.width()) == (before.x(), before.y(), before.width())
    assert not desk.parts.story.isVisible()


def test_without_the_panel_the_map_has_the_whole_width(qtbot: QtBot) -> None:
    desk = Desk(qtbot)

    desk.window.arrange(story=True, panel=False)

    assert not desk.parts.panel.isVisible()
    assert desk.parts.map.width() == desk.window.width()


def test_the_divider_can_be_drawn_to_another_place(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    divider = desk.divider()
    told = desk.resized

    QTest.mousePress(divider, Qt.MouseButton.LeftButton, pos=QPoint(4, 50))
    QTest.mouseMove(divider, QPoint(-96, 50))
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton, pos=QPoint(4, 50))

    assert desk.parts.panel.width() == desk.window.panel_width
    assert 560 < desk.window.panel_width < 600
    assert desk.resized > told


def test_the_divider_answers_to_the_pointer(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    divider = desk.divider()
    at_rest = divider.grab().toImage()

    point = QPointF(4, 50)
    QCoreApplication.sendEvent(divider, QEnterEvent(point, point, point))
    pointed = divider.grab().toImage()
    QTest.mousePress(divider, Qt.MouseButton.LeftButton, pos=point.toPoint())
    held = divider.grab().toImage()
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton, pos=point.toPoint())
    QCoreApplication.sendEvent(divider, QEvent(QEvent.Type.Leave))

    assert at_rest != pointed
    assert pointed != held
    assert divider.grab().toImage() == at_rest


def test_a_double_click_on_the_divider_gives_it_back_its_usual_place(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    usual = desk.parts.panel.width()
    desk.window.panel_width = usual + 90

    QTest.mouseDClick(desk.divider(), Qt.MouseButton.LeftButton, pos=QPoint(4, 50))

    assert desk.parts.panel.width() == usual
    assert desk.window.panel_width == 0


def test_the_divider_stops_where_map_or_panel_would_be_too_small(qtbot: QtBot) -> None:
    desk = Desk(qtbot)

    desk.window.panel_width = 5000
    assert desk.parts.panel.width() == 760
    desk.window.panel_width = 1
    assert desk.parts.panel.width() == 380


def test_a_narrow_window_has_its_panel_below_and_no_divider(qtbot: QtBot) -> None:
    desk = Desk(qtbot, 860, 900)

    assert desk.parts.panel.y() > desk.parts.map.y()
    assert desk.parts.panel.width() == desk.window.width()


def test_tab_goes_through_the_parts_from_the_top(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.window.activateWindow()
    desk.parts.top.setFocus()

    visited = []
    for _ in range(5):
        visited.append(desk.window.focusWidget())
        QTest.keyClick(desk.window, Qt.Key.Key_Tab)

    parts = desk.parts
    assert visited == [parts.top, parts.map, parts.lens, parts.panel, parts.story]


def test_a_window_that_may_not_close_stays(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.may_close = False

    assert not desk.window.close()
    assert desk.window.isVisible()
