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
_ENDS = (": ", "? ")
"""Behind these a title has its subtitle; it is left out where there is no room for it."""


def sources_picture(sheet: Sheet, slide: SourcesSlide) -> Picture:
    """Return the works in rows: short name and who says it, title with authors and year."""
    sources = [_edition(sheet, source) for source in slide.sources[:MOST]]
    row = min(sheet.share(_ROW), (sheet.height - sheet.share(0.012)) / max(1, len(sources)))
    left = sheet.width * _SHORT
    room, most = sheet.width - left, _lines(sheet, row)
    shorts = [(Span(_breaking(source.short.of(sheet.language)), "strong"),) for source in sources]
    names = _in_one_size(sheet, shorts, left - sheet.share(0.035), min(2, most))
    titles = [(Span(_title(sheet, source, room, most)),) for source in sources]
    said = _in_one_size(sheet, titles, room, most)
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


def _lines(sheet: Sheet, row: float) -> int:
    """Return how many lines of a title stand in a row above the line of its authors."""
    line = sheet.closed(sheet.words((), sheet.type("body_floor"))).leading
    rest = row - sheet.share(_AIR) - sheet.closed(sheet.words((), sheet.type("label"))).leading
    return max(1, min(_MOST_LINES, int(rest / line)))


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


def _in_one_size(
    sheet: Sheet, spans: Sequence[tuple[Span, ...]], room: float, most: int
) -> list[Words]:
    letters, least = sheet.type("body"), sheet.type("body_floor")
    size = min(
        (sheet.fitted(it, letters, room, most, least).letters for it in spans), default=least
    )
    return [sheet.closed(sheet.fitted(it, size, room, most, size)) for it in spans]


def _title(sheet: Sheet, source: Source, room: float, most: int) -> str:
    """Return a title, without its subtitle where it would take too many lines."""
    whole, least = source.title, sheet.type("body_floor")
    ends = sorted(whole.find(sign) for sign in _ENDS if sign in whole)
    if ends and not fits(sheet.ruler, (Span(whole),), least, room, most):
        whole = whole[: ends[0] + 1].rstrip(":")
    return _breaking(whole)


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
