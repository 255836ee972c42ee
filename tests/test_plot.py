"""What a chart of numbers plots: amounts from zero, digits as printed, nothing made up."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from decks import deck
from msgspec.structs import replace
from rulers import PlainRuler

from explainer.deck import Deck, load_embedded
from explainer.picture import Box, Shape, TextLine, Trace, line_width
from explainer.plot import (
    Look,
    MixLook,
    Row,
    Table,
    chart_rows,
    mix_shapes,
    printed,
    row_says,
    scale_to,
    table_of,
)
from explainer.plot.measured import measured_on, sources_on
from explainer.plot.values import printed_sum, with_unit
from explainer.schema import (
    Chart,
    ChartId,
    Language,
    ModelId,
    Number,
    NumberId,
    Point,
    SourceId,
    Text,
)

RULER = PlainRuler()
LOOK = Look(name=30.0, value=46.0, label=30.0, row=86.0, dot=15.0, hair=1.5)
ROOM = (1700.0, 700.0)


@pytest.fixture(scope="module")
def tiny() -> Deck:
    """Return a deck with two models and made-up numbers."""
    made = deck("davinci > codex, davinci > tuned")
    numbers = [
        number("a", "12.10", model="davinci"),
        number("b", "60.2", model="codex"),
        number("c", "0.5", model="davinci", setting="CoT"),
        number("d", "78.2", subject="a later model"),
        number("e", "60", model="codex", setting="CoT", unit="F1"),
    ]
    return replace(made, numbers={it.id: it for it in numbers})


def number(  # noqa: PLR0913  a number says much of itself
    name: str,
    value: str,
    *,
    subject: str = "",
    model: str = "",
    setting: str = "8-shot",
    unit: str = "%",
) -> Number:
    return Number(
        id=NumberId(name),
        subject=subject or model,
        model=ModelId(model),
        measure="GSM8K",
        setting=setting,
        value=value,
        unit=unit,
        source=SourceId("paper"),
        at="Table 1",
    )


def chart(*points: Point, form: str = "dots", series: int = 0) -> Chart:
    words = Text(en="Words", zh="词")
    return Chart(
        id=ChartId("c"),
        form=form,  # type: ignore[arg-type]  # one of the three
        name=words,
        unit=Text(en="%", zh="%"),
        setting=words,
        source=SourceId("paper"),
        series=(words,) * series,
        points=points,
        cannot_show=words,
    )


def point(model: str, *numbers: str, name: str = "", stand_in: bool = False) -> Point:
    return Point(
        model=ModelId(model),
        name=Text(en=name, zh=name) if name else None,
        numbers=tuple(map(NumberId, numbers)),
        stand_in=stand_in,
    )


def table(deck: Deck, its: Chart, *, stress: tuple[str, ...] = ()) -> Table:
    rows = chart_rows(deck, its, "en")
    return table_of(
        rows,
        "%",
        "en",
        ROOM,
        LOOK,
        RULER,
        bars=its.form == "bars",
        stress=tuple(map(ModelId, stress)),
    )


def texts(shapes: list[Shape], name: str = "") -> list[str]:
    return [
        "".join(span.text for span in it.spans)
        for it in shapes
        if isinstance(it, TextLine) and (not name or it.id == name)
    ]


def boxes(shapes: list[Shape], name: str) -> list[Box]:
    return [it for it in shapes if isinstance(it, Box) and it.id == name]


# --- numbers and axes


@pytest.mark.parametrize(
    "value, language, expected",
    [
        ("12.10", "en", "12.10"),
        ("8001", "en", "8,001"),
        ("8001", "zh", "8001"),
        ("12725", "zh", "12,725"),
        ("3640.5", "en", "3,640.5"),
    ],
)
def test_a_number_keeps_the_digits_of_its_source(
    value: str, language: Language, expected: str
) -> None:
    assert printed(value, language) == expected


def test_a_number_and_its_unit_never_part() -> None:
    assert with_unit("60.2", "%", "en") == "60.2\u00a0%"
    assert with_unit("60.2", "%", "zh") == "60.2%"


def test_shares_are_added_up_as_exactly_as_they_are_printed() -> None:
    shares = [number(str(at), value) for at, value in enumerate(("60", "22", "8", "8", "3"))]
    tenths = [number(str(at), "0.1") for at in range(3)]

    assert (printed_sum(shares), printed_sum(tenths)) == ("101", "0.3")


@pytest.mark.parametrize(
    "most, ticks",
    [
        (78.2, (0, 20, 40, 60, 80)),
        (8001, (0, 2000, 4000, 6000, 8000)),
        (0.4, (0, 0.1, 0.2, 0.3, 0.4)),
        (3640, (0, 1000, 2000, 3000, 4000)),
        (1, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (0, (0, 1)),
    ],
)
def test_an_axis_begins_at_zero_in_whole_steps(most: float, ticks: tuple[float, ...]) -> None:
    scale = scale_to(most)

    assert scale.ticks == ticks
    assert scale.end >= most


@pytest.mark.parametrize("most", [0.013, 0.9, 7, 33.3, 101, 999, 33207, 1e6])
def test_an_axis_has_few_ticks_whatever_the_amount(most: float) -> None:
    ticks = scale_to(most).ticks

    assert 2 <= len(ticks) <= 6
    assert len({scale_to(most).words(tick, "en") for tick in ticks}) == len(ticks)


# --- rows


def test_a_row_without_a_number_says_so_in_words(tiny: Deck) -> None:
    its = chart(point("davinci", "a"), point("tuned"))
    shapes = table(tiny, its).shapes()

    assert texts(shapes, "words") == ["number not in this source"]
    assert len(boxes(shapes, "dot")) == 1
    assert row_says(tiny, chart_rows(tiny, its, "zh")[1], "zh").endswith("此来源未列此数字")


def test_a_row_whose_number_the_chart_leaves_out_says_that(tiny: Deck) -> None:
    its = chart(point("davinci", "a"), point("codex"))

    assert texts(table(tiny, its).shapes(), "words") == ["in this source, but not in this chart"]


def test_a_row_says_number_setting_source_and_place(tiny: Deck) -> None:
    row = chart_rows(tiny, chart(point("davinci", "a")), "en")[0]

    says = row_says(tiny, row, "en").replace("\u00a0", " ")
    assert says == "davinci: 12.10 %, GSM8K, 8-shot, Paper 2022, Table 1"


def test_what_stands_for_a_model_is_hollow_muted_and_named(tiny: Deck) -> None:
    its = chart(point("davinci", "a"), point("codex", "d", name="later-0301", stand_in=True))
    shapes = table(tiny, its).shapes()
    (hollow,) = boxes(shapes, "dot-hollow")

    assert (hollow.fill, hollow.stroke) == ("background", "muted")
    assert texts(shapes, "name") == ["davinci", "codex"]
    assert any("later-0301" in words for words in texts(shapes, "words"))


def test_a_value_stands_beside_its_dot_as_it_is_printed(tiny: Deck) -> None:
    shapes = table(tiny, chart(point("davinci", "a"), point("codex", "b"))).shapes()

    assert [it.replace("\u00a0", " ") for it in texts(shapes, "value")] == ["12.10 %", "60.2 %"]


def test_dots_of_different_models_are_never_joined(tiny: Deck) -> None:
    shapes = table(tiny, chart(point("davinci", "a"), point("codex", "b"))).shapes()
    dots = boxes(shapes, "dot")
    rows = [dot.y + dot.height / 2 for dot in dots]

    assert not [it for it in shapes if isinstance(it, Trace)]
    crossing = [
        it
        for it in shapes
        if isinstance(it, Box)
        and it.fill in ("edge_dimmed", "muted")
        and it.y <= rows[0] < rows[1] <= it.y + it.height
    ]
    assert len(crossing) == 1  # the axis


def test_places_on_the_axis_are_in_proportion_from_zero(tiny: Deck) -> None:
    its = table(tiny, chart(point("davinci", "a"), point("codex", "b")))
    small, large = (dot.x + dot.width / 2 - its.zero for dot in boxes(its.shapes(), "dot"))

    assert small / large == pytest.approx(12.1 / 60.2)
    assert its.scale.ticks[0] == 0


def test_bars_are_as_long_as_their_amounts_and_even_a_sliver_is_seen(tiny: Deck) -> None:
    deck = replace(
        tiny,
        numbers={
            it.id: it
            for it in (number("big", "3640"), number("half", "1820"), number("bit", "0.01"))
        },
    )
    its = chart(*(point("", it, name=it) for it in ("big", "half", "bit")), form="bars")
    big, half, bit = (bar.width for bar in boxes(table(deck, its).shapes(), "bar"))

    assert half == pytest.approx(big / 2)
    assert 0 < bit < 5


def test_two_series_are_told_apart_without_colour_even_where_they_coincide(tiny: Deck) -> None:
    deck = replace(tiny, numbers={it.id: it for it in (number("x", "64.8"), number("y", "64.8"))})
    shapes = table(deck, chart(point("davinci", "x", "y"), series=2)).shapes()
    (hollow,), (filled,) = boxes(shapes, "dot-hollow"), boxes(shapes, "dot")

    assert hollow.width + hollow.stroke_width > filled.width
    left, right = (it for it in shapes if isinstance(it, TextLine) and it.id == "value")
    assert left.x + left.width < filled.x
    assert right.x + right.width < filled.x


def test_rows_that_are_not_stressed_step_back_and_stay(tiny: Deck) -> None:
    its = chart(point("davinci", "a"), point("codex", "b"))
    shapes = table(tiny, its, stress=("codex",)).shapes()
    names = [it for it in shapes if isinstance(it, TextLine) and it.id == "name"]

    assert [(it.spans[0].face, it.spans[0].ink) for it in names] == [
        ("mono", "muted"),
        ("mono-strong", "ink"),
    ]


def test_a_long_name_is_broken_rather_than_cut(tiny: Deck) -> None:
    name = "a name of so many words that no column of a chart would ever hold it on a single line"
    shapes = table(tiny, chart(point("", "a", name=name))).shapes()

    assert " ".join(texts(shapes, "name")) == name
    assert len(texts(shapes, "name")) > 1


# --- mixes


def mix(rows: tuple[Row, ...], height: float = 700.0) -> list[Shape]:
    look = MixLook(1080.0, 46.0, 31.0)
    return mix_shapes(rows, "%", "en", "ink", (1700.0, height), look, RULER)


def shares(tiny: Deck, *values: str) -> tuple[Row, ...]:
    numbers = [number(f"n{at}", value) for at, value in enumerate(values)]
    deck = replace(tiny, numbers={it.id: it for it in numbers})
    return chart_rows(
        deck, chart(*(point("", it.id, name=it.id) for it in numbers), form="mix"), "en"
    )


def thickness(band: Trace) -> float:
    ys = [move.y for move in band.moves if not hasattr(move, "cx")]
    return ys[-1] - ys[0]


def test_bands_are_as_thick_as_their_printed_shares(tiny: Deck) -> None:
    shapes = mix(shares(tiny, "60", "22", "8", "8", "3"))
    bands = [it for it in shapes if isinstance(it, Trace)]
    first = thickness(bands[0])

    assert [thickness(it) / first for it in bands] == pytest.approx(
        [1, 22 / 60, 8 / 60, 8 / 60, 3 / 60]
    )
    assert next(it.replace("\u00a0", " ") for it in texts(shapes, "total")) == "101 %"


def test_names_beside_bands_never_touch(tiny: Deck) -> None:
    for height in (700.0, 420.0, 330.0):
        shapes = mix(shares(tiny, "50", "27", "13", "5", "4", "1"), height)
        lines = [it for it in shapes if isinstance(it, TextLine) and it.id == "name"]

        assert all(low.y - high.y >= low.size for high, low in pairwise(lines)), height


# --- what is known of a model


def test_others_are_compared_only_in_the_same_setting_and_unit(tiny: Deck) -> None:
    measured = measured_on(tiny, ModelId("codex"), tiny.source)

    assert [(it.own.id, [other.id for other in it.others]) for it in measured] == [
        ("b", ["a"]),
        ("e", []),
    ]


def test_a_model_without_numbers_has_no_sources(tiny: Deck) -> None:
    assert sources_on(tiny, ModelId("tuned")) == ()
    assert sources_on(tiny, ModelId("codex")) == (tiny.source,)


def test_the_embedded_charts_name_only_numbers_that_can_be_plotted() -> None:
    embedded = load_embedded()

    assert embedded.charts
    for its in embedded.charts.values():
        for row in chart_rows(embedded, its, "en"):
            assert row.name
            assert not row.data or len(row.data) == max(1, len(its.series))
            assert {it.number.source for it in row.data} <= {its.source}


def test_the_words_on_a_line_are_as_wide_as_they_say(tiny: Deck) -> None:
    for shape in table(tiny, chart(point("davinci", "a"), point("codex"))).shapes():
        if isinstance(shape, TextLine):
            assert shape.width == pytest.approx(line_width(RULER, shape.spans, shape.size))


def test_digits_are_grouped_from_the_point_on_only_once() -> None:
    assert re.fullmatch(r"1,234,567", printed("1234567", "en"))
