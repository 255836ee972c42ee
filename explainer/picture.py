"""A picture: the frozen description of what to paint. Painted by `views/paint.py`.

Lengths are px of the picture; y grows downward. Colours are named by their role in the tokens
("ink", "method.code.stroke", "fate.gained.tint"), so the same picture is painted in both themes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from explainer.intents import Order
from explainer.scripts import border_gap

Ink = str
"""A colour's role in the tokens, or a deck's own for either theme; "" paints nothing."""
Face = Literal["text", "medium", "strong", "headline", "mono", "mono-strong"]
Anchor = Literal["start", "middle", "end"]
Cap = Literal["flat", "round"]


class Span(Struct, frozen=True):
    """A run of words in one face and colour."""

    text: str
    face: Face = "text"
    ink: Ink = "ink"
    underline: bool = False


class TextLine(Struct, frozen=True):
    """One line of words. It never wraps: what stands in it was measured."""

    x: float
    """Where the anchor stands."""
    y: float
    """The baseline."""
    spans: tuple[Span, ...]
    size: float
    """Of the letters, px."""
    anchor: Anchor = "start"
    halo: Ink = ""
    """Ground colour around the letters, 0.28 em wide."""
    width: float = 0.0
    """As measured."""
    id: str = ""


class Box(Struct, frozen=True):
    """A rectangle, rounded where `radius` is set; half its side makes a capsule or a disc."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: Ink = ""
    stroke: Ink = ""
    stroke_width: float = 0.0
    """The stroke is centred on the edge."""
    dash: tuple[float, ...] = ()
    """In stroke widths, as Qt counts them."""
    opacity: float = 1.0
    """Of the fill."""
    id: str = ""


class MoveTo(Struct, frozen=True, gc=False):
    """Lift the pen and set it down there."""

    x: float
    y: float


class LineTo(Struct, frozen=True, gc=False):
    """Draw straight to there."""

    x: float
    y: float


class ArcTo(Struct, frozen=True, gc=False):
    """Go round a circle: angles in degrees, clockwise from 3 o'clock as y grows downward."""

    cx: float
    cy: float
    radius: float
    start: float
    sweep: float


Move = MoveTo | LineTo | ArcTo


class Trace(Struct, frozen=True):
    """An open or closed outline of straight runs and arcs."""

    moves: tuple[Move, ...]
    stroke: Ink = ""
    width: float = 0.0
    fill: Ink = ""
    cap: Cap = "flat"
    closed: bool = False
    id: str = ""


class Icon(Struct, frozen=True):
    """A drawing of `resources/icons`, in one colour."""

    name: str
    """The file's name without its ending."""
    x: float
    """Centre."""
    y: float
    size: float
    """Side of the 24-unit grid, px."""
    ink: Ink
    stroke: float = 2.0
    """In units of the grid."""
    id: str = ""


class Clip(Struct, frozen=True):
    """Shapes of which only what lies inside the rectangle is painted."""

    x: float
    y: float
    width: float
    height: float
    shapes: tuple[Shape, ...]
    id: str = ""


class Later(Struct, frozen=True, eq=False):
    """Shapes that are worked out when they are first painted: most of a vast map never are."""

    x: float
    """Of the room that holds them."""
    y: float
    width: float
    height: float
    make: Callable[[], tuple[Shape, ...]]
    """Remembers what it returned."""
    id: str = ""


Shape = TextLine | Box | Trace | Icon | Clip | Later


class Hit(Struct, frozen=True):
    """A place that answers to the pointer and the keyboard."""

    x: float
    y: float
    width: float
    height: float
    order: Order
    name: str
    """What a screen reader says, in the language of the picture."""
    id: str = ""
    """What hovering here previews: a model's id, or ""."""
    radius: float = 6.0
    """Of the focus ring."""
    group: str = ""
    """Names a row of choices of which one is taken: arrows go through it, Tab goes past it."""
    chosen: bool = False
    """It is the one that is taken of its group."""


class Picture(Struct, frozen=True):
    """What to paint, from back to front, and where it can be clicked."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()
    hits: tuple[Hit, ...] = ()
    ground: Ink = ""
    """Painted under everything; "" leaves what is there."""


class Ruler(Protocol):
    """Measures words with the real fonts; a test may hand in a plain one."""

    def __hash__(self) -> int:
        """Return the same for rulers that measure alike, so that what they measured is kept."""
        ...

    def width(self, text: str, face: Face, size: float) -> float:
        """Return how wide `text` is on one line, px, quarter-em spaces included."""
        ...

    def lines(
        self, spans: Sequence[Span], size: float, width: float
    ) -> tuple[tuple[Span, ...], ...]:
        """Break `spans` into lines of at most `width` px by the rules of both scripts.

        A run that cannot be broken stands on a line of its own and is wider.
        """
        ...


def line_width(ruler: Ruler, spans: Sequence[Span], size: float) -> float:
    """Return how wide `spans` are on one line, px, with the spaces between their writings."""
    gaps = sum(border_gap(left.text, right.text) for left, right in pairwise(spans))
    return sum(ruler.width(span.text, span.face, size) for span in spans) + gaps * size


def transformed(shape: Shape, factor: float, dx: float, dy: float) -> Shape:
    """Return `shape` made `factor` times as large about the origin, then moved by `dx`, `dy` px."""
    match shape:
        case TextLine():
            return replace(
                shape,
                x=shape.x * factor + dx,
                y=shape.y * factor + dy,
                size=shape.size * factor,
                width=shape.width * factor,
            )
        case Box():
            return replace(
                shape,
                x=shape.x * factor + dx,
                y=shape.y * factor + dy,
                width=shape.width * factor,
                height=shape.height * factor,
                radius=shape.radius * factor,
                stroke_width=shape.stroke_width * factor,
            )
        case Trace():
            moves = tuple(_moved(move, factor, dx, dy) for move in shape.moves)
            return replace(shape, moves=moves, width=shape.width * factor)
        case Icon():
            return replace(
                shape,
                x=shape.x * factor + dx,
                y=shape.y * factor + dy,
                size=shape.size * factor,
            )
        case Clip():
            return Clip(
                shape.x * factor + dx,
                shape.y * factor + dy,
                shape.width * factor,
                shape.height * factor,
                tuple(transformed(each, factor, dx, dy) for each in shape.shapes),
                shape.id,
            )
        case Later():
            return Later(
                shape.x * factor + dx,
                shape.y * factor + dy,
                shape.width * factor,
                shape.height * factor,
                cache(partial(_all_transformed, shape.make, factor, dx, dy)),
                shape.id,
            )


def _all_transformed(
    make: Callable[[], tuple[Shape, ...]], factor: float, dx: float, dy: float
) -> tuple[Shape, ...]:
    return tuple(transformed(shape, factor, dx, dy) for shape in make())


def _moved(move: Move, factor: float, dx: float, dy: float) -> Move:
    match move:
        case MoveTo(x, y):
            return MoveTo(x * factor + dx, y * factor + dy)
        case LineTo(x, y):
            return LineTo(x * factor + dx, y * factor + dy)
        case ArcTo(cx, cy, radius, start, sweep):
            return ArcTo(cx * factor + dx, cy * factor + dy, radius * factor, start, sweep)


def enlarged(picture: Picture, factor: float) -> Picture:
    """Return `picture` with everything in it `factor` times as large."""
    if factor == 1:
        return picture
    shapes, hits = placed(picture, 0, 0, factor)
    width, height = picture.width * factor, picture.height * factor
    return Picture(width, height, shapes, hits, picture.ground)


def placed(
    picture: Picture, dx: float, dy: float, factor: float = 1.0
) -> tuple[tuple[Shape, ...], tuple[Hit, ...]]:
    """Return the shapes and hits of `picture` moved, and enlarged, to a place inside another."""
    shapes = tuple(transformed(shape, factor, dx, dy) for shape in picture.shapes)
    hits = tuple(
        replace(
            hit,
            x=hit.x * factor + dx,
            y=hit.y * factor + dy,
            width=hit.width * factor,
            height=hit.height * factor,
            radius=hit.radius * factor,
        )
        for hit in picture.hits
    )
    return shapes, hits
