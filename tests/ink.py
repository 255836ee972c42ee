"""Where the letters of a picture have ink, measured with the app's own faces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from lectures import line_words, lines

from explainer.picture import Box, Face, Shape, TextLine, line_width
from explainer.scripts import runs
from explainer.views.fonts import REFERENCE, raw_font, shows
from explainer.views.text import QtRuler

RULE = 5.0
"""px; a box as thin is a rule."""
SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}
RULER = QtRuler()


@dataclass(frozen=True, slots=True)
class Inked:
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


def inked(shapes: Iterable[Shape]) -> list[Inked]:
    """Return every line of words among `shapes`, with the place of its letters."""
    return [inked_line(line) for line in lines(shapes) if line_words(line).strip()]


def overlapping(found: Iterable[Inked], tolerance: float) -> Iterator[tuple[str, str]]:
    """Yield the words of each two lines that lie on one another."""
    for one, other in combinations(sorted(found, key=lambda it: it.top), 2):
        if one.overlaps(other, tolerance):
            yield one.words, other.words


def crossed(shapes: Sequence[Shape], tolerance: float) -> Iterator[str]:
    """Yield the words of each line that the edge of a box runs through.

    A rule behind words with a halo is no edge: the halo covers it.
    """
    boxes = [it for it in shapes if isinstance(it, Box) and (it.fill or it.stroke)]
    edges = [it for it in boxes if min(it.width, it.height) > RULE]
    bare = {id(it) for it in lines(shapes) if not it.halo}
    for source, line in ((it, inked_line(it)) for it in lines(shapes) if line_words(it).strip()):
        high = line.bottom - line.top
        for box in boxes if id(source) in bare else edges:
            across = _through(line.left, line.right, box.x, box.x + box.width, tolerance)
            down = _through(line.top, line.bottom, box.y, box.y + box.height, tolerance)
            if box.height >= high and None not in (across, down) and (across or down):
                yield line.words


def _through(begin: float, end: float, low: float, high: float, tolerance: float) -> bool | None:
    """Tell whether a stretch has a part outside another; None where they have nothing in common."""
    if min(end, high) - max(begin, low) <= tolerance:
        return None
    return begin < low - tolerance or end > high + tolerance


def inked_line(line: TextLine) -> Inked:
    """Return the place of the letters of one line."""
    width = line_width(RULER, line.spans, line.size)
    left = line.x - width * SHIFT[line.anchor]
    heights = [_height(span.text, span.face) for span in line.spans if span.text.strip()]
    above = max(above for above, _ in heights) * line.size
    below = max(below for _, below in heights) * line.size
    return Inked(line_words(line), left, line.y - above, left + width, line.y + below)


@lru_cache(maxsize=4096)
def _height(text: str, face: Face) -> tuple[float, float]:
    """Return how far the letters reach above their baseline and below it, em."""
    above = below = 0.0
    for run in runs(text):
        for sign in run.text:
            its_own = shows(face, sign, chinese=run.chinese)
            up, down = _sign(sign, face, chinese=run.chinese if its_own else not run.chinese)
            above, below = max(above, up), max(below, down)
    return above, below


@lru_cache(maxsize=4096)
def _sign(sign: str, face: Face, *, chinese: bool) -> tuple[float, float]:
    raw = raw_font(face, REFERENCE, chinese=chinese)
    bounds = raw.boundingRect(raw.glyphIndexesForString(sign)[0])
    return -bounds.top() / REFERENCE, bounds.bottom() / REFERENCE
