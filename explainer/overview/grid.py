"""Where the stages stand in the overview, and which one an arrow key leads to."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from msgspec import Struct

from explainer.bars.controls import Place

_COLUMNS = ((1500.0, 5), (1100.0, 4))
"""px of width from which there are so many columns."""
_LEAST = 3
_MARGINS = ((1100.0, 48.0), (0.0, 28.0))
"""px of width from which the grid keeps so many px to both sides."""
_GAP = 27.0
_TOP = 28.0
CAPTION = 51.0
"""px under a picture, to the next one."""
_RATIO = 9 / 16


class Grid(Struct, frozen=True):
    """Places for the pictures, px from the corner of the page."""

    columns: int
    tiles: tuple[Place, ...]
    width: float
    height: float


def columns_for(width: float) -> int:
    """Return how many pictures stand side by side in a window of `width` px."""
    return next((count for least, count in _COLUMNS if width >= least), _LEAST)


def grid(count: int, width: float) -> Grid:
    """Return places for `count` pictures; they depend on nothing that is typed."""
    columns = columns_for(width)
    margin = next(it for least, it in _MARGINS if width >= least)
    wide = (width - 2 * margin - (columns - 1) * _GAP) / columns
    # Whole px: a picture that falls between them would be soft.
    wide, high = float(int(wide)), float(round(int(wide) * _RATIO))
    left = float(int((width - columns * wide - (columns - 1) * _GAP) / 2))
    tiles = tuple(
        Place(
            left + at % columns * (wide + _GAP),
            _TOP + at // columns * (high + CAPTION),
            wide,
            high,
        )
        for at in range(count)
    )
    rows = -(-count // columns)
    return Grid(columns, tiles, width, _TOP + rows * (high + CAPTION))


def beside(
    at: int,
    direction: Literal["left", "right", "up", "down"],
    columns: int,
    lit: Collection[int],
    rows: int = 1,
) -> int:
    """Return the lit picture to which a key leads from picture `at`; itself where there is none.

    Left and right follow the order of the story. Up and down lead to the nearest row that is at
    least `rows` away, or the last one there is, and in it to the nearest column.
    """
    if direction in ("left", "right"):
        return _along(at, lit, forward=direction == "right")
    sign = 1 if direction == "down" else -1
    row, column = divmod(at, columns)
    ahead = sorted({sign * (it // columns - row) for it in lit if sign * (it // columns - row) > 0})
    if not ahead:
        return at
    goal = row + sign * next((it for it in ahead if it >= rows), ahead[-1])
    there = [it for it in lit if it // columns == goal]
    return min(there, key=lambda it: (abs(it % columns - column), it))


def _along(at: int, lit: Collection[int], *, forward: bool) -> int:
    found = [it for it in lit if (it > at if forward else it < at)]
    if not found:
        return at
    return min(found) if forward else max(found)
