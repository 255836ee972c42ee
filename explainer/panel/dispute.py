"""Where sources differ: rows that lead to a card, the card with all accounts, and the list."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.deck import Deck
from explainer.disputes import discrepancies_at, discrepancies_of
from explainer.intents import OpenCard, SelectModel
from explainer.panel.claims import UNLIKE, claim_row
from explainer.panel.column import Column, Linked
from explainer.panel.rich import named, source_link
from explainer.panel.rows import link_row
from explainer.picture import Box, Span
from explainer.schema import Account, Discrepancy, DiscrepancyId, ModelId, View
from explainer.strings import say
from explainer.theme import number, window_type
from explainer.why import card_of, named_model

_MARK = 22.0
_PAD = 14.0
_GAP = 16.0
_SIDE_BY_SIDE = 520.0
"""px of column from which two accounts stand beside each other."""


def disputes_part(column: Column, deck: Deck, found: Sequence[Discrepancy], most: int = 0) -> None:
    """Add where sources differ; with `most` the rest is behind one more row."""
    if not found:
        return
    column.section(say("panel.sources-differ", column.language))
    column.skip(4)
    listed = found if not most or len(found) <= most + 1 else found[:most]
    for each in listed:
        _row(column, deck, each)
    if len(listed) < len(found):
        words = say("panel.all-differ", column.language, count=str(len(deck.discrepancies)))
        link_row(column, (Span(words),), OpenCard("discrepancies"), left=_MARK)


def dispute_page(column: Column, deck: Deck, view: View) -> None:
    """Add the open discrepancy: both statements with their places, and what can be said."""
    language = column.language
    its = deck.discrepancies[DiscrepancyId(card_of(view.open)[1])]
    size = column.size("panel_text")
    label = column.size("label")
    column.words((Span(say(f"panel.between.{its.between}", language), ink="muted"),), label)
    column.skip(4)
    column.headline(
        its.says.of(language), column.size("card_title"), window_type("card_title_least"), 3
    )
    column.skip(14)
    _accounts(column, deck, its.accounts)
    if its.found is not None:
        column.section(say("panel.found", language))
        column.skip(8)
        column.words(named(deck, its.found.of(language)), size)
        _sources(column, deck, its)
    column.section(say("panel.can-be-said", language))
    column.skip(8)
    column.words(named(deck, its.reading.of(language)), size)
    if its.claims:
        column.section(say("panel.its-claims", language))
        for place, claim in enumerate(its.claims):
            claim_row(column, deck, deck.claims[claim], first=not place)
    if its.models:
        column.section(say("panel.its-models", language))
        column.skip(5)
        _models(column, deck, its.models)
    others = [it for it in discrepancies_of(deck, its.claims) if it.id != its.id]
    if others:
        column.section(say("panel.also-differ", language))
        column.skip(4)
        for each in others:
            _row(column, deck, each)
    column.skip(18)
    words = say("panel.all-differ", language, count=str(len(deck.discrepancies)))
    link_row(column, (Span(words),), OpenCard("discrepancies"))


def disputes_page(column: Column, deck: Deck, view: View) -> None:
    """Add every place where sources differ; those at the selected model first."""
    language = column.language
    column.headline(
        say("panel.differences", language),
        column.size("story_headline"),
        window_type("headline_least"),
        2,
    )
    column.skip(8)
    here = discrepancies_at(deck, view.select) if view.select else ()
    if here:
        column.section(named_model(deck, view.select).name)
        column.skip(4)
        for each in here:
            _row(column, deck, each)
    for between in ("article", "source", "sources"):
        those = [
            it for it in deck.discrepancies.values() if it.between == between and it not in here
        ]
        if those:
            column.section(say(f"panel.between.{between}", language))
            column.skip(4)
            for each in those:
                _row(column, deck, each)


def _row(column: Column, deck: Deck, its: Discrepancy) -> None:
    size = column.size("label")
    middle = column.y + 4 + column.leading(size) / 2
    column.line((Span(UNLIKE, "mono-strong"),), column.left, middle, size)
    card = f"discrepancy:{its.id}"
    words = named(deck, its.says.of(column.language))
    link_row(column, words, OpenCard(card), subject=card, left=_MARK)


def _accounts(column: Column, deck: Deck, accounts: Sequence[Account]) -> None:
    """Add all accounts alike: in pairs side by side where there is room, else one under another."""
    wide = column.width >= _SIDE_BY_SIDE
    across = 2 if wide else 1
    width = (column.width - (across - 1) * _GAP) / across
    for first in range(0, len(accounts), across):
        top, lowest, frame = column.y, column.y, len(column.shapes)
        beside = accounts[first : first + across]
        for place, account in enumerate(beside):
            column.y = top
            left = column.left + place * (width + _GAP)
            _account(column, deck, account, left + _PAD, left + width - _PAD)
            lowest = max(lowest, column.y)
        for place in range(len(beside)):
            left = column.left + place * (width + _GAP)
            radius = number("radius", "card")
            card = Box(left, top, width, lowest - top, radius, "sunken")
            column.shapes.insert(frame, card)
        column.y = lowest + 10


def _account(column: Column, deck: Deck, account: Account, left: float, right: float) -> None:
    size = column.size("panel_text")
    label = column.size("label")
    column.skip(_PAD)
    says = named(deck, account.says.of(column.language), "medium")
    column.words(says, size, left=left, right=right)
    column.skip(3)
    link = source_link(deck, account.source, column.language)
    place = Span(f"  {account.at}", ink="muted")
    column.words((link, place) if account.at else (link,), label, left=left, right=right)
    column.skip(_PAD - 2)


def _sources(column: Column, deck: Deck, its: Discrepancy) -> None:
    if not its.sources:
        return
    spans: list[Span] = []
    for source in its.sources:
        spans += [Span("  ")] if spans else []
        spans.append(source_link(deck, source, column.language))
    column.skip(3)
    column.words(spans, column.size("label"))


def _models(column: Column, deck: Deck, models: Sequence[ModelId]) -> None:
    spans: list[Span] = []
    for model in models:
        name = named_model(deck, model).name
        spans += [Span("  ")] if spans else []
        spans.append(Linked(name, "mono", underline=True, order=SelectModel(model), id=model))
    column.words(spans, column.size("label"))
