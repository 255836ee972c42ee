"""What lies on words, or under them, that should not: lines, edges, badges."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from explainer.fits.ink import Words
from explainer.picture import ArcTo, Box, Icon, LineTo, MoveTo, Shape, Trace
from explainer.routes import Rect

HAIRLINE = 0.2
"""Of the height of letters: what is thinner is a rule, and a halo hides it."""
ON_A_GROUND = re.compile(
    r"card-\d|thesis-frame|experiment-frame|doubt-frame|empty-cell|tile|stressed-row|.+:pill"
)
"""Boxes that words are meant to stand in: cards, frames, tiles, and the ground of a chosen name."""


def struck(shapes: Sequence[Shape], words: Words, tolerance: float) -> Iterator[str]:
    """Yield what lies on a line of words, or under it, that should not.

    Hairlines behind a halo, the ground of a chosen name and the cards, frames and tiles that
    words stand in are meant.
    """
    ink = words.ink
    left, right = ink.left + tolerance, ink.right - tolerance
    top, bottom = ink.top + tolerance, ink.bottom - tolerance
    for shape in _over(shapes, words):
        match shape:
            case Box():
                if _box_strikes(shape, words, (left, top, right, bottom)):
                    yield f"box {shape.id or shape.fill or shape.stroke}"
            case Icon():
                half = shape.size / 2
                if _apart(shape.x - half, shape.x + half, left, right):
                    continue
                if not _apart(shape.y - half, shape.y + half, top, bottom):
                    yield f"icon {shape.name}"
            case Trace():
                if _trace_strikes(shape, words, (left, top, right, bottom)):
                    yield f"line {shape.id or shape.stroke or shape.fill}"


def _over(shapes: Sequence[Shape], words: Words) -> Sequence[Shape]:
    """Return what is painted over the last ground that the words stand on: it hides all before."""
    grounds = [
        place
        for place, it in enumerate(shapes)
        if isinstance(it, Box) and it.fill and ON_A_GROUND.fullmatch(it.id) and _around(it, words)
    ]
    return shapes[grounds[-1] + 1 :] if grounds else shapes


def _around(box: Box, words: Words) -> bool:
    ink = words.ink
    across = box.x < ink.left and ink.right < box.x + box.width
    return across and box.y < ink.top and ink.bottom < box.y + box.height


def _apart(low: float, high: float, begin: float, end: float) -> bool:
    return high <= begin or end <= low


def _box_strikes(box: Box, words: Words, room: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = room
    if words.line.halo and min(box.width, box.height) < HAIRLINE * (bottom - top):
        return False
    out = box.stroke_width / 2
    x1, x2, y1, y2 = box.x - out, box.x + box.width + out, box.y - out, box.y + box.height + out
    if not (box.fill or box.stroke) or _apart(x1, x2, left, right) or _apart(y1, y2, top, bottom):
        return False
    around = x1 < left and right < x2 and y1 < top and bottom < y2
    return not (around and ON_A_GROUND.fullmatch(box.id))


def runs_through(trace: Trace, room: Rect) -> bool:
    """Return whether the middle of a line has a part in a rectangle."""
    edges = (room.left, room.top, room.right, room.bottom)
    return any(_crosses(segment, *edges) for segment in _segments(trace))


def _trace_strikes(trace: Trace, words: Words, room: tuple[float, float, float, float]) -> bool:
    if trace.stroke == "line" and words.line.halo:
        return False
    if trace.stroke == "background" and not trace.fill:
        return False
    half = trace.width / 2 if trace.stroke else 0.0
    left, top, right, bottom = room[0] - half, room[1] - half, room[2] + half, room[3] + half
    found = _segments(trace)
    if any(_crosses(segment, left, top, right, bottom) for segment in found):
        return True
    return bool(trace.fill) and _inside(found, (room[0] + room[2]) / 2, (room[1] + room[3]) / 2)


Segment = tuple[float, float, float, float]


@lru_cache(maxsize=4096)
def _segments(trace: Trace) -> tuple[Segment, ...]:
    """Return an outline as straight pieces; arcs as eight of them."""
    made: list[Segment] = []
    x = y = 0.0
    start = (0.0, 0.0)
    for move in trace.moves:
        match move:
            case MoveTo():
                start = (move.x, move.y)
                x, y = start
            case LineTo():
                made.append((x, y, move.x, move.y))
                x, y = move.x, move.y
            case ArcTo():
                turns = [math.radians(move.start + move.sweep * part / 8) for part in range(9)]
                points = [
                    (move.cx + move.radius * math.cos(it), move.cy + move.radius * math.sin(it))
                    for it in turns
                ]
                made += [(*one, *other) for one, other in pairwise(points)]
                x, y = points[-1]
    if trace.closed and made:
        made.append((x, y, *start))
    return tuple(made)


def _crosses(segment: Segment, left: float, top: float, right: float, bottom: float) -> bool:
    """Return whether a straight piece has a part in a rectangle."""
    x1, y1, x2, y2 = segment
    if max(x1, x2) <= left or min(x1, x2) >= right or max(y1, y2) <= top or min(y1, y2) >= bottom:
        return False
    begin, end = 0.0, 1.0
    for low, high, at, step in ((left, right, x1, x2 - x1), (top, bottom, y1, y2 - y1)):
        if not step:
            continue
        near, far = sorted(((low - at) / step, (high - at) / step))
        begin, end = max(begin, near), min(end, far)
    return begin < end


def _inside(outline: Iterable[Segment], x: float, y: float) -> bool:
    crossings = sum(
        1
        for x1, y1, x2, y2 in outline
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    )
    return crossings % 2 == 1
