"""The line at the top of a card that leads back to what stood there before."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.intents import OpenCard
from explainer.panel.column import Column
from explainer.picture import Icon, Span
from explainer.schema import View
from explainer.strings import say
from explainer.wording import pair


def crumb(column: Column, deck: Deck, view: View, aside: str = "") -> None:
    """Add the way back from the open card, with something at the right and the key."""
    size = column.size("label", 15.0)
    top, middle = column.y, column.y + 16
    column.shapes.append(Icon("prev", column.left + 7, middle, 18.0, "muted"))
    left = column.left + 20
    if view.select:
        name = deck.models[view.select].name
        span = Span(name, "mono", "muted")
    else:
        name = say("panel.overview", column.language)
        span = Span(name, ink="muted")
    keys = f"{aside}  Esc" if aside else "Esc"
    long = column.width_of(keys, "mono", size)
    column.line((span,), left, middle, size, width=column.width - 20 - long - 12)
    column.line((Span(keys, "mono", "muted"),), column.right, middle, size, anchor="end")
    column.skip(32)
    back = pair(say("panel.close-card", column.language), name, column.language)
    column.hit(top, OpenCard(view.open), back)
    column.skip(8)
