"""How large words are at each magnification of the map: they grow less than the rest.

Far away they stay readable, and only some of them find room; near by they leave room for details.
The magnification (`factor`) is that of the map's own px on the screen.
"""

from __future__ import annotations

from explainer.theme import window_type

_GROWTH = 0.35
"""Exponent: a map twice as large has words 1.27 times as large."""
_MOST = 1.6
"""The largest growth of words."""
NEAR = 1.7
"""From this magnification on there is room for details."""


def floor_px() -> float:
    """Return the size of words below which nobody can read them, px of the screen."""
    return window_type("floor")


def words_scale(factor: float, size: float) -> float:
    """Return by how much words of `size` px of the map are made larger there.

    1 leaves them as they are on the map: as large as the map is magnified.
    """
    grown = min(_MOST, factor**_GROWTH) / factor if factor > 1.0 else 1.0
    return max(grown, floor_px() / (size * factor)) if size * factor > 0 else grown


def is_far(factor: float, name: float) -> bool:
    """Return whether names of `name` px of the map would be too small to read."""
    return name * factor < floor_px()
