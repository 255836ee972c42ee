"""What the foot of a slide says beside the source: accounts that differ, readings, the filter."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.disputes import discrepancies_of
from explainer.emphasis import filtered_links
from explainer.intents import OpenCard
from explainer.lineage import lineage
from explainer.picture import Hit, Ruler, Shape, Span, TextLine
from explainer.schema import (
    CompareSlide,
    Discrepancy,
    EndSlide,
    Language,
    MapSlide,
    QuestionSlide,
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

_SIGN = "≠"
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
    """Return the marker in words, or as much of it as `room` px hold; at least its sign."""
    if not found:
        return ()
    words = say("slide.accounts-differ", language)
    many = say("slide.accounts-differ.many", language, count=len(found))
    texts = [f"{_SIGN} {many}"] if len(found) > 1 else []
    texts += [f"{_SIGN} {words}", f"{_SIGN} {len(found)}"]
    fitting = (text for text in texts if ruler.width(text, "medium", size) <= room)
    return (Span(next(fitting, _SIGN), "medium", "ink"),)


def marker_shapes(  # noqa: PLR0913 - a place and a look
    spans: tuple[Span, ...],
    found: tuple[Discrepancy, ...],
    language: Language,
    x: float,
    y: float,
    size: float,
    ruler: Ruler,
) -> tuple[list[Shape], list[Hit]]:
    """Return the marker from `x` on, `y` its baseline; it opens the first of `found`."""
    if not spans:
        return [], []
    text = spans[0].text
    width = ruler.width(text, spans[0].face, size)
    high = max(number("node", "hit_min_px"), size * 1.3)
    order = OpenCard(f"discrepancy:{found[0].id}")
    hit = Hit(x, y - size * 0.35 - high / 2, width, high, order, found[0].says.of(language))
    return [TextLine(x, y, spans, size, width=width, id="disputes")], [hit]


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
        names += [option.says.of(language) for option in reading.options if option.id == wanted]
    said = listed(tuple(dict.fromkeys(names)), language)
    keys = ("slide.reading", "slide.reading.brief") if names else ()
    return tuple(say(key, language, names=said) for key in keys)


def hidden_words(deck: Deck, view: View, language: Language) -> str:
    """Return how many links of the lineage the filter has put out; "" without the filter."""
    if not view.established:
        return ""
    count = len(filtered_links(lineage(deck, view.readings)))
    return say("window.hidden", language, count=count) if count else ""
