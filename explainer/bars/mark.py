"""The app's own mark: three strands through one station."""

from __future__ import annotations

from explainer.picture import ArcTo, Box, LineTo, Move, MoveTo, Shape, Trace

_GRID = 256.0
"""Units of its side, as in `resources/icons/app.svg`."""
_STRAND = 24.0
_SMALL = 20.0
"""px up to which the station has no ring: it would fill the gaps between the strands."""


def app_mark(x: float, y: float, size: float) -> tuple[Shape, ...]:
    """Return the mark, `size` px wide and high, with its left upper corner at `x`, `y`.

    It looks the same in every theme, as it does among the icons of a system.
    """
    unit = size / _GRID

    def at(px: float, py: float) -> tuple[float, float]:
        return x + px * unit, y + py * unit

    def strand(style: str, *moves: Move) -> Trace:
        return Trace(moves, f"app.{style}", _STRAND * unit)

    ring = 10 * unit if size > _SMALL else 0.0
    return (
        Box(x, y, size, size, 56 * unit, "app.ground"),
        strand("pretraining", MoveTo(*at(128, 20)), LineTo(*at(128, 236))),
        strand(
            "code",
            MoveTo(*at(44, 64)),
            LineTo(*at(64, 64)),
            ArcTo(*at(64, 96), 32 * unit, -90, 90),
            LineTo(*at(96, 236)),
        ),
        strand(
            "instruction",
            MoveTo(*at(212, 64)),
            LineTo(*at(192, 64)),
            ArcTo(*at(192, 96), 32 * unit, -90, -90),
            LineTo(*at(160, 236)),
        ),
        Box(
            *at(70, 146),
            116 * unit,
            56 * unit,
            28 * unit,
            "app.station",
            "app.ground" if ring else "",
            ring,
        ),
    )
