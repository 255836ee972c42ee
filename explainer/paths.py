"""Rounded right-angled ways, and the parallel lanes along them.

A way is measured along its centre; a lane at an offset shares that measure, so that a cut at one
length cuts every lane at the same place, radially in a corner.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import force_setattr

from explainer.picture import ArcTo, LineTo, Move, MoveTo

Point = tuple[float, float]
_LEAST_RADIUS = 0.05
"""A lane inside a corner narrower than its offset turns on the spot."""


class Straight(Struct, frozen=True):
    """A straight run from `start` along the unit vector `along`."""

    start: Point
    along: Point
    length: float

    def at(self, length: float, offset: float) -> Point:
        """Return the point `length` px on, `offset` px to the left as seen walking."""
        (x, y), (ux, uy) = self.start, self.along
        return x + ux * length + uy * offset, y + uy * length - ux * offset

    def direction(self, _length: float) -> Point:
        """Return the unit vector of walking there."""
        return self.along

    def moves(self, _start: float, end: float, offset: float) -> Move:
        """Return the step to the point at `end`."""
        return LineTo(*self.at(end, offset))


class Corner(Struct, frozen=True):
    """A quarter round about `centre`; `sweep` is 90 or -90 degrees, clockwise positive."""

    centre: Point
    radius: float
    start: float
    sweep: float

    @property
    def length(self) -> float:
        """Along the centre line, px."""
        return self.radius * math.radians(abs(self.sweep))

    def _angle(self, length: float) -> float:
        return self.start + self.sweep * (length / self.length if self.length else 1.0)

    def _lane_radius(self, offset: float) -> float:
        return max(_LEAST_RADIUS, self.radius + math.copysign(offset, offset * self.sweep))

    def at(self, length: float, offset: float) -> Point:
        """Return the point `length` px on, `offset` px to the left as seen walking."""
        angle, radius = math.radians(self._angle(length)), self._lane_radius(offset)
        return self.centre[0] + radius * math.cos(angle), self.centre[1] + radius * math.sin(angle)

    def direction(self, length: float) -> Point:
        """Return the unit vector of walking there."""
        angle, turn = math.radians(self._angle(length)), math.copysign(1.0, self.sweep)
        return -math.sin(angle) * turn, math.cos(angle) * turn

    def moves(self, start: float, end: float, offset: float) -> Move:
        """Return the arc from `start` to `end`."""
        first = self._angle(start)
        return ArcTo(*self.centre, self._lane_radius(offset), first, self._angle(end) - first)


Part = Straight | Corner


class Way(Struct, frozen=True):
    """A way of straight runs and corners, from its first point to its last."""

    parts: tuple[Part, ...]
    begins: tuple[float, ...] = ()
    """The length at which each part begins, px along the centre; it finds that out itself."""
    length: float = 0.0
    """Along the centre, px; it finds that out itself."""

    def __post_init__(self) -> None:
        *begins, length = accumulate((part.length for part in self.parts), initial=0.0)
        force_setattr(self, "begins", tuple(begins))
        force_setattr(self, "length", length)

    def at(self, length: float, offset: float = 0.0) -> Point:
        """Return the point `length` px from the start, on the lane at `offset`."""
        part, rest = self._part(length)
        return part.at(rest, offset)

    def step(self, length: float, offset: float = 0.0) -> tuple[Point, Point]:
        """Return the point `length` px from the start, and the unit vector of walking there."""
        part, rest = self._part(length)
        return part.at(rest, offset), part.direction(rest)

    def _part(self, length: float) -> tuple[Part, float]:
        place = max(0, bisect_left(self.begins, length) - 1)
        part = self.parts[place]
        return part, min(max(0.0, length - self.begins[place]), part.length)

    def moves(self, start: float, end: float, offset: float = 0.0) -> tuple[Move, ...]:
        """Return the outline from `start` to `end` px of the lane at `offset`."""
        start, end = max(0.0, start), min(self.length, end)
        if end <= start:
            return ()
        first_part = max(0, bisect_left(self.begins, start) - 1)
        at_start = self.parts[first_part].at(start - self.begins[first_part], offset)
        moves: list[Move] = [MoveTo(*at_start)]
        for place in range(first_part, len(self.parts)):
            part, begin = self.parts[place], self.begins[place]
            if begin >= end:
                break
            first, last = max(start, begin), min(end, begin + part.length)
            if last > first:
                moves.append(part.moves(first - begin, last - begin, offset))
        return tuple(moves)

    def whole(self, offset: float = 0.0) -> tuple[Move, ...]:
        """Return the outline of the whole lane at `offset`."""
        return self.moves(0.0, self.length, offset)


def way(corners: Sequence[Point], radius: float) -> Way:
    """Return the way through `corners`, each but the first and last rounded by `radius` px.

    Runs are vertical or horizontal; a corner takes at most half of a run between two corners.
    """
    points = _without_repeats(corners)
    parts: list[Part] = []
    here = points[0]
    last = len(points) - 3
    for place, (before, corner, after) in enumerate(
        zip(points, points[1:], points[2:], strict=False)
    ):
        (ux, uy), arriving = _unit(before, corner)
        (vx, vy), leaving = _unit(corner, after)
        turn = ux * vy - uy * vx
        if abs(turn) < 0.5:  # noqa: PLR2004 - straight on: the cross product is 0, else 1
            continue
        room_before = arriving if place == 0 else arriving / 2
        room_after = leaving if place == last else leaving / 2
        rounding = min(radius, room_before, room_after)
        parts.extend(_run(here, (corner[0] - ux * rounding, corner[1] - uy * rounding)))
        centre = (corner[0] + (vx - ux) * rounding, corner[1] + (vy - uy) * rounding)
        start = math.degrees(math.atan2(-vy, -vx))
        parts.append(Corner(centre, rounding, start, math.copysign(90.0, turn)))
        here = (corner[0] + vx * rounding, corner[1] + vy * rounding)
    parts.extend(_run(here, points[-1]))
    return Way(tuple(parts) or (Straight(points[0], (0.0, 1.0), 0.0),))


def _run(start: Point, end: Point) -> list[Part]:
    along, length = _unit(start, end)
    return [Straight(start, along, length)] if length > 0 else []


def _unit(start: Point, end: Point) -> tuple[Point, float]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    return ((dx / length, dy / length) if length else (0.0, 1.0)), length


def _without_repeats(points: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if not kept or math.dist(kept[-1], point) > 0.01:  # noqa: PLR2004 - px, nothing to see
            kept.append(point)
    return kept
