"""How far apart columns stand: as their names, strands and badges need, the rest shared."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import force_setattr

from explainer.dates import axis_labels, date_words
from explainer.deck import Deck
from explainer.layout import Layout
from explainer.lineage import Lineage
from explainer.picture import Ruler
from explainer.placement.lanes import joins_left
from explainer.placement.names import shown_name
from explainer.placement.scale import Scale
from explainer.schema import LANGUAGES, MethodId, ModelId
from explainer.theme import number


class Across(Struct, frozen=True):
    """The columns of one grid."""

    deck: Deck
    drawn: Lineage
    grid: Layout
    lanes: Mapping[MethodId, int]
    scale: Scale
    ruler: Ruler
    joining: Mapping[ModelId, frozenset[MethodId]]
    """By model: the methods that come in there."""
    rooms: Mapping[ModelId, float] = {}
    """By model: how far its name reaches, px; it finds that out itself."""
    badges: Mapping[int, float] = {}
    """By column: the room for badges between it and the next; it finds that out itself."""

    def __post_init__(self) -> None:
        force_setattr(self, "rooms", {model: self._name_room(model) for model in self.grid.places})
        force_setattr(self, "badges", self._badge_rooms())

    def axis_width(self) -> float:
        """Return the room that the axis takes: dates in the wider language, dot and ticks."""
        spans = [row.span for row in self.grid.rows]
        labels = [label for tongue in LANGUAGES for label in axis_labels(spans, tongue)]
        widest = max(self.ruler.width(label, "medium", self.scale.axis) for label in labels)
        return widest + self.scale.axis * 1.2

    def columns(self, width: float, axis: float) -> tuple[tuple[float, ...], float]:
        """Return the columns in a box of `width`, and the least width they need."""
        count = self.grid.columns
        least = self._constraints(axis or self.scale.edge)
        right = count + 1
        earliest = [0.0] * (count + 2)
        for here in range(1, right + 1):
            gaps = (earliest[left] + gap for (left, to), gap in least.items() if to == here)
            earliest[here] = max(gaps, default=earliest[here - 1])
        needed = earliest[right] + self.scale.edge
        latest = [max(width, needed) - self.scale.edge] * (count + 2)
        for here in range(right - 1, -1, -1):
            gaps = (latest[to] - gap for (left, to), gap in least.items() if left == here)
            latest[here] = min(gaps, default=latest[here + 1])
        xs = tuple(
            (early + late) / 2
            for early, late in zip(earliest[1:right], latest[1:right], strict=True)
        )
        return xs, needed

    def _constraints(self, left_edge: float) -> dict[tuple[int, int], float]:
        """Return the least distances between columns, counted from 1 between the two edges."""
        scale, count = self.scale, self.grid.columns
        least: dict[tuple[int, int], float] = {(0, count + 1): 0.0}

        def at_least(left: int, right: int, gap: float) -> None:
            least[left, right] = max(least.get((left, right), 0.0), gap)

        reach = self._column_reach()
        for column in range(count):
            at_least(0, column + 1, left_edge + scale.strand - reach[column][0])
            at_least(column + 1, count + 1, scale.strand + reach[column][1])
            if column + 1 < count:
                room = reach[column][1] - reach[column + 1][0] + 1.5 * scale.strand
                at_least(column + 1, column + 2, room + self.badges.get(column, 0.0))
        for model, place in self.grid.places.items():
            needs = self.rooms[model]
            others = self.grid.passes[place.row]
            if place.side == "left":
                beside = max((c for c in others if c < place.column), default=-1)
                gap = needs + (reach[beside][1] + scale.strand * 1.5 if beside >= 0 else left_edge)
                at_least(
                    beside + 1, place.column + 1, gap + self._facing(place.row, beside, "right")
                )
            else:
                beside = min((c for c in others if c > place.column), default=count)
                gap = needs + (-reach[beside][0] + scale.strand * 1.5 if beside < count else 0.0)
                at_least(place.column + 1, beside + 1, gap)
        return least

    def _facing(self, row: int, column: int, side: str) -> float:
        """Return the room of a name that stands between the two columns from the other one."""
        for model in self.grid.rows[row].models:
            place = self.grid.places[model]
            if place.column == column and place.side == side:
                return self.rooms[model]
        return 0.0

    def _name_room(self, model: ModelId) -> float:
        """Return how far name and gap reach from the centre of the station."""
        place, strands = self.grid.places[model], self.drawn.strands[model]
        name = shown_name(self.deck, model, self.scale, self.ruler)
        width = self.ruler.width(name, "mono-strong", self.scale.name)
        if self.scale.date:
            dates = (date_words(self.deck.models[model].date, tongue) for tongue in LANGUAGES)
            wide = (self.ruler.width(date, "text", self.scale.date) for date in dates)
            width = max(width, *wide)
        offsets = [self.lanes[method] * self.scale.pitch for method in strands] or [0.0]
        overhang = self.scale.strand * (number("node", "overhang") + number("node", "label_gap"))
        half = -min(offsets) if place.side == "left" else max(offsets)
        return width + half + overhang + self.scale.strand * 0.8

    def _column_reach(self) -> list[tuple[float, float]]:
        """Return how far the strands of each column reach left (negative) and right."""
        overhang = self.scale.strand * number("node", "overhang")
        reach = [[0.0, 0.0] for _ in range(self.grid.columns)]
        bundles = [
            (place.column, self.drawn.strands[model]) for model, place in self.grid.places.items()
        ]
        bundles += [
            (self.grid.strands[link.id], link.carried)
            for link in self.drawn.links
            if link.id in self.grid.strands
        ]
        for column, methods in bundles:
            for method in methods:
                offset = self.lanes[method] * self.scale.pitch
                reach[column][0] = min(reach[column][0], offset)
                reach[column][1] = max(reach[column][1], offset)
        return [(left - overhang, right + overhang) for left, right in reach]

    def _badge_rooms(self) -> dict[int, float]:
        """Return the room for the badges between each column and the next, where any join there."""
        most: dict[int, int] = {}
        for row in self.grid.rows:
            count: dict[int, int] = {}
            for model in row.models:
                column = self.grid.places[model].column
                methods = self.joining.get(model, frozenset())
                sides = {joins_left(self.drawn.strands[model], method) for method in methods}
                for beside in {column - 1 if left else column for left in sides}:
                    count[beside] = count.get(beside, 0) + 1
            for column, badges in count.items():
                most[column] = max(most.get(column, 0), badges)
        one = self.scale.badge * 2 + self.scale.strand * 1.6
        return {column: count * one for column, count in most.items()}
