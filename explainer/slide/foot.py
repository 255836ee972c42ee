"""The foot of a slide: where it is from, how sure its lines are, where in the story it stands."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.deck import Deck
from explainer.lines import cut
from explainer.picture import Box, Picture, Ruler, Shape, Span, TextLine, line_width
from explainer.schema import (
    Discrepancy,
    EndSlide,
    Language,
    MapSlide,
    MatrixSlide,
    QuestionSlide,
    Step,
    StepId,
    SummarySlide,
    TradeSlide,
    View,
)
from explainer.slide.keyed import key_entries, shows_certainty
from explainer.slide.keys import certainty_key, method_key
from explainer.slide.markers import (
    disputes_at,
    drawn_words,
    hidden_words,
    marker,
    marker_shapes,
    marker_width,
)
from explainer.slide.measures import Measures
from explainer.story import number_in_stage, number_of, stage_of, step
from explainer.strings import say
from explainer.theme import number
from explainer.why import claims_of_step
from explainer.wording import citations, clauses

_BASELINE = 0.9525
_GAP = 0.6
"""Before the marker, em."""
_SPARE = 0.7
"""Of the gap between the source and the key that words may take where they are long, em."""
KEYED = (MatrixSlide, TradeSlide, SummarySlide)
"""Kinds of slides whose foot has a key of methods on a line of its own, above the sources."""
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
    looked at instead of the step's own view; then the sources are those of what is looked at.
    """
    size, y = measures.type("footer"), measures.share(_BASELINE)
    key = measures.type("legend")
    right = measures.width - measures.margin
    shapes: list[Shape] = []
    figure = str(number_of(deck, stage_of(deck, name).id))
    width = ruler.width(figure, "mono-strong", size)
    shapes.append(
        TextLine(
            right,
            y,
            (Span(figure, "mono-strong", "muted"),),
            size,
            "end",
            width=width,
            id="slide-number",
        )
    )
    left = right - width - size * 1.5
    shown = step(deck, name)
    if away is not None or shows_certainty(deck, shown):
        left = certainty_key(shapes, left, y, key, language, ruler, narrow=measures.narrow)
    room = left - measures.margin - size
    view = shown.view if away is None else away
    found, ways = _said(deck, name, away, language)
    if isinstance(shown.slide, KEYED) and away is None:
        above = y - measures.second_line
        entries = key_entries(deck, shown.slide)
        method_key(shapes, entries, language, measures.margin, above, key, measures.inner, ruler)
    hidden = hidden_words(deck, view, language)
    readings = drawn_words(deck, shown.slide, view, language, away=away is not None)
    needed = size * (2 * _GAP + 1) if found else 0.0
    for said in readings or ("",):
        beside = (said, hidden)
        least = ruler.width(clauses((ways[-1], *beside), language), "text", size)
        if least + needed <= room:
            break
    sign = marker(found, language, size, room - least - size * _GAP, ruler)
    kept = marker_width(sign, size, ruler) + size * _GAP if sign else 0.0
    texts = [clauses((it, *beside), language) for it in ways]
    sizes = (size, measures.type("floor"))
    spans, letters = _within(texts, sizes, room - kept, ruler)
    end = measures.margin - size * _GAP
    if spans:
        width = line_width(ruler, spans, letters)
        shapes.append(TextLine(measures.margin, y, spans, letters, width=width, id="source"))
        end = measures.margin + width
    marked, hits = marker_shapes(sign, found, language, end + size * _GAP, y, size, ruler)
    if away is not None or isinstance(shown.slide, MapSlide | EndSlide):
        begin = end + size * _GAP + (marker_width(sign, size, ruler) if sign else 0.0)
        shapes += _not_to_scale(language, (begin + size, left), y, size, ruler)
    shapes += [*marked, *_progress(deck, name, measures)]
    return Picture(measures.width, measures.height, tuple(shapes), tuple(hits))


def _not_to_scale(
    language: Language, room: tuple[float, float], y: float, size: float, ruler: Ruler
) -> list[Shape]:
    """Return what the axis of the map above is not, before the key if there is room."""
    begin, end = room
    words = say("axis.not-to-scale", language)
    width = ruler.width(words, "text", size)
    x = end - size - width
    spans = (Span(words, "text", "muted"),)
    return [TextLine(x, y, spans, size, width=width, id="axis-note")] if x >= begin else []


def _said(
    deck: Deck, name: StepId, away: View | None, language: Language
) -> tuple[tuple[Discrepancy, ...], tuple[str, ...]]:
    """Return on what sources differ, and ways to say where all is read, as `_cited` does."""
    if away is None:
        shown = step(deck, name)
        return disputes_at(deck, shown), _cited(deck, name, shown, language)
    from explainer.slide.look import look_citations, look_disputes  # as in `picture.py`

    return look_disputes(deck, away), look_citations(deck, away, language)


def _within(
    texts: Sequence[str], sizes: tuple[float, float], room: float, ruler: Ruler
) -> tuple[tuple[Span, ...], float]:
    """Return the first of the texts that `room` px hold, and the size of its letters.

    The last is set as small as the second of the `sizes` before it is shortened, and may take
    half of the gap behind it.
    """
    size, least = sizes
    fitting = (it for it in texts if ruler.width(it, "text", size) <= room)
    words = next(fitting, texts[-1])
    spans = (Span(words, "text", "muted"),) if words else ()
    width = line_width(ruler, spans, size)
    if width <= room:
        return spans, size
    room += size * _SPARE
    size = max(least, size * min(1.0, room / width))
    whole = line_width(ruler, spans, size) <= room
    return spans if whole else cut(ruler, spans, size, room), size


def _cited(deck: Deck, name: StepId, shown: Step, language: Language) -> tuple[str, ...]:
    """Return ways to say where a step's claims are read, the longest first; at least one.

    The end names the work that the deck explains, unless its claims are read elsewhere.
    """
    if isinstance(shown.slide, QuestionSlide):
        return (say("slide.vote", language),)
    claims = claims_of_step(deck, name)
    own = {deck.claims[claim].source for claim in claims} <= {deck.source}
    if isinstance(shown.slide, EndSlide) and deck.source and own:
        return (deck.sources[deck.source].short.of(language),)
    return citations(deck, claims, language) or ("",)


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
