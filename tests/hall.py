"""The slides of the embedded deck as a hall sees them, and what each kind of words on them is.

Every line of words on a slide has an id, and every id has one role here: one without is found.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Literal

from ink import Inked, inked_line
from lectures import embedded
from msgspec import Struct

from explainer.picture import (
    ArcTo,
    Box,
    Clip,
    Icon,
    LineTo,
    MoveTo,
    Picture,
    Shape,
    TextLine,
    Trace,
)
from explainer.schema import Language
from explainer.story import steps
from explainer.views.render import framed_slide

Role = Literal["body", "label", "small"]
LEAST: dict[Role, float] = {"body": 0.042, "label": 0.028, "small": 0.025}
"""Of the letters, share of the slide's height."""

BODY = """
    title subtitle headline statement
    option letter answer term definition
    thesis reason sign experiment
    limit number big under example
    says doubt evidence change ability figure aspect cell group
    chart-name caveat share-name value total
    source-short source-title
    callout
"""
"""What the story is told with: headline, sentences, callouts, amounts."""
LABEL = """
    name date axis base model ancestor station column row listing mark mark-sign more
    method label certainty callout:tail weakest state reference by source-authors
    key unit tick words total-words note reasons-title experiment-title ancestor-label
    shared figure-source
"""
"""Names, axes, legends, cells of tables, and what says how sure something is and where from."""
SMALL = "source disputes slide-number"
"""The foot, read once."""
ROLES: dict[str, Role] = {
    **dict.fromkeys(BODY.split(), "body"),
    **dict.fromkeys(LABEL.split(), "label"),
    **dict.fromkeys(SMALL.split(), "small"),
}
HAIRLINE = 0.2
"""Of the height of letters: what is thinner is a rule, and a halo hides it."""
_OF_A_MODEL = re.compile(r".+:(name|date|base|callout:tail|callout|label)(?::[^:]+)?")
ON_A_GROUND = re.compile(
    r"card-\d|thesis-frame|experiment-frame|doubt-frame|empty-cell|tile|stressed-row|.+:pill"
)
"""Boxes that words are meant to stand in: cards, frames, tiles, and the ground of a chosen name."""


def kind(line_id: str) -> str:
    """Return the id of a line without the model or the date that it stands at."""
    if line_id.startswith("axis:"):
        return "axis"
    found = _OF_A_MODEL.fullmatch(line_id)
    return found[1] if found else line_id


class Words(Struct, frozen=True):
    """A line of words on a slide."""

    line: TextLine
    ink: Inked
    kind: str
    cut: bool
    """Only a part of it lies in what the camera shows."""


class Slide(Struct, frozen=True):
    """A slide, the words that are seen on it, and all other shapes."""

    where: str
    picture: Picture
    words: tuple[Words, ...]
    shapes: tuple[Shape, ...]


@cache
def slides(size: tuple[int, int], language: Language) -> tuple[Slide, ...]:
    """Return every slide of the story, made once for all tests."""
    return tuple(
        _slide(
            f"{name} {language} {size[0]}x{size[1]}",
            framed_slide(embedded(), name, language, *size),
        )
        for name in steps(embedded())
    )


def _slide(where: str, picture: Picture) -> Slide:
    shapes = tuple(_flat(picture.shapes))
    words = tuple(_words(picture.shapes, None))
    return Slide(where, picture, words, shapes)


def _flat(shapes: Iterable[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Clip):
            yield from _flat(shape.shapes)
        elif not isinstance(shape, TextLine):
            yield shape


def _words(shapes: Iterable[Shape], clip: Clip | None) -> Iterator[Words]:
    for shape in shapes:
        if isinstance(shape, Clip):
            yield from _words(shape.shapes, shape)
        elif isinstance(shape, TextLine) and "".join(span.text for span in shape.spans).strip():
            ink = inked_line(shape)
            if clip is None or _meets(ink, clip):
                cut = clip is not None and not _holds(clip, ink)
                yield Words(shape, ink, kind(shape.id), cut)


def _meets(ink: Inked, clip: Clip) -> bool:
    across = min(ink.right, clip.x + clip.width) - max(ink.left, clip.x)
    return across > 0 and min(ink.bottom, clip.y + clip.height) > max(ink.top, clip.y)


def _holds(clip: Clip, ink: Inked) -> bool:
    inside = clip.x <= ink.left and ink.right <= clip.x + clip.width
    return inside and clip.y <= ink.top and ink.bottom <= clip.y + clip.height


def struck(slide: Slide, words: Words, tolerance: float) -> Iterator[str]:
    """Yield what lies on a line of words, or under it, that should not.

    Hairlines behind a halo, the ground of a chosen name and the cards, frames and tiles that
    words stand in are meant.
    """
    ink = words.ink
    left, right = ink.left + tolerance, ink.right - tolerance
    top, bottom = ink.top + tolerance, ink.bottom - tolerance
    for shape in _over(slide.shapes, words):
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


def _over(shapes: tuple[Shape, ...], words: Words) -> tuple[Shape, ...]:
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


@cache
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
