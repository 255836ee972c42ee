"""Where the stations of a grid stand in a box of px.

Columns are as far apart as names need, rows as what has to pass between them.

Measured with the names of models, which no language changes, and with the wider of both languages
elsewhere: so a station has one place whatever the language, the theme, the reading or the step.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from explainer.dates import axis_labels
from explainer.deck import Deck
from explainer.layout import Layout, layout
from explainer.lineage import Lineage, Link, lineage
from explainer.picture import Face, Ruler
from explainer.schema import LANGUAGES, MethodId, ModelId
from explainer.theme import number


@dataclass(frozen=True, slots=True)
class Scale:
    """The sizes of a map's parts, px."""

    strand: float
    """Width of one strand; the unit of all that is called `w` in the tokens."""
    name: float
    date: float
    """Under a name; 0 where the axis alone tells dates."""
    label: float
    """Of a method beside its badge."""
    axis: float
    callout: float
    badge: float
    """Radius."""
    edge: float
    """Room at the four sides of the box."""

    @property
    def pitch(self) -> float:
        """From lane to lane."""
        return self.strand * (1 + number("strand", "gap"))

    @property
    def half_height(self) -> float:
        """Of a station."""
        return self.strand * number("node", "half_height")

    @property
    def radius(self) -> float:
        """Of a corner, on the centre line."""
        return self.strand * number("strand", "radius")

    @property
    def name_foot(self) -> float:
        """From a station's centre down to the foot of its name, and of its date."""
        return self.name * 0.42 + self.date * 1.5


_CROWDED = 6
"""Rows; a longer lineage has thinner strands and smaller badges, so that names keep their size."""


_NARROW = 1.5
"""Width to height of a slide; on a narrower one names are a little smaller."""


def slide_scale(width: float, height: float, rows: int) -> Scale:
    """Return the sizes on a slide of `width` x `height` px, for a lineage of `rows` rows."""
    crowded, narrow = rows > _CROWDED, width < height * _NARROW
    return Scale(
        strand=number("strand", "width_slide") * height * (0.92 if crowded else 1.0),
        name=number("type_slide", "model_name") * height * (0.935 if narrow else 1.0),
        date=0.0,
        label=number("type_slide", "method_label") * height,
        axis=number("type_slide", "axis") * height,
        callout=number("type_slide", "note_at_node") * height,
        badge=number("badge", "radius_slide") * height * (0.76 if crowded else 1.0),
        edge=0.0,
    )


_WINDOW = (1258.0, 860.0)
"""The canvas that the window's sizes are drawn for, px."""


def window_scale(width: float, height: float) -> Scale:
    """Return the sizes on a canvas of `width` x `height` px."""
    fit = max(0.7, min(1.5, width / _WINDOW[0], height / _WINDOW[1]))
    text = max(fit, 0.74)
    return Scale(
        strand=number("strand", "width_window") * fit,
        name=number("type_window", "canvas_model") * text,
        date=number("type_window", "label") * max(text, 0.82),
        label=number("type_window", "canvas_method") * max(text, 0.8),
        axis=number("type_window", "label") * max(text, 0.82),
        callout=number("type_window", "story_text") * max(text, 0.8),
        badge=number("badge", "radius_window") * fit,
        edge=number("space", "canvas_padding") * min(fit, 1.0) * 0.6,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Placement:
    """Stations, rows and the axis in px of the map's box."""

    width: float
    """Of the box: at least what was asked for, more where that is too narrow."""
    height: float
    scale: Scale
    grid: Layout
    xs: tuple[float, ...]
    """Of the columns."""
    ys: tuple[float, ...]
    """Of the rows."""
    axis: float
    """Where the time axis stands; 0 where there is no room and dates stand above their rules."""
    lanes: Mapping[MethodId, int]
    """By method: how many lanes right of a station's centre line."""

    def x(self, model: ModelId) -> float:
        """Return the centre of a station."""
        return self.xs[self.grid.places[model].column]

    def y(self, model: ModelId) -> float:
        """Return the centre of a station."""
        return self.ys[self.grid.places[model].row]

    def reach(self, strands: tuple[MethodId, ...]) -> tuple[float, float]:
        """Return how far a station with `strands` reaches left (negative) and right, px."""
        overhang = self.scale.strand * number("node", "overhang")
        offsets = [self.lanes[method] * self.scale.pitch for method in strands] or [0.0]
        return min(offsets) - overhang, max(offsets) + overhang


@lru_cache(maxsize=32)
def placement(deck: Deck, scale: Scale, width: float, height: float, ruler: Ruler) -> Placement:
    """Return where everything stands in a box of at least `width` x `height` px.

    The box grows, in the same ratio, where names or rows need more room.
    """
    builder = _Builder(deck, scale, ruler)
    axis = builder.axis_width() + scale.edge
    xs, needed = builder.columns(width, axis)
    if needed > width:
        axis = 0.0
        builder.dates_above = True
        xs, needed = builder.columns(width, axis)
    tall = builder.height()
    growth = max(1.0, needed / width, tall / height)
    if growth > 1.0:
        width, height = width * growth, height * growth
        xs, _ = builder.columns(width, axis)
    ys = builder.rows(height)
    return Placement(width, height, scale, builder.grid, xs, ys, axis, builder.lanes)


class _Builder:
    """Collects how much room is needed between columns and between rows, then shares the rest."""

    def __init__(self, deck: Deck, scale: Scale, ruler: Ruler) -> None:
        self.deck, self.scale, self.ruler = deck, scale, ruler
        self.grid: Layout = layout(deck)
        self.drawn: Lineage = lineage(deck)
        self.lanes = lanes(deck)
        self.dates_above = False

    # --- across

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
        """Return the least distances between columns, counted from 1; 0 and the last are the edges."""
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
                at_least(column + 1, column + 2, room + self._badge_room(column))
        for model, place in self.grid.places.items():
            needs = self._name_room(model)
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
                return self._name_room(model)
        return 0.0

    def _name_room(self, model: ModelId) -> float:
        """Return how far name and gap reach from the centre of the station."""
        place, strands = self.grid.places[model], self.drawn.strands[model]
        face: Face = "mono-strong"
        width = self.ruler.width(self.deck.models[model].name, face, self.scale.name)
        offsets = [self.lanes[method] * self.scale.pitch for method in strands] or [0.0]
        overhang = self.scale.strand * (number("node", "overhang") + number("node", "label_gap"))
        half = -min(offsets) if place.side == "left" else max(offsets)
        return width + half + overhang + self.scale.strand * 0.8

    def _column_reach(self) -> list[tuple[float, float]]:
        """Return how far the strands of each column reach left (negative) and right."""
        overhang = self.scale.strand * number("node", "overhang")
        reach = [[0.0, 0.0] for _ in range(self.grid.columns)]
        for model, place in self.grid.places.items():
            for method in self.drawn.strands[model]:
                offset = self.lanes[method] * self.scale.pitch
                reach[place.column][0] = min(reach[place.column][0], offset)
                reach[place.column][1] = max(reach[place.column][1], offset)
        return [(left - overhang, right + overhang) for left, right in reach]

    def _badge_room(self, column: int) -> float:
        """Return the room for a badge between `column` and the next, where one joins there."""
        for link in self.drawn.links:
            place = self.grid.places[link.child]
            for join in link.joins:
                left = joins_left(self.drawn.strands[link.child], join.method)
                if (place.column == column + 1 and left) or (place.column == column and not left):
                    return self.scale.badge * 2 + self.scale.strand * 1.6
        return 0.0

    # --- down

    def height(self) -> float:
        """Return the least height of the box."""
        return sum(self._gaps()) + sum(self._ends())

    def rows(self, height: float) -> tuple[float, ...]:
        """Return the rows in a box of `height`; what is left over is shared by need."""
        gaps, (top, bottom) = self._gaps(), self._ends()
        spare = max(0.0, height - sum(gaps) - top - bottom)
        total = sum(gaps) or 1.0
        ys = [top]
        for gap in gaps:
            ys.append(ys[-1] + gap + spare * gap / total)
        return tuple(ys)

    def _ends(self) -> tuple[float, float]:
        scale = self.scale
        dates = scale.name * 0.6 + scale.axis * 0.75 if self.dates_above else 0.0
        above = max(scale.name * 0.8, scale.half_height * 1.5, scale.callout * 0.6, dates)
        below = max(scale.name_foot, scale.half_height * 1.7)
        return above + scale.edge, below + scale.edge

    def _gaps(self) -> list[float]:
        """Return the least height of each gap between two rows."""
        scale = self.scale
        plain = scale.name_foot + scale.name * 0.75
        gaps = [plain] * (len(self.grid.rows) - 1)
        foot = scale.name_foot + scale.strand * 0.6
        for link in self.drawn.links:
            below = self.grid.places[link.child].row - 1
            if not link.parent or below < 0:
                continue
            above = self.grid.places[link.parent].row
            column = self.grid.places[link.parent].column
            aside = self.grid.places[link.child].column - column
            badge = 2 * scale.badge + scale.half_height + scale.strand * 0.7 if link.joins else 0.0
            if not aside:
                gaps[below] = max(gaps[below], (foot if badge else plain) + badge)
            elif len(self.drawn.parents[link.child]) > 1:
                turn = scale.radius + scale.strand * 0.5 + scale.half_height
                gaps[below] = max(gaps[below], foot + len(link.carried) * scale.pitch / 2 + turn)
            else:
                depth = self._fork_depth(link)
                turn = depth + scale.radius + scale.half_height
                gaps[above] = max(gaps[above], turn)
                inner = any(
                    joins_left(self.drawn.strands[link.child], join.method) == (aside > 0)
                    or self._passes_over(link)
                    for join in link.joins
                )
                if above != below:
                    gaps[below] = max(gaps[below], foot + badge)
                elif inner:
                    run = depth + len(link.carried) * scale.pitch / 2
                    gaps[below] = max(gaps[below], run + badge)
        return gaps

    def _passes_over(self, link: Link) -> bool:
        """Return whether the run to a farther child of the same parent passes over this one."""
        places = self.grid.places
        column, here = places[link.parent].column, places[link.child].column
        return any(
            abs(places[other].column - column) > abs(here - column)
            and (places[other].column - column) * (here - column) > 0
            for other in side_children(self.drawn, self.grid, link.parent)
        )

    def _fork_depth(self, link: Link) -> float:
        """Return how far below its parent a child takes off."""
        storeys = side_children(self.drawn, self.grid, link.parent)
        depths = fork_depths(self.scale, self.drawn, self.grid, link.parent)
        return depths[storeys.index(link.child)]


def lanes(deck: Deck) -> dict[MethodId, int]:
    """Return the lane of each method: the one that the first root begins stands in the middle."""
    order = list(deck.methods)
    begins = (model.begins[0] for model in deck.models.values() if model.begins)
    middle = order.index(next(begins, order[0])) if order else 0
    return {method: place - middle for place, method in enumerate(order)}


def joins_left(strands: tuple[MethodId, ...], method: MethodId) -> bool:
    """Return whether `method` joins `strands` from the left: only the outermost left lane does."""
    return len(strands) > 1 and strands[0] == method


def side_children(drawn: Lineage, grid: Layout, parent: ModelId) -> list[ModelId]:
    """Return the children that leave `parent`'s column just below it, in the order of storeys.

    Those that go left come first, the farthest highest, then those that go right: so each run
    passes over the tracks of the others before they begin.
    """
    column = grid.places[parent].column
    beside = [
        child
        for child in drawn.children[parent]
        if len(drawn.parents[child]) == 1 and grid.places[child].column != column
    ]
    return sorted(
        beside,
        key=lambda child: (
            grid.places[child].column > column,
            -abs(grid.places[child].column - column),
        ),
    )


def fork_depths(scale: Scale, drawn: Lineage, grid: Layout, parent: ModelId) -> list[float]:
    """Return how far below `parent` each of its side children takes off, px, in storey order.

    A single lane cannot braid, so its children share one run; a bundle forks in storeys.
    """
    count = max(1, len(side_children(drawn, grid, parent)))
    width = len(drawn.strands[parent])
    first = max(scale.radius + 0.5 * scale.strand, scale.name_foot + 0.7 * scale.strand)
    if width < 2:  # noqa: PLR2004 - one lane
        return [first] * count
    first += scale.pitch * (width - 1) / 2
    storey = width * scale.pitch + 0.7 * scale.strand
    return [first + number_ * storey for number_ in range(count)]
