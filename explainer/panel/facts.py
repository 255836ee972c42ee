"""What is known of a model, each thing with its source; several accounts of one are marked."""

from __future__ import annotations

from itertools import groupby

from explainer.deck import Deck
from explainer.disputes import discrepancies_at
from explainer.intents import OpenCard
from explainer.panel.claims import UNLIKE
from explainer.panel.column import Column, Linked
from explainer.panel.rich import named, source_link
from explainer.picture import Span
from explainer.schema import Fact, View
from explainer.strings import say
from explainer.why import named_model
from explainer.wording import certainty_word, clauses, fact_value, fact_word

_KIND = {False: 96.0, True: 88.0}
"""px for the kind of a fact, in a wide and in a narrow panel."""


def facts_part(column: Column, deck: Deck, view: View) -> None:
    """Add the facts of the selected model or counterpart."""
    facts = named_model(deck, view.select).facts
    if not facts:
        return
    groups = [tuple(same) for _, same in groupby(facts, key=lambda fact: fact.kind)]
    differ = any(_differ(group) for group in groups)
    aside = f"{UNLIKE} {say('panel.differ', column.language)}" if differ else ""
    column.section(say("panel.facts", column.language), aside)
    column.skip(4)
    for group in groups:
        _rows(column, deck, view, group)


def _differ(facts: tuple[Fact, ...]) -> bool:
    """Tell whether sources say different things; one that says nothing does not differ."""
    return len({fact.value for fact in facts if fact.value is not None}) > 1


def _rows(column: Column, deck: Deck, view: View, facts: tuple[Fact, ...]) -> None:
    """Add what is said on one thing; several sayings are marked as such."""
    language = column.language
    size = column.size("label")
    leading = column.leading(size)
    left = column.left + _KIND[column.narrow]
    column.skip(3)
    middle = column.y + leading / 2
    kind = Span(fact_word(facts[0].kind, language), ink="muted")
    column.line((kind,), column.left, middle, size, width=_KIND[column.narrow] - 24)
    if _differ(facts):
        name = say("panel.sources-differ", language)
        order = OpenCard("discrepancies") if discrepancies_at(deck, view.select) else None
        unlike = Linked(UNLIKE, "mono-strong", order=order, name=name)
        column.line((unlike,), left - 18, middle, size)
    for fact in facts:
        sure = "" if fact.certainty == "stated" else certainty_word(fact.certainty, language)
        face_ink = "muted" if fact.value is None else "ink"
        if view.established and fact.certainty != "stated":
            face_ink = "dimmed_text"
        value = named(deck, fact_value(fact, facts, language), ink=face_ink)
        said = Span(clauses((sure, ""), language) + "  " * bool(sure), ink="muted")
        link = source_link(deck, fact.source, language)
        tail = (said, link) if sure else (link,)
        lines = column.broken(value, size, column.right - left)
        column.with_tail(lines, tail, left, column.right, size)
    column.skip(3)
