"""What the system wishes, asked beside the window's own work so that nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal


class Wish(QObject):
    """Asks a question that may take a moment; `on_heard` hears the answer, if there is one."""

    _answered = Signal(object)

    def __init__(
        self, ask: Callable[[], bool | None], on_heard: Callable[[bool], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._question = ask
        self._on_heard = on_heard
        self._waits = False
        # The answer comes from another thread: so it is heard when the window has time for it.
        self._answered.connect(self._hear)

    def ask(self) -> None:
        """Ask; the answer comes later."""
        self._waits = True
        Thread(target=self._wait, name="wish", daemon=True).start()

    def forget(self) -> None:
        """Listen to no answer that comes from now on."""
        self._waits = False

    def _wait(self) -> None:
        answer = self._question()
        if self._waits:
            self._answered.emit(answer)

    def _hear(self, answer: object) -> None:
        if self._waits and isinstance(answer, bool):
            self._on_heard(answer)
