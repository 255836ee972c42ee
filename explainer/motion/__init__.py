"""From one picture to the next: what leaves, what moves, what enters, and when."""

from explainer.motion.change import Change, Mover, change_between
from explainer.motion.timeline import Frame, Layer, ends_at, frame_at, rests_at
from explainer.motion.wanted import Way, way

__all__ = [
    "Change",
    "Frame",
    "Layer",
    "Mover",
    "Way",
    "change_between",
    "ends_at",
    "frame_at",
    "rests_at",
    "way",
]
