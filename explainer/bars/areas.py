"""Where bars, map and panel stand in a window of a given size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from explainer.bars.controls import Place
from explainer.theme import layout

if TYPE_CHECKING:
    from explainer.routes import Rect

LEAST_MAP = 420.0
"""px that a dragged divider leaves to the map."""
LEAST_BESIDE = 800.0
"""px; from this width on, the panel of a short window stands beside the map."""
HANDLE = (16.0, 52.0)
"""px of the panel's tab, across the border and along it."""
_BELOW = 0.45
"""Share of the height that the panel has where it stands below the map."""
_MOST_BARS = 0.4
"""Share of the height that the bars may take where words are large."""
_CLOSE = 0.95
"""How near the map comes to its least width before the panel goes below it."""
_LEAST_BAR = 712.0
"""px at 100 % in which the top bar still has room for all that can be pressed."""


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
    bars: float = 1.0
    """How many times as large as usual the bars are drawn."""
    short: bool = False
    """The window is low, as on a small screen at 200 %: its bars are lower, too."""

    @property
    def handle_on_map(self) -> Rect:
        """Which part of the map's box lies under the tab, px."""
        from explainer.routes import Rect  # a start that shows a title needs none

        left, top = self.handle.x - self.map.x, self.handle.y - self.map.y
        return Rect(left, top, left + self.handle.width, top + self.handle.height)


def areas(  # noqa: PLR0913 - what the window looks like
    width: float,
    height: float,
    *,
    story: bool,
    panel: bool,
    panel_width: float = 0.0,
    text_scale: float = 1.0,
) -> Areas:
    """Return the places in a window of `width` x `height` px.

    `panel_width` is the one the user has chosen; 0 leaves it to the window's width. In a narrow
    window the panel stands below the map instead.
    """
    short = height < layout("short", "under_height")
    bars = _bars(width, height, text_scale, short=short)
    top = Place(0, 0, width, round(bar_height("topbar", short=short) * bars))
    foot = round(bar_height("story_bar", short=short) * bars) if story else 0.0
    story_place = Place(0, height - foot, width, foot) if story else None
    middle = max(0.0, height - foot - top.height)
    legend_height = float(round(bar_height("legend", short=short) * bars))
    # Below the map of a short window there is no room for a panel.
    low = width < (LEAST_BESIDE if short else _beside_from(text_scale))
    right = 0.0
    if panel and not low:
        right = panel_share(width, panel_width, text_scale, short=short)
    below = float(round(middle * _BELOW)) if panel and low else 0.0
    drawn = Place(0, top.height, width - right, max(0.0, middle - below - legend_height))
    legend = Place(0, drawn.y + drawn.height, drawn.width, legend_height)
    panel_place = None
    if right:
        panel_place = Place(width - right, top.height, right, middle)
    elif panel:
        panel_place = Place(0, legend.y + legend_height, width, below)
    handle = _handle(drawn, low=low)
    beside = bool(right)
    return Areas(
        top,
        drawn,
        legend,
        panel_place,
        story_place,
        beside=beside,
        handle=handle,
        bars=bars,
        short=short,
    )


def bar_height(name: str, *, short: bool) -> float:
    """Return how high the bar called `name` is at 100 %, px; in a `short` window it is lower."""
    return layout("short", name) if short else layout(name)


def panel_share(
    width: float, wished: float = 0.0, text_scale: float = 1.0, *, short: bool = False
) -> float:
    """Return how wide the panel is beside the map; `wished` is heard within the limits.

    Larger words need a wider panel, and the map keeps its least width. In a `short` window, which
    is small in both directions, the panel may be narrower.
    """
    growth = max(1.0, text_scale)
    narrowest = layout("short", "panel_width") if short else layout("panel_width", "min")
    least, most = narrowest * growth, layout("panel_width", "max") * growth
    share = wished or width * layout("panel_width", "share")
    room = max(narrowest, width - (LEAST_BESIDE - narrowest if short else LEAST_MAP))
    return float(round(min(max(share, least), most, room)))


def _handle(drawn: Place, *, low: bool) -> Place:
    """Return where the tab stands: at the middle of the border of `drawn`, on its inside."""
    across, along = HANDLE
    if low:
        left, foot = drawn.x + (drawn.width - along) / 2, drawn.y + drawn.height
        return Place(round(left), foot - across, along, across)
    right, top = drawn.x + drawn.width, drawn.y + (drawn.height - along) / 2
    return Place(right - across, round(top), across, along)


def _beside_from(text_scale: float) -> float:
    """Return the width of a window from which the panel stands beside the map."""
    usual = layout("panel_below_canvas_under_width")
    return max(usual, layout("panel_width", "min") * text_scale + LEAST_MAP * _CLOSE)


def _bars(width: float, height: float, text_scale: float, *, short: bool) -> float:
    """Return how large bars are: as their words, as far as map and panel keep their room."""
    high = sum(bar_height(name, short=short) for name in ("topbar", "legend", "story_bar"))
    most = min(width / _LEAST_BAR, height * _MOST_BARS / high)
    return min(text_scale, max(1.0, most))
