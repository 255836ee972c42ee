"""Dots of one source in the panel: a model's numbers beside the lineage's others, in grey."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct, field
from msgspec.structs import replace

from explainer.chart import ChartCell, ChartPicture
from explainer.deck import Deck
from explainer.intents import OpenCard, Order, SelectModel
from explainer.lines import cut
from explainer.picture import (
    Box,
    Hit,
    Picture,
    Ruler,
    Shape,
    Span,
    TextLine,
    line_width,
    transformed,
)
from explainer.plot import Scale, amount, datum_says, dot_shape, model_name, printed, scale_to
from explainer.plot.measured import Measured, measured_on
from explainer.plot.values import PERCENT
from explainer.schema import AbilityId, Language, ModelId, Number, SourceId
from explainer.strings import say
from explainer.theme import line_height, window_type
from explainer.wording import clauses, pair

_ROW, _AXIS = 42.0, 28.0
_NAMES, _VALUES = 0.38, 60.0
"""Share of the width for what was measured; px for the value at the right."""
_GAP = 12.0
OUT = 6.0
"""How far the frame of a row that is pointed at stands out of the column, px."""
_OWN, _OTHER = 6.0, 4.0
"""Radius of a dot."""
_REACH = 7.0
"""How far from its middle a dot answers to the pointer."""
_MIDDLE = 0.355


class DotCell(ChartCell, frozen=True):
    """A dot, or the row of a measure: `marked` ones are the model's own."""

    asks: tuple[Order, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether the Tab key stops here: at every measure, not at every other model."""
        return self.marked

    @property
    def orders(self) -> tuple[Order, ...]:
        """What a click asks for: the other model, with its numbers unfolded."""
        return self.asks


def dots_picture(  # noqa: PLR0913 - whose numbers, and the room for them
    deck: Deck, model: ModelId, source: SourceId, language: Language, width: float, ruler: Ruler
) -> ChartPicture:
    """Return the numbers of `model` in one source; units have their own axes.

    Words and dots keep within `width` px; the picture is `OUT` px wider at both sides.
    """
    strips = _Strips(deck, source, language, width, ruler)
    for unit, group in groupby(measured_on(deck, model, source), key=lambda row: row.own.unit):
        strips.add(unit, tuple(group))
    return strips.picture()


class _Strips(Struct):
    """Stacks rows of dots from the top, px."""

    deck: Deck
    source: SourceId
    language: Language
    width: float
    ruler: Ruler
    y: float = 0.0
    shapes: list[Shape] = field(default_factory=list)
    cells: list[DotCell] = field(default_factory=list)

    @property
    def zero(self) -> float:
        return self.width * _NAMES + _GAP

    @property
    def end(self) -> float:
        return self.width - _VALUES - _GAP

    def add(self, unit: str, rows: Sequence[Measured]) -> None:
        """Add all that is measured in one unit, over an axis that begins at zero."""
        shown = [number for row in rows for number in (row.own, *row.others)]
        scale = scale_to(max(amount(number) for number in shown))
        per = (self.end - self.zero) / scale.end
        self._axis(scale, unit, per)
        top, foot = self.y + _AXIS, self.y + _AXIS + _ROW * len(rows)
        for tick in scale.ticks:
            ink = "line" if tick else "muted"
            x = self.zero + tick * per
            self.shapes.append(Box(x - 0.5, top, 1.0, foot - top, fill=ink))
        for place, row in enumerate(rows):
            self._row(row, top + place * _ROW, per)
        self.y = foot + _GAP

    def picture(self) -> ChartPicture:
        """Return all that was added, and the note under it."""
        size = window_type("note")
        leading = size * line_height(self.language, "text")
        beside = any(not cell.marked for cell in self.cells)
        note = "numbers.beside" if beside else "numbers.alone"
        words = Span(say(note, self.language), ink="muted")
        for line in self.ruler.lines((words,), size, self.width):
            self.shapes.append(TextLine(0, self.y + size, line, size))
            self.y += leading
        # Where a dot lies in a row, the dot is what is pointed at.
        narrow_first = sorted(self.cells, key=lambda cell: cell.width)
        cells = tuple(replace(it, x=it.x + OUT) for it in narrow_first)
        hits = tuple(
            Hit(it.x, it.y, it.width, it.height, it.asks[0], it.says, it.model)
            for it in cells
            if it.asks
        )
        shapes = tuple(transformed(shape, 1.0, OUT, 0.0) for shape in self.shapes)
        drawn = Picture(self.width + 2 * OUT, self.y, shapes, hits, "surface")
        return ChartPicture(drawn, cells, self.language)

    def _axis(self, scale: Scale, unit: str, per: float) -> None:
        size, middle = window_type("floor"), self.y + _AXIS / 2
        for tick in scale.ticks:
            words = scale.words(tick, self.language)
            x = self.zero + tick * per - self.ruler.width(words, "text", size) / 2
            self._words(words, x, middle, size)
        self._cut(unit, self.width * _NAMES, middle, size, "muted")

    def _row(self, row: Measured, top: float, per: float) -> None:
        own, middle = row.own, top + _ROW / 2
        self.shapes.append(Box(0, top, self.width, 1.0, fill="line"))
        room = self.width * _NAMES
        label, small = window_type("label"), window_type("floor")
        self._cut(own.measure, room, middle - (8 if own.setting else 0), label, "medium")
        if own.setting:
            self._cut(own.setting, room, middle + 9, small, "muted")
        self._dots(row, middle, per)
        value = printed(own.value, self.language) + (own.unit if own.unit == PERCENT else "")
        wide = self.ruler.width(value, "strong", label)
        at = TextLine(
            self.width,
            middle + label * _MIDDLE,
            (Span(value, "strong"),),
            label,
            "end",
            width=wide,
        )
        self.shapes.append(at)
        says = self._says(own)
        asks = (OpenCard(f"source:{self.source}"),)
        nobody = AbilityId("")
        wide = self.width + 2 * OUT
        cell = DotCell(-OUT, top, wide, _ROW, own.model, nobody, says, marked=True, asks=asks)
        self.cells.append(cell)

    def _dots(self, row: Measured, middle: float, per: float) -> None:
        stem = Box(self.zero, middle - 1, amount(row.own) * per, 2.0, fill="edge_dimmed")
        self.shapes.append(stem)
        for number in row.others:
            x = self.zero + amount(number) * per
            self.shapes.append(
                Box(
                    x - _OTHER,
                    middle - _OTHER,
                    2 * _OTHER,
                    2 * _OTHER,
                    _OTHER,
                    "edge_dimmed",
                    "muted",
                    1.0,
                    id="other",
                )
            )
            asks = (SelectModel(number.model), OpenCard(f"numbers:{self.source}"))
            self.cells.append(
                DotCell(
                    x - _REACH,
                    middle - _REACH,
                    2 * _REACH,
                    2 * _REACH,
                    number.model,
                    AbilityId(""),
                    self._says(number),
                    asks=asks,
                )
            )
        x = self.zero + amount(row.own) * per
        self.shapes.append(dot_shape(x, middle, _OWN, "ink", "surface", hollow=False))

    def _says(self, number: Number) -> str:
        name = model_name(self.deck, number.model)
        if name in number.subject:
            name = number.subject
        elif number.subject:
            name = say("numbers.measured-as", self.language, name=name, subject=number.subject)
        sure = say("numbers.as-printed", self.language)
        said = clauses((datum_says(self.deck, number, self.language), sure), self.language)
        return pair(name, said, self.language)

    def _cut(self, words: str, room: float, middle: float, size: float, look: str) -> None:
        span = Span(words, ink="muted") if look == "muted" else Span(words, "medium")
        if line_width(self.ruler, (span,), size) > room:
            (span,) = cut(self.ruler, (span,), size, room)
        wide = line_width(self.ruler, (span,), size)
        self.shapes.append(TextLine(0, middle + size * _MIDDLE, (span,), size, width=wide))

    def _words(self, words: str, x: float, middle: float, size: float) -> None:
        wide = self.ruler.width(words, "text", size)
        spans = (Span(words, ink="muted"),)
        self.shapes.append(TextLine(x, middle + size * _MIDDLE, spans, size, width=wide))
