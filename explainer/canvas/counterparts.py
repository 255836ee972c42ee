"""The models outside the lineage on the map: square, light, and tied to what they stand for."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from explainer.canvas.column import Column, Standing, Words, column
from explainer.canvas.labels import Labels
from explainer.canvas.leaders import Leader, leaders
from explainer.canvas.squares import Look, Squares
from explainer.canvas.stations import Stations
from explainer.canvas.surroundings import Surroundings
from explainer.counterparts import entries, lit_counterparts
from explainer.deck import Deck
from explainer.intents import SelectModel
from explainer.lineage import least_sure
from explainer.paths import Point, way
from explainer.picture import (
    Box,
    Hit,
    Ink,
    Shape,
    Trace,
)
from explainer.routes import Join, Rect, Route
from explainer.schema import Certainty, ModelId, View
from explainer.strands import Thread, line_of
from explainer.theme import number

_HAIR = 0.13
"""Width of a leader, strand widths; never under 1 px."""
_KIN = 0.26
"""The same of a line from a counterpart to another that comes from it."""


class Counterparts(Struct, frozen=True):
    """Paints the counterparts that a view shows; nothing where it shows none."""

    deck: Deck
    view: View
    stations: Stations
    column: Column | None
    leaders: tuple[Leader, ...]

    # --- the room they take

    def band(self) -> tuple[Rect, ...]:
        """Return the part of the map that has other dates than the rows beside it."""
        if self.column is None:
            return ()
        first, last = self.column.standing[0], self.column.standing[-1]
        right = max(self.column.right, self.stations.placed.width)
        return (Rect(self.column.left, first.room.top, right, last.words.bottom),)

    @property
    def size(self) -> tuple[float, float]:
        """Return the size of the box that holds the lineage and the counterparts, px."""
        placed = self.stations.placed
        if self.column is None:
            return placed.width, placed.height
        return max(placed.width, self.column.right), max(placed.height, self.column.bottom)

    def rooms(self) -> list[Rect]:
        """Return what the words of the lineage keep clear of."""
        rects = [rect for leader in self.leaders for rect in leader.rooms]
        clear = self.stations.placed.scale.callout * 0.5
        for each in self._standing:
            rects += [each.square, each.room.grown(clear)]
            if each.lines:
                rects.append(each.words.grown(clear))
        return rects

    def rects(self, models: frozenset[ModelId]) -> list[Rect]:
        """Return where those of `models` stand that are counterparts."""
        found = [each for each in self._standing if each.entry.model in models]
        return [rect for each in found for rect in (each.square, each.room)]

    def centres(self) -> Mapping[ModelId, Point]:
        """Return the centres of their squares, px."""
        return {
            each.entry.model: ((each.square.left + each.square.right) / 2, each.y)
            for each in self._standing
        }

    @property
    def _standing(self) -> tuple[Standing, ...]:
        return self.column.standing if self.column else ()

    # --- shapes

    def lines(self) -> list[Shape]:
        """Return what lies under the strands: leaders, and lines between counterparts."""
        shapes: list[Shape] = []
        lit = lit_counterparts(self.deck, self.view.lit)
        for bright in (False, True):
            for leader in self.leaders:
                if any(each.entry.model in lit for each in leader.group) is bright:
                    shapes += self._leader(leader, lit)
            for each in self._standing:
                if each.entry.parent and self._is_lit(each, lit) is bright:
                    shapes += self._kinship(each, lit=bright)
        return shapes

    def _leader(self, leader: Leader, lit: frozenset[ModelId]) -> list[Shape]:
        strand = self.stations.placed.scale.strand
        bright = [each for each in leader.group if each.entry.model in lit]
        ink: Ink = "muted" if bright else "edge_dimmed"
        hair = max(1.0, strand * _HAIR)
        x, y = leader.ring
        radius = strand * 0.42
        left, arrives = leader.corners[-1]
        shapes: list[Shape] = [
            self._line(leader.corners, ink, hair, f"{leader.model}:leader"),
            Box(
                x - radius,
                y - radius,
                radius * 2,
                radius * 2,
                radius,
                stroke=ink,
                stroke_width=hair * 1.3,
                id=f"{leader.model}:leader:ring",
            ),
        ]
        for each in sorted(leader.group, key=lambda it: it.entry.model in lit):
            ink = "muted" if each.entry.model in lit else "edge_dimmed"
            corners = [(left, arrives), (left, each.y), (each.square.left, each.y)]
            shapes.append(self._line(corners, ink, hair, f"{each.entry.model}:leader"))
        return shapes

    def _line(
        self, corners: tuple[Point, ...] | list[Point], ink: Ink, width: float, name: str
    ) -> Shape:
        return Trace(line_of(tuple(dict.fromkeys(corners))), stroke=ink, width=width, id=name)

    def _is_lit(self, child: Standing, lit: frozenset[ModelId]) -> bool:
        """Return whether the line to `child` stands out."""
        filtered = self.view.established and self._certainty(child) != "stated"
        return {child.entry.model, child.entry.parent} <= lit and not filtered

    def _certainty(self, child: Standing) -> Certainty:
        return least_sure(
            *(
                each.certainty
                for each in self.deck.counterpart_derivations
                if (each.parent, each.child) == (child.entry.parent, child.entry.model)
            )
        )

    def _kinship(self, child: Standing, *, lit: bool) -> tuple[Shape, ...]:
        """Return the line from a counterpart's parent above it: round into its square."""
        strand = self.stations.placed.scale.strand
        parent = next(it for it in self._standing if it.entry.model == child.entry.parent)
        x = (parent.square.left + parent.square.right) / 2
        corners = [(x, parent.square.bottom), (x, child.y), (child.square.left, child.y)]
        line = way(corners, min(strand * 1.2, child.square.left - x))
        ink: Ink = "muted" if lit else "edge_dimmed"
        sure, name = self._certainty(child), f"{child.entry.model}:kin"
        thread = Thread(line, 0.0, strand * _KIN, ink, "background", "", sure, id=name)
        return thread.shapes()

    def ring(self, model: str) -> Rect | None:
        """Return the ring around a counterpart that is pointed at; None where it is not shown."""
        found = (each for each in self._standing if each.entry.model == model)
        painter = Squares(self.stations, "")
        return next((painter.ring(each) for each in found), None)

    def shapes(self, ground: Ink) -> list[Shape]:
        """Return squares, names, dates and words, from back to front."""
        painter = Squares(self.stations, ground)
        lit = lit_counterparts(self.deck, self.view.lit)
        shapes: list[Shape] = []
        for each in self._standing:
            model = each.entry.model
            look = Look(model in lit, model == self.view.select)
            shapes += painter.shapes(each, look)
        return shapes

    def hits(self) -> tuple[Hit, ...]:
        """Return where each answers: its square and its name, at least 32 px high."""
        least = number("node", "hit_min_px")
        hits: list[Hit] = []
        for each in self._standing:
            low, high = each.y - least / 2, each.y + least / 2
            left, right = each.square.left - 4, each.room.right
            top, foot = min(low, each.room.top), max(high, each.room.bottom)
            model = each.entry.model
            name = self.deck.counterparts[model].name
            order = SelectModel(model)
            hits.append(Hit(left, top, right - left, foot - top, order, name, id=model))
        return tuple(hits)


def counterparts(  # noqa: PLR0913 - what is shown, and the map around it
    view: View,
    shown: frozenset[ModelId],
    words: Words,
    stations: Stations,
    ways: tuple[Route, ...],
    badges: tuple[Join, ...],
    labels: Labels,
) -> Counterparts:
    """Return the counterparts `shown`, placed beside the lineage as it is drawn.

    `labels` have taken the room of the lineage; they are told what is taken now.
    """
    deck = stations.deck
    if not shown:
        return Counterparts(deck, view, stations, None, ())
    own = {model: spans for model, spans in words.items() if model in shown}
    around = Surroundings(stations, ways, badges, labels.wished(badges))
    made = column(entries(deck, shown), around, own)
    found = Counterparts(deck, view, stations, made, leaders(made, around, view.select))
    labels.taken += found.rooms()
    return found
