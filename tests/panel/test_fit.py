"""Every page of the panel: words stand inside, apart and large enough; clicks have names."""

from __future__ import annotations

import pytest
from panels import (
    RULER,
    WIDTHS,
    every_state,
    lines,
    shown,
)

from explainer.deck import Deck, load_embedded
from explainer.picture import line_width
from explainer.schema import (
    LANGUAGES,
    Language,
)
from explainer.theme import window_type


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_all_words_stand_inside_the_panel_and_none_under_the_floor(
    embedded: Deck, language: Language, width: float
) -> None:
    for state in every_state(embedded, language):
        panel = shown(embedded, state, width)
        for picture in (panel.body, panel.foot):
            for line in lines(picture):
                long = line_width(RULER, line.spans, line.size)
                left = line.x - {"start": 0.0, "middle": long / 2, "end": long}[line.anchor]
                assert left >= panel.padding - 1, line
                assert left + long <= width - panel.padding + 1, line
                assert line.size >= window_type("floor"), line
                assert picture is not None
                assert line.y < picture.height, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_clicked_has_a_name_and_a_place_inside(
    embedded: Deck, language: Language
) -> None:
    for state in every_state(embedded, language):
        panel = shown(embedded, state, 380)
        for picture in (panel.body, panel.foot):
            for hit in picture.hits if picture else ():
                assert hit.name.strip(), hit
                assert hit.x >= 0
                assert hit.x + hit.width <= 380, hit
                assert hit.y >= 0
                assert picture is not None
                assert hit.y + hit.height <= picture.height + 1, hit


@pytest.mark.parametrize("width", [497.0, 664.0])
def test_lines_of_a_page_do_not_stand_on_one_another(embedded: Deck, width: float) -> None:
    for state in every_state(embedded, "en"):
        taken: list[tuple[float, float, float, float]] = []
        for line in lines(shown(embedded, state, width).body):
            long = line_width(RULER, line.spans, line.size)
            left = line.x - (long if line.anchor == "end" else 0.0)
            box = (left, line.y - 0.6 * line.size, left + long, line.y)
            for other in taken:
                apart = (
                    box[0] >= other[2] - 1
                    or box[2] <= other[0] + 1
                    or box[1] >= other[3]
                    or box[3] <= other[1]
                )
                assert apart, (line, other)
            taken.append(box)
