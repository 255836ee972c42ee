"""The check of a deck beside the window: what the other process tells, and how it is ended."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from explainer.deck import Examined
from explainer.views.examiner import Fit, Found, Message, Phase, Reader

log = logging.getLogger(__name__)

_END_MS = 1000
"""Until which an ended process has to be gone."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is told what."""

    phase: Callable[[str], None]
    found: Callable[[Examined, bool], None]
    """What was found, and whether that was all."""
    fit: Callable[[int, int], None]
    """How many steps were measured, and of how many."""
    failed: Callable[[], None]
    """The process ended without having told all."""


class Checking(QObject):
    """A running check."""

    def __init__(self, place: Path, heard: Heard, *, measure: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._heard = heard
        self._reader = Reader()
        self._running = True
        self._process = QProcess(self)
        self._process.setProgram(sys.executable)
        task = "measure" if measure else "check"
        # Without -P, Python would look for modules in the folder in which the app was started:
        # that may be the folder of a stranger's deck.
        module = ["-P", "-m", "explainer.views.examiner"]
        self._process.setArguments([*module, os.fsencode(place.absolute()).hex(), task])
        self._process.setProcessEnvironment(_environment())
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._end)

    def start(self) -> None:
        """Begin."""
        self._process.start(QProcess.OpenModeFlag.ReadOnly)

    def cancel(self) -> None:
        """End it now; nobody is told anything any more."""
        self._running = False
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_END_MS)
        self.deleteLater()

    def _read(self) -> None:
        if not self._running:
            return
        try:
            messages = self._reader.take(bytes(self._process.readAllStandardOutput().data()))
            for message in messages:
                self._tell(message)
        except msgspec.DecodeError:
            log.exception("the check of a deck told what nobody understands")
            self._fail()

    def _tell(self, message: Message) -> None:
        if not self._running:
            return
        match message:
            case Phase():
                self._heard.phase(message.name)
            case Fit():
                self._heard.fit(message.done, message.total)
            case Found():
                self._running = not message.last
                self._heard.found(Examined.unpacked(message.examined), message.last)

    def _end(self) -> None:
        self._read()
        self._fail()
        self.deleteLater()

    def _fail(self) -> None:
        if self._running:
            self.cancel()
            self._heard.failed()


def _environment() -> QProcessEnvironment:
    """Return the environment in which the same modules are found as here, and no window opens."""
    environment = QProcessEnvironment.systemEnvironment()
    folders = [it for it in sys.path if it and Path(it).is_absolute()]
    environment.insert("PYTHONPATH", os.pathsep.join(folders))
    environment.insert("QT_QPA_PLATFORM", "offscreen")
    return environment
