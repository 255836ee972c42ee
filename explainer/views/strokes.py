"""Outlines as Qt strokes them: straight pieces one by one, and every bend for itself.

A wide pen along one long path of many pieces takes Qt many times longer.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainterPath

from explainer.picture import ArcTo, LineTo, Move, MoveTo, Trace

_TOUCH = 0.01
"""px between two ends that are meant to be one."""
_MOST_KEPT = 6000
"""Outlines; what was seen long ago is worked out again."""


class Strokes(Struct, frozen=True):
    """What one outline is made of."""

    straight: list[QLineF]
    dots: list[QPointF]
    bends: list[QPainterPath]


Kept = dict[int, tuple[Trace, Strokes]]
"""By identity of the outline, which is held, so that no other can take its place."""


def strokes_of(trace: Trace, kept: Kept | None = None) -> Strokes:
    """Return what `trace` is made of, as it is in `kept` or newly put there."""
    if kept is None:
        return _strokes(trace.moves)
    found = kept.get(id(trace))
    if found is None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        found = kept[id(trace)] = (trace, _strokes(trace.moves))
    return found[1]


def _strokes(moves: tuple[Move, ...]) -> Strokes:
    made = Strokes([], [], [])
    for part in _parts(moves):
        match part:
            case (MoveTo(x0, y0), LineTo(x1, y1)) if x0 == x1 and y0 == y1:
                made.dots.append(QPointF(x0, y0))
            case (MoveTo(x0, y0), LineTo(x1, y1)):
                made.straight.append(QLineF(x0, y0, x1, y1))
            case _:
                made.bends.append(trace_path(part))
    return made


def _parts(moves: tuple[Move, ...]) -> Iterator[tuple[Move, ...]]:
    """Return the pieces between which the pen is lifted."""
    begin = 0
    for place, move in enumerate(moves):
        if place > begin and isinstance(move, MoveTo):
            yield moves[begin:place]
            begin = place
    if begin < len(moves):
        yield moves[begin:]


def trace_path(moves: tuple[Move, ...]) -> QPainterPath:
    """Return the outline that `moves` describe."""
    path = QPainterPath()
    for move in moves:
        match move:
            case MoveTo(x, y):
                path.moveTo(x, y)
            case LineTo(x, y):
                path.lineTo(x, y)
            case ArcTo():
                _bend(path, move)
    return path


def _bend(path: QPainterPath, arc: ArcTo) -> None:
    """Add an arc as curves that begin where the pen is.

    Qt's own `arcTo` draws a line to where the arc begins. It is shorter than rounding errors, but
    a wide pen makes a wedge of it.
    """
    pieces = max(1, math.ceil(abs(arc.sweep) / 90))
    step = math.radians(arc.sweep / pieces)
    reach = 4 / 3 * math.tan(step / 4) * arc.radius
    angle = math.radians(arc.start)
    x, y = arc.cx + arc.radius * math.cos(angle), arc.cy + arc.radius * math.sin(angle)
    if path.elementCount() == 0:
        path.moveTo(x, y)
    elif math.dist((path.currentPosition().x(), path.currentPosition().y()), (x, y)) > _TOUCH:
        path.lineTo(x, y)
    for _ in range(pieces):
        out_x, out_y = x - reach * math.sin(angle), y + reach * math.cos(angle)
        angle += step
        x, y = arc.cx + arc.radius * math.cos(angle), arc.cy + arc.radius * math.sin(angle)
        in_x, in_y = x + reach * math.sin(angle), y - reach * math.cos(angle)
        path.cubicTo(out_x, out_y, in_x, in_y, x, y)
