"""The panel of a selected model: what it is, how it came about, what it did to abilities."""

from __future__ import annotations

from itertools import groupby

from explainer.abilities import fates_at, inherited, levels_at
from explainer.dates import date_words
from explainer.deck import Deck
from explainer.intents import OpenCard
from explainer.lineage import Lineage, lineage, weakest
from explainer.panel.ability import fate_row
from explainer.panel.column import FLOOR, Column, Linked
from explainer.panel.origin import origin_part
from explainer.panel.rich import named
from explainer.picture import Span
from explainer.schema import Certainty, Fact, MethodId, ModelId, View
from explainer.strands import swatch
from explainer.strings import say
from explainer.wording import certainty_word, clauses, fact_value, fact_word

_SWATCH = (38.0, 9.0)
_STRAND_GAP = 22.0
_UNLIKE = "≠"
_KIND = {False: 96.0, True: 88.0}
"""px for the kind of a fact, in a wide and in a narrow panel."""


def model_page(column: Column, deck: Deck, view: View) -> None:
    """Add the selected model."""
    drawn = lineage(deck, view.readings)
    _head(column, deck, view.select, drawn)
    _facts(column, deck, view.select)
    _changes(column, deck, view)
    origin_part(column, deck, view)
    _levels(column, deck, view.select)
    _inherited(column, deck, view.select, drawn)


def strand_certainty(drawn: Lineage, model: ModelId, method: MethodId) -> Certainty:
    """Return how sure it is that `model` carries the strand of `method`."""
    links = [link for link in drawn.links if link.child == model]
    joins = [join.certainty for link in links for join in link.joins if join.method == method]
    if joins:
        return weakest(joins)
    return weakest(link.certainty for link in links if method in link.carried)


def _head(column: Column, deck: Deck, model: ModelId, drawn: Lineage) -> None:
    language, its = column.language, deck.models[model]
    size = column.size("model_title", 24.0)
    column.line(
        (Span(its.name, "mono-strong"),),
        column.left,
        column.y + size * 0.65,
        size,
        width=column.width,
    )
    column.skip(size * 1.35)
    label = column.size("label", 15.0)
    kind = its.kind.of(language)
    date = "" if its.date[:4] in kind else date_words(its.date, language)
    also = tuple(name for name in its.also if name not in kind and name != its.name)
    words = clauses((kind, date, *also), language)
    column.words((Span(words, ink="muted"),), label)
    column.skip(12)
    _strands(column, deck, model, drawn)
    column.skip(10)
    column.words(named(deck, its.summary.of(language)), column.size("panel_text", 16.0))


def _strands(column: Column, deck: Deck, model: ModelId, drawn: Lineage) -> None:
    size = column.size("label", 15.0)
    leading = column.leading(size)
    x = column.left
    for method in drawn.strands[model]:
        certainty = strand_certainty(drawn, model, method)
        sure = "" if certainty == "stated" else certainty_word(certainty, column.language)
        words = clauses((deck.methods[method].short.of(column.language), sure), column.language)
        style = deck.methods[method].style
        span = Span(words, "medium", f"method.{style}.text")
        long = _SWATCH[0] + 8 + column.width_of(words, "medium", size)
        if x > column.left and x + long > column.right:
            x = column.left
            column.skip(leading)
        middle = column.y + leading / 2
        column.shapes += swatch(style, x, middle, *_SWATCH, certainty)
        column.line(
            (span,), x + _SWATCH[0] + 8, middle, size, width=column.right - x - _SWATCH[0] - 8
        )
        x += long + _STRAND_GAP
    column.skip(leading)


def _facts(column: Column, deck: Deck, model: ModelId) -> None:
    facts = deck.models[model].facts
    if not facts:
        return
    groups = [tuple(same) for _, same in groupby(facts, key=lambda fact: fact.kind)]
    differ = any(_differ(group) for group in groups)
    aside = f"{_UNLIKE} {say('panel.differ', column.language)}" if differ else ""
    column.section(say("panel.facts", column.language), aside)
    column.skip(4)
    for group in groups:
        _fact_rows(column, deck, group)


def _differ(facts: tuple[Fact, ...]) -> bool:
    return len({(fact.value, fact.missing) for fact in facts}) > 1


def _fact_rows(column: Column, deck: Deck, facts: tuple[Fact, ...]) -> None:
    """Add what is said on one thing; several sayings are marked as such."""
    language = column.language
    size = column.size("label", 15.0)
    leading = column.leading(size)
    left = column.left + _KIND[column.narrow]
    column.skip(3)
    middle = column.y + leading / 2
    kind = Span(fact_word(facts[0].kind, language), ink="muted")
    column.line((kind,), column.left, middle, size, width=_KIND[column.narrow] - 24)
    if _differ(facts):
        unlike = Span(_UNLIKE, "mono-strong")
        column.line((unlike,), left - 18, middle, size)
    for fact in facts:
        source = deck.sources[fact.source].short.of(language)
        sure = "" if fact.certainty == "stated" else certainty_word(fact.certainty, language)
        face_ink = "muted" if fact.value is None else "ink"
        value = named(deck, fact_value(fact, language), ink=face_ink)
        tail = Span(clauses((sure, source), language), ink="muted")
        lines = column.broken(value, size, column.right - left)
        column.with_tail(lines, (tail,), left, column.right, size)
    column.skip(3)


def _changes(column: Column, deck: Deck, view: View) -> None:
    fates = fates_at(deck, view.select)
    column.section(say("panel.changes", column.language))
    if not fates:
        column.skip(8)
        words = Span(say("panel.no-changes", column.language), ink="muted")
        column.words((words,), column.size("label", 15.0))
    for place, fate in enumerate(fates):
        is_open = view.open == f"ability:{fate.ability}"
        fate_row(column, deck, fate, is_open=is_open, rule=place > 0)


def _levels(column: Column, deck: Deck, model: ModelId) -> None:
    levels = levels_at(deck, model)
    if not levels:
        return
    language = column.language
    size = column.size("label", 15.0)
    column.section(say("panel.levels", language))
    column.skip(5)
    for level in levels:
        name = deck.abilities[level.ability].short.of(language)
        column.skip(2)
        said = f"  {level.says.of(language)}"
        column.words((Span(name, "medium"), Span(said, ink="muted")), size)


def _inherited(column: Column, deck: Deck, model: ModelId, drawn: Lineage) -> None:
    found = inherited(deck, drawn, model)
    if not found:
        return
    language = column.language
    size = max(FLOOR, column.size("label", 15.0))
    column.section(say("panel.inherited", language))
    column.skip(5)
    for ability, models in found:
        name = deck.abilities[ability].short.of(language)
        where = "  " + ", ".join(deck.models[each].name for each in models)
        column.skip(2)
        linked = Linked(name, underline=True, order=OpenCard(f"ability:{ability}"))
        column.words((linked, Span(where, "mono", "muted")), size)
