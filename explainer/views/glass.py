"""Paints a map at any magnification: strands as large as it is, words no larger than needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from msgspec.structs import replace
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from explainer.canvas import CanvasPicture, Frame
from explainer.canvas.plan import Plan
from explainer.canvas.seen import Seen, Word, flat, seen_part
from explainer.canvas.zones import Zones
from explainer.picture import Hit, Ink, Picture, TextLine
from explainer.state import ThemeName
from explainer.views.paint import paint_shapes
from explainer.views.strokes import Kept
from explainer.views.style import ink_colour

_DOT = 4.0
"""px; a station in a sketch."""
_HAIR = 1.0
"""px; a line in a sketch is no thinner."""


class Glass:
    """Looks at one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.seen = Seen(plan)
        self._zones: Zones | None = None
        self._kept: Kept = {}
        self._lines: dict[bool, list[tuple[Ink, list[QLineF]]]] = {}
        self._dots: list[tuple[Ink, list[QPointF]]] | None = None

    def paint(
        self, painter: QPainter, frame: Frame, dirty: QRectF, theme: ThemeName, drawn: CanvasPicture
    ) -> None:
        """Paint what is seen of `drawn` through `frame` in `dirty` px of the painter."""
        self.paint_plan(painter, frame, dirty, theme, drawn)
        self.paint_over(painter, frame, theme, drawn)

    def paint_plan(
        self, painter: QPainter, frame: Frame, dirty: QRectF, theme: ThemeName, drawn: CanvasPicture
    ) -> None:
        """Paint the map without what lies on it, words included."""
        factor = frame.factor
        part = seen_part(frame, (dirty.x(), dirty.y(), dirty.width(), dirty.height()))
        instead = drawn.chosen.pins if drawn.chosen is not None else {}
        sketched = self.seen.is_sketched(factor)
        if not sketched:
            paint_shapes(painter, self.seen.rules(part, frame), theme)
        with _on_map(painter, frame):
            if sketched:
                self._sketch(painter, factor, theme)
            else:
                paint_shapes(painter, self.seen.shapes(part), theme, self._kept)
            words = [it for it in self.seen.words(part, factor) if it.shape.id not in instead]
            if sketched:
                words = [self._grounded(painter, word, theme) for word in words]
            self._write(painter, words, theme)

    def paint_over(
        self, painter: QPainter, frame: Frame, theme: ThemeName, drawn: CanvasPicture
    ) -> None:
        """Paint what lies on the map: what is pointed at, and selected where it is laid over."""
        with _on_map(painter, frame):
            paint_shapes(painter, drawn.pointed, theme)
            if drawn.chosen is None:
                return
            pins = drawn.chosen.pins
            still = [shape for shape in drawn.chosen.shapes if shape.id not in pins]
            paint_shapes(painter, still, theme)
            told = [shape for shape in drawn.chosen.shapes if shape.id in pins]
            self._write(painter, self.seen.told(told, pins, frame.factor), theme)

    def flat(self, frame: Frame, size: tuple[float, float]) -> Picture | None:
        """Return what is seen as one picture, px of the screen; None where that is too much."""
        return None if self.plan.vast else flat(self.seen, frame, size)

    def hit_at(self, point: QPointF, frame: Frame) -> Hit | None:
        """Return what answers at `point` of the screen."""
        return self._zone_finder.at((point.x(), point.y()), frame)

    def zone(self, hit: Hit, frame: Frame) -> QRectF | None:
        """Return where `hit` answers on the screen; None where it does not."""
        zone = self._zone_finder.zone(hit, frame)
        if zone is None:
            return None
        return QRectF(zone.left, zone.top, zone.right - zone.left, zone.bottom - zone.top)

    @property
    def _zone_finder(self) -> Zones:
        if self._zones is None:
            self._zones = Zones(self.plan, self.seen)
        return self._zones

    def _write(self, painter: QPainter, words: Iterable[Word], theme: ThemeName) -> None:
        for word in words:
            if word.scale == 1.0:
                paint_shapes(painter, (word.shape,), theme)
                continue
            painter.save()
            painter.translate(word.pin.x, word.pin.y)
            painter.scale(word.scale, word.scale)
            painter.translate(-word.pin.x, -word.pin.y)
            paint_shapes(painter, (word.shape,), theme)
            painter.restore()

    def _grounded(self, painter: QPainter, word: Word, theme: ThemeName) -> Word:
        """Paint a plain ground in place of a halo: many names come and go while one zooms."""
        line = word.shape
        if not isinstance(line, TextLine) or not line.halo:
            return word
        room = word.room
        ground = QRectF(room.left, room.top, room.right - room.left, room.bottom - room.top)
        painter.fillRect(ground, ink_colour(theme, line.halo))
        return Word(replace(line, halo=""), word.pin, word.scale)

    def _sketch(self, painter: QPainter, factor: float, theme: ThemeName) -> None:
        """Paint lines and dots; all are level or upright, and sharp without smoothing."""
        lanes = self.seen.has_lanes(factor)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        width = max(_HAIR, self.plan.strand * factor * (1.0 if lanes else 1.6))
        for ink, lines in self._sketched(lanes=lanes):
            pen = QPen(ink_colour(theme, ink), round(width))
            pen.setCosmetic(True)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLines(lines)
        if self._dots is None:
            self._dots = [
                (ink, [QPointF(x, y) for x, y in points])
                for ink, points in self.plan.sketch.dots
                if points
            ]
        for ink, points in self._dots:
            pen = QPen(ink_colour(theme, ink), max(_DOT, self.plan.strand * factor * 2.0))
            pen.setCosmetic(True)
            pen.setCapStyle(Qt.PenCapStyle.SquareCap)
            painter.setPen(pen)
            painter.drawPoints(points)

    def _sketched(self, *, lanes: bool) -> list[tuple[Ink, list[QLineF]]]:
        if lanes not in self._lines:
            drawn = self.plan.sketch.lanes if lanes else self.plan.sketch.bundles
            self._lines[lanes] = [
                (ink, [QLineF(*line) for line in lines]) for ink, lines in drawn if lines
            ]
        return self._lines[lanes]


@contextmanager
def _on_map(painter: QPainter, frame: Frame) -> Iterator[None]:
    """Let the painter stand on the map: its px are those of the map meanwhile."""
    painter.save()
    painter.translate(frame.dx, frame.dy)
    painter.scale(frame.factor, frame.factor)
    yield
    painter.restore()
