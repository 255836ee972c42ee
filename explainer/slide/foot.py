"""The foot of a slide: where it is from, how sure its lines are, where in the story it stands."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.picture import Box, Ruler, Shape, Span, TextLine
from explainer.schema import (
    Certainty,
    EndSlide,
    Language,
    MatrixSlide,
    QuestionSlide,
    StepId,
    SummarySlide,
    TradeSlide,
)
from explainer.slide.measures import Measures
from explainer.story import number_in_stage, number_of, stage_of, step
from explainer.strands import certainty_line, swatch
from explainer.strings import say
from explainer.theme import number

_KEY: tuple[Certainty, ...] = ("stated", "likely", "open")
_BASELINE = 0.9525
_PROGRESS = 0.0056
"""Height of a part of the line at the very foot."""


def foot_shapes(
    deck: Deck, name: StepId, language: Language, measures: Measures, ruler: Ruler
) -> list[Shape]:
    """Return source, key of certainty, number and progress of a step's slide."""
    size, y = measures.type("footer"), measures.share(_BASELINE)
    right = measures.width - measures.margin
    shapes: list[Shape] = []
    figure = str(number_of(deck, stage_of(deck, name).id))
    width = ruler.width(figure, "mono-strong", size)
    shapes.append(
        TextLine(right, y, (Span(figure, "mono-strong", "muted"),), size, "end", width=width)
    )
    left = right - width - size * 1.5
    shown = step(deck, name).slide
    if not isinstance(shown, QuestionSlide):
        left = _key(shapes, left, y, size, language, ruler)
    room = left - measures.margin - size
    if isinstance(shown, MatrixSlide | TradeSlide | SummarySlide):
        _methods(shapes, deck, language, measures, room, ruler)
    else:
        words = _source(deck, name, language, measures, room, ruler)
        spans = (Span(words, "text", "muted"),)
        width = ruler.width(words, "text", size)
        shapes.append(TextLine(measures.margin, y, spans, size, width=width, id="source"))
    return shapes + _progress(deck, name, measures)


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
    deck: Deck, name: StepId, language: Language, measures: Measures, room: float, ruler: Ruler
) -> str:
    """Return the work that the deck explains and the sections that the step rests on."""
    source = deck.sources[deck.source]
    short = source.short.of(language)
    shown = step(deck, name).slide
    if isinstance(shown, QuestionSlide):
        return say("slide.vote", language)
    if isinstance(shown, EndSlide):
        return short
    size = measures.type("footer")
    sections: list[str] = []
    for paragraph in step(deck, name).narration:
        for claim in paragraph.claims:
            section = deck.claims[claim].at.partition(" ")[0]
            if section and section not in sections:
                sections.append(section)
    joint = "、" if language == "zh" else ", "
    while sections:
        words = (
            f"{short}，{joint.join(sections)}"
            if language == "zh"
            else (f"{short}, {joint.join(sections)}")
        )
        if ruler.width(words, "text", size) <= room:
            return words
        sections.pop()
    return short


def _methods(  # noqa: PLR0913 - a place and a look
    shapes: list[Shape],
    deck: Deck,
    language: Language,
    measures: Measures,
    room: float,
    ruler: Ruler,
) -> None:
    """Add the key of methods in place of the source, where the marks wear their colours."""
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
