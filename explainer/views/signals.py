"""Signals by which a terminal or the system asks the program to end, heard by the event loop."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Ctrl+C; `kill` and a logout; a closed terminal; Ctrl+Break, on Windows alone."""


class EndSignals(QObject):
    """Calls `on_end` with the number of the first signal that comes; a second one kills.

    Python's own handlers run only between two lines of Python, which an idle window has none of,
    and an exception from them would surface in whatever Qt was calling. So the interpreter writes
    the signal's number into a socket, and the event loop reads it there.
    """

    def __init__(self, on_end: Callable[[int], None]) -> None:
        super().__init__()
        self._on_end = on_end
        self._receiver, self._sender = socket.socketpair()
        for end in (self._receiver, self._sender):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._receiver.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._receive)
        self._numbers = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
        # `nohup` has told the program not to hear of the terminal's end.
        self._numbers = [it for it in self._numbers if signal.getsignal(it) != signal.SIG_IGN]
        self._before = {it: signal.getsignal(it) for it in self._numbers}
        self._fd_before = signal.set_wakeup_fd(self._sender.fileno(), warn_on_full_buffer=False)
        for number in self._numbers:
            signal.signal(number, _note)

    def stop(self) -> None:
        """Leave signals to whom they were left before."""
        if not self._before:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before = {}
        signal.set_wakeup_fd(self._fd_before)
        self._notifier.setEnabled(False)
        self._receiver.close()
        self._sender.close()

    def _receive(self) -> None:
        with suppress(BlockingIOError):
            received = [it for it in self._receiver.recv(64) if it in self._numbers]
            if received:
                # Who asks again does not want to wait for a disk that hangs.
                for number in self._numbers:
                    signal.signal(number, signal.SIG_DFL)
                self._on_end(received[0])


def _note(number: int, frame: FrameType | None) -> None:
    """Do nothing: that there is a handler makes the interpreter write into the socket."""
