"""A few words over the map's foot that say what was done; they go by themselves."""

from __future__ import annotations

from msgspec import Struct

from explainer.bars.controls import Look, Place, words
from explainer.bars.field import shortened
from explainer.picture import Box, Picture, Ruler, enlarged
from explainer.theme import number, window_type

_HEIGHT = 36.0
_PAD = 16.0
_FOOT = 22.0
"""px from the foot of the map."""
_SHARE = 0.9
"""Of the map's width; no notice is wider."""


class Notice(Struct, frozen=True):
    """The words on their ground, and where they stand in the window."""

    picture: Picture
    place: Place


def notice(text: str, drawn: Place, ruler: Ruler, scale: float = 1.0) -> Notice:
    """Return `text` for the foot of a map at `drawn`, `scale` times as large as usual."""
    look = Look(window_type("ui"), "medium", "on_ink")
    room = max(1.0, drawn.width / scale * _SHARE - 2 * _PAD)
    line = words(ruler, shortened(ruler, text, look, room), _PAD, _HEIGHT / 2, look)
    width = float(round(line.width + 2 * _PAD))
    ground = Box(0, 0, width, _HEIGHT, number("radius", "control"), "selection_fill")
    picture = enlarged(Picture(width, _HEIGHT, (ground, line)), scale)
    left = float(round(drawn.x + (drawn.width - picture.width) / 2))
    top = float(round(drawn.y + drawn.height - picture.height - _FOOT * scale))
    return Notice(picture, Place(left, top, picture.width, picture.height))
