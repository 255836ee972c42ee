"""Where a bundle leaves another on top of it: a clean gap around each of its lanes."""

from __future__ import annotations

import math
from collections.abc import Sequence

from explainer.deck import Deck
from explainer.dress import method_ink
from explainer.paths import Corner, Straight, Way
from explainer.picture import Shape, Trace
from explainer.placement import lanes
from explainer.schema import MethodId
from explainer.strands import Thread
from explainer.theme import number

_CASING = number("canvas", "bundle_fork", "casing")
_FROM = number("canvas", "bundle_fork", "casing_from")
_TO = number("canvas", "bundle_fork", "casing_to")
_STAYS = 1.3
"""How far off a lane is where its own continuation ends to be painted over the gap.

This and the others are strand widths.
"""


def leaving(
    deck: Deck, along: Way, methods: Sequence[MethodId], thick: float, pitch: float
) -> list[Shape]:
    """Return what lies between a bundle that stays and one that leaves it at its first corner.

    Around each leaving lane the ground shows, from the inside of the turn outwards; where a lane
    still touches its own continuation, that one is painted again. `thick` and `pitch` are px.
    """
    corner = next((part for part in along.parts if isinstance(part, Corner)), None)
    first = along.parts[0]
    if corner is None or not isinstance(first, Straight):
        return []
    begin = along.begins[along.parts.index(corner)]
    turn = math.copysign(1.0, corner.sweep)
    offsets = {method: lanes(deck)[method] * pitch for method in methods}
    shapes: list[Shape] = []
    for method in sorted(methods, key=lambda it: offsets[it] * turn):
        offset = offsets[method]
        its = deck.methods[method]
        where = [
            begin + _run(corner, corner.radius + offset * turn, off * thick)
            for off in (_FROM, _TO, _STAYS)
        ]
        casing = along.moves(where[0], where[1], offset)
        shapes.append(Trace(casing, stroke="background", width=thick * _CASING))
        stays = Way((Straight(first.start, first.along, where[2]),))
        ink = method_ink(its, "stroke")
        shapes += Thread(stays, offset, thick, ink, "background", its.style).shapes()
    return shapes


def _run(corner: Corner, radius: float, off: float) -> float:
    """Return after how many px of a turn a lane of `radius` px is `off` px beside its old line."""
    if off >= radius:
        return corner.length + off - radius
    return corner.length * math.acos(1 - off / radius) / (math.pi / 2)
