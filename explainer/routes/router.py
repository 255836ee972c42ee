"""Which way each link takes from parent to child: straight, turning once, or beside both."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from explainer.lineage import Lineage, Link
from explainer.paths import Point, Way, way
from explainer.placement import Bend, Channel, Placement, badge_floors, bends, channel, spreads
from explainer.routes.rects import Rect
from explainer.schema import ModelId

Shape = Literal["straight", "fork", "merge", "detour", "stub", "through"]


class Route(Struct, frozen=True):
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


class _Course(Struct, frozen=True):
    """How a link runs, before the heights are known at which it turns."""

    link: Link
    shape: Shape
    track: float
    """Where it runs down, px."""
    bends: tuple[Bend, ...] = ()


def routes(
    drawn: Lineage, placed: Placement, obstacles: Mapping[ModelId, tuple[Rect, ...]]
) -> tuple[Route, ...]:
    """Return the ways of all links of `drawn`, in their order.

    Links of the readings that the grid was made for have their columns; another one takes the
    plainest way on which nothing in `obstacles` (the station and the name of each model) stands.
    """
    return _Router(drawn, placed, obstacles).routes()


class _Router:
    def __init__(
        self, drawn: Lineage, placed: Placement, obstacles: Mapping[ModelId, tuple[Rect, ...]]
    ) -> None:
        self.drawn, self.placed, self.obstacles = drawn, placed, obstacles
        self.tracks: list[Rect] = []
        """What strands take of the columns."""
        self.spread = spreads(drawn, placed.lanes, placed.scale)
        self.channels: dict[int, Channel] = {}

    def routes(self) -> tuple[Route, ...]:
        grid = self.placed.grid
        order = sorted(self.drawn.links, key=lambda link: link.id not in grid.strands)
        courses: dict[str, _Course] = {}
        for link in order:
            courses[link.id] = self._course(link)
        gaps: dict[int, list[Bend]] = {}
        for course in courses.values():
            for bend in course.bends:
                gaps.setdefault(bend.gap, []).append(bend)
        for gap, found in gaps.items():
            floors = badge_floors(self.drawn, grid, self.placed.scale, gap, found)
            self.channels[gap] = channel(self.placed.scale, self.spread, found, floors)
        return tuple(self._route(courses[link.id]) for link in self.drawn.links)

    # --- which column

    def _course(self, link: Link) -> _Course:
        if not link.parent:
            return _Course(link, "stub", self.placed.x(link.child))
        grid = self.placed.grid
        start, end = self.placed.x(link.parent), self.placed.x(link.child)
        if link.id in grid.strands:
            track = self.placed.xs[grid.strands[link.id]]
        elif self._leads_on(link):
            return _Course(link, "through", start)
        else:
            track = self._free_track(link, start, end)
        self.tracks.append(self._strip(link, track))
        above, below = grid.places[link.parent].row, grid.places[link.child].row
        columns = (self._column(start), self._column(track), self._column(end))
        found = tuple(bends(link, above, below, *columns))
        return _Course(link, _shape(start, track, end), track, found)

    def _leads_on(self, link: Link) -> bool:
        """Return whether a child in the parent's own column leads to the link's child itself."""
        places = self.placed.grid.places
        here, below = places[link.parent], places[link.child].row
        return any(
            places[model].column == here.column
            and here.row < places[model].row < below
            and link.child in self.drawn.below[model]
            for model in self.drawn.children[link.parent]
        )

    def _free_track(self, link: Link, start: float, end: float) -> float:
        plain = [end, start] if len(self.drawn.parents[link.child]) == 1 else [start, end]
        for track in plain:
            if not self._is_blocked(link, track):
                return track
        return self._beside(link, start, end)

    def _beside(self, link: Link, start: float, end: float) -> float:
        """Return a track between the columns where nothing stands, and best no strand either."""
        step = self.placed.scale.strand * 2
        middle = (start + end) / 2
        tracks = sorted(
            (step * number for number in range(int(self.placed.width / step))),
            key=lambda x: ((x - start) * (end - start) < 0, abs(x - middle)),
        )
        # In a corner, lanes run nearer to what stands inside of it than on the straight run.
        inside = self.placed.scale.strand * 0.8
        free = [track for track in tracks if not self._is_blocked(link, track, inside)]
        alone = (
            track
            for track in free
            if not any(self._strip(link, track).meets(other) for other in self.tracks)
        )
        return next(alone, free[0] if free else middle)

    def _is_blocked(self, link: Link, track: float, clear: float = 0.0) -> bool:
        strip = self._strip(link, track).grown(clear)
        return any(
            rect.meets(strip)
            for model, rects in self.obstacles.items()
            if model not in (link.parent, link.child)
            for rect in rects
        )

    def _strip(self, link: Link, track: float) -> Rect:
        """Return the room that a link takes where it runs down `track`."""
        placed, scale = self.placed, self.placed.scale
        top, bottom = placed.y(link.parent), placed.y(link.child)
        if track != placed.x(link.parent):
            top += scale.name_foot
        if track != placed.x(link.child):
            bottom -= scale.head
        spread = self.spread[link.id]
        strip = Rect(track - spread.left, min(top, bottom), track + spread.right, max(top, bottom))
        return strip.grown(scale.strand * 0.8)

    def _column(self, x: float) -> float:
        """Return where `x` is, counted in columns."""
        xs = self.placed.xs
        place = bisect(xs, x)
        if not 0 < place < len(xs):
            return 0.0 if place and x == xs[-1] and len(xs) == 1 else place - (x != xs[-1]) * 0.5
        return place - 1 + (x - xs[place - 1]) / (xs[place] - xs[place - 1])

    # --- at which height

    def _route(self, course: _Course) -> Route:
        link, placed = course.link, self.placed
        end = (placed.x(link.child), placed.y(link.child))
        if course.shape == "stub":
            return self._made(course, [(end[0], end[1] - self._stub(link)), end])
        start = (placed.x(link.parent), placed.y(link.parent))
        corners = [start]
        for bend in course.bends:
            level = self._fork_level(bend) if bend.kind == "fork" else self._merge_level(bend)
            across = course.track if bend.kind == "fork" else end[0]
            corners += [(corners[-1][0], level), (across, level)]
        return self._made(course, [*corners, end])

    def _made(self, course: _Course, corners: list[Point]) -> Route:
        storey = len(self._children(course.link))
        if course.bends and course.bends[0].kind == "fork":
            forks = self.channels[course.bends[0].gap].forks
            mine = forks[course.link.id]
            beside = (f"{course.link.parent}>{child}" for child in self._children(course.link))
            siblings = (forks[name] for name in beside if name in forks)
            storey = sum(depth < mine for depth in siblings)
        return Route(course.link, way(corners, self.placed.scale.radius), course.shape, storey)

    def _children(self, link: Link) -> tuple[ModelId, ...]:
        return self.drawn.children.get(link.parent, ())

    def _stub(self, link: Link) -> float:
        scale = self.placed.scale
        above = self.placed.grid.places[link.child].row - 1
        gap = self._gap(above)
        foot = self.channels[above].foot if above in self.channels else 0.0
        room = gap - scale.name * 1.1 - max(scale.name_foot, foot)
        return max(scale.half_height + 2 * scale.strand, min(gap * 0.62, room))

    def _gap(self, row: int) -> float:
        """Return the height of the gap below `row`; above the first row, that of the edge."""
        ys = self.placed.ys
        if row < 0:
            return ys[0]
        return ys[row + 1] - ys[row] if row + 1 < len(ys) else self.placed.height - ys[row]

    def _fork_level(self, bend: Bend) -> float:
        """Return where the child takes off; squeezed where the gap is too low for all storeys."""
        scale, levels = self.placed.scale, self.channels[bend.gap]
        top, up = self.placed.ys[bend.gap], self.spread[bend.link.id].above(bend)
        below = self._gap(bend.gap) - max(scale.head, levels.head)
        if levels.foot - scale.strand / 2 <= below:
            return top + levels.forks[bend.link.id]
        foot = scale.name_foot if scale.date else scale.half_height
        return top + max((foot + below) / 2, up + scale.strand)

    def _merge_level(self, bend: Bend) -> float:
        """Return where the parents' bundles turn toward the child's column."""
        scale, levels = self.placed.scale, self.channels[bend.gap]
        gap, highest = self._gap(bend.gap), max(levels.merges.values())
        foot = max(levels.foot, scale.name_foot) + levels.head - highest + scale.pitch / 2
        room = gap - foot
        shift = min(max(0.0, room * 0.55 - highest), room - highest)
        height = levels.merges[bend.link.child]
        return self.placed.y(bend.link.child) - max(height + shift, min(height, scale.radius))


def _shape(start: float, track: float, end: float) -> Shape:
    if track == end:
        return "straight" if track == start else "fork"
    return "merge" if track == start else "detour"
