"""The box of the map: its columns and rows in px, and the box grows where they need more."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct, structs

from explainer.deck import Deck
from explainer.layout import Layout, layout
from explainer.lineage import lineage
from explainer.picture import Ruler
from explainer.placement.across import Across
from explainer.placement.badges import joining
from explainer.placement.channels import spreads
from explainer.placement.down import Down
from explainer.placement.lanes import lanes
from explainer.placement.scale import Scale
from explainer.schema import MethodId, ModelId
from explainer.theme import number


class Placement(Struct, frozen=True, eq=False):
    """Stations, rows and the axis in px of the map's box."""

    width: float
    """Of the box: at least what was asked for, more where that is too narrow."""
    height: float
    scale: Scale
    grid: Layout
    xs: tuple[float, ...]
    """Of the columns."""
    ys: tuple[float, ...]
    """Of the rows."""
    axis: float
    """Where the time axis stands; 0 where there is no room and dates stand above their rules."""
    lanes: Mapping[MethodId, int]
    """By method: how many lanes right of a station's centre line."""

    def x(self, model: ModelId) -> float:
        """Return the centre of a station."""
        return self.xs[self.grid.places[model].column]

    def y(self, model: ModelId) -> float:
        """Return the centre of a station."""
        return self.ys[self.grid.places[model].row]

    def reach(self, strands: tuple[MethodId, ...]) -> tuple[float, float]:
        """Return how far a station with `strands` reaches left (negative) and right, px."""
        overhang = self.scale.strand * number("node", "overhang")
        offsets = [self.lanes[method] * self.scale.pitch for method in strands] or [0.0]
        return min(offsets) - overhang, max(offsets) + overhang


_LARGE = 1.5
"""Growth of the box; in a map so large the axis takes little room, and does not give way."""


_LARGEST = 5.0
"""Growth of the box; in a larger one dates wait until one comes nearer."""


@lru_cache(maxsize=32)
def placement(deck: Deck, scale: Scale, width: float, height: float, ruler: Ruler) -> Placement:
    """Return where everything stands in a box of at least `width` x `height` px.

    The box grows, in the same ratio, where names or rows need more room.
    """
    grid, drawn, lane_of = layout(deck), lineage(deck), lanes(deck)
    across = Across(deck, drawn, grid, lane_of, scale, ruler, joining(drawn))
    down = Down(drawn, grid, spreads(drawn, lane_of, scale), scale, dates_above=False)
    axis = across.axis_width() * _growth_of_dates(scale, down.height() / height) + scale.edge
    xs, needed = across.columns(width, axis)
    if needed > width:
        bare = across.columns(width, 0.0)
        without = structs.replace(down, dates_above=True)
        if max(bare[1] / width, without.height() / height) < _LARGE:
            axis, (xs, needed), down = 0.0, bare, without
    growth = max(1.0, needed / width, down.height() / height)
    if growth > 1.0:
        width, height = width * growth, height * growth
        xs, _ = across.columns(width, axis)
    ys = down.rows(height)
    return Placement(width, height, scale, grid, xs, ys, axis, lane_of)


def _growth_of_dates(scale: Scale, growth: float) -> float:
    """Return how much wider dates are on a box that has grown, where they stay readable.

    Only in a window: there the whole map is seen smaller, and words only down to their floor.
    """
    if not scale.date or not 1.0 < growth < _LARGEST:
        return 1.0
    return max(1.0, number("type_window", "floor") * growth / scale.axis)
