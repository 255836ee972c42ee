"""The signs of a check: a filled square stops the deck, a hollow triangle warns, a tick is fine."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.picture import Box, Ink, LineTo, MoveTo, Shape, Trace

_GRID = 24.0
"""Units of the drawings below."""


def stop_sign(x: float, y: float, size: float) -> tuple[Shape, ...]:
    """Return a filled square with "!", centred on a point, px."""
    unit = size / _GRID
    left, top = x - size / 2, y - size / 2
    square = Box(left + 2 * unit, top + 2 * unit, 20 * unit, 20 * unit, 4 * unit, "error")
    return (square, *_exclamation(x, top, unit, (6.5, 13.5, 17.2), "surface", 2.8))


def warning_sign(x: float, y: float, size: float) -> tuple[Shape, ...]:
    """Return a hollow triangle with "!", centred on a point, px."""
    unit = size / _GRID
    left, top = x - size / 2, y - size / 2
    corners = ((12.0, 3.0), (22.0, 21.0), (2.0, 21.0))
    moves = _moves(corners, left, top, unit)
    outline = Trace(moves, "error", 2.2 * unit, "surface", "round", closed=True)
    return (outline, *_exclamation(x, top, unit, (10.0, 14.6, 17.8), "error", 2.4))


def tick(x: float, y: float, size: float) -> tuple[Shape, ...]:
    """Return a tick, centred on a point, px."""
    unit = size / _GRID
    corners = ((5.0, 12.5), (9.5, 17.0), (19.0, 7.5))
    moves = _moves(corners, x - size / 2, y - size / 2, unit)
    return (Trace(moves, "muted", 2.4 * unit, cap="round"),)


def sign(severity: str, x: float, y: float, size: float) -> tuple[Shape, ...]:
    """Return the sign of an error or a warning."""
    return (stop_sign if severity == "error" else warning_sign)(x, y, size)


def _exclamation(  # noqa: PLR0913 - where, how large, which ink
    x: float, top: float, unit: float, ends: tuple[float, float, float], ink: Ink, width: float
) -> tuple[Shape, ...]:
    first, last, dot = (top + end * unit for end in ends)
    stroke = Trace((MoveTo(x, first), LineTo(x, last)), ink, width * unit, cap="round")
    radius = width * unit * 0.55
    return (stroke, Box(x - radius, dot - radius, 2 * radius, 2 * radius, radius, ink))


def _moves(
    corners: Sequence[tuple[float, float]], left: float, top: float, unit: float
) -> tuple[MoveTo | LineTo, ...]:
    points = [(left + x * unit, top + y * unit) for x, y in corners]
    return (MoveTo(*points[0]), *(LineTo(*point) for point in points[1:]))
