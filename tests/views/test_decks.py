"""Decks are checked beside the window, which goes on meanwhile and can stop it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from decks import deck, deck_folder, deck_text
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explainer.deck.reading import LARGEST_SMALL, is_small
from explainer.intents import Run
from explainer.update import first_state
from explainer.views.dialogs import CheckRuns, DeckCheck
from explainer.views.dialogs import Message as Told
from explainer.views.examiner import Fit, Message, Phase, Reader, framed
from explainer.views.session import Session

PATIENCE = 60_000
"""ms until which another process must have answered, on the slowest machine."""
PADDING = "# " + "x" * LARGEST_SMALL + "\n"
"""Makes a deck one that is checked beside the window."""


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    painted: list[bool] = []
    told = deck("a > b, b > c")
    made = Session(
        told, first_state(told, "en", "light"), on_first_paint=lambda: painted.append(True)
    )
    made.open()
    qtbot.waitUntil(lambda: bool(painted))
    yield made
    made.end()


def large(tmp_path: Path, text: str) -> Path:
    folder = deck_folder(tmp_path, text + "\n" + PADDING)
    assert not is_small(folder)
    return folder


def test_a_large_deck_is_opened_while_the_window_goes_on(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    ticks: list[bool] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: ticks.append(session.state.step == "lecture/a"))
    timer.start()

    session.tasks.open_deck(large(tmp_path, deck_text("x > y")))

    assert session.state.step == "lecture/a"
    qtbot.waitUntil(lambda: session.state.step == "lecture/x", timeout=PATIENCE)
    assert sum(ticks) > 10
    assert session.overlay().top is None


def test_a_large_deck_with_errors_is_told_with_its_preview(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    session.tasks.open_deck(large(tmp_path, deck_text("x > y").replace("select: y", "select: z")))

    qtbot.waitUntil(lambda: isinstance(session.overlay().top, DeckCheck), timeout=PATIENCE)
    assert session.state.step == "lecture/a"


def test_a_check_shows_that_it_runs_and_escape_stops_it(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = tmp_path / "waits"
    waits.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    waits.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(waits))
    folder = large(tmp_path, deck_text("x > y"))

    session.tasks.open_deck(folder)
    qtbot.waitUntil(lambda: isinstance(session.overlay().top, CheckRuns), timeout=PATIENCE)
    session.overlay().escape()

    assert session.overlay().top is None
    assert session.state.step == "lecture/a"


@pytest.mark.parametrize("program", ["false", "true", "echo", "no-such-program"])
def test_a_check_that_ends_too_early_is_told(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(sys, "executable", program)

    session.tasks.open_deck(large(tmp_path, deck_text("x > y")))

    qtbot.waitUntil(lambda: isinstance(session.overlay().top, Told), timeout=PATIENCE)


def test_checking_the_deck_that_is_shown_measures_its_slides_too(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    session.tasks.open_deck(deck_folder(tmp_path, deck_text("x > y")))

    session.dispatch(Run("check-deck"))
    dialog = session.overlay().top
    assert isinstance(dialog, DeckCheck)
    assert dialog.is_measuring
    qtbot.waitUntil(lambda: not dialog.is_measuring, timeout=PATIENCE)

    assert session.overlay().top is dialog
    session.overlay().confirm()


def test_no_module_beside_a_deck_is_run(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = large(tmp_path, deck_text("x > y"))
    for name in ("yaml", "msgspec", "explainer", "sitecustomize"):
        (folder / f"{name}.py").write_text(
            f"open({str(tmp_path / 'ran')!r}, 'w').close()\n", encoding="utf-8"
        )
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "path", ["", *sys.path])

    session.tasks.open_deck(folder)

    qtbot.waitUntil(lambda: session.state.step == "lecture/x", timeout=PATIENCE)
    assert not (tmp_path / "ran").exists()


def test_what_the_other_process_tells_is_read_in_any_pieces() -> None:
    said: list[Message] = [Phase("check"), Fit(1, 2), Fit(2, 2)]
    content = b"".join(framed(it) for it in said)

    reader = Reader()
    assert [it for byte in content for it in reader.take(bytes((byte,)))] == said
    assert Reader().take(content) == said


def test_a_closed_window_ends_a_check(session: Session, tmp_path: Path) -> None:
    session.tasks.open_deck(large(tmp_path, deck_text("x > y")))

    session.tasks.end()

    assert QGuiApplication.instance() is not None
    assert session.state.step == "lecture/a"
