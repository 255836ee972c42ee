"""The chart as a plot: it says what the pointer is on, and a click looks it up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explainer.chart import ChartCell, ChartPicture, chart_picture
from explainer.deck import Deck, load_embedded
from explainer.intents import OpenCard, Order, SelectModel
from explainer.picture import TextLine
from explainer.schema import AbilityId, ModelId
from explainer.theme import colour
from explainer.views.chart import Chart
from explainer.views.text import QtRuler

COT, CODE_002 = AbilityId("cot"), ModelId("code-davinci-002")


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


@pytest.fixture
def asked() -> list[Order]:
    return []


@pytest.fixture
def picture(embedded: Deck) -> ChartPicture:
    return chart_picture(embedded, "en", CODE_002, COT, 600, QtRuler())


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def chart(qtbot: QtBot, picture: ChartPicture, asked: list[Order], told: list[str]) -> Chart:
    made = Chart(asked.append, told.append)
    qtbot.addWidget(made)
    made.show_picture(picture, "light")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.wait(20)
    return made


def cell_of(picture: ChartPicture, model: str, ability: str) -> ChartCell:
    return next(it for it in picture.cells if (it.model, it.ability) == (model, ability))


def words(chart: Chart) -> str:
    return " ".join(
        span.text
        for line in chart.shown.shapes
        if isinstance(line, TextLine)
        for span in line.spans
    )


def point(cell: ChartCell) -> QPoint:
    return QPoint(round(cell.x + cell.width / 2), round(cell.y + cell.height / 2))


def test_one_px_of_the_picture_is_one_px_of_the_plot(chart: Chart, picture: ChartPicture) -> None:
    image = chart.grab().toImage()
    cell = cell_of(picture, CODE_002, "cot")

    # Inside the tile beside its mark stands the tint of what caused it.
    at = image.pixelColor(round(cell.x + cell.width / 2 - 18), round(cell.y + cell.height / 2))
    assert at == QColor(colour("light", "method.code.tint"))


def test_the_ground_is_the_theme_s_and_not_the_library_s(
    chart: Chart, picture: ChartPicture, qtbot: QtBot
) -> None:
    chart.show_picture(picture, "dark")
    qtbot.wait(20)
    image = chart.grab().toImage()

    assert image.pixelColor(image.width() - 2, image.height() - 2) == QColor(
        colour("dark", "surface")
    )


def test_hovering_says_what_the_cell_says_and_leaving_is_silent(
    chart: Chart, picture: ChartPicture, told: list[str]
) -> None:
    cell = cell_of(picture, "text-davinci-002", "cot")
    at_rest = words(chart)

    QTest.mouseMove(chart.viewport(), QPoint(5, 5))
    QTest.mouseMove(chart.viewport(), point(cell))
    assert "weakened" in told[-1]
    assert chart.accessibleName() == told[-1] == cell.says

    chart.point_at(None)
    assert told[-1] == ""
    assert words(chart) == at_rest


def test_a_click_looks_up_the_model_and_opens_the_card_of_the_ability(
    chart: Chart, picture: ChartPicture, asked: list[Order]
) -> None:
    cell = cell_of(picture, CODE_002, "cot")

    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=point(cell))

    assert asked == [SelectModel(CODE_002), OpenCard("ability:cot")]


def test_a_click_beside_all_cells_asks_for_nothing(
    chart: Chart, picture: ChartPicture, asked: list[Order]
) -> None:
    foot = QPoint(10, round(picture.picture.height) - 4)

    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=foot)

    assert asked == []


def test_the_keyboard_walks_from_mark_to_mark_and_opens_them(
    chart: Chart, picture: ChartPicture, asked: list[Order]
) -> None:
    stops = [cell for cell in picture.cells if cell.tells]
    chart.clearFocus()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.accessibleName() == stops[0].says

    QTest.keyClick(chart, Qt.Key.Key_Tab)
    assert chart.accessibleName() == stops[1].says

    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert asked == list(stops[1].orders)


def test_the_wheel_neither_scrolls_nor_zooms_the_chart(chart: Chart) -> None:
    before = words(chart), chart.size()
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart.viewport(), wheel)

    assert not wheel.isAccepted()
    assert (words(chart), chart.size()) == before
    assert not chart.horizontalScrollBar().isVisible()
    assert not chart.verticalScrollBar().isVisible()


def test_an_enlarged_chart_is_clicked_where_it_is_seen(
    chart: Chart, picture: ChartPicture, asked: list[Order], qtbot: QtBot
) -> None:
    chart.show_picture(picture, "light", 1.6)
    qtbot.wait(20)
    cell = cell_of(picture, CODE_002, "cot")
    x, y = cell.x + cell.width / 2, cell.y + cell.height / 2

    image = chart.grab().toImage()
    QTest.mouseClick(
        chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x * 1.6), round(y * 1.6))
    )

    assert chart.height() == pytest.approx(picture.picture.height * 1.6, abs=2)
    tint = image.pixelColor(round((x - 18) * 1.6), round(y * 1.6))
    assert tint == QColor(colour("light", "method.code.tint"))
    assert OpenCard("ability:cot") in asked
