"""The lineage as counterparts see it: what stands there, and where its strands run."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from explainer.canvas.stations import Stations
from explainer.routes import Join, Rect, Route


class Surroundings(Struct, frozen=True):
    """A drawn lineage: stations, the ways of strands, badges, and the words beside these."""

    stations: Stations
    ways: tuple[Route, ...]
    badges: Sequence[Join]
    words: Sequence[Rect]

    def solid(self) -> list[Rect]:
        """Return the rooms of stations, names and badges."""
        rects = [rect for each in self.stations.obstacles().values() for rect in each]
        return rects + self.discs()

    def discs(self) -> list[Rect]:
        """Return the rooms of badges."""
        radius = self.stations.placed.scale.badge
        rooms = (Rect(x, y, x, y) for x, y in (join.badge for join in self.badges))
        return [room.grown(radius, radius) for room in rooms]

    def strands(self, *, level: bool) -> list[Rect]:
        """Return the rooms of the strands where they run level, or upright."""
        stations = self.stations
        rects: list[Rect] = []
        for way in self.ways:
            left, right = stations.placed.reach(stations.drawn.strands[way.link.child])
            half = (right - left) / 2
            for start, end in way.runs:
                low, high = sorted((start[1], end[1]))
                if start[1] == end[1] and level:
                    near, far = sorted((start[0], end[0]))
                    rects.append(Rect(near, low - half, far, high + half))
                elif start[0] == end[0] and not level:
                    rects.append(Rect(start[0] + left, low, start[0] + right, high))
        return rects
