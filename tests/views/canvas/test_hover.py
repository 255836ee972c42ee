"""What the pointer is on is previewed."""

from __future__ import annotations

from canvases import (
    GROUND,
    move,
    on_screen,
)
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QEnterEvent,
)
from PySide6.QtWidgets import QApplication

from explainer.deck import Deck
from explainer.intents import Hover, Order
from explainer.views.canvas import Canvas


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
