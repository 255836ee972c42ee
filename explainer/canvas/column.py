"""Where counterparts stand: one under the other, right of the lineage, near what they stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from explainer.canvas.surroundings import Surroundings
from explainer.counterparts import Entry
from explainer.dates import date_words
from explainer.lines import balanced
from explainer.picture import Span, line_width
from explainer.placement import Scale, shown_name
from explainer.routes import Rect
from explainer.schema import ModelId
from explainer.theme import number

Words = Mapping[ModelId, tuple[Span, ...]]

_SIDE = 1.7
"""Of a counterpart's square, strand widths."""
_CLEAR = 2.7
"""Between the lineage and the column, strand widths."""
_SPINE = 1.5
"""From the line that gathers several of them to their squares, strand widths."""
_INDENT = 2.3
"""How far a child stands right of its parent, strand widths."""
_BETWEEN = 0.42
"""Air between two of them, em of a name."""
_LEADING = 1.14
"""From line to line of words at one of them, em."""


class Standing(Struct, frozen=True):
    """One counterpart on the map, px."""

    entry: Entry
    y: float
    square: Rect
    name_x: float
    name_width: float
    date: str
    """"" where dates find no room."""
    date_size: float
    room: Rect
    """Of name and date."""
    lines: tuple[tuple[Span, ...], ...]
    """A step's own words, under name and date."""
    words: Rect
    """Their room; of no height where there are none."""


class Column(Struct, frozen=True):
    """The counterparts that are shown, from the top down."""

    standing: tuple[Standing, ...]
    left: float
    """Where lines from the lineage arrive."""
    right: float
    bottom: float


def column(
    shown: Sequence[Entry],
    around: Surroundings,
    words: Words,
) -> Column:
    """Return where `shown` stand beside the lineage.

    `words` of a step stand under names; on two lines where one would widen the map.
    """
    builder = _Builder(shown, around)
    placed = around.stations.placed
    made = [builder.column(words, most) for most in ((1, 2) if words else (1,))]
    fitting = [each for each in made if each.right <= placed.width]
    return fitting[0] if fitting else min(made, key=lambda each: each.right)


class _Builder:
    def __init__(self, shown: Sequence[Entry], around: Surroundings) -> None:
        self.shown, self.around, self.stations = shown, around, around.stations
        stations = around.stations
        self.placed, self.scale = stations.placed, stations.placed.scale
        self.ruler, self.language = stations.ruler, stations.language

    def column(self, words: Words, most: int) -> Column:
        lines = {model: self._lines(spans, most) for model, spans in words.items()}
        size = self.scale.date or self.scale.label
        spans = [self._reach(entry, size, lines) for entry in self.shown]
        if sum(up + down for up, down in spans) > self.placed.height:
            size = 0.0
            spans = [self._reach(entry, size, lines) for entry in self.shown]
        heights = self._heights(spans)
        left = self._left(
            [(y - up, y + down) for y, (up, down) in zip(heights, spans, strict=True)]
        )
        standing = tuple(
            self._standing(entry, y, left, size, lines.get(entry.model, ()))
            for entry, y in zip(self.shown, heights, strict=True)
        )
        right = max(max(each.room.right, each.words.right) for each in standing)
        foot = heights[-1] + spans[-1][1]
        return Column(standing, left, right + self.scale.edge, foot + self.scale.edge)

    def _lines(self, spans: tuple[Span, ...], most: int) -> tuple[tuple[Span, ...], ...]:
        size = self.scale.callout
        wide = line_width(self.ruler, spans, size)
        return (spans,) if most == 1 else balanced(self.ruler, spans, size, wide * 0.68, 2)

    def _reach(
        self, entry: Entry, date: float, lines: Mapping[ModelId, tuple[tuple[Span, ...], ...]]
    ) -> tuple[float, float]:
        """Return how far a counterpart and its air reach up and down from its centre."""
        name = self.scale.name
        up = name * (0.5 + _BETWEEN / 2)
        down = self._foot(date) + name * _BETWEEN / 2
        return up, down + self.scale.callout * _LEADING * len(lines.get(entry.model, ()))

    def _foot(self, date: float) -> float:
        """Return how far name and date reach down."""
        return self.scale.name * 0.42 + date * 1.4 if date else self.scale.name * 0.5

    def _heights(self, spans: list[tuple[float, float]]) -> list[float]:
        """Return the heights nearest to the rows at which none runs into the next."""
        offsets = [0.0]
        for (_, down), (up, _) in pairwise(spans):
            offsets.append(offsets[-1] + down + up)
        wanted = [self._height(entry.row) for entry in self.shown]
        ys = _ascending([y - offset for y, offset in zip(wanted, offsets, strict=True)])
        first = self.placed.ys[0]
        foot = spans[-1][1] - self.scale.name * _BETWEEN / 2
        last = max(first, self.placed.height - self.scale.edge - foot - offsets[-1])
        return [min(max(y, first), last) + offset for y, offset in zip(ys, offsets, strict=True)]

    def _height(self, row: float) -> float:
        ys, above = self.placed.ys, int(row)
        below = min(above + 1, len(ys) - 1)
        return ys[above] + (row - above) * (ys[below] - ys[above])

    def _left(self, bands: list[tuple[float, float]]) -> float:
        """Return where the column begins: right of all strands, and of the names beside it."""
        scale, stations = self.scale, self.stations
        names = [stations.name(model).grown(name_margin(scale)) for model in stations.drawn.parents]
        strands = (*self.around.strands(level=True), *self.around.strands(level=False))
        # Corners lie between the runs.
        turns = [rect.grown(0, scale.radius) for rect in strands]
        right = max(stations.room(model).right for model in stations.drawn.parents)
        for rect in (*names, *turns, *self.around.discs()):
            if any(rect.top < foot and top < rect.bottom for top, foot in bands):
                right = max(right, rect.right)
        return right + scale.strand * _CLEAR

    def _standing(
        self,
        entry: Entry,
        y: float,
        left: float,
        date_size: float,
        lines: tuple[tuple[Span, ...], ...],
    ) -> Standing:
        scale, strand = self.scale, self.scale.strand
        side = strand * _SIDE
        start = left + strand * (_SPINE + _INDENT * entry.depth)
        square = Rect(start, y - side / 2, start + side, y + side / 2)
        name_x = square.right + strand * number("node", "label_gap")
        model = self.stations.deck.counterparts[entry.model]
        name = shown_name(self.stations.deck, entry.model, scale, self.ruler)
        width = self.ruler.width(name, "mono", scale.name)
        date = date_words(model.date[: len("2022-11")], self.language) if date_size else ""
        across = max(width, self.ruler.width(date, "text", date_size) if date else 0.0)
        foot = y + self._foot(date_size)
        right = name_x + across + name_margin(scale)
        room = Rect(name_x, y - scale.name * 0.48, right, foot)
        longest = max((line_width(self.ruler, it, scale.callout) for it in lines), default=0.0)
        tall = scale.callout * _LEADING * len(lines)
        words = Rect(name_x, foot, name_x + longest, foot + tall)
        return Standing(entry, y, square, name_x, width, date, date_size, room, lines, words)


def name_margin(scale: Scale) -> float:
    """Return how much farther a selected name reaches: it stands farther out, on a ground."""
    more = number("node", "label_gap_selected") - number("node", "label_gap")
    return scale.strand * more + scale.name * 0.35


def _ascending(wanted: Sequence[float]) -> list[float]:
    """Return the values nearest to `wanted` of which none is below the one before."""
    blocks: list[tuple[float, int]] = []
    for value in wanted:
        mean, count = value, 1
        while blocks and blocks[-1][0] >= mean:
            above, many = blocks.pop()
            mean, count = (above * many + mean * count) / (many + count), count + many
        blocks.append((mean, count))
    return [mean for mean, count in blocks for _ in range(count)]
