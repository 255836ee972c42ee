"""What the models cannot do: numbered statements, one large example, and small ones beside it."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.lineage import weakest
from explainer.picture import Picture, Span
from explainer.schema import Example, Limit, LimitsSlide
from explainer.slide.sheet import Sheet
from explainer.strands import certainty_line
from explainer.wording import certainty_word

_LEFT, _GUTTER = 0.46, 0.074
"""Share of the width of the large example; room between the columns, share of the height."""
_BIG, _BIG_LEAST = 0.2, 0.07
"""Size of the large example, shares of the slide's height."""
_NUMBER = 0.035
_MOST_EXAMPLES = 3


def limits_picture(sheet: Sheet, slide: LimitsSlide) -> Picture:
    """Return the first limit with the large example at the left, the others at the right."""
    limits = [sheet.deck.limits[limit] for limit in slide.limits]
    if slide.big is None:
        _column(sheet, limits, 1, (0.0, sheet.width))
        return sheet.picture()
    gutter = sheet.share(_GUTTER)
    alone = len(limits) == 1
    left = sheet.width if alone else sheet.width * _LEFT - gutter / 2
    _large(sheet, slide, limits[0], left)
    if not alone:
        x = left + gutter
        sheet.divider(left + gutter / 2, sheet.share(0.012), sheet.height - sheet.share(0.05))
        _column(sheet, limits[1:], 2, (x, sheet.width - x))
    return sheet.picture()


def _title(sheet: Sheet, limit: Limit, number: int, x: float, y: float, width: float) -> float:
    """Add the number and the name of a limit, a way to its first claim; return where it ends."""
    letters = sheet.type("body")
    left = sheet.share(_NUMBER)
    spans = sheet.named(limit.name.of(sheet.language), "strong")
    words = sheet.fitted(spans, letters, width - left, 2, sheet.share(0.034))
    middle = y + words.leading / 2
    sheet.line(str(number), x, middle, words.letters, ink="muted", id="number")
    foot = sheet.put(words, x + left, y, id="limit")
    for claim in limit.claims[:1]:
        sheet.hit(sheet.deck.claims[claim], x, y, width, words.height)
    return foot


def _large(sheet: Sheet, slide: LimitsSlide, limit: Limit, width: float) -> None:
    y = _title(sheet, limit, 1, 0, 0, width)
    big = slide.big.of(sheet.language) if slide.big else ""
    label = sheet.type("label")
    spans = (Span(big, "headline"),)
    under = slide.under.of(sheet.language) if slide.under else ""
    body = sheet.type("body")
    says = sheet.fitted(sheet.named(under), body, width, 4, sheet.share(0.034)) if under else None
    rest = (says.height if says else 0.0) + label * 2.4
    room = sheet.height - y - rest - sheet.share(0.06)
    words = sheet.fitted(spans, sheet.share(_BIG), width, 2, sheet.share(_BIG_LEAST))
    while words.height > room and words.letters > sheet.share(_BIG_LEAST):
        words = sheet.fitted(spans, words.letters * 0.94, width, 2, sheet.share(_BIG_LEAST))
    slack = max(0.0, room - words.height)
    y = sheet.put(words, 0, y + sheet.share(0.02) + slack * 0.3, id="big")
    y += sheet.share(0.02) + min(slack * 0.2, sheet.share(0.03))
    if says:
        y = sheet.put(says, 0, y, id="under")
    claims = slide.claims or limit.claims
    certainty = weakest(sheet.deck.claims[claim].certainty for claim in claims)
    sheet.basis(certainty, claims, 0, y + label * 1.3, width)


def _column(sheet: Sheet, limits: Sequence[Limit], first: int, place: tuple[float, float]) -> None:
    """Add limits under one another, each with its examples as small lines."""
    x, width = place
    row = sheet.height / max(1, len(limits))
    row = min(row, sheet.share(0.38))
    y = 0.0
    for at, limit in enumerate(limits):
        if at:
            sheet.rule(y - sheet.share(0.022), x, width)
        foot = _title(sheet, limit, first + at, x, y, width)
        _examples(sheet, limit, (x, foot + sheet.share(0.02), width), y + row - sheet.share(0.05))
        y += row


def _examples(sheet: Sheet, limit: Limit, place: tuple[float, float, float], foot: float) -> None:
    """Add the examples beside one another: a line as sure as its claims, the words below."""
    x, y, width = place
    examples = limit.examples[:_MOST_EXAMPLES]
    if not examples:
        claims = limit.claims
        certainty = weakest(sheet.deck.claims[claim].certainty for claim in claims)
        sheet.basis(certainty, claims, x, y + sheet.type("label"), width)
        return
    gap = sheet.share(0.026)
    column = (width - gap * (len(examples) - 1)) / len(examples)
    for at, example in enumerate(examples):
        _example(sheet, example, (x + at * (column + gap), y, column), foot)


def _example(
    sheet: Sheet, example: Example, place: tuple[float, float, float], foot: float
) -> None:
    x, y, width = place
    label = sheet.type("label")
    claims = [sheet.deck.claims[claim] for claim in example.claims]
    certainty = weakest(claim.certainty for claim in claims)
    thick = sheet.share(0.0074)
    sheet.shapes += certainty_line(certainty, x, y + thick / 2, width, thick, "muted")
    top = y + thick + sheet.share(0.016)
    tail = label * 1.6 if claims else 0.0
    most = max(1, int((foot - top - tail) / sheet.leading(label)))
    words = sheet.fitted(sheet.named(example.name.of(sheet.language), "medium"), label, width, most)
    end = sheet.put(words, x, top, id="example")
    if claims:
        word = certainty_word(certainty, sheet.language)
        sheet.line(word, x, end + label * 0.8, label, ink="muted", id="certainty")
        sheet.hit(claims[0], x, y, width, end + tail - y)
