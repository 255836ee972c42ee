"""The start of Qt, and what to say where it cannot start: it would end the program with a core."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from explainer.libraries import cannot_load
from explainer.missing import why_not_loaded
from explainer.strings import Language, say

App = TypeVar("App", bound=QGuiApplication)

CANNOT_OPEN = 4
"""The exit code where no window can be opened."""
_NO_CONNECTION = ("could not connect to display", "Failed to create wl_display")
"""What Qt says where nobody answers at the display."""


def started(make: Callable[[], App], language: Language | None = None) -> App:
    """Return the application that `make` makes.

    Where Qt cannot start, say why in one message, in `language` or the system's, and end the
    program: Qt has no other way out, and would abort.
    """
    said: list[str] = []

    def hear(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        said.append(text)
        if kind == QtMsgType.QtFatalMsg:
            complain(why_not_started(said, os.environ, language or _system_language()))
            os._exit(CANNOT_OPEN)

    before = qInstallMessageHandler(hear)
    try:
        app = make()
    finally:
        qInstallMessageHandler(before)
    for text in said:
        complain(text)
    return app


def complain(text: str) -> None:
    """Print `text` on stderr, if anybody can see it."""
    with suppress(OSError, AttributeError):  # it is full, or closed
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def why_not_started(said: Sequence[str], environment: Mapping[str, str], language: Language) -> str:
    """Return why Qt, which `said` some lines, did not start, and what can be done about it."""
    from PySide6.QtCore import QLibraryInfo  # only where something is wrong

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    known = {path.stem.removeprefix("libq"): path for path in sorted(folder.glob("libq*.so"))}
    tried = _tried(environment)
    if known and not any(name in known for name in tried):
        name = environment.get("QT_QPA_PLATFORM", "")
        choices = ", ".join(it for it in known if not it.startswith("minimal"))
        return say("cli.no-platform", language, name=name, choices=choices)
    for name in tried:
        if name in known and (reason := cannot_load(str(known[name]))):
            return why_not_loaded(reason, name, language)
    if any(sign in line for line in said for sign in _NO_CONNECTION):
        places = (environment.get(it, "") for it in ("WAYLAND_DISPLAY", "DISPLAY"))
        display = ", ".join(place for place in places if place)
        key = "cli.no-connection" if display else "cli.no-display"
        return say(key, language, display=display)
    return say("cli.no-library", language, reason=" ".join(said).strip().rstrip("."))


def _tried(environment: Mapping[str, str]) -> list[str]:
    """Return the platforms that Qt tries, without their parameters."""
    if asked := environment.get("QT_QPA_PLATFORM", ""):
        return [name.partition(":")[0] for name in asked.split(";")]
    return ["wayland", "xcb"] if environment.get("WAYLAND_DISPLAY") else ["xcb"]


def _system_language() -> Language:
    from explainer.views.memory import system_language  # only where something goes wrong

    return system_language()
