"""Where the letters of a picture have ink, measured with the app's own faces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from lectures import line_words, lines

from explainer.fits import Inked, inked_line
from explainer.picture import Box, Shape
from explainer.views.text import QtRuler

RULE = 5.0
"""px; a box as thin is a rule."""
SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}
RULER = QtRuler()


def inked(shapes: Iterable[Shape]) -> list[Inked]:
    """Return every line of words among `shapes`, with the place of its letters."""
    return [inked_line(line, RULER) for line in lines(shapes) if line_words(line).strip()]


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
    for source, line in (
        (it, inked_line(it, RULER)) for it in lines(shapes) if line_words(it).strip()
    ):
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
