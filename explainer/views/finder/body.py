"""What scrolls under a field: a picture that leaves the keyboard to the field when clicked."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from explainer.bars.controls import Place
from explainer.intents import Order
from explainer.views.sheet import Sheet

CONFIRM = frozenset(("Return", "Enter", "Num+Enter"))
"""Names of the keys that take what is selected."""
END_KEYS = ("Home", "End", "Ctrl+Home", "Ctrl+End")
"""Names of the keys that lead to the first and to the last."""
FIND = "Ctrl+F"
"""The key that leads on to the search."""


class Body(Sheet):
    """A picture in a scroll area; a click leaves the focus with `field`."""

    def __init__(self, dispatch: Callable[[Order], None], field: QWidget) -> None:
        super().__init__(dispatch, grows=True)
        self._field = field

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._field.setFocus()


def scrolling(parent: QWidget, body: QWidget) -> QScrollArea:
    """Return a scroll area with `body` in it, without a frame or a ground of its own."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    area.viewport().setAutoFillBackground(False)
    body.setAutoFillBackground(False)
    return area


def bring_into_view(area: QScrollArea, place: Place, air: float) -> None:
    """Scroll no further than needed to see all of `place`, with `air` px around it."""
    area.ensureVisible(
        round(place.x + place.width / 2),
        round(place.y + place.height / 2),
        0,
        ceil(place.height / 2 + air),
    )


def times(place: Place, factor: float) -> Place:
    """Return `place` with everything in it `factor` times as large."""
    return Place(place.x * factor, place.y * factor, place.width * factor, place.height * factor)
