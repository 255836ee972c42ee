"""What signals do while nothing else handles them: they end the program at once.

Loaded before everything else, so it imports next to nothing.
"""

from __future__ import annotations

import os
import signal

UNFINISHED: set[str] = set()
"""Paths of files that are being written; whoever writes one adds it and takes it out again."""
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
"""By name: not every system has all of them."""


def end_at_once_on_signals() -> None:
    """Let Ctrl+C and requests to end do so at once, with 128 + the signal's number as exit code.

    Python's own way is an exception at any place: while a library is loaded, which then breaks,
    or in a callback, where it is lost. A signal that is ignored stays so: the program may run
    in the background, or under nohup.
    """
    # In a closure: Python may take this module apart before the last signal can come.
    unlink, leave, unfinished = os.unlink, os._exit, UNFINISHED

    def end(number: int, _frame: object) -> None:
        for path in list(unfinished):
            try:
                unlink(path)
            except OSError:
                continue
        leave(128 + number)

    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end)
