"""The tab at the border of map and panel that closes the panel, and opens it again."""

from __future__ import annotations

from explainer.bars.areas import HANDLE
from explainer.intents import TogglePanel
from explainer.picture import Box, Hit, Icon, Picture
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import number

_ICON = 16.0


def handle_picture(language: Language, *, opened: bool, beside: bool) -> Picture:
    """Return the tab: it stands on the map's side of the border, and points where it goes.

    `beside`: the panel stands at the right of the map, else below it.
    """
    across, along = HANDLE
    width, height = (across, along) if beside else (along, across)
    radius = number("radius", "button")
    # The side at the border has no corners: it lies under what stands there.
    out = radius + 1
    frame = Box(
        0.5,
        0.5,
        width - 1 + out * beside,
        height - 1 + out * (not beside),
        radius,
        "surface",
        "edge_dimmed",
        number("line_width", "hair"),
    )
    name = say("window.panel.close" if opened else "window.panel.open", language)
    icon = _POINTS[beside, opened]
    shapes = (frame, Icon(icon, width / 2, height / 2, _ICON, "muted"))
    hit = Hit(0, 0, width, height, TogglePanel(), name, radius=radius)
    return Picture(width, height, shapes, (hit,))


_POINTS = {
    (True, True): "next",
    (True, False): "prev",
    (False, True): "chev",
    (False, False): "chev-up",
}
