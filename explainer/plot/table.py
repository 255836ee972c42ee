"""Rows of dots or bars on an axis that begins at zero, with every value beside its mark.

Marks of different rows are never joined: between two models lies no third one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from explainer.picture import Box, Face, Ink, Ruler, Shape, Span, TextLine, line_width
from explainer.plot.look import Look, bar_shape, dot_shape
from explainer.plot.names import name_lines, name_width, row_bounds
from explainer.plot.rows import Row, absence
from explainer.plot.scale import Scale, scale_to
from explainer.plot.values import PERCENT
from explainer.schema import Language, ModelId
from explainer.strings import say
from explainer.wording import listed, pair

_MIDDLE = 0.355
"""How far a baseline stands below the middle of its letters, em."""
_IN_ROW = 0.3
"""Most of a row's height that a dot's radius takes."""
_GAP = 0.5
"""Between a mark and its value, em."""
_NAMES = 0.4
"""Share of the width that names may take."""
_BAR = {1: 0.56, 2: 0.4}
"""Thickness by the number of series, share of the row."""
_WIDE, _SLIM = 1.16, 0.76
"""Of a dot in a row of two: hollow and filled."""
_LEADING = 1.15
_ELLIPSIS = "…"
Draw = Callable[[Row, float, float, float], Sequence[Shape]]
"""Returns a row's samples from x on, about the row's middle, within its height."""


class Extras(Struct, frozen=True):
    """A column of samples between names and axis."""

    width: float
    draw: Draw


class Table(Struct, frozen=True):
    """Where the rows and the amounts of a chart stand, px."""

    rows: tuple[Row, ...]
    bars: bool
    unit: str
    language: Language
    look: Look
    ruler: Ruler
    stress: tuple[ModelId, ...]
    extras: Extras
    name_lines: tuple[tuple[tuple[str, ...], float], ...]
    """Of each row: the lines of its name, and their size."""
    bounds: tuple[float, ...]
    """Tops of the rows, and the foot of the last."""
    beside: float
    """Where the extras begin."""
    zero: float
    per_amount: float
    scale: Scale
    width: float

    @property
    def height(self) -> float:
        """With the words under the axis."""
        return self.bounds[-1] + self.look.label * 1.75

    def x(self, amount: float) -> float:
        """Return where an amount stands."""
        return self.zero + amount * self.per_amount

    def middle(self, place: int) -> float:
        """Return the middle of a row."""
        return (self.bounds[place] + self.bounds[place + 1]) / 2

    def shapes(self) -> list[Shape]:
        """Return everything, from back to front."""
        shapes = self._grid()
        for place, row in enumerate(self.rows):
            shapes += self._name(place, row)
            height = self.bounds[place + 1] - self.bounds[place]
            shapes += self.extras.draw(row, self.beside, self.middle(place), height)
        for place, row in enumerate(self.rows):
            shapes += self._bars(place, row) if self.bars else self._dots(place, row)
        if not self.bars and any(len(row.data) > 1 for row in self.rows):
            shapes += self._column_marks()
        return shapes

    def scaled(self) -> Table:
        """Return the table with the largest scale at which every value finds its place."""
        zero = self.zero
        if not self.bars and any(len(row.data) > 1 for row in self.rows):
            # Two values of a row stand in columns before the axis, where no mark can hide them.
            zero += 2 * self._column() + self.look.dot
        room = self.width - zero
        last = self.scale.words(self.scale.ticks[-1], self.language)
        unit = line_width(self.ruler, self._with_unit(last, "text", "ink"), self.look.label)
        over = unit - self.ruler.width(last, "text", self.look.label) / 2
        most = (room - over) / self.scale.end
        reach = 0.0 if self.bars else self.look.dot
        for place, row, number in self._data():
            away = reach
            if self.bars or len(row.data) == 1:
                away += self._value_width(place, row, number) + self._value_size(place, row) * _GAP
            if row.data[number].amount > 0:
                most = min(most, (room - away) / row.data[number].amount)
        return replace(self, zero=zero, per_amount=most)

    def stands_out(self, row: Row) -> bool:
        """Return whether a row is stressed, or none is."""
        return not self.stress or row.model in self.stress

    def _column_marks(self) -> list[Shape]:
        """Return under each column of values the mark of its series."""
        look = self.look
        radius = look.label * 0.32
        y = self.bounds[-1] + look.label * 0.96
        marks: list[Shape] = []
        for number in (0, 1):
            x = self._column_end(number) - look.value * 0.9 - radius
            dot = dot_shape(x, y, radius, "ink", look.ground, hollow=not number)
            marks.append(replace(dot, id="column-mark"))
        return marks

    # --- ground

    def _grid(self) -> list[Shape]:
        look, top, foot = self.look, self.bounds[0], self.bounds[-1]
        hair, size = look.hair, look.label
        shapes: list[Shape] = [
            Box(0, bound - hair / 2, self.width, hair, fill="line") for bound in self.bounds[1:-1]
        ]
        for tick in self.scale.ticks:
            x, thick = self.x(tick), hair if tick else 2 * hair
            last = tick == self.scale.ticks[-1]
            ink = "line" if tick else "muted"
            shapes.append(Box(x - thick / 2, top, thick, foot - top, fill=ink))
            words = self.scale.words(tick, self.language)
            line = self._with_unit(words, "text", "muted") if last else (Span(words, ink="muted"),)
            at = x - self.ruler.width(words, "text", size) / 2
            wide = line_width(self.ruler, line, size)
            y = foot + size * 1.3
            shapes.append(TextLine(at, y, line, size, width=wide, id="tick"))
        return shapes

    def _name(self, place: int, row: Row) -> list[Shape]:
        lines, size = self.name_lines[place]
        leading = size * _LEADING
        top = self.middle(place) - leading * (len(lines) - 1) / 2 + size * _MIDDLE
        face, ink = self._name_face(row), "ink" if self.stands_out(row) else "muted"
        return [
            TextLine(
                0,
                top + leading * at,
                (Span(words, face, ink),),
                size,
                width=self.ruler.width(words, face, size),
                id="name",
            )
            for at, words in enumerate(lines)
        ]

    def _name_face(self, row: Row) -> Face:
        strong = bool(row.data) and self.stands_out(row)
        if row.own_name:
            return "mono-strong" if strong else "mono"
        return "medium" if strong else "text"

    # --- marks

    def _dots(self, place: int, row: Row) -> list[Shape]:
        if not row.data:
            return [self._none(place, row)]
        look, y = self.look, self.middle(place)
        radius = min(look.dot, (self.bounds[place + 1] - self.bounds[place]) * _IN_ROW)
        at = [self.x(it.amount) for it in row.data]
        ink = "muted" if row.stand_in or not self.stands_out(row) else "ink"
        shapes: list[Shape] = []
        if not row.stand_in:
            one = len(at) == 1
            begin, thick = (self.zero, 2 * look.hair) if one else (min(at), 3 * look.hair)
            stem = Box(begin, y - thick / 2, max(at) - begin, thick, fill="edge_dimmed")
            shapes.append(stem)
        for number, x in enumerate(at):
            hollow = bool(row.stand_in) or (len(at) > 1 and number == 0)
            # Where two dots coincide, the hollow one still shows around the other.
            size = radius * (1.0 if len(at) == 1 else _WIDE if hollow else _SLIM)
            shapes.append(dot_shape(x, y, size, ink, look.ground, hollow=hollow))
        if len(at) > 1:
            shapes += [self._in_column(place, row, number) for number in range(len(at))]
        else:
            shapes.append(self._value(place, row, 0, at[0], radius, y))
        if row.stand_in:
            shapes += self._stand_in(place, row, at[0], radius)
        return shapes

    def _bars(self, place: int, row: Row) -> list[Shape]:
        if not row.data:
            return [self._none(place, row)]
        look, height = self.look, self.bounds[place + 1] - self.bounds[place]
        thick = height * _BAR[min(2, len(row.data))]
        ink = "ink" if self.stress and row.model in self.stress else "muted"
        top = self.middle(place) - thick * len(row.data) / 2
        shapes: list[Shape] = []
        for number, datum in enumerate(row.data):
            # So thin that it could not be seen is still there, and its value stands beside it.
            long = max(self.x(datum.amount) - self.zero, 2 * look.hair)
            hollow = bool(row.stand_in) or (len(row.data) > 1 and number == 0)
            y = top + thick * number
            bar = bar_shape(self.zero, y, long, thick * 0.92, ink, look, hollow=hollow)
            shapes.append(bar)
            middle = y + thick * 0.46
            shapes.append(self._value(place, row, number, self.zero + long, 0.0, middle))
        return shapes

    def _value(  # noqa: PLR0913 - a number, its mark and its side
        self,
        place: int,
        row: Row,
        number: int,
        x: float,
        reach: float,
        y: float,
    ) -> TextLine:
        size = self._value_size(place, row)
        line = self._value_line(row, number)
        wide = line_width(self.ruler, line, size)
        at = x + reach + size * _GAP
        halo = self.look.ground
        return TextLine(at, y + size * _MIDDLE, line, size, halo=halo, width=wide, id="value")

    def _column(self) -> float:
        """Return the width of a column of values, with the air before it."""
        return max(self._value_width(*at) for at in self._data()) + self.look.value * 0.7

    def _column_end(self, number: int) -> float:
        return self.zero - self.look.dot - self.look.value * 0.6 - (1 - number) * self._column()

    def _in_column(self, place: int, row: Row, number: int) -> TextLine:
        size, line = self._value_size(place, row), self._value_line(row, number)
        wide = line_width(self.ruler, line, size)
        x, y = self._column_end(number) - wide, self.middle(place) + size * _MIDDLE
        return TextLine(x, y, line, size, width=wide, id="value")

    def _value_size(self, place: int, row: Row) -> float:
        height = self.bounds[place + 1] - self.bounds[place]
        return self.look.in_row(height / (len(row.data) if self.bars else 1))

    def _value_width(self, place: int, row: Row, number: int) -> float:
        line = self._value_line(row, number)
        return line_width(self.ruler, line, self._value_size(place, row))

    def _data(self) -> Iterator[tuple[int, Row, int]]:
        for place, row in enumerate(self.rows):
            for number in range(len(row.data)):
                yield place, row, number

    def _value_line(self, row: Row, number: int) -> tuple[Span, ...]:
        plain = bool(row.stand_in) or not self.stands_out(row)
        face: Face = "text" if plain else "strong"
        return self._with_unit(row.data[number].words, face, "muted" if plain else "ink")

    def _with_unit(self, words: str, face: Face, ink: Ink) -> tuple[Span, ...]:
        if self.unit != PERCENT:
            return (Span(words, face, ink),)
        gap = "" if self.language == "zh" else "\u00a0"
        return (Span(words, face, ink), Span(gap + self.unit, "text", "muted"))

    def _none(self, place: int, row: Row) -> TextLine:
        words = absence(row, self.language)
        named = pair(words, listed(row.others, self.language), self.language)
        room = self.width - self.zero - self.look.label * 0.6
        if row.others and self.ruler.width(named, "text", self.look.label) <= room:
            words = named
        return self._words(place, words, self.zero)

    def _words(self, place: int, words: str, x: float) -> TextLine:
        size = self.look.label
        return TextLine(
            x + size * 0.6,
            self.middle(place) + size * _MIDDLE,
            (Span(words, ink="muted"),),
            size,
            halo=self.look.ground,
            width=self.ruler.width(words, "text", size),
            id="words",
        )

    def _stand_in(self, place: int, row: Row, x: float, radius: float) -> list[Shape]:
        """Name what was measured instead: before the mark, behind its value, or shorter."""
        size = self.look.label
        value = line_width(self.ruler, self._value_line(row, 0), self._value_size(place, row))
        behind = x + radius + value + size * 1.2
        rooms = ((self.zero, x - radius - size * 0.6), (behind, self.width))
        for key in ("numbers.stand-in", "numbers.stand-in-short"):
            words = say(key, self.language, name=row.stand_in)
            wide = self.ruler.width(words, "text", size) + size * 0.6
            for begin, end in rooms:
                if begin + wide <= end:
                    return [self._words(place, words, begin)]
        # Whose number it is must not be left out: as much of the name as there is room for.
        begin, end = max(rooms, key=lambda it: it[1] - it[0])
        while len(words) > 1 and self.ruler.width(words, "text", size) + size * 0.6 > end - begin:
            words = words.rstrip(_ELLIPSIS)[:-1].rstrip() + _ELLIPSIS
        return [self._words(place, words, begin)]


def table_of(  # noqa: PLR0913 - what is plotted, its look and its room
    rows: tuple[Row, ...],
    unit: str,
    language: Language,
    size: tuple[float, float],
    look: Look,
    ruler: Ruler,
    *,
    bars: bool,
    stress: tuple[ModelId, ...] = (),
    extras: Extras | None = None,
) -> Table:
    """Return the rows and the axis of a chart in a box of `size` px."""
    beside = extras if extras is not None else Extras(0.0, lambda *_: ())
    bounds = row_bounds(rows, size[1] - look.label * 1.75, look)
    high = bounds[1] - bounds[0]
    names = [name_lines(row, size[0] * _NAMES, high, look, ruler) for row in rows]
    widest = max((name_width(row, *name, ruler) for row, name in zip(rows, names, strict=True)))
    begin = widest + look.label * 0.9
    zero = begin + beside.width + (look.label * 0.9 if beside.width else 0.0)
    amounts = [it.amount for row in rows for it in row.data]
    scale = scale_to(max(amounts, default=0.0))
    table = Table(
        rows,
        bars,
        unit,
        language,
        look,
        ruler,
        stress,
        beside,
        tuple(names),
        bounds,
        begin,
        zero,
        1.0,
        scale,
        size[0],
    )
    return table.scaled()
