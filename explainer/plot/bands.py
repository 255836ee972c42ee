"""Bands that flow into one another's side: their thickness is a share."""

from __future__ import annotations

from msgspec import Struct

from explainer.picture import Ink, LineTo, Move, MoveTo, Trace

_PIECES = 28
"""Straight pieces of a bend; at hall size none is longer than a few px."""
_LEVEL = 0.2
"""Share of a band's length that runs level at its beginning; half of it at its end."""


class Band(Struct, frozen=True):
    """One band: the height of its upper edge at both ends, and its thickness, px."""

    begin: float
    end: float
    thickness: float


def band_shapes(bands: tuple[Band, ...], left: float, right: float, ink: Ink) -> list[Trace]:
    """Return the bands from `left` to `right` px, in one colour."""
    return [_shape(band, left, right, ink) for band in bands]


def _shape(band: Band, left: float, right: float, ink: Ink) -> Trace:
    top = _edge(band, left, right, 0.0)
    foot = _edge(band, left, right, band.thickness)
    first, *others = [*top, *reversed(foot)]
    moves: tuple[Move, ...] = (MoveTo(*first), *(LineTo(*point) for point in others))
    return Trace(moves, fill=ink, closed=True, id="band")


def _edge(band: Band, left: float, right: float, below: float) -> list[tuple[float, float]]:
    long = right - left
    begin, end = left + long * _LEVEL, right - long * _LEVEL / 2
    bend = [
        (begin + (end - begin) * part, band.begin + (band.end - band.begin) * _eased(part) + below)
        for part in (place / _PIECES for place in range(_PIECES + 1))
    ]
    return [(left, band.begin + below), *bend, (right, band.end + below)]


def _eased(part: float) -> float:
    return part * part * (3 - 2 * part)
