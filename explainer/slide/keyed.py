"""What the key of methods on a slide of marks explains: the causes that its marks have."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.abilities import fates_at, in_lineage_order, marked_abilities, marked_models, told
from explainer.deck import Deck
from explainer.schema import (
    ChartSlide,
    Fate,
    MatrixSlide,
    Method,
    ModelId,
    QuestionSlide,
    RevealSlide,
    Slide,
    SourcesSlide,
    Step,
    SummarySlide,
    TermsSlide,
    TextSlide,
    TradeSlide,
)

Entry = Method | None
"""A method, or None: marks for which no cause is given."""


def key_entries(deck: Deck, slide: Slide) -> tuple[Entry, ...]:
    """Return the methods that a slide of marks shows, and None behind them if one has no cause.

    The table by model shows strands beside its marks: there it is every method, as where no mark is
    shown.
    """
    causes = {fate.cause for fate in _shown(deck, slide)}
    whole = isinstance(slide, SummarySlide) or not causes
    methods = (it for it in deck.methods.values() if whole or it.id in causes)
    return (*methods, *((None,) if "" in causes else ()))


def shows_certainty(deck: Deck, shown: Step) -> bool:
    """Tell whether a step's slide has any line that the key of certainty explains."""
    match shown.slide:
        case QuestionSlide() | TermsSlide() | SourcesSlide():
            return False
        case TextSlide() | RevealSlide():
            return bool(shown.slide.claims)
        case ChartSlide():
            from explainer.slide.chart import has_strands

            return has_strands(deck, deck.charts[shown.slide.chart], shown.view.readings)
        case _:
            return True


def _shown(deck: Deck, slide: Slide) -> Iterable[Fate]:
    match slide:
        case MatrixSlide():
            from explainer.chart.matrix import MOST_COLUMNS, MOST_ROWS

            rows = (slide.abilities or marked_abilities(deck))[:MOST_ROWS]
            columns = (slide.models or marked_models(deck))[:MOST_COLUMNS]
            fates = told(deck).items()
            return [fate for (row, column), fate in fates if row in rows and column in columns]
        case TradeSlide():
            from explainer.slide.trade import MOST_ROWS as MOST
            from explainer.slide.trade import ledger

            return [it for row in ledger(deck, slide)[:MOST] for it in row.fates.values()]
        case SummarySlide():
            models: tuple[ModelId, ...] = slide.models or in_lineage_order(deck)
            return [fate for model in models for fate in fates_at(deck, model)]
        case _:
            return ()
