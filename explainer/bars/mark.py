"""The app's own mark: three strands through one station."""

from __future__ import annotations

from explainer.picture import ArcTo, Box, LineTo, Move, MoveTo, Shape, Trace

_GRID = 256.0
"""Units of its side, as in `resources/icons/app.svg`."""
_STRAND = 26.0


def app_mark(x: float, y: float, size: float) -> tuple[Shape, ...]:
    """Return the mark, `size` px wide and high, with its left upper corner at `x`, `y`."""
    unit = size / _GRID

    def at(px: float, py: float) -> tuple[float, float]:
        return x + px * unit, y + py * unit

    def strand(style: str, *moves: Move) -> Trace:
        return Trace(moves, f"method.{style}.stroke", _STRAND * unit)

    return (
        Box(x, y, size, size, 56 * unit, "sunken"),
        strand("pretraining", MoveTo(*at(128, 20)), LineTo(*at(128, 184))),
        strand(
            "code",
            MoveTo(*at(40, 64)),
            LineTo(*at(64, 64)),
            ArcTo(*at(64, 96), 32 * unit, -90, 90),
            LineTo(*at(96, 184)),
        ),
        strand(
            "instruction",
            MoveTo(*at(216, 64)),
            LineTo(*at(192, 64)),
            ArcTo(*at(192, 96), 32 * unit, -90, -90),
            LineTo(*at(160, 184)),
        ),
        Box(*at(62, 152), 132 * unit, 64 * unit, 32 * unit, "surface", "ink", 14 * unit),
    )
