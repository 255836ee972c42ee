"""Where the words of a map are pinned, and from which magnification on they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from explainer.canvas.plan import Pin
from explainer.canvas.stations import Stations
from explainer.canvas.thinned import CHOSEN, shown_from
from explainer.canvas.wordings import groups
from explainer.emphasis import Lit
from explainer.paths import Point
from explainer.picture import Shape
from explainer.routes import Join, Rect
from explainer.schema import ModelId


def pins(  # noqa: PLR0913 - a map, and what stands out of it
    shapes: Sequence[Shape],
    stations: Stations,
    badges: Iterable[Join],
    centres: Mapping[ModelId, Point],
    bright: Lit,
    chosen: ModelId,
    factor: float,
    room: Rect,
    covered: Sequence[Rect] = (),
) -> dict[str, Pin]:
    """Return the pin of all words among `shapes`, by id; at `factor` the whole map is seen.

    `room` is what the window shows of it then, and `covered` what something else stands over, px
    of the map.
    """
    placed = stations.placed
    told: dict[str, Point] = dict(centres.items())
    for join in badges:
        told[f"{join.link.id}:badge:{join.derivation.method}"] = join.badge
    found = groups(shapes, told)
    solid = [stations.capsule(model) for model in stations.drawn.parents]
    radius = placed.scale.badge
    discs = (Rect(x, y, x, y).grown(radius, radius) for x, y in (join.badge for join in badges))
    rank = _rank(stations, bright, chosen)
    last = len(placed.grid.rows) - 1
    newest = {it for it, place in placed.grid.places.items() if place.row == last}
    # Where all are lit, none of them stands out.
    few = bright.models if len(bright.models) < len(stations.drawn.parents) else frozenset()
    since = shown_from(
        found,
        rank,
        (*solid, *discs),
        factor,
        placed.scale.name,
        room,
        covered,
        firm=newest | few,
        dates_yield=not placed.axis,
    )
    return {
        name: Pin(*group.pin, group.size, since.get(name, 0.0))
        for group in found
        if group.pin
        for name in group.ids
    }


def _rank(stations: Stations, bright: Lit, chosen: ModelId) -> dict[str, int]:
    """Return in which order names find room: the selected one, what is lit, what much came of."""
    drawn = stations.drawn
    order = sorted(
        drawn.parents,
        key=lambda model: (model not in bright.models, -len(drawn.below[model])),
    )
    return {model: CHOSEN if model == chosen else place for place, model in enumerate(order)}
