"""What stands on what in a picture, found by painting it: shape by shape, each role a flat colour.

Before a shape is painted its place is looked at, and after it. What has changed is where the shape
has ink, and what was there before is what it stands on: whatever fill lies topmost, a halo too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from math import ceil, floor
from typing import Literal

import numpy as np
import numpy.typing as npt
import pytest
from ink import RULER, SHIFT
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from explainer.picture import (
    ArcTo,
    Box,
    Clip,
    Hit,
    Icon,
    Ink,
    Later,
    Move,
    Picture,
    Shape,
    Span,
    TextLine,
    Trace,
    line_width,
)
from explainer.views import paint as painting

GROUNDS = ("background", "surface", "sunken", "tint", "ground")
"""The last word of the roles that others stand on."""
NO_MEANING = ("line", "edge_dimmed")
"""Hairlines, rules, frames of cards, and dimmed strands: a name beside them says it all.

The design exempts them from every contrast.
"""
RING = 2
"""px around a line or an area where what it stands on is seen."""
SHARE = 0.02
"""Of a shape's surroundings; what has less there only touches it."""
_OPAQUE = 0xFF000000
_SPREAD = 0x9E3779
"""An odd number that throws following numbers far apart: no blend of two is a third."""

Kind = Literal["text", "icon", "graphics"]
Pixels = npt.NDArray[np.uint32]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Veiled:
    """A ground seen through a fill of that opacity."""

    base: Ground
    fill: Ink
    opacity: float


Ground = Ink | Veiled


@dataclass(frozen=True, slots=True)
class Standing:
    """Something drawn in `ink` on `ground`; two places of the same are equal."""

    kind: Kind
    ink: Ink
    ground: Ground
    where: str = field(compare=False)


def looked_at(picture: Picture, name: str = "", known: set[Shape] | None = None) -> Looked:
    """Return `picture` as it was painted and looked at; `name` stands before each place in it.

    Parts with a ground of their own that are among `known` are not looked at once more; the others
    are added to it.
    """
    return Looked(picture, name, set() if known is None else known)


def stands(picture: Picture, name: str = "") -> list[Standing]:
    """Return what each line, icon and meaningful shape of `picture` stands on."""
    return looked_at(picture, name).found


def is_ground(ground: Ground) -> bool:
    """Tell whether something is there to be stood on, and says nothing by itself."""
    return isinstance(ground, Veiled) or ground.rpartition(".")[2] in GROUNDS


class Looked:
    """A picture that is painted in flat colours, one for each role."""

    def __init__(self, picture: Picture, name: str, known: set[Shape]) -> None:
        self._size = (picture.width, picture.height)
        self._name = name
        self._known = known
        self._image = QImage(ceil(picture.width), ceil(picture.height), QImage.Format.Format_RGB32)
        self._image.fill(0)
        high, stride = self._image.height(), self._image.bytesPerLine() // 4
        self._pixels: Pixels = np.frombuffer(self._image.bits(), np.uint32).reshape(high, stride)
        self._grounds: dict[int, Ground] = {}
        self._colours: dict[Ground, QColor] = {}
        self.found: list[Standing] = []
        """What was drawn, and on what, in the order of painting."""
        with pytest.MonkeyPatch.context() as patch, QPainter(self._image) as self._painter:
            patch.setattr(painting, "ink_colour", lambda _, ink: self._colour(ink))
            if picture.ground:
                self._paint(Box(0, 0, *self._size, fill=picture.ground))
            self._walk(picture.shapes, QRectF(self._image.rect()))

    def along(self, hit: Hit, begin: int, end: int) -> set[Ground]:
        """Return the grounds that lie around `hit` from `begin` to `end` px outside of it."""
        frame = QRectF(hit.x, hit.y, hit.width, hit.height).toAlignedRect()
        room = frame.adjusted(-end, -end, end, end) & self._image.rect()
        hole = frame.adjusted(-begin, -begin, begin, begin) & room
        mask = np.ones((max(0, room.height()), max(0, room.width())), np.bool_)
        if hole.isValid():
            left, top = hole.left() - room.left(), hole.top() - room.top()
            mask[top : top + hole.height(), left : left + hole.width()] = False
        place = self._pixels[room.top() : room.bottom() + 1, room.left() : room.right() + 1]
        return {ground for ground in self._among(place[mask]) if is_ground(ground)}

    def _walk(self, shapes: Iterable[Shape], seen: QRectF) -> None:
        for shape in shapes:
            match shape:
                case TextLine():
                    self._stand_words(shape, seen)
                case Icon(ink=ink) if ink:
                    self._stand("icon", shape, ink, seen)
                case Box(opacity=opacity) if opacity < 1:
                    self._veil(shape, seen)
                case Box() | Trace():
                    for part, ink in _parts(shape):
                        self._stand("graphics", part, ink, seen)
                case Clip() if shape in self._known:
                    self._paint(shape)
                case Clip():
                    if _is_grounded(shape):
                        self._known.add(shape)
                    window = QRectF(shape.x, shape.y, shape.width, shape.height)
                    self._painter.save()
                    self._painter.setClipRect(window, Qt.ClipOperation.IntersectClip)
                    self._walk(shape.shapes, window & seen)
                    self._painter.restore()
                case _:
                    pass

    def _stand_words(self, line: TextLine, seen: QRectF) -> None:
        if line.halo:
            spans = tuple(replace(span, ink=line.halo) for span in line.spans)
            self._paint(replace(line, spans=spans))
        for ink in dict.fromkeys(span.ink for span in line.spans if span.text.strip()):
            spans = tuple(span if span.ink == ink else _silent(span) for span in line.spans)
            if ink:
                self._stand("text", replace(line, spans=spans, halo=""), ink, seen)

    def _stand(self, kind: Kind, shape: Shape, ink: Ink, seen: QRectF) -> None:
        """Paint `shape`, and note on what its ink has come to stand."""
        room = (_room(shape) & seen).toAlignedRect()
        left, top = max(0, room.left()), max(0, room.top())
        place = self._pixels[top : room.bottom() + 1, left : room.right() + 1]
        says_nothing = kind == "graphics" and (is_ground(ink) or ink in NO_MEANING)
        if says_nothing or not place.size:
            self._paint(shape)
            return
        before = place.copy()
        self._paint(shape)
        changed: Mask = before != place
        under = self._among(before[changed])
        if not under:
            # In the colour of what is there nothing changes, and nobody can see it.
            under = {ground for ground in self._among(before.ravel()) if ground == ink}
        if kind == "graphics":
            around = {it for it in self._among(before[_ring(changed)]) if is_ground(it)}
            under = around or under
        where = f"{self._name}: {_what(shape)}"
        self.found += [Standing(kind, ink, ground, where) for ground in under]

    def _veil(self, box: Box, seen: QRectF) -> None:
        """Lay a fill over what is there: what it covers becomes something new each time."""
        room = (_room(box) & seen).toAlignedRect() & self._image.rect()
        place = self._pixels[room.top() : room.bottom() + 1, room.left() : room.right() + 1]
        before = place.copy()
        self._paint(replace(box, opacity=1.0))
        covered: Mask = before != place
        for code in np.unique(before[covered]):
            base = self._grounds.get(int(code))
            if base is not None:
                veiled = Veiled(base, box.fill, box.opacity)
                place[covered & (before == code)] = self._colour(veiled).rgb()

    def _among(self, pixels: Pixels) -> set[Ground]:
        """Return the grounds that have a share of `pixels`; blends at edges are none."""
        codes, counts = np.unique(pixels, return_counts=True)
        known = [
            (self._grounds.get(int(code)), count) for code, count in zip(codes, counts, strict=True)
        ]
        return {
            ground for ground, count in known if ground is not None and count > SHARE * pixels.size
        }

    def _colour(self, ground: Ground) -> QColor:
        """Return the colour that stands for a role, or for a ground under a fill."""
        if ground not in self._colours:
            number = _OPAQUE | (len(self._colours) + 1) * _SPREAD & ~_OPAQUE
            self._colours[ground] = QColor.fromRgb(number)
            self._grounds[number] = ground
        return self._colours[ground]

    def _paint(self, shape: Shape) -> None:
        painting.paint(self._painter, Picture(*self._size, (shape,)), "light")


def _parts(shape: Box | Trace) -> Iterator[tuple[Shape, Ink]]:
    """Yield fill and outline of a shape as two, in the order in which they are painted."""
    if shape.fill:
        yield replace(shape, stroke=""), shape.fill
    if shape.stroke:
        yield replace(shape, fill=""), shape.stroke


def _is_grounded(clip: Clip) -> bool:
    """Tell whether a part begins with a ground that fills all of it."""
    match clip.shapes:
        case (Box(x, y, width, height) as box, *_) if box.fill and box.opacity == 1:
            ground = QRectF(x, y, width, height)
            return ground.contains(QRectF(clip.x, clip.y, clip.width, clip.height))
        case _:
            return False


def _silent(span: Span) -> Span:
    return replace(span, ink="", underline=False)


def _room(shape: Shape) -> QRectF:
    """Return a rectangle outside of which nothing of `shape` is painted."""
    match shape:
        case TextLine():
            width = line_width(RULER, shape.spans, shape.size)
            left = shape.x - width * SHIFT[shape.anchor]
            size = shape.size
            return QRectF(left - 0.2 * size, shape.y - 1.1 * size, width + 0.4 * size, 1.5 * size)
        case Icon():
            half = 0.6 * shape.size
            return QRectF(shape.x - half, shape.y - half, 2 * half, 2 * half)
        case Box():
            out = shape.stroke_width / 2 + RING + 1
            frame = QRectF(shape.x, shape.y, shape.width, shape.height)
            return frame.adjusted(-out, -out, out, out)
        case Trace():
            corners = list(chain.from_iterable(_corners(move) for move in shape.moves))
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            out = shape.width + RING + 1
            across, down = max(xs) - min(xs), max(ys) - min(ys)
            frame = QRectF(min(xs), min(ys), across, down)
            return frame.adjusted(-out, -out, out, out)
        case Clip() | Later():
            return QRectF(shape.x, shape.y, shape.width, shape.height)


def _corners(move: Move) -> tuple[tuple[float, float], ...]:
    if isinstance(move, ArcTo):
        reach = move.radius
        return (move.cx - reach, move.cy - reach), (move.cx + reach, move.cy + reach)
    return ((move.x, move.y),)


def _ring(changed: Mask) -> Mask:
    """Return what lies within `RING` px of the places that are true, and is not."""
    grown = changed.copy()
    grown[RING:] |= changed[:-RING]
    grown[:-RING] |= changed[RING:]
    grown[:, RING:] |= changed[:, :-RING]
    grown[:, :-RING] |= changed[:, RING:]
    return grown & ~changed


def _what(shape: Shape) -> str:
    match shape:
        case TextLine():
            return repr("".join(span.text for span in shape.spans if span.ink)[:40])
        case Icon():
            return f"icon {shape.name}"
        case Box() | Trace():
            room = _room(shape)
            kind = type(shape).__name__.lower()
            return f"{kind} {shape.id} at {floor(room.x())}, {floor(room.y())}"
        case Clip() | Later():
            return "clip"
