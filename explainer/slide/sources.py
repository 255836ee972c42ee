"""Where things are read: up to six works, and who speaks in each."""

from __future__ import annotations

from explainer.lines import fits
from explainer.picture import Picture, Span
from explainer.schema import Source, SourcesSlide
from explainer.slide.sheet import Sheet
from explainer.strings import say
from explainer.wording import authority_word, clauses

MOST = 6
_ROW = (0.09, 0.135)
"""Least and greatest height of a row, shares of the slide's height."""
_ONE_LINE = 0.9
"""How much smaller a title's letters become to stay on one line."""
_SHORT = 0.28
"""Share of the width that the short names take."""


def sources_picture(sheet: Sheet, slide: SourcesSlide) -> Picture:
    """Return the works in rows: short name, title with authors and year, who says it."""
    sources = [sheet.deck.sources[source] for source in slide.sources[:MOST]]
    row = min(sheet.share(_ROW[1]), (sheet.height - sheet.share(0.02)) / max(1, len(sources)))
    y = max(0.0, sheet.height - row * len(sources)) * 0.3
    for source in sources:
        sheet.rule(y)
        _row(sheet, source, y, row)
        y += row
    sheet.rule(y)
    return sheet.picture()


def _row(sheet: Sheet, source: Source, y: float, row: float) -> None:
    label, floor = sheet.type("label"), sheet.type("label_floor")
    gap, middle = sheet.share(0.025), y + row / 2
    words = authority_word(source.by, sheet.language)
    by_width = sheet.ruler.width(words, "text", label)
    sheet.line(words, sheet.width, middle, label, ink="muted", anchor="end", id="by")
    left = sheet.width * _SHORT
    room = sheet.width - left - by_width - gap
    short = sheet.fitted(
        (Span(source.short.of(sheet.language), "strong"),),
        sheet.type("work"),
        left - gap,
        2,
        floor,
    )
    sheet.put(short, 0, middle - short.height / 2, id="source-short")
    said = _authors(sheet, source, label, room)
    under = sheet.fitted((Span(said, ink="muted"),), label, room, 1, floor) if said else None
    height = under.height if under else 0.0
    spans = (Span(source.title),)
    one = fits(sheet.ruler, spans, sheet.type("work") * _ONE_LINE, room, 1)
    lines = 1 if one or row - height <= sheet.leading(floor) * 2 else 2
    title = sheet.closed(sheet.fitted(spans, sheet.type("work"), room, lines, floor))
    while title.height + height > row * 0.9 and title.letters > floor:
        title = sheet.closed(sheet.fitted(spans, title.letters * 0.97, room, lines, floor))
    top = middle - (title.height + height) / 2
    foot = sheet.put(title, left, top, id="source-title")
    if under:
        sheet.put(under, left, foot, id="source-authors")


def _authors(sheet: Sheet, source: Source, letters: float, room: float) -> str:
    """Return authors and year; of many authors the first ones, and that there are others."""
    said = clauses((source.authors, source.year), sheet.language)
    names = source.authors.split(", ")
    while sheet.ruler.width(said, "text", letters) > room and len(names) > 1:
        names.pop()
        others = say("slide.and-others", sheet.language, names=", ".join(names))
        said = clauses((others, source.year), sheet.language)
    return said
