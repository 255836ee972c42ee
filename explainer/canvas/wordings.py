"""The words of a map in groups that keep together, each with the point at which it is pinned.

While the map grows, a group grows less, about its pin. The pin lies on the edge of its room, so a
group never leaves the room that it has at magnification 1: what did not collide never does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from explainer.paths import Point
from explainer.picture import ArcTo, Box, Shape, TextLine, Trace
from explainer.routes import Rect

Kind = Literal["name", "date", "callout", "label", "axis", "base"]


class Group(Struct, eq=False):
    """Words that are shown or left out together."""

    kind: Kind
    owner: str
    """A model, or a link and its method."""
    room: Rect
    """At magnification 1."""
    size: float
    """Of the smallest of its letters, px of the map."""
    ids: list[str]
    pin: Point | None = None


def groups(shapes: Iterable[Shape], centres: Mapping[str, Point]) -> list[Group]:
    """Return the groups of words among `shapes`.

    `centres` says where the stations, the badges and the dots of the axis stand that they tell of.
    """
    found: dict[tuple[Kind, str], Group] = {}
    for shape in shapes:
        if not isinstance(shape, TextLine | Box | Trace):
            continue
        key = _key(shape)
        if key is None:
            continue
        room, size = _room(shape), shape.size if isinstance(shape, TextLine) else 0.0
        group = found.get(key)
        if group is None:
            dot = ((room.left + room.right) / 2, (room.top + room.bottom) / 2)
            pin = dot if isinstance(shape, Box) else None
            found[key] = Group(*key, room, size or 1e6, [shape.id], pin)
            continue
        group.room = _around(group.room, room)
        group.size = min(group.size, size or group.size)
        group.ids.append(shape.id)
    for group in found.values():
        group.pin = _pin(group, found, centres)
    return list(found.values())


def scaled(group: Group, scale: float) -> Rect:
    """Return the room of a group that is `scale` times as large on the map."""
    (x, y), room = group.pin or (group.room.left, group.room.bottom), group.room
    return Rect(
        x + (room.left - x) * scale,
        y + (room.top - y) * scale,
        x + (room.right - x) * scale,
        y + (room.bottom - y) * scale,
    )


def _key(shape: TextLine | Box | Trace) -> tuple[Kind, str] | None:
    owner, _, rest = shape.id.partition(":")
    part = rest.partition(":")[0]
    if isinstance(shape, TextLine):
        match part:
            case "name" | "date" | "callout" | "base":
                return part, owner
            case "label":
                return "label", shape.id
            case _:
                return ("axis", shape.id) if owner == "axis" else None
    if isinstance(shape, Box):
        if owner == "axis":
            return "axis", shape.id
        return ("name", owner) if part == "pill" else None
    return ("callout", owner) if part == "callout" else None


def _pin(
    group: Group, found: Mapping[tuple[Kind, str], Group], centres: Mapping[str, Point]
) -> Point:
    room = group.room
    middle = ((room.left + room.right) / 2, room.bottom)
    if group.kind == "label":
        link, _, rest = group.owner.partition(":label:")
        return _nearest(room, centres.get(f"{link}:badge:{rest}", middle))
    if group.kind == "axis":
        return group.pin or (room.left, room.bottom)
    centre = centres.get(group.owner, middle)
    if group.kind in ("date", "callout"):
        name = found.get(("name", group.owner))
        # What stands at the name's side of its station stays beside the name.
        if name is not None and (name.room.left > centre[0]) is (room.left > centre[0] - 1):
            return _nearest(name.room, centre)
    return _nearest(room, centre)


def _nearest(room: Rect, point: Point) -> Point:
    return min(max(point[0], room.left), room.right), min(max(point[1], room.top), room.bottom)


def _around(one: Rect, other: Rect) -> Rect:
    return Rect(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )


def _room(shape: TextLine | Box | Trace) -> Rect:
    match shape:
        case TextLine(x, y, _, size, anchor, _, width):
            left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
            return Rect(left, y - size * 0.8, left + width, y + size * 0.22)
        case Box(x, y, width, height):
            return Rect(x, y, x + width, y + height)
        case Trace(moves):
            ends = [(move.x, move.y) for move in moves if not isinstance(move, ArcTo)]
            xs, ys = [x for x, _ in ends], [y for _, y in ends]
            return Rect(min(xs), min(ys), max(xs), max(ys)).grown(shape.width / 2, shape.width / 2)
