"""What of the map is shown: only what is stated, and the models outside the lineage."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from explainer.bars.controls import Look, Parts, words
from explainer.deck import Deck
from explainer.emphasis import filtered_links
from explainer.intents import Order, ToggleCounterparts, ToggleEstablished
from explainer.lineage import lineage
from explainer.picture import Box, Hit, Ruler, Shape
from explainer.state import State
from explainer.story import shown_view
from explainer.strings import say
from explainer.theme import layout, number

_PAD = 9.0
_HEIGHT = 28.0


class Toggle(Struct, frozen=True):
    """A filter that is on or off."""

    text: str
    name: str
    order: Order
    on: bool


def toggles(deck: Deck, state: State) -> tuple[Toggle, ...]:
    """Return the filters of the map, the one that stays longest first."""
    view, language = shown_view(deck, state), state.language
    text = say("window.only-stated", language)
    if view.established:
        hidden = len(filtered_links(lineage(deck, view.readings)))
        text = say("window.hidden", language, count=str(hidden))
    stated = Toggle(
        text, say("window.only-stated.name", language), ToggleEstablished(), view.established
    )
    if not deck.counterparts:
        return (stated,)
    outside = Toggle(
        say("window.counterparts", language),
        say("window.counterparts.name", language),
        ToggleCounterparts(),
        view.counterparts,
    )
    return (stated, outside)


def switches(
    shown: Sequence[Toggle], size: float, gap: float, middle: float, ruler: Ruler
) -> tuple[Parts, float]:
    """Return a button for each filter from 0 on, filled where it is on, and how wide they are."""
    shapes: list[Shape] = []
    hits: list[Hit] = []
    x = 0.0
    for each in shown:
        x += gap / 2 if x else 0.0
        look = Look(size, "medium" if each.on else "text", "on_ink" if each.on else "ink")
        width = ruler.width(each.text, look.face, look.size) + 2 * _PAD
        fill = "selection_fill" if each.on else "surface"
        radius = number("radius", "button")
        top = middle - _HEIGHT / 2
        shapes.append(Box(x, top, width, _HEIGHT, radius, fill, "edge_dimmed", 1.0))
        shapes.append(words(ruler, each.text, x + _PAD, middle, look))
        high = min(layout("legend"), number("node", "hit_min_px"))
        hits.append(Hit(x, middle - high / 2, width, high, each.order, each.name, radius=radius))
        x += width
    return (tuple(shapes), tuple(hits)), x
