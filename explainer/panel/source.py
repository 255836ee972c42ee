"""The card of a work with all that rests on it, and the list of all works."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from explainer.deck import Deck
from explainer.disputes import discrepancies_from
from explainer.intents import OpenCard, Run, SelectModel
from explainer.panel.claims import claim_count, claims_section, more_claims
from explainer.panel.column import Column, Linked
from explainer.panel.dispute import disputes_part
from explainer.panel.rich import named
from explainer.panel.rows import link_row
from explainer.panel.subject import derivation_words
from explainer.picture import Icon, Span
from explainer.schema import ClaimId, Number, Source, SourceId, View
from explainer.strings import say
from explainer.theme import window_type
from explainer.why import card_of, claims_from, every_derivation, named_model
from explainer.wording import (
    authority_word,
    clauses,
    fact_value,
    fact_word,
    in_order,
    pair,
    section_of,
)

_CLAIMS = 8
_DISPUTES = 5
_INDENT = 14.0


def source_page(column: Column, deck: Deck, view: View) -> None:
    """Add the open work."""
    language = column.language
    source = deck.sources[SourceId(card_of(view.open)[1])]
    label = column.size("label")
    column.words((Span(authority_word(source.by, language), ink="muted"),), label)
    column.skip(4)
    column.headline(source.title, column.size("card_title"), window_type("title_least"), 3)
    column.skip(8)
    short = source.short.of(language)
    known = clauses((source.authors, source.year), language)
    column.words((Span(known or short),), column.size("panel_text"))
    column.words((Span(clauses((short if known else "",), language), ink="muted"),), label)
    if source.link:
        column.words(_breakable(source.link), max(13.5, label - 1))
    column.skip(10)
    _copies(column, each=True)
    _claims(column, deck, view, source)
    disputes_part(column, deck, discrepancies_from(deck, source.id), _DISPUTES)
    _facts(column, deck, source)
    _numbers(column, deck, source)


def sources_page(column: Column, deck: Deck) -> None:
    """Add all works, by who says it."""
    language = column.language
    column.headline(
        say("panel.sources", language),
        column.size("story_headline"),
        window_type("headline_least"),
        2,
    )
    column.skip(8)
    _copies(column, each=False)
    by_authority = sorted(deck.sources.values(), key=lambda it: _AUTHORITIES.index(it.by))
    for by, works in groupby(by_authority, key=lambda it: it.by):
        who = authority_word(by, language)
        column.section(who[:1].upper() + who[1:])
        column.skip(4)
        for work in works:
            card = f"source:{work.id}"
            words = (Span(work.short.of(language)),)
            count = len(claims_from(deck, work.id))
            said = claim_count(count, language) if count else ""
            link_row(column, words, OpenCard(card), aside=said, subject=card)


_AUTHORITIES = ("article", "maker", "paper", "third-party")


def _copies(column: Column, *, each: bool) -> None:
    """Add what can be copied: this entry, all entries."""
    size = column.size("label")
    spans: list[Span] = []
    if each:
        words = say("panel.copy-bibtex", column.language)
        spans += [Linked(words, "medium", underline=True, order=Run("copy-bibtex")), Span("   ")]
    words = say("panel.copy-bibliography", column.language)
    spans.append(Linked(words, underline=True, order=Run("copy-bibliography")))
    column.shapes.append(
        Icon("export", column.left + 9, column.y + column.leading(size) / 2, 18.0, "muted")
    )
    column.words(spans, size, left=column.left + 26)


def _claims(column: Column, deck: Deck, view: View, source: Source) -> None:
    every = [claim.id for claim in claims_from(deck, source.id)]
    # What it says itself is known as the article's; what is said of it comes first otherwise.

    def rest(column: Column, others: Sequence[ClaimId]) -> None:
        _rest(column, deck, others)

    claims_section(column, deck, view, every, "panel.claims-from", _CLAIMS, rest)


def _rest(column: Column, deck: Deck, claims: Sequence[ClaimId]) -> None:
    """Add the way to each further claim, by the section in which it is read where they are many."""
    if len(claims) <= 2 * _CLAIMS:
        more_claims(column, claims)
        return
    size = column.size("label")
    column.rule()
    column.skip(7)
    parts = {claim: section_of(deck.claims[claim].at) for claim in sorted(claims)}
    place = {part: at for at, part in enumerate(in_order(parts.values()))}
    ordered = sorted(parts, key=lambda it: place[parts[it]])
    for part, those in groupby(ordered, key=lambda it: parts[it]):
        spans: list[Span] = [Span(part, "medium")]
        for claim in those:
            card = f"claim:{claim}"
            linked = Linked(claim, "mono", underline=True, order=OpenCard(card), id=card)
            spans += [Span("  "), linked]
        column.words(spans, size)
        column.skip(4)


def _facts(column: Column, deck: Deck, source: Source) -> None:
    """Add what is known of models, and how they came about, by this work."""
    language = column.language
    rows = [
        (
            model,
            pair(fact_word(fact.kind, language), fact_value(fact, model.facts, language), language),
        )
        for model in (*deck.models.values(), *deck.counterparts.values())
        for fact in model.facts
        if fact.source == source.id
    ]
    derived = [it for it in every_derivation(deck) if it.source == source.id]
    later = [it for it in deck.later.values() if it.source == source.id]
    size = column.size("label")
    if rows or derived:
        column.section(say("panel.facts", language))
        column.skip(5)
    for model, those in groupby(rows, key=lambda row: row[0].id):
        name = named_model(deck, model).name
        linked = Linked(name, "mono", underline=True, order=SelectModel(model), id=model)
        column.words((linked,), size)
        for _, words in those:
            column.words(named(deck, words), size, left=column.left + _INDENT)
        column.skip(4)
    for words in dict.fromkeys(derivation_words(deck, each, language) for each in derived):
        column.words(named(deck, words), size)
        column.skip(3)
    if later:
        column.section(say("panel.later", language), say("panel.after-article", language))
        column.skip(5)
    for note in later:
        column.words(named(deck, note.says.of(language)), size)
        column.skip(3)


def _numbers(column: Column, deck: Deck, source: Source) -> None:
    numbers = [it for it in deck.numbers.values() if it.source == source.id]
    if not numbers:
        return
    size = column.size("label")
    count = say("panel.count", column.language, count=str(len(numbers)))
    column.section(say("panel.numbers", column.language), count)
    column.skip(5)
    for _, those in groupby(sorted(numbers, key=_measured), key=_measured):
        group = tuple(those)
        first = group[0]
        unit = f", {first.unit}" if first.unit else ""
        setting = f" ({first.setting})" if first.setting else ""
        column.words(
            (Span(f"{first.measure}{setting}{unit}", "medium"), Span(f"  {first.at}", ink="muted")),
            size,
        )
        spans: list[Span] = []
        for number in group:
            gap = Span("   ") if spans else Span("")
            spans += [gap, *named(deck, number.subject), Span(f" {number.value}", "strong")]
        column.words([span for span in spans if span.text], size)
        column.skip(6)


def _measured(number: Number) -> tuple[str, str, str, str]:
    return (number.measure, number.setting, number.at, number.unit)


def _breakable(link: str) -> tuple[Span, ...]:
    """Return a long address that may end a line behind its slashes."""
    parts = link.replace("/", "/\u200b").replace("-", "-\u200b")
    return (Span(parts, ink="muted"),)
