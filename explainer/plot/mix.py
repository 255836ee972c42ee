"""What a model read: bands that flow into its station, as thick as their shares."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from explainer.lines import cut, shortened
from explainer.picture import Box, Ink, Ruler, Shape, Span, TextLine
from explainer.plot.bands import Band, band_shapes
from explainer.plot.rows import Row
from explainer.plot.values import printed, printed_sum, with_unit
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import number

_MOST = 2
"""Lines of a name."""
_NAMES, _UNIT = 0.4, 0.08
"""Shares of the width that names and a unit may take."""
_MIDDLE = 0.355
_SEAM = 0.0028
"""Between bands where they meet the station; this and the rest are shares of the slide's height."""
_BIG = 0.058
_TOTAL = 9.0
"""Least width of the words under the sum, em."""
_LEADING = 1.12


class MixLook(Struct, frozen=True):
    """The sizes of a mix, px, in a slide `unit` px high."""

    unit: float
    name: float
    label: float

    def token(self, name: str) -> float:
        """Return a measure of the tokens."""
        return self.unit * number("slide_kinds", "data_mix", name)


def mix_shapes(  # noqa: PLR0913 - what flows, its look and its room
    rows: tuple[Row, ...],
    unit: str,
    language: Language,
    ink: Ink,
    size: tuple[float, float],
    look: MixLook,
    ruler: Ruler,
) -> list[Shape]:
    """Return bands with names and shares at the left, and what the shares add up to at the right.

    Shares are drawn as they are printed, also where they do not add up to a hundred.
    """
    unit = _short_unit(unit, size[0] * _UNIT, look, ruler)
    shown = tuple(row for row in rows if row.data)
    shares = [row.data[0].amount for row in shown]
    values = [with_unit(row.data[0].words, unit, language) for row in shown]
    gap = look.token("gap")
    gaps = gap * (len(shown) - 1)
    air = look.name * 0.7
    per = min(look.token("per_percent"), (size[1] - gaps - 2 * air) / (sum(shares) or 1.0))
    top = (size[1] - per * sum(shares) - gaps) * 0.45
    seam = look.unit * _SEAM
    joined = top + (gaps - seam * (len(shown) - 1)) / 2
    bands: list[Band] = []
    for share in shares:
        bands.append(Band(top, joined, share * per))
        top, joined = top + share * per + gap, joined + share * per + seam
    total = _Total(printed_sum(row.data[0].number for row in shown), unit, language)
    middles = [band.begin + band.thickness / 2 for band in bands]
    nearest = min((low - high for high, low in pairwise(middles)), default=look.name * _LEADING)
    look = replace(look, name=max(look.label, min(look.name, nearest / _LEADING)))
    names, letters = _names(shown, size[0] * _NAMES, look, ruler)
    wide = max((ruler.width(line, "text", letters) for name in names for line in name), default=0)
    value = max((ruler.width(it, "strong", look.name) for it in values), default=0.0)
    left = wide + look.name * 0.7 + value + look.name * 0.6
    station = look.token("station_width")
    right = size[0] - total.width(look, ruler) - look.name - station
    shapes: list[Shape] = [*band_shapes(tuple(bands), left, right + station / 8, ink)]
    for name, words, band in zip(names, values, bands, strict=True):
        y = band.begin + band.thickness / 2
        shapes += _lines(name, wide, y, letters, ruler)
        shapes.append(_end(words, left - look.name * 0.6, y, look.name, ruler))
    shapes.append(_station(bands, right, station, look))
    middle = (bands[0].end + bands[-1].end + bands[-1].thickness) / 2
    return shapes + total.shapes(right + station + look.name, middle, look, ruler)


class _Total(Struct, frozen=True):
    """What the printed shares add up to."""

    value: str
    unit: str
    language: Language

    def width(self, look: MixLook, ruler: Ruler) -> float:
        big = ruler.width(self._big(), "strong", look.unit * _BIG)
        return max(big, *(ruler.width(it, "text", look.label) for it in self._under(look, ruler)))

    def shapes(self, x: float, middle: float, look: MixLook, ruler: Ruler) -> list[Shape]:
        size, small = look.unit * _BIG, look.label
        words = self._big()
        y = middle + size * 0.1
        wide = ruler.width(words, "strong", size)
        shapes: list[Shape] = [
            TextLine(x, y, (Span(words, "strong"),), size, width=wide, id="total")
        ]
        for place, line in enumerate(self._under(look, ruler)):
            at = y + small * (1.6 + 1.3 * place)
            wide = ruler.width(line, "text", small)
            spans = (Span(line, ink="muted"),)
            shapes.append(TextLine(x, at, spans, small, width=wide, id="total-words"))
        return shapes

    def _big(self) -> str:
        return with_unit(printed(self.value, self.language), self.unit, self.language)

    def _under(self, look: MixLook, ruler: Ruler) -> tuple[str, ...]:
        words = say("numbers.total", self.language)
        big = ruler.width(self._big(), "strong", look.unit * _BIG) * 1.05
        room = max(big, look.label * _TOTAL)
        lines = ruler.lines((Span(words),), look.label, room)
        return tuple("".join(span.text for span in line) for line in lines)


def _short_unit(unit: str, room: float, look: MixLook, ruler: Ruler) -> str:
    """Return the unit, or as much of it as `room` px hold: it stands behind every share."""
    if ruler.width(unit, "strong", look.name) <= room:
        return unit
    return "".join(it.text for it in cut(ruler, (Span(unit, "strong"),), look.name, room))


def _names(
    rows: tuple[Row, ...], room: float, look: MixLook, ruler: Ruler
) -> tuple[list[tuple[str, ...]], float]:
    """Return the lines of each name and their size, the same for all."""
    size = look.name
    while size > look.label and any(ruler.width(it.name, "text", size) > room for it in rows):
        size = max(look.label, size * 0.95)
    broken = (shortened(ruler, (Span(it.name),), size, room, _MOST) for it in rows)
    names = [tuple("".join(span.text for span in line) for line in lines) for lines in broken]
    return names, size


def _lines(
    lines: tuple[str, ...], right: float, middle: float, size: float, ruler: Ruler
) -> list[Shape]:
    leading = size * _LEADING
    top = middle - leading * (len(lines) - 1) / 2 + size * _MIDDLE
    return [
        TextLine(
            right,
            top + leading * place,
            (Span(words),),
            size,
            "end",
            width=ruler.width(words, "text", size),
            id="share-name",
        )
        for place, words in enumerate(lines)
    ]


def _end(words: str, right: float, middle: float, size: float, ruler: Ruler) -> TextLine:
    wide = ruler.width(words, "strong", size)
    spans = (Span(words, "strong"),)
    return TextLine(right, middle + size * _MIDDLE, spans, size, "end", width=wide, id="value")


def _station(bands: list[Band], x: float, width: float, look: MixLook) -> Shape:
    top, foot = bands[0].end, bands[-1].end + bands[-1].thickness
    out = width * 0.55
    return Box(
        x,
        top - out,
        width,
        foot - top + 2 * out,
        width / 2,
        fill="surface",
        stroke="ink",
        stroke_width=look.unit * 0.0065,
        id="station",
    )
