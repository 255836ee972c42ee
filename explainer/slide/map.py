"""The map on a slide: large enough to be read, and nothing of it cut off by the frame."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from explainer.canvas import CanvasPicture, canvas_picture, frame_of
from explainer.canvas.bounds import letters
from explainer.deck import Deck
from explainer.layout import layout
from explainer.picture import Clip, Picture, Ruler, Shape, TextLine, placed
from explainer.placement import Scale, slide_scale
from explainer.routes import Rect
from explainer.schema import Language, ModelId, Text, View
from explainer.slide.measures import Measures

_NAMES = (26.0, 20.0, 15.0, 11.0)
"""Widths that names of models are shortened to where all of them make the map too small, em."""
_HELP = 1.02
"""How much larger a map must become for its names to be shortened."""


def map_picture(  # noqa: PLR0913 - what is looked at, and its room
    deck: Deck,
    view: View,
    words: tuple[tuple[ModelId, Text], ...],
    language: Language,
    measures: Measures,
    size: tuple[float, float],
    ruler: Ruler,
) -> Picture:
    """Return the map as `view` looks at it in a box of `size` px, with `words` at stations.

    Long names end in an ellipsis where the map would have to be shown too small otherwise. What
    the frame of a view would cut through is left out.
    """

    def draw(scale: Scale) -> tuple[CanvasPicture, float]:
        """Return the map, and how much smaller it has to be shown."""
        drawn = canvas_picture(deck, view, language, scale, size, ruler, callouts=words)
        box = drawn.picture
        return drawn, min(size[0] / box.width, size[1] / box.height)

    scale = slide_scale(measures.width, measures.height, len(layout(deck).rows))
    drawn, shrunk = draw(scale)
    for most in _NAMES:
        if shrunk * min(scale.name, scale.label, scale.axis) >= measures.type("label_floor"):
            break
        shorter = replace(scale, widest_name=most * scale.name)
        tried = draw(shorter)
        # A long lineage is too high: there shorter names are of no help.
        if tried[1] > shrunk * _HELP:
            scale, (drawn, shrunk) = shorter, tried
    if shrunk * scale.callout < measures.type("body_floor"):
        # Where the box had to grow it is shown smaller: its sentences keep their size.
        scale = replace(scale, callout=measures.type("body_floor") * 1.001 / shrunk)
        drawn, _ = draw(scale)
    frame = frame_of(drawn.camera, (drawn.picture.width, drawn.picture.height), size)
    shapes, hits = placed(drawn.picture, frame.dx, frame.dy, frame.factor)
    if frame.zoom > 1:
        shapes = (Clip(0, 0, *size, tuple(_whole(shapes, size))),)
    return Picture(*size, shapes, hits)


def _whole(shapes: Iterable[Shape], size: tuple[float, float]) -> list[Shape]:
    """Return `shapes` without words that the edge of a frame cuts, and stations of such names."""
    found = [*shapes]
    cut = [it for it in found if isinstance(it, TextLine) and _is_cut(it, size)]
    stations = tuple(it.id.removesuffix("name") for it in cut if it.id.endswith(":name"))
    names = {it.id for it in cut if it.id}
    names |= {f"{name}:{part}" for name in names for part in ("tail", "rule")}
    return [
        it for it in found if it.id not in names and not (stations and it.id.startswith(stations))
    ]


def _is_cut(line: TextLine, size: tuple[float, float]) -> bool:
    """Return whether a part of a line is inside a box of `size` px, and a part outside."""
    room, box = letters(line), Rect(0.0, 0.0, *size)
    return room.meets(box) and not box.holds(room)
