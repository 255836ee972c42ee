"""The canvas hears the pointer and asks; it shows another map only when it is given one."""

from __future__ import annotations

import logging

import pytest
from decks import deck
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explainer.canvas import CanvasPicture, canvas_picture
from explainer.deck import Deck
from explainer.intents import FitMap, Hover, MoveCamera, NextStep, Order, SelectModel
from explainer.picture import Box, Picture
from explainer.placement import window_scale
from explainer.schema import Camera, ModelId, View
from explainer.views.canvas import CLOSEST, STEP, Canvas
from explainer.views.text import QtRuler

SIZE = (800, 600)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def made() -> Deck:
    return deck("a@2020 > b@2021, a +code> c@2022")


@pytest.fixture
def asked() -> list[Order]:
    return []


@pytest.fixture
def canvas(qtbot: QtBot, asked: list[Order], made: Deck) -> Canvas:
    widget = Canvas(asked.append)
    qtbot.addWidget(widget)
    widget.resize(*SIZE)
    show_map(widget, made, View())
    with qtbot.waitExposed(widget):
        widget.show()
    asked.clear()
    return widget


def drawn(made: Deck, view: View) -> CanvasPicture:
    size = (float(SIZE[0]), float(SIZE[1]))
    return canvas_picture(made, view, "en", window_scale(*size), size, QtRuler())


def show_map(canvas: Canvas, made: Deck, view: View) -> None:
    canvas.show_map(drawn(made, view), "light", view.select, "Map")


def on_screen(canvas: Canvas, made: Deck, model: str, view: View | None = None) -> QPoint:
    """Return where a model's station is painted on the widget."""
    x, y = drawn(made, view or View()).stations[ModelId(model)]
    frame = canvas.frame
    return QPoint(round(x * frame.factor + frame.dx), round(y * frame.factor + frame.dy))


GROUND = QPoint(SIZE[0] - 12, 12)


def move(canvas: Canvas, to: QPoint, held: Qt.MouseButton = NONE) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(to), canvas.mapToGlobal(QPointF(to)), NONE, held, PLAIN
    )
    QApplication.sendEvent(canvas, event)


def wheel(canvas: Canvas, at: QPoint, notches: float, across: int = 0) -> None:
    event = QWheelEvent(
        QPointF(at),
        canvas.mapToGlobal(QPointF(at)),
        QPoint(),
        QPoint(across, round(120 * notches)),
        NONE,
        PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def pinch(canvas: Canvas, at: QPoint, value: float) -> None:
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(at),
        QPointF(at),
        canvas.mapToGlobal(QPointF(at)),
        value,
        QPointF(),
    )
    QApplication.sendEvent(canvas, event)


def pixels(canvas: Canvas) -> bytes:
    image = canvas.grab().toImage()  # its bits live as long as it does
    return bytes(image.constBits())


# --- clicking


@pytest.mark.parametrize("model", ["a", "b", "c"])
def test_a_click_on_a_model_asks_for_it(
    canvas: Canvas, made: Deck, asked: list[Order], model: str
) -> None:
    QTest.mouseClick(canvas, LEFT, PLAIN, on_screen(canvas, made, model))

    assert asked == [SelectModel(ModelId(model))]


def test_a_click_on_a_model_changes_nothing_by_itself(canvas: Canvas, made: Deck) -> None:
    canvas.clearFocus()  # Qt may have opened the window with the keyboard's ring
    before = pixels(canvas)

    QTest.mouseClick(canvas, LEFT, PLAIN, on_screen(canvas, made, "b"))

    assert pixels(canvas) == before


def test_a_click_on_the_ground_asks_for_nothing(canvas: Canvas, asked: list[Order]) -> None:
    QTest.mouseClick(canvas, LEFT, PLAIN, GROUND)

    assert asked == []


def test_another_button_asks_for_nothing(canvas: Canvas, made: Deck, asked: list[Order]) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.MiddleButton, PLAIN, on_screen(canvas, made, "b"))

    assert asked == []


def test_a_hand_that_trembles_still_clicks(canvas: Canvas, made: Deck, asked: list[Order]) -> None:
    at = on_screen(canvas, made, "b")
    QTest.mousePress(canvas, LEFT, PLAIN, at)
    move(canvas, at + QPoint(2, 1), LEFT)
    QTest.mouseRelease(canvas, LEFT, PLAIN, at + QPoint(2, 1))

    assert asked == [SelectModel(ModelId("b"))]


def test_a_double_click_on_the_ground_fits_the_map(canvas: Canvas, asked: list[Order]) -> None:
    QTest.mouseDClick(canvas, LEFT, PLAIN, GROUND)

    assert FitMap() in asked
    assert not [order for order in asked if isinstance(order, SelectModel)]


def test_a_double_click_on_a_model_does_not_fit_the_map(
    canvas: Canvas, made: Deck, asked: list[Order]
) -> None:
    QTest.mouseDClick(canvas, LEFT, PLAIN, on_screen(canvas, made, "b"))

    assert set(asked) == {SelectModel(ModelId("b"))}


# --- dragging


def drag(canvas: Canvas, start: QPoint, *to: QPoint) -> None:
    QTest.mousePress(canvas, LEFT, PLAIN, start)
    for point in to:
        move(canvas, point, LEFT)
    QTest.mouseRelease(canvas, LEFT, PLAIN, to[-1])


def test_a_drag_pans_by_as_much_as_the_pointer_moves(
    canvas: Canvas, made: Deck, asked: list[Order]
) -> None:
    show_map(canvas, made, View(camera=Camera(x=0.5, y=0.5, zoom=2.0)))
    factor = canvas.frame.factor

    drag(canvas, GROUND, GROUND + QPoint(-30, 20))

    (moved,) = asked
    assert isinstance(moved, MoveCamera)
    size = drawn(made, View()).picture
    assert (moved.x - 0.5) * size.width * factor == pytest.approx(30)
    assert (moved.y - 0.5) * size.height * factor == pytest.approx(-20)
    assert moved.zoom == 2.0


def test_a_drag_that_begins_on_a_model_does_not_select_it(
    canvas: Canvas, made: Deck, asked: list[Order]
) -> None:
    at = on_screen(canvas, made, "b")

    drag(canvas, at, at + QPoint(30, 0), at)

    assert asked
    assert all(isinstance(order, MoveCamera) for order in asked)


def test_after_a_drag_the_pointer_only_looks(canvas: Canvas, asked: list[Order]) -> None:
    drag(canvas, GROUND, GROUND + QPoint(-30, 20))
    asked.clear()

    move(canvas, QPoint(300, 300))

    assert not [order for order in asked if isinstance(order, MoveCamera)]


# --- wheel and pinch


def moved_camera(asked: list[Order]) -> MoveCamera:
    (order,) = asked
    assert isinstance(order, MoveCamera)
    return order


@pytest.mark.parametrize("at", [QPoint(100, 80), QPoint(400, 300), QPoint(790, 590)])
@pytest.mark.parametrize("zoom", [1.0, 2.5])
def test_the_wheel_enlarges_about_the_pointer(
    canvas: Canvas, made: Deck, asked: list[Order], at: QPoint, zoom: float
) -> None:
    show_map(canvas, made, View(camera=Camera(x=0.4, y=0.6, zoom=zoom)))
    before = under(canvas, at)

    wheel(canvas, at, 1)

    order = moved_camera(asked)
    assert order.zoom == pytest.approx(zoom * STEP)
    show_map(canvas, made, View(camera=Camera(x=order.x, y=order.y, zoom=order.zoom)))
    assert under(canvas, at) == pytest.approx(before, abs=0.01)


def under(canvas: Canvas, at: QPoint) -> tuple[float, float]:
    """Return which point of the map is seen at a point of the widget."""
    frame = canvas.frame
    return (at.x() - frame.dx) / frame.factor, (at.y() - frame.dy) / frame.factor


def test_the_wheel_never_steps(canvas: Canvas, asked: list[Order]) -> None:
    for notches in (1, -1, 3, -5, 0.1):
        wheel(canvas, QPoint(400, 300), notches)

    assert NextStep() not in asked
    assert all(isinstance(order, MoveCamera | FitMap) for order in asked)


def test_a_wheel_turned_across_does_nothing(canvas: Canvas, asked: list[Order]) -> None:
    wheel(canvas, QPoint(400, 300), 0, across=120)

    assert asked == []


def test_the_whole_map_cannot_be_made_smaller(canvas: Canvas, asked: list[Order]) -> None:
    wheel(canvas, QPoint(400, 300), -3)

    assert asked == []


def test_back_at_the_whole_map_it_fits(canvas: Canvas, made: Deck, asked: list[Order]) -> None:
    show_map(canvas, made, View(camera=Camera(zoom=1.1)))

    wheel(canvas, QPoint(400, 300), -3)

    assert asked == [FitMap()]


def test_there_is_a_closest_look(canvas: Canvas, made: Deck, asked: list[Order]) -> None:
    wheel(canvas, QPoint(400, 300), 40)
    assert moved_camera(asked).zoom == CLOSEST

    asked.clear()
    show_map(canvas, made, View(camera=Camera(zoom=CLOSEST)))
    wheel(canvas, QPoint(400, 300), 1)
    assert asked == []


def test_a_pinch_enlarges_about_its_middle(canvas: Canvas, made: Deck, asked: list[Order]) -> None:
    at = QPoint(200, 450)
    before = under(canvas, at)

    pinch(canvas, at, 0.5)

    order = moved_camera(asked)
    assert order.zoom == pytest.approx(1.5)
    show_map(canvas, made, View(camera=Camera(x=order.x, y=order.y, zoom=order.zoom)))
    assert under(canvas, at) == pytest.approx(before, abs=0.01)


# --- hovering


def test_a_model_under_the_pointer_is_asked_for_once(
    canvas: Canvas, made: Deck, asked: list[Order]
) -> None:
    at = on_screen(canvas, made, "b")
    for number in range(3):
        move(canvas, at + QPoint(number, 0))

    assert asked == [Hover("b")]


def test_away_from_a_model_the_preview_ends(canvas: Canvas, made: Deck, asked: list[Order]) -> None:
    move(canvas, on_screen(canvas, made, "b"))
    move(canvas, GROUND)
    move(canvas, GROUND + QPoint(-1, 0))

    assert asked == [Hover("b"), Hover("")]


def test_when_the_pointer_leaves_the_canvas_the_preview_ends(
    canvas: Canvas, made: Deck, asked: list[Order]
) -> None:
    at = on_screen(canvas, made, "b")
    QApplication.sendEvent(canvas, QEnterEvent(QPointF(at), QPointF(at), QPointF(at)))
    move(canvas, at)
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))

    assert asked == [Hover("b"), Hover("")]


def test_the_pointer_is_a_hand_where_something_answers(canvas: Canvas, made: Deck) -> None:
    move(canvas, on_screen(canvas, made, "b"))
    assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor

    move(canvas, GROUND)
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


# --- showing


def test_another_map_is_painted(canvas: Canvas, made: Deck) -> None:
    before = pixels(canvas)

    show_map(canvas, made, View(select=ModelId("b")))

    assert pixels(canvas) != before


def test_another_theme_is_painted(canvas: Canvas, made: Deck) -> None:
    before = pixels(canvas)

    canvas.show_map(drawn(made, View()), "dark", "", "Map")

    assert pixels(canvas) != before


def test_a_screen_reader_is_told_what_is_shown(canvas: Canvas, made: Deck) -> None:
    canvas.show_map(drawn(made, View()), "light", "", "The lineage")

    assert canvas.accessibleName() == "The lineage"


def test_the_canvas_is_one_stop_of_the_tab_key(canvas: Canvas) -> None:
    assert canvas.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert not canvas.children()


def test_the_keyboards_ring_is_seen_only_when_the_keyboard_came(canvas: Canvas, made: Deck) -> None:
    show_map(canvas, made, View(select=ModelId("b")))
    canvas.clearFocus()
    without = pixels(canvas)

    canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    by_mouse = pixels(canvas)
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)

    assert by_mouse == without
    assert pixels(canvas) != without


def test_a_change_of_size_is_told(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.resized):
        canvas.resize(500, 400)


def test_the_map_stays_whole_in_a_canvas_of_any_shape(canvas: Canvas, made: Deck) -> None:
    picture = drawn(made, View()).picture
    for size in ((300, 600), (900, 200)):
        canvas.resize(*size)
        frame = canvas.frame
        assert frame.dx >= -0.01
        assert frame.dy >= -0.01
        assert frame.dx + picture.width * frame.factor <= size[0] + 0.01
        assert frame.dy + picture.height * frame.factor <= size[1] + 0.01


def test_another_body_of_a_slide_does_not_pan(canvas: Canvas, asked: list[Order]) -> None:
    canvas.show_body(Picture(400, 300, (Box(0, 0, 400, 300, fill="ink"),)), "light", "Slide")

    drag(canvas, QPoint(400, 300), QPoint(300, 300))
    wheel(canvas, QPoint(400, 300), 2)

    assert [order for order in asked if not isinstance(order, Hover)] == []


def test_what_cannot_be_painted_is_told_in_the_log_and_ends_nothing(
    canvas: Canvas, made: Deck, caplog: pytest.LogCaptureFixture
) -> None:
    shown = drawn(made, View())
    odd = Picture(800, 600, (Box(0, 0, 400, 300, fill="no such colour"),))
    broken = CanvasPicture(odd, shown.camera, shown.stations)

    with caplog.at_level(logging.ERROR):
        canvas.show_map(broken, "light", "", "Map")
        canvas.grab()

    assert "not painted" in caplog.text
