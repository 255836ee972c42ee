"""A click on the canvas asks; it changes nothing by itself."""

from __future__ import annotations

import pytest
from canvases import (
    GROUND,
    LEFT,
    PLAIN,
    move,
    on_screen,
    pixels,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from explainer.deck import Deck
from explainer.intents import FitMap, Order, SelectModel
from explainer.schema import ModelId
from explainer.views.canvas import Canvas


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
