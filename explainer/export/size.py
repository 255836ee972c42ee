"""How many pixels a slide has, and which part of them it fills."""

from __future__ import annotations

import re
from dataclasses import dataclass

SMALLEST = (320, 240)
LARGEST = (7680, 4320)
WIDEST = (16, 9)
"""A slide is laid out for every ratio up to this one ..."""
TALLEST = (4, 3)
"""... and down to this one; beyond, bars stand beside it."""


class SizeError(ValueError):
    """A size that is none, or outside the limits."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height, px."""

    width: int
    height: int


FULL_HD = Size(1920, 1080)


@dataclass(frozen=True, slots=True)
class Area:
    """The part of an image that a slide fills, px."""

    x: int
    y: int
    width: int
    height: int


def read_size(text: str) -> Size:
    """Return the size that `text` says: `1920x1080`.

    Raises:
        SizeError: it says none, or one smaller than `SMALLEST` or larger than `LARGEST`.
    """
    found = re.fullmatch(r"(\d{1,6})[xX×](\d{1,6})", text.strip(), re.ASCII)
    if not found:
        raise SizeError(text)
    size = Size(int(found[1]), int(found[2]))
    if not (SMALLEST[0] <= size.width <= LARGEST[0] and SMALLEST[1] <= size.height <= LARGEST[1]):
        raise SizeError(text)
    return size


def inner_area(width: int, height: int) -> Area:
    """Return where in an image of this size the slide stands: all of it, if the ratio allows."""
    inner_width = min(width, round(height * WIDEST[0] / WIDEST[1]))
    inner_height = min(height, round(width * TALLEST[1] / TALLEST[0]))
    return Area((width - inner_width) // 2, (height - inner_height) // 2, inner_width, inner_height)
