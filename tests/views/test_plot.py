"""Published numbers in the panel: folded, unfolded, one source at a time; and with real fonts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explainer.deck import Deck, load_embedded
from explainer.intents import OpenCard, Order, SelectModel
from explainer.panel import panel_chart, panel_picture
from explainer.panel.numbers import NumbersPicture, numbers_part
from explainer.picture import TextLine
from explainer.plot.measured import sources_on
from explainer.schema import ChartSlide, Language, ModelId, SourceId, StepId, View
from explainer.slide.chart import chart_body
from explainer.slide.measures import Measures
from explainer.state import State
from explainer.update import update
from explainer.views.panel import Panel
from explainer.views.text import QtRuler

STEP = StepId("reasoning/suspects")
BASE = "code-davinci-002"
FATHOM = "numbers:zheng2023gptfathom"
RULER = QtRuler()


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def exploring(model: str = BASE, opened: str = "") -> State:
    return State(step=STEP, mode="explore", away=View(select=ModelId(model), open=opened))


def part(
    deck: Deck, model: str = BASE, opened: str = "", language: Language = "en", width: float = 560.0
) -> NumbersPicture:
    view = View(select=ModelId(model), open=opened)
    found = numbers_part(deck, view, language, width, 32.0, RULER)
    assert found is not None
    return found


@pytest.fixture
def asked() -> list[Order]:
    return []


@pytest.fixture
def show(qtbot: QtBot, embedded: Deck, asked: list[Order]) -> Callable[[State], Panel]:
    panel = Panel(asked.append)
    qtbot.addWidget(panel)
    panel.resize(560, 900)
    panel.show()

    def shown(state: State) -> Panel:
        picture = panel_picture(embedded, state, 560.0, RULER)
        chart = panel_chart(embedded, state, 560.0, RULER) if picture.chart else None
        view = state.away or View()
        numbers = numbers_part(embedded, view, state.language, 560.0, picture.padding, RULER)
        panel.show_picture(picture, chart, state.theme, numbers)
        qtbot.wait(20)
        return panel

    return shown


def test_folded_away_nothing_is_plotted(show: Callable[[State], Panel]) -> None:
    panel = show(exploring())

    assert panel.plot is None


def test_a_click_unfolds_the_source_with_the_most_numbers_and_folds_it_again(
    embedded: Deck,
) -> None:
    (title,) = part(embedded).head.hits
    most = sources_on(embedded, ModelId(BASE))[0]
    assert title.order == OpenCard(f"numbers:{most}")

    opened = update(embedded, exploring(), OpenCard(f"numbers:{most}"))

    assert opened.away is not None
    again = part(embedded, opened=opened.away.open).head.hits[0].order
    assert isinstance(again, OpenCard)
    folded = update(embedded, opened, again)
    assert folded.away == exploring().away


def test_unfolded_the_plot_is_in_sight_and_its_title_too(
    show: Callable[[State], Panel], qtbot: QtBot
) -> None:
    show(exploring())
    panel = show(exploring(opened=FATHOM))

    qtbot.waitUntil(lambda: panel.plot is not None)
    assert panel.plot is not None
    at = panel.plot.mapTo(panel, panel.plot.rect().topLeft()).y()
    assert 0 < at < panel.height() / 2


def test_a_dot_says_value_setting_source_and_place_at_the_panel_s_foot(
    show: Callable[[State], Panel], qtbot: QtBot, embedded: Deck
) -> None:
    panel = show(exploring(opened=FATHOM))
    qtbot.waitUntil(lambda: panel.plot is not None)
    assert panel.plot is not None
    plot = part(embedded, opened=FATHOM).plot
    assert plot is not None
    cell = next(it for it in plot.cells if it.model == "davinci" and "GSM8K" in it.says)

    panel.plot.point_at(QPointF(cell.x + cell.width / 2, cell.y + cell.height / 2))

    says = cell.says.replace("\u00a0", " ")
    parts = ("davinci", "12.1 %", "8-shot CoT", "Zheng et al. 2023", "as printed")
    assert all(words in says for words in parts)
    foot = " ".join(
        span.text
        for line in panel.status.picture.shapes
        if isinstance(line, TextLine)
        for span in line.spans
    )
    assert foot.split() == cell.says.split()


def test_a_click_on_another_models_dot_looks_it_up_with_its_numbers(
    show: Callable[[State], Panel], qtbot: QtBot, embedded: Deck, asked: list[Order]
) -> None:
    panel = show(exploring(opened=FATHOM))
    qtbot.waitUntil(lambda: panel.plot is not None)
    assert panel.plot is not None
    plot = part(embedded, opened=FATHOM).plot
    assert plot is not None
    cell = next(it for it in plot.cells if it.model == "davinci")

    panel.plot.click(QPointF(cell.x + cell.width / 2, cell.y + cell.height / 2))

    assert asked == [SelectModel(ModelId("davinci")), OpenCard(FATHOM)]
    state = exploring(opened=FATHOM)
    for order in asked:
        assert isinstance(order, SelectModel | OpenCard)
        state = update(embedded, state, order)
    assert state.away is not None
    assert (state.away.select, state.away.open) == ("davinci", FATHOM)


def test_the_name_of_the_source_leads_through_all_sources_and_back(embedded: Deck) -> None:
    sources = sources_on(embedded, ModelId(BASE))
    seen: list[str] = []
    source = sources[0]
    for _ in sources:
        seen.append(source)
        link = part(embedded, opened=f"numbers:{source}").head.hits[-1].order
        assert isinstance(link, OpenCard)
        source = SourceId(link.card.partition(":")[2])

    assert len(sources) > 1
    assert (tuple(seen), source) == (sources, sources[0])


def test_counterparts_show_their_numbers_too(embedded: Deck) -> None:
    plot = part(embedded, "palm", "numbers:wei2022cot").plot

    assert plot is not None
    assert any(cell.marked and "56.9" in cell.says for cell in plot.cells)
    assert {cell.model for cell in plot.cells if not cell.marked} <= set(embedded.models)


def test_a_source_that_did_not_measure_the_model_gives_way(embedded: Deck) -> None:
    plot = part(embedded, "davinci-instruct-beta", "numbers:suzgun2022bbh").plot

    assert plot is not None
    assert plot.cells


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [380.0, 560.0, 760.0])
def test_the_words_of_every_plot_keep_within_it(
    embedded: Deck, language: Language, width: float
) -> None:
    for model in (*embedded.models, *embedded.counterparts):
        for source in sources_on(embedded, model):
            plot = part(embedded, model, f"numbers:{source}", language, width).plot
            assert plot is not None
            for line in plot.picture.shapes:
                if isinstance(line, TextLine):
                    wide = sum(RULER.width(it.text, it.face, line.size) for it in line.spans)
                    left = line.x - (wide if line.anchor == "end" else 0.0)
                    assert left >= -1, (model, source, line)
                    assert left + wide <= plot.picture.width + 1, (model, source, line)


def test_the_keyboard_reaches_title_and_measures(
    show: Callable[[State], Panel], qtbot: QtBot, asked: list[Order]
) -> None:
    panel = show(exploring(opened=FATHOM))
    qtbot.waitUntil(lambda: panel.plot is not None)
    assert panel.plot is not None
    panel.plot.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(panel.plot, Qt.Key.Key_Return)

    assert asked == [OpenCard("source:zheng2023gptfathom")]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [(1920.0, 1080.0), (1440.0, 1080.0)])
def test_with_real_fonts_every_chart_keeps_within_its_slide(
    embedded: Deck, language: Language, size: tuple[float, float]
) -> None:
    measures = Measures(*size)
    room = (measures.inner, measures.picture_foot - measures.share(0.228))
    for chart in embedded.charts:
        slide = ChartSlide(chart=chart)
        picture = chart_body(embedded, slide, language, measures, room, RULER)
        for line in picture.shapes:
            if isinstance(line, TextLine):
                left = line.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor] * line.width
                assert left >= -1, (chart, line)
                assert left + line.width <= room[0] + 1, (chart, line)
                assert line.y <= room[1] + 1, (chart, line)
