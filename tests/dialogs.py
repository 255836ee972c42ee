"""A window with an overlay for tests, and what a dialog says and offers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from rulers import PlainRuler

from explainer.intents import Press
from explainer.picture import Hit, Picture, TextLine
from explainer.schema import Language
from explainer.views.dialogs import (
    Overlay,
)
from explainer.views.dialogs.page import Dialog

RULER = PlainRuler()


def texts(*pictures: Picture) -> str:
    return "\n".join(
        "".join(span.text for span in shape.spans)
        for picture in pictures
        for shape in picture.shapes
        if isinstance(shape, TextLine)
    )


def said(dialog: Dialog, language: Language = "en") -> str:
    page = dialog.page(language, 676, RULER)
    return "\n".join((page.title, texts(page.body, page.foot)))


def controls(dialog: Dialog) -> list[str]:
    page = dialog.page("en", 676, RULER)
    hits: list[Hit] = [*page.body.hits, *page.foot.hits]
    return [hit.order.control for hit in hits if isinstance(hit.order, Press)]


class Room:
    """A window with a button below its overlay."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.button = QPushButton(self.window)
        self.button.setGeometry(0, 0, 800, 600)
        self.clicks: list[str] = []
        self.button.clicked.connect(lambda: self.clicks.append("below"))
        self.overlay = Overlay(self.window)
        self.window.resize(800, 600)
        qtbot.addWidget(self.window)
        self.window.show()

    def open(self, make: Callable[[Callable[[], None]], Dialog]) -> Dialog:
        dialog: Dialog = make(lambda: self.overlay.close_dialog(dialog))
        self.overlay.open(dialog)
        return dialog
