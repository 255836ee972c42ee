"""The strands of the map: bundles along their ways, badges where methods join."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from explainer.deck import Deck
from explainer.dress import method_icon, method_ink
from explainer.emphasis import Lit
from explainer.intents import AskWhy
from explainer.lineage import Lineage
from explainer.paths import Corner, Point, Straight, Way
from explainer.picture import Box, Hit, Icon, Ink, Later, Shape, Span, TextLine, Trace
from explainer.placement import Placement
from explainer.routes import Join, Rect, Route
from explainer.schema import Language, MethodId, ModelId
from explainer.strands import DASH, Thread
from explainer.theme import number
from explainer.wording import pair

_CASING = number("canvas", "bundle_fork", "casing")
_CASING_FROM = number("canvas", "bundle_fork", "casing_from")
_CASING_TO = number("canvas", "bundle_fork", "casing_to")
_OWN_STUB = number("canvas", "bundle_fork", "own_stub_to")
_PART_CLEAR = 0.68
"""Strand widths that a dashed lane keeps from the stem that it leaves."""
_LEAVE_CLEAR = 1.05
"""The same from a solid strand."""
_STRETCH = 1600.0
"""px of the map."""
MANY = 300
"""Links; of more only those are drawn in full that are seen."""


class Looks(Struct, frozen=True):
    """How the strands of one picture are coloured."""

    deck: Deck
    lit: Lit
    lens: str
    ground: Ink

    @property
    def neutral(self) -> bool:
        """The strands step back behind the fate of an ability."""
        return self.lens.startswith("ability:")

    def stands_out(self, link_id: str, method: MethodId) -> bool:
        """Return whether the strand of `method` is lit on a link."""
        kind, _, wanted = self.lens.partition(":")
        if kind == "cause" and method != wanted:
            return False
        return link_id in self.lit.links

    def stroke(self, method: MethodId) -> Ink:
        """Return the colour of the strand of `method`."""
        return method_ink(self.deck.methods[method], "stroke")

    def texture(self, method: MethodId) -> str:
        """Return the style that gives the strand of `method` its texture."""
        return self.deck.methods[method].style


class Bundles(Struct, frozen=True):
    """Paints the links of a drawn lineage."""

    drawn: Lineage
    placed: Placement
    ways: tuple[Route, ...]
    looks: Looks
    into: Mapping[ModelId, list[Route]] = {}
    """By child; it finds that out itself."""
    out_of: Mapping[ModelId, list[Route]] = {}
    """By parent; it finds that out itself."""

    def __post_init__(self) -> None:
        into: dict[ModelId, list[Route]] = {}
        out_of: dict[ModelId, list[Route]] = {}
        for route in self.ways:
            into.setdefault(route.link.child, []).append(route)
            out_of.setdefault(route.link.parent, []).append(route)
        force_setattr(self, "into", into)
        force_setattr(self, "out_of", out_of)

    def shapes(self, *, lit: bool) -> list[Shape]:
        """Return the strands that stand out, or those that do not, from back to front.

        Where there are very many, they are worked out when they are seen.
        """
        shapes: list[Shape] = []
        vast = len(self.ways) > MANY
        for route in sorted(self.ways, key=self._depth):
            if route.shape == "through":
                continue
            methods = tuple(
                method
                for method in route.link.carried
                if self.looks.stands_out(route.link.id, method) is lit
            )
            if not vast:
                shapes.extend(self._bundle(route, methods, lit=lit))
            elif methods or route.shape == "stub":
                shapes.extend(self._stretches(route, methods, lit=lit))
        return shapes

    def _bundle(
        self,
        route: Route,
        methods: tuple[MethodId, ...],
        part: tuple[float, float] | None = None,
        *,
        lit: bool,
    ) -> tuple[Shape, ...]:
        shapes: list[Shape] = []
        begins = part is None or part[0] == 0.0
        if begins and methods and self._has_storeys(route):
            shapes.extend(self._casings(route, methods))
        for method in methods:
            thread = self._thread(route, method, lit=lit)
            shapes.extend(replace(thread, part=part).shapes() if part else thread.shapes())
        if begins and route.shape == "stub":
            shapes.extend(self._question(route, lit=lit))
        return tuple(shapes)

    def _stretches(
        self, route: Route, methods: tuple[MethodId, ...], *, lit: bool
    ) -> Iterator[Shape]:
        """Yield the bundle in stretches, none much longer than a screen."""
        count = max(1, math.ceil(route.way.length / _STRETCH))
        step = route.way.length / count
        for place in range(count):
            part = (place * step, (place + 1) * step)
            make = cache(partial(self._bundle, route, methods, part, lit=lit))
            room = self._stretch_room(route, part)
            size = (room.right - room.left, room.bottom - room.top)
            yield Later(room.left, room.top, *size, make, route.link.id)

    def _stretch_room(self, route: Route, part: tuple[float, float]) -> Rect:
        """Return the room of a stretch, its casing and the mark above a stub included."""
        way = route.way
        between = [length for length in way.begins if part[0] < length < part[1]]
        ends = [way.at(length) for length in (part[0], *between, part[1])]
        left, right = self.placed.reach(route.link.carried)
        out = max(-left, right, 0.0) + self.placed.scale.strand * (DASH + 1)
        more = self.placed.scale.name * 1.5 if route.shape == "stub" else 0.0
        return Rect(
            min(x for x, _ in ends) - out,
            min(y for _, y in ends) - out - more,
            max(x for x, _ in ends) + out,
            max(y for _, y in ends) + out,
        )

    def _depth(self, route: Route) -> tuple[int, int]:
        """Lower storeys first, the highest last: a leaving bundle lies on top."""
        row = self.placed.grid.places[route.link.child].row
        return (row, -route.storey)

    def _thread(self, route: Route, method: MethodId, *, lit: bool) -> Thread:
        scale, link = self.placed.scale, route.link
        neutral = self.looks.neutral
        coloured = lit and not neutral
        width = scale.strand * (1.0 if lit or neutral else number("strand", "dimmed"))
        stem, cuts = self._blanks(route, method, lit=lit)
        return Thread(
            route.way,
            self.placed.lanes[method] * scale.pitch,
            width,
            self.looks.stroke(method) if coloured else "edge_dimmed",
            self.looks.ground,
            self.looks.texture(method) if coloured else "",
            link.descent,
            phase=stem or width * 0.6,
            cuts=cuts,
            id=f"{link.id}:{method}",
        )

    # --- where dashed strands part

    def _blanks(
        self, route: Route, method: MethodId, *, lit: bool
    ) -> tuple[float, tuple[tuple[float, float], ...]]:
        """Return where dashes are counted from and what stays blank, px from the child."""
        if route.link.descent == "stated":
            return 0.0, ()
        cuts: list[tuple[float, float]] = []
        phase = 0.0
        others = self.into[route.link.child]
        if route.shape == "merge" and len(others) > 1:
            phase, part = self._leaving_stem(route)
            if any(method in each.link.carried for each in others if each is not route):
                cuts.append((part, phase))
            run = self._joined_run(route, others)
            if run is not None:
                farther, start, end = run
                if method in farther.link.carried and (
                    self.looks.stands_out(farther.link.id, method) is lit
                ):
                    return end, ((-1.0, end),)
                cuts.append((start, end))
        elif route.shape == "fork" and self._beside_a_solid_one(route, method):
            total = route.way.length
            off = _LEAVE_CLEAR * self.placed.scale.strand
            x = self.placed.x(route.link.parent)
            clear = _first(route.way, lambda point: abs(point[0] - x) >= off)
            cuts.append((total - clear, total + 1))
        return phase, tuple(cuts)

    def _leaving_stem(self, route: Route) -> tuple[float, float]:
        """Return how far from the child the way is clear of the stem, and where it leaves it."""
        x = self.placed.x(route.link.child)
        off = _PART_CLEAR * self.placed.scale.strand
        total, step = route.way.length, self.placed.scale.strand * 0.1
        clear = step
        while clear < total and abs(route.way.at(total - clear)[0] - x) < off:
            clear += step
        return clear, route.way.parts[-1].length

    def _joined_run(self, route: Route, others: list[Route]) -> tuple[Route, float, float] | None:
        """Return whose run a bundle joins, and the blank before it, px from the child.

        Nothing where no bundle comes from farther out.
        """
        places = self.placed.grid.places
        here, there = places[route.link.parent].column, places[route.link.child].column
        farther = [
            each
            for each in others
            if each.shape == "merge"
            and (places[each.link.parent].column - here) * (here - there) > 0
        ]
        parts = route.way.parts
        if not farther or len(parts) < 2 or not isinstance(parts[1], Corner):  # noqa: PLR2004 - run, corner
            return None
        level = route.way.at(parts[0].length + parts[1].length)[1]
        off = _LEAVE_CLEAR * self.placed.scale.strand + self.placed.scale.strand / 2
        clear = _first(route.way, lambda point: abs(point[1] - level) <= off)
        total = route.way.length
        return farther[0], total - parts[0].length - parts[1].length, total - clear

    def _beside_a_solid_one(self, route: Route, method: MethodId) -> bool:
        return any(
            each is not route and method in each.link.carried and each.link.descent == "stated"
            for each in self.out_of[route.link.parent]
        )

    # --- where bundles cross

    def _has_storeys(self, route: Route) -> bool:
        several = len(route.link.carried) > 1
        return several and route.shape == "fork" and bool(self._staying(route))

    def _staying(self, route: Route) -> list[Route]:
        """Return the routes that leave the same station lower down, or go straight on."""
        return [
            each
            for each in self.out_of[route.link.parent]
            if each is not route and (each.shape == "straight" or each.storey > route.storey)
        ]

    def _casings(self, route: Route, methods: Iterable[MethodId]) -> list[Shape]:
        """Return the gap around a leaving bundle, and the joints of strands with their own rest."""
        scale = self.placed.scale
        shapes: list[Shape] = []
        for method in methods:
            offset = self.placed.lanes[method] * scale.pitch
            x0 = route.way.at(0, offset)[0]
            start = _first(route.way, _off(x0, _CASING_FROM * scale.strand), offset)
            end = _first(route.way, _off(x0, _CASING_TO * scale.strand), offset)
            moves = route.way.moves(start, end, offset)
            shapes.append(Trace(moves, stroke=self.looks.ground, width=_CASING * scale.strand))
            joint = _first(route.way, _off(x0, _OWN_STUB * scale.strand), offset)
            foot = route.way.at(joint, offset)[1]
            for staying in self._staying(route):
                if method in staying.link.carried and staying.link.descent == "stated":
                    shapes.extend(self._joint(staying, method, foot).shapes())
        return shapes

    def _joint(self, staying: Route, method: MethodId, foot: float) -> Thread:
        lit = self.looks.stands_out(staying.link.id, method)
        thread = self._thread(staying, method, lit=lit)
        start = staying.way.at(0)
        way = Way((Straight(start, (0.0, 1.0), max(0.0, foot - start[1])),))
        return Thread(way, thread.offset, thread.width, thread.ink, thread.ground, thread.style)

    # --- bases and badges

    def _question(self, route: Route, *, lit: bool) -> list[Shape]:
        """Return the question mark above a strand whose base nobody named."""
        if not lit and route.link.id in self.looks.lit.links:
            return []
        size = self.placed.scale.name
        offsets = [self.placed.lanes[method] for method in route.link.carried] or [0]
        x, y = route.way.at(0)
        x += (min(offsets) + max(offsets)) / 2 * self.placed.scale.pitch
        span = Span("?", "mono-strong", "ink" if lit else "dimmed_text")
        return [TextLine(x, y - size * 0.25, (span,), size, "middle", id=f"{route.link.id}:base")]

    def join_shapes(self, found: Iterable[Join], *, lit: bool) -> list[Shape]:
        """Return the strands from badges to stations."""
        scale = self.placed.scale
        shapes: list[Shape] = []
        for join in found:
            method = join.derivation.method
            if self.looks.neutral or self.looks.stands_out(join.link.id, method) is not lit:
                continue
            width = scale.strand * (1.0 if lit else number("strand", "dimmed"))
            if join.again:
                start = join.way.length * 0.25
                gap = Trace(
                    join.way.moves(start, join.way.length),
                    stroke=self.looks.ground,
                    width=width * 1.5,
                )
                shapes.append(gap)
            thread = Thread(
                join.way,
                0.0,
                width,
                self.looks.stroke(method) if lit else "edge_dimmed",
                self.looks.ground,
                self.looks.texture(method) if lit else "",
                join.derivation.certainty,
                phase=width * 0.6,
                id=f"{join.link.id}:join:{method}",
            )
            shapes.extend(thread.shapes())
        return shapes

    def badges(self, found: Iterable[Join]) -> list[Shape]:
        """Return the discs that name the methods; hollow where dimmed."""
        if self.looks.neutral:
            return []
        radius = self.placed.scale.badge
        shapes: list[Shape] = []
        for join in found:
            method = join.derivation.method
            lit = self.looks.stands_out(join.link.id, method)
            ink, (x, y) = self.looks.stroke(method), join.badge
            disc = Box(
                x - radius,
                y - radius,
                radius * 2,
                radius * 2,
                radius,
                fill=ink if lit else self.looks.ground,
                stroke=ink if lit else "edge_dimmed",
                stroke_width=radius * 0.12,
                id=f"{join.link.id}:badge:{method}",
            )
            icon_ink = "on_accent" if lit else "dimmed_text"
            icon = method_icon(self.looks.deck.methods[method])
            size = radius * number("badge", "icon")
            shapes += [disc, Icon(icon, x, y, size, icon_ink, 2.2)]
        return shapes

    def strand_hits(self, language: Language) -> tuple[Hit, ...]:
        """Return where each bundle answers how its derivation is known, along every run."""
        deck = self.looks.deck
        hits: list[Hit] = []
        for route in self.ways:
            told = next((each for each in route.link.derivations if each.claims), None)
            if told is None or route.shape == "through":
                continue
            base = deck.models[told.parent].name if told.parent else "?"
            name = pair(deck.models[told.child].name, base, language)
            for run in route.runs:
                room = self._zone(run, route.link.carried)
                size = (room.right - room.left, room.bottom - room.top)
                hits.append(Hit(room.left, room.top, *size, AskWhy(told.id), name, id=told.id))
        return tuple(hits)

    def _zone(self, run: tuple[Point, Point], carried: tuple[MethodId, ...]) -> Rect:
        """Return the room of a bundle along a straight run, wide enough for a finger."""
        (x1, y1), (x2, y2) = run
        least = number("node", "hit_small_px") / 2
        left, right = self.placed.reach(carried)
        room = Rect(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        if x1 == x2:
            return Rect(x1 + min(left, -least), room.top, x1 + max(right, least), room.bottom)
        out = max(-left, right, least)
        return room.grown(self.placed.scale.radius / 2, out)

    def badge_hits(self, found: Iterable[Join], language: Language) -> tuple[Hit, ...]:
        """Return where each disc answers why its method is said to come in there."""
        if self.looks.neutral:
            return ()
        half = max(self.placed.scale.badge, number("node", "hit_min_px") / 2)
        deck = self.looks.deck
        return tuple(
            Hit(
                join.badge[0] - half,
                join.badge[1] - half,
                2 * half,
                2 * half,
                AskWhy(join.derivation.id),
                pair(
                    deck.models[join.derivation.child].name,
                    deck.methods[join.derivation.method].name.of(language),
                    language,
                ),
                id=join.derivation.id,
                radius=half,
            )
            for join in found
            if join.derivation.claims
        )


def _off(x: float, distance: float) -> Callable[[tuple[float, float]], bool]:
    return lambda point: abs(point[0] - x) >= distance


def _first(way: Way, holds: Callable[[tuple[float, float]], bool], offset: float = 0.0) -> float:
    """Return the first length at which `holds` is true of the lane; the whole length if never."""
    steps = 400
    for step in range(steps + 1):
        length = way.length * step / steps
        if holds(way.at(length, offset)):
            return length
    return way.length
