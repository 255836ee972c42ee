"""The body of each kind of slide, in a box of its own."""

from __future__ import annotations

from explainer.canvas import canvas_picture, frame_of
from explainer.chart import matrix_picture
from explainer.deck import Deck
from explainer.deck.shown import question_of
from explainer.layout import layout
from explainer.picture import Clip, Picture, Ruler
from explainer.picture import placed as picture_placed
from explainer.placement import slide_scale
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
from explainer.slide.argument import argument_picture
from explainer.slide.chart import chart_body
from explainer.slide.compare import compare_picture
from explainer.slide.limits import limits_picture
from explainer.slide.measures import Measures
from explainer.slide.question import question_picture, reveal_picture
from explainer.slide.sheet import Sheet
from explainer.slide.sources import sources_picture
from explainer.slide.statement import statement_picture
from explainer.slide.summary import summary_picture
from explainer.slide.terms import terms_picture
from explainer.slide.title import title_shapes
from explainer.slide.trace import trace_picture
from explainer.slide.trade import trade_picture
from explainer.slide.unlock import unlock_picture
from explainer.story import stage_of, step


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
        return _map(deck, away, (), language, measures, size, ruler)
    match shown.slide:
        case TitleSlide():
            return Picture(*size, title_shapes(deck, language, size, measures, ruler))
        case MapSlide() | EndSlide():
            view = shown.view if section is None else section
            return _map(deck, view, callouts(shown), language, measures, size, ruler)
        case MatrixSlide():
            gap = measures.share(0.012)
            matrix = matrix_picture(
                deck, shown.slide, language, size[0], size[1] - gap, measures.height, ruler
            )
            return Picture(*size, matrix.shapes, matrix.hits)
        case _:
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
            return statement_picture(sheet, slide)
        case QuestionSlide():
            return question_picture(sheet, slide)
        case RevealSlide():
            return reveal_picture(sheet, slide, question_of(stage, slide))
        case TermsSlide():
            return terms_picture(sheet, slide)
        case SourcesSlide():
            return sources_picture(sheet, slide)
        case SummarySlide():
            return summary_picture(sheet, slide, view.readings)
        case LimitsSlide():
            return limits_picture(sheet, slide)
        case ArgumentSlide():
            return argument_picture(sheet, slide)
        case TraceSlide():
            return trace_picture(sheet, slide, view.readings)
        case UnlockSlide():
            return unlock_picture(sheet, slide, view.readings)
        case CompareSlide():
            return compare_picture(sheet, slide, view.readings)
        case TradeSlide():
            return trade_picture(sheet, slide)
        case ChartSlide():
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


def _map(  # noqa: PLR0913 - as body_picture
    deck: Deck,
    view: View,
    words: tuple[tuple[ModelId, Text], ...],
    language: Language,
    measures: Measures,
    size: tuple[float, float],
    ruler: Ruler,
) -> Picture:
    scale = slide_scale(measures.width, measures.height, len(layout(deck).rows))
    drawn = canvas_picture(deck, view, language, scale, size, ruler, callouts=words)
    box = (drawn.picture.width, drawn.picture.height)
    frame = frame_of(drawn.camera, box, size)
    shapes, hits = picture_placed(drawn.picture, frame.dx, frame.dy, frame.factor)
    if frame.zoom > 1:
        shapes = (Clip(0, 0, *size, shapes),)
    return Picture(*size, shapes, hits)
