"""A map as the tests look at it: the room that everything takes, in px, without any picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rulers import PlainRuler

from explainer.canvas.stations import Stations
from explainer.deck import Deck
from explainer.layout import layout
from explainer.lineage import Lineage, lineage
from explainer.placement import Placement, Scale, placement, slide_scale
from explainer.routes import Join, Rect, Route, joins, routes
from explainer.schema import ModelId

RULER = PlainRuler()
SLIDE = (1720.0, 800.0)
"""About the room for a map on a slide of 1920 x 1080 px."""
TOUCH = 0.01
"""px by which two things may meet by rounding."""


@dataclass(frozen=True, slots=True)
class Map:
    """A lineage, placed and routed."""

    drawn: Lineage
    placed: Placement
    stations: Stations
    routes: tuple[Route, ...]
    joins: tuple[Join, ...]

    def capsule(self, model: ModelId) -> Rect:
        return self.stations.capsule(model).grown(-TOUCH, -TOUCH)

    def name(self, model: ModelId) -> Rect:
        return self.stations.name(model).grown(-TOUCH, -TOUCH)

    def strands(self) -> Iterator[tuple[Route, Rect]]:
        """Yield the straight runs of all bundles with the width of their outer lanes."""
        for route in self.routes:
            if route.shape != "through":
                for (x1, y1), (x2, y2) in route.runs:
                    yield route, self.lanes(route, x1, y1, x2, y2)

    def lanes(self, route: Route, x1: float, y1: float, x2: float, y2: float) -> Rect:
        pitch, half = self.placed.scale.pitch, self.placed.scale.strand / 2
        offsets = [self.placed.lanes[method] * pitch for method in route.link.carried] or [0.0]
        low, high = min(offsets) - half, max(offsets) + half
        if abs(x1 - x2) < abs(y1 - y2):
            return Rect(x1 + low, min(y1, y2), x1 + high, max(y1, y2)).grown(-TOUCH, -TOUCH)
        if x2 > x1:  # on the way right, what was right of the centre is on top
            low, high = -high, -low
        return Rect(min(x1, x2), y1 + low, max(x1, x2), y1 + high).grown(-TOUCH, -TOUCH)

    def room(self) -> list[tuple[ModelId, Rect]]:
        """Return the room of every station and of every name."""
        return [
            (model, rect)
            for model in self.drawn.parents
            for rect in (self.capsule(model), self.name(model))
        ]

    def overlaps(self) -> list[str]:
        """Return which stations and names lie on one another."""
        return [
            f"{one} {other}"
            for (one, first), (other, second) in combinations(self.room(), 2)
            if first.meets(second)
        ]

    def crossed(self) -> list[str]:
        """Return which strands run under a name, or through a station that is not their end."""
        names = [(model, self.name(model)) for model in self.drawn.parents]
        capsules = [(model, self.capsule(model)) for model in self.drawn.parents]
        found = []
        for route, strand in self.strands():
            for model, rect in names:
                if strand.meets(rect):
                    found.append(f"{route.link.id} {route.shape} under the name of {model}")
            for model, rect in capsules:
                if strand.meets(rect) and model not in (route.link.parent, route.link.child):
                    found.append(f"{route.link.id} {route.shape} through {model}")
        return found


def slide_map(
    deck: Deck,
    readings: tuple[str, ...] = (),
    scale: Scale | None = None,
    size: tuple[float, float] = SLIDE,
) -> Map:
    """Return the map of `deck` on a slide; `readings` are those drawn instead of the default."""
    drawn = lineage(deck, readings)
    scale = scale or slide_scale(1920, 1080, len(layout(deck).rows))
    placed = placement(deck, scale, *size, RULER)
    stations = Stations(deck, drawn, placed, RULER, "en")
    ways = routes(drawn, placed, stations.obstacles())
    badges = joins(drawn, placed, ways, stations.obstacles())
    return Map(drawn, placed, stations, ways, badges)
