"""What lies on the map where the pointer is: a ring around a station, an edge along a strand."""

from __future__ import annotations

from explainer.canvas.bundles import Bundles
from explainer.canvas.counterparts import Counterparts
from explainer.canvas.stations import Stations
from explainer.picture import Box, Shape, Trace
from explainer.schema import ModelId
from explainer.theme import number

_EDGE = 0.75
"""From the outer lane to the line along it, strand widths."""


def pointed_shapes(
    hover: str, bundles: Bundles, stations: Stations, outside: Counterparts
) -> tuple[Shape, ...]:
    """Return what previews `hover`, a model or a derivation; nothing for anything else."""
    if not hover:
        return ()
    thick = stations.placed.scale.strand * number("node", "ring")
    model = ModelId(hover)
    if model in stations.drawn.parents:
        ring = stations.ring(model)
        return (_ring(ring.left, ring.top, ring.right, ring.bottom, thick, model),)
    square = outside.ring(model)
    if square is not None:
        box = (square.left, square.top, square.right - square.left, square.bottom - square.top)
        return (Box(*box, stroke="focus", stroke_width=thick, id=f"{model}:ring"),)
    return tuple(_edges(hover, bundles, thick))


def _ring(  # noqa: PLR0913 - four sides, and a look
    left: float, top: float, right: float, bottom: float, thick: float, model: ModelId
) -> Shape:
    radius = (bottom - top) / 2
    box = (left, top, right - left, bottom - top, radius)
    return Box(*box, stroke="focus", stroke_width=thick, id=f"{model}:ring")


def _edges(derivation: str, bundles: Bundles, thick: float) -> list[Shape]:
    """Return a line at each side of the bundle that shows a derivation."""
    scale, shapes = bundles.placed.scale, list[Shape]()
    for route in bundles.ways:
        if route.shape == "through" or all(derivation != it.id for it in route.link.derivations):
            continue
        offsets = [bundles.placed.lanes[it] * scale.pitch for it in route.link.carried] or [0.0]
        for offset, away in ((min(offsets), -1), (max(offsets), 1)):
            lane = offset + away * _EDGE * scale.strand
            start, end = scale.half_height * 1.4, route.way.length - scale.half_height * 1.4
            moves = route.way.moves(start, end, lane)
            name = f"{route.link.id}:pointed"
            shapes.append(Trace(moves, stroke="focus", width=thick, id=name))
    return shapes
