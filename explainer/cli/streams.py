"""stdout and stderr: lines go out, and one that cannot be written costs nothing but itself."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import Literal, TextIO

Name = Literal["stdout", "stderr"]

_failures: dict[Name, str] = {}
"""Why a stream takes no more, for each that failed since the command began."""


def write_line(name: Name, line: str) -> None:
    """Write `line` to the stream at once; see `failures` where that was not possible."""
    write_text(name, f"{line}\n")


def write_text(name: Name, text: str) -> None:
    """Write `text` to the stream at once. Whoever stopped reading is no failure."""
    stream: TextIO | None = getattr(sys, name)
    if stream is None:  # it was closed before the program began
        _failures.setdefault(name, os.strerror(errno.EBADF))
        return
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _lead_nowhere(stream)
    except OSError as error:
        _failures.setdefault(name, error.strerror or str(error))
        _lead_nowhere(stream)


def is_terminal(name: Name) -> bool:
    """Tell whether a person watches the stream."""
    stream: TextIO | None = getattr(sys, name)
    return stream is not None and stream.isatty()


def failures() -> dict[Name, str]:
    """Return why a stream took no more, for each where something that was to be said is lost."""
    return dict(_failures)


def forget_failures() -> None:
    """Begin anew: another command will be run."""
    _failures.clear()


def fill_closed_streams() -> None:
    """Open a place that leads nowhere for each standard stream that is closed.

    Otherwise the next file that is opened stands there, and gets what is printed.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free, so this one


def let_any_text_through() -> None:
    """Make a terminal that lacks a character show its number, instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A file name of unknown encoding passes through stdout as the bytes it is.
            as_utf8 = stream.encoding.lower() == "utf-8" and stream is sys.stdout
            reconfigure(errors="surrogateescape" if as_utf8 else "backslashreplace")


def _lead_nowhere(stream: TextIO) -> None:
    """Let later lines go nowhere: what waits in `stream` would fail once more when it closes."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
