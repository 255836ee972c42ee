"""What the models cannot do: numbered statements, one large example, and small ones beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explainer.lineage import weakest
from explainer.lines import fits
from explainer.picture import Picture, Span
from explainer.schema import Example, Limit, LimitsSlide
from explainer.slide.sheet import Sheet, Words
from explainer.strands import certainty_line
from explainer.wording import certainty_word

_LEFT, _GUTTER = 0.47, 0.074
"""Share of the width of the large example; room between the columns, share of the height."""
_TOP = 0.03
_RESULT, _PARTS = 0.2, 0.098
"""Sizes of an equation's two sides, shares of the slide's height."""
_BIG, _BIG_LEAST = 0.115, 0.06
"""Sizes of other large words."""
_ONE_LINE, _SMALLER = 0.8, 0.55
"""How much smaller large words become to stay on one line, and to break at a pause only."""
_NUMBER = 0.035
_UNDER = 0.02
_MOST_EXAMPLES = 3
_EQUALS = "=＝"
_PAUSE = re.compile("[，、；\u200b]|[,;] ")
"""Where large words break, if they must."""


def limits_picture(sheet: Sheet, slide: LimitsSlide) -> Picture:
    """Return the first limit with the large example at the left, the others at the right.

    A limit that stands alone has its own small examples there, and no number.
    """
    limits = [sheet.deck.limits[limit] for limit in slide.limits]
    top = min(sheet.share(_TOP), max(0.0, sheet.height - sheet.share(0.66)))
    alone = len(limits) == 1
    if slide.big is None:
        _column(sheet, limits, 0 if alone else 1, (0.0, top, sheet.width))
        return sheet.picture()
    beside = bool(limits[1:] or limits[0].examples)
    gutter = sheet.share(_GUTTER)
    width = sheet.width * _LEFT - gutter / 2 if beside else sheet.width
    _large(sheet, slide, limits[0], (0 if alone else 1, top, width))
    if beside:
        x = width + gutter
        height = min(sheet.height - top, sheet.share(0.66)) - sheet.share(0.02)
        sheet.divider(width + gutter / 2, top, height)
        place = (x, top, sheet.width - x)
        if alone:
            _examples(sheet, limits[0], place, top + height, rows=True)
        else:
            _column(sheet, limits[1:], 2, place)
    return sheet.picture()


def _title(sheet: Sheet, limit: Limit, number: int, place: tuple[float, float, float]) -> float:
    """Add the number and the name of a limit, a way to its first claim; return where it ends."""
    x, y, width = place
    left = sheet.share(_NUMBER) if number else 0.0
    spans = sheet.named(limit.name.of(sheet.language), "strong")
    words = sheet.fitted(spans, sheet.type("body"), width - left, 2, sheet.share(0.034))
    middle = y + words.leading / 2
    if number:
        sheet.line(str(number), x, middle, words.letters, ink="muted", id="number")
    foot = sheet.put(words, x + left, y, id="limit")
    for claim in limit.claims[:1]:
        sheet.hit(sheet.deck.claims[claim], x, y, width, words.height)
    return foot


def _large(sheet: Sheet, slide: LimitsSlide, limit: Limit, place: tuple[int, float, float]) -> None:
    number, top, width = place
    y = _title(sheet, limit, number, (0, top, width))
    label, body = sheet.type("label"), sheet.type("body")
    under = slide.under.of(sheet.language) if slide.under else ""
    says = sheet.fitted(sheet.named(under), body, width, 4, sheet.share(0.034)) if under else None
    rest = (says.height if says else 0.0) + label * 2.4
    room = sheet.height - y - rest - sheet.share(0.05)
    blocks = _blocks(sheet, slide.big.of(sheet.language) if slide.big else "", width, room)
    slack = max(0.0, room - sum(block.height for block in blocks))
    y += sheet.share(0.015) + min(slack * 0.4, sheet.share(0.06))
    for block in blocks:
        y = sheet.put(block, 0, y, id="big")
    y += sheet.share(0.015) + min(slack * 0.3, sheet.share(0.04))
    if says:
        y = sheet.put(says, 0, y, id="under")
    claims = slide.claims or limit.claims
    certainty = weakest(sheet.deck.claims[claim].certainty for claim in claims)
    sheet.basis(certainty, claims, 0, y + label * 1.2, width)


def _blocks(sheet: Sheet, big: str, width: float, room: float) -> tuple[Words, ...]:
    """Return the large words: an equation's result above its parts, others on up to two lines."""
    at = next((place for place, sign in enumerate(big) if sign in _EQUALS), 0)
    sizes = (_RESULT, _PARTS) if at else (_BIG,)
    texts = (big[:at].strip(), big[at:].strip()) if at else (big,)
    least, factor = sheet.share(_BIG_LEAST), 1.0
    while True:
        blocks = tuple(
            _block(sheet, text, max(least, sheet.share(size) * factor), width)
            for text, size in zip(texts, sizes, strict=True)
        )
        if factor < 0.4 or sum(block.height for block in blocks) <= room:  # noqa: PLR2004 - smaller is no large example
            return blocks
        factor *= 0.95


def _block(sheet: Sheet, text: str, letters: float, width: float) -> Words:
    """Return large words on one line, or on two of which the first ends at a pause."""
    spans = (Span(text, "headline"),)
    smaller = letters * _ONE_LINE
    if fits(sheet.ruler, spans, smaller, width, 1):
        return sheet.fitted(spans, letters, width, 1, smaller)
    at_pauses = min(
        (sheet.words(_two(text, pause.end()), letters) for pause in _PAUSE.finditer(text)),
        key=lambda words: words.width,
        default=None,
    )
    if at_pauses and at_pauses.width * _SMALLER <= width:
        factor = min(1.0, width / at_pauses.width)
        return sheet.words(at_pauses.lines, letters * factor)
    return sheet.fitted(spans, letters, width, 2, min(letters, sheet.share(_BIG_LEAST)))


def _two(text: str, at: int) -> tuple[tuple[Span], tuple[Span]]:
    return (Span(text[:at].strip(), "headline"),), (Span(text[at:].strip(), "headline"),)


def _column(
    sheet: Sheet, limits: Sequence[Limit], first: int, place: tuple[float, float, float]
) -> None:
    """Add limits under one another, each with its examples beside each other."""
    x, top, width = place
    row = min((sheet.height - top) / max(1, len(limits)), sheet.share(0.34))
    for at, limit in enumerate(limits):
        y = top + at * row
        if at:
            sheet.rule(y, x, width)
            y += sheet.share(0.024)
        foot = _title(sheet, limit, first + at if first else 0, (x, y, width))
        last = at == len(limits) - 1
        end = sheet.height if last else top + (at + 1) * row - sheet.share(0.024)
        _examples(sheet, limit, (x, foot + sheet.share(0.02), width), end)


def _examples(
    sheet: Sheet,
    limit: Limit,
    place: tuple[float, float, float],
    foot: float,
    *,
    rows: bool = False,
) -> None:
    """Add examples: a line as sure as its claims, the words and the certainty below it."""
    x, y, width = place
    examples = limit.examples[:_MOST_EXAMPLES]
    if not examples:
        claims = limit.claims
        certainty = weakest(sheet.deck.claims[claim].certainty for claim in claims)
        sheet.basis(certainty, claims, x, y + sheet.type("label"), width)
        return
    gap = sheet.share(0.018 if sheet.measures.narrow else 0.03)
    count = len(examples)
    column = width if rows else (width - gap * (count - 1)) / count
    height = min((foot - y) / count, sheet.share(0.22)) if rows else foot - y + gap
    words = _set(sheet, examples, column, height - gap)
    for at, (example, said) in enumerate(zip(examples, words, strict=True)):
        left, top = (x, y + at * height) if rows else (x + at * (column + gap), y)
        _example(sheet, example, said, (left, top, column))


def _set(
    sheet: Sheet, examples: Sequence[Example], width: float, height: float
) -> tuple[Words, ...]:
    """Return the names of examples in one size, at which all fit below their lines."""
    label, least = sheet.type("label"), sheet.type("label_floor")
    room = height - sheet.share(_UNDER) - label * 1.6
    spans = [sheet.named(example.name.of(sheet.language), "medium") for example in examples]
    letters = sheet.share(0.034)
    while True:
        most = max(1, int(room / sheet.leading(letters)))
        if letters <= least or all(fits(sheet.ruler, it, letters, width, most) for it in spans):
            break
        letters = max(least, letters * 0.97)
    return tuple(sheet.fitted(it, letters, width, most) for it in spans)


def _example(
    sheet: Sheet, example: Example, words: Words, place: tuple[float, float, float]
) -> None:
    x, y, width = place
    label, thick = sheet.type("label"), sheet.share(0.0065)
    end = sheet.put(words, x, y + sheet.share(_UNDER), id="example")
    claims = [sheet.deck.claims[claim] for claim in example.claims]
    if claims:
        certainty = weakest(claim.certainty for claim in claims)
        sheet.shapes += certainty_line(certainty, x, y + thick / 2, width, thick)
        word = certainty_word(certainty, sheet.language)
        sheet.line(word, x, end + label * 0.8, label, ink="muted", id="certainty")
        sheet.hit(claims[0], x, y, width, end + label * 1.6 - y)
