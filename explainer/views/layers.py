"""The pictures of a motion as pixels, painted a little at a time before they are needed."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from explainer.picture import Picture
from explainer.state import ThemeName
from explainer.views.paint import paint_some
from explainer.views.style import ink_colour


@dataclass(eq=False, slots=True)
class _Layer:
    picture: Picture
    pixels: QPixmap
    begun: int = 0
    """The number of the next shape."""


class Layers:
    """Pictures as large as `widget`, in the colours of `theme`."""

    def __init__(self, widget: QWidget, theme: ThemeName) -> None:
        self.theme = theme
        self.density = widget.devicePixelRatioF()
        self._size = widget.size() * self.density
        self._layers: list[_Layer] = []

    def pixels(self, picture: Picture) -> QPixmap:
        """Return `picture` with all its shapes."""
        layer = self._layer(picture)
        self._paint(layer, inf)
        return layer.pixels

    def prepare(self, picture: Picture, seconds: float) -> bool:
        """Paint on for about so long; return whether there was nothing left to paint."""
        layer = self._layer(picture)
        if layer.begun == len(picture.shapes):
            return True
        self._paint(layer, seconds)
        return False

    def keep(self, pictures: tuple[Picture, ...]) -> None:
        """Forget all but these."""
        self._layers = [layer for layer in self._layers if layer.picture in pictures]

    def _layer(self, picture: Picture) -> _Layer:
        for layer in self._layers:
            if layer.picture is picture:
                return layer
        for layer in self._layers:
            if layer.picture == picture:
                return layer
        self._layers.append(_Layer(picture, self._empty(picture)))
        return self._layers[-1]

    def _paint(self, layer: _Layer, seconds: float) -> None:
        if layer.begun < len(layer.picture.shapes):
            with QPainter(layer.pixels) as painter:
                layer.begun = paint_some(painter, layer.picture, self.theme, layer.begun, seconds)

    def _empty(self, picture: Picture) -> QPixmap:
        pixels = QPixmap(QSize(max(1, self._size.width()), max(1, self._size.height())))
        pixels.setDevicePixelRatio(self.density)
        pixels.fill(ink_colour(self.theme, picture.ground or "background"))
        return pixels
