"""Where bars, map and panel stand in a window of a given size."""

from __future__ import annotations

from msgspec import Struct

from explainer.bars.controls import Place
from explainer.theme import layout

LEAST_MAP = 420.0
"""px that a dragged divider leaves to the map."""
HANDLE = (16.0, 52.0)
"""px of the panel's tab, across the border and along it."""
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
    handle: Place
    """The tab that closes and opens the panel, on the map at its border."""


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
    low = width < layout("panel_below_canvas_under_width")
    if not panel:
        drawn = Place(0, top.height, width, max(0.0, middle - legend_height))
        legend = _under(drawn, legend_height)
        handle = _handle(drawn, low=low)
        return Areas(top, drawn, legend, None, story_place, beside=False, handle=handle)
    if low:
        panel_height = round(middle * _BELOW)
        drawn = Place(0, top.height, width, max(0.0, middle - panel_height - legend_height))
        legend = _under(drawn, legend_height)
        below = Place(0, legend.y + legend_height, width, panel_height)
        handle = _handle(drawn, low=True)
        return Areas(top, drawn, legend, below, story_place, beside=False, handle=handle)
    right = panel_share(width, panel_width)
    drawn = Place(0, top.height, width - right, max(0.0, middle - legend_height))
    beside = Place(width - right, top.height, right, middle)
    legend, handle = _under(drawn, legend_height), _handle(drawn, low=False)
    return Areas(top, drawn, legend, beside, story_place, beside=True, handle=handle)


def panel_share(width: float, wished: float = 0.0) -> float:
    """Return how wide the panel is beside the map; `wished` is heard within the limits."""
    least, most = layout("panel_width", "min"), layout("panel_width", "max")
    share = wished or width * layout("panel_width", "share")
    return float(round(min(max(share, least), most, max(least, width - LEAST_MAP))))


def _under(drawn: Place, height: float) -> Place:
    return Place(drawn.x, drawn.y + drawn.height, drawn.width, height)


def _handle(drawn: Place, *, low: bool) -> Place:
    """Return where the tab stands: at the middle of the border of `drawn`, on its inside."""
    across, along = HANDLE
    if low:
        left, foot = drawn.x + (drawn.width - along) / 2, drawn.y + drawn.height
        return Place(round(left), foot - across, along, across)
    right, top = drawn.x + drawn.width, drawn.y + (drawn.height - along) / 2
    return Place(right - across, round(top), across, along)
