"""The published numbers of the selected model, folded away until they are asked for."""

from __future__ import annotations

from msgspec import Struct

from explainer.chart import ChartPicture
from explainer.deck import Deck
from explainer.intents import OpenCard
from explainer.panel.column import Column, Linked
from explainer.panel.dots import OUT, dots_picture
from explainer.picture import Icon, Picture, Ruler, Span, enlarged
from explainer.plot.measured import sources_on
from explainer.schema import Language, ModelId, SourceId, View
from explainer.strings import say
from explainer.wording import pair

_HEAD = 46.0
_CHEVRON = 20.0


class NumbersPicture(Struct, frozen=True):
    """The part of the panel for published numbers."""

    head: Picture
    """Its title and, where it is unfolded, the source."""
    plot: ChartPicture | None
    """None while it is folded."""
    left: float
    """Where the plot begins, px."""

    def enlarged(self, factor: float) -> NumbersPicture:
        """Return it `factor` times as large; the plot is enlarged by what shows it."""
        return NumbersPicture(enlarged(self.head, factor), self.plot, self.left * factor)


def numbers_part(  # noqa: PLR0913 - what is looked at, and the room for it
    deck: Deck, view: View, language: Language, width: float, padding: float, ruler: Ruler
) -> NumbersPicture | None:
    """Return the numbers of the selected model, `width` px wide; None where none are known.

    One source at a time: numbers of different sources were never measured alike.
    """
    sources = sources_on(deck, view.select) if view.select else ()
    if not sources:
        return None
    source = unfolded(deck, view)
    column = Column(width, padding, language, ruler)
    _fold(column, deck, view, source or sources[0])
    if not source:
        return NumbersPicture(column.picture(), None, padding)
    _source(column, deck, view.select, source)
    room = width - 2 * padding
    plot = dots_picture(deck, view.select, source, language, room, ruler)
    return NumbersPicture(column.picture(6.0), plot, padding - OUT)


def unfolded(deck: Deck, view: View) -> SourceId:
    """Return the source whose numbers are unfolded; "" where they are folded away.

    A source without numbers of the selected model gives way to the one with the most.
    """
    kind, _, name = view.open.partition(":")
    sources = sources_on(deck, view.select)
    if kind != "numbers" or not sources:
        return SourceId("")
    return SourceId(name) if name in sources else sources[0]


def _fold(column: Column, deck: Deck, view: View, source: SourceId) -> None:
    """Add the title, which folds and unfolds."""
    language, size = column.language, column.size("label")
    is_open = view.open.startswith("numbers:")
    column.rule()
    middle = column.y + _HEAD / 2
    title = say("numbers.title", language)
    chevron = Icon(
        "chev" if is_open else "next", column.right - _CHEVRON / 2, middle, _CHEVRON, "muted"
    )
    column.shapes.append(chevron)
    room = column.width - _CHEVRON - 8
    long = column.line((Span(title, "strong"),), column.left, middle, size, width=room)
    count = sum(1 for it in deck.numbers.values() if it.model == view.select)
    aside = say("numbers.count", language, count=str(count))
    if long + column.width_of(aside, "text", size) + 16 <= room:
        column.line((Span(aside, ink="muted"),), column.left + long + 14, middle, size)
    column.skip(_HEAD)
    said = say("numbers.fold" if is_open else "numbers.unfold", language)
    # The card that is open closes when it is asked for again.
    order = OpenCard(view.open if is_open else f"numbers:{source}")
    column.hit(column.y - _HEAD, order, pair(title, said, language))


def _source(column: Column, deck: Deck, model: ModelId, source: SourceId) -> None:
    """Add the source that is shown; where there are others, a click shows the next."""
    language, size = column.language, column.size("label")
    sources = sources_on(deck, model)
    place = sources.index(source)
    short = deck.sources[source].short.of(language)
    spans: tuple[Span, ...] = (Span(short, "medium"),)
    if len(sources) > 1:
        following = sources[(place + 1) % len(sources)]
        words = say("numbers.next-source", language)
        order = OpenCard(f"numbers:{following}")
        said = pair(words, deck.sources[following].short.of(language), language)
        at = say("numbers.source-place", language, place=str(place + 1), count=str(len(sources)))
        spans = (
            Linked(short, "medium", underline=True, order=order, name=said),
            Span(f"  {at}", ink="muted"),
        )
    column.words(spans, size)
