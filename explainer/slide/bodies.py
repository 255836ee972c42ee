"""The body of each kind of slide, in a box of its own."""

from __future__ import annotations

from explainer.canvas import canvas_picture, frame_of
from explainer.chart import matrix_picture
from explainer.deck import Deck
from explainer.layout import layout
from explainer.lines import balanced
from explainer.paths import Straight, Way
from explainer.picture import Box, Clip, Icon, Picture, Ruler, Shape, Span, TextLine, line_width
from explainer.picture import placed as picture_placed
from explainer.placement import slide_scale
from explainer.schema import (
    EndSlide,
    Language,
    MapSlide,
    MatrixSlide,
    ModelId,
    Step,
    StepId,
    Text,
    TextSlide,
    TitleSlide,
    View,
)
from explainer.slide.measures import Measures
from explainer.slide.title import title_shapes
from explainer.story import step
from explainer.strands import Thread
from explainer.theme import number

_STATEMENT = 0.62
"""Share of the width that a statement takes."""


def body_picture(  # noqa: PLR0913 - a slide, its language and its room
    deck: Deck,
    name: StepId,
    language: Language,
    measures: Measures,
    size: tuple[float, float],
    ruler: Ruler,
    *,
    away: View | None = None,
) -> Picture:
    """Return what a step's slide shows below its headline, in a box of `size` px.

    `measures` gives the sizes of letters and strands.
    """
    shown = step(deck, name)
    if away is not None:
        return _map(deck, away, (), language, measures, size, ruler)
    match shown.slide:
        case TitleSlide():
            return Picture(*size, title_shapes(deck, language, size, measures, ruler))
        case MapSlide() | EndSlide():
            return _map(deck, shown.view, callouts(shown), language, measures, size, ruler)
        case TextSlide():
            return _statement(deck, shown.slide, language, measures, size, ruler)
        case MatrixSlide():
            gap = measures.share(0.012)
            matrix = matrix_picture(
                deck, shown.slide, language, size[0], size[1] - gap, measures.height, ruler
            )
            return Picture(*size, matrix.shapes, matrix.hits)


def callouts(shown: Step) -> tuple[tuple[ModelId, Text], ...]:
    """Return the words that a step's slide has at stations."""
    if isinstance(shown.slide, MapSlide):
        return tuple(shown.slide.callouts.items())
    return ()


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


def _statement(  # noqa: PLR0913 - as body_picture
    deck: Deck,
    slide: TextSlide,
    language: Language,
    measures: Measures,
    size: tuple[float, float],
    ruler: Ruler,
) -> Picture:
    """Return one sentence at the left, and beside it the strand it speaks of."""
    letters = measures.type("statement")
    room = size[0] * (_STATEMENT if slide.strand else 0.8)
    lines = balanced(ruler, (Span(slide.says.of(language), "medium"),), letters, room, 4)
    leading = letters * (1.42 if language == "en" else 1.55)
    top = (size[1] - leading * len(lines)) * 0.42
    shapes: list[Shape] = [
        TextLine(
            0,
            top + letters * 0.95 + leading * place,
            line,
            letters,
            width=line_width(ruler, line, letters),
            id="statement",
        )
        for place, line in enumerate(lines)
    ]
    if slide.strand:
        shapes += _big_strand(deck, slide, language, measures, size, ruler)
    return Picture(*size, tuple(shapes))


def _big_strand(  # noqa: PLR0913 - as body_picture
    deck: Deck,
    slide: TextSlide,
    language: Language,
    measures: Measures,
    size: tuple[float, float],
    ruler: Ruler,
) -> list[Shape]:
    method = deck.methods[slide.strand]
    width, radius = measures.share(0.03), measures.share(0.042)
    x, middle = size[0] * 0.82, size[1] * 0.42
    way = Way((Straight((x, 0.0), (0.0, 1.0), size[1]),))
    ink = f"method.{method.style}.stroke"
    shapes: list[Shape] = [
        *Thread(way, 0.0, width, ink, "background", method.style).shapes(),
        Box(x - radius, middle - radius, 2 * radius, 2 * radius, radius, fill=ink),
        Icon(
            f"method-{method.style}", x, middle, radius * number("badge", "icon"), "on_accent", 2.2
        ),
    ]
    words = method.name.of(language)
    letters = measures.type("method_label")
    span = Span(words, "strong", f"method.{method.style}.text")
    lines = balanced(ruler, (span,), letters, size[0] * 0.18 - radius * 1.5, 3)
    for place, line in enumerate(lines):
        y = middle + letters * (0.35 + 1.15 * (place - (len(lines) - 1) / 2))
        measured = line_width(ruler, line, letters)
        shapes.append(TextLine(x + radius * 1.4, y, line, letters, width=measured, id="method"))
    return shapes
