"""Decks are opened and checked: small ones at once, others by a process beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from explainer.deck import Deck, Examined, examine
from explainer.deck.notrun import Reason
from explainer.deck.reading import is_small, shown_name
from explainer.state import State
from explainer.views.checking import Checking, Heard
from explainer.views.dialogs import CheckActs, CheckRuns, DeckCheck, Message, Overlay

PATIENCE_MS = 250
"""A check that has ended by then shows no progress."""
REFRESH_MS = 200
"""How often progress is painted, at most."""


class Host(Protocol):
    """What decks need of the app."""

    @property
    def state(self) -> State: ...
    def overlay(self) -> Overlay:
        """Return the place for dialogs, where the speaker looks."""
        ...

    def show_deck(self, deck: Deck, place: Path) -> None: ...
    def notify(self, key: str) -> None: ...


@dataclass(slots=True)
class _Shown:
    """A check that is told."""

    place: Path
    examined: Examined
    dialog: DeckCheck


class Decks(QObject):
    """Opens and checks decks, one at a time."""

    def __init__(self, host: Host, copy: Callable[[str], None]) -> None:
        super().__init__()
        self._host = host
        self._copy = copy
        self._checking: Checking | None = None
        self._runs: CheckRuns | None = None
        self._overlay: Overlay | None = None
        """Where that is shown."""
        self._shown: _Shown | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_progress)
        self._refreshing = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refreshing.timeout.connect(lambda: self._host.overlay().refresh())

    def open(self, place: Path) -> None:
        """Show the deck in the folder or file `place`, or what is wrong with it."""
        self._start(place, "open")

    def check(self, place: Path) -> None:
        """Tell everything that is wrong with the deck in `place`; measure its slides too."""
        self._start(place, "check")

    def end(self) -> None:
        """End what runs."""
        self._patience.stop()
        self._refreshing.stop()
        self._checking = None
        for checking in self.findChildren(Checking):  # one may have told all and not ended yet
            checking.cancel()

    def _start(self, place: Path, task: Literal["open", "check"]) -> None:
        self._stop()
        if is_small(place):
            examined = _examined_here(place)
            self._take(place, task, examined)
            if task == "check" and examined.deck is not None:
                self._fit(0, sum(len(it.steps) for it in examined.stages))
                self._run(place, task)
            return
        overlay = self._host.overlay()
        runs = self._runs = CheckRuns(shown_name(place), self._stop)
        self._run(place, task)
        # What is shown under a dialog must not change: it is there from the start on.
        if overlay.top is not None:
            self._show_progress()
        elif self._runs is runs:
            self._patience.start()

    def _run(self, place: Path, task: Literal["open", "check"]) -> None:
        heard = Heard(
            phase=self._phase,
            found=lambda examined, last: self._found(place, task, examined, last=last),
            fit=self._fit,
            failed=self._failed,
        )
        self._checking = Checking(place, heard, measure=task == "check", parent=self)
        self._checking.start()

    def _show_progress(self) -> None:
        if self._runs is not None:
            self._overlay = self._host.overlay()
            self._overlay.open(self._runs)

    def _phase(self, name: str) -> None:
        if self._runs is not None:
            self._runs.phase = name
            self._refresh(self._runs)

    def _found(
        self, place: Path, task: Literal["open", "check"], examined: Examined, *, last: bool
    ) -> None:
        if last:
            self._checking = None
        if self._shown is not None:  # it was checked before its slides were measured
            if last:
                self._update(examined)
            return
        self._close_progress()
        self._take(place, task, examined)

    def _take(self, place: Path, task: Literal["open", "check"], examined: Examined) -> None:
        if task == "open" and examined.deck is not None:
            self._host.show_deck(examined.deck, place)
        else:
            self._show(place, examined)

    def _show(self, place: Path, examined: Examined) -> None:
        """Tell everything that is wrong with the deck in `place`, problem by problem."""
        overlay = self._host.overlay()

        def copy() -> None:
            language = self._host.state.language
            lines = [it.say(language) for it in shown.examined.problems]
            lines += (it.say(language) for it in shown.examined.not_run)
            self._copy("\n".join(lines))
            self._host.notify("window.copied.problems")

        def close() -> None:
            overlay.close_dialog(dialog)
            if self._shown is shown:
                self._stop()

        def again() -> None:
            close()
            self.open(place)

        def show() -> None:
            close()
            if shown.examined.deck is not None:
                self._host.show_deck(shown.examined.deck, place)

        def stop() -> None:
            if self._shown is shown:
                self._leave_unmeasured("stopped")

        dialog = DeckCheck(examined, CheckActs(copy, again, show, close, stop))
        shown = self._shown = _Shown(place, examined, dialog)
        overlay.open(dialog)

    def _update(self, examined: Examined) -> None:
        if self._shown is not None:
            self._shown.examined = examined
            self._shown.dialog.take(examined)
            self._refresh(self._shown.dialog)

    def _fit(self, done: int, total: int) -> None:
        shown = self._shown
        if shown is None or not self._host.overlay().shows(shown.dialog):
            self._stop()  # nobody waits for it any more
            return
        shown.dialog.measure(done, total)
        self._refresh(shown.dialog)

    def _leave_unmeasured(self, reason: Reason) -> None:
        if self._shown is not None:
            if self._checking is not None:
                self._checking.cancel()
                self._checking = None
            self._update(self._shown.examined.without_fit(reason))

    def _failed(self) -> None:
        self._checking = None
        self._close_progress()
        if self._shown is not None:
            self._leave_unmeasured("failed")
            return
        overlay = self._host.overlay()
        told = Message(
            "check.failed.title", "check.failed.text", lambda: overlay.close_dialog(told), {}
        )
        overlay.open(told)

    def _stop(self) -> None:
        """End what runs, and forget it."""
        if self._checking is not None:
            self._checking.cancel()
            self._checking = None
        self._shown = None
        self._close_progress()

    def _close_progress(self) -> None:
        self._patience.stop()
        runs, self._runs = self._runs, None
        if runs is not None and self._overlay is not None:
            self._overlay.close_dialog(runs)

    def _refresh(self, dialog: CheckRuns | DeckCheck) -> None:
        if self._host.overlay().top is dialog and not self._refreshing.isActive():
            self._refreshing.start()


def _examined_here(place: Path) -> Examined:
    """Read and check a small deck; the pointer says that it may take a moment."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return examine(place)
    finally:
        QGuiApplication.restoreOverrideCursor()
