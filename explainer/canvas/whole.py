"""Where the words of a map stand while all of it is seen: what lies over it keeps clear of them."""

from __future__ import annotations

from explainer.canvas.frame import frame_of
from explainer.canvas.seen import Seen
from explainer.routes import Rect
from explainer.schema import Camera


def words_of_whole(seen: Seen, size: tuple[float, float]) -> tuple[tuple[Rect, ...], float]:
    """Return where words stand in a box of `size`, and where the dates of the axis end, px of it.

    The latter is 0 where the map has no dates.
    """
    picture = seen.plan.picture
    frame = frame_of(Camera(), (picture.width, picture.height), size)
    rooms: list[Rect] = []
    axis = 0.0
    for word in seen.words(Rect(0.0, 0.0, picture.width, picture.height), frame.factor):
        room, by = word.room, frame.factor
        rooms.append(
            Rect(
                room.left * by + frame.dx,
                room.top * by + frame.dy,
                room.right * by + frame.dx,
                room.bottom * by + frame.dy,
            )
        )
        if word.shape.id.startswith("axis:"):
            axis = max(axis, rooms[-1].right)
    return tuple(rooms), axis
