"""Thin lines from counterparts to the models that they stand for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from msgspec import Struct

from explainer.canvas.column import Column, Standing, name_margin
from explainer.canvas.surroundings import Surroundings
from explainer.paths import Point
from explainer.routes import Rect
from explainer.schema import ModelId


class Leader(Struct, frozen=True):
    """From a ring beside a station to those that stand for its model."""

    model: ModelId
    ring: Point
    corners: tuple[Point, ...]
    """From the ring to the line where the counterparts are gathered."""
    group: tuple[Standing, ...]

    @property
    def rooms(self) -> tuple[Rect, ...]:
        """What words keep clear of."""
        pairs = pairwise(self.corners)
        return tuple(
            Rect(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])).grown(1, 1)
            for a, b in pairs
        )


def leaders(column: Column, around: Surroundings, selected: ModelId) -> tuple[Leader, ...]:
    """Return a line for each model of the lineage that counterparts stand for.

    It leaves the model at its height where that is free, else just above or below; where nothing
    is free there is no line.
    """
    groups: dict[ModelId, list[Standing]] = {}
    for each in column.standing:
        if each.entry.beside:
            groups.setdefault(each.entry.beside, []).append(each)
    finder = _Finder(column, around, groups, selected)
    found = (finder.leader(model, tuple(group)) for model, group in groups.items())
    return tuple(leader for leader in found if leader is not None)


class _Finder:
    def __init__(
        self,
        column: Column,
        around: Surroundings,
        groups: dict[ModelId, list[Standing]],
        selected: ModelId,
    ) -> None:
        self.selected = selected
        self.column, self.stations, self.groups = column, around.stations, groups
        scale = around.stations.placed.scale
        self.radius, self.step = scale.strand * 0.42, scale.strand * 0.5
        self.solid = [*around.solid(), *around.words]
        clear = scale.strand * 0.2
        self.level = [rect.grown(clear, clear) for rect in around.strands(level=True)]
        self.upright = [rect.grown(clear, clear) for rect in around.strands(level=False)]

    def leader(self, model: ModelId, group: tuple[Standing, ...]) -> Leader | None:
        placed = self.stations.placed
        x, y = self._ring(model), placed.y(model)
        slack = placed.scale.half_height * 0.75
        level_with = [(x, each.y) for each in group if abs(each.y - y) <= slack]
        far = int(placed.scale.name * 4 / self.step)
        levels = sorted((y + self.step * place for place in range(-far, far + 1)), key=_near(y))
        tried = [(ring, ring[1]) for ring in level_with] + [((x, y), level) for level in levels]
        for ring, level in tried:
            corners = self._corners(ring, level)
            gathered = self._gathered(group, level)
            if not (self._is_free(corners) and self._is_free(gathered)):
                continue
            if self._gathers(model, group, level):
                return Leader(model, ring, corners, group)
        return None

    def _ring(self, model: ModelId) -> float:
        """Return the middle of the ring: right of the station and, where it is there, the name."""
        scale, stations = self.stations.placed.scale, self.stations
        name = stations.name(model).right
        name += name_margin(scale) if model == self.selected else 0.0
        station = stations.room(model).right
        return max(name, station) + self.radius + scale.strand * 0.9

    def _corners(self, ring: Point, level: float) -> tuple[Point, ...]:
        x, y = ring
        gathered = (self.column.left, level)
        if level == y:
            return ((x + self.radius, y), gathered)
        away = self.radius if level > y else -self.radius
        return ((x, y + away), (x, level), gathered)

    def _is_free(self, corners: tuple[Point, ...]) -> bool:
        clear = self.step * 0.8
        for (x1, y1), (x2, y2) in pairwise(corners):
            line = Rect(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)).grown(1, 1)
            beside = self.level if y1 == y2 else self.upright
            if any(line.grown(clear, clear).meets(rect) for rect in beside):
                return False
            if any(line.grown(0, clear * 0.5).meets(rect) for rect in self.solid):
                return False
        return True

    def _gathered(self, group: tuple[Standing, ...], level: float) -> tuple[Point, ...]:
        """Return the ends of the upright line where a group is gathered."""
        ys = [level, *(each.y for each in group)]
        left = self.column.left
        return ((left, min(ys)), (left, max(ys)))

    def _gathers(self, model: ModelId, group: tuple[Standing, ...], level: float) -> bool:
        """Return whether the gathered line runs past no counterpart of another model."""
        ys = [level, *(each.y for each in group)]
        clear = self.stations.placed.scale.name * 0.6
        others = (each.y for name, it in self.groups.items() if name != model for each in it)
        return not any(min(ys) - clear <= y <= max(ys) + clear for y in others)


def _near(y: float) -> Callable[[float], tuple[float, float]]:
    return lambda level: (abs(level - y), level)
