"""An argument map: the thesis, what speaks for it and against it, and what would settle it."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.abilities import in_lineage_order
from explainer.picture import Box, Ink, Picture, Span, TextLine
from explainer.schema import ArgumentSlide, Claim, ClaimId, Experiment, Method
from explainer.slide.sheet import ELLIPSIS, Sheet, Words
from explainer.strings import say
from explainer.wording import MINUS

MOST_FOR, MOST_AGAINST = 5, 2
_FOR, _AGAINST = 0.56, 0.4
"""Shares of the width."""
_TOP, _THESIS, _ROW = 0.025, 0.115, 0.0926
"""Where the thesis begins, and heights; shares of the slide's height."""
_SIGNS: dict[str, Ink] = {"+": "fate.gained.color", MINUS: "fate.lost.color"}


def argument_picture(sheet: Sheet, slide: ArgumentSlide) -> Picture:
    """Return the thesis in a frame over two columns of reasons."""
    deck = sheet.deck
    argument = deck.arguments[slide.argument]
    supports = (slide.supports or argument.supports)[:MOST_FOR]
    opposes = (slide.opposes or argument.opposes)[:MOST_AGAINST]
    settled = deck.experiments.get(argument.settled_by)
    top = min(sheet.share(_TOP), max(0.0, sheet.height - sheet.share(0.72)))
    foot = _thesis(sheet, slide, deck.claims[argument.thesis], top)
    top = foot + sheet.share(0.028)
    narrow_right = bool(opposes or settled)
    left_width = sheet.width * (_FOR if narrow_right else 1.0)
    _reasons(sheet, slide, supports, "+", (0, top, left_width))
    if not narrow_right:
        return sheet.picture()
    x, width = sheet.width * (1 - _AGAINST), sheet.width * _AGAINST
    need = _experiment_words(sheet, settled, width) if settled else None
    room = need[2] + sheet.share(0.03) if need else 0.0
    y = top
    if opposes:
        y = _reasons(sheet, slide, opposes, MINUS, (x, top, width), room)
        y += sheet.share(0.03)
    if need:
        _experiment(sheet, need, (x, y, width))
    return sheet.picture()


def _thesis(sheet: Sheet, slide: ArgumentSlide, claim: Claim, top: float) -> float:
    """Add the thesis in its frame with how sure it is; return where it ends."""
    pad, height = sheet.share(0.037), sheet.share(_THESIS)
    line = sheet.share(0.0037)
    left = pad
    method = _method(sheet, claim)
    letters = sheet.share(0.0315)
    tail = sheet.certainty_width(claim.certainty, letters)
    if method is not None:
        left += sheet.share(0.087)
    room = sheet.width - left - tail - pad * 2
    spans = sheet.named(_said(sheet, slide, claim), "strong")
    words = sheet.fitted(spans, sheet.type("thesis"), room, 2, sheet.type("reason_least"))
    height = max(height, words.height + sheet.share(0.024))
    box = Box(
        line / 2,
        top + line / 2,
        sheet.width - line,
        height - line,
        sheet.share(0.011),
        "surface",
        "ink",
        line,
        id="thesis-frame",
    )
    sheet.shapes.append(box)
    middle = top + height / 2
    if method is not None:
        sheet.badge(method, pad + sheet.share(0.0315), middle, sheet.share(0.0315))
    sheet.put(words, left, middle - words.height / 2, id="thesis")
    right = sheet.width - pad
    sheet.certainty(claim.certainty, right, middle, letters, ink="ink", right=True)
    sheet.hit(claim, 0, top, sheet.width, height)
    return top + height


def _method(sheet: Sheet, claim: Claim) -> Method | None:
    """Return the one method that the fates resting on a claim name as their cause."""
    causes = {
        fate.cause
        for model in in_lineage_order(sheet.deck)
        for fate in sheet.deck.fates_of.get(model, ())
        if claim.id in fate.claims and fate.cause
    }
    return sheet.deck.methods[next(iter(causes))] if len(causes) == 1 else None


def _said(sheet: Sheet, slide: ArgumentSlide, claim: Claim) -> str:
    words = slide.says.get(claim.id, claim.text).of(sheet.language)
    return words.rstrip(".。")


def _reasons(  # noqa: PLR0913 - reasons, their sign and their room
    sheet: Sheet,
    slide: ArgumentSlide,
    claims: Sequence[ClaimId],
    sign: str,
    place: tuple[float, float, float],
    reserved: float = 0.0,
) -> float:
    """Add a column of reasons with its title; fewer where they would not fit. Return its end."""
    x, top, width = place
    label = sheet.type("label")
    key = "slide.for" if sign == "+" else "slide.against"
    sheet.line(say(key, sheet.language), x, top + label * 0.55, label, face="strong", ink="muted")
    y = top + label * 1.1 + sheet.share(0.014)
    shown = [sheet.deck.claims[claim] for claim in claims]
    tail = max(sheet.certainty_width(claim.certainty, label) for claim in shown)
    left = sheet.share(0.041)
    room = width - left - tail - sheet.share(0.022)
    avail = sheet.height - y - reserved
    set_in = _set(sheet, slide, shown, room, avail)
    heights = [_height(sheet, words) for words in set_in]
    least = sum(heights)
    slack = max(0.0, avail - least)
    grow = min(slack, max(0.0, sheet.share(_ROW) * len(heights) - least)) / max(1, len(heights))
    for claim, words, height in zip(shown, set_in, heights, strict=False):
        row = height + grow
        sheet.rule(y, x, width)
        middle = y + row / 2
        _sign(sheet, sign, x, middle)
        sheet.put(words, x + left, middle - words.height / 2, id="reason")
        sheet.certainty(claim.certainty, x + width, middle, label, right=True)
        sheet.hit(claim, x, y, width, row)
        y += row
    return y


def _set(
    sheet: Sheet, slide: ArgumentSlide, claims: Sequence[Claim], room: float, avail: float
) -> list[Words]:
    """Return the words of as many claims as there is room for, on at most two lines each."""
    spans = [sheet.named(_said(sheet, slide, claim)) for claim in claims]
    least = sheet.type("reason_least")
    found: list[Words] = []
    for letters in (sheet.type("reason"), least):
        found = [sheet.fitted(span, letters, room, 2, least) for span in spans]
        size = min(words.letters for words in found)
        found = [sheet.fitted(span, size, room, 2, size) for span in spans]
        if sum(_height(sheet, words) for words in found) <= avail:
            return found
    while len(found) > 1 and sum(_height(sheet, words) for words in found) > avail:
        found.pop()
    return found


def _height(sheet: Sheet, words: Words) -> float:
    return words.height + sheet.share(0.018)


def _sign(sheet: Sheet, sign: str, x: float, middle: float) -> None:
    letters = sheet.share(0.04)
    spans = (Span(sign, "mono-strong", _SIGNS[sign]),)
    width = sheet.ruler.width(sign, "mono-strong", letters)
    sheet.shapes.append(
        TextLine(x, middle + letters * 0.35, spans, letters, width=width, id="sign")
    )


def _experiment_words(
    sheet: Sheet, experiment: Experiment, width: float
) -> tuple[Words, Words, float, Experiment]:
    """Return title, name and status of an experiment, set for a box, and the box's height."""
    pad, label = sheet.share(0.03), sheet.type("label")
    room = width - 2 * pad
    title = (Span(say("slide.settles", sheet.language), "strong", "muted"),)
    head = sheet.fitted(title, label, room, 2)
    body = sheet.named(_sentence(sheet, experiment))
    words = sheet.fitted(body, sheet.type("reason"), room, 3, sheet.type("reason_least"))
    if any(span.text.endswith(ELLIPSIS) for line in words.lines for span in line):
        words = sheet.fitted(body, sheet.type("reason_least"), room, 5, sheet.type("label_floor"))
    return head, words, head.height + words.height + 1.9 * pad, experiment


def _sentence(sheet: Sheet, experiment: Experiment) -> str:
    name = experiment.name.of(sheet.language).rstrip(".。")
    status = experiment.status.of(sheet.language).rstrip(".。")
    return say("slide.experiment", sheet.language, name=name, status=status)


def _experiment(
    sheet: Sheet,
    need: tuple[Words, Words, float, Experiment],
    place: tuple[float, float, float],
) -> None:
    """Add the comparison that would settle it, in a dashed frame."""
    head, words, height, experiment = need
    x, y, width = place
    pad, line = sheet.share(0.03), sheet.share(0.0028)
    frame = Box(
        x + line / 2,
        y,
        width - line,
        height,
        sheet.share(0.011),
        "",
        "muted",
        line,
        (2.0, 1.4),
        id="experiment-frame",
    )
    sheet.shapes.append(frame)
    foot = sheet.put(head, x + pad, y + 0.8 * pad, id="experiment-title")
    sheet.put(words, x + pad, foot + 0.2 * pad, id="experiment")
    for claim in experiment.claims[:1]:
        sheet.hit(sheet.deck.claims[claim], x, y, width, height)
