"""Where things are read: a few works, and who speaks in each."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.lines import fits
from explainer.picture import Picture, Span
from explainer.schema import Source, SourceId, SourcesSlide
from explainer.scripts import BREAK
from explainer.slide.sheet import Sheet, Words
from explainer.strings import say
from explainer.wording import authority_word, clauses

MOST = 6
_ROW = 0.23
"""Greatest height of a row, share of the slide's height."""
_SHORT = 0.36
"""Share of the width that the short names take."""
_AIR = 0.012
"""Least room above and below the words of a row together, share of the slide's height."""
_MOST_LINES = 3
_SMALLER = 0.97
"""From one size that is tried to the next."""


def sources_picture(sheet: Sheet, slide: SourcesSlide) -> Picture:
    """Return the works in rows: short name and who says it, title with authors and year."""
    sources = [_edition(sheet, source) for source in slide.sources[:MOST]]
    row = min(sheet.share(_ROW), (sheet.height - sheet.share(0.012)) / max(1, len(sources)))
    left = sheet.width * _SHORT
    room, under = sheet.width - left, row - sheet.share(_AIR) - _leading(sheet, "label")
    shorts = [(Span(_breaking(source.short.of(sheet.language)), "strong"),) for source in sources]
    names = _in_one_size(
        sheet, shorts, left - sheet.share(0.035), under, 2, sheet.type("body_floor")
    )
    titles = [(Span(_breaking(source.title)),) for source in sources]
    said = _in_one_size(sheet, titles, room, under, _MOST_LINES, sheet.type("label"))
    y = max(0.0, sheet.height - row * len(sources)) * 0.3
    for source, name, title in zip(sources, names, said, strict=True):
        sheet.rule(y)
        _row(sheet, source, (name, title), (left, y, row))
        y += row
    sheet.rule(y)
    return sheet.picture()


def _edition(sheet: Sheet, source: SourceId) -> Source:
    """Return a work in the edition for readers of the slide's language, where there is one."""
    own = (
        it
        for it in sheet.deck.sources.values()
        if it.edition_of == source and it.language == sheet.language
    )
    return next(own, sheet.deck.sources[source])


def _leading(sheet: Sheet, use: str) -> float:
    return sheet.closed(sheet.words((), sheet.type(use))).leading


def _row(
    sheet: Sheet, source: Source, said: tuple[Words, Words], place: tuple[float, float, float]
) -> None:
    left, y, row = place
    label = sheet.type("label")
    name, title = said
    by = (Span(authority_word(source.by, sheet.language), ink="muted"),)
    under = (Span(_authors(sheet, source, label, sheet.width - left), ink="muted"),)
    speaker = sheet.closed(sheet.fitted(by, label, left, 1))
    authors = sheet.closed(sheet.fitted(under, label, sheet.width - left, 1))
    # The first lines of name and title stand on one height.
    highest = max(name.height + speaker.height, title.height + authors.height)
    top = y + (row - highest) / 2
    foot = sheet.put(name, 0, top, id="source-short")
    sheet.put(speaker, 0, foot, id="by")
    foot = sheet.put(title, left, top, id="source-title")
    if under[0].text:
        sheet.put(authors, left, foot, id="source-authors")


def _in_one_size(  # noqa: PLR0913 - words and their room
    sheet: Sheet,
    spans: Sequence[tuple[Span, ...]],
    room: float,
    height: float,
    most: int,
    least: float,
) -> list[Words]:
    """Return words on up to `most` lines that `height` px hold, all as large as the longest may be.

    Without its end a title says something else: letters of `least` px come before an ellipsis.
    """
    letters = sheet.type("body")
    while True:
        lines = max(1, min(most, int(height / sheet.closed(sheet.words((), letters)).leading)))
        if letters <= least or all(fits(sheet.ruler, it, letters, room, lines) for it in spans):
            break
        letters = max(least, letters * _SMALLER)
    return [sheet.closed(sheet.fitted(it, letters, room, lines, letters)) for it in spans]


def _breaking(text: str) -> str:
    """Return a Chinese text so marked that its lines end at its commas, if they must."""
    return text.replace("，", "，" + BREAK)


def _authors(sheet: Sheet, source: Source, letters: float, room: float) -> str:
    """Return authors and year; of many authors the first ones, and that there are others."""
    said = clauses((source.authors, source.year), sheet.language)
    names = source.authors.split(", ")
    while sheet.ruler.width(said, "text", letters) > room and len(names) > 1:
        names.pop()
        others = say("slide.and-others", sheet.language, names=", ".join(names))
        said = clauses((others, source.year), sheet.language)
    return said
