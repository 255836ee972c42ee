"""Where a map answers to the pointer: px of the screen, at any magnification large enough to hit.

A station comes before a badge, a badge before a strand; of several stations the nearest answers.
"""

from __future__ import annotations

from math import hypot

from explainer.canvas.frame import Frame
from explainer.canvas.levels import words_scale
from explainer.canvas.plan import Plan
from explainer.canvas.seen import Seen
from explainer.intents import SelectModel
from explainer.paths import Point
from explainer.picture import Hit
from explainer.routes import Rect, Rooms
from explainer.schema import ModelId
from explainer.theme import number

_LONGEST = 560.0
"""px of the screen by which a name far away may be longer than on the map."""


class Zones:
    """Finds what answers on one plan."""

    def __init__(self, plan: Plan, seen: Seen) -> None:
        self._plan, self._seen = plan, seen
        cell = max(plan.picture.width, plan.picture.height, 1.0) / 48
        self._rooms = Rooms((_room(hit) for hit in plan.picture.hits), cell=cell)

    def at(self, point: Point, frame: Frame) -> Hit | None:
        """Return what answers at `point` of the screen."""
        x, y = (point[0] - frame.dx) / frame.factor, (point[1] - frame.dy) / frame.factor
        reach = number("node", "hit_min_px") / frame.factor
        across = max(reach, _LONGEST / frame.factor) if frame.factor < 1 else reach
        near = Rect(x, y, x, y).grown(across, reach)
        best: Hit | None = None
        least = (0, 0.0, 0)
        for place in self._rooms.near(near):
            hit = self._plan.picture.hits[place]
            zone = self.zone(hit, frame)
            if zone is None or not _holds(zone, point):
                continue
            if isinstance(hit.order, SelectModel):
                rank = (0, _off(zone, point), -place)
            else:
                rank = (1, 0.0, -place)
            if best is None or rank < least:
                best, least = hit, rank
        return best

    def zone(self, hit: Hit, frame: Frame) -> Rect | None:
        """Return the zone of `hit` on the screen; None where it belongs to a name left out."""
        factor, room = frame.factor, _room(hit)
        node = isinstance(hit.order, SelectModel)
        centre = self._plan.stations.get(ModelId(hit.id)) if node else None
        if centre is not None and not _holds(room, centre):
            name = f"{hit.id}:name"
            pin = self._plan.pins.get(name)
            if pin is not None:
                if not self._seen.shows(name, factor):
                    return None
                scale = words_scale(factor, pin.size)
                room = Rect(
                    pin.x + (room.left - pin.x) * scale,
                    pin.y + (room.top - pin.y) * scale,
                    pin.x + (room.right - pin.x) * scale,
                    pin.y + (room.bottom - pin.y) * scale,
                )
        zone = Rect(
            room.left * factor + frame.dx,
            room.top * factor + frame.dy,
            room.right * factor + frame.dx,
            room.bottom * factor + frame.dy,
        )
        least = number("node", "hit_min_px" if node else "hit_small_px")
        return zone.grown(
            max(0.0, least - (zone.right - zone.left)) / 2,
            max(0.0, least - (zone.bottom - zone.top)) / 2,
        )


def _room(hit: Hit) -> Rect:
    return Rect(hit.x, hit.y, hit.x + hit.width, hit.y + hit.height)


def _holds(rect: Rect, point: Point) -> bool:
    return rect.left <= point[0] <= rect.right and rect.top <= point[1] <= rect.bottom


def _off(rect: Rect, point: Point) -> float:
    """Return how far `point` is from the middle of a zone."""
    return hypot((rect.left + rect.right) / 2 - point[0], (rect.top + rect.bottom) / 2 - point[1])
