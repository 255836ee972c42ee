"""What the models cannot do: numbered statements, one large example, and small ones beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from explainer.deck.capacity import EXAMPLES
from explainer.lineage import weakest
from explainer.lines import fits
from explainer.picture import Icon, Ink, Picture, Span
from explainer.schema import Certainty, Example, Limit, LimitsSlide
from explainer.slide.sheet import Sheet, Words
from explainer.strings import say

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
_ROW, _LEAST_AIR = 0.19, 0.016
"""The most that a row of an example takes, and the least air in it."""
_HEAD, _BETWEEN = 1.1, 0.026
"""Of a limit's name, in rows of examples; room between two limits."""
_SIGN = 0.041
_OUTCOMES: dict[str, Ink] = {"works": "fate.gained.color", "fails": "fate.lost.color"}
_MOST_EXAMPLES = EXAMPLES
_MORE = 1.5
"""Of the line that says how many examples are left out, em."""
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
            sheet.rule(_examples(sheet, limits[0], place, top + height), x, place[2])
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
    gap = sheet.share(_BETWEEN)
    counts = [max(1, len(limit.examples[:_MOST_EXAMPLES])) for limit in limits]
    parts = [_HEAD + count for count in counts]
    part = (sheet.height - top - gap * len(limits)) / sum(parts)
    y = top
    for at, (limit, rows) in enumerate(zip(limits, parts, strict=True)):
        foot = _title(sheet, limit, first + at if first else 0, (x, y, width))
        end = y + part * rows
        y = _examples(sheet, limit, (x, foot + sheet.share(0.008), width), end) + gap


def _examples(sheet: Sheet, limit: Limit, place: tuple[float, float, float], foot: float) -> float:
    """Add examples in rows, as many as there is room for down to `foot`; return where they end."""
    x, y, width = place
    examples = limit.examples[:_MOST_EXAMPLES]
    label = sheet.type("label")
    if not examples:
        claims = limit.claims
        certainty = weakest(sheet.deck.claims[claim].certainty for claim in claims)
        sheet.basis(certainty, claims, x, y + label, width)
        return y + label * 2
    words = _set(sheet, examples, width)
    air = sheet.share(_LEAST_AIR)

    def fitting(foot: float) -> tuple[Words, ...]:
        kept = words
        while len(kept) > 1 and sum(each.height + air for each in kept) > foot - y:
            kept = kept[:-1]
        return kept

    end, every = foot, len(limit.examples)
    if len(fitting(foot)) < every:
        foot -= label * _MORE
    words = fitting(foot)
    need = sum(each.height + air for each in words)
    grow = max(0.0, min(foot - y, sheet.share(_ROW) * len(words)) - need) / len(words)
    for example, said in zip(examples, words, strict=False):
        height = said.height + air + grow
        _example(sheet, example, said, (x, y, width, height), _sign_width(sheet, examples))
        y += height
    if len(words) < every:
        more = say("word.more-names", sheet.language, count=str(every - len(words)))
        sheet.line(more, x, y + label * _MORE / 2, label, ink="muted", id="more")
        y = min(end, y + label * _MORE)
    return y


def _set(sheet: Sheet, examples: Sequence[Example], width: float) -> tuple[Words, ...]:
    """Return the names of examples in one size, beside the words that say how sure they are."""
    letters, least = sheet.type("body"), sheet.type("body_floor")
    spans = [sheet.named(example.name.of(sheet.language), "medium") for example in examples]
    rooms = [width - _tail(sheet, it) - _sign_width(sheet, examples) for it in examples]
    pairs = tuple(zip(spans, rooms, strict=True))
    size = min(sheet.fitted(it, letters, room, 2, least).letters for it, room in pairs)
    return tuple(sheet.closed(sheet.fitted(it, size, room, 2, size)) for it, room in pairs)


def _sign_width(sheet: Sheet, examples: Sequence[Example]) -> float:
    """Return the room of ticks and crosses before the words: none where no example has one."""
    return sheet.share(_SIGN * 1.35) if any(example.outcome for example in examples) else 0.0


def _tail(sheet: Sheet, example: Example) -> float:
    """Return how wide an example's certainty is, with the air before it."""
    certainty = _certainty(sheet, example)
    label = sheet.type("label")
    return sheet.certainty_width(certainty, label) + label if certainty else 0.0


def _certainty(sheet: Sheet, example: Example) -> Certainty | None:
    claims = [sheet.deck.claims[claim] for claim in example.claims]
    return weakest(claim.certainty for claim in claims) if claims else None


def _example(
    sheet: Sheet,
    example: Example,
    words: Words,
    place: tuple[float, float, float, float],
    left: float,
) -> None:
    """Add a row: whether it works, what it is, how sure that is."""
    x, y, width, height = place
    middle = y + height / 2
    sheet.rule(y, x, width)
    if example.outcome:
        size = sheet.share(_SIGN)
        ink = _OUTCOMES[example.outcome]
        name = f"outcome-{example.outcome}"
        sheet.shapes.append(Icon(name, x + size / 2, middle, size, ink, 2.8, id="outcome"))
    sheet.put(words, x + left, middle - words.height / 2, id="example")
    certainty = _certainty(sheet, example)
    if certainty is not None:
        sheet.certainty(certainty, x + width, middle, sheet.type("label"), right=True)
        claim = sheet.deck.claims[example.claims[0]]
        sheet.hit(claim, x, y, width, height)
