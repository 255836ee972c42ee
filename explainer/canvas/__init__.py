"""What the tree shows: axis, strands, badges, stations, callouts. Painted by `views/canvas.py`."""

from explainer.canvas.frame import Frame, frame_of
from explainer.canvas.map import CanvasPicture, canvas_picture

__all__ = ["CanvasPicture", "Frame", "canvas_picture", "frame_of"]
