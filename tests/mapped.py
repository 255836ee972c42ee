"""Maps as they are shown: pictures of small lineages on a slide, and their shapes by name."""

from __future__ import annotations

from collections.abc import Iterable

from maps import RULER, SLIDE

from explainer.canvas import CanvasPicture, canvas_picture
from explainer.deck import Deck
from explainer.layout import layout
from explainer.picture import Box, Shape, TextLine, Trace
from explainer.placement import slide_scale
from explainer.schema import Language, ModelId, Text, View


def drawn(
    made: Deck,
    view: View | None = None,
    language: Language = "en",
    callouts: tuple[tuple[ModelId, Text], ...] = (),
    hover: str = "",
) -> CanvasPicture:
    scale = slide_scale(1920, 1080, len(layout(made).rows))
    return canvas_picture(
        made, view or View(), language, scale, SLIDE, RULER, callouts=callouts, hover=hover
    )


def named(shown: CanvasPicture, name: str) -> list[Shape]:
    return [shape for shape in shown.picture.shapes if shape.id == name]


def box(shown: CanvasPicture, name: str) -> Box:
    (shape,) = named(shown, name)
    assert isinstance(shape, Box)
    return shape


def line(shown: CanvasPicture, name: str) -> TextLine:
    (shape,) = named(shown, name)
    assert isinstance(shape, TextLine)
    return shape


def words(shapes: Iterable[Shape]) -> list[str]:
    lines = (shape for shape in shapes if isinstance(shape, TextLine))
    return ["".join(span.text for span in each.spans) for each in lines]


def strand(shown: CanvasPicture, name: str) -> Trace:
    """Return the strand itself, without its texture."""
    traces = [shape for shape in named(shown, name) if isinstance(shape, Trace)]
    return traces[0]


def letters(shape: TextLine) -> tuple[float, float, float, float]:
    left = shape.x - shape.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
    return left, shape.y - 0.7 * shape.size, left + shape.width, shape.y
