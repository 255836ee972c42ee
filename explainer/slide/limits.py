"""What the models cannot do: numbered statements, one large example, and small ones beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from explainer.lineage import weakest
from explainer.lines import fits
from explainer.picture import Picture, Span
from explainer.schema import Certainty, Example, Limit, LimitsSlide
from explainer.slide.sheet import Sheet, Words
from explainer.strands import certainty_line
from explainer.wording import certainty_word

_LEFT, _LEFT_NARROW, _GUTTER = 0.45, 0.37, 0.074
"""Share of the width of the large example, and on a narrow slide; room between the columns, share
of the height."""
_TOP = 0.03
_RESULT, _PARTS = 0.2, 0.098
"""Sizes of an equation's two sides, shares of the slide's height."""
_BIG, _BIG_LEAST = 0.115, 0.06
"""Sizes of other large words."""
_ONE_LINE, _SMALLER = 0.8, 0.55
"""How much smaller large words become to stay on one or two lines, and to break at pauses only."""
_PAUSES = 2
"""Of words on three lines."""
_NUMBER = 0.035
_UNDER, _AIR = 0.016, 0.1
"""Between an example's line and its words, and the most that is left below them."""
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
    left = _LEFT_NARROW if sheet.measures.narrow else _LEFT
    width = sheet.width * left - gutter / 2 if beside else sheet.width
    _large(sheet, slide, limits[0], (0 if alone else 1, top, width))
    if beside:
        x = width + gutter
        height = min(sheet.height - top, sheet.share(0.66)) - sheet.share(0.02)
        sheet.divider(width + gutter / 2, top, height)
        place = (x, top, sheet.width - x)
        if alone:
            _examples(sheet, limits[0], place, top + height)
        else:
            _column(sheet, limits[1:], 2, place)
    return sheet.picture()


def _title(sheet: Sheet, limit: Limit, number: int, place: tuple[float, float, float]) -> float:
    """Add the number and the name of a limit, a way to its first claim; return where it ends."""
    x, y, width = place
    left = sheet.share(_NUMBER) if number else 0.0
    spans = sheet.named(limit.name.of(sheet.language), "strong")
    words = sheet.fitted(spans, sheet.type("body"), width - left, 3, sheet.type("body_floor"))
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
    least = sheet.type("body_floor")
    says = sheet.fitted(sheet.named(under), body, width, 4, least) if under else None
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
    """Return large words on one line, or on more that end at pauses."""
    spans = (Span(text, "headline"),)
    smaller = letters * _ONE_LINE
    if fits(sheet.ruler, spans, smaller, width, 1):
        return sheet.fitted(spans, letters, width, 1, smaller)
    ends = [pause.end() for pause in _PAUSE.finditer(text)]
    breaks = [(end,) for end in ends] + ([tuple(ends)] if len(ends) == _PAUSES else [])
    for most in (1, _PAUSES):
        tried = (sheet.words(_parts(text, at), letters) for at in breaks if len(at) == most)
        at_pauses = min(tried, key=lambda words: words.width, default=None)
        if at_pauses and at_pauses.width * (_SMALLER if most > 1 else _ONE_LINE) <= width:
            factor = min(1.0, width / at_pauses.width)
            return sheet.words(at_pauses.lines, letters * factor)
    return sheet.fitted(spans, letters, width, 2, min(letters, sheet.share(_BIG_LEAST)))


def _parts(text: str, breaks: Sequence[int]) -> tuple[tuple[Span], ...]:
    """Return a text cut at `breaks`, each part a line."""
    pairs = pairwise((0, *breaks, len(text)))
    return tuple((Span(text[begin:end].strip(), "headline"),) for begin, end in pairs)


def _column(
    sheet: Sheet, limits: Sequence[Limit], first: int, place: tuple[float, float, float]
) -> None:
    """Add limits under one another, each with its examples; room goes where there are more."""
    x, top, width = place
    gap = sheet.share(0.024)
    parts = [1.6 + max(1, len(limit.examples[:_MOST_EXAMPLES])) for limit in limits]
    part = (sheet.height - top - gap * (len(limits) - 1)) / sum(parts)
    y = top
    for at, (limit, rows) in enumerate(zip(limits, parts, strict=True)):
        if at:
            sheet.rule(y, x, width)
            y += gap
        foot = _title(sheet, limit, first + at if first else 0, (x, y, width))
        end = min(sheet.height, y + part * rows)
        y = _examples(sheet, limit, (x, foot + sheet.share(0.02), width), end)


def _examples(sheet: Sheet, limit: Limit, place: tuple[float, float, float], foot: float) -> float:
    """Add examples below one another, as far down as `foot`; return where they end."""
    x, y, width = place
    examples = limit.examples[:_MOST_EXAMPLES]
    label = sheet.type("label")
    if not examples:
        claims = limit.claims
        certainty = weakest(sheet.deck.claims[claim].certainty for claim in claims)
        sheet.basis(certainty, claims, x, y + label, width)
        return y + label * 2
    words = _set(sheet, examples, width)
    need = sum(each.height for each in words) + sheet.share(_UNDER) * len(words)
    air = max(0.0, min((foot - y - need) / len(words), sheet.share(_AIR)))
    for example, said in zip(examples, words, strict=True):
        _example(sheet, example, said, (x, y, width))
        y += said.height + sheet.share(_UNDER) + air
    return y


def _set(sheet: Sheet, examples: Sequence[Example], width: float) -> tuple[Words, ...]:
    """Return the names of examples in one size, beside the words that say how sure they are."""
    letters, least = sheet.type("body"), sheet.type("body_floor")
    spans = [sheet.named(example.name.of(sheet.language), "medium") for example in examples]
    tails = [_tail(sheet, example) for example in examples]
    size = min(
        sheet.fitted(it, letters, width - tail, 2, least).letters
        for it, tail in zip(spans, tails, strict=True)
    )
    return tuple(
        sheet.fitted(it, size, width - tail, 2, size) for it, tail in zip(spans, tails, strict=True)
    )


def _tail(sheet: Sheet, example: Example) -> float:
    """Return how wide the word of an example's certainty is, with the air before it."""
    word = _certainty(sheet, example)
    label = sheet.type("label")
    said = certainty_word(word, sheet.language) if word else ""
    return sheet.ruler.width(said, "text", label) + label if said else 0.0


def _certainty(sheet: Sheet, example: Example) -> Certainty | None:
    claims = [sheet.deck.claims[claim] for claim in example.claims]
    return weakest(claim.certainty for claim in claims) if claims else None


def _example(
    sheet: Sheet, example: Example, words: Words, place: tuple[float, float, float]
) -> None:
    """Add a line as sure as an example's claims, under it its words and that certainty's word."""
    x, y, width = place
    label, thick = sheet.type("label"), sheet.share(0.0065)
    top = y + sheet.share(_UNDER)
    sheet.put(words, x, top, id="example")
    certainty = _certainty(sheet, example)
    if certainty is not None:
        sheet.shapes += certainty_line(certainty, x, y + thick / 2, width, thick)
        word = certainty_word(certainty, sheet.language)
        middle = top + words.leading / 2
        sheet.line(word, x + width, middle, label, ink="muted", anchor="end", id="certainty")
        claim = sheet.deck.claims[example.claims[0]]
        sheet.hit(claim, x, y, width, top + words.height - y)
