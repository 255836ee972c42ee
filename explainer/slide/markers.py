"""What the foot of a slide says beside the source: accounts that differ, readings, the filter."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.disputes import discrepancies_of
from explainer.emphasis import filtered_links
from explainer.intents import OpenCard
from explainer.lineage import lineage
from explainer.picture import Box, Hit, Icon, Ruler, Shape, Span, TextLine, line_width
from explainer.schema import (
    CompareSlide,
    Discrepancy,
    EndSlide,
    Language,
    MapSlide,
    ModelId,
    QuestionSlide,
    Reading,
    Slide,
    Step,
    SummarySlide,
    TraceSlide,
    UnlockSlide,
    View,
)
from explainer.strings import say
from explainer.theme import number
from explainer.wording import listed

_HAIRLINE_GAP, _ICON, _ICON_GAP = 0.6, 1.05, 0.35
"""From the hairline to the icon, the icon, and from it to the words; em."""
_DRAWN = (MapSlide, EndSlide, TraceSlide, UnlockSlide, CompareSlide, SummarySlide)
"""Kinds of slides that show the lineage as the view's readings draw it."""


def disputes_at(deck: Deck, shown: Step) -> tuple[Discrepancy, ...]:
    """Return the discrepancies that what is told at a step is part of.

    A question does not tell: it has none.
    """
    if isinstance(shown.slide, QuestionSlide):
        return ()
    return discrepancies_of(deck, [claim for each in shown.narration for claim in each.claims])


def marker(
    found: tuple[Discrepancy, ...], language: Language, size: float, room: float, ruler: Ruler
) -> tuple[Span, ...]:
    """Return the words of the marker, or as much of them as `room` px hold beside its icon.

    The last that it does without is the number of points; without any words it is its icon.
    """
    if not found:
        return ()
    many = say("slide.accounts-differ.many", language, count=str(len(found)))
    texts = [many] if len(found) > 1 else []
    texts += [say("slide.accounts-differ", language), str(len(found))]
    spans = ((Span(text, "medium", "ink"),) for text in texts)
    fitting = (it for it in spans if marker_width(it, size, ruler) <= room)
    return next(fitting, (Span("", "medium", "ink"),))


def marker_width(spans: tuple[Span, ...], size: float, ruler: Ruler) -> float:
    """Return how wide the marker is: a hairline, its icon and its words."""
    words = line_width(ruler, spans, size)
    return size * (_HAIRLINE_GAP + _ICON) + (size * _ICON_GAP + words if words else 0.0)


def marker_shapes(  # noqa: PLR0913 - a place and a look
    spans: tuple[Span, ...],
    found: tuple[Discrepancy, ...],
    language: Language,
    x: float,
    y: float,
    size: float,
    ruler: Ruler,
) -> tuple[list[Shape], list[Hit]]:
    """Return the marker from `x` on, `y` its baseline; it opens the first of `found`.

    A hairline parts it from what stands before, and its sign lies in a disc: between two numbers
    it would say that they are unequal.
    """
    if not spans:
        return [], []
    width, middle, tall = marker_width(spans, size, ruler), y - size * 0.35, size * _ICON
    disc = x + size * _HAIRLINE_GAP
    shapes: list[Shape] = [
        Box(x, middle - tall / 2, max(1.0, size * 0.06), tall, fill="edge_dimmed"),
        Box(disc, middle - tall / 2, tall, tall, tall / 2, fill="ink", id="disputes-icon"),
        Icon("differ", disc + tall / 2, middle, tall * 0.8, "background", 3.2),
    ]
    if spans[0].text:
        start = disc + tall + size * _ICON_GAP
        long = line_width(ruler, spans, size)
        shapes.append(TextLine(start, y, spans, size, width=long, id="disputes"))
    high = max(number("node", "hit_min_px"), size * 1.3)
    order = OpenCard(f"discrepancy:{found[0].id}")
    hit = Hit(x, middle - high / 2, width, high, order, found[0].says.of(language))
    return shapes, [hit]


def drawn_words(
    deck: Deck, slide: Slide, view: View, language: Language, *, away: bool
) -> tuple[str, ...]:
    """Return which readings the picture draws in place of the deck's own, and the same in brief.

    Nothing where there are none.
    """
    if not away and not isinstance(slide, _DRAWN):
        return ()
    names: list[str] = []
    for word in view.readings:
        group, _, wanted = word.partition("/")
        reading = next((it for it in deck.readings.values() if it.id == group), None)
        if reading is None or wanted == reading.drawn:
            continue
        if not away and not _is_seen(deck, slide, reading, view):
            continue
        names += [option.says.of(language) for option in reading.options if option.id == wanted]
    said = listed(tuple(dict.fromkeys(names)), language)
    keys = ("slide.reading", "slide.reading.brief") if names else ()
    return tuple(say(key, language, names=said) for key in keys)


def _is_seen(deck: Deck, slide: Slide, reading: Reading, view: View) -> bool:
    """Tell whether the lines of a slide depend on a reading: it leads to one of its models."""
    models: tuple[ModelId, ...]
    match slide:
        case TraceSlide():
            models = slide.path
        case UnlockSlide():
            columns = (slide.left, slide.right)
            models = tuple(it for each in columns for it in (each.enters, each.shows))
        case CompareSlide():
            models = slide.models
        case SummarySlide() if slide.models:
            models = slide.models
        case _:
            return True
    drawn = lineage(deck, view.readings)
    told = {each.child for option in reading.options for each in option.derivations}
    heirs = told.union(*(drawn.below.get(model, ()) for model in told))
    return not heirs.isdisjoint(models)


def hidden_words(deck: Deck, view: View, language: Language) -> str:
    """Return how many links of the lineage the filter has put out; "" without the filter."""
    if not view.established:
        return ""
    count = len(filtered_links(lineage(deck, view.readings)))
    return say("window.hidden", language, count=count) if count else ""
