"""The room that strands take: words keep clear of it."""

from __future__ import annotations

from explainer.paths import Corner, Way
from explainer.routes import Rect
from explainer.theme import number


def turns(way: Way, low: float, high: float, strand: float) -> list[Rect]:
    """Return the room that a bundle takes in the corners of its way."""
    rects: list[Rect] = []
    for part, begin in zip(way.parts, way.begins, strict=True):
        if isinstance(part, Corner):
            rects += along(way, (begin, begin + part.length), (low, high), strand)
    return rects


def along(
    way: Way, part: tuple[float, float], lanes: tuple[float, ...], strand: float
) -> list[Rect]:
    """Return the room that strands take on a part of their way, in small steps."""
    begin, end = part
    count = max(2, int((end - begin) / strand))
    rects: list[Rect] = []
    for step in range(count + 1):
        ends = [way.at(begin + (end - begin) * step / count, lane) for lane in lanes]
        xs, ys = zip(*ends, strict=True)
        room = Rect(min(xs), min(ys), max(xs), max(ys))
        rects.append(room.grown(strand * 0.6, strand * 0.6))
    return rects


def strip(
    run: tuple[tuple[float, float], tuple[float, float]], low: float, high: float, strand: float
) -> Rect:
    """Return the room that a bundle takes on a straight run."""
    (x1, y1), (x2, y2) = run
    clear = strand * (0.5 + number("node", "ring_gap") * 0.4)
    if x1 == x2:
        return Rect(x1 + low - clear, min(y1, y2), x1 + high + clear, max(y1, y2))
    low, high = (-high, -low) if x2 > x1 else (low, high)
    return Rect(min(x1, x2), y1 + low - clear, max(x1, x2), y1 + high + clear)
