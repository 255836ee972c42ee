"""Where methods come in: badges, and the ways from them into their lanes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from explainer.lineage import Lineage, Link
from explainer.paths import Point, Way, way
from explainer.placement import Placement, Spread, joining, joins_left, spreads
from explainer.routes.rects import Rect
from explainer.routes.rooms import Rooms
from explainer.routes.router import Route
from explainer.schema import Derivation, MethodId, ModelId
from explainer.theme import number


class Join(Struct, frozen=True):
    """Where a method comes in: a badge, and the way from it into the child's lane."""

    derivation: Derivation
    link: Link
    badge: Point
    way: Way
    left: bool
    """The badge stands left of the station."""
    again: bool
    """The lane is there already: the method is applied a second time."""

    @property
    def key(self) -> tuple[ModelId, MethodId]:
        """What comes in where: it does so once."""
        return self.link.child, self.derivation.method


def joins(
    drawn: Lineage,
    placed: Placement,
    ways: tuple[Route, ...],
    obstacles: Mapping[ModelId, tuple[Rect, ...]],
) -> tuple[Join, ...]:
    """Return where methods come in; several of one child stand one above the other.

    A badge keeps clear of the strands of `ways` and of `obstacles`, the station and the name of
    each model. A method that comes in a second time where there is no room for a badge is told by
    its strand alone.
    """
    maker = _Maker(drawn, placed, ways, obstacles)
    found = maker.joins(frozenset())
    facing = _facing(found, 2 * placed.scale.badge + placed.scale.strand)
    return maker.joins(facing) if facing else found


def _facing(found: Sequence[Join], distance: float) -> frozenset[tuple[ModelId, MethodId]]:
    """Return which badges are nearer to another than `distance` px."""
    rooms = Rooms(Rect(x, y, x, y).grown(distance / 2, distance / 2) for x, y in map(_badge, found))
    return frozenset(
        join.key for place, join in enumerate(found) if len(rooms.near(rooms[place])) > 1
    )


def _badge(join: Join) -> Point:
    return join.badge


class _Maker:
    """Finds a place for each badge."""

    def __init__(
        self,
        drawn: Lineage,
        placed: Placement,
        ways: tuple[Route, ...],
        obstacles: Mapping[ModelId, tuple[Rect, ...]],
    ) -> None:
        self.drawn, self.placed, self.ways = drawn, placed, ways
        self.joining = joining(drawn)
        self.obstacles = Rooms(rect for rects in obstacles.values() for rect in rects)
        spread = spreads(drawn, placed.lanes, placed.scale)
        self.upright, self.level = _Strips(), _Strips()
        for route in ways:
            if route.shape == "through":
                continue
            for start, end in route.runs:
                rect = _room(start, end, spread[route.link.id])
                strips = self.upright if start[0] == end[0] else self.level
                strips.add(route, rect.grown(placed.scale.strand / 2, placed.scale.strand / 2))

    def joins(self, close: frozenset[tuple[ModelId, MethodId]]) -> tuple[Join, ...]:
        """Return all joins; the badges of those in `close` stand near to their lanes."""
        found: dict[tuple[ModelId, MethodId], Join] = {}
        at: dict[ModelId, list[Join]] = {}
        for route in self.ways:
            child = route.link.child
            for join in route.link.joins:
                key = (child, join.method)
                if key in found:
                    continue
                mine = at.setdefault(child, [])
                made = self._join(route, join, mine, close=key in close)
                if not (made.again and self._is_run_over(made)):
                    found[key] = made
                    mine.append(made)
        return tuple(found.values())

    def _join(self, route: Route, join: Derivation, mine: Sequence[Join], *, close: bool) -> Join:
        """Return where the method of `join` comes in, above the badges in `mine`."""
        placed, scale, child = self.placed, self.placed.scale, route.link.child
        left = joins_left(self.drawn.strands[child], join.method)
        lane = placed.x(child) + placed.lanes[join.method] * scale.pitch
        toward = -1 if left else 1
        outer = max(
            toward * placed.lanes[method] * scale.pitch for method in self.drawn.strands[child]
        )
        near = placed.x(child) + toward * (outer + scale.badge + 1.4 * scale.strand)
        far = lane + toward * number("strand", "join_distance") * scale.strand
        stack = [each.badge[1] for each in mine if each.left == left]
        x = max(far, near, key=lambda each: toward * each)
        y = self._height(route, lane, x, stack)
        if close or self._is_crowded(child, x, y, lane):
            level = self._height(route, lane, near, stack)
            if not self._is_crowded(child, near, level, lane):
                x, y = near, level
        radius = scale.strand * number("strand", "join_radius")
        corners = [(x, y), (lane, y), (lane, placed.y(child))]
        again = join.method in route.link.carried
        return Join(join, route.link, (x, y), way(corners, radius), left, again)

    def _height(self, route: Route, lane: float, x: float, stack: Sequence[float]) -> float:
        """Return how high a badge at `x` stands above a child, and above those in `stack`."""
        placed, scale, child = self.placed, self.placed.scale, route.link.child
        row = placed.grid.places[child].row
        bottom, top = placed.y(child), placed.ys[row - 1] if row else 0.0
        middle = (top + bottom) / 2
        beside = Rect(min(lane, x - scale.badge), top, max(lane, x + scale.badge), bottom)
        names = [self.obstacles[place] for place in self.obstacles.near(beside)]
        heads = [rect.top for rect in names if rect.top > middle]
        feet = [rect.bottom for rect in names if rect.bottom < middle]
        level = (*self.level.of(route), *(rect for _, rect in self.level.near(beside)))
        runs = [rect.bottom for rect in level if top < rect.bottom < bottom]
        highest = max((top + scale.name * 0.6, *feet, *runs)) + scale.badge + 0.4 * scale.strand
        lowest = min((bottom - scale.half_height, *heads)) - scale.badge - 0.3 * scale.strand
        # A name may be selected: its ground leaves air under the badge if there is room.
        over_ground = bottom - scale.pill - scale.badge - 0.35 * scale.strand
        lowest = min(lowest, max(over_ground, highest))
        if stack:
            return min(lowest, min(stack) - 2 * scale.badge - scale.strand)
        alone = len(self.joining[child]) == 1
        return lowest - max(0.0, lowest - highest) * (0.4 if alone else 0.0)

    def _is_crowded(self, child: ModelId, x: float, y: float, lane: float) -> bool:
        """Return whether a strand of another model runs down where a badge and its strand would."""
        badge = self.placed.scale.badge
        reach = Rect(min(lane, x), y - 1, max(lane, x), y + 1).grown(badge, badge)
        return any(route.link.child != child for route, _ in self.upright.near(reach))

    def _is_run_over(self, join: Join) -> bool:
        """Return whether a bundle to another model runs over the badge."""
        (x, y), radius = join.badge, self.placed.scale.badge
        disc = Rect(x - radius, y - radius, x + radius, y + radius)
        return any(
            route.link.child != join.link.child
            for strips in (self.upright, self.level)
            for route, _ in strips.near(disc)
        )


class _Strips:
    """The straight runs of bundles, found by place and by route."""

    def __init__(self) -> None:
        self._rooms = Rooms()
        self._routes: list[Route] = []
        self._own: dict[str, list[Rect]] = {}

    def add(self, route: Route, rect: Rect) -> None:
        self._rooms.append(rect)
        self._routes.append(route)
        self._own.setdefault(route.link.id, []).append(rect)

    def of(self, route: Route) -> list[Rect]:
        return self._own.get(route.link.id, [])

    def near(self, rect: Rect) -> list[tuple[Route, Rect]]:
        return [(self._routes[place], self._rooms[place]) for place in self._rooms.near(rect)]


def _room(start: Point, end: Point, spread: Spread) -> Rect:
    """Return what the lanes of a bundle take along a straight run."""
    (x1, y1), (x2, y2) = start, end
    if x1 == x2:
        return Rect(x1 - spread.left, min(y1, y2), x1 + spread.right, max(y1, y2))
    above, below = (spread.right, spread.left) if x2 > x1 else (spread.left, spread.right)
    return Rect(min(x1, x2), y1 - above, max(x1, x2), y1 + below)
