"""Stations on a level line, and the strands between them."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.deck import Deck
from explainer.dress import method_ink
from explainer.lineage import Lineage, least_sure, path, weakest
from explainer.panel.model import strand_certainty
from explainer.paths import way
from explainer.picture import Box, Ink
from explainer.schema import Certainty, Derivation, MethodId, ModelId
from explainer.slide.sheet import Sheet
from explainer.strands import Thread, level_way
from explainer.theme import number

STRAND = 0.0148
"""Width of a strand on a level line, share of the slide's height."""
BADGE = 0.0315
_PITCH = 1.36
"""From lane to lane, strand widths."""


def between(drawn: Lineage, start: ModelId, end: ModelId) -> tuple[Derivation, ...]:
    """Return the derivations on any way from `start` down to `end`."""
    on = path(drawn, start, end)
    return tuple(
        derivation
        for link in drawn.links
        if link.child in on and link.parent in on
        for derivation in link.derivations
    )


def hop_certainty(drawn: Lineage, start: ModelId, end: ModelId) -> Certainty:
    """Return how sure the way from `start` to `end` is; open where none leads there.

    A method that joins on the way is no part of it: it has a certainty of its own.
    """
    on = path(drawn, start, end)
    links = (link for link in drawn.links if link.child in on and link.parent in on)
    return weakest(link.descent for link in links) or "open"


def join_certainty(
    deck: Deck, drawn: Lineage, start: ModelId, end: ModelId, method: MethodId
) -> Certainty:
    """Return how sure it is that `method` came in on the way from `start` ("" for none) to `end`.

    What is drawn from its badge to `end` is as sure as that and as the descent from there on,
    however sure the descent before is.
    """
    way = between(drawn, start, end) if start else ()
    joins: list[Certainty] = []
    for each in (it for it in way if it.method == method):
        rest = (hop_certainty(drawn, each.child, end),) if each.child != end else ()
        joins.append(least_sure(each.certainty, *rest))
    return least_sure(*joins) if joins else strand_certainty(deck, drawn, end, method) or "stated"


def rise(sheet: Sheet, lane: int) -> float:
    """Return how far above the line a lane runs, px: those that join later run higher."""
    return lane * sheet.share(STRAND) * _PITCH


def level_strands(  # noqa: PLR0913 - strands, their run and how sure it is
    sheet: Sheet,
    methods: Sequence[MethodId],
    x: float,
    y: float,
    width: float,
    certainty: Certainty = "stated",
) -> None:
    """Add the strands of `methods` from `x` to the right, the first of them at `y`."""
    strand = sheet.share(STRAND)
    for lane, method in enumerate(methods):
        its = sheet.deck.methods[method]
        run = level_way(x, y - rise(sheet, lane), width)
        ink = method_ink(its, "stroke")
        sheet.shapes += Thread(run, 0.0, strand, ink, "background", its.style, certainty).shapes()


def joining_strand(  # noqa: PLR0913 - a strand and its way
    sheet: Sheet,
    method: MethodId,
    badge: tuple[float, float],
    lane_y: float,
    end: float,
    certainty: Certainty = "stated",
) -> None:
    """Add a strand from its badge down to its lane at `lane_y`, and on to `end`."""
    its = sheet.deck.methods[method]
    strand = sheet.share(STRAND)
    turn = badge[0] + sheet.share(0.065)
    corners = [badge, (turn, badge[1]), (turn, lane_y), (end, lane_y)]
    along = way(corners, strand * number("strand", "join_radius"))
    ink = method_ink(its, "stroke")
    sheet.shapes += Thread(along, 0.0, strand, ink, "background", its.style, certainty).shapes()
    sheet.badge(its, *badge, sheet.share(BADGE))


def station(
    sheet: Sheet, methods: Sequence[MethodId], x: float, y: float, *, chosen: bool = False
) -> tuple[float, float]:
    """Add an upright capsule over the lanes of `methods`; return its upper and lower end."""
    half = sheet.share(STRAND) * 1.12
    top, foot = y - rise(sheet, max(0, len(methods) - 1)) - half, y + half
    fill: Ink = "selection_fill" if chosen else "surface"
    line = sheet.share(0.0046)
    sheet.shapes.append(Box(x - half, top, 2 * half, foot - top, half, fill, "ink", line))
    return top, foot


def method_label(sheet: Sheet, method: MethodId, right: float, middle: float, room: float) -> None:
    """Add the name of a method ending at `right`, on two lines where one is too long."""
    its = sheet.deck.methods[method]
    ink = method_ink(its, "text")
    letters = sheet.type("method_label")
    words = its.name.of(sheet.language)
    if sheet.ruler.width(words, "strong", letters) > room:
        words = its.short.of(sheet.language)
    width = sheet.ruler.width(words, "strong", letters)
    if width > room:
        return
    sheet.line(words, right, middle, letters, face="strong", ink=ink, anchor="end", id="method")
