"""The room that a shape takes when it is painted."""

from __future__ import annotations

from explainer.picture import ArcTo, Box, Clip, Icon, Later, Shape, TextLine, Trace
from explainer.routes import Rect

_EVERYWHERE = Rect(-1e9, -1e9, 1e9, 1e9)
_HALO = 0.2
"""em."""
_LETTERS = (0.88, 0.25)
"""How far letters reach above their baseline and below it, em."""
_SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


def bounds(shape: Shape) -> Rect:
    """Return a rectangle that holds all that is painted of `shape`, px of its picture."""
    match shape:
        case TextLine(x, y, _, size, anchor, _, width):
            if not width:
                return _EVERYWHERE
            left = x - width * _SHIFT[anchor]
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


def letters(line: TextLine) -> Rect:
    """Return the room of a line's letters, without its halo, px of its picture."""
    left = line.x - line.width * _SHIFT[line.anchor]
    top, foot = line.y - line.size * _LETTERS[0], line.y + line.size * _LETTERS[1]
    return Rect(left, top, left + line.width, foot)


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
