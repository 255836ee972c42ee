"""A slide as an image, without a window: for files, and wherever else pixels are wanted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from explainer.deck import Deck
from explainer.export import Pixels, Target, inner_area
from explainer.picture import Picture, placed
from explainer.schema import Language, StepId
from explainer.slide import slide_picture
from explainer.state import ThemeName
from explainer.views.fontconfig import without_system_fonts
from explainer.views.fonts import load_fonts
from explainer.views.paint import paint
from explainer.views.starting import started
from explainer.views.text import QtRuler


@contextmanager
def start_qt_offscreen() -> Iterator[None]:
    """Have a Qt without windows while the block runs; one that is there already is used.

    The platform is `offscreen`, whatever the environment asks of windows: neither a display nor
    system fonts are needed, and every machine paints the same.
    """
    if QGuiApplication.instance() is not None:
        yield
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    without_system_fonts()
    # Digits and the shapes of some letters follow the locale; a file must not.
    QLocale.setDefault(QLocale.c())
    app = started(lambda: QGuiApplication(["explainer"]))
    try:
        yield
    finally:
        app.shutdown()


def slide_image(  # noqa: PLR0913  a picture has a subject, a look, a size
    deck: Deck, step: StepId, language: Language, theme: ThemeName, width: int, height: int
) -> QImage:
    """Return the slide of `step`, `width` x `height` px, whatever the screen's density is."""
    return picture_image(framed_slide(deck, step, language, width, height), theme)


def framed_slide(deck: Deck, step: StepId, language: Language, width: int, height: int) -> Picture:
    """Return the picture of the slide of `step`, `width` x `height` px.

    Beyond the ratios that a slide is laid out for, bars in its ground colour stand beside it.
    """
    load_fonts()
    area = inner_area(width, height)
    inner = slide_picture(deck, step, language, float(area.width), float(area.height), QtRuler())
    if (area.width, area.height) == (width, height):
        return inner
    shapes, hits = placed(inner, area.x, area.y)
    return Picture(float(width), float(height), shapes, hits, inner.ground)


def picture_image(picture: Picture, theme: ThemeName) -> QImage:
    """Return `picture` painted, one px of the picture on one of the image."""
    image = QImage(round(picture.width), round(picture.height), QImage.Format.Format_RGB32)
    image.fill(0)  # no memory of others where a picture should leave a gap
    with QPainter(image) as painter:
        paint(painter, picture, theme)
    return image


@dataclass(frozen=True, slots=True, eq=False)
class ImageRaster:
    """A painted image on its way into a file."""

    image: QImage

    def pixels(self) -> Pixels:
        """Return the image's pixels, converted in the thread that asks for them."""
        rgb = self.image.convertToFormat(QImage.Format.Format_RGB888)
        return Pixels(rgb.width(), rgb.height(), rgb.bytesPerLine(), bytes(rgb.constBits()))


def slide_painter(deck: Deck) -> Callable[[Target], ImageRaster]:
    """Return the painter for an export of `deck`; to be called in Qt's own thread."""

    def paint_target(target: Target) -> ImageRaster:
        return ImageRaster(
            slide_image(
                deck, target.step, target.language, target.theme, target.width, target.height
            )
        )

    return paint_target
