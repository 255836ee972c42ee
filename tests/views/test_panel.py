"""The panel as a widget: it scrolls, keeps its place, and shows the chart under the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from explainer.deck import Deck, load_embedded
from explainer.intents import OpenCard, Order, SelectModel, ToggleExplore
from explainer.panel import panel_chart, panel_picture
from explainer.schema import ModelId, StepId, View
from explainer.state import State, ThemeName
from explainer.views.panel import Panel
from explainer.views.sheet import Sheet
from explainer.views.style import ink_colour, style_sheet
from explainer.views.text import QtRuler

STEP = StepId("reasoning/suspects")
SIZE = (664, 700)


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


@pytest.fixture
def asked() -> list[Order]:
    return []


@pytest.fixture
def show(qtbot: QtBot, embedded: Deck, asked: list[Order]) -> Callable[[State], Panel]:
    panel = Panel(asked.append)
    qtbot.addWidget(panel)
    panel.resize(*SIZE)
    panel.show()
    ruler = QtRuler()

    def shown(state: State) -> Panel:
        width = float(panel.content_width())
        picture = panel_picture(embedded, state, width, ruler)
        chart = panel_chart(embedded, state, width, ruler) if picture.chart else None
        panel.show_picture(picture, chart, state.theme)
        qtbot.wait(20)
        return panel

    return shown


def exploring(model: str, card: str = "") -> State:
    return State(step=STEP, mode="explore", away=View(select=ModelId(model), open=card))


def area(panel: Panel) -> QScrollArea:
    found = panel.findChild(QScrollArea)
    assert isinstance(found, QScrollArea)
    return found


def test_the_foot_stays_in_view_while_the_page_scrolls(
    show: Callable[[State], Panel], asked: list[Order]
) -> None:
    panel = show(replace(State(step=STEP), notes=True))
    bar = area(panel).verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    foot = next(
        sheet
        for sheet in panel.findChildren(Sheet)
        if any(hit.order == ToggleExplore() for hit in sheet.picture.hits)
    )
    hit = foot.picture.hits[0]
    assert foot.y() + foot.height() == panel.height()

    QTest.mouseClick(
        foot, Qt.MouseButton.LeftButton, pos=QPoint(round(hit.x + 20), round(hit.y + 8))
    )

    assert asked[-1] == ToggleExplore()


def test_in_a_low_panel_the_foot_ends_the_page(show: Callable[[State], Panel]) -> None:
    panel = show(State(step=STEP))
    panel.resize(SIZE[0], 200)
    panel = show(State(step=STEP))

    feet = [
        sheet
        for sheet in panel.findChildren(Sheet)
        if any(hit.order == ToggleExplore() for hit in sheet.picture.hits) and sheet.isVisible()
    ]
    assert len(feet) == 1
    assert area(panel).isAncestorOf(feet[0])
    assert area(panel).height() == panel.height()


def test_no_chart_library_is_needed_for_the_story(show: Callable[[State], Panel]) -> None:
    assert show(State(step=STEP)).chart is None


def test_the_chart_comes_with_the_first_model(show: Callable[[State], Panel]) -> None:
    panel = show(exploring("davinci"))

    assert panel.chart is not None
    assert panel.chart.isVisible()
    assert panel.chart.shown.width == pytest.approx(664 - 64)


def test_until_the_chart_answers_it_is_there_as_a_picture(qtbot: QtBot, embedded: Deck) -> None:
    panel = Panel(lambda _: None)
    qtbot.addWidget(panel)
    panel.resize(*SIZE)
    panel.show()
    state = exploring("davinci")
    ruler = QtRuler()
    picture = panel_picture(embedded, state, SIZE[0], ruler)
    chart = panel_chart(embedded, state, SIZE[0], ruler)

    panel.show_picture(picture, chart, "light")

    assert panel.chart is None
    seen = [sheet.picture.shapes for sheet in panel.findChildren(Sheet) if sheet.isVisible()]
    assert chart.picture.shapes in seen
    qtbot.waitUntil(lambda: panel.chart is not None)


def test_the_chart_goes_where_the_page_has_none(show: Callable[[State], Panel]) -> None:
    show(exploring("davinci"))
    panel = show(State(step=STEP))

    assert panel.chart is not None
    assert not panel.chart.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_ground_under_a_short_page_is_the_pages_own(
    qtbot: QtBot, embedded: Deck, theme: ThemeName
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(theme))
    asked: list[Order] = []
    panel = Panel(asked.append, window)
    panel.resize(*SIZE)
    window.resize(*SIZE)
    window.show()
    state = State(step=StepId("surprise/guess"), theme=theme)

    panel.show_picture(panel_picture(embedded, state, SIZE[0], QtRuler()), None, theme)
    qtbot.wait(20)

    pixel = panel.grab().toImage().pixelColor(20, area(panel).geometry().bottom() - 3)
    assert pixel == ink_colour(theme, "surface")


def test_another_model_is_shown_from_its_top(show: Callable[[State], Panel]) -> None:
    panel = show(exploring("chatgpt"))
    area(panel).verticalScrollBar().setValue(200)

    show(exploring("text-davinci-002"))

    assert area(panel).verticalScrollBar().value() == 0


def test_a_card_that_opens_in_the_page_is_brought_into_sight(
    show: Callable[[State], Panel],
) -> None:
    panel = show(exploring("chatgpt"))
    bar = area(panel).verticalScrollBar()
    bar.setValue(200)

    show(exploring("chatgpt", "ability:icl"))
    seen = bar.value()
    assert seen > 200

    # Where it is in sight already the page stays as it is.
    show(exploring("chatgpt"))
    assert bar.value() == seen
    show(exploring("chatgpt", "ability:icl"))
    assert bar.value() == seen


def test_notes_come_into_sight_where_they_are_asked_for_and_the_next_page_begins_at_its_top(
    show: Callable[[State], Panel],
) -> None:
    panel = show(State(step=STEP))
    bar = area(panel).verticalScrollBar()
    noted = replace(State(step=STEP), notes=True)

    show(noted)
    assert bar.value() > 0

    show(exploring("chatgpt"))
    show(replace(noted, step=StepId("meeting/forerunners")))
    assert bar.value() == 0


def test_a_page_with_an_open_card_is_shown_at_the_card(show: Callable[[State], Panel]) -> None:
    panel = show(exploring("code-davinci-002", "ability:cot"))
    body = next(sheet for sheet in panel.findChildren(Sheet) if len(sheet.picture.hits) > 2)
    row = next(hit for hit in body.picture.hits if hit.order == OpenCard("ability:cot"))
    top = body.mapTo(area(panel).viewport(), QPoint(0, round(row.y))).y()

    assert area(panel).verticalScrollBar().value() > 0
    assert 0 <= top <= area(panel).viewport().height() - row.height


def test_coming_back_from_a_claim_the_page_stands_where_it_was(
    show: Callable[[State], Panel],
) -> None:
    panel = show(exploring("chatgpt"))
    area(panel).verticalScrollBar().setValue(300)

    show(exploring("chatgpt", "claim:C108"))
    assert area(panel).verticalScrollBar().value() == 0
    show(exploring("chatgpt"))

    assert area(panel).verticalScrollBar().value() == 300


def test_the_tab_key_brings_what_it_reaches_into_view(show: Callable[[State], Panel]) -> None:
    panel = show(exploring("chatgpt"))
    body = next(sheet for sheet in panel.findChildren(Sheet) if len(sheet.picture.hits) > 5)
    body.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(len(body.picture.hits) - 1):
        QTest.keyClick(body, Qt.Key.Key_Tab)

    last = body.picture.hits[-1]
    top = body.mapTo(area(panel).viewport(), QPoint(0, round(last.y))).y()
    assert 0 <= top <= area(panel).viewport().height() - last.height


def test_a_click_on_a_row_opens_its_card(
    show: Callable[[State], Panel], asked: list[Order]
) -> None:
    panel = show(exploring("davinci"))
    body = next(sheet for sheet in panel.findChildren(Sheet) if len(sheet.picture.hits) > 2)
    row = next(hit for hit in body.picture.hits if hit.order == OpenCard("ability:icl"))

    QTest.mouseClick(
        body, Qt.MouseButton.LeftButton, pos=QPoint(round(row.x + 30), round(row.y + 20))
    )

    assert asked[-1] == OpenCard("ability:icl")
    assert SelectModel(ModelId("davinci")) not in asked
