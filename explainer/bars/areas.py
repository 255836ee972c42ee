"""Where bars, map and panel stand in a window of a given size."""

from __future__ import annotations

from msgspec import Struct

from explainer.bars.controls import Place
from explainer.theme import layout

LEAST_MAP = 420.0
"""px that a dragged divider leaves to the map."""
_BELOW = 0.45
"""Share of the height that the panel has where it stands below the map."""


class Areas(Struct, frozen=True):
    """A place for each part, in whole px; None for what is not shown."""

    top: Place
    map: Place
    legend: Place
    panel: Place | None
    story: Place | None
    beside: bool
    """The panel stands at the right of the map, with a divider between them."""


def areas(
    width: float, height: float, *, story: bool, panel: bool, panel_width: float = 0.0
) -> Areas:
    """Return the places in a window of `width` x `height` px.

    `panel_width` is the one the user has chosen; 0 leaves it to the window's width. In a narrow
    window the panel stands below the map instead.
    """
    top = Place(0, 0, width, layout("topbar"))
    foot = layout("story_bar") if story else 0.0
    story_place = Place(0, height - foot, width, foot) if story else None
    middle = max(0.0, height - foot - top.height)
    legend_height = layout("legend")
    if not panel:
        drawn = Place(0, top.height, width, max(0.0, middle - legend_height))
        return Areas(top, drawn, _under(drawn, legend_height), None, story_place, beside=False)
    if width < layout("panel_below_canvas_under_width"):
        panel_height = round(middle * _BELOW)
        drawn = Place(0, top.height, width, max(0.0, middle - panel_height - legend_height))
        legend = _under(drawn, legend_height)
        below = Place(0, legend.y + legend_height, width, panel_height)
        return Areas(top, drawn, legend, below, story_place, beside=False)
    right = panel_share(width, panel_width)
    drawn = Place(0, top.height, width - right, max(0.0, middle - legend_height))
    beside = Place(width - right, top.height, right, middle)
    return Areas(top, drawn, _under(drawn, legend_height), beside, story_place, beside=True)


def panel_share(width: float, wished: float = 0.0) -> float:
    """Return how wide the panel is beside the map; `wished` is heard within the limits."""
    least, most = layout("panel_width", "min"), layout("panel_width", "max")
    share = wished or width * layout("panel_width", "share")
    return float(round(min(max(share, least), most, max(least, width - LEAST_MAP))))


def _under(drawn: Place, height: float) -> Place:
    return Place(drawn.x, drawn.y + drawn.height, drawn.width, height)
