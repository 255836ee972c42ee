"""How a strand looks along its way: colour and core texture say the method, the line how sure.

Solid is stated, dashed likely or conjectured, dotted open; the same for a strand of the map, a
sample in the legend and the line beside a word.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from explainer.dress import method_ink
from explainer.paths import Straight, Way
from explainer.picture import Cap, Ink, LineTo, Move, MoveTo, Shape, Trace
from explainer.schema import Certainty, Method
from explainer.theme import numbers

DASH, GAP = numbers("certainty", "likely", "dash")
DOT = numbers("certainty", "open", "dash")[1]
_LEAST_DASH = 0.35
"""Strand widths; what is shorter would be a sliver."""
_LEAST_TEXTURE = 5.0
"""px; a thinner strand is plain."""
_DOT_WIDTH = 0.9
_SEAM = 0.5
"""px."""
_SPECK = 0.01
"""px; a round cap turns so short a line into a dot."""


class Thread(Struct, frozen=True):
    """One lane of a bundle: what it is made of and where along the way it is drawn."""

    way: Way
    offset: float
    width: float
    ink: Ink
    ground: Ink
    """The core texture is drawn in it."""
    style: str
    """A method's token style; "" is plain."""
    certainty: Certainty = "stated"
    phase: float = 0.0
    """Where the dashes are counted from, px from the end of the way."""
    cuts: tuple[tuple[float, float], ...] = ()
    """Parts of a dashed line left blank, px from the end of the way."""
    id: str = ""
    part: tuple[float, float] | None = None
    """Only what begins between these lengths, px from the start of the way; else all of it."""

    @property
    def _range(self) -> tuple[float, float]:
        return self.part or (0.0, self.way.length)

    def _outline(self) -> tuple[Move, ...]:
        if self.part is None:
            return self.way.whole(self.offset)
        # A little longer, so that no seam shows where the next part begins.
        return self.way.moves(self.part[0], self.part[1] + _SEAM, self.offset)

    def shapes(self) -> tuple[Shape, ...]:
        """Return what is painted, from back to front."""
        match self.certainty:
            case "stated":
                return self._solid()
            case "open":
                return self._dotted()
            case "likely" | "conjectured":
                return self._dashed()

    def _solid(self) -> tuple[Shape, ...]:
        shapes: list[Shape] = [self._trace(self._outline(), self.ink, self.width)]
        if self.width >= _LEAST_TEXTURE:
            shapes.extend(self._texture())
        return tuple(shapes)

    def _texture(self) -> list[Trace]:
        width = self.width
        match self.style:
            case "code":
                return [self._trace(self._outline(), self.ground, width * 0.26)]
            case "instruction":
                beads = self._specks(width * 2.1, width * 1.05)
                return [self._trace(beads, self.ground, width * 0.42, round_caps=True)]
            case "rlhf":
                return [self._trace(self._chevrons(), self.ground, width * 0.26)]
            case _:
                return []

    def _specks(self, spacing: float, first: float) -> tuple[Move, ...]:
        moves: list[Move] = []
        start, end = self._range
        length = first + spacing * max(0, math.ceil((start - first) / spacing))
        while length < end:
            (x, y), (ux, uy) = self.way.step(length, self.offset)
            moves += [MoveTo(x, y), LineTo(x + ux * _SPECK, y + uy * _SPECK)]
            length += spacing
        return tuple(moves)

    def _chevrons(self) -> tuple[Move, ...]:
        moves: list[Move] = []
        width, (start, end) = self.width, self._range
        step = width * 1.9
        length = width * 1.2 + step * max(0, math.ceil((start - width * 1.2) / step))
        while length < min(end, self.way.length - width * 0.5):
            (x, y), (ux, uy) = self.way.step(length, self.offset)
            nx, ny, half = -uy, ux, width * 0.52
            for side in (-1, 1):
                back = (
                    x + side * nx * half - ux * half * 0.6,
                    y + side * ny * half - uy * half * 0.6,
                )
                tip = (x + ux * half * 0.5, y + uy * half * 0.5)
                moves += [MoveTo(*back), LineTo(*tip)] if side < 0 else [LineTo(*back)]
            length += step
        return tuple(moves)

    def _dotted(self) -> tuple[Shape, ...]:
        spacing = self.width * DOT
        count = max(1, round(self.way.length / spacing))
        dots = self._specks(self.way.length / count, self.width * _DOT_WIDTH / 2)
        return (self._trace(dots, self.ink, self.width * _DOT_WIDTH, round_caps=True),)

    def _dashed(self) -> tuple[Shape, ...]:
        width, total = self.width, self.way.length
        period = width * (DASH + GAP)
        moves: list[Move] = []
        begin, end = total - self._range[1], total - self._range[0]
        start = self.phase - period * math.ceil(self.phase / period + 1)
        start += period * max(0, math.ceil((begin - start) / period)) if begin > 0 else 0.0
        while start < min(total, end):
            for first, last in self._kept(max(0.0, start), min(total, start + width * DASH)):
                if last - first >= width * _LEAST_DASH:
                    moves.extend(self.way.moves(total - last, total - first, self.offset))
            start += period
        return (self._trace(tuple(moves), self.ink, width),)

    def _kept(self, first: float, last: float) -> list[tuple[float, float]]:
        """Return what the blank parts leave of a dash."""
        pieces = [(first, last)]
        for blank_from, blank_to in self.cuts:
            pieces = [
                piece
                for start, end in pieces
                for piece in ((start, min(end, blank_from)), (max(start, blank_to), end))
                if piece[1] > piece[0]
            ]
        return pieces

    def _trace(
        self, moves: tuple[Move, ...], ink: Ink, width: float, *, round_caps: bool = False
    ) -> Trace:
        cap: Cap = "round" if round_caps else "flat"
        return Trace(moves, stroke=ink, width=width, cap=cap, id=self.id)


def level_way(x: float, y: float, width: float) -> Way:
    """Return a straight way to the right, px."""
    return Way((Straight((x, y), (1.0, 0.0), width),))


def swatch(  # noqa: PLR0913 - a place, a size and a look
    method: Method,
    x: float,
    y: float,
    width: float,
    strand: float,
    certainty: Certainty = "stated",
    ground: Ink = "surface",
) -> tuple[Shape, ...]:
    """Return a sample of the strand of `method`, `width` px long and `strand` px thick.

    It begins at `x`; `y` is its middle.
    """
    ink, along = method_ink(method, "stroke"), level_way(x, y, width)
    return Thread(along, 0.0, strand, ink, ground, method.style, certainty).shapes()


def certainty_line(  # noqa: PLR0913 - a place, a size and a look
    certainty: Certainty, x: float, y: float, width: float, thickness: float, ink: Ink = "muted"
) -> tuple[Shape, ...]:
    """Return the line that stands beside a word of certainty, `width` px long.

    However short, it shows its look: three dashes, or four dots.
    """
    moves: list[Move] = []
    match certainty:
        case "stated":
            moves += [MoveTo(x, y), LineTo(x + width, y)]
        case "likely" | "conjectured":
            dash, gap = width * 0.26, width * 0.11
            for number in range(3):
                start = x + number * (dash + gap)
                moves += [MoveTo(start, y), LineTo(start + dash, y)]
        case "open":
            step = (width - thickness) / 3
            for number in range(4):
                start = x + thickness / 2 + number * step
                moves += [MoveTo(start, y), LineTo(start + _SPECK, y)]
    cap: Cap = "round" if certainty == "open" else "flat"
    return (Trace(tuple(moves), stroke=ink, width=thickness, cap=cap),)


def line_of(points: Sequence[tuple[float, float]]) -> tuple[Move, ...]:
    """Return the outline through `points`."""
    first, *others = points
    return (MoveTo(*first), *(LineTo(*point) for point in others))
