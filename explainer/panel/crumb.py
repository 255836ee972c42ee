"""The top of a card: the way back, and the way on to the other claims of its subject."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.intents import OpenCard
from explainer.panel.column import Column, Linked
from explainer.panel.subject import subject_words
from explainer.picture import Face, Icon, Span
from explainer.schema import ClaimId, View
from explainer.state import State
from explainer.story import stage_of, step
from explainer.strings import say
from explainer.why import card_of, claims_about, named_model, next_card
from explainer.wording import pair


def crumb(column: Column, deck: Deck, state: State, view: View) -> None:
    """Add the way back from the open card to what stands under it, and the key."""
    size = column.size("label")
    top, middle = column.y, column.y + 16
    column.shapes.append(Icon("prev", column.left + 7, middle, 18.0, "muted"))
    name, face = _under(column, deck, state, view)
    kind, card, _ = card_of(view.open)
    keys = f"{card}  Esc" if kind == "claim" else "Esc"
    long = column.width_of(keys, "mono", size)
    room = column.width - 20 - long - 12
    column.line((Span(name, face, "muted"),), column.left + 20, middle, size, width=room)
    column.line((Span(keys, "mono", "muted"),), column.right, middle, size, anchor="end")
    column.skip(32)
    back = pair(say("panel.close-card", column.language), name, column.language)
    column.hit(top, OpenCard(view.open), back)
    column.skip(8)


def siblings(column: Column, deck: Deck, view: View) -> None:
    """Add which claim of how many of its subject is open, and the way to the next."""
    kind, name, subject = card_of(view.open)
    claims = claims_about(deck, subject) if kind == "claim" else ()
    if ClaimId(name) not in claims:
        return
    size = column.size("label")
    leading = column.leading(size)
    place = str(claims.index(ClaimId(name)) + 1)
    its = subject_words(deck, subject, column.language)
    about = say("panel.about", column.language, subject=its)
    middle = column.y + leading / 2
    right = column.right
    if len(claims) > 1:
        key = column.line((Span("Y", "mono", "muted"),), right, middle, size, anchor="end")
        words = say("panel.next-claim", column.language, place=place, count=str(len(claims)))
        order = OpenCard(next_card(deck, view.open))
        span = Linked(words, underline=True, order=order)
        right -= key + 12
        right -= 16 + column.line((span,), right, middle, size, anchor="end")
    if column.width_of(about, "text", size) > right - column.left:
        column.skip(leading)
        middle, right = column.y + leading / 2, column.right
    column.line((Span(about, ink="muted"),), column.left, middle, size, width=right - column.left)
    column.skip(leading + 8)


def _under(column: Column, deck: Deck, state: State, view: View) -> tuple[str, Face]:
    """Return the name of what closing the card leads back to, and how it is set."""
    if state.cards:
        from explainer.panel.subject import card_words  # only where cards lie under one another

        return card_words(deck, state.cards[-1], column.language), "text"
    if state.mode == "story":
        own = step(deck, state.step).view
        if (view.select, view.lit) == (own.select, own.lit):
            return stage_of(deck, state.step).name.of(column.language), "text"
    if view.select:
        return named_model(deck, view.select).name, "mono"
    return say("panel.overview", column.language), "text"
