"""Wheel and pinch enlarge about the pointer."""

from __future__ import annotations

import pytest
from canvases import (
    moved_camera,
    pinch,
    show_map,
    under,
    wheel,
)
from PySide6.QtCore import QPoint

from explainer.deck import Deck
from explainer.intents import FitMap, MoveCamera, NextStep, Order
from explainer.layout import closest_zoom
from explainer.schema import Camera, View
from explainer.views.canvas import STEP, Canvas


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


def test_a_map_that_was_moved_fits_again(canvas: Canvas, made: Deck, asked: list[Order]) -> None:
    show_map(canvas, made, View(camera=Camera(x=0.3, zoom=1.0)))

    wheel(canvas, QPoint(400, 300), -1)

    assert asked == [FitMap()]


def test_there_is_a_closest_look(canvas: Canvas, made: Deck, asked: list[Order]) -> None:
    wheel(canvas, QPoint(400, 300), 40)
    assert moved_camera(asked).zoom == closest_zoom(made)

    asked.clear()
    show_map(canvas, made, View(camera=Camera(zoom=closest_zoom(made))))
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
