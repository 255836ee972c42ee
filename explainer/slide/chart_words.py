"""The words around a chart: its name, what it cannot show and where its numbers are from."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from explainer.deck import Deck
from explainer.intents import OpenCard
from explainer.lines import fits, shortened
from explainer.panel.rich import named
from explainer.picture import Hit, Ruler, Shape, Span, TextLine, line_width, transformed
from explainer.plot import PERCENT, Look, bar_shape, dot_shape
from explainer.schema import Chart, Language
from explainer.slide.measures import Measures
from explainer.wording import clauses, listed_places, pair

_LEADING = {"en": 1.3, "zh": 1.42}
_CLOSE = 1.22
"""From line to line of a caveat that is set as a sentence."""
_MOST, _MOST_LARGE = 2, 3
"""Lines of a caveat that is set as a label."""
_AIR = 0.5
_KEY_GAP = 1.1
_KEY = 0.85
"""Share of the width that the names of series take at the most."""


class Part(Struct):
    """A part of a slide that is filled from its top."""

    shapes: list[Shape] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    height: float = 0.0


class ChartWords(Struct, frozen=True):
    """Sets the words of one chart, `width` px wide."""

    deck: Deck
    chart: Chart
    language: Language
    measures: Measures
    width: float
    ruler: Ruler
    look: Look

    def head(self) -> Part:
        """Return the chart's name, and beside it what its marks or its axis mean."""
        part = Part()
        size = self.measures.type("body")
        name = (Span(self.chart.name.of(self.language), "strong"),)
        lines = shortened(self.ruler, name, size, self.width, _MOST)
        for line in lines:
            self._line(part, line, size, "chart-name")
        long = line_width(self.ruler, lines[-1], size)
        aside = self._aside()
        if aside.height:
            room = self.width - aside.height
            baseline = part.height - size * _LEADING[self.language] + size
            if long + size > room:
                baseline, room = part.height + self.look.label, 0.0
                part.height += self.look.label * _LEADING[self.language]
            part.shapes += [transformed(it, 1.0, room, baseline) for it in aside.shapes]
        part.height += size * _AIR
        return part

    def foot(self, *, large: bool = False) -> Part:
        """Return what stands under a chart.

        `large` sets what it cannot show as a sentence of the slide, not as a label.
        """
        part = Part(height=self.look.label * _AIR)
        spans = named(self.deck, self.chart.cannot_show.of(self.language))
        size = self.measures.type("body") if large else self.look.label
        if large and not fits(self.ruler, spans, size, self.width, _MOST_LARGE):
            return self.foot()
        for line in shortened(self.ruler, spans, size, self.width, _MOST_LARGE):
            self._line(part, line, size, "caveat" if large else "words")
        part.height += self.look.label * 0.3
        self._source(part)
        return part

    # --- head

    def _aside(self) -> Part:
        """Return the key of the series, or a unit too long for the axis; its height is a width."""
        size, x = self.look.label, 0.0
        part = Part()
        for number, series in enumerate(self.chart.series):
            hollow = number == 0
            mark = size * 0.36
            middle = -size * 0.34
            if self.chart.form == "bars":
                bar = bar_shape(
                    x, middle - mark, 2.4 * mark, 2 * mark, "muted", self.look, hollow=hollow
                )
                part.shapes.append(bar)
            else:
                ground = self.look.ground
                dot = dot_shape(x + mark, middle, mark, "ink", ground, hollow=hollow)
                part.shapes.append(dot)
            room = self.width * _KEY / len(self.chart.series) - size * (1.1 + _KEY_GAP)
            words = shortened(self.ruler, (Span(series.of(self.language)),), size, room, 1)[0]
            part.shapes.append(self._text(words, x + size * 1.1, 0.0, size, "key"))
            x += size * (1.1 + _KEY_GAP) + line_width(self.ruler, words, size)
        unit = self.chart.unit.of(self.language)
        if unit != PERCENT and self.chart.form != "mix":
            room = max(self.width - x, size * 2)
            (words_of_unit,) = shortened(self.ruler, (Span(unit, ink="muted"),), size, room, 1)
            part.shapes.append(self._text(words_of_unit, x, 0.0, size, "unit"))
            x += line_width(self.ruler, words_of_unit, size) + size * _KEY_GAP
        part.height = max(0.0, x - size * _KEY_GAP)
        return part

    # --- foot

    def _source(self, part: Part) -> None:
        """Add where the numbers are printed, when, and how they were measured."""
        language, size = self.language, self.measures.type("footer")
        source = self.deck.sources[self.chart.source]
        short = source.short.of(language)
        year = "" if not source.year or source.year in short else source.year
        at = {
            self.deck.numbers[number].at for point in self.chart.points for number in point.numbers
        }
        place = listed_places(at, language)
        where = clauses((short, year, place), language)
        words = pair(where, self.chart.setting.of(language), language)
        part.height += size * 0.25
        top = part.height
        said = (Span(words, ink="muted"),)
        for line in shortened(self.ruler, said, size, self.width, _MOST):
            self._line(part, line, size, "source")
        order = OpenCard(f"source:{source.id}")
        part.hits.append(Hit(0.0, top, self.width, part.height - top, order, words))

    # --- lines

    def _line(self, part: Part, line: Sequence[Span], size: float, name: str = "words") -> None:
        part.shapes.append(self._text(tuple(line), 0.0, part.height + size, size, name))
        large = size > self.look.label
        part.height += size * (_CLOSE if large and name == "caveat" else _LEADING[self.language])

    def _text(
        self, spans: tuple[Span, ...], x: float, y: float, size: float, name: str
    ) -> TextLine:
        return TextLine(x, y, spans, size, width=line_width(self.ruler, spans, size), id=name)
