"""The canvas shows another map only when it is given one."""

from __future__ import annotations

import logging

import pytest
from canvases import (
    drag,
    drawn,
    pixels,
    show_map,
    wheel,
)
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from explainer.canvas import CanvasPicture
from explainer.deck import Deck
from explainer.intents import Hover, Order
from explainer.picture import Box, Picture
from explainer.schema import ModelId, View
from explainer.views.canvas import Canvas


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
