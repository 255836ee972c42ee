"""The names at the left of a chart, and how high their rows are."""

from __future__ import annotations

from explainer.picture import Face, Ruler, Span
from explainer.plot.look import Look
from explainer.plot.rows import Row

_EMPTY = 0.72
"""Height of a row without a number, of one with."""
_LEAST = 1.16
"""Height of the lowest row, in sizes of its letters."""


def row_bounds(rows: tuple[Row, ...], height: float, look: Look) -> tuple[float, ...]:
    """Return where rows begin and end, px: lower ones where there is no number."""
    weights = [1.0 if row.data else _EMPTY for row in rows]
    full = min(look.row, height / (sum(weights) or 1.0))
    least = look.label * _LEAST
    heights = [max(full * weight, min(least, full)) for weight in weights]
    # What the lowest rows keep is taken from the others.
    over = sum(heights) - height
    if over > 0:
        high = [place for place, row in enumerate(rows) if row.data]
        heights = [it - over / len(high) if at in high else it for at, it in enumerate(heights)]
    bounds = [0.0]
    for it in heights:
        bounds.append(bounds[-1] + it)
    return tuple(bounds)


def name_lines(row: Row, room: float, look: Look, ruler: Ruler) -> tuple[tuple[str, ...], float]:
    """Return the lines of a row's name and their size: broken where `room` px are too few."""
    face: Face = "mono-strong" if row.own_name else "medium"
    for size in (look.name, look.label):
        if ruler.width(row.name, face, size) <= room:
            return (row.name,), size
    lines = ruler.lines((Span(row.name, face),), look.label, room)
    return tuple("".join(span.text for span in line) for line in lines), look.label


def name_width(row: Row, lines: tuple[str, ...], size: float, ruler: Ruler) -> float:
    """Return how wide the lines of a name are, px."""
    face: Face = "mono-strong" if row.own_name else "medium"
    return max(ruler.width(words, face, size) for words in lines)
