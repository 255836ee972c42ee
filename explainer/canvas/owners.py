"""Whose a few words on a map are: that of the station that they stand by."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Mapping
from math import hypot, inf

from msgspec import Struct

from explainer.routes import Rect, Rooms

_CLEARLY = 0.9
FAR = 8.0
"""Heights of words; at a station that far away nobody looks for a step's own few words."""
_SLACK = 0.5
"""px; what is nearer by less is as near."""


class Owner(Struct, frozen=True):
    """A station that words may be read as belonging to."""

    row: float | None
    """The height of its middle, px; None where it has no row of its own across the map."""
    rooms: tuple[Rect, ...]
    """The station and its name."""


class Owners:
    """All stations of one map.

    `clearly` is the share of the way to another row from which on words are no longer in their own.
    Rows count up to as `far` as so many heights of the words.
    """

    def __init__(
        self, stations: Mapping[str, Owner], clearly: float = _CLEARLY, far: float = inf
    ) -> None:
        self._stations, self._clearly, self._far = stations, clearly, far
        self._rows = sorted({it.row for it in stations.values() if it.row is not None})
        rooms = [(name, room) for name, it in stations.items() for room in it.rooms]
        self._names = [name for name, _ in rooms]
        self._rooms = Rooms(room for _, room in rooms)

    def are_astray(self, words: Rect, name: str, crossed: Callable[[Rect], bool]) -> bool:
        """Return whether `words` would be read as those of another station than `name`.

        They stand in the row of another one or nearer to it, or something runs between them and
        their own; `crossed` tells whether it has a part in a rectangle.
        """
        own = self._stations[name]
        nearest = min(own.rooms, key=lambda room: _gap(words, room))
        near = _gap(words, nearest)
        if own.row is not None and self._is_off(words, own.row):
            return True
        # Beside their own name, in its row, they are its own however close the next row is.
        high, middle = words.bottom - words.top, (words.top + words.bottom) / 2
        beside = own.row is not None and abs(middle - own.row) < high / 4 and near < high
        for place in () if beside else self._rooms.near(words.grown(near + _SLACK, near + _SLACK)):
            if self._names[place] != name and _gap(words, self._rooms[place]) <= near:
                return True
        return crossed(_between(words, nearest))

    def _is_off(self, words: Rect, own: float) -> bool:
        """Return whether words are as near to another row as to theirs."""
        middle, far = (words.top + words.bottom) / 2, self._far * (words.bottom - words.top)
        at, off = bisect(self._rows, middle), abs(middle - own)
        rows = [row for row in self._rows[max(at - 1, 0) : at + 1] if row != own]
        rows = [row for row in rows if abs(middle - row) * self._clearly + _SLACK < off]
        return any(
            min(_gap(words, room) for room in it.rooms) < far
            for it in self._stations.values()
            if it.row in rows
        )


def _gap(one: Rect, other: Rect) -> float:
    across = max(one.left - other.right, other.left - one.right, 0.0)
    return hypot(across, max(one.top - other.bottom, other.top - one.bottom, 0.0))


def _between(one: Rect, other: Rect) -> Rect:
    """Return what lies between the middles of two rectangles that face one another.

    What only touches their corners does not part them.
    """
    xs = sorted((one.left, one.right, other.left, other.right))[1:3]
    ys = sorted((one.top, one.bottom, other.top, other.bottom))[1:3]
    beside = one.left >= other.right or other.left >= one.right
    level = one.top < other.bottom and other.top < one.bottom
    across = 0.0 if beside else (xs[1] - xs[0]) / 4
    down = (ys[1] - ys[0]) / 4 if level else 0.0
    return Rect(xs[0], ys[0], xs[1], ys[1]).grown(-across, -down)
