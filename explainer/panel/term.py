"""The card of a word of the field, and the glossary."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.glossary import first_told, in_order, uses_of
from explainer.intents import OpenCard
from explainer.panel.claims import claim_count, claim_row, hidden_line, kept, more_claims, shown_of
from explainer.panel.column import Column
from explainer.panel.rests import step_row
from explainer.panel.rich import named
from explainer.panel.rows import link_row
from explainer.picture import Span
from explainer.schema import TermId, View
from explainer.strings import say
from explainer.theme import window_type
from explainer.why import card_of

_CLAIMS = 8


def term_page(column: Column, deck: Deck, view: View) -> None:
    """Add the open term."""
    language = column.language
    term = deck.terms[TermId(card_of(view.open)[1])]
    name = term.name.of(language)
    column.headline(name, column.size("story_headline"), window_type("headline_least"), 2)
    column.skip(2)
    other = term.name.of("zh" if language == "en" else "en")
    if other != name:
        column.words((Span(other, ink="muted"),), column.size("label"))
    column.skip(8)
    definition = named(deck, term.definition.of(language))
    column.words(definition, column.size("story_text"))
    told = first_told(deck, term.id)
    if told is not None:
        column.section(say("panel.first-told", language))
        column.skip(4)
        step_row(column, deck, told)
    claims, hidden = kept(deck, view, uses_of(deck, term.id))
    if claims or hidden:
        count = claim_count(len(claims) + hidden, language)
        column.section(say("panel.used-in", language), count)
    listed = shown_of(len(claims), _CLAIMS)
    for place, claim in enumerate(claims[:listed]):
        claim_row(column, deck, deck.claims[claim], first=not place)
    more_claims(column, claims[listed:])
    hidden_line(column, hidden)
    column.skip(18)
    words = say("panel.all-terms", language, count=str(len(deck.terms)))
    link_row(column, (Span(words),), OpenCard("glossary"))


def glossary_page(column: Column, deck: Deck) -> None:
    """Add every term with its definition, in the order of the language's dictionaries."""
    language = column.language
    column.headline(
        say("panel.glossary", language),
        column.size("story_headline"),
        window_type("headline_least"),
        2,
    )
    column.skip(10)
    size = column.size("panel_text")
    label = column.size("label")
    for place, term in enumerate(in_order(deck, language)):
        top = column.y
        if place:
            column.rule()
        column.skip(8)
        column.words((Span(term.name.of(language), "strong"),), size)
        column.words(named(deck, term.definition.of(language)), label)
        column.skip(8)
        card = f"term:{term.id}"
        column.hit(top, OpenCard(card), term.name.of(language), card)
