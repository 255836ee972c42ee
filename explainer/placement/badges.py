"""The room that badges need above the stations where methods join."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from explainer.layout import Layout
from explainer.lineage import Lineage
from explainer.placement.channels import Bend
from explainer.placement.lanes import joins_left
from explainer.placement.scale import Scale
from explainer.schema import MethodId, ModelId


@lru_cache(maxsize=8)
def badge_heights(drawn: Lineage, scale: Scale) -> Mapping[ModelId, float]:
    """Return how far above a child its badges reach, px; several stand one above the other."""
    return {
        child: len(methods) * 2 * scale.badge
        + (len(methods) - 1) * scale.strand
        + scale.half_height
        + scale.strand * 0.4
        for child, methods in joining(drawn).items()
    }


@lru_cache(maxsize=8)
def joining(drawn: Lineage) -> Mapping[ModelId, frozenset[MethodId]]:
    """Return the methods that join at each model at which any does."""
    found: dict[ModelId, frozenset[MethodId]] = {}
    for link in drawn.links:
        if link.joins:
            methods = frozenset(join.method for join in link.joins)
            found[link.child] = found.get(link.child, frozenset()) | methods
    return found


def overruns(
    drawn: Lineage, grid: Layout, gap: int, turning: Iterable[Bend]
) -> dict[ModelId, list[Bend]]:
    """Return which strands `turning` in a gap run level over badges of the children below it.

    A badge stands beside the run of its own bundle where that comes from the other side.
    """
    bends = list(turning)
    found: dict[ModelId, list[Bend]] = {}
    sides = _sides(drawn)
    for child in grid.rows[gap + 1].models if gap + 1 < len(grid.rows) else ():
        if child in sides:
            column = grid.places[child].column
            found[child] = [
                bend
                for bend in bends
                if any(_runs_over(bend, child, column, left=left) for left in sides[child])
            ]
    return found


def badge_floors(
    drawn: Lineage, grid: Layout, scale: Scale, gap: int, turning: Iterable[Bend]
) -> dict[ModelId, float]:
    """Return how far above the children below `gap` the strands `turning` there must stay, px."""
    heights, sides = badge_heights(drawn, scale), _sides(drawn)
    lower, clear = scale.head - scale.half_height, scale.strand * 0.3
    return {
        child: heights[child]
        + clear
        + lower * any(_named(grid, child, left=left) for left in sides[child])
        for child, bends in overruns(drawn, grid, gap, turning).items()
        if bends
    }


def _named(grid: Layout, child: ModelId, *, left: bool) -> bool:
    """Return whether a name stands under the badges at one side of `child`."""
    here = grid.places[child]
    if (here.side == "left") is left:
        return True
    beside = [
        grid.places[model]
        for model in grid.rows[here.row].models
        if model != child and (grid.places[model].column < here.column) is left
    ]
    near = min(beside, key=lambda place: abs(place.column - here.column), default=None)
    return near is not None and (near.side == "left") is not left


@lru_cache(maxsize=8)
def _sides(drawn: Lineage) -> Mapping[ModelId, frozenset[bool]]:
    """Return on which sides of a model badges stand: true for the left one."""
    return {
        child: frozenset(joins_left(drawn.strands[child], method) for method in methods)
        for child, methods in joining(drawn).items()
    }


def _runs_over(bend: Bend, child: ModelId, column: int, *, left: bool) -> bool:
    near, far = sorted((bend.start, bend.end))
    from_other_side = near == column if left else far == column
    if bend.link.child == child and bend.kind == "fork" and from_other_side:
        return False
    low, high = (column - 1, column) if left else (column, column + 1)
    return near <= high and low <= far
