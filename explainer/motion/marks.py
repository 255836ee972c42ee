"""What has come is marked for a moment: a ground a little darker under it."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.picture import Box, Shape, TextLine
from explainer.theme import number

_PADDING = (0.32, 0.24)
"""Across and down, em of the words."""
_LARGEST = 0.12
"""Share of the picture; what is larger needs no mark."""
_MOST = 6
"""Where more has come, marking all of it would mark nothing."""
_QUIET = ("", "headline", "axis", "source", "disputes", "key", "certainty", "reference")
"""What follows from the rest: it changes with every other step."""
_BASELINE = 0.8
"""em from the head of a line to its baseline."""
_FROM_START = {"start": 0.0, "middle": 0.5, "end": 1.0}
_Room = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def marks(entered: Iterable[Shape], area: float) -> tuple[Box, ...]:
    """Return grounds under the words among `entered`; lines of one id that touch share one.

    `area` is that of the picture, px².
    """
    rooms: list[tuple[str, _Room]] = []
    for shape in entered:
        if isinstance(shape, TextLine) and shape.width and shape.id.partition(":")[0] not in _QUIET:
            _add(rooms, shape.id, _room(shape))
    found = tuple(_mark(name, room) for name, room in rooms)
    found = tuple(mark for mark in found if mark.width * mark.height <= _LARGEST * area)
    return found if len(found) <= _MOST else ()


def _add(rooms: list[tuple[str, _Room]], name: str, room: _Room) -> None:
    for place, (other, known) in enumerate(rooms):
        if other == name and _touch(room, known):
            lefts, tops, rights, bottoms = zip(room, known, strict=True)
            rooms[place] = (name, (min(lefts), min(tops), max(rights), max(bottoms)))
            return
    rooms.append((name, room))


def _touch(one: _Room, other: _Room) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across >= 0 and down >= 0


def _mark(name: str, room: _Room) -> Box:
    left, top, right, bottom = room
    return Box(
        left,
        top,
        right - left,
        bottom - top,
        radius=number("motion", "mark_radius"),
        fill="ink",
        opacity=number("motion", "mark_opacity"),
        id=f"changed:{name}",
    )


def _room(line: TextLine) -> _Room:
    across, down = (part * line.size for part in _PADDING)
    left = line.x - line.width * _FROM_START[line.anchor]
    top = line.y - _BASELINE * line.size
    return left - across, top - down / 2, left + line.width + across, top + line.size + down
