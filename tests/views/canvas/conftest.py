"""A canvas with a small lineage, and what it asked for."""

from __future__ import annotations

import pytest
from canvases import SIZE, show_map
from decks import deck
from pytestqt.qtbot import QtBot

from explainer.deck import Deck
from explainer.intents import Order
from explainer.schema import View
from explainer.views.canvas import Canvas


@pytest.fixture(scope="module")
def made() -> Deck:
    return deck("a@2020 > b@2021, a +code> c@2022")


@pytest.fixture
def asked() -> list[Order]:
    return []


@pytest.fixture
def canvas(qtbot: QtBot, asked: list[Order], made: Deck) -> Canvas:
    widget = Canvas(asked.append)
    qtbot.addWidget(widget)
    widget.resize(*SIZE)
    show_map(widget, made, View())
    with qtbot.waitExposed(widget):
        widget.show()
    asked.clear()
    return widget
