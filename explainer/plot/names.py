"""The names at the left of a chart, and how high their rows are."""

from __future__ import annotations

from explainer.lines import shortened
from explainer.picture import Face, Ruler, Span
from explainer.plot.look import Look
from explainer.plot.rows import Row

_LEADING = 1.2
"""em."""


def row_bounds(rows: tuple[Row, ...], height: float, look: Look) -> tuple[float, ...]:
    """Return where rows begin and end, px: all are as high."""
    each = min(look.row, height / max(1, len(rows)))
    return tuple(each * place for place in range(len(rows) + 1))


def name_lines(
    row: Row, room: float, high: float, look: Look, ruler: Ruler
) -> tuple[tuple[str, ...], float]:
    """Return the lines of a row's name and their size: broken where `room` px are too few.

    Lines for which a row `high` px has no room are left out, and an ellipsis says so.
    """
    face: Face = "mono-strong" if row.own_name else "medium"
    for size in (look.name, look.label):
        if ruler.width(row.name, face, size) <= room:
            return (row.name,), size
    most = max(1, int(high / (look.label * _LEADING)))
    lines = shortened(ruler, (Span(row.name, face),), look.label, room, most)
    return tuple("".join(span.text for span in line) for line in lines), look.label


def name_width(row: Row, lines: tuple[str, ...], size: float, ruler: Ruler) -> float:
    """Return how wide the lines of a name are, px."""
    face: Face = "mono-strong" if row.own_name else "medium"
    return max(ruler.width(words, face, size) for words in lines)
