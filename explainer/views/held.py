"""Holds the pixels of a vast map, so that only what comes into sight is painted while one pans.

While one zooms, the pixels are stretched; they are painted anew when the hand rests.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QTimer
from PySide6.QtGui import QPainter, QPixmap

from explainer.canvas import Frame

REST_MS = 120
"""So long after the last zoom all is painted sharp."""
Render = Callable[[QPainter, Frame, QRectF], None]
"""Paints what is seen through a frame in a part of the widget, ground included."""


class Held(QObject):
    """The pixels of one widget; `rested` is called when they should be painted anew."""

    def __init__(self, parent: QObject, rested: Callable[[], None]) -> None:
        super().__init__(parent)
        self._pixels: QPixmap | None = None
        self._frame = Frame(1.0, 0.0, 0.0, 1.0)
        self._key: Hashable = None
        self._density = 1.0
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(rested)

    def forget(self) -> None:
        """Hold nothing any more."""
        self._pixels, self._key = None, None
        self._rest.stop()

    def zoom(self) -> None:
        """Stretch what is held until this was not called for a while."""
        if self._pixels is not None:
            self._rest.start()

    def paint(self, painter: QPainter, frame: Frame, key: Hashable, render: Render) -> None:
        """Paint what `render` paints, as far as it is not held; `key` changes with what it is."""
        device = painter.device()
        density = device.devicePixelRatio()
        size = (round(device.width() * density), round(device.height() * density))
        whole = QRect(0, 0, *size)
        snapped = _on_pixels(frame, density)
        known = (key, size, density)
        if self._pixels is None or known != self._key:
            self._begin(known, size, density)
            self._render(snapped, whole, render)
        elif snapped.factor != self._frame.factor:
            if self._rest.isActive():
                self._stretch(painter, snapped, render)
                return
            self._render(snapped, whole, render)
        else:
            self._pan(snapped, whole, render)
        painter.drawPixmap(QRectF(0, 0, size[0] / density, size[1] / density), *self._all())

    def _begin(self, key: Hashable, size: tuple[int, int], density: float) -> None:
        self._pixels, self._key, self._density = QPixmap(*size), key, density

    def _all(self) -> tuple[QPixmap, QRectF]:
        pixels = self._pixels or QPixmap()
        return pixels, QRectF(pixels.rect())

    def _render(self, frame: Frame, part: QRect, render: Render) -> None:
        """Paint a part of the pixels anew."""
        if self._pixels is None:
            return
        with QPainter(self._pixels) as painter:
            painter.scale(self._density, self._density)
            room = QRectF(part)
            near = QRectF(
                room.x() / self._density,
                room.y() / self._density,
                room.width() / self._density,
                room.height() / self._density,
            )
            painter.setClipRect(near)
            render(painter, frame, near)
        self._frame = frame

    def _pan(self, frame: Frame, whole: QRect, render: Render) -> None:
        across = round((frame.dx - self._frame.dx) * self._density)
        down = round((frame.dy - self._frame.dy) * self._density)
        if not across and not down:
            return
        if self._pixels is None or abs(across) >= whole.width() or abs(down) >= whole.height():
            self._render(frame, whole, render)
            return
        self._pixels.scroll(across, down, whole)
        kept = whole.translated(QPoint(across, down)) & whole
        beside = QRect(whole)
        if across:
            left = kept.right() + 1 if across < 0 else whole.left()
            beside = QRect(left, whole.top(), abs(across), whole.height())
            self._render(frame, beside, render)
        if down:
            top = kept.bottom() + 1 if down < 0 else whole.top()
            self._render(frame, QRect(kept.left(), top, kept.width(), abs(down)), render)

    def _stretch(self, painter: QPainter, frame: Frame, render: Render) -> None:
        """Paint what is held larger or smaller; around it there is the ground."""
        pixels, part = self._all()
        grown = frame.factor / self._frame.factor
        x, y = frame.dx - self._frame.dx * grown, frame.dy - self._frame.dy * grown
        wide, high = part.width() / self._density * grown, part.height() / self._density * grown
        if grown < _LEAST or grown > 1 / _LEAST:
            self._render(frame, QRect(0, 0, pixels.width(), pixels.height()), render)
            painter.drawPixmap(
                QRectF(0, 0, part.width() / self._density, part.height() / self._density),
                *self._all(),
            )
            return
        painter.drawPixmap(QRectF(x, y, wide, high), pixels, part)


_LEAST = 0.55
"""What is stretched by more would be too coarse or leave too much empty: it is painted anew."""


def _on_pixels(frame: Frame, density: float) -> Frame:
    """Return `frame` moved by less than a pixel, so that pans go by whole pixels."""
    dx, dy = round(frame.dx * density) / density, round(frame.dy * density) / density
    return Frame(frame.factor, dx, dy, frame.zoom)
