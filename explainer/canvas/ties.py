"""What is no descent, on the map: a thin bowed line from one station to another, with its label.

It has no strands, as nothing is handed down, and ends in a point that says which way it goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from math import hypot

from msgspec import Struct, field

from explainer.canvas.bundles import Looks
from explainer.canvas.labels import Labels, Place
from explainer.canvas.stations import Stations
from explainer.canvas.strips import along
from explainer.intents import AskWhy
from explainer.lines import balanced
from explainer.paths import Point, Straight, Way
from explainer.picture import Face, Hit, Ink, LineTo, MoveTo, Shape, Span, Trace, line_width
from explainer.routes import Rect, Rooms
from explainer.schema import Derivation, ModelId
from explainer.strands import Thread
from explainer.theme import number
from explainer.wording import tie_sentence, tie_words

_PIECES = 24
"""Straight pieces of a bow."""
_BOWS = (0.12, -0.12, 0.24, -0.24, 0.4, -0.4, 0.04, -0.04)
"""How far a line may bow out to its left, shares of its length; the first that is free is taken."""
_WIDTH = 0.24
"""Strand widths; never under 1.2 px."""
_POINT = (1.0, 0.62)
"""Length and half the breadth of the point, strand widths."""
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
"""Where the label may stand beside the line, shares of its length."""
_LEVEL = (0.7, 0.6, 0.8, 0.5)
"""The same over or under a line, away from what joins at its beginning."""
_TWO_LINES = 0.62
_SHORT = 3.2
"""Words that are not longer keep to one line, em."""
_CLEAR = 0.15
"""Between the label and what is around it, em."""


class Tie(Struct, frozen=True):
    """A line from a parent to a child."""

    derivation: Derivation
    way: Way


class Ties(Struct, frozen=True):
    """Paints the ties of a drawn lineage."""

    stations: Stations
    looks: Looks
    ties: tuple[Tie, ...]
    places: dict[str, Place] = field(default_factory=dict)
    """Of the labels, by derivation."""

    def reserve(self, labels: Labels) -> None:
        """Take the room of the lines, then that of their labels, each beside its own."""
        strand = self.stations.placed.scale.strand
        for tie in self.ties:
            labels.taken.extend(along(tie.way, (0.0, tie.way.length), (0.0,), strand * 0.6))
        for tie in self.ties:
            place = self._place(tie, labels)
            self.places[tie.derivation.id] = place
            labels.take(place)

    def shapes(self, labels: Labels, *, lit: bool) -> list[Shape]:
        """Return those that stand out, or those that do not, with their labels."""
        shapes: list[Shape] = []
        for tie in self.ties:
            if self._is_lit(tie.derivation) is not lit:
                continue
            shapes += self._line(tie, lit=lit)
            if not self.looks.neutral:
                name = f"{tie.derivation.id}:tie:label"
                shapes += labels.lines(self.places[tie.derivation.id], name)
        return shapes

    def hits(self) -> tuple[Hit, ...]:
        """Return where each tie with a claim answers what it is: along the line, in pieces."""
        deck, language = self.stations.deck, self.stations.language
        least = number("node", "hit_small_px") / 2
        return tuple(
            Hit(
                room.left,
                room.top,
                room.right - room.left,
                room.bottom - room.top,
                AskWhy(tie.derivation.id),
                tie_sentence(deck, tie.derivation, language),
                id=tie.derivation.id,
            )
            for tie in self.ties
            if tie.derivation.claims
            for room in _pieces(tie.way, least)
        )

    def _is_lit(self, tie: Derivation) -> bool:
        return self.looks.lens == "method" and tie.id in self.looks.lit.links

    def _line(self, tie: Tie, *, lit: bool) -> list[Shape]:
        strand = self.stations.placed.scale.strand
        ink: Ink = "muted" if lit else "edge_dimmed"
        name = f"{tie.derivation.id}:tie"
        width = max(1.2, strand * _WIDTH)
        sure = tie.derivation.certainty
        line = Thread(tie.way, 0.0, width, ink, self.looks.ground, "", sure, id=name)
        (x, y), (ux, uy) = tie.way.step(tie.way.length)
        long, half = (share * strand for share in _POINT)
        back = (x - ux * long, y - uy * long)
        point = Trace(
            (
                MoveTo(x, y),
                LineTo(back[0] - uy * half, back[1] + ux * half),
                LineTo(back[0] + uy * half, back[1] - ux * half),
            ),
            fill=ink,
            closed=True,
            id=f"{name}:point",
        )
        return [*line.shapes(), point]

    def _place(self, tie: Tie, labels: Labels) -> Place:
        """Return the first free place beside the line; else the one that meets least."""
        scale, ruler = self.stations.placed.scale, self.stations.ruler
        lit = self._is_lit(tie.derivation)
        face: Face = "medium" if lit else "text"
        ink: Ink = "muted" if lit else "dimmed_text"
        words = tie_words(tie.derivation, self.stations.language)
        one = ((Span(words, face, ink),),)
        wide = line_width(ruler, one[0], scale.label)
        # A word or two keep to one line.
        short = wide < scale.label * _SHORT
        two = one if short else balanced(ruler, one[0], scale.label, wide * _TWO_LINES, 2)
        gap = scale.label * 0.45
        places = [
            Place(x + side * gap, y, "start" if side > 0 else "end", lines, scale.label, 1.1)
            for lines in dict.fromkeys((one, two))
            for share, side in product(_ALONG, (1, -1))
            for x, y in (tie.way.at(tie.way.length * share),)
        ]
        # Beside a line that runs level, words stand over or under it.
        for lines, share, side in product(dict.fromkeys((one, two)), _LEVEL, (-1, 1)):
            (x, y), (ux, uy) = tie.way.step(tie.way.length * share)
            if abs(ux) <= abs(uy):
                continue
            half = max(line_width(ruler, line, scale.label) for line in lines) / 2
            off = scale.label * (0.55 * len(lines) + _CLEAR * 2) + half * abs(uy / ux)
            places.append(Place(x - half, y + side * off, "start", lines, scale.label, 1.1))
        return labels.best(places, scale.label * _CLEAR)


def ties(stations: Stations, looks: Looks, taken: Sequence[Rect]) -> Ties:
    """Return the ties of the drawn lineage, each bowed so that it meets little of `taken`."""
    rooms = Rooms(taken)
    drawn = stations.drawn.ties
    count: dict[tuple[ModelId, ModelId], int] = {}
    found: list[Tie] = []
    for derivation in drawn:
        ends = derivation.parent, derivation.child
        number_ = count.setdefault(ends, 0)
        count[ends] += 1
        # Several between the same two do not lie on one another.
        bows = (*_BOWS[number_ * 2 :], *_BOWS[: number_ * 2])
        ways = [way for bow in bows if (way := _bow(stations, *ends, bow)) is not None]
        if ways:
            found.append(Tie(derivation, min(ways, key=lambda way: _met(way, rooms))))
    return Ties(stations, looks, tuple(found))


def _bow(stations: Stations, parent: ModelId, child: ModelId, bow: float) -> Way | None:
    """Return the line from the edge of one station to that of the other; None if they meet."""
    strand = stations.placed.scale.strand
    start, end = _middle(stations.capsule(parent)), _middle(stations.capsule(child))
    dx, dy = end[0] - start[0], end[1] - start[1]
    control = ((start[0] + end[0]) / 2 + dy * bow, (start[1] + end[1]) / 2 - dx * bow)
    points = [_on(start, control, end, place / _PIECES) for place in range(_PIECES + 1)]
    near = [stations.capsule(it).grown(strand * 0.35, strand * 0.35) for it in (parent, child)]
    outside = [it for it in points if not any(_holds(rect, it) for rect in near)]
    if len(outside) < 2:  # noqa: PLR2004 - the ends of a line
        return None
    parts: list[Straight] = []
    for (x1, y1), (x2, y2) in pairwise(outside):
        long = hypot(x2 - x1, y2 - y1)
        if long:
            parts.append(Straight((x1, y1), ((x2 - x1) / long, (y2 - y1) / long), long))
    return Way(tuple(parts)) if parts else None


def _on(start: Point, control: Point, end: Point, share: float) -> Point:
    rest = 1 - share
    a, b, c = rest * rest, 2 * rest * share, share * share
    return (
        a * start[0] + b * control[0] + c * end[0],
        a * start[1] + b * control[1] + c * end[1],
    )


def _middle(rect: Rect) -> Point:
    return (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2


def _holds(rect: Rect, point: Point) -> bool:
    return rect.left <= point[0] <= rect.right and rect.top <= point[1] <= rect.bottom


def _met(way: Way, rooms: Rooms) -> int:
    """Return how many points along a line lie in what is taken."""
    points = (way.at(way.length * place / _PIECES) for place in range(1, _PIECES))
    return sum(rooms.meets(Rect(x, y, x, y).grown(0.5, 0.5)) for x, y in points)


def _pieces(way: Way, reach: float) -> Iterable[Rect]:
    """Yield the room of a line, piece by piece, wide enough for a finger."""
    count = max(1, min(_PIECES, int(way.length / (3 * reach))))
    ends = [way.at(way.length * place / count) for place in range(count + 1)]
    for (x1, y1), (x2, y2) in pairwise(ends):
        yield Rect(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)).grown(reach, reach)
