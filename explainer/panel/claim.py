"""The card of one claim: what is said, by whom, with what reasons, and what rests on it."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.disputes import discrepancies_of
from explainer.panel.claims import (
    chip,
    evidence_row,
    hidden_line,
    kept,
    sign_of,
    unique,
)
from explainer.panel.column import Column
from explainer.panel.crumb import siblings
from explainer.panel.dispute import disputes_part
from explainer.panel.rests import charts_part, resting_part, told_part
from explainer.panel.rich import named, source_link
from explainer.panel.rows import claim_link
from explainer.picture import Span
from explainer.schema import Argument, Claim, ClaimId, SourceId, View
from explainer.strings import say
from explainer.theme import window_type
from explainer.why import arguments_with, card_of
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


def claim_page(column: Column, deck: Deck, view: View) -> None:
    """Add the open claim."""
    language = column.language
    claim = deck.claims[ClaimId(card_of(view.open)[1])]
    siblings(column, deck, view)
    column.headline(
        claim.text.of(language).rstrip(".。"),
        column.size("card_title"),
        window_type("card_title_least"),
        3,
    )
    column.skip(14)
    _chips(column, claim)
    argued = [it for it in deck.arguments.values() if it.thesis == claim.id]
    _evidence(column, deck, view, claim, argued)
    for argument in argued:
        _experiment(column, deck, argument)
    if claim.depends_on:
        column.section(say("panel.depends", language))
        _rows(column, deck, unique(claim.depends_on), "")
    disputes_part(column, deck, discrepancies_of(deck, (claim.id,)))
    _read(column, deck, claim)
    charts_part(column, deck, claim.id)
    _argued(column, deck, claim)
    told_part(column, deck, claim.id)
    resting_part(column, deck, view, claim)


def _evidence(column: Column, deck: Deck, view: View, claim: Claim, argued: list[Argument]) -> None:
    language = column.language
    pro = (*claim.evidence_for, *(it for each in argued for it in each.supports))
    con = (*claim.evidence_against, *(it for each in argued for it in each.opposes))
    speaks_for, hidden_for = kept(deck, view, pro)
    against, hidden_against = kept(deck, view, con)
    if speaks_for or hidden_for:
        shown = speaks_for[:_FOR]
        count = say("panel.shown", language, shown=str(len(shown)), count=str(len(speaks_for)))
        aside = count if len(shown) < len(speaks_for) else ""
        column.section(say("panel.for", language), aside)
        _rows(column, deck, shown, "+")
        hidden_line(column, hidden_for)
    if against or hidden_against:
        column.section(say("panel.against", language))
        _rows(column, deck, against, MINUS)
        hidden_line(column, hidden_against)
    if speaks_for[_FOR:]:
        column.section(say("panel.for-more", language))
        _rows(column, deck, speaks_for[_FOR:], "+")


def _experiment(column: Column, deck: Deck, argument: Argument) -> None:
    """Add the comparison that would settle the thesis, where the deck names one."""
    if not argument.settled_by:
        return
    language = column.language
    its = deck.experiments[argument.settled_by]
    size = column.size("label")
    column.section(say("panel.settled-by", language))
    column.skip(5)
    column.words(named(deck, its.name.of(language), "medium"), size)
    column.words(named(deck, its.shows.of(language)), size)
    column.words(named(deck, its.status.of(language), ink="muted"), size)


def _argued(column: Column, deck: Deck, claim: Claim) -> None:
    """Add the theses for or against which the claim speaks."""
    found = arguments_with(deck, claim.id)
    if not found:
        return
    column.section(say("panel.argued-in", column.language))
    column.skip(5)
    for argument in found:
        sign = "+" if claim.id in argument.supports else MINUS
        claim_link(column, deck, argument.thesis, sign=sign, words=argument.name)


def _chips(column: Column, claim: Claim) -> None:
    language = column.language
    size = column.size("label")
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
    size = column.size("label")
    place = f"  {at}" if at else ""
    column.skip(3)
    link = source_link(deck, source, language, "ink")
    column.words((link, Span(place, ink="muted")), size)
    details = clauses((its.year, authority_word(its.by, language)), language)
    column.words((Span(f"{its.title}  {details}", ink="muted"),), max(13.5, size - 1))
    column.skip(3)
