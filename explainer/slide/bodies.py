"""The body of each kind of slide, in a box of its own.

What draws a kind is imported with the first slide of its kind: a start shows one of many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.deck import Deck
from explainer.picture import Picture, Ruler
from explainer.schema import (
    ArgumentSlide,
    ChartSlide,
    CompareSlide,
    EndSlide,
    Language,
    LimitsSlide,
    MapSlide,
    MatrixSlide,
    ModelId,
    QuestionSlide,
    RevealSlide,
    Slide,
    SourcesSlide,
    Stage,
    Step,
    StepId,
    SummarySlide,
    TermsSlide,
    Text,
    TextSlide,
    TitleSlide,
    TraceSlide,
    TradeSlide,
    UnlockSlide,
    View,
)
from explainer.slide.measures import Measures
from explainer.story import stage_of, step

if TYPE_CHECKING:
    from explainer.slide.sheet import Sheet


def body_picture(  # noqa: PLR0913 - a slide, its language and its room
    deck: Deck,
    name: StepId,
    language: Language,
    measures: Measures,
    size: tuple[float, float],
    ruler: Ruler,
    *,
    away: View | None = None,
    section: View | None = None,
) -> Picture:
    """Return what a step's slide shows below its headline, in a box of `size` px.

    `measures` gives the sizes of letters and strands; `away` and `section` as in `picture.py`.
    """
    shown = step(deck, name)
    if away is not None:
        from explainer.slide.map import map_picture

        return map_picture(deck, away, (), language, measures, size, ruler)
    match shown.slide:
        case TitleSlide():
            from explainer.slide.title import title_shapes

            return Picture(*size, title_shapes(deck, language, size, measures, ruler))
        case MapSlide() | EndSlide():
            from explainer.slide.map import map_picture

            view = shown.view if section is None else section
            return map_picture(deck, view, callouts(shown), language, measures, size, ruler)
        case MatrixSlide():
            from explainer.chart import matrix_picture

            gap = measures.share(0.012)
            matrix = matrix_picture(
                deck, shown.slide, language, size[0], size[1] - gap, measures.height, ruler
            )
            return Picture(*size, matrix.shapes, matrix.hits)
        case _:
            from explainer.slide.sheet import Sheet

            sheet = Sheet(deck, language, measures, *size, ruler)
            return _composed(sheet, shown.slide, stage_of(deck, name), shown.view)


def callouts(shown: Step) -> tuple[tuple[ModelId, Text], ...]:
    """Return the words that a step's slide has at stations."""
    if isinstance(shown.slide, MapSlide):
        return tuple(shown.slide.callouts.items())
    return ()


def _composed(sheet: Sheet, slide: Slide, stage: Stage, view: View) -> Picture:  # noqa: C901, PLR0911, PLR0912 - one case for each kind
    match slide:
        case TextSlide():
            from explainer.slide.statement import statement_picture

            return statement_picture(sheet, slide)
        case QuestionSlide():
            from explainer.slide.question import question_picture

            return question_picture(sheet, slide)
        case RevealSlide():
            from explainer.deck.shown import question_of
            from explainer.slide.question import reveal_picture

            return reveal_picture(sheet, slide, question_of(stage, slide))
        case TermsSlide():
            from explainer.slide.terms import terms_picture

            return terms_picture(sheet, slide)
        case SourcesSlide():
            from explainer.slide.sources import sources_picture

            return sources_picture(sheet, slide)
        case SummarySlide():
            from explainer.slide.summary import summary_picture

            return summary_picture(sheet, slide, view.readings)
        case LimitsSlide():
            from explainer.slide.limits import limits_picture

            return limits_picture(sheet, slide)
        case ArgumentSlide():
            from explainer.slide.argument import argument_picture

            return argument_picture(sheet, slide)
        case TraceSlide():
            from explainer.slide.trace import trace_picture

            return trace_picture(sheet, slide, view.readings)
        case UnlockSlide():
            from explainer.slide.unlock import unlock_picture

            return unlock_picture(sheet, slide, view.readings)
        case CompareSlide():
            from explainer.slide.compare import compare_picture

            return compare_picture(sheet, slide, view.readings)
        case TradeSlide():
            from explainer.slide.trade import trade_picture

            return trade_picture(sheet, slide)
        case ChartSlide():
            from explainer.slide.chart import chart_body

            return chart_body(
                sheet.deck,
                slide,
                sheet.language,
                sheet.measures,
                (sheet.width, sheet.height),
                sheet.ruler,
                readings=view.readings,
            )
        case _:
            return sheet.picture()
