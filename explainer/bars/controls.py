"""What the bars and dialogs are made of: words in the middle, buttons, switches with positions."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from explainer.intents import Order
from explainer.picture import Anchor, Box, Face, Hit, Icon, Ink, Ruler, Shape, Span, TextLine
from explainer.theme import number, window_type

MIDDLE = 0.36
"""From the middle of the letters down to their baseline, em; good for both writings."""
ICON = 20.0
"""px, in bars."""
_INSET = 3.0
"""px between a switch and its positions."""

Parts = tuple[tuple[Shape, ...], tuple[Hit, ...]]
"""A piece of a picture: what is painted, and where it answers."""


class Place(Struct, frozen=True):
    """A rectangle, px."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Where it would be pinned."""
        return self.x + self.width / 2, self.y + self.height / 2


class Choice(Struct, frozen=True):
    """One position of a switch."""

    text: str
    order: Order
    chosen: bool = False
    name: str = ""
    """What a screen reader says; "" is the text itself."""


class Look(Struct, frozen=True):
    """How words are set."""

    size: float = window_type("ui")
    face: Face = "text"
    ink: Ink = "ink"


PLAIN = Look()
MUTED = Look(ink="muted")
STRONG = Look(face="strong")


def words(  # noqa: PLR0913 - a text, a place, a look
    ruler: Ruler, text: str, x: float, middle: float, look: Look = PLAIN, anchor: Anchor = "start"
) -> TextLine:
    """Return `text` with its letters centred on the height `middle`."""
    width = ruler.width(text, look.face, look.size)
    span = Span(text, look.face, look.ink)
    return TextLine(x, middle + MIDDLE * look.size, (span,), look.size, anchor, width=width)


def switch(ruler: Ruler, place: Place, choices: Sequence[Choice], group: str = "") -> Parts:
    """Return positions side by side, equally wide, of which the chosen one is raised.

    With the name of a `group`, arrow keys go through them.
    """
    shapes: list[Shape] = [
        Box(place.x, place.y, place.width, place.height, number("radius", "control"), "sunken")
    ]
    hits: list[Hit] = []
    width = (place.width - 2 * _INSET) / len(choices)
    radius = number("radius", "button")
    for at, choice in enumerate(choices):
        left, top = place.x + _INSET + at * width, place.y + _INSET
        height = place.height - 2 * _INSET
        if choice.chosen:
            shapes.append(Box(left, top, width, height, radius, "surface", "edge_dimmed", 1.0))
        size = _fitting(ruler, choice, width - 8)
        look = Look(size, "strong") if choice.chosen else Look(size, ink="muted")
        shapes.append(words(ruler, choice.text, left + width / 2, top + height / 2, look, "middle"))
        name = choice.name or choice.text
        hit = Hit(left, place.y, width, place.height, choice.order, name, radius=radius)
        hits.append(replace(hit, group=group, chosen=choice.chosen) if group else hit)
    return tuple(shapes), tuple(hits)


def icon_button(icon: str, place: Place, order: Order, name: str, *, stroke: float = 1.9) -> Parts:
    """Return an icon that can be pressed."""
    x, y = place.middle
    hit = Hit(place.x, place.y, place.width, place.height, order, name)
    return (Icon(icon, x, y, ICON, "muted", stroke),), (hit,)


class Button(Struct, frozen=True):
    """A button with words; the primary one of its place is filled with ink."""

    text: str
    order: Order | None
    """None: it cannot be pressed now."""
    primary: bool = False
    icon: str = ""
    icon_last: bool = False
    key: str = ""
    """Named beside the words, in mono."""


def button(ruler: Ruler, place: Place, it: Button, size: float = window_type("button")) -> Parts:
    """Return `it` with its words and icon in the middle of `place`."""
    dead = it.order is None
    ink = "dimmed_text" if dead else "on_ink" if it.primary else "ink"
    fill = "sunken" if dead else "selection_fill" if it.primary else "surface"
    stroke = "" if it.primary and not dead else "edge_dimmed"
    face: Face = "strong" if it.primary else "text"
    radius = number("radius", "control")
    frame = Box(place.x, place.y, place.width, place.height, radius, fill, stroke, 1.0)
    text_width = ruler.width(it.text, face, size)
    key_size = size - 2
    key_width = ruler.width(it.key, "mono", key_size) + 10 if it.key else 0.0
    icon_width = ICON + 6 if it.icon else 0.0
    left = place.x + (place.width - text_width - key_width - icon_width) / 2
    middle = place.y + place.height / 2
    shapes: list[Shape] = [frame]
    if it.icon and not it.icon_last:
        shapes.append(Icon(it.icon, left + ICON / 2, middle, ICON, ink))
        left += icon_width
    shapes.append(words(ruler, it.text, left, middle, Look(size, face, ink)))
    left += text_width
    if it.key:
        key_ink = ink if it.primary or dead else "muted"
        shapes.append(words(ruler, it.key, left + 10, middle, Look(key_size, "mono", key_ink)))
        left += key_width
    if it.icon and it.icon_last:
        shapes.append(Icon(it.icon, left + 6 + ICON / 2, middle, ICON, ink))
    if it.order is None:
        return tuple(shapes), ()
    hit = Hit(place.x, place.y, place.width, place.height, it.order, it.text, radius=radius)
    return tuple(shapes), (hit,)


def _fitting(ruler: Ruler, choice: Choice, width: float) -> float:
    """Return the size at which the text fits, chosen or not, so that it never jumps."""
    size = window_type("ui")
    wide = ruler.width(choice.text, "strong", size)
    return size if wide <= width else max(window_type("floor"), size * width / wide)
