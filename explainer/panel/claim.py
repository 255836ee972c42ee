"""The card of one claim: what is said, by whom, with what reasons, and what rests on it."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.intents import OpenCard
from explainer.lineage import resting_on
from explainer.panel.claims import chip, evidence_row, more_claims, sign_of, unique
from explainer.panel.column import Column, Linked
from explainer.panel.crumb import crumb
from explainer.panel.rich import named
from explainer.picture import Span
from explainer.schema import Claim, ClaimId, SourceId, View
from explainer.strings import say
from explainer.wording import (
    MINUS,
    authority_word,
    certainty_word,
    claim_kind_word,
    clauses,
    quoted,
)

_FOR = 6
"""How many speak for it before what speaks against it comes."""
_RESTING = 8


def claim_page(column: Column, deck: Deck, view: View) -> None:
    """Add the open claim."""
    language = column.language
    claim = deck.claims[ClaimId(view.open.partition(":")[2])]
    crumb(column, deck, view, claim.id)
    column.headline(claim.text.of(language).rstrip(".。"), 26.0 if column.narrow else 33.0, 22.0, 3)
    column.skip(14)
    _chips(column, claim)
    speaks_for, against = unique(claim.evidence_for), unique(claim.evidence_against)
    if speaks_for:
        shown = speaks_for[:_FOR]
        count = say("panel.shown", language, shown=str(len(shown)), count=str(len(speaks_for)))
        aside = count if len(shown) < len(speaks_for) else ""
        column.section(say("panel.for", language), aside)
        _rows(column, deck, shown, "+")
    if against:
        column.section(say("panel.against", language))
        _rows(column, deck, against, MINUS)
    if speaks_for[_FOR:]:
        column.section(say("panel.for-more", language))
        _rows(column, deck, speaks_for[_FOR:], "+")
    if claim.depends_on:
        column.section(say("panel.depends", language))
        _rows(column, deck, unique(claim.depends_on), "")
    _read(column, deck, claim)
    _resting(column, deck, claim)


def _chips(column: Column, claim: Claim) -> None:
    language = column.language
    size = column.size("label", 15.0)
    middle = column.y + 17
    x = column.left + chip(column, column.left, middle, None, claim_kind_word(claim.kind, language))
    x += 12 + chip(
        column, x + 12, middle, claim.certainty, certainty_word(claim.certainty, language)
    )
    column.skip(34)
    if not claim.hedge:
        return
    # The hedge is quoted as the source has it, whatever language the panel is in.
    in_chinese = claim.hedge[0] > "\u2e80"
    words = say("panel.hedge", language) + ("" if in_chinese else " ")
    words += quoted(claim.hedge, "zh" if in_chinese else language)
    if x + 12 + column.width_of(words, "text", size) <= column.right:
        column.line((Span(words, ink="muted"),), x + 12, middle, size)
    else:
        column.skip(8)
        column.words((Span(words, ink="muted"),), size)


def _rows(column: Column, deck: Deck, claims: tuple[ClaimId, ...], sign: str) -> None:
    column.skip(4)
    for place, each in enumerate(claims):
        claim = deck.claims[each]
        evidence_row(column, deck, claim, sign_of(claim, sign), rule=place > 0)


def _read(column: Column, deck: Deck, claim: Claim) -> None:
    column.section(say("panel.read", column.language))
    column.skip(6)
    for place, source in enumerate(unique_sources(claim)):
        _source(column, deck, source, claim.at if place == 0 else "")


def unique_sources(claim: Claim) -> tuple[SourceId, ...]:
    """Return the source of a claim, then those that it cites."""
    return tuple(dict.fromkeys((claim.source, *claim.cites)))


def _source(column: Column, deck: Deck, source: SourceId, at: str) -> None:
    language, its = column.language, deck.sources[source]
    size = column.size("label", 15.0)
    short = its.short.of(language)
    place = f"  {at}" if at else ""
    column.skip(3)
    column.words((Span(short, "medium"), Span(place, ink="muted")), size)
    details = clauses((its.year, authority_word(its.by, language)), language)
    column.words((Span(f"{its.title}  {details}", ink="muted"),), max(13.5, size - 1))
    column.skip(3)


def _resting(column: Column, deck: Deck, claim: Claim) -> None:
    fallen = resting_on(deck, claim.id)
    rests = tuple(each for each in deck.claims if each in fallen)
    if not rests:
        return
    language = column.language
    size = column.size("label", 15.0)
    column.section(say("panel.resting", language), say("panel.if-falls", language))
    column.skip(5)
    for each in rests[:_RESTING]:
        other = deck.claims[each]
        leading = column.leading(size)
        middle = column.y + leading / 2 + 2
        sure = column.certainty_width(other.certainty, size)
        column.certainty(other.certainty, column.right - sure, middle, size)
        order = OpenCard(f"claim:{each}")
        words = tuple(
            Linked(
                it.text, it.face, it.ink, underline=True, order=order, name=other.text.of(language)
            )
            for it in named(deck, other.text.of(language))
        )
        column.skip(2)
        column.words(words, size, right=column.right - sure - 16, most=2)
        column.skip(4)
    more_claims(column, rests[_RESTING:], rule=False)
