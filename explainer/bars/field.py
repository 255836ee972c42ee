"""The frame of a field for words, with the glass in it; and words that must not be longer."""

from __future__ import annotations

from explainer.bars.controls import ICON, Look, Place
from explainer.lines import longest
from explainer.picture import Box, Icon, Ruler, Shape
from explainer.theme import number

_GLASS = 22.0
"""px from the frame to the middle of the glass."""
_LEFT, _RIGHT = 40.0, 12.0
"""px from the frame to the words."""
_LINE = 2.0


def field_frame(place: Place, *, typed_in: bool) -> tuple[Shape, ...]:
    """Return the frame at `place`; the one that is `typed_in` stands out."""
    radius = number("radius", "control")
    line = _LINE if typed_in else number("line_width", "hair")
    ink = "focus" if typed_in else "edge_dimmed"
    middle = place.y + place.height / 2
    return (
        Box(place.x, place.y, place.width, place.height, radius, "surface", ink, line),
        Icon("search", place.x + _GLASS, middle, ICON, "muted", 1.9),
    )


def inside(place: Place) -> Place:
    """Return where the words of the field at `place` stand."""
    return Place(place.x + _LEFT, place.y + 3, place.width - _LEFT - _RIGHT, place.height - 6)


def shortened(ruler: Ruler, text: str, look: Look, room: float) -> str:
    """Return `text` so that it is at most `room` px wide, with an ellipsis where it was cut."""
    if ruler.width(text, look.face, look.size) <= room:
        return text

    def first(count: int) -> str:
        return text[:count].rstrip() + "…"

    count = longest(len(text), lambda it: ruler.width(first(it), look.face, look.size) <= room)
    return first(count) if count else ""
