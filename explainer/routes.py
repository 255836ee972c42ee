"""The ways of strands between stations: which turn each link takes, where methods join."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from explainer.lineage import Lineage, Link
from explainer.paths import Point, Way, way
from explainer.placement import Placement, fork_depths, joins_left, side_children
from explainer.schema import Derivation, ModelId
from explainer.theme import number

Shape = Literal["straight", "fork", "merge", "detour", "stub", "through"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A part of the map that strands keep clear of, px."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, across: float, down: float = 0.0) -> Rect:
        """Return the rectangle with more room at its sides."""
        return Rect(self.left - across, self.top - down, self.right + across, self.bottom + down)

    def holds(self, other: Rect) -> bool:
        """Return whether `other` lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def meets(self, other: Rect) -> bool:
        """Return whether both have a part in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one link, from parent to child along the centre line."""

    link: Link
    way: Way
    shape: Shape
    storey: int
    """Among the children that leave its parent in storeys: 0 is the highest."""

    @property
    def runs(self) -> tuple[tuple[Point, Point], ...]:
        """The straight runs, start and end."""
        return tuple(
            (part.at(0, 0), part.at(part.length, 0))
            for part in self.way.parts
            if hasattr(part, "along")
        )


@dataclass(frozen=True, slots=True)
class Join:
    """Where a method comes in: a badge, and the way from it into the child's lane."""

    derivation: Derivation
    link: Link
    badge: Point
    way: Way
    left: bool
    """The badge stands left of the station."""
    again: bool
    """The lane is there already: the method is applied a second time."""


def routes(
    drawn: Lineage, placed: Placement, obstacles: Mapping[ModelId, tuple[Rect, ...]]
) -> tuple[Route, ...]:
    """Return the ways of all links of `drawn`; nothing in `obstacles` is crossed where avoidable.

    `obstacles` are the station and the name of each model.
    """
    return tuple(_Router(drawn, placed, obstacles).route(link) for link in drawn.links)


class _Router:
    """Tries the plain turns first, then looks for a free track beside them."""

    def __init__(
        self, drawn: Lineage, placed: Placement, obstacles: Mapping[ModelId, tuple[Rect, ...]]
    ) -> None:
        self.drawn, self.placed, self.obstacles = drawn, placed, obstacles

    def route(self, link: Link) -> Route:
        if not link.parent:
            return self._stub(link)
        placed = self.placed
        start = (placed.x(link.parent), placed.y(link.parent))
        end = (placed.x(link.child), placed.y(link.child))
        if start[0] == end[0]:
            if self._is_free(link, start[0], start[1], end[1]):
                return self._made(link, "straight", [start, end])
            if self._runs_through(link):
                return self._made(link, "through", [start, end])
        else:
            fork, merge = self._fork_level(link), self._merge_level(link)
            turns: list[tuple[Shape, float]] = [("fork", fork), ("merge", merge)]
            if len(self.drawn.parents[link.child]) > 1:
                turns.reverse()
            for shape, level in turns:
                upright = end[0] if shape == "fork" else start[0]
                top, bottom = (level, end[1]) if shape == "fork" else (start[1], level)
                corners = [start, (start[0], level), (end[0], level), end]
                if self._is_free(link, upright, top, bottom):
                    return self._made(link, shape, corners)
                if shape == "merge" and self._runs_through(link):
                    return self._made(link, "through", corners)
        return self._detour(link, start, end)

    def _made(self, link: Link, shape: Shape, corners: list[Point]) -> Route:
        storeys = side_children(self.drawn, self.placed.grid, link.parent) if link.parent else []
        storey = storeys.index(link.child) if link.child in storeys else len(storeys)
        return Route(link, way(corners, self.placed.scale.radius), shape, storey)

    def _detour(self, link: Link, start: Point, end: Point) -> Route:
        """Go down a track between the columns where nothing stands."""
        scale = self.placed.scale
        leave = self._fork_level(link)
        arrive = self._merge_level(link)
        middle = (start[0] + end[0]) / 2
        tracks = sorted(
            (scale.strand * 2 * step for step in range(int(self.placed.width / scale.strand / 2))),
            key=lambda x: ((x - start[0]) * (end[0] - start[0]) < 0, abs(x - middle)),
        )
        free = (x for x in tracks if self._is_free(link, x, leave, arrive))
        track = next(free, middle)
        corners = [start, (start[0], leave), (track, leave), (track, arrive), (end[0], arrive), end]
        return self._made(link, "detour", corners)

    def _stub(self, link: Link) -> Route:
        x, y = self.placed.x(link.child), self.placed.y(link.child)
        return self._made(link, "stub", [(x, y - self._room_above(link.child) * 0.62), (x, y)])

    def _room_above(self, model: ModelId) -> float:
        """Return how far a station is below the row above it, px."""
        row = self.placed.grid.places[model].row
        above = self.placed.ys[row - 1] if row else 0.0
        return self.placed.ys[row] - above

    def _fork_level(self, link: Link) -> float:
        """Return where the child takes off; squeezed where the gap is too low for all storeys."""
        placed, scale = self.placed, self.placed.scale
        top = placed.y(link.parent)
        storeys = side_children(self.drawn, placed.grid, link.parent)
        depths = fork_depths(scale, self.drawn, placed.grid, link.parent)
        depth = depths[storeys.index(link.child)] if link.child in storeys else depths[0]
        row = placed.grid.places[link.parent].row
        below = placed.ys[row + 1] - self._head(row + 1)
        bundle = (len(link.carried) - 1) * scale.pitch / 2
        if top + depths[-1] + bundle <= below:
            return top + depth
        foot = top + (scale.name_foot if scale.date else scale.half_height)
        return max((foot + below) / 2, top + bundle + scale.strand)

    def _head(self, row: int) -> float:
        """Return how far names and stations of a row reach up, px."""
        scale = self.placed.scale
        return max(scale.half_height, scale.name * 0.48) if row < len(self.placed.ys) else 0.0

    def _merge_level(self, link: Link) -> float:
        """Return where the parents' bundles turn toward the child's column."""
        placed, scale = self.placed, self.placed.scale
        bottom = placed.y(link.child)
        gap = self._room_above(link.child)
        foot = scale.name_foot + scale.strand * 0.5 + len(link.carried) * scale.pitch / 2
        wanted = max(scale.radius * 1.1 + scale.half_height, (gap - foot) * 0.55)
        return bottom - min(wanted, max(gap - foot, scale.radius))

    def _is_free(self, link: Link, x: float, top: float, bottom: float) -> bool:
        scale = self.placed.scale
        offsets = [self.placed.lanes[method] * scale.pitch for method in link.carried] or [0.0]
        track = Rect(x + min(offsets), top, x + max(offsets), bottom).grown(scale.strand * 0.8)
        return not any(
            rect.meets(track)
            for model, rects in self.obstacles.items()
            if model not in (link.parent, link.child)
            for rect in rects
        )

    def _runs_through(self, link: Link) -> bool:
        """Return whether a station between leads from parent to child itself, in one column."""
        column = self.placed.grid.places[link.parent].column
        between = (
            model
            for model in self.drawn.children[link.parent]
            if self.placed.grid.places[model].column == column and model != link.child
        )
        return any(link.child in self.drawn.below[model] for model in between)


def joins(drawn: Lineage, placed: Placement, ways: tuple[Route, ...]) -> tuple[Join, ...]:
    """Return where methods come in; several of one child stand one above the other."""
    found: list[Join] = []
    for route in ways:
        for join in route.link.joins:
            if any(each.derivation.method == join.method for each in _of(found, route.link.child)):
                continue
            above = len(_of(found, route.link.child))
            made = _join(drawn, placed, ways, route, join, above)
            if not (made.again and _is_run_over(placed, ways, made)):
                found.append(made)
    return tuple(found)


def _is_run_over(placed: Placement, ways: tuple[Route, ...], join: Join) -> bool:
    """Return whether a bundle to another model runs over the badge.

    A method that comes in a second time is then told by its strand alone.
    """
    (x, y), radius = join.badge, placed.scale.badge
    disc = Rect(x - radius, y - radius, x + radius, y + radius)
    return any(
        strip.meets(disc)
        for other in ways
        if other.link.child != join.link.child and other.shape != "through"
        for strip in (*_strips(placed, other), *_level_strips(placed, other))
    )


def _level_strips(placed: Placement, route: Route) -> list[Rect]:
    """Return the level runs of a route with the room its lanes take."""
    half = ((len(route.link.carried) - 1) * placed.scale.pitch + placed.scale.strand) / 2
    return [
        Rect(min(start[0], end[0]), start[1] - half, max(start[0], end[0]), start[1] + half)
        for start, end in route.runs
        if start[1] == end[1]
    ]


def _of(joins: Iterable[Join], child: ModelId) -> list[Join]:
    return [join for join in joins if join.link.child == child]


def _join(  # noqa: PLR0913 - the map around one badge
    drawn: Lineage,
    placed: Placement,
    ways: tuple[Route, ...],
    route: Route,
    join: Derivation,
    above: int,
) -> Join:
    scale, child = placed.scale, route.link.child
    left = joins_left(drawn.strands[child], join.method)
    lane = placed.x(child) + placed.lanes[join.method] * scale.pitch
    y = _badge_level(placed, route, left) - above * (2 * scale.badge + scale.strand)
    toward = -1 if left else 1
    far = number("strand", "join_distance") * scale.strand
    near = scale.badge + 1.4 * scale.strand
    reach = Rect(min(lane, lane + toward * far), y - 1, max(lane, lane + toward * far), y + 1)
    crowded = any(
        strip.meets(reach.grown(scale.badge))
        for other in ways
        if other.link.child != child and other.shape != "through"
        for strip in _strips(placed, other)
    )
    badge = (lane + toward * (near if crowded else far), y)
    radius = scale.strand * number("strand", "join_radius")
    corners = [badge, (lane, y), (lane, placed.y(child))]
    again = join.method in route.link.carried
    return Join(join, route.link, badge, way(corners, radius), left, again)


def _badge_level(placed: Placement, route: Route, left: bool) -> float:  # noqa: FBT001 - a side
    """Return how high the badge stands: in the gap above the child, clear of run and names."""
    scale, child = placed.scale, route.link.child
    place = placed.grid.places[child]
    bottom = placed.y(child)
    top = placed.ys[place.row - 1] if place.row else 0.0
    highest = top + scale.name * 0.6
    levels = [start[1] for start, end in route.runs if start[1] == end[1]]
    if levels and max(levels) > top:
        highest = max(levels) + len(route.link.carried) * scale.pitch / 2
    elif route.shape == "straight":
        highest = top + scale.name_foot if place.side == ("left" if left else "right") else highest
    highest += scale.badge + 0.4 * scale.strand
    clear = scale.name * 0.55 if place.side == ("left" if left else "right") else scale.half_height
    lowest = bottom - clear - scale.badge - 0.3 * scale.strand
    return lowest - max(0.0, lowest - highest) * 0.4


def _strips(placed: Placement, route: Route) -> list[Rect]:
    """Return the upright runs of a route with the room its lanes take."""
    offsets = [placed.lanes[method] * placed.scale.pitch for method in route.link.carried] or [0.0]
    return [
        Rect(start[0] + min(offsets), start[1], start[0] + max(offsets), end[1]).grown(
            placed.scale.strand * 0.8
        )
        for start, end in route.runs
        if start[0] == end[0]
    ]
