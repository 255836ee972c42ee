"""The selected model of a map with very many: laid over the drawing, which stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from explainer.canvas.levels import floor_px
from explainer.canvas.plan import Pin
from explainer.canvas.stations import Stations
from explainer.canvas.wordings import groups
from explainer.emphasis import Lit
from explainer.picture import Ink, Shape
from explainer.schema import ModelId


class Chosen(Struct, frozen=True, eq=False):
    """What is painted last."""

    shapes: tuple[Shape, ...]
    pins: Mapping[str, Pin]
    """Of its words, which take the place of those with the same ids."""


def chosen_model(model: str, stations: Stations, ground: Ink) -> Chosen | None:
    """Return the selected model with its ring and its name on a ground; None where none is."""
    name = ModelId(model)
    if name not in stations.drawn.parents:
        return None
    shapes = stations.station(name, Lit(frozenset((name,)), frozenset()), name, ground)
    centre = (stations.placed.x(name), stations.placed.y(name))
    readable = floor_px() / stations.placed.scale.name
    pins = {
        each: Pin(*group.pin, group.size, readable if group.kind == "date" else 0.0)
        for group in groups(shapes, {model: centre})
        if group.pin
        for each in group.ids
    }
    return Chosen(tuple(shapes), pins)
