"""Rooms that are taken, found again by place: what asks about a few of many looks at few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import floor
from typing import Self

from explainer.routes.rects import Rect

_CELL = 192.0
"""px; about a name, so that most rooms lie in few cells."""


class Rooms:
    """Rectangles in the order in which they were taken; may be walked through like a list."""

    def __init__(self, rects: Iterable[Rect] = (), cell: float = _CELL) -> None:
        self._cell = cell
        self._all: list[Rect] = []
        self._cells: dict[tuple[int, int], list[int]] = {}
        self.extend(rects)

    def append(self, rect: Rect) -> None:
        """Take one more."""
        for cell in self._of(rect):
            self._cells.setdefault(cell, []).append(len(self._all))
        self._all.append(rect)

    def extend(self, rects: Iterable[Rect]) -> None:
        """Take more."""
        for rect in rects:
            self.append(rect)

    def __iadd__(self, rects: Iterable[Rect]) -> Self:
        """Take more."""
        self.extend(rects)
        return self

    def __iter__(self) -> Iterator[Rect]:
        """Yield all."""
        return iter(self._all)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._all)

    def __getitem__(self, place: int) -> Rect:
        """Return the one that was taken as the `place`-th, counted from 0."""
        return self._all[place]

    def meets(self, rect: Rect) -> bool:
        """Return whether any has a part in common with `rect`."""
        rooms = self._all
        left, top, right, bottom = rect.left, rect.top, rect.right, rect.bottom
        for cell in self._of(rect):
            for place in self._cells.get(cell, ()):
                other = rooms[place]
                if (
                    left < other.right
                    and other.left < right
                    and top < other.bottom
                    and other.top < bottom
                ):
                    return True
        return False

    def near(self, rect: Rect) -> list[int]:
        """Return the places of those that have a part in common with `rect`, in their order."""
        if (rect.right - rect.left) * (rect.bottom - rect.top) > self._cell**2 * len(self._all):
            return [place for place, room in enumerate(self._all) if room.meets(rect)]
        found = {place for cell in self._of(rect) for place in self._cells.get(cell, ())}
        return [place for place in sorted(found) if self._all[place].meets(rect)]

    def _of(self, rect: Rect) -> Iterator[tuple[int, int]]:
        cell = self._cell
        right, bottom = floor(rect.right / cell), floor(rect.bottom / cell)
        for column in range(floor(rect.left / cell), right + 1):
            for row in range(floor(rect.top / cell), bottom + 1):
                yield column, row
