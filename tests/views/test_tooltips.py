"""A sign without words says its name where the pointer rests; words do not say it twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from explainer.intents import Run
from explainer.picture import Hit, Icon, Picture, Span, TextLine
from explainer.views.sheet import Sheet

SIGN = Hit(0, 0, 40, 40, Run("export"), "Export slides")
WORDS = Hit(100, 0, 100, 40, Run("help"), "All keys")
PICTURE = Picture(
    240,
    40,
    (Icon("export", 20, 20, 20, "ink"), TextLine(110, 26, (Span("All keys"),), 16)),
    (SIGN, WORDS),
)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    made = Sheet(lambda _: None)
    qtbot.addWidget(made)
    made.resize(240, 40)
    made.show_picture(PICTURE, "light")
    made.show()
    return made


def rest(sheet: Sheet, x: int) -> str:
    """Let the pointer rest at `x`; return what is shown."""
    point = QPoint(x, 20)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, point, sheet.mapToGlobal(point))
    QApplication.sendEvent(sheet, event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_a_sign_says_its_name(sheet: Sheet, qtbot: QtBot) -> None:
    assert rest(sheet, 20) == "Export slides"

    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


@pytest.mark.parametrize("x", [120, 220])
def test_words_and_empty_places_say_nothing_more(sheet: Sheet, x: int) -> None:
    assert rest(sheet, x) == ""


@pytest.mark.parametrize("name", ["<b>bold</b>", "<img src='file:///etc/hostname'> R&D"])
def test_a_name_is_shown_as_its_author_wrote_it(qtbot: QtBot, name: str) -> None:
    sheet = Sheet(lambda _: None)
    qtbot.addWidget(sheet)
    sheet.resize(240, 40)
    sheet.show_picture(Picture(240, 40, (), (Hit(0, 0, 40, 40, Run("export"), name),)), "light")
    sheet.show()

    document = QTextDocument()
    document.setHtml(rest(sheet, 20))

    assert document.toPlainText() == name
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
