"""What was learned after the source: dated, and apart from its voice."""

from __future__ import annotations

from explainer.dates import date_words
from explainer.deck import Deck
from explainer.panel.column import Column
from explainer.panel.rich import named, source_link
from explainer.picture import Box, Span
from explainer.schema import View
from explainer.strings import say
from explainer.theme import number

_PAD = 14.0


def later_part(column: Column, deck: Deck, view: View) -> None:
    """Add the later notes on the selected model in a frame of their own; nothing without any."""
    notes = sorted(
        (it for it in deck.later.values() if view.select in it.models), key=lambda it: it.date
    )
    if not notes:
        return
    language = column.language
    size = column.size("label")
    column.section(say("panel.later", language), say("panel.after-article", language))
    column.skip(8)
    top, place = column.y, len(column.shapes)
    column.skip(_PAD - 4)
    left, right = column.left + _PAD, column.right - _PAD
    for each in notes:
        column.skip(4)
        date = Span(date_words(each.date, language), "medium")
        link = source_link(deck, each.source, language)
        column.words((date, Span("  "), link), size, left=left, right=right)
        column.words(named(deck, each.says.of(language)), size, left=left, right=right)
        column.skip(4)
    column.skip(_PAD - 4)
    radius = number("radius", "card")
    frame = Box(
        column.left,
        top,
        column.width,
        column.y - top,
        radius,
        "sunken",
        "edge_dimmed",
        1.0,
        (4.0, 3.0),
    )
    column.shapes.insert(place, frame)
