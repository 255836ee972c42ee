"""What is seen of a plan: which shapes are painted at a magnification, and how large words are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from explainer.canvas.axis import RULE
from explainer.canvas.bounds import bounds
from explainer.canvas.frame import Frame
from explainer.canvas.levels import NEAR, words_scale
from explainer.canvas.plan import Pin, Plan
from explainer.picture import ArcTo, Box, LineTo, Picture, Shape, Trace, transformed
from explainer.routes import Rect, Rooms

_HAIRS = 3.0
"""px of the screen; where strands are thinner a vast map is sketched."""
_LANES = 1.3
"""px of the screen from lane to lane; where they are nearer one line stands for all."""
_THICKEST = 1.5
"""px of a hairline, at most."""
_LONGEST = 560.0
"""px of the screen that words may be longer than on the map."""


class Word(Struct, frozen=True):
    """A shape that is painted `scale` times as large about a pin."""

    shape: Shape
    pin: Pin
    scale: float

    @property
    def room(self) -> Rect:
        """Return the room that it takes, px of the map."""
        own, pin, scale = bounds(self.shape), self.pin, self.scale
        return Rect(
            pin.x + (own.left - pin.x) * scale,
            pin.y + (own.top - pin.y) * scale,
            pin.x + (own.right - pin.x) * scale,
            pin.y + (own.bottom - pin.y) * scale,
        )


class Seen:
    """Finds what is seen of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        cell = max(plan.picture.width, plan.picture.height, 1.0) / 48
        words = [shape for shape in plan.picture.shapes if shape.id in plan.pins]
        still = [shape for shape in plan.picture.shapes if shape.id not in plan.pins]
        self._rules = _Shapes([shape for shape in still if shape.id == RULE], cell)
        self._still = _Shapes([shape for shape in still if shape.id != RULE], cell)
        self._words = _Shapes(words, cell)
        self._details: _Shapes | None = None
        self._cell = cell

    def is_sketched(self, factor: float) -> bool:
        """Return whether lines and dots take the place of strands and stations."""
        return self.plan.vast and factor * self.plan.strand < _HAIRS

    def has_lanes(self, factor: float) -> bool:
        """Return whether a sketch shows every strand."""
        return factor * self.plan.strand >= _LANES

    def shapes(self, part: Rect) -> list[Shape]:
        """Return what is neither a word nor a rule, in `part` of the map, from back to front."""
        return self._still.near(part)

    def rules(self, part: Rect, frame: Frame) -> list[Shape]:
        """Return the rules of the axis, px of the screen: hairlines at any magnification."""
        return [
            box
            for shape in self._rules.near(part)
            if isinstance(shape, Trace)
            for box in _hairs(shape, frame)
        ]

    def words(self, part: Rect, factor: float) -> list[Word]:
        """Return the words in `part` of the map, from back to front."""
        found = self.told(self._words.near(_reach(part, factor)), self.plan.pins, factor)
        if factor >= NEAR:
            details = self.plan.details()
            if self._details is None:
                self._details = _Shapes(details.shapes, self._cell)
            found += self.told(self._details.near(part), details.pins, factor)
        return found

    def shows(self, name: str, factor: float) -> bool:
        """Return whether the words with the id `name` are shown."""
        pin = self.plan.pins.get(name)
        return pin is not None and pin.since <= factor * _EQUAL

    def told(self, shapes: Iterable[Shape], pins: Mapping[str, Pin], factor: float) -> list[Word]:
        """Return `shapes` as words where they are shown, as large as they are there."""
        found: list[Word] = []
        for shape in shapes:
            pin = pins[shape.id]
            if pin.since <= factor * _EQUAL:
                found.append(Word(shape, pin, words_scale(factor, pin.size)))
        return found


_EQUAL = 1.0 + 1e-6
"""Two magnifications that differ by less are the same."""


def _reach(part: Rect, factor: float) -> Rect:
    """Return where words may stand on the map that reach into `part` where they are large."""
    return part.grown(_LONGEST / factor, _LONGEST / factor / 8) if factor < 1 else part


def _hairs(trace: Trace, frame: Frame) -> Iterator[Box]:
    """Yield the runs of a rule as boxes, which are painted on whole pixels of the device."""
    thick = min(trace.width, _THICKEST)
    for start, end in pairwise(trace.moves):
        if isinstance(start, ArcTo) or not isinstance(end, LineTo):
            continue
        left, right = sorted((start.x, end.x))
        top, bottom = sorted((start.y, end.y))
        x, y = left * frame.factor + frame.dx, top * frame.factor + frame.dy
        wide, high = (right - left) * frame.factor, (bottom - top) * frame.factor
        if wide >= high:
            yield Box(x, y - thick / 2, wide, thick, fill=trace.stroke, id=RULE)
        else:
            yield Box(x - thick / 2, y, thick, high, fill=trace.stroke, id=RULE)


class _Shapes:
    """Shapes found by place, in their order."""

    def __init__(self, shapes: Sequence[Shape], cell: float) -> None:
        self._shapes = shapes
        self._wide: list[tuple[int, Rect]] = []
        self._places: list[int] = []
        self._rooms = Rooms(cell=cell)
        for place, shape in enumerate(shapes):
            room = bounds(shape)
            if room.right - room.left > cell * _WIDE or room.bottom - room.top > cell * _WIDE:
                self._wide.append((place, room))
            else:
                self._rooms.append(room)
                self._places.append(place)

    def near(self, part: Rect) -> list[Shape]:
        found = [self._places[place] for place in self._rooms.near(part)]
        found += [place for place, room in self._wide if room.meets(part)]
        return [self._shapes[place] for place in sorted(found)]


_WIDE = 16
"""Cells; what is longer is looked at always."""


def flat(seen: Seen, frame: Frame, size: tuple[float, float]) -> Picture:
    """Return what is seen through `frame` in a box of `size` px, as one picture."""
    part = seen_part(frame, (0.0, 0.0, *size))
    shapes = seen.rules(part, frame)
    shapes += [transformed(shape, frame.factor, frame.dx, frame.dy) for shape in seen.shapes(part)]
    for word in seen.words(part, frame.factor):
        own, pin = frame.factor * word.scale, word.pin
        dx, dy = pin.x * frame.factor + frame.dx, pin.y * frame.factor + frame.dy
        shapes.append(transformed(word.shape, own, dx - pin.x * own, dy - pin.y * own))
    return Picture(*size, tuple(shapes), ground="background")


def seen_part(frame: Frame, box: tuple[float, float, float, float]) -> Rect:
    """Return which part of the map is seen in a box of the screen: left, top, width, height, px."""
    x, y, width, height = box
    left, top = (x - frame.dx) / frame.factor, (y - frame.dy) / frame.factor
    return Rect(left, top, left + width / frame.factor, top + height / frame.factor)
