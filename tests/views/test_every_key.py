"""Every key that the help tells does something that is seen, or it is said why it does not."""

from __future__ import annotations

import pytest
from lectures import Lecture, focus, lecture, opening
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import seen_picture

from explainer.actions import help_rows, order_for
from explainer.intents import (
    EndTalk,
    Escape,
    GoToStep,
    Order,
    Present,
    ResizeText,
    Run,
    SetMode,
    ShowView,
    TypeDigit,
)
from explainer.schema import Camera, ModelId, StepId, View
from explainer.state import Mode

CHART = StepId("reasoning/who-can")
LOOK = View(select=ModelId("text-davinci-002"), camera=Camera(zoom=1.5))


def stand(told: Lecture, step: StepId, mode: Mode, *, presenting: bool) -> None:
    """Close what is open, and stand at `step`; exploring, look at a model."""
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and widget not in (told.window, told.session.hall):
            widget.close()
    told.session.overlay().close_all()
    told.window.showNormal()
    state = told.state
    orders: list[Order] = [EndTalk()] * (state.presenting and not presenting)
    orders += [Present(from_start=False)] * (presenting and not state.presenting)
    orders.append(GoToStep(step))
    if mode == "explore":
        orders += [SetMode("explore"), ShowView(LOOK)]
    orders += [ResizeText(0)] * (state.text_scale != 1.0)
    for order in orders:
        told.session.dispatch(order)
    (told.session.hall if presenting else told.window).activateWindow()
    QGuiApplication.clipboard().clear()


def press(told: Lecture, key: str) -> None:
    """Press the key of that name where the keyboard's focus is."""
    code = QKeySequence(key)
    combined = int(code[0].toCombined())  # type: ignore[index]  # its stubs lack this
    modifiers = Qt.KeyboardModifier(combined & ~0x01FFFFFF)
    QTest.keyClick(focus() or told.window, Qt.Key(combined & 0x01FFFFFF), modifiers)


def seen(told: Lecture) -> tuple[object, ...]:
    """Return all that tells a user that a key did something."""
    hall = told.session.hall
    windows = {
        it
        for it in QApplication.topLevelWidgets()
        if it.isVisible() and it not in (told.window, hall)
    }
    return (
        hall.picture if told.state.presenting else seen_picture(told),
        told.state.presenting,
        (told.state.theme, told.state.hall_theme),
        told.session.overlay().top,
        windows,
        told.window.isFullScreen(),
        QGuiApplication.clipboard().text(),
    )


@pytest.mark.parametrize(
    "step, mode, presenting",
    [
        (CHART, "story", False),
        (CHART, "explore", False),
        (CHART, "story", True),
        (CHART, "explore", True),
    ],
)
def test_every_key_of_the_help_does_something_or_it_is_said_why_not(
    step: StepId, mode: Mode, *, presenting: bool
) -> None:
    with lecture(opening(step), 900, 600) as told:
        tried: list[Order] = []
        for row in help_rows(mode, presenting=presenting):
            for key in row.keys:
                order = order_for(key, replace(told.state, mode=mode, presenting=presenting))
                assert order is not None, key
                other_digit = isinstance(order, TypeDigit) and order.digit not in "01"
                ends = order == Run("quit") and not presenting
                if order in tried or other_digit or ends:
                    continue
                stand(told, step, mode, presenting=presenting)
                tried.append(order)
                if order == Escape():
                    # At the bottom of the story and of exploring there is nothing to close.
                    told.session.dispatch(TypeDigit("1"))
                before = seen(told)
                press(told, key)
                assert seen(told) != before, key
        stand(told, step, mode, presenting=False)
