"""Definition cards: one to three words of the field, explained."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.lines import fits
from explainer.picture import Picture, Span
from explainer.schema import TermsSlide
from explainer.slide.sheet import Sheet, Words

MOST = 3
_PAD = 0.037
"""Least room above and below a card's words; this and the rest are shares of the slide's height."""
_EXTRA = 0.1
"""The most that a card is higher than that."""
_NAME, _SHORT = 0.36, 0.28
"""Share of the width that the names take, and where all are short."""
_NARROW = 1.35


def terms_picture(sheet: Sheet, slide: TermsSlide) -> Picture:
    """Return the words on the left with what they mean beside them, under them if narrow."""
    terms = [sheet.deck.terms[term] for term in slide.terms[:MOST]]
    stacked = sheet.width < sheet.share(_NARROW)
    gap, letters = sheet.share(0.045), sheet.type("statement")
    spans = [(Span(_opening(term.name.of(sheet.language)), "headline"),) for term in terms]
    said = [sheet.named(term.definition.of(sheet.language)) for term in terms]
    names = _names(sheet, spans, sheet.width if stacked else sheet.width * _NAME - gap)
    widest = max(name.width for name in names) + gap
    left = 0.0 if stacked else min(sheet.width * _NAME, max(sheet.width * _SHORT, widest))
    meanings = _meanings(sheet, said, letters, sheet.width - left)
    pad = sheet.share(_PAD)
    heights = [
        (name.height + meaning.height if stacked else max(name.height, meaning.height)) + 2 * pad
        for name, meaning in zip(names, meanings, strict=True)
    ]
    spare = max(0.0, sheet.height - sheet.share(0.02) - sum(heights))
    extra = min(spare / max(1, len(terms)), sheet.share(_EXTRA))
    y = (spare - extra * len(terms)) * 0.3
    for place, (name, meaning) in enumerate(zip(names, meanings, strict=True)):
        sheet.rule(y)
        top = y + pad + extra / 2
        foot = sheet.put(name, 0, top, id="term")
        # Both first lines stand on one baseline.
        beside = top + (name.leading - meaning.leading) / 2 + (name.letters - meaning.letters) * 0.3
        sheet.put(meaning, left, foot if stacked else beside, id="definition")
        y += heights[place] + extra
    sheet.rule(y)
    return sheet.picture()


def _names(sheet: Sheet, spans: Sequence[tuple[Span, ...]], room: float) -> list[Words]:
    """Return the names in one size, on two lines only where one is too long for the least size."""
    letters, least = sheet.type("term"), sheet.type("statement")
    most = 1 if all(fits(sheet.ruler, span, least, room, 1) for span in spans) else 2
    size = min(sheet.fitted(span, letters, room, most, least).letters for span in spans)
    return [sheet.fitted(span, size, room, most, size) for span in spans]


def _meanings(
    sheet: Sheet, said: Sequence[tuple[Span, ...]], letters: float, room: float
) -> list[Words]:
    """Return what the words mean in one size, on up to three lines."""
    least = sheet.type("body_floor")
    size = min(sheet.fitted(each, letters, room, 3, least).letters for each in said)
    return [sheet.fitted(each, size, room, 3, size) for each in said]


def _opening(text: str) -> str:
    """Return `text` with a capital, unless it is a name with capitals of its own."""
    first = text.split(" ", maxsplit=1)[0]
    return text[:1].upper() + text[1:] if first.isascii() and first.islower() else text
