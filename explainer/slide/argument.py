"""An argument map: the thesis, what speaks for it and against it, and what would settle it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from explainer.abilities import in_lineage_order
from explainer.deck.capacity import REASONS_AGAINST, REASONS_FOR
from explainer.picture import Box, Ink, Picture, Span, TextLine
from explainer.schema import ArgumentSlide, Claim, ClaimId, Experiment, Method
from explainer.slide.sheet import Sheet, Words
from explainer.strings import say
from explainer.wording import MINUS

MOST_FOR, MOST_AGAINST = REASONS_FOR, REASONS_AGAINST
_FOR, _AGAINST = 0.53, 0.44
"""Shares of the width."""
_TOP, _THESIS, _ROW = 0.025, 0.115, 0.0926
"""Where the thesis begins, and heights; shares of the slide's height."""
_LEAST_AIR = 0.014
"""The least room above and below the words of a row together."""
_MOST_LINES = 5
"""Of the words of an experiment."""
_PAD, _BETWEEN = 0.03, 0.022
"""Within the frame of an experiment, and between parts below one another."""
_TITLES = 0.2
"""Share of the width that the titles take on a narrow slide, where they stand beside the rows."""
_MORE = 1.5
"""Of the line that says how many reasons are left out, em."""
_SIGNS: dict[str, Ink] = {"+": "fate.gained.color", MINUS: "fate.lost.color"}


def argument_picture(sheet: Sheet, slide: ArgumentSlide) -> Picture:
    """Return the thesis in a frame over two columns of reasons."""
    deck = sheet.deck
    argument = deck.arguments[slide.argument]
    supports = (slide.supports or argument.supports)[:MOST_FOR]
    opposes = (slide.opposes or argument.opposes)[:MOST_AGAINST]
    settled = deck.experiments.get(argument.settled_by)
    top = min(sheet.share(_TOP), max(0.0, sheet.height - sheet.share(0.72)))
    top *= 0.0 if sheet.measures.narrow else 1.0
    foot = _thesis(sheet, slide, deck.claims[argument.thesis], top)
    top = foot + sheet.share(0.02 if sheet.measures.narrow else 0.028)
    if sheet.measures.narrow:
        _stacked(sheet, slide, (supports, opposes), settled, top)
        return sheet.picture()
    aside = bool(opposes or settled)
    x, width = sheet.width * (1 - _AGAINST), sheet.width * _AGAINST
    _titled(sheet, slide, supports, "+", (0, top, sheet.width * (_FOR if aside else 1.0)))
    need = _experiment_words(sheet, settled, width) if settled else None
    room = need.height + sheet.share(0.03) if need else 0.0
    y = top
    if opposes:
        y = _titled(sheet, slide, opposes, MINUS, (x, top, width), room) + sheet.share(0.03)
    if need:
        _experiment(sheet, need, (x, y, width))
    return sheet.picture()


def _stacked(
    sheet: Sheet,
    slide: ArgumentSlide,
    sides: tuple[Sequence[ClaimId], Sequence[ClaimId]],
    settled: Experiment | None,
    top: float,
) -> None:
    """Add both groups of reasons below one another, their titles at the left, each on its line."""
    x, gap = sheet.width * _TITLES, sheet.share(_BETWEEN)
    need = _experiment_words(sheet, settled, sheet.width) if settled else None
    supports, opposes = sides
    avail = sheet.height - top - gap - (need.height + gap if need else 0.0)
    least = sheet.leading(sheet.type("body")) + sheet.share(_LEAST_AIR / 2)
    while len(supports) > 1 and (len(supports) + len(opposes)) * least > avail:
        supports = supports[:-1]
    row = avail / max(1, len(supports) + len(opposes))
    y = top
    for claims, sign in ((supports, "+"), (opposes, MINUS)):
        if not claims:
            continue
        part = min(row, sheet.share(_ROW)) * len(claims)
        title = _title(sheet, sign, x - sheet.share(0.02))
        sheet.rule(y)
        middle = y + part / len(claims) / 2
        sheet.put(title, 0, middle - title.leading / 2, id="reasons-title")
        place = (x, y, sheet.width - x)
        y = _reasons(sheet, slide, claims, sign, place, sheet.height - y - part) + gap
    if need:
        _experiment(sheet, need, (0, y, sheet.width))


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
    words = sheet.fitted(spans, sheet.type("thesis"), room, 2, sheet.type("body_floor"))
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


def _titled(  # noqa: PLR0913 - reasons, their sign and their room
    sheet: Sheet,
    slide: ArgumentSlide,
    claims: Sequence[ClaimId],
    sign: str,
    place: tuple[float, float, float],
    reserved: float = 0.0,
) -> float:
    """Add a column of reasons under its title; return its end."""
    x, top, width = place
    label = sheet.type("label")
    sheet.put(_title(sheet, sign, width), x, top, id="reasons-title")
    y = top + label * 1.1 + sheet.share(0.014)
    return _reasons(sheet, slide, claims, sign, (x, y, width), reserved)


def _title(sheet: Sheet, sign: str, room: float) -> Words:
    key = "slide.for" if sign == "+" else "slide.against"
    span = Span(say(key, sheet.language), "strong", "muted")
    return sheet.closed(sheet.fitted((span,), sheet.type("label"), room, 2))


def _reasons(  # noqa: PLR0913 - reasons, their sign and their room
    sheet: Sheet,
    slide: ArgumentSlide,
    claims: Sequence[ClaimId],
    sign: str,
    place: tuple[float, float, float],
    reserved: float = 0.0,
) -> float:
    """Add reasons below one another; fewer where they would not fit. Return their end."""
    x, y, width = place
    label = sheet.type("label")
    shown = [sheet.deck.claims[claim] for claim in claims]
    tail = max(sheet.certainty_width(claim.certainty, label) for claim in shown)
    left = sheet.share(0.041)
    room = width - left - tail - sheet.share(0.022)
    avail = sheet.height - y - reserved
    argument = sheet.deck.arguments[slide.argument]
    supports, opposes = slide.supports or argument.supports, slide.opposes or argument.opposes
    every = len(supports if sign == "+" else opposes)
    set_in = _set(sheet, slide, shown, room, avail)
    if len(set_in) < every:
        avail -= label * _MORE
        set_in = _set(sheet, slide, shown, room, avail)
    heights = [words.height + sheet.share(_LEAST_AIR) for words in set_in]
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
    if len(set_in) < every:
        more = say("word.more-names", sheet.language, count=str(every - len(set_in)))
        sheet.line(more, x + left, y + label * _MORE / 2, label, ink="muted", id="more")
        y += label * _MORE
    return y


def _set(
    sheet: Sheet, slide: ArgumentSlide, claims: Sequence[Claim], room: float, avail: float
) -> list[Words]:
    """Return the words of as many claims as there is room for, on at most two lines each."""
    spans = [sheet.named(_said(sheet, slide, claim)) for claim in claims]
    letters, least = sheet.type("body"), sheet.type("body_floor")
    size = min(sheet.fitted(span, letters, room, 2, least).letters for span in spans)
    found = [sheet.fitted(span, size, room, 2, size) for span in spans]
    air = sheet.share(_LEAST_AIR)
    while len(found) > 1 and sum(words.height + air for words in found) > avail:
        found.pop()
    return found


def _sign(sheet: Sheet, sign: str, x: float, middle: float) -> None:
    letters = sheet.type("body")
    spans = (Span(sign, "mono-strong", _SIGNS[sign]),)
    width = sheet.ruler.width(sign, "mono-strong", letters)
    sheet.shapes.append(
        TextLine(x, middle + letters * 0.35, spans, letters, width=width, id="sign")
    )


class _Settling(Struct, frozen=True):
    """The comparison that would settle it, set for its frame."""

    experiment: Experiment
    title: Words
    words: Words
    beside: float
    """Where the words begin, if they stand beside the title; 0: they stand under it."""
    height: float


def _experiment_words(
    sheet: Sheet, experiment: Experiment, width: float, most: int = _MOST_LINES
) -> _Settling:
    """Return the experiment as it stands in a frame of that width, on at most so many lines."""
    pad, label = sheet.share(_PAD), sheet.type("label")
    beside = sheet.width * _TITLES - pad if sheet.measures.narrow else 0.0
    room = width - 2 * pad
    span = Span(say("slide.settles", sheet.language), "strong", "muted")
    title = sheet.fitted((span,), label, beside - sheet.share(0.02) if beside else room, 3)
    body = sheet.named(_sentence(sheet, experiment))
    letters, least = sheet.type("body"), sheet.type("body_floor")
    words = sheet.fitted(body, letters, room - beside, most, least)
    if beside:
        high = max(title.height, words.height) + 1.2 * pad
    else:
        high = title.height + words.height + 1.9 * pad
    return _Settling(experiment, title, words, beside, high)


def _sentence(sheet: Sheet, experiment: Experiment) -> str:
    name = experiment.name.of(sheet.language).rstrip(".。")
    status = experiment.status.of(sheet.language).rstrip(".。")
    return say("slide.experiment", sheet.language, name=name, status=status)


def _experiment(sheet: Sheet, need: _Settling, place: tuple[float, float, float]) -> None:
    """Add the comparison that would settle it, in a dashed frame."""
    x, y, width = place
    pad, line = sheet.share(_PAD), sheet.share(0.0028)
    for most in range(_MOST_LINES - 1, 0, -1):
        if y + need.height <= sheet.height:
            break
        need = _experiment_words(sheet, need.experiment, width, most)
    frame = Box(
        x + line / 2,
        y,
        width - line,
        need.height,
        sheet.share(0.011),
        "",
        "muted",
        line,
        (2.0, 1.4),
        id="experiment-frame",
    )
    sheet.shapes.append(frame)
    if need.beside:
        top = y + 0.6 * pad
        # Both first lines stand on one height.
        lower = top + (need.words.leading - need.title.leading) / 2
        sheet.put(need.title, x + pad, lower, id="experiment-title")
        sheet.put(need.words, x + pad + need.beside, top, id="experiment")
    else:
        foot = sheet.put(need.title, x + pad, y + 0.8 * pad, id="experiment-title")
        sheet.put(need.words, x + pad, foot + 0.2 * pad, id="experiment")
    for claim in need.experiment.claims[:1]:
        sheet.hit(sheet.deck.claims[claim], x, y, width, need.height)
