"""The time axis of the map: rules, dots, ticks and dates."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.dates import axis_labels, months_between
from explainer.picture import Box, LineTo, MoveTo, Ruler, Shape, Span, TextLine, Trace
from explainer.placement import Placement
from explainer.routes import Rect
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import number

RULE = "rule"
"""The id of lines that are as thin at any magnification."""
_CLEAR = 0.3
"""Room beside a date at the edge, em."""
_RAISED = 0.75
"""From a row up to the foot of a date above a name, em of the name: clear of its ground."""
_MOST_TICKS = 60
"""Between two rows; a longer time is only a line."""


def axis_shapes(
    placed: Placement,
    language: Language,
    ruler: Ruler,
    taken: Sequence[Rect] = (),
    stops: Sequence[Rect] = (),
) -> list[Shape]:
    """Return the axis; where there is no room for it, short dates stand at the left edge.

    There they keep clear of what is `taken`, as far as that is possible. Rules end before `stops`.
    """
    spans = [row.span for row in placed.grid.rows]
    labels = axis_labels(spans, language, short=not placed.axis)
    named = [(y, label) for y, label in zip(placed.ys, labels, strict=True) if label]
    if not placed.axis:
        return _dates_at_edge(placed, named, ruler, taken, stops)
    shapes: list[Shape] = [_upright(placed)]
    shapes += _ticks(placed, [row.date for row in placed.grid.rows])
    size = placed.scale.axis
    last_of = _last_rows(placed.ys, labels)
    for y, label in named:
        right = _end(placed, y, stops)
        shapes.append(_rule(placed.axis + size * 0.6, right, y))
        shapes.append(_dot(placed.axis, y, last_of[y], size * 0.25, f"axis:{y}"))
        width = ruler.width(label, "medium", size)
        x = placed.axis - size * 0.85
        words = (Span(label, "medium", "muted"),)
        shapes.append(TextLine(x, y + size * 0.35, words, size, "end", width=width, id=f"axis:{y}"))
    if placed.scale.date:
        shapes.append(_foot(placed, language, ruler))
    return shapes


def date_rooms(shapes: Sequence[Shape]) -> list[Rect]:
    """Return the room of the dates among the shapes of an axis that has no room of its own."""
    return [
        _room(shape.x, shape.y, shape.width, shape.size).grown(0, shape.size * 0.1)
        for shape in shapes
        if isinstance(shape, TextLine)
    ]


def _dates_at_edge(
    placed: Placement,
    named: list[tuple[float, str]],
    ruler: Ruler,
    taken: Sequence[Rect],
    stops: Sequence[Rect],
) -> list[Shape]:
    """Return dates in a column before their rules, or above a name that reaches into it."""
    shapes: list[Shape] = []
    size, left = placed.scale.axis, placed.scale.edge
    column = max((ruler.width(label, "medium", size) for _, label in named), default=0.0)
    above, under = -placed.scale.name * _RAISED - size * 0.06, size * 1.05
    lower = placed.scale.name * 1.3
    for y, label in named:
        right = _end(placed, y, stops)
        shapes.append(_rule(left + column + size * 0.5, right, y))
        spans = (Span(label, "medium", "muted"),)
        width = ruler.width(label, "medium", size)
        steps = [left + step * size for step in range(1, int((right - width) / size))]
        places = [(left, y + size * 0.35), (left, y + above)]
        places += [(x, y + side) for side in (above, under, lower, -lower) for x in steps]
        free = (
            place
            for clear in (size * _CLEAR, 0.0)
            for place in places
            if _is_free(_room(*place, width, size).grown(clear, 0.0), taken)
            and _is_beside(place[1] - size * 0.35, y, named)
        )
        x, baseline = next(free, places[1])
        shapes.append(TextLine(x, baseline, spans, size, width=width, id=f"axis:{y}"))
    return shapes


def _room(x: float, baseline: float, width: float, size: float) -> Rect:
    return Rect(x, baseline - size * 0.74, x + width, baseline + size * 0.06)


def _is_free(room: Rect, taken: Sequence[Rect]) -> bool:
    return not any(room.meets(other) for other in taken)


def _is_beside(middle: float, y: float, named: Sequence[tuple[float, str]]) -> bool:
    """Tell whether words about `middle` stand nearest to the row at `y`: else they date another."""
    return all(abs(middle - y) <= abs(middle - other) for other, _ in named)


def _end(placed: Placement, y: float, stops: Sequence[Rect]) -> float:
    """Return where the rule at `y` ends."""
    beside = (stop.left for stop in stops if stop.top <= y <= stop.bottom)
    return min((placed.width - placed.scale.edge, *beside))


def _rule(left: float, right: float, y: float) -> Shape:
    return Trace((MoveTo(left, y), LineTo(right, y)), stroke="line", width=1.0, id=RULE)


def _upright(placed: Placement) -> Shape:
    moves = (MoveTo(placed.axis, placed.ys[0]), LineTo(placed.axis, placed.ys[-1]))
    return Trace(moves, stroke="line", width=max(1.5, placed.scale.axis * 0.1), id=RULE)


def _last_rows(ys: Sequence[float], labels: Sequence[str]) -> dict[float, float]:
    """Return where the last row of each date stands that is named, by where its first one does."""
    last: dict[float, float] = {}
    first = ys[0] if ys else 0.0
    for y, label in zip(ys, labels, strict=True):
        first = y if label else first
        last[first] = y
    return last


def _dot(x: float, y: float, last: float, radius: float, name: str) -> Shape:
    """Return the dot of a date; it is drawn out down to the last row of that date."""
    long = last - y + 2 * radius
    return Box(x - radius, y - radius, radius * 2, long, radius, fill="muted", id=name)


def _ticks(placed: Placement, dates: list[str]) -> list[Shape]:
    """A tick for each month shows how the scale is stretched."""
    moves: list[MoveTo | LineTo] = []
    length = placed.scale.axis * 0.32
    top = placed.ys[0]
    for place, months in enumerate(months_between(dates)):
        below = placed.ys[place + 1]
        if not months:
            top = below  # a second row of the same month: the next ones begin under it
            continue
        for month in range(1, min(months, _MOST_TICKS)):
            y = top + (below - top) * month / months
            moves += [MoveTo(placed.axis - length, y), LineTo(placed.axis, y)]
        top = below
    return [
        Trace(tuple(moves), stroke="edge_dimmed", width=number("line_width", "axis") * 0.9, id=RULE)
    ]


def _foot(placed: Placement, language: Language, ruler: Ruler) -> Shape:
    size = placed.scale.axis
    words = say("axis.not-to-scale", language)
    width = ruler.width(words, "text", size)
    x = max(placed.axis - size * 0.85 - width * 0.5, placed.scale.edge * 0.4 + width / 2)
    y = placed.ys[-1] + size * 1.9
    spans = (Span(words, "text", "muted"),)
    return TextLine(x, y, spans, size, "middle", width=width, id="axis:foot")
