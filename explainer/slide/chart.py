"""A slide of published numbers: what is plotted, and the words without which it would mislead.

What the picture cannot show and where its numbers are printed always stand under it; what they
speak for and against is told in the panel.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainer.deck import Deck
from explainer.dress import method_ink
from explainer.intents import OpenCard, Order, SelectModel
from explainer.lineage import Lineage, lineage
from explainer.panel.model import strand_certainty
from explainer.paths import Straight, Way
from explainer.picture import Hit, Picture, Ruler, Shape, placed
from explainer.placement import lanes
from explainer.plot import (
    Extras,
    Look,
    MixLook,
    Row,
    Table,
    chart_rows,
    folded,
    mix_shapes,
    model_of,
    row_says,
    table_of,
)
from explainer.schema import Certainty, Chart, ChartSlide, Language, Method, MethodId, ModelId
from explainer.slide.chart_words import ChartWords
from explainer.slide.measures import Measures
from explainer.strands import Thread
from explainer.theme import number

_STRAND, _PITCH = 0.0111, 0.0167
"""A sample of a strand and the distance of two; shares of the slide's height, the rest too."""
_LEAST_ROW, _BAR_ROW, _LEAST_BAND, _AXIS = 0.0418, 0.098, 0.066, 0.05
_AMPLE_ROW = 0.0535
_TWICE = 1.3
"""So much higher is a row of two bars."""
_HAIR = 0.0014
_DASH = 0.36
"""Of a sample's length, for each of two dashes."""
_MANY = 0.5
"""Of the rows: where fewer are models with strands of their own, none of them has a sample."""


def chart_body(  # noqa: PLR0913 - a slide, its language and its room
    deck: Deck,
    slide: ChartSlide,
    language: Language,
    measures: Measures,
    size: tuple[float, float],
    ruler: Ruler,
    *,
    readings: tuple[str, ...] = (),
) -> Picture:
    """Return the chart of a slide in a box of `size` px; strands as `readings` draw them."""
    chart = deck.charts[slide.chart]
    look = _look(chart, measures)
    words = ChartWords(deck, chart, language, measures, size[0], ruler, look)
    rows = folded(chart_rows(deck, chart, language), language)
    head = words.head()
    least, ample = _least_height(chart, rows, measures), _ample_height(chart, rows, measures)
    feet = ((words.foot(large=True), ample), (words.foot(), least))
    left = size[1] - head.height
    foot = next((it for it, needed in feet if left - it.height >= needed), feet[-1][0])
    room = (size[0], max(1.0, size[1] - head.height - foot.height))
    if _has_bands(chart, rows):
        body = _mix(deck, rows, chart.unit.of(language), language, measures, room, ruler)
    else:
        table = table_of(
            rows,
            chart.unit.of(language),
            language,
            room,
            look,
            ruler,
            bars=chart.form == "bars",
            stress=slide.stress,
            extras=_strands(deck, rows, measures, readings),
        )
        hits = tuple(_row_hits(deck, table, language))
        body = Picture(room[0], table.height, tuple(table.shapes()), hits)
    foot_picture = Picture(size[0], foot.height, tuple(foot.shapes), tuple(foot.hits))
    inside, pressed = placed(body, 0.0, head.height)
    under, links = placed(foot_picture, 0.0, head.height + body.height)
    return Picture(*size, (*head.shapes, *inside, *under), (*pressed, *links))


def _has_bands(chart: Chart, rows: tuple[Row, ...]) -> bool:
    """Return whether shares are drawn; where none was published, rows say so."""
    return chart.form == "mix" and any(row.data for row in rows)


def _least_height(chart: Chart, rows: tuple[Row, ...], measures: Measures) -> float:
    """Return the height at which all of the picture is read with ease, px."""
    if _has_bands(chart, rows):
        return measures.share(_LEAST_BAND * len(rows))
    return measures.share(_LEAST_ROW * len(rows) + _AXIS)


def _ample_height(chart: Chart, rows: tuple[Row, ...], measures: Measures) -> float:
    """Return the height from which on the picture leaves room for larger words under it, px."""
    if _has_bands(chart, rows):
        return _least_height(chart, rows, measures)
    bars = _TWICE if chart.form == "bars" and chart.series else 1.0
    return measures.share(_AMPLE_ROW * bars * len(rows) + _AXIS)


def _look(chart: Chart, measures: Measures) -> Look:
    row = number("slide_kinds", "benchmark", "row")
    if chart.form == "bars":
        row = _BAR_ROW * (_TWICE if chart.series else 1.0)
    return Look(
        name=measures.type("model_name"),
        value=measures.type("body"),
        label=measures.type("label"),
        row=measures.share(row),
        dot=measures.share(number("slide_kinds", "benchmark", "dot_radius")),
        hair=measures.share(_HAIR),
    )


def _mix(  # noqa: PLR0913 - as chart_body
    deck: Deck,
    rows: tuple[Row, ...],
    unit: str,
    language: Language,
    measures: Measures,
    room: tuple[float, float],
    ruler: Ruler,
) -> Picture:
    """Return bands in the colour of the method that all others build on."""
    base = next(it for it in deck.methods.values() if lanes(deck)[it.id] == 0)
    look = MixLook(measures.height, measures.type("body"), measures.type("label"))
    ink = method_ink(base, "stroke")
    return Picture(*room, tuple(mix_shapes(rows, unit, language, ink, room, look, ruler)))


def has_strands(deck: Deck, chart: Chart, readings: tuple[str, ...] = ()) -> bool:
    """Tell whether the strands of its models stand beside the rows of a chart."""
    rows = folded(chart_rows(deck, chart, "en"), "en")
    few = len(_carried(lineage(deck, readings), rows)) < len(rows) * _MANY
    return chart.form != "mix" and not few


def _carried(drawn: Lineage, rows: tuple[Row, ...]) -> dict[ModelId, tuple[MethodId, ...]]:
    """Return the strands of those rows that have any, by model."""
    return {
        row.model: drawn.strands[row.model]
        for row in rows
        if row.own_name and drawn.strands.get(row.model)
    }


def _strands(
    deck: Deck, rows: tuple[Row, ...], measures: Measures, readings: tuple[str, ...]
) -> Extras | None:
    """Return the models' own strands as samples, each in its lane; None where few have any."""
    drawn, lane = lineage(deck, readings), lanes(deck)
    carried = _carried(drawn, rows)
    taken = sorted({lane[method] for methods in carried.values() for method in methods})
    if len(carried) < len(rows) * _MANY:
        return None
    pitch, width = measures.share(_PITCH), measures.share(_STRAND)

    def draw(row: Row, x: float, middle: float, height: float) -> Sequence[Shape]:
        shapes: list[Shape] = []
        long = min(height * 0.74, measures.share(0.054))
        for method in carried.get(row.model, ()) if row.own_name else ():
            at = x + width / 2 + (lane[method] - taken[0]) * pitch
            certainty = strand_certainty(deck, drawn, row.model, method) or "stated"
            its = deck.methods[method]
            shapes += _sample(its, certainty, at, (middle - long / 2, long), width)
        return shapes

    return Extras((taken[-1] - taken[0]) * pitch + width, draw)


def _sample(
    method: Method, certainty: Certainty, x: float, span: tuple[float, float], width: float
) -> list[Shape]:
    """Return a short piece of a strand, running down; a dashed one always shows two dashes."""
    top, long = span
    dashed = certainty in ("likely", "conjectured")
    parts = ((top, long * _DASH), (top + long * (1 - _DASH), long * _DASH)) if dashed else (span,)
    look: Certainty = "open" if certainty == "open" else "stated"
    texture = "" if dashed else method.style
    shapes: list[Shape] = []
    for begin, length in parts:
        way = Way((Straight((x, begin), (0.0, 1.0), length),))
        ink = method_ink(method, "stroke")
        shapes += Thread(way, 0.0, width, ink, "background", texture, look).shapes()
    return shapes


def _row_hits(deck: Deck, table: Table, language: Language) -> Iterator[Hit]:
    """Yield a place for each row: it looks up the model, or the source where there is none."""
    for place, row in enumerate(table.rows):
        order: Order | None = None
        if model_of(deck, row.model) is not None:
            order = SelectModel(row.model)
        elif row.data:
            order = OpenCard(f"source:{row.data[0].number.source}")
        if order is not None:
            top, foot = table.bounds[place], table.bounds[place + 1]
            about = f"number:{row.data[0].number.id}" if row.data else row.model
            said = row_says(deck, row, language)
            yield Hit(0.0, top, table.width, foot - top, order, said, about)
