"""The panel of a selected model: what it is, how it came about, what it did to abilities."""

from __future__ import annotations

from collections.abc import Callable

from explainer.abilities import fates_at, inherited, levels_at
from explainer.dates import date_words
from explainer.deck import Deck
from explainer.disputes import discrepancies_at
from explainer.dress import method_ink
from explainer.intents import OpenCard
from explainer.lineage import Lineage, lineage, weakest
from explainer.panel.ability import fate_row, heads
from explainer.panel.claims import hidden_line
from explainer.panel.column import FLOOR, Column, Linked
from explainer.panel.dispute import disputes_part
from explainer.panel.facts import facts_part
from explainer.panel.later import later_part
from explainer.panel.origin import origin_part
from explainer.panel.rich import named
from explainer.panel.said import argued_part, claims_part, stand_ins_part
from explainer.picture import Span
from explainer.schema import Certainty, MethodId, ModelId, View
from explainer.strands import swatch
from explainer.strings import say
from explainer.wording import certainty_word, clauses

_SWATCH = (38.0, 9.0)
_STRAND_GAP = 22.0
_DISPUTES = 4


def model_page(column: Column, deck: Deck, view: View) -> None:
    """Add the selected model."""
    for part in PARTS:
        part(column, deck, view)


def strand_certainty(
    deck: Deck, drawn: Lineage, model: ModelId, method: MethodId
) -> Certainty | None:
    """Return how sure it is that `method` shaped `model`, whichever parent it came from.

    None where the deck only says that the strand begins there, and rests it on nothing.
    """
    for training in deck.models[model].trained_by:
        if training.method == method:
            return weakest(deck.claims[claim].certainty for claim in training.claims)
    links = [link for link in drawn.links if link.child == model]
    joins = [join.certainty for link in links for join in link.joins if join.method == method]
    if joins:
        return weakest(joins)
    return weakest(link.descent for link in links if method in link.carried)


def _head(column: Column, deck: Deck, view: View) -> None:
    model = view.select
    language, its = column.language, deck.models[model]
    size = column.size("model_title")
    column.line(
        (Span(its.name, "mono-strong"),),
        column.left,
        column.y + size * 0.65,
        size,
        width=column.width,
    )
    column.skip(size * 1.35)
    label = column.size("label")
    kind = its.kind.of(language)
    date = "" if its.date[:4] in kind else date_words(its.date, language)
    also = tuple(name for name in its.also if name not in kind and name != its.name)
    words = clauses((kind, date, *also), language)
    column.words((Span(words, ink="muted"),), label)
    column.skip(12)
    _strands(column, deck, model, lineage(deck, view.readings))
    column.skip(10)
    column.words(named(deck, its.summary.of(language)), column.size("panel_text"))


def _strands(column: Column, deck: Deck, model: ModelId, drawn: Lineage) -> None:
    size = column.size("label")
    leading = column.leading(size)
    x = column.left
    for method in drawn.strands[model]:
        certainty = strand_certainty(deck, drawn, model, method)
        sure = "" if certainty in ("stated", None) else certainty_word(certainty, column.language)
        words = clauses((deck.methods[method].short.of(column.language), sure), column.language)
        its = deck.methods[method]
        span = Span(words, "medium", method_ink(its, "text"))
        long = _SWATCH[0] + 8 + column.width_of(words, "medium", size)
        if x > column.left and x + long > column.right:
            x = column.left
            column.skip(leading)
        middle = column.y + leading / 2
        column.shapes += swatch(its, x, middle, *_SWATCH, certainty or "stated")
        column.line(
            (span,), x + _SWATCH[0] + 8, middle, size, width=column.right - x - _SWATCH[0] - 8
        )
        x += long + _STRAND_GAP
    column.skip(leading)


def _changes(column: Column, deck: Deck, view: View) -> None:
    every = fates_at(deck, view.select)
    fates = [it for it in every if not view.established or it.certainty == "stated"]
    columns = heads(column) if fates else ()
    column.section(say("panel.changes", column.language), heads=columns)
    if not every:
        column.skip(8)
        words = Span(say("panel.no-changes", column.language), ink="muted")
        column.words((words,), column.size("label"))
    for place, fate in enumerate(fates):
        is_open = view.open == f"ability:{fate.ability}"
        fate_row(column, deck, fate, is_open=is_open, rule=place > 0)
    hidden_line(column, len(every) - len(fates))


def _disputes(column: Column, deck: Deck, view: View) -> None:
    disputes_part(column, deck, discrepancies_at(deck, view.select), _DISPUTES)


def _levels(column: Column, deck: Deck, view: View) -> None:
    levels = levels_at(deck, view.select)
    if not levels:
        return
    language = column.language
    size = column.size("label")
    column.section(say("panel.levels", language))
    column.skip(5)
    for level in levels:
        name = deck.abilities[level.ability].short.of(language)
        column.skip(2)
        said = f"  {level.says.of(language)}"
        tail: tuple[Span, ...] = ()
        if level.claims:
            card = f"claim:{level.claims[0]}"
            order = OpenCard(card)
            why = Linked(say("panel.why", language), underline=True, order=order, id=card)
            tail = (Span("  "), why)
        column.words((Span(name, "medium"), Span(said, ink="muted"), *tail), size)


def _inherited(column: Column, deck: Deck, view: View) -> None:
    found = inherited(deck, lineage(deck, view.readings), view.select)
    if not found:
        return
    language = column.language
    size = max(FLOOR, column.size("label"))
    column.section(say("panel.inherited", language))
    column.skip(5)
    for ability, models in found:
        name = deck.abilities[ability].short.of(language)
        where = "  " + ", ".join(deck.models[each].name for each in models)
        column.skip(2)
        linked = Linked(name, underline=True, order=OpenCard(f"ability:{ability}"))
        column.words((linked, Span(where, "mono", "muted")), size)


Part = Callable[[Column, Deck, View], None]
PARTS: tuple[Part, ...] = (
    _head,
    facts_part,
    _changes,
    origin_part,
    _levels,
    argued_part,
    claims_part,
    _disputes,
    later_part,
    stand_ins_part,
    _inherited,
)
"""From the top; each adds nothing where it has nothing to say."""
