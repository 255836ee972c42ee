"""The words around a chart: its name, what it cannot show, what it speaks for and against."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from explainer.deck import Deck
from explainer.intents import OpenCard
from explainer.lines import balanced
from explainer.panel.rich import named
from explainer.picture import Hit, Ruler, Shape, Span, TextLine, line_width, transformed
from explainer.plot import PERCENT, Look, bar_shape, dot_shape
from explainer.schema import Chart, Claim, ClaimId, Language
from explainer.slide.measures import Measures
from explainer.strands import certainty_line
from explainer.strings import say
from explainer.why import claim_card
from explainer.wording import certainty_word, clauses, pair, short_reference

_LEADING = {"en": 1.3, "zh": 1.42}
_CLOSE = 1.22
"""From line to line of a caveat that is set as a sentence."""
_MOST = 2
"""Lines of a claim; the rest is read on its card."""
_LINE, _LINE_GAP = 1.5, 0.45
"""Of a line of certainty and the gap to its word, em."""
_AIR = 0.5
_KEY_GAP = 1.1


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
        lines = balanced(self.ruler, name, size, self.width, _MOST)
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

    def foot(self, *, large: bool = False, supports: bool = True, words: bool = True) -> Part:
        """Return what stands under a chart.

        `large` sets what it cannot show as a sentence of the slide, not as a label. Without
        `supports` it does not tell which claims the numbers speak for; without `words` a claim
        that they speak against is only named by its place.
        """
        part = Part(height=self.look.label * _AIR)
        spans = named(self.deck, self.chart.cannot_show.of(self.language))
        size = self.measures.type("body") if large else self.look.label
        for line in balanced(self.ruler, spans, size, self.width, 3 if large else _MOST):
            self._line(part, line, size, "caveat" if large else "words")
        part.height += self.look.label * 0.3
        doubts = self.chart.doubts
        if doubts and words:
            self._against(part, self.deck.claims[doubts[0]])
        groups = [("numbers.against-too", doubts[1:]) if words else ("numbers.against", doubts)]
        groups += [("numbers.for", self.chart.supports if supports else ())]
        self._places(part, [(key, claims) for key, claims in groups if claims])
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
            words = series.of(self.language)
            part.shapes.append(self._text((Span(words),), x + size * 1.1, 0.0, size, "key"))
            x += size * (1.1 + _KEY_GAP) + self.ruler.width(words, "text", size)
        unit = self.chart.unit.of(self.language)
        if unit != PERCENT and self.chart.form != "mix":
            part.shapes.append(self._text((Span(unit, ink="muted"),), x, 0.0, size, "unit"))
            x += self.ruler.width(unit, "text", size) + size * _KEY_GAP
        part.height = max(0.0, x - size * _KEY_GAP)
        return part

    # --- foot

    def _against(self, part: Part, claim: Claim) -> None:
        """Add in words what the numbers speak against."""
        language, size = self.language, self.look.label
        lead = Span(pair(say("numbers.against", language), "", language), "strong")
        said = named(self.deck, claim.text.of(language))
        place = Span(short_reference(self.deck, claim, language), underline=True)
        sure = certainty_word(claim.certainty, language)
        tail = size * (_LINE + 2 * _LINE_GAP) + self.ruler.width(sure, "text", size)
        lines = self.ruler.lines((lead, *said, Span(" "), place), size, self.width)
        if line_width(self.ruler, lines[-1], size) + tail > self.width:
            lines = self.ruler.lines((lead, *said, Span(" "), place), size, self.width - tail)
        top = part.height
        for line in lines:
            self._line(part, line, size)
        y = part.height - size * (_LEADING[language] - 1)
        x = line_width(self.ruler, lines[-1], size) + size * _LINE_GAP
        part.shapes += certainty_line(
            claim.certainty, x, y - size * 0.32, size * _LINE, size * 0.18
        )
        x += size * (_LINE + _LINE_GAP)
        part.shapes.append(self._text((Span(sure, ink="muted"),), x, y, size, "certainty"))
        self._claim_hit(part, claim.id, 0.0, top, self.width, part.height - top)

    def _places(self, part: Part, groups: Sequence[tuple[str, Sequence[ClaimId]]]) -> None:
        """Add claims side by side: where each is read, and how sure it is."""
        size = self.look.label
        leading = size * _LEADING[self.language]
        x = 0.0
        for key, claims in groups:
            words = pair(say(key, self.language), "", self.language)
            lead = self.ruler.width(words, "strong", size) + size * 0.3
            for place, claim in enumerate(claims):
                where = short_reference(self.deck, self.deck.claims[claim], self.language)
                own = size * (_LINE + _LINE_GAP) + self.ruler.width(where, "text", size)
                long = own + (0.0 if place else lead)
                if x and x + long > self.width:
                    part.height += leading
                    x = 0.0
                y = part.height + size
                if not place:
                    against = key == "numbers.against"
                    span = Span(words, "strong") if against else Span(words, ink="muted")
                    part.shapes.append(self._text((span,), x, y, size, "lead"))
                self._place(part, claim, where, x + long - own, y)
                x += long + size * (0.9 if place < len(claims) - 1 else 1.8)
        part.height += leading if groups else 0.0

    def _place(self, part: Part, claim: ClaimId, where: str, x: float, y: float) -> None:
        size = self.look.label
        certainty = self.deck.claims[claim].certainty
        part.shapes += certainty_line(certainty, x, y - size * 0.32, size * _LINE, size * 0.18)
        at = x + size * (_LINE + _LINE_GAP)
        words = self._text((Span(where, underline=True),), at, y, size, "place")
        part.shapes.append(words)
        leading = size * _LEADING[self.language]
        self._claim_hit(part, claim, x, y - size, at + words.width - x, leading)

    def _claim_hit(  # noqa: PLR0913 - a claim and its place
        self, part: Part, claim: ClaimId, x: float, y: float, width: float, height: float
    ) -> None:
        it = self.deck.claims[claim]
        said = (
            it.text.of(self.language).rstrip(".。"),
            certainty_word(it.certainty, self.language),
            short_reference(self.deck, it, self.language),
        )
        words = clauses(said, self.language)
        part.hits.append(
            Hit(x, y, width, height, OpenCard(claim_card(claim, f"chart:{self.chart.id}")), words)
        )

    def _source(self, part: Part) -> None:
        """Add where the numbers are printed, when, and how they were measured."""
        language, size = self.language, self.measures.type("footer")
        source = self.deck.sources[self.chart.source]
        short = source.short.of(language)
        year = "" if not source.year or source.year in short else source.year
        at = {
            self.deck.numbers[number].at for point in self.chart.points for number in point.numbers
        }
        place = next(iter(at)).replace(" ", "\u00a0") if len(at) == 1 else ""
        where = clauses((short, year, place), language)
        words = pair(where, self.chart.setting.of(language), language)
        part.height += size * 0.25
        top = part.height
        for line in self.ruler.lines((Span(words, ink="muted"),), size, self.width):
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
