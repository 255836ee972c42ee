"""Definition cards: one to three words of the field, explained."""

from __future__ import annotations

from explainer.picture import Picture, Span
from explainer.schema import TermsSlide
from explainer.slide.sheet import Sheet, Words

MOST = 3
_PAD = 0.037
"""Above and below a card's words, share of the slide's height."""
_NAME = 0.32
"""Share of the width that the names take."""


def terms_picture(sheet: Sheet, slide: TermsSlide) -> Picture:
    """Return the words on the left with what they mean beside them, under them if narrow."""
    terms = [sheet.deck.terms[term] for term in slide.terms[:MOST]]
    stacked = sheet.width < sheet.share(1.35)
    gap = sheet.share(0.03)
    name_room = sheet.width if stacked else sheet.width * _NAME - gap
    left = 0.0 if stacked else sheet.width * _NAME
    body, floor = sheet.type("body"), sheet.type("label_floor")
    names: list[Words] = []
    meanings: list[Words] = []
    for term in terms:
        word = (Span(_opening(term.name.of(sheet.language)), "headline"),)
        names.append(sheet.fitted(word, sheet.type("statement"), name_room, 2, floor))
        said = sheet.named(term.definition.of(sheet.language))
        meanings.append(sheet.fitted(said, body, sheet.width - left, 3, floor))
    pad = sheet.share(_PAD)
    heights = [
        (name.height + meaning.height if stacked else max(name.height, meaning.height)) + 2 * pad
        for name, meaning in zip(names, meanings, strict=True)
    ]
    spare = max(0.0, sheet.height - sum(heights))
    extra = min(spare / max(1, len(terms)), sheet.share(0.06))
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


def _opening(text: str) -> str:
    """Return `text` with a capital, unless it is a name with capitals of its own."""
    first = text.split(" ", maxsplit=1)[0]
    return text[:1].upper() + text[1:] if first.isascii() and first.islower() else text
