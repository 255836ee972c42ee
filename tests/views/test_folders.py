"""The dialog for a folder: the app's words and icons, and nothing that it does not need."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explainer.schema import Language
from explainer.state import ThemeName
from explainer.views.folders import ask_for_folder, drawn_icon
from explainer.views.style import ink_colour


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def asked(window: QWidget, place: Path, language: Language, theme: ThemeName) -> QFileDialog:
    ask_for_folder(window, "A folder", place, lambda _: None, language, theme)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    return dialog


@pytest.mark.parametrize("language, words", [("en", ["In", "Folder"]), ("zh", ["位置", "文件夹"])])
def test_it_speaks_the_language_of_the_window(
    window: QWidget, tmp_path: Path, language: Language, words: list[str]
) -> None:
    dialog = asked(window, tmp_path, language, "light")

    seen = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert seen == words
    dialog.reject()


def test_it_has_the_colours_of_the_theme_and_the_icons_of_the_app(
    window: QWidget, tmp_path: Path
) -> None:
    dialog = asked(window, tmp_path, "en", "dark")
    QApplication.processEvents()

    assert dialog.grab().toImage().pixelColor(4, 4) == ink_colour("dark", "background")
    up = dialog.findChild(QToolButton, "toParentButton")
    assert isinstance(up, QToolButton)
    mine = drawn_icon("chev-up", "dark").pixmap(20, 20).toImage()
    assert up.icon().pixmap(20, 20).toImage() == mine
    dialog.reject()


def test_no_menu_of_qt_opens_in_it(window: QWidget, tmp_path: Path) -> None:
    dialog = asked(window, tmp_path, "zh", "light")
    QApplication.processEvents()

    for part in (*dialog.findChildren(QAbstractItemView), *dialog.findChildren(QLineEdit)):
        target = part.viewport() if isinstance(part, QAbstractItemView) else part
        point = target.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, target.mapToGlobal(point))
        QApplication.sendEvent(target, event)
        assert QApplication.activePopupWidget() is None, part
    dialog.reject()


def test_a_chosen_folder_is_told(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    ask_for_folder(window, "A folder", tmp_path, chosen.append)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)

    dialog.fileSelected.emit(str(tmp_path))

    assert chosen == [tmp_path]
    dialog.reject()
