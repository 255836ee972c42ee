"""Plays the way from one picture to the next in a widget; what it shows at the end is its own."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEasingCurve, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from explainer.motion import Change, Frame, Way, change_between, ends_at, frame_at, rests_at
from explainer.picture import Picture
from explainer.state import ThemeName
from explainer.theme import numbers
from explainer.views.layers import Layers
from explainer.views.paint import paint_faded

TICK_MS = 16
_AHEAD_S = 0.004
"""How much of a tick goes to pixels that a later stage needs."""


class Moving(QObject):
    """The motion of one widget: `show` starts it, the widget's painting asks `paint` first.

    It never holds anything up: hits are those of the new picture from the beginning, and `finish`
    ends it at once. `clock` tells seconds.
    """

    def __init__(self, widget: QWidget, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(widget)
        self._widget = widget
        self._clock = clock
        self._change: Change | None = None
        self._before = Picture(0, 0)
        self._began = 0.0
        self._layers: Layers | None = None
        """Those of the way that is shown; later only its end, where the next way begins."""
        self._rest: Picture | None = None
        """The end of a way that was gone to its end: what the widget shows since then."""
        self._curve = _curve()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def change(self) -> Change | None:
        """What is shown on its way; marks that are left at the end count as well."""
        return self._change

    def show(self, before: Picture, after: Picture, theme: ThemeName, way: Way) -> None:
        """Go the `way` from `before` to `after`, both px of the widget."""
        if way == "go":
            self._begin(before, after, theme)
        elif way == "follow" and self._change is not None:
            self._follow(after)
        else:
            self.finish()

    def _begin(self, before: Picture, after: Picture, theme: ThemeName) -> None:
        """Begin the way.

        While another way is shown it ends at once, and so does this one: who presses twice wants
        to be there.
        """
        hurried = self._change is not None and self._elapsed() < ends_at(self._change)
        self._stop()
        if hurried or not self._widget.isVisible():
            return
        self._before, self._change = before, change_between(before, after)
        if self._change is None:
            return
        if self._layers is None or self._layers.theme != theme:
            self._layers = Layers(self._widget, theme)
        # What the first stage shows; the clock starts with the first frame that can be seen.
        first = frame_at(self._change, 0.0, self._ease)
        self._layers.pixels(getattr(self._change, first.lower))
        self._layers.pixels(getattr(self._change, first.upper))
        self._began = self._clock()
        self._timer.start()
        self._widget.update()

    def _follow(self, after: Picture) -> None:
        """Lead the way that is shown to `after` instead: something small has changed meanwhile."""
        self._change = change_between(self._before, after)
        if self._change is None:
            self._stop()

    def finish(self) -> None:
        """End it, and forget everything: size or colours may be others the next time."""
        self._stop()
        self._layers = None

    def paint(self, painter: QPainter) -> bool:
        """Paint the moment; return whether there is one, else the widget paints itself."""
        change, layers = self._change, self._layers
        if layers is None or layers.density != self._widget.devicePixelRatioF():
            return False
        if change is None:
            if self._rest is not None:
                painter.drawPixmap(0, 0, layers.pixels(self._rest))
            return self._rest is not None
        frame = frame_at(change, self._elapsed(), self._ease)
        _paint_layers(painter, change, layers, frame)
        for mark in frame.marks:
            paint_faded(painter, mark, layers.theme, frame.mark)
        for shape, opacity in frame.moving:
            paint_faded(painter, shape, layers.theme, opacity)
        return True

    def _stop(self) -> None:
        if self._layers is not None:
            self._layers.keep((self._change.after,) if self._change is not None else ())
        self._change = self._rest = None
        self._timer.stop()
        self._widget.update()

    def tick(self) -> None:
        """Ask for the next frame, and use the rest of the time for what later ones need."""
        change = self._change
        if change is None:
            return
        elapsed = self._elapsed()
        if elapsed >= rests_at(change):
            self._stop()
            self._rest = change.after if not change.movers else None
            return
        self._widget.update()
        if self._layers is not None:
            for later in (change.parted, change.met, change.after):
                if not self._layers.prepare(later, _AHEAD_S):
                    break

    def _elapsed(self) -> float:
        return (self._clock() - self._began) * 1000

    def _ease(self, share: float) -> float:
        return self._curve.valueForProgress(share)


def _paint_layers(painter: QPainter, change: Change, layers: Layers, frame: Frame) -> None:
    if frame.blend < 1.0:
        painter.drawPixmap(0, 0, layers.pixels(getattr(change, frame.lower)))
    if frame.blend > 0.0:
        painter.setOpacity(frame.blend)
        painter.drawPixmap(0, 0, layers.pixels(getattr(change, frame.upper)))
        painter.setOpacity(1.0)


def _curve() -> QEasingCurve:
    x1, y1, x2, y2 = numbers("motion", "easing")
    curve = QEasingCurve(QEasingCurve.Type.BezierSpline)
    curve.addCubicBezierSegment(QPointF(x1, y1), QPointF(x2, y2), QPointF(1, 1))
    return curve
