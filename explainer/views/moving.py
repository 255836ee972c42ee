"""Plays the way from one picture to the next in a widget; what it shows at the end is its own."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from explainer.motion import Change, Frame, Layer, change_between, ends_at, frame_at, rests_at
from explainer.picture import Picture
from explainer.state import ThemeName
from explainer.theme import numbers
from explainer.views.paint import paint, paint_faded
from explainer.views.style import ink_colour

TICK_MS = 16


class Moving(QObject):
    """The motion of one widget: `begin` starts it, the widget's painting asks `paint` first.

    It never holds anything up: hits are those of the new picture from the beginning, and `finish`
    ends it at once. `clock` tells seconds.
    """

    def __init__(self, widget: QWidget, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(widget)
        self._widget = widget
        self._clock = clock
        self._change: Change | None = None
        self._began = 0.0
        self._theme: ThemeName = "light"
        self._layers: dict[Layer, QPixmap] = {}
        self._curve = _curve()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether something still moves; marks that are left count as well."""
        return self._change is not None

    def begin(self, before: Picture, after: Picture, theme: ThemeName) -> None:
        """Show the way from `before` to `after`, both px of the widget.

        While another way is shown it ends at once, and so does this one: who presses twice wants
        to be there.
        """
        moves = self._change is not None and self._elapsed() < ends_at(self._change)
        self.finish()
        if moves or not self._widget.isVisible():
            return
        self._change = change_between(before, after)
        if self._change is None:
            return
        self._theme = theme
        self._began = self._clock()
        self._timer.start()
        self._widget.update()

    def finish(self) -> None:
        """End it: the widget paints its picture again."""
        if self._change is not None:
            self._change = None
            self._layers.clear()
            self._timer.stop()
            self._widget.update()

    def paint(self, painter: QPainter) -> bool:
        """Paint the moment; return whether there is one, else the widget paints itself."""
        change = self._change
        if change is None:
            return False
        frame = frame_at(change, self._elapsed(), self._ease)
        self._paint_layers(painter, change, frame)
        for mark in frame.marks:
            paint_faded(painter, mark, self._theme, frame.mark)
        for shape, opacity in frame.moving:
            paint_faded(painter, shape, self._theme, opacity)
        return True

    def _paint_layers(self, painter: QPainter, change: Change, frame: Frame) -> None:
        if frame.blend < 1.0:
            painter.drawPixmap(0, 0, self._layer(change, frame.lower))
        if frame.blend > 0.0:
            painter.setOpacity(frame.blend)
            painter.drawPixmap(0, 0, self._layer(change, frame.upper))
            painter.setOpacity(1.0)

    def _layer(self, change: Change, name: Layer) -> QPixmap:
        """Return a layer as pixels; it is painted when it is first needed."""
        if name not in self._layers:
            picture: Picture = getattr(change, name)
            same = next((it for it in self._layers if getattr(change, it) is picture), None)
            self._layers[name] = self._layers[same] if same else self._painted(picture)
        return self._layers[name]

    def _painted(self, picture: Picture) -> QPixmap:
        density = self._widget.devicePixelRatioF()
        size = self._widget.size() * density
        pixmap = QPixmap(QSize(max(1, size.width()), max(1, size.height())))
        pixmap.setDevicePixelRatio(density)
        pixmap.fill(ink_colour(self._theme, picture.ground or "background"))
        with QPainter(pixmap) as painter:
            paint(painter, picture, self._theme)
        return pixmap

    def _tick(self) -> None:
        change = self._change
        if change is None:
            return
        elapsed = self._elapsed()
        if elapsed >= rests_at(change):
            self.finish()
        else:
            self._widget.update()

    def _elapsed(self) -> float:
        return (self._clock() - self._began) * 1000

    def _ease(self, share: float) -> float:
        return self._curve.valueForProgress(share)


def _curve() -> QEasingCurve:
    x1, y1, x2, y2 = numbers("motion", "easing")
    curve = QEasingCurve(QEasingCurve.Type.BezierSpline)
    curve.addCubicBezierSegment(QPointF(x1, y1), QPointF(x2, y2), QPointF(1, 1))
    return curve
