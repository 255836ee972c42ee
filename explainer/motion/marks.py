"""What has come is marked for a moment: a ground a little darker under it."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.picture import Box, Shape, TextLine
from explainer.theme import number

_PADDING = (0.32, 0.24)
"""Across and down, em of the words."""
_LARGEST = 0.12
"""Share of the picture; what is larger needs no mark."""
_QUIET = ("", "headline", "axis", "source", "disputes", "key")
_BASELINE = 0.8
"""em from the head of a line to its baseline."""
_FROM_START = {"start": 0.0, "middle": 0.5, "end": 1.0}


def marks(entered: Iterable[Shape], area: float) -> tuple[Box, ...]:
    """Return grounds under the words among `entered`, one for all lines of one id.

    Headline, axis and foot change with every other step; marking them would mark everything.

    `area` is that of the picture, px².
    """
    rects: dict[str, tuple[float, float, float, float]] = {}
    for shape in entered:
        if isinstance(shape, TextLine) and shape.width and shape.id.partition(":")[0] not in _QUIET:
            left, top, right, bottom = _room(shape)
            known = rects.get(shape.id)
            if known is not None:
                left, top = min(left, known[0]), min(top, known[1])
                right, bottom = max(right, known[2]), max(bottom, known[3])
            rects[shape.id] = (left, top, right, bottom)
    return tuple(
        Box(
            left,
            top,
            right - left,
            bottom - top,
            radius=number("motion", "mark_radius"),
            fill="ink",
            opacity=number("motion", "mark_opacity"),
            id=f"changed:{name}",
        )
        for name, (left, top, right, bottom) in rects.items()
        if (right - left) * (bottom - top) <= _LARGEST * area
    )


def _room(line: TextLine) -> tuple[float, float, float, float]:
    across, down = (part * line.size for part in _PADDING)
    left = line.x - line.width * _FROM_START[line.anchor]
    top = line.y - _BASELINE * line.size
    return left - across, top - down / 2, left + line.width + across, top + line.size + down
