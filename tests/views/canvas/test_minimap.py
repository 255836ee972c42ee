"""The miniature says where one is while less than the whole map is seen, and leads elsewhere."""

from __future__ import annotations

import pytest
from canvases import LEFT, PLAIN, SIZE, drawn, pixels, show_map
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from explainer.deck import Deck
from explainer.intents import MoveCamera, Order
from explainer.picture import Picture
from explainer.schema import Camera, ModelId, View
from explainer.views.canvas import Canvas
from explainer.views.minimap import Minimap

NEAR = View(camera=Camera(x=0.3, y=0.4, zoom=3.0))


def minimap(canvas: Canvas) -> Minimap | None:
    return next((it for it in canvas.findChildren(Minimap) if it.isVisible()), None)


def test_it_is_there_only_while_less_than_the_whole_is_seen(canvas: Canvas, made: Deck) -> None:
    assert minimap(canvas) is None

    show_map(canvas, made, NEAR)
    assert minimap(canvas) is not None

    show_map(canvas, made, View())
    assert minimap(canvas) is None


def test_it_is_there_where_the_map_is_moved_though_not_enlarged(canvas: Canvas, made: Deck) -> None:
    show_map(canvas, made, View(camera=Camera(x=0.3, y=0.4, zoom=1.0)))

    assert minimap(canvas) is not None


def test_another_body_of_a_slide_has_none(canvas: Canvas, made: Deck) -> None:
    show_map(canvas, made, NEAR)

    canvas.show_body(Picture(400, 300), "light", "Slide")

    assert minimap(canvas) is None


def test_it_lies_in_a_corner_of_the_canvas_and_is_named(canvas: Canvas, made: Deck) -> None:
    canvas.name_minimap("The whole map")
    show_map(canvas, made, NEAR)
    shown = minimap(canvas)

    assert shown is not None
    assert canvas.rect().contains(shown.geometry())
    assert shown.geometry().center().x() > SIZE[0] * 0.7
    assert shown.geometry().center().y() > SIZE[1] * 0.7
    assert shown.accessibleName() == "The whole map"


@pytest.mark.parametrize("x", [0.2, 0.4, 0.6, 0.8])
@pytest.mark.parametrize("y", [0.3, 0.6, 0.9])
def test_it_does_not_cover_the_selected_station(
    canvas: Canvas, made: Deck, x: float, y: float
) -> None:
    view = View(select=ModelId("c"), camera=Camera(x=x, y=y, zoom=2.0))
    show_map(canvas, made, view)
    shown = minimap(canvas)
    at, frame = drawn(made, view).stations[ModelId("c")], canvas.frame

    assert shown is not None
    point = QPoint(round(at[0] * frame.factor + frame.dx), round(at[1] * frame.factor + frame.dy))
    assert not shown.geometry().contains(point)


def test_a_click_on_it_asks_for_that_place_at_the_same_zoom(
    canvas: Canvas, made: Deck, asked: list[Order]
) -> None:
    show_map(canvas, made, NEAR)
    shown = minimap(canvas)
    assert shown is not None

    QTest.mouseClick(shown, LEFT, PLAIN, shown.rect().center())

    (moved,) = asked
    assert isinstance(moved, MoveCamera)
    assert (moved.x, moved.y) == pytest.approx((0.5, 0.5), abs=0.02)
    assert moved.zoom == 3.0


def test_a_click_beside_the_map_stays_on_the_map(
    canvas: Canvas, made: Deck, asked: list[Order]
) -> None:
    show_map(canvas, made, NEAR)
    shown = minimap(canvas)
    assert shown is not None

    QTest.mouseClick(shown, LEFT, PLAIN, QPoint(1, 1))

    assert asked == [MoveCamera(0.0, 0.0, 3.0)]


def test_its_frame_moves_with_the_camera(canvas: Canvas, made: Deck) -> None:
    show_map(canvas, made, NEAR)
    shown = minimap(canvas)
    assert shown is not None
    before = shown.grab().toImage()
    place = shown.geometry()

    show_map(canvas, made, View(camera=Camera(x=0.7, y=0.6, zoom=3.0)))

    assert shown.geometry() == place
    assert shown.grab().toImage() != before


def test_it_takes_no_stop_of_the_tab_key_and_the_theme_of_the_window(
    canvas: Canvas, made: Deck
) -> None:
    show_map(canvas, made, NEAR)
    shown = minimap(canvas)
    assert shown is not None
    light = shown.grab().toImage()

    canvas.show_map(drawn(made, NEAR), "dark", "", "Map")

    assert shown.focusPolicy().value == 0
    assert shown.grab().toImage() != light
    assert pixels(canvas)
