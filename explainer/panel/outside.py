"""The panel of a counterpart: a model outside the lineage that can be looked at in place of one."""

from __future__ import annotations

from itertools import groupby

from explainer.dates import date_words
from explainer.deck import Deck
from explainer.disputes import discrepancies_at
from explainer.intents import ToggleCounterparts
from explainer.panel.column import Column, Linked
from explainer.panel.dispute import disputes_part
from explainer.panel.facts import facts_part
from explainer.panel.later import later_part
from explainer.panel.rich import named, source_link
from explainer.panel.said import claims_part, model_links
from explainer.panel.subject import derivation_words
from explainer.picture import Span
from explainer.plot.measured import sources_on
from explainer.schema import Number, View
from explainer.strings import say
from explainer.wording import clauses

_FEW = 5


def counterpart_page(column: Column, deck: Deck, view: View) -> None:
    """Add the selected counterpart."""
    language, its = column.language, deck.counterparts[view.select]
    size = column.size("model_title")
    label = column.size("label")
    name = (Span(its.name, "mono-strong"),)
    column.line(name, column.left, column.y + size * 0.65, size, width=column.width)
    column.skip(size * 1.35)
    also = tuple(each for each in its.also if each != its.name)
    words = clauses((its.kind.of(language), date_words(its.date, language), *also), language)
    column.words((Span(words, ink="muted"),), label)
    hide = Linked(
        say("panel.hide-counterparts", language), underline=True, order=ToggleCounterparts()
    )
    outside = Span(say("panel.outside", language) + "  ", ink="muted")
    column.words((outside, hide) if view.counterparts else (outside,), label)
    column.skip(10)
    column.words(named(deck, its.summary.of(language)), column.size("panel_text"))
    if its.stands_for:
        column.section(say("panel.stands-for", language))
        column.skip(5)
        model_links(column, deck, list(its.stands_for))
    facts_part(column, deck, view)
    _derived(column, deck, view)
    claims_part(column, deck, view)
    disputes_part(column, deck, discrepancies_at(deck, view.select), _FEW)
    numbers_part(column, deck, view)
    later_part(column, deck, view)


def _derived(column: Column, deck: Deck, view: View) -> None:
    """Add how it came about or what it is set against, and by whose account."""
    found = [it for it in deck.counterpart_derivations if view.select in (it.child, it.parent)]
    if not found:
        return
    language = column.language
    size = column.size("label")
    column.section(say("panel.origin", language))
    column.skip(4)
    for each in found:
        middle = column.y + column.leading(size) / 2
        right = column.right - column.certainty_width(each.certainty, size)
        column.certainty(each.certainty, right, middle, size)
        spans: list[Span] = [*named(deck, derivation_words(deck, each, language))]
        column.words(spans, size, right=right - 12)
        if each.note is not None:
            column.words(named(deck, each.note.of(language), ink="muted"), size - 1)
        if each.source:
            column.words((source_link(deck, each.source, language),), size)
        column.skip(5)


def numbers_part(column: Column, deck: Deck, view: View) -> None:
    """Add the published numbers of the selected model, by work and by what was measured."""
    numbers = [it for it in deck.numbers.values() if it.model == view.select]
    # What can be drawn stands in a fold of its own under the page.
    if not numbers or sources_on(deck, view.select):
        return
    size = column.size("label")
    count = say("panel.count", column.language, count=str(len(numbers)))
    column.section(say("panel.numbers", column.language), count)
    column.skip(5)
    for source, those in groupby(sorted(numbers, key=_place), key=lambda it: it.source):
        column.words((source_link(deck, source, column.language, "ink"),), size)
        for number in those:
            setting = f" ({number.setting})" if number.setting else ""
            value = f"  {number.value}{' ' * (number.unit != '%')}{number.unit}"
            spans = (
                Span(f"{number.measure}{setting}"),
                Span(value.rstrip(), "strong"),
                Span(f"  {number.at}", ink="muted"),
            )
            column.words(spans, size, left=column.left + 14)
        column.skip(6)


def _place(number: Number) -> tuple[str, str, str]:
    return (number.source, number.measure, number.setting)
