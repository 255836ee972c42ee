"""However a run is ended from outside, it ends at once and the place is kept."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from decks import deck
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explainer.deck import load_embedded
from explainer.intents import NextStep, Present, ResizeText
from explainer.settings import load_settings
from explainer.story import steps
from explainer.update import first_state
from explainer.views.session import SAVE_MS, Session
from explainer.views.signals import EndSignals

STEPPING = """
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from explainer.deck import load_embedded
from explainer.views.app import run

def step():
    window = next(it for it in QApplication.topLevelWidgets() if it.isVisible())
    QTest.keyClick(window, Qt.Key.Key_Right)
    print("stepped", flush=True)

present = {present}
raise SystemExit(run(load_embedded(), language="en", theme="light", present=present,
                     on_first_paint=lambda: QTimer.singleShot(200, step)))
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such signals there")


@contextmanager
def stepping(folder: Path, *, present: bool) -> Iterator[subprocess.Popen[str]]:
    """Run the app in a process of its own until it has made one step."""
    environment = {**os.environ, "EXPLAINER_SETTINGS_DIR": str(folder)}
    command = [sys.executable, "-c", STEPPING.format(present=present)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "stepped\n"
        yield process


@pytest.mark.parametrize(
    "name, present",
    [("SIGINT", False), ("SIGTERM", True), ("SIGHUP", False)],
)
def test_a_signal_ends_the_window_at_once_and_the_last_step_is_kept(
    tmp_path: Path, name: str, *, present: bool
) -> None:
    number = getattr(signal, name)

    with stepping(tmp_path, present=present) as process:
        process.send_signal(number)
        _, said = process.communicate(timeout=20)

    kept = json.loads((tmp_path / "settings.json").read_text("utf-8"))
    second = list(steps(load_embedded()))[1]
    assert process.returncode == 128 + number
    assert "Traceback" not in said
    assert kept["steps"] == {"gpt-to-chatgpt": second}


def test_a_signal_is_heard_by_the_event_loop_and_not_by_what_runs(qtbot: QtBot) -> None:
    heard: list[int] = []
    signals = EndSignals(heard.append)
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        assert heard == []
        qtbot.waitUntil(lambda: bool(heard))
        assert heard == [signal.SIGTERM]
        assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL, "a second one ends at once"
    finally:
        signals.stop()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("qtbot")
def test_a_program_that_shall_outlive_its_terminal_does() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signals = EndSignals(lambda _: pytest.fail("it was told not to hear of this"))
    try:
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signals.stop()
        signal.signal(signal.SIGHUP, before)


def test_steps_that_follow_one_another_do_not_put_off_the_saving(qtbot: QtBot) -> None:
    session = Session(lecture := deck("a > b, b > c"), first_state(lecture, "en", "light"))
    session.open()
    try:
        moves = [session.state]
        session.dispatch(NextStep())

        def goes_on() -> bool:
            # Never a pause as long as what is waited for.
            qtbot.wait(SAVE_MS // 4)
            session.dispatch(ResizeText(1 if len(moves) % 2 else -1))
            moves.append(session.state)
            return load_settings()[0].steps.get(lecture.id) is not None

        qtbot.waitUntil(goes_on, timeout=10 * SAVE_MS)
    finally:
        session.end()


@pytest.mark.usefixtures("qtbot")
def test_a_logout_saves_the_place_during_a_talk() -> None:
    session = Session(lecture := deck("a > b, b > c"), first_state(lecture, "en", "light"))
    session.open()
    try:
        session.dispatch(Present(from_start=True))
        session.dispatch(NextStep())
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.commitDataRequest.emit(None)
        assert load_settings()[0].steps == {lecture.id: session.state.step}
    finally:
        session.end()
