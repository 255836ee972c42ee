"""The label of a descent without a method: words beside the strands, as there is no badge."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from explainer.canvas.bundles import Looks
from explainer.canvas.labels import Labels, Place
from explainer.canvas.stations import Stations
from explainer.picture import Face, Ink, Shape, Span
from explainer.routes import Route

_ALONG = (0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2)
"""Where the words may stand beside the way, shares of its length."""
_GAP, _CLEAR = 0.5, 0.15
"""em."""


def link_labels(
    stations: Stations, looks: Looks, ways: Iterable[Route], labels: Labels
) -> list[Shape]:
    """Return the words, each beside the way of its link; their room is taken."""
    if looks.neutral:
        return []
    shapes: list[Shape] = []
    scale = stations.placed.scale
    for route in ways:
        left, right = stations.placed.reach(route.link.carried)
        lit = looks.lens == "method" and route.link.id in looks.lit.links
        face: Face = "medium" if lit else "text"
        ink: Ink = "muted" if lit else "dimmed_text"
        for derivation in route.link.derivations:
            if derivation.label is None or derivation.method:
                continue
            line = (Span(derivation.label.of(stations.language), face, ink),)
            places = [
                Place(
                    x + (right if side > 0 else left) + side * scale.label * _GAP,
                    y,
                    "start" if side > 0 else "end",
                    (line,),
                    scale.label,
                )
                for share, side in product(_ALONG, (1, -1))
                for x, y in (route.way.at(route.way.length * share),)
            ]
            place = labels.best(places, scale.label * _CLEAR)
            labels.take(place)
            shapes += labels.lines(place, f"{derivation.id}:label")
    return shapes
