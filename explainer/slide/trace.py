"""A chain of changes from left to right on one line, with its weakest link in a box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from explainer.abilities import fate_of
from explainer.deck import Deck
from explainer.lineage import Lineage, least_sure, lineage
from explainer.paths import way
from explainer.picture import Anchor, Box, LineTo, MoveTo, Picture, Span, Trace, line_width
from explainer.schema import (
    CERTAINTIES,
    Certainty,
    Claim,
    Derivation,
    Fate,
    MethodId,
    TraceSlide,
)
from explainer.slide.hops import (
    BADGE,
    between,
    hop_certainty,
    joining_strand,
    level_strands,
    method_label,
    rise,
    station,
)
from explainer.slide.sheet import Sheet
from explainer.strands import Thread, certainty_line
from explainer.strings import say
from explainer.theme import number
from explainer.wording import certainty_word, clauses

MOST_EVIDENCE = 3
_TO_LINE, _TO_LINE_LOW = 0.255, 0.2
"""From the middle of the box down to the line, shares of the slide's height."""
_TO_BADGE = 0.112
_TO_RULE = 0.185
_LEADER = 0.0083
"""Thickness of the line to the box."""


class Weakest(Struct, frozen=True):
    """The least sure part of a chain."""

    certainty: Certainty
    hop: int
    """Number of the hop it is or ends."""
    fate: Fate | None
    """None: the derivation itself."""


class _Line(Struct):
    """Where things stand on the line, px."""

    xs: list[float]
    y: float
    tops: list[float] = field(default_factory=list)
    badges: dict[MethodId, tuple[float, float]] = field(default_factory=dict)


def weakest_link(deck: Deck, drawn: Lineage, slide: TraceSlide) -> Weakest:
    """Return the least sure of the derivations and fates on the path.

    Where two are equally unsure, a fate goes before a derivation and the later before the earlier:
    the question of a trace is about the ability. Where the slide names claims for its question, it
    is the last fate that rests on one of them, as unsure as the weakest.
    """
    found: list[Weakest] = []
    for place, (start, end) in enumerate(zip(slide.path, slide.path[1:], strict=False)):
        found.append(Weakest(hop_certainty(drawn, start, end), place, None))
    for place, model in enumerate(slide.path[1:]):
        fate = fate_of(deck, model, slide.ability)
        if fate is not None:
            claims = (deck.claims[claim].certainty for claim in fate.claims)
            found.append(Weakest(least_sure(fate.certainty, *claims), place, fate))
    asked = [it for it in found if it.fate and {*it.fate.claims} & {*slide.doubt_claims}]
    if asked:
        sure = least_sure(*(deck.claims[claim].certainty for claim in slide.doubt_claims))
        return Weakest(sure, asked[-1].hop, asked[-1].fate)
    return max(found, key=lambda it: (CERTAINTIES.index(it.certainty), it.fate is not None, it.hop))


def trace_picture(sheet: Sheet, slide: TraceSlide, readings: tuple[str, ...] = ()) -> Picture:
    """Return the path on one line, the question at its weakest link, and what it rests on."""
    drawn = lineage(sheet.deck, readings)
    weak = weakest_link(sheet.deck, drawn, slide)
    evidence = slide.evidence[:MOST_EVIDENCE]
    low = sheet.height < sheet.share(0.72)
    to_line = sheet.share(_TO_LINE_LOW if low else _TO_LINE)
    box_height = sheet.share(0.107)
    need = box_height / 2 + to_line + sheet.share(_TO_RULE) + sheet.share(0.2 if evidence else 0)
    top = max(0.0, sheet.height - need) * (0.35 if evidence else 0.6)
    middle = top + box_height / 2
    inset = sheet.share(0.018)
    count = len(slide.path)
    step = (sheet.width - 2 * inset) / (count - 1)
    line = _Line([inset + step * place for place in range(count)], middle + to_line)
    _hops(sheet, slide, drawn, line)
    foot = _stations(sheet, slide, line, step)
    _doubt(sheet, slide, weak, line, (middle, box_height))
    if evidence:
        _evidence(sheet, slide, max(line.y + sheet.share(_TO_RULE), foot + sheet.share(0.012)))
    return sheet.picture()


def _hops(sheet: Sheet, slide: TraceSlide, drawn: Lineage, line: _Line) -> None:
    carried: list[MethodId] = list(drawn.strands[slide.path[0]])
    capsules: list[tuple[MethodId, ...]] = [tuple(carried)]
    for place, (start, end) in enumerate(zip(slide.path, slide.path[1:], strict=False)):
        left, right = line.xs[place], line.xs[place + 1]
        certainty = hop_certainty(drawn, start, end)
        level_strands(sheet, carried, left, line.y, right - left, certainty)
        joins = _joins(between(drawn, start, end), carried)
        label = sheet.type("label")
        wide = sheet.certainty_width(certainty, label)
        middle = line.y + sheet.share(0.036)
        sheet.certainty(certainty, (left + right - wide) / 2, middle, label)
        for at, (method, sure) in enumerate(joins.items()):
            away = sheet.share(0.21 + 0.12 * at)
            x = max(left + sheet.share(0.06), right - away)
            badge = (x, line.y - sheet.share(_TO_BADGE))
            lane = line.y - rise(sheet, len(carried) + at)
            joining_strand(sheet, method, badge, lane, right, sure)
            edge = x - sheet.share(BADGE) - sheet.share(0.014)
            if at == 0 and len(joins) == 1:
                method_label(sheet, method, edge, badge[1], edge - left)
            line.badges[method] = badge
        carried += joins
        capsules.append(tuple(carried))
    for place, methods in enumerate(capsules):
        last = place == len(capsules) - 1
        line.tops.append(station(sheet, methods, line.xs[place], line.y, chosen=last)[0])


def _joins(
    derivations: Sequence[Derivation], carried: Sequence[MethodId]
) -> Mapping[MethodId, Certainty]:
    """Return the methods that come in, and how surely they do."""
    joins: dict[MethodId, Certainty] = {}
    for each in derivations:
        if each.method and each.method not in carried:
            joins[each.method] = least_sure(each.certainty, joins.get(each.method, "stated"))
    return joins


def _stations(sheet: Sheet, slide: TraceSlide, line: _Line, step: float) -> float:
    """Add each station's name, and what it could do; return where the lowest words end."""
    lowest = line.y
    room = step * (2 / 3 if len(line.xs) > 2 else 0.9) - sheet.share(0.02)  # noqa: PLR2004 - two have no neighbour between them
    floor = sheet.type("label_floor")
    spans = [(Span(sheet.deck.models[model].name, "mono-strong"),) for model in slide.path]
    size = min(
        sheet.fitted(span, sheet.type("trace_model"), room, 1, floor).letters for span in spans
    )
    said = [
        slide.says[model].of(sheet.language) if model in slide.says else "" for model in slide.path
    ]
    words = [sheet.named(text, "strong") for text in said]
    letters = (
        min(
            sheet.fitted(each, sheet.type("body"), room, 2, sheet.type("body_floor")).letters
            for each in words
            if each
        )
        if any(words)
        else sheet.type("body")
    )
    rooms = [(room, room)] * len(line.xs)
    if len(line.xs) == 2:  # noqa: PLR2004 - two share the width
        both = [
            _side_by_side(sheet, texts, letters_of, most, room)
            for texts, letters_of, most in ((spans, size, 1), (words, letters, 2))
        ]
        rooms = [*zip(*both, strict=True)]
    for place, x in enumerate(line.xs):
        anchor: Anchor = "start" if place == 0 else "end" if x == line.xs[-1] else "middle"
        at = 0.0 if place == 0 else sheet.width if x == line.xs[-1] else x
        for_name, for_words = rooms[place]
        name = sheet.fitted(spans[place], size, for_name, 1, size)
        y = sheet.put(name, at, line.y + sheet.share(0.05), anchor, id="station")
        if words[place]:
            set_in = sheet.fitted(words[place], letters, for_words, 2, letters)
            y = sheet.put(set_in, at, y, anchor, id="says")
        lowest = max(lowest, y)
    return lowest


def _side_by_side(
    sheet: Sheet, texts: Sequence[tuple[Span, ...]], letters: float, most: int, room: float
) -> tuple[float, float]:
    """Return how wide two texts may be that share the width; what is short leaves more."""
    whole = sheet.width - letters * 1.5
    one, other = (
        sheet.fitted(each, letters, room, most, letters).width if each else 0.0 for each in texts
    )
    if one + other <= whole:
        return room, room
    half = whole / 2
    return max(half, whole - other), max(half, whole - one)


def _doubt(
    sheet: Sheet, slide: TraceSlide, weak: Weakest, line: _Line, place: tuple[float, float]
) -> None:
    """Add the box with the question, and the lines from it to both ends of the link."""
    middle, height = place
    end = line.xs[weak.hop + 1]
    cause = line.badges.get(weak.fate.cause) if weak.fate else None
    if cause is None:
        start, foot = line.xs[weak.hop], line.tops[weak.hop] - sheet.share(0.008)
    else:
        start, foot = cause[0], cause[1] - sheet.share(BADGE + 0.008)
    pad = sheet.share(0.03)
    spans = (Span(slide.doubt.of(sheet.language), "strong"),)
    words = sheet.fitted(spans, sheet.type("body"), sheet.width * 0.7, 1, sheet.type("body_floor"))
    label = sheet.type("label")
    name = say("slide.weakest", sheet.language)
    name_width = sheet.ruler.width(name, "strong", label)
    said = _said(sheet, slide, weak)
    widths = [_sure_width(sheet, word, label) for _, word in said]
    tail = name_width + sum(label * 0.8 + width for width in widths)
    width = max(words.width, tail) + 2 * pad
    left = min(max(0.0, (start + end) / 2 - width / 2), sheet.width - width)
    top = middle - height / 2
    arrow = line.tops[weak.hop + 1] - sheet.share(0.012)
    _leader(sheet, weak.certainty, (start, foot), (left, top, width, height))
    _leader(sheet, weak.certainty, (end, arrow - sheet.share(0.02)), (left, top, width, height))
    wing = sheet.share(0.0185)
    head = (
        MoveTo(end - wing, arrow - wing * 1.5),
        LineTo(end, arrow),
        LineTo(end + wing, arrow - wing * 1.5),
    )
    sheet.shapes.append(Trace(head, stroke="ink", width=sheet.share(0.0055)))
    stroke = sheet.share(0.0037)
    radius = sheet.share(0.011)
    sheet.shapes.append(
        Box(left, top, width, height, radius, "surface", "ink", stroke, id="doubt-frame")
    )
    content = words.height + label * 1.35
    y = sheet.put(words, left + width / 2, top + (height - content) / 2, "middle", id="doubt")
    x = left + (width - tail) / 2
    sheet.line(name, x, y + label * 0.6, label, face="strong", id="weakest")
    x += name_width
    for (certainty, word), long in zip(said, widths, strict=True):
        x += label * 0.8
        sheet.shapes += certainty_line(
            certainty, x, y + label * 0.6, label * 1.55, label * 0.2, "ink"
        )
        sheet.line(word, x + label * 2.05, y + label * 0.6, label, face="strong", id="certainty")
        x += long
    claims = slide.doubt_claims or (weak.fate.claims if weak.fate else ())
    for claim in claims[:1]:
        sheet.hit(sheet.deck.claims[claim], left, top, width, height)


def _said(sheet: Sheet, slide: TraceSlide, weak: Weakest) -> list[tuple[Certainty, str]]:
    """Return how sure the answer is; where claims give several, each with its place."""
    claims = [sheet.deck.claims[claim] for claim in slide.doubt_claims]
    if not claims:
        return [(weak.certainty, certainty_word(weak.certainty, sheet.language))]
    return [
        (
            it.certainty,
            clauses((certainty_word(it.certainty, sheet.language), it.at), sheet.language),
        )
        for it in claims
    ]


def _sure_width(sheet: Sheet, word: str, label: float) -> float:
    return label * 2.05 + sheet.ruler.width(word, "strong", label)


def _leader(
    sheet: Sheet,
    certainty: Certainty,
    end: tuple[float, float],
    box: tuple[float, float, float, float],
) -> None:
    """Add the line from the box down to `end`: from its side, or from its foot if it is over it."""
    left, top, width, height = box
    x, y = end
    margin = sheet.share(0.045)
    if left + sheet.share(0.01) <= x <= left + width - sheet.share(0.01):
        corners = [(x, top + height), (x, y)]
    else:
        side = left if x < left else left + width
        level = top + height / 2
        corners = [(side, level), (x, level), (x, y)]
    thick = sheet.share(_LEADER)
    along = way(corners, max(margin, thick * number("strand", "radius")))
    sheet.shapes += Thread(along, 0.0, thick, "ink", "background", "", certainty).shapes()


def _evidence(sheet: Sheet, slide: TraceSlide, y: float) -> None:
    """Add what is known, up to three claims beside one another."""
    sheet.rule(y)
    claims = [sheet.deck.claims[claim] for claim in slide.evidence[:MOST_EVIDENCE]]
    gap, label = sheet.share(0.045), sheet.type("label")
    top = y + sheet.share(0.018)
    room = sheet.height - top - label * 1.6
    spans = [sheet.named(_told(sheet, slide, claim)) for claim in claims]
    columns = _columns(sheet, spans, sheet.width - gap * (len(claims) - 1))
    letters, least = sheet.type("body"), sheet.type("body_floor")
    most = max(1, int(room / sheet.leading(letters)))
    fitting = [
        sheet.fitted(each, letters, column, most, least).letters
        for each, column in zip(spans, columns, strict=True)
    ]
    set_in = [
        sheet.fitted(each, min(fitting), column, most, min(fitting))
        for each, column in zip(spans, columns, strict=True)
    ]
    x = 0.0
    for claim, words, column in zip(claims, set_in, columns, strict=True):
        foot = sheet.put(words, x, top, id="evidence")
        sheet.certainty(claim.certainty, x, foot + label * 0.8, label)
        sheet.hit(claim, x, y, column, foot + label * 1.6 - y)
        x += column + gap


def _told(sheet: Sheet, slide: TraceSlide, claim: Claim) -> str:
    words = slide.evidence_says.get(claim.id, claim.text)
    return words.of(sheet.language).rstrip(".。")


def _columns(sheet: Sheet, spans: Sequence[tuple[Span, ...]], width: float) -> list[float]:
    """Return widths that add up to `width`: at least the longest word, more where more is said."""
    letters = sheet.type("body_floor")
    whole = [line_width(sheet.ruler, each, sheet.type("body")) * 1.01 for each in spans]
    if sum(whole) <= width:
        spare = (width - sum(whole)) / len(spans)
        return [own + spare for own in whole]
    # In a column of no width every word has a line of its own.
    words = [sheet.ruler.lines(each, letters, 1.0) for each in spans]
    least = [max(line_width(sheet.ruler, it, letters) for it in lines) * 1.02 for lines in words]
    if sum(least) > width:
        return [own * width / sum(least) for own in least]
    rest = width - sum(least)
    lengths = [line_width(sheet.ruler, each, letters) for each in spans]
    return [own + rest * length / sum(lengths) for own, length in zip(least, lengths, strict=True)]
