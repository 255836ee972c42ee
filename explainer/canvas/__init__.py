"""What the tree shows: axis, strands, badges, stations, callouts. Painted by `views/canvas.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.canvas.frame import Frame, frame_of

if TYPE_CHECKING:
    from explainer.canvas.map import CanvasPicture, canvas_picture

__all__ = ["CanvasPicture", "Frame", "canvas_picture", "frame_of"]


def __getattr__(name: str) -> object:
    """Return what draws the map: imported only here, a start with a title needs none of it."""
    if name not in ("CanvasPicture", "canvas_picture"):
        raise AttributeError(name)
    from explainer.canvas import map as whole

    found: object = getattr(whole, name)
    return found
