"""Words beside badges and stations: each takes the first of its places that is free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, product
from math import inf

from msgspec import Struct, field
from msgspec.structs import replace

from explainer.canvas.bundles import Looks
from explainer.canvas.owners import FAR, Owner, Owners
from explainer.canvas.stations import Stations
from explainer.canvas.strips import along, strip, turns
from explainer.dress import method_ink
from explainer.lines import ELLIPSIS, balanced, shortened
from explainer.picture import Anchor, Face, Ink, Shape, Span, TextLine, line_width
from explainer.placement import Placement
from explainer.routes import Join, Rect, Rooms, Route
from explainer.schema import ModelId

_RAISED = 0.25
"""em."""
_SMALLER = 0.78
"""Of their size, in a window: words for which there is no room otherwise."""
_NEAR = 4.0
"""How far from a name the edge of the map is still beside it, em."""
_CLEAR = (0.4, 0.2)
"""Room beside words at stations, em: as it should be, and as little as it may be."""
_BESIDE = 0.3
"""Room beside the words of a method, em."""
_DEEP = 0.07
"""How far letters reach below the room of callouts, em."""
_UP = 0.08
"""How much higher a callout may stand to clear a badge, em."""
_SHARES = (1.0, 0.8, 0.6, 0.45, 0.3, 0.2)
"""Of the room up to the edge of the map, tried for words that have no room."""
_TAIL_GAP, _BELOW = 0.45, 1.3
"""Before a tail beside its words, and from their baseline down to one below them, em."""
_ABOVE = 0.35
"""How far above the map of a slide words may stand, em."""
_NUDGE = 0.12
"""How far words are moved that meet something else by a hair, em."""
_TOUCH = 0.1
"""How far words may lie on the room of others where all of them has no place, em squared."""
_LEAST = 3.0
"""Width that words have at least, em."""
_SHORT = 4.4
"""Words that are not longer keep to one line if there is any room, em."""


class Place(Struct, frozen=True):
    """Where a text may stand: the anchor of its first line."""

    x: float
    y: float
    """The middle of the block's height."""
    anchor: Anchor
    lines: tuple[tuple[Span, ...], ...]
    size: float
    leading: float = 1.14
    """From line to line, em."""
    tail: Span | None = None
    """Follows the last line, in the size of a label."""
    below: bool = False
    """The tail has a line of its own."""


class Labels(Struct):
    """Places the words of one map one after the other, so that none meets another."""

    placed: Placement
    stations: Stations
    looks: Looks
    taken: Rooms = field(default_factory=Rooms)
    hoped: Sequence[Rect] = ()
    """Room for the words beside badges; callouts that find no other place may stand there."""
    strands: Rooms = field(default_factory=Rooms)
    owners: Owners | None = None

    def reserve(self, ways: Iterable[Route], found: Iterable[Join], selected: ModelId) -> None:
        """Take the room of stations, names, strands and badges."""
        scale = self.placed.scale
        if selected:
            ground = self.stations.pill(selected).grown(0, scale.label * 0.1)
            self.taken += (ground, self.stations.ring(selected))
        for rects in self.stations.obstacles().values():
            self.taken.extend(rects)
        for route in ways:
            if route.shape == "through":
                continue
            offsets = [self.placed.lanes[m] * scale.pitch for m in route.link.carried] or [0.0]
            self.strands.extend(
                strip(run, min(offsets), max(offsets), scale.strand) for run in route.runs
            )
            self.strands.extend(turns(route.way, min(offsets), max(offsets), scale.strand))
        self.taken.extend(self.strands)
        for join in found:
            (x, y), r = join.badge, scale.badge
            self.taken.append(Rect(x - r, y - r, x + r, y + r))
            self.taken.extend(along(join.way, (0.0, join.way.length), (0.0,), scale.strand))

    def method_labels(self, found: Iterable[Join]) -> list[Shape]:
        """Return the words beside badges: in full, on two lines, or short; else the key tells."""
        shapes: list[Shape] = []
        if self.looks.neutral:
            return shapes
        for join in found:
            place = self._label_place(join)
            if place is not None:
                self.taken.append(self._rect(place))
                shapes.extend(self.lines(place, f"{join.link.id}:label:{join.derivation.method}"))
        return shapes

    def wished(self, found: Iterable[Join]) -> list[Rect]:
        """Return the room that the words beside badges would take if nothing else were there."""
        if self.looks.neutral:
            return []
        places = (self._label_place(join) for join in found)
        return [self._rect(place) for place in places if place is not None]

    def _label_place(self, join: Join) -> Place | None:
        places = [it for it in self._label_places(join) if len(it.lines) <= 2]  # noqa: PLR2004 - lines
        clear = self.placed.scale.label * _BESIDE
        for place in places:
            room = self._rect(place)
            if self._is_free(room) and not self.taken.meets(room.grown(clear, 0.0)):
                return place
        return None

    def _label_places(self, join: Join) -> list[Place]:
        scale = self.placed.scale
        method = self.looks.deck.methods[join.derivation.method]
        lit = self.looks.stands_out(join.link.id, method.id)
        face: Face = "strong" if lit else "text"
        ink: Ink = method_ink(method, "text") if lit else "dimmed_text"
        language = self.stations.language
        label = (join.derivation.label or method.name).of(language)
        full = (Span(label, face, ink),)
        short = (Span(method.short.of(language), face, ink),)
        ruler = self.stations.ruler
        wide = line_width(ruler, full, scale.label)
        two = balanced(ruler, full, scale.label, wide * 0.72, 2)
        x = join.badge[0] + (-1 if join.left else 1) * (scale.badge + scale.label * 0.45)
        anchor: Anchor = "end" if join.left else "start"
        # A little higher they clear the ground of a selected name.
        raised = join.badge[1] - scale.label * _RAISED
        return [
            Place(x, y, anchor, lines, scale.label, 1.1)
            for lines in ((full,), two, (short,))
            for y in (join.badge[1], raised)
        ]

    def callouts(
        self,
        words: Mapping[ModelId, tuple[Span, ...]],
        selected: ModelId,
        tails: Mapping[ModelId, Span] | None = None,
    ) -> list[Shape]:
        """Return a few words at stations, on the inner side where there is room.

        `tails` follow the words in the size of a label.
        """
        shapes: list[Shape] = []
        self.owners = self._owners(selected, FAR if tails is None else inf)
        tails = tails or {}
        order = sorted(words, key=lambda model: (self.placed.y(model), self.placed.x(model)))
        for model in order:
            tail = tails.get(model)
            place = self._callout_place(model, words[model], tail, selected=model == selected)
            if place is None:
                continue
            self.taken.append(self._rect(place))
            shapes.extend(self.lines(place, f"{model}:callout"))
        return shapes

    def _owners(self, selected: ModelId, far: float) -> Owners:
        at = self.stations
        return Owners(
            {
                model: Owner(
                    self.placed.y(model),
                    (at.capsule(model), at.pill(model) if model == selected else at.name(model)),
                )
                for model in at.drawn.parents
            },
            far=far,
        )

    def _is_own(self, model: ModelId, place: Place) -> bool:
        """Return whether words at a place are read as those of `model`."""
        rect = self._rect(place)
        return self.owners is None or not self.owners.are_astray(rect, model, self.strands.meets)

    def _callout_place(
        self, model: ModelId, spans: tuple[Span, ...], tail: Span | None, *, selected: bool
    ) -> Place | None:
        """Return the first free place, if need be a method's or for smaller words; None without."""
        scale = self.placed.scale
        full, small = scale.callout, max(scale.callout * _SMALLER, scale.label)
        # A window has little room, and smaller letters are read there.
        sizes = (full, full * _SMALLER) if scale.date else (full,)
        for size in sizes:
            place = self._roomy_place(model, spans, tail, size, selected=selected)
            if place is not None:
                return place
        tried = dict.fromkeys((sizes[-1], small, scale.label))
        # What has a tail is one word and stays whole; rather the tail is left out.
        ways = [(it, False) for it in dict.fromkeys((tail, None))]
        for its_tail, shorter in ways if tail is not None else [*ways, (None, True)]:
            for size in tried:
                places = self._callout_places(model, spans, its_tail, size, selected=selected)
                whole = tail is not None
                place = self._tight_place(
                    model, places, spans, its_tail, most=1 if whole else 3, shorter=shorter
                )
                if place is not None:
                    return place
        return None

    def _roomy_place(
        self,
        model: ModelId,
        spans: tuple[Span, ...],
        tail: Span | None,
        size: float,
        *,
        selected: bool,
    ) -> Place | None:
        places = self._callout_places(model, spans, tail, size, selected=selected)
        short = line_width(self.stations.ruler, spans, size) < size * _SHORT
        for methods, most, clear in product((self.hoped, ()), (1, 2) if short else (2,), _CLEAR):
            for place in places:
                if len(place.lines) > most:
                    continue
                it = self._rect(place)
                room = Rect(it.left, it.top, it.right, it.bottom + size * _DEEP)
                if self._is_free(room, methods, size * clear) and self._is_own(model, place):
                    return place
        return None

    def _tight_place(  # noqa: PLR0913 - whose words, and what may become of them
        self,
        model: ModelId,
        places: Sequence[Place],
        spans: tuple[Span, ...],
        tail: Span | None,
        *,
        most: int,
        shorter: bool,
    ) -> Place | None:
        """Return a place for words that have no room: narrower, or a little on others.

        They have as many lines as `most`. Where they may be `shorter`, what says most comes first.
        """
        places = [it for it in places if len(it.lines) <= most]
        # One line is as wide as it is: nothing of it is narrower.
        said, letters = (
            self._narrow_places(self.placed.y(model), places, spans) if most > 1 else ([], 0)
        )
        narrow = [it for count, it in said if count >= letters and len(it.lines) <= most]
        if tail is not None:
            narrow = [replace(it, tail=tail, below=True) for it in (*places, *narrow)]
        narrow = [*chain.from_iterable(map(_nudged, places)), *narrow]
        clear = places[0].size * _CLEAR[1]
        short = [place for count, place in said if count < letters]
        for place in short if shorter else narrow:
            if self._is_free(self._rect(place), (), clear) and self._is_own(model, place):
                return place
        near = () if shorter else (it for it in (*places, *narrow) if self._is_own(model, it))
        own = [it for it in near if self._touches(it)]
        return min(own, key=lambda each: self._overlap(self._rect(each)), default=None)

    def _touches(self, place: Place) -> bool:
        """Return whether words at a place lie on others by no more than their air."""
        return self._overlap(self._rect(place)) < place.size**2 * _TOUCH

    def _narrow_places(
        self, level: float | None, places: Sequence[Place], spans: tuple[Span, ...]
    ) -> tuple[list[tuple[int, Place]], int]:
        """Return narrower places with the letters that they show, the most first; and all letters.

        What there is no room for ends in an ellipsis. Lines above a `level` grow upward, those
        below it downward.
        """
        ruler, whole = self.stations.ruler, sum(len(span.text) for span in spans)
        found: list[tuple[int, Place]] = []
        stands = {(it.x, it.y, it.anchor): it for it in places if len(it.lines) == 1}
        for place in stands.values():
            away = 0.0 if level is None else place.y - level
            side = 0.0 if abs(away) < place.size * _UP * 2 else 1.0 if away > 0 else -1.0
            right = self.placed.width - place.x
            room = right if place.anchor == "start" else place.x - self._left_edge
            for most, share in product((3, 2, 1), _SHARES):
                if room * share < place.size * _LEAST:
                    continue
                lines = shortened(ruler, spans, place.size, room * share, most)
                text = "".join(span.text for line in lines for span in line)
                # Spaces at the ends of lines are left out, and are no loss.
                cut = text.endswith(ELLIPSIS)
                count = min(len(text), whole - 1) if cut else whole
                y = place.y + side * place.size * place.leading * (len(lines) - 1) / 2
                found.append((count, replace(place, y=y, lines=lines, tail=None)))
        found.sort(key=lambda it: -it[0])
        return found, whole

    def _callout_places(
        self,
        model: ModelId,
        spans: tuple[Span, ...],
        tail: Span | None,
        size: float,
        *,
        selected: bool,
    ) -> list[Place]:
        scale = self.placed.scale
        y = self.placed.y(model)
        capsule, name = self.stations.room(model), self.stations.name(model)
        left = self.placed.grid.places[model].side == "left"
        gap = scale.strand * (2.0 if selected else 1.6)
        inner = capsule.right + gap if left else capsule.left - gap
        inward: Anchor = "start" if left else "end"
        outward: Anchor = "end" if left else "start"
        under = self.stations.name_anchor(model, selected=selected)
        ground = self.stations.pill(model) if selected else name
        beyond = ground.left - size * 0.6 if left else ground.right + size * 0.6
        one = (spans,)
        ruler = self.stations.ruler
        two = balanced(ruler, spans, size, line_width(ruler, spans, size) * 0.68, 2)
        foot = name.bottom + scale.name * (0.24 if selected else 0.12)
        head = name.top - scale.name * (0.24 if selected else 0.12)
        head -= size * (0.18 if tail is not None else _DEEP)
        half_one, half_two = size * 0.57, size * 1.14
        places = [
            Place(inner, y, inward, one, size),
            Place(inner, y - size * _UP, inward, one, size),
            Place(inner, y, inward, two, size),
            Place(under, foot + half_one, outward, one, size),
            Place(under, head - half_one, outward, one, size),
            Place(beyond, y, outward, one, size),
            Place(inner, y - half_one - scale.half_height, inward, one, size),
            Place(inner, y + half_one + scale.half_height, inward, one, size),
            Place(under, foot + half_two, outward, two, size),
            Place(under, head - half_two, outward, two, size),
            Place(beyond, y, outward, two, size),
            Place(beyond, y - half_one, outward, two, size),
        ]
        # Beyond the outer end of a name, and at the edge of the map if that is near.
        outer, edge = (ground.left, self._left_edge) if left else (ground.right, self.placed.width)
        for x in (outer, edge) if abs(edge - outer) < size * _NEAR else (outer,):
            places += [
                Place(x, head - half_one, inward, one, size),
                Place(x, foot + half_one, inward, one, size),
            ]
        # What has a tail is one word.
        most = 2 if tail is None else 1
        kept = [place for place in places if len(place.lines) <= most]
        return [replace(place, tail=tail) for place in kept]

    def _rect(self, place: Place) -> Rect:
        ruler = self.stations.ruler
        width = max(line_width(ruler, line, place.size) for line in place.lines)
        height = place.size * (0.98 + place.leading * (len(place.lines) - 1))
        top, tail = place.y - height / 2, self._tail_width(place)
        if place.below and tail:
            width = max(width, tail)
            height += self.placed.scale.label * _BELOW
        else:
            width += tail
        left = place.x - width if place.anchor == "end" else place.x
        return Rect(left, top, left + width, top + height)

    def _is_free(self, rect: Rect, methods: Sequence[Rect] = (), clear: float = 0.0) -> bool:
        box = Rect(self._left_edge, self._head, self.placed.width, self._foot)
        room = rect.grown(clear, clear * 0.3)
        free = box.holds(rect) and not self.taken.meets(room)
        return free and not any(room.meets(other) for other in methods)

    @property
    def _head(self) -> float:
        # Above a slide's map there is air too, below the headline.
        scale = self.placed.scale
        return -scale.edge if scale.edge else -scale.callout * _ABOVE

    @property
    def _foot(self) -> float:
        # Below a slide's map there is air; the window cuts off at the map's own margin.
        scale = self.placed.scale
        return self.placed.height if scale.edge else self.placed.height + scale.callout * 0.35

    @property
    def _left_edge(self) -> float:
        return self.placed.axis + self.placed.scale.axis * 0.4 if self.placed.axis else 0.0

    def best(self, places: Sequence[Place], clear: float) -> Place:
        """Return the first of `places` that is free with `clear` px around it.

        Where none is, one for fewer of the words, or else the one that meets least.
        """
        for place in places:
            if self._is_free(self._rect(place), (), clear):
                return place
        shorter, _ = self._narrow_places(None, places, places[0].lines[0])
        for _, place in shorter:
            if self._is_free(self._rect(place), (), clear):
                return place
        return min(places, key=lambda each: self._overlap(self._rect(each)))

    def take(self, place: Place) -> None:
        """Take the room of words at `place`."""
        self.taken.append(self._rect(place))

    def _overlap(self, rect: Rect) -> float:
        outside = max(0.0, self._left_edge - rect.left) + max(0.0, rect.right - self.placed.width)
        area = outside * (rect.bottom - rect.top) * 4
        above = max(0.0, self._head - rect.top)
        area += max(above, rect.bottom - self._foot, 0.0) * (rect.right - rect.left) * 4
        for place in self.taken.near(rect):
            other = self.taken[place]
            across = min(rect.right, other.right) - max(rect.left, other.left)
            down = min(rect.bottom, other.bottom) - max(rect.top, other.top)
            area += max(0.0, across) * max(0.0, down)
        return area

    def _tail_width(self, place: Place) -> float:
        if place.tail is None:
            return 0.0
        size = self.placed.scale.label
        gap = 0.0 if place.below else size * _TAIL_GAP
        return gap + line_width(self.stations.ruler, (place.tail,), size)

    def lines(self, place: Place, name: str) -> list[Shape]:
        """Return the words at `place`, each line called `name`."""
        first = place.y - place.size * place.leading * (len(place.lines) - 1) / 2
        ruler, ground = self.stations.ruler, self.looks.ground
        shapes: list[Shape] = []
        tail = self._tail_width(place)
        for number_, line in enumerate(place.lines):
            y = first + place.size * (0.35 + place.leading * number_)
            width = line_width(ruler, line, place.size)
            last = number_ == len(place.lines) - 1
            beside = last and place.anchor == "end" and not place.below
            x = place.x - (tail if beside else 0.0)
            shapes.append(TextLine(x, y, line, place.size, place.anchor, ground, width, id=name))
            if last and place.tail is not None:
                shapes.append(self._tail(place, (x, y, width), tail, name))
        return shapes

    def _tail(
        self, place: Place, line: tuple[float, float, float], measured: float, name: str
    ) -> Shape:
        """Return what follows the last line, which begins or ends at `x`, `y` and is so wide."""
        x, y, width = line
        size, ground = self.placed.scale.label, self.looks.ground
        spans = () if place.tail is None else (place.tail,)
        if place.below:
            y += size * _BELOW
            return TextLine(x, y, spans, size, place.anchor, ground, measured, id=f"{name}:tail")
        start = x + size * _TAIL_GAP + (width if place.anchor == "start" else 0.0)
        measured -= size * _TAIL_GAP
        return TextLine(start, y, spans, size, "start", ground, measured, id=f"{name}:tail")


def _nudged(place: Place) -> tuple[Place, ...]:
    """Return `place` moved by a hair: along its line, up and down."""
    by = place.size * _NUDGE
    x = place.x + (by if place.anchor == "end" else -by)
    return (
        replace(place, x=x),
        replace(place, y=place.y - by),
        replace(place, y=place.y + by),
    )
