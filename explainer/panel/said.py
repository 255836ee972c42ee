"""All that is said of a model besides its abilities: claims, arguments, stand-ins."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.intents import SelectModel
from explainer.panel.claims import claims_section
from explainer.panel.column import Column, Linked
from explainer.panel.rows import claim_link
from explainer.picture import Span
from explainer.schema import ModelId, View
from explainer.strings import say
from explainer.why import argued_in, claims_of_model

_CLAIMS = 6


def argued_part(column: Column, deck: Deck, view: View) -> None:
    """Add the arguments whose thesis is about the selected model."""
    found = argued_in(deck, view.select)
    if not found:
        return
    column.section(say("panel.argued-in", column.language))
    column.skip(4)
    for argument in found:
        claim_link(column, deck, argument.thesis, words=argument.name)


def claims_part(column: Column, deck: Deck, view: View) -> None:
    """Add the claims on the selected model that no card of an ability shows."""
    behind = {claim for it in deck.fates_of.get(view.select, ()) for claim in it.claims}
    every = [it for it in claims_of_model(deck, view.select) if it not in behind]
    claims_section(column, deck, view, every, "panel.said-of", _CLAIMS)


def stand_ins_part(column: Column, deck: Deck, view: View) -> None:
    """Add the counterparts that stand for the selected model."""
    found = [it.id for it in deck.counterparts.values() if view.select in it.stands_for]
    if found:
        column.section(say("panel.stand-ins", column.language))
        column.skip(5)
        model_links(column, deck, found)


def model_links(column: Column, deck: Deck, models: list[ModelId]) -> None:
    """Add the ways to several models or counterparts, one behind the other."""
    spans: list[Span] = []
    for model in models:
        its = deck.models.get(model) or deck.counterparts[model]
        spans += [Span("   ")] if spans else []
        spans.append(Linked(its.name, "mono", underline=True, order=SelectModel(model), id=model))
    column.words(spans, column.size("label"))
