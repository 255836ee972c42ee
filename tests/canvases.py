"""A canvas as tests use it: real events, and what is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explainer.canvas import CanvasPicture, canvas_picture
from explainer.deck import Deck
from explainer.intents import MoveCamera, Order
from explainer.placement import window_scale
from explainer.schema import ModelId, View
from explainer.views.canvas import Canvas
from explainer.views.text import QtRuler

SIZE = (800, 600)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


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
        False,  # noqa: FBT003 - Qt has no name for it
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


def drag(canvas: Canvas, start: QPoint, *to: QPoint) -> None:
    QTest.mousePress(canvas, LEFT, PLAIN, start)
    for point in to:
        move(canvas, point, LEFT)
    QTest.mouseRelease(canvas, LEFT, PLAIN, to[-1])


def under(canvas: Canvas, at: QPoint) -> tuple[float, float]:
    """Return which point of the map is seen at a point of the widget."""
    frame = canvas.frame
    return (at.x() - frame.dx) / frame.factor, (at.y() - frame.dy) / frame.factor


def moved_camera(asked: list[Order]) -> MoveCamera:
    (order,) = asked
    assert isinstance(order, MoveCamera)
    return order
