"""The sizes of a chart, and its marks: dots and bars, filled or hollow."""

from __future__ import annotations

from msgspec import Struct

from explainer.picture import Box, Ink

_OUTLINE = 0.32
"""Of a hollow dot, share of its radius."""
_EDGE = 2.5
"""Of a hollow bar, in hairlines."""


_VALUE = 1.03
"""Of a row's height, for the letters of values: digits are much lower than their letters' size."""


class Look(Struct, frozen=True):
    """The sizes of a table, px."""

    name: float
    value: float
    label: float
    """Ticks and words; nothing is set smaller."""
    row: float
    """The most that a row takes."""
    dot: float
    """Radius."""
    hair: float
    ground: Ink = "background"

    def in_row(self, height: float) -> float:
        """Return the size of values in a row of that height."""
        return max(self.label, min(self.value, height * _VALUE))


def dot_shape(  # noqa: PLR0913 - a place, a size and a look
    x: float, y: float, radius: float, ink: Ink, ground: Ink, *, hollow: bool
) -> Box:
    """Return a dot about `x`, `y`; a hollow one is as wide with its outline."""
    if not hollow:
        return Box(x - radius, y - radius, 2 * radius, 2 * radius, radius, fill=ink, id="dot")
    thick = radius * _OUTLINE
    inner = radius - thick / 2
    return Box(
        x - inner, y - inner, 2 * inner, 2 * inner, inner, ground, ink, thick, id="dot-hollow"
    )


def bar_shape(  # noqa: PLR0913 - a place, a size and a look
    x: float, y: float, long: float, thick: float, ink: Ink, look: Look, *, hollow: bool
) -> Box:
    """Return a bar to the right of `x`, `y`."""
    if not hollow:
        return Box(x, y, long, thick, fill=ink, id="bar")
    edge = min(_EDGE * look.hair, long / 2)
    return Box(
        x + edge / 2,
        y + edge / 2,
        long - edge,
        thick - edge,
        0.0,
        look.ground,
        ink,
        edge,
        id="bar-hollow",
    )
