"""The foot of a slide: where it is from, how sure its lines are, where in the story it stands."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.picture import Box, Picture, Ruler, Shape, Span, TextLine, line_width
from explainer.schema import (
    Certainty,
    EndSlide,
    Language,
    MatrixSlide,
    QuestionSlide,
    Step,
    StepId,
    SummarySlide,
    TradeSlide,
    View,
)
from explainer.slide.markers import (
    disputes_at,
    drawn_words,
    hidden_words,
    marker,
    marker_shapes,
)
from explainer.slide.measures import Measures
from explainer.story import number_in_stage, number_of, stage_of, step
from explainer.strands import certainty_line, swatch
from explainer.strings import say
from explainer.theme import number
from explainer.wording import clauses, listed

_KEY: tuple[Certainty, ...] = ("stated", "likely", "open")
_BASELINE = 0.9525
_PROGRESS = 0.0056
"""Height of a part of the line at the very foot."""


def foot_picture(  # noqa: PLR0913 - a slide, its language and its room
    deck: Deck,
    name: StepId,
    language: Language,
    measures: Measures,
    ruler: Ruler,
    *,
    away: View | None = None,
) -> Picture:
    """Return source, key of certainty, number and progress of a step's slide.

    Where what is told is part of a discrepancy, a marker after the source opens it. `away` is
    looked at instead of the step's own view.
    """
    size, y = measures.type("footer"), measures.share(_BASELINE)
    right = measures.width - measures.margin
    shapes: list[Shape] = []
    figure = str(number_of(deck, stage_of(deck, name).id))
    width = ruler.width(figure, "mono-strong", size)
    shapes.append(
        TextLine(right, y, (Span(figure, "mono-strong", "muted"),), size, "end", width=width)
    )
    left = right - width - size * 1.5
    shown = step(deck, name)
    if not isinstance(shown.slide, QuestionSlide):
        left = _key(shapes, left, y, size, language, ruler)
    room = left - measures.margin - size
    view = shown.view if away is None else away
    beside = (
        drawn_words(deck, shown.slide, view, language, away=away is not None),
        hidden_words(deck, view, language),
    )
    found = disputes_at(deck, shown)
    gap = size * 1.1
    if isinstance(shown.slide, MatrixSlide | TradeSlide | SummarySlide) and away is None:
        sign = marker(found, language, size, 0.0, ruler)
        kept = line_width(ruler, sign, size) + gap if sign else 0.0
        end = _methods(shapes, deck, language, measures, room - kept, ruler)
    else:
        least = _source(deck, shown, beside, language, size, 0.0, ruler)
        sign = marker(found, language, size, room - ruler.width(least, "text", size) - gap, ruler)
        kept = line_width(ruler, sign, size) + gap if sign else 0.0
        words = _source(deck, shown, beside, language, size, room - kept, ruler)
        spans = (Span(words, "text", "muted"),)
        width = ruler.width(words, "text", size)
        shapes.append(TextLine(measures.margin, y, spans, size, width=width, id="source"))
        end = measures.margin + width
    marked, hits = marker_shapes(sign, found, end + gap, y, size, ruler)
    shapes += [*marked, *_progress(deck, name, measures)]
    return Picture(measures.width, measures.height, tuple(shapes), tuple(hits))


def _key(  # noqa: PLR0913 - a place and a look
    shapes: list[Shape], right: float, y: float, size: float, language: Language, ruler: Ruler
) -> float:
    """Add the key of certainty, ending at `right`; return where it begins."""
    x = right
    for certainty in reversed(_KEY):
        words = say(f"window.key.{certainty}", language)
        width = ruler.width(words, "text", size)
        x -= width
        shapes.append(TextLine(x, y, (Span(words, "text", "muted"),), size, width=width, id="key"))
        x -= size * 2.05
        shapes.extend(certainty_line(certainty, x, y - size * 0.32, size * 1.55, size * 0.2))
        x -= size * 1.1
    return x + size * 1.1


def _source(  # noqa: PLR0913 - what is cited, and the room for it
    deck: Deck,
    shown: Step,
    beside: tuple[str, ...],
    language: Language,
    size: float,
    room: float,
    ruler: Ruler,
) -> str:
    """Return the work that the deck explains and the sections that the step rests on.

    The words `beside` it follow; sections are left out where `room` px are too narrow for all.
    """
    if isinstance(shown.slide, QuestionSlide):
        return say("slide.vote", language)
    short = deck.sources[deck.source].short.of(language)
    sections: list[str] = []
    for paragraph in shown.narration:
        for claim in paragraph.claims:
            section = deck.claims[claim].at.partition(" ")[0]
            if section and section not in sections and not isinstance(shown.slide, EndSlide):
                sections.append(section)
    while sections:
        words = clauses((short, listed(tuple(sections), language), *beside), language)
        if ruler.width(words, "text", size) <= room:
            return words
        sections.pop()
    return clauses((short, *beside), language)


def _methods(  # noqa: PLR0913 - a place and a look
    shapes: list[Shape],
    deck: Deck,
    language: Language,
    measures: Measures,
    room: float,
    ruler: Ruler,
) -> float:
    """Add the key of methods in place of the source, where the marks wear their colours.

    Return where it ends.
    """
    size, y = measures.type("footer"), measures.share(_BASELINE)
    sample = size * 1.3
    names = [(method.style, method.short.of(language)) for method in deck.methods.values()]
    gap = size * 0.9
    need = sum(sample + size * 0.4 + ruler.width(word, "medium", size) + gap for _, word in names)
    gap = max(size * 0.4, gap - max(0.0, need - room) / max(1, len(names)))
    x = measures.margin
    for style, words in names:
        shapes.extend(swatch(style, x, y - size * 0.33, sample, size * 0.42, ground="background"))
        x += sample + size * 0.4
        width = ruler.width(words, "medium", size)
        spans = (Span(words, "medium", f"method.{style}.text"),)
        shapes.append(TextLine(x, y, spans, size, width=width, id="key"))
        x += width + gap
    return x - gap


def _progress(deck: Deck, name: StepId, measures: Measures) -> list[Shape]:
    """Return a part for each stage: done, current and filled by its steps, or to come."""
    count = len(deck.stages)
    stage = stage_of(deck, name)
    current, height = number_of(deck, stage.id), measures.share(_PROGRESS)
    gap = height
    width = (measures.inner - gap * (count - 1)) / count
    y = measures.height - measures.share(number("space_slide", "progress_bottom")) - height
    shapes: list[Shape] = []
    for place in range(1, count + 1):
        x = measures.margin + (place - 1) * (width + gap)
        ink = "muted" if place < current else "line"
        shapes.append(Box(x, y, width, height, height / 2, fill=ink))
        if place == current:
            filled = width * number_in_stage(deck, name) / len(stage.steps)
            rise = height / 6
            shapes.append(
                Box(x, y - rise, filled, height + 2 * rise, height / 2 + rise, fill="ink")
            )
    return shapes
