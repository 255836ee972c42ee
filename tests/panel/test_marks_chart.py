"""The chart of marks as the panel places it."""

from __future__ import annotations

import pytest
from decks import deck
from panels import (
    RULER,
    WIDTHS,
    exploring,
    shown,
)

from explainer.deck import Deck, load_embedded
from explainer.panel import panel_chart, panel_picture
from explainer.picture import Picture
from explainer.schema import (
    ModelId,
    StepId,
    View,
)
from explainer.state import State


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def test_a_deck_without_marks_has_no_chart() -> None:
    tiny = deck("a > b")
    state = State(step=StepId("lecture/a"), mode="explore", away=View(select=ModelId("a")))

    assert not panel_picture(tiny, state, 664, RULER).chart


def test_the_chart_keeps_to_the_margins_of_the_page(embedded: Deck) -> None:
    for width in WIDTHS:
        state = exploring(select="chatgpt")
        panel = shown(embedded, state, width)
        chart = panel_chart(embedded, state, width, RULER)
        assert panel.chart
        assert chart.picture.width == pytest.approx(width - 2 * panel.padding)


def test_the_filter_veils_every_mark_that_is_not_stated(embedded: Deck) -> None:
    def veiled(picture: Picture) -> set[str]:
        return {shape.id for shape in picture.shapes if shape.id.startswith("filtered:")}

    fates = {(it.model, it.ability): it for it in embedded.fates}
    filtered = exploring(select="chatgpt", established=True)
    chart = panel_chart(embedded, filtered, 760, RULER)
    doubted = {
        f"filtered:{it.model}/{it.ability}"
        for it in chart.cells
        if it.marked and fates[it.model, it.ability].certainty != "stated"
    }

    assert veiled(chart.picture) == doubted != set()
    plain = panel_chart(embedded, exploring(select="chatgpt"), 760, RULER)
    assert veiled(plain.picture) == set()
