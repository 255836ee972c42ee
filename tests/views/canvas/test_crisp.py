"""The map is sharp at every density of the screen: hairlines stand on whole pixels."""

from __future__ import annotations

import pytest
from canvases import SIZE, drawn
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from explainer.canvas import frame_of
from explainer.deck import Deck
from explainer.schema import Camera, View
from explainer.views.glass import Glass
from explainer.views.style import ink_colour

DENSITIES = (1.0, 1.25, 1.5, 2.0)


def painted(made: Deck, view: View, density: float) -> QImage:
    """Return the map as a screen of that density shows it."""
    shown = drawn(made, view)
    assert shown.plan is not None
    image = QImage(round(SIZE[0] * density), round(SIZE[1] * density), QImage.Format.Format_RGB32)
    image.fill(ink_colour("light", "background"))
    frame = frame_of(
        shown.camera, (shown.picture.width, shown.picture.height), (float(SIZE[0]), float(SIZE[1]))
    )
    with QPainter(image) as painter:
        painter.scale(density, density)
        Glass(shown.plan).paint(painter, frame, QRectF(0, 0, *SIZE), "light", shown)
    return image


@pytest.mark.parametrize("density", DENSITIES)
@pytest.mark.parametrize("zoom", [1.0, 1.37, 2.9])
def test_rules_are_whole_pixels_of_one_colour(made: Deck, density: float, zoom: float) -> None:
    view = View(camera=Camera(x=0.5, y=0.37, zoom=zoom)) if zoom > 1 else View()
    image = painted(made, view, density)
    ground, rule = ink_colour("light", "background"), ink_colour("light", "line")
    x = image.width() - round(60 * density)

    column = [QColor(image.pixel(x, y)) for y in range(image.height())]

    lines = [colour for colour in column if colour != ground]
    assert lines
    assert all(colour == rule for colour in lines)


def test_rules_are_as_thin_at_every_magnification(made: Deck) -> None:
    for zoom in (1.0, 3.0, 8.0):
        view = View(camera=Camera(x=0.5, y=0.5, zoom=zoom)) if zoom > 1 else View()
        image = painted(made, view, 1.0)
        ground = ink_colour("light", "background")
        x = image.width() - 60
        rows = [y for y in range(image.height()) if QColor(image.pixel(x, y)) != ground]

        assert all(y + 1 not in rows for y in rows)
