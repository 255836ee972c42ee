"""A slide of numbers never stands without what it cannot show, its source and what it doubts."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest
from rulers import PlainRuler

from explainer.deck import Deck, load_embedded
from explainer.intents import OpenCard, SelectModel
from explainer.picture import Box, Picture, TextLine
from explainer.schema import ChartId, ChartSlide, Language, ModelId
from explainer.slide.chart import chart_body
from explainer.slide.measures import Measures
from explainer.why import leads_somewhere

RULER = PlainRuler()
CHARTS = tuple(load_embedded().charts)
BOTH: tuple[Language, ...] = ("en", "zh")
SHARES = {"one line": 0.1565, "two lines": 0.228}
"""Where a picture begins under a headline, share of the height."""
SIZES = ((1920.0, 1080.0), (1440.0, 1080.0), (1600.0, 1000.0))


@cache
def embedded() -> Deck:
    return load_embedded()


def body(
    chart: str,
    language: Language = "en",
    size: tuple[float, float] = SIZES[0],
    top: float = SHARES["one line"],
    stress: tuple[str, ...] = (),
) -> Picture:
    measures = Measures(*size)
    room = (measures.inner, measures.picture_foot - measures.share(top))
    slide = ChartSlide(chart=ChartId(chart), stress=tuple(map(ModelId, stress)))
    return chart_body(embedded(), slide, language, measures, room, RULER)


def lines(picture: Picture) -> list[TextLine]:
    return [it for it in picture.shapes if isinstance(it, TextLine)]


def said(picture: Picture) -> str:
    words = ("".join(span.text for span in it.spans) for it in lines(picture))
    return "\n".join(words).replace("\u00a0", " ")


def left(line: TextLine) -> float:
    return line.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor] * line.width


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_says_what_it_cannot_show_and_where_its_numbers_are_from(
    chart: str, language: Language
) -> None:
    its = embedded().charts[ChartId(chart)]
    for size in SIZES:
        for top in SHARES.values():
            words = said(body(chart, language, size, top)).replace("\n", "").replace(" ", "")
            source = embedded().sources[its.source]

            for part in (its.name, its.cannot_show, its.setting, source.short):
                assert part.of(language).replace(" ", "") in words, (size, top)


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_keeps_within_its_room_and_its_words_apart(
    chart: str, language: Language
) -> None:
    for size in SIZES:
        for top in SHARES.values():
            for stress in ((), ("code-davinci-002",)):
                picture = body(chart, language, size, top, stress)
                where = (chart, size, top)
                for line in lines(picture):
                    assert left(line) >= -1, (where, line)
                    assert left(line) + line.width <= picture.width + 1, (where, line)
                    assert line.y <= picture.height + 1, (where, line)
                for one, other in combinations(lines(picture), 2):
                    assert not overlap(one, other), (where, one, other)


def overlap(one: TextLine, other: TextLine) -> bool:
    """Tell whether the letters of two lines touch; what stands above and below them is air."""
    aside = (
        left(one) + one.width <= left(other) + 0.5 or left(other) + other.width <= left(one) + 0.5
    )
    apart = one.y <= other.y - other.size * 0.72 + 1 or other.y <= one.y - one.size * 0.72 + 1
    return not (aside or apart)


@pytest.mark.parametrize("chart", CHARTS)
def test_no_word_is_smaller_than_a_hall_can_read(chart: str) -> None:
    for size in SIZES:
        for line in lines(body(chart, "zh", size, SHARES["two lines"])):
            least = 0.025 if line.id == "source" else 0.0279
            assert line.size >= least * size[1], line


@pytest.mark.parametrize("chart", CHARTS)
def test_the_source_of_the_numbers_is_a_click_away(chart: str) -> None:
    its = embedded().charts[ChartId(chart)]
    for top in SHARES.values():
        picture = body(chart, "en", SIZES[0], top)
        cards = [hit.order.card for hit in picture.hits if isinstance(hit.order, OpenCard)]

        assert all(leads_somewhere(embedded(), card) for card in cards)
        assert f"source:{its.source}" in cards


def test_rows_are_all_as_high() -> None:
    for chart in ("lineage-gsm8k", "windows"):
        hits = [hit for hit in body(chart).hits if isinstance(hit.order, SelectModel)]

        assert {round(hit.height, 3) for hit in hits} == {round(hits[0].height, 3)}


@pytest.mark.parametrize("size", SIZES)
def test_two_values_of_a_row_stand_before_the_axis_where_no_mark_hides_them(
    size: tuple[float, float],
) -> None:
    picture = body("cot-scale", "en", size)
    axis = min(it.x for it in lines(picture) if it.id == "tick")
    values = [it for it in lines(picture) if it.id == "value"]

    assert len(values) == 16
    assert all(left(it) + it.width < axis for it in values)
    assert len({round(left(it) + it.width) for it in values}) == 2


def test_a_row_looks_its_model_up_and_says_the_number() -> None:
    picture = body("lineage-gsm8k")
    found = next(hit for hit in picture.hits if hit.order == SelectModel(ModelId("davinci")))

    assert "12.1" in found.name
    assert found.id == "number:fathom-gsm8k-cot-davinci"


def test_models_that_were_not_measured_share_a_row() -> None:
    words = said(body("lineage-gsm8k")).splitlines()

    assert "3 models" in words
    (none,) = [it for it in words if it.startswith("number not in this source")]
    assert none.endswith("Codex 12B, code-davinci-001, code-cushman-001")


def test_a_stand_in_is_named_beside_its_hollow_dot() -> None:
    for size in SIZES:
        picture = body("lineage-gsm8k", "en", size)
        hollow = [it for it in picture.shapes if isinstance(it, Box) and it.id == "dot-hollow"]

        assert len(hollow) == 1
        assert "gpt-3.5-turbo-0301" in said(picture)


def test_shares_that_add_up_to_more_than_a_hundred_are_drawn_and_said_so() -> None:
    words = said(body("mix")).splitlines()

    assert {"60 %", "22 %", "3 %", "101 %"} <= set(words)


def test_the_window_has_room_for_every_chart() -> None:
    for chart in CHARTS:
        for width, height in ((1090.0, 710.0), (640.0, 560.0), (900.0, 1100.0)):
            measures = Measures(width, min(height, width * 0.75))
            room = (width - 80, height - 80)
            slide = ChartSlide(chart=ChartId(chart))
            picture = chart_body(embedded(), slide, "en", measures, room, RULER)

            assert max(line.y for line in lines(picture)) <= room[1], (chart, width)
