"""A click gives no control the keyboard: keys mean the same after a click on anything."""

from __future__ import annotations

import pytest
from lectures import PLAIN, Lecture, embedded, lecture, middle, opening, settle
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from explainer.actions import order_for
from explainer.intents import (
    EndTalk,
    GoToStep,
    NextStep,
    Order,
    Run,
    SetMode,
    ShowView,
    ToggleLanguage,
    TogglePanel,
)
from explainer.schema import Camera, ModelId, StepId, View
from explainer.story import steps_of
from explainer.update import update
from explainer.views.minimap import Minimap

Key = Qt.Key
STORY = StepId("reasoning/who-can")
FIFTH = steps_of(embedded(), tuple(embedded().stages)[4])[0]
LOOKED_UP = View(select=ModelId("code-davinci-002"), camera=Camera(zoom=2.0), open="ability:cot")


def reset(told: Lecture, looked_up: View | None, *, explores: bool) -> None:
    """Stand where the test begins."""
    orders: list[Order] = [EndTalk()] * told.state.presenting
    orders += [GoToStep(STORY), *[SetMode("explore")] * explores]
    orders += [ShowView(looked_up)] if looked_up is not None else []
    orders += [ToggleLanguage()] * (told.state.language != "en")
    orders += [TogglePanel()] * (not told.state.panel)
    for order in orders:
        told.session.dispatch(order)
    told.window.activateWindow()


def close_what_opened(told: Lecture) -> None:
    for _ in range(3):
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
    told.session.overlay().close_all()


def places(told: Lecture) -> list[tuple[QWidget, QPoint]]:
    """Return every kind of place in the window that can be clicked, and empty ones."""
    found: list[tuple[QWidget, QPoint]] = [(told.canvas, QPoint(3, 3))]
    for sheet in told.sheets:
        seen = sheet.visibleRegion().boundingRect()
        kinds: set[object] = set()
        for hit in sheet.picture.hits:
            place = middle(hit).toPoint()
            kind = hit.order if isinstance(hit.order, Run) else type(hit.order)
            if kind not in kinds and seen.contains(place):
                kinds.add(kind)
                found.append((sheet, place))
        found.append((sheet, seen.bottomLeft() + QPoint(1, -1)))
    minimaps = [it for it in told.window.findChildren(Minimap) if it.isVisible()]
    return [*found, *((it, it.rect().center()) for it in minimaps)]


@pytest.mark.parametrize(
    "looked_up, explores",
    [(None, False), (LOOKED_UP, True)],
    ids=["story", "exploring"],
)
def test_after_a_click_on_anything_keys_mean_what_they_mean(
    *, looked_up: View | None, explores: bool
) -> None:
    with lecture(opening(STORY), 900, 640) as told:
        reset(told, looked_up, explores=explores)
        settle()
        clicked = places(told)
        assert len(clicked) > 12

        for widget, place in clicked:
            reset(told, looked_up, explores=explores)
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, PLAIN, place)
            close_what_opened(told)
            where = f"{widget} at {place}"

            before = told.state
            told.press(Key.Key_Space)
            order = order_for("Space", before)
            assert isinstance(order, NextStep | TogglePanel)
            assert told.state == update(embedded(), before, order), where
            told.press(Key.Key_5, Key.Key_Return)
            assert told.state.step == FIFTH, where
