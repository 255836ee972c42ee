"""Where the letters of a line have ink, and which lines of a picture are seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec import Struct

from explainer.picture import Clip, Face, Later, Ruler, Shape, TextLine, line_width

Frame = tuple[float, float, float, float]
"""Left, top, right and bottom of what the camera shows."""
_SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


class InkRuler(Ruler, Protocol):
    """Measures heights of letters as well."""

    def reach(self, text: str, face: Face) -> tuple[float, float]:
        """Return how far the letters of `text` go above their baseline and below it, em."""
        ...


class Inked(Struct, frozen=True):
    """A line of words and the rectangle that its letters fill, px of its picture."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def leaves(self, width: float, height: float, tolerance: float) -> bool:
        """Tell whether something of it stands outside a picture of that size."""
        return (
            self.left < -tolerance
            or self.top < -tolerance
            or self.right > width + tolerance
            or self.bottom > height + tolerance
        )

    def overlaps(self, other: Inked, tolerance: float) -> bool:
        """Tell whether the two lie on one another by more than `tolerance` px in both ways."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return min(across, down) > tolerance


class Words(Struct, frozen=True):
    """A line of words that is seen."""

    line: TextLine
    ink: Inked
    frame: Frame | None = None
    """None where nothing cuts it off."""

    @property
    def cut(self) -> bool:
        """Whether only a part of it lies in what the camera shows."""
        return self.frame is not None and not _holds(self.frame, self.ink)


def line_words(line: TextLine) -> str:
    """Return the words of a line, without marks of how they are read."""
    return "".join(span.text for span in line.spans)


def inked_line(line: TextLine, ruler: InkRuler) -> Inked:
    """Return the place of the letters of one line."""
    width = line_width(ruler, line.spans, line.size)
    left = line.x - width * _SHIFT[line.anchor]
    heights = [ruler.reach(span.text, span.face) for span in line.spans if span.text.strip()]
    above = max((above for above, _ in heights), default=0.0) * line.size
    below = max((below for _, below in heights), default=0.0) * line.size
    return Inked(line_words(line), left, line.y - above, left + width, line.y + below)


def seen_words(shapes: Iterable[Shape], ruler: InkRuler) -> Iterator[Words]:
    """Yield the lines of which something is seen, from back to front."""
    return _seen(shapes, ruler, None)


def flat(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """Yield all shapes but words, those within clips too, from back to front."""
    return (shape for shape, _ in framed(shapes))


def framed(
    shapes: Iterable[Shape], frame: Frame | None = None
) -> Iterator[tuple[Shape, Frame | None]]:
    """Yield all shapes but words with the frame that they are seen through."""
    for shape in shapes:
        match shape:
            case Clip(x, y, width, height):
                yield from framed(shape.shapes, (x, y, x + width, y + height))
            case Later():
                yield from framed(shape.make(), frame)
            case TextLine():
                pass
            case _:
                yield shape, frame


def _seen(shapes: Iterable[Shape], ruler: InkRuler, frame: Frame | None) -> Iterator[Words]:
    for shape in shapes:
        match shape:
            case Clip(x, y, width, height):
                yield from _seen(shape.shapes, ruler, (x, y, x + width, y + height))
            case Later():
                yield from _seen(shape.make(), ruler, frame)
            case TextLine() if line_words(shape).strip():
                ink = inked_line(shape, ruler)
                if frame is None or _meets(frame, ink):
                    yield Words(shape, ink, frame)


def _meets(frame: Frame, ink: Inked) -> bool:
    across = min(ink.right, frame[2]) - max(ink.left, frame[0])
    return across > 0 and min(ink.bottom, frame[3]) > max(ink.top, frame[1])


def _holds(frame: Frame, ink: Inked) -> bool:
    inside = frame[0] <= ink.left and ink.right <= frame[2]
    return inside and frame[1] <= ink.top and ink.bottom <= frame[3]
