"""The map from afar: straight lines and dots, for a miniature of it and for very many models."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from explainer.canvas.bundles import Looks
from explainer.paths import Point
from explainer.picture import Ink
from explainer.placement import Placement
from explainer.routes import Route
from explainer.schema import ModelId

Line = tuple[float, float, float, float]
"""From x, y to x, y: level or upright."""


class Sketch(Struct, frozen=True, eq=False):
    """Lines and dots by colour, from back to front, px of the map."""

    bundles: tuple[tuple[Ink, tuple[Line, ...]], ...]
    """One line for all strands of a link, in the colour of the outermost."""
    lanes: tuple[tuple[Ink, tuple[Line, ...]], ...]
    """A line for each strand."""
    dots: tuple[tuple[Ink, tuple[Point, ...]], ...]
    """The stations."""


def sketch(placed: Placement, ways: Iterable[Route], looks: Looks) -> Sketch:
    """Return what is seen of a map on which strands are about as thin as hairs."""
    bundles: dict[Ink, list[Line]] = {"edge_dimmed": []}
    lanes: dict[Ink, list[Line]] = {"edge_dimmed": []}
    for route in ways:
        if route.shape == "through":
            continue
        link, ink = route.link, "edge_dimmed"
        for method in link.carried:
            lit = looks.stands_out(link.id, method) and not looks.neutral
            ink = looks.stroke(method) if lit else "edge_dimmed"
            offset = placed.lanes[method] * placed.scale.pitch
            lanes.setdefault(ink, []).extend(_lines(route, offset))
        bundles.setdefault(ink, []).extend(_lines(route, 0.0))
    dots: dict[Ink, list[Point]] = {"dimmed_text": [], "ink": []}
    for model in placed.grid.places:
        lit = model in looks.lit.models
        dots["ink" if lit else "dimmed_text"].append(_centre(placed, model))
    return Sketch(
        tuple((ink, tuple(lines)) for ink, lines in bundles.items()),
        tuple((ink, tuple(lines)) for ink, lines in lanes.items()),
        tuple((ink, tuple(points)) for ink, points in dots.items()),
    )


def _centre(placed: Placement, model: ModelId) -> Point:
    return placed.x(model), placed.y(model)


def _lines(route: Route, offset: float) -> list[Line]:
    """Return the straight runs of a lane, each up to the corner with the next."""
    runs = [_beside(start, end, offset) for start, end in route.runs]
    if not runs:
        return []
    points = [runs[0][0]]
    for (before, _), (after, _) in pairwise(runs):
        upright = _is_upright(route.runs[len(points) - 1])
        points.append((before[0], after[1]) if upright else (after[0], before[1]))
    points.append(runs[-1][1])
    return [(*one, *other) for one, other in pairwise(points)]


def _is_upright(run: tuple[Point, Point]) -> bool:
    return run[0][0] == run[1][0]


def _beside(start: Point, end: Point, offset: float) -> tuple[Point, Point]:
    (x1, y1), (x2, y2) = start, end
    if x1 == x2:
        across = offset if y2 >= y1 else -offset
        return (x1 + across, y1), (x2 + across, y2)
    down = -offset if x2 > x1 else offset
    return (x1, y1 + down), (x2, y2 + down)
