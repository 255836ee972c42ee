"""A drag pans."""

from __future__ import annotations

import pytest
from canvases import (
    GROUND,
    drag,
    drawn,
    move,
    on_screen,
    show_map,
)
from PySide6.QtCore import QPoint

from explainer.deck import Deck
from explainer.intents import MoveCamera, Order
from explainer.schema import Camera, View
from explainer.views.canvas import Canvas


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
