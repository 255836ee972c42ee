"""The room that a shape takes when it is painted."""

from __future__ import annotations

from explainer.picture import ArcTo, Box, Clip, Icon, Later, Shape, TextLine, Trace
from explainer.routes import Rect

_EVERYWHERE = Rect(-1e9, -1e9, 1e9, 1e9)
_HALO = 0.2
"""em."""


def bounds(shape: Shape) -> Rect:
    """Return a rectangle that holds all that is painted of `shape`, px of its picture."""
    match shape:
        case TextLine(x, y, _, size, anchor, _, width):
            if not width:
                return _EVERYWHERE
            left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
            out = size * _HALO
            return Rect(left - out, y - size * 1.1, left + width + out, y + size * 0.45)
        case Box(x, y, width, height):
            return Rect(x, y, x + width, y + height).grown(shape.stroke_width, shape.stroke_width)
        case Icon(_, x, y, size):
            return Rect(x, y, x, y).grown(size, size)
        case Clip(x, y, width, height) | Later(x, y, width, height):
            return Rect(x, y, x + width, y + height)
        case Trace():
            return _outline(shape)


def _outline(trace: Trace) -> Rect:
    xs: list[float] = []
    ys: list[float] = []
    for move in trace.moves:
        if isinstance(move, ArcTo):
            xs += (move.cx - move.radius, move.cx + move.radius)
            ys += (move.cy - move.radius, move.cy + move.radius)
        else:
            xs.append(move.x)
            ys.append(move.y)
    if not xs:
        return Rect(0.0, 0.0, 0.0, 0.0)
    return Rect(min(xs), min(ys), max(xs), max(ys)).grown(trace.width, trace.width)
