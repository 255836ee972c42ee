"""The entrance to the window: begins as asked for or as left, and runs until it is closed."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from threading import Thread

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from explainer.deck import EMBEDDED, Deck
from explainer.intents import Present, ShowView
from explainer.schema import Language, StepId, View
from explainer.settings import load_settings
from explainer.state import ThemeName
from explainer.stillness import wants_stillness
from explainer.strings import say
from explainer.views.application import application
from explainer.views.fonts import NoFontsError, load_fonts
from explainer.views.memory import opening_state, system_language
from explainer.views.session import Session
from explainer.views.signals import EndSignals
from explainer.views.starting import CANNOT_OPEN, complain

log = logging.getLogger(__name__)

KILLED = 128
"""An exit code so much larger is the number of the signal that ended the program."""
AHEAD_MS = 500
"""So long after the first paint modules are loaded that a later step would wait for."""


def run(  # noqa: PLR0913 - what the command line says
    deck: Deck,
    *,
    place: Path = EMBEDDED,
    start: StepId | None = None,
    view: View | None = None,
    language: Language | None = None,
    theme: ThemeName | None = None,
    hall_theme: ThemeName | None = None,
    present: bool = False,
    screen: str = "",
    on_first_paint: Callable[[], None] | None = None,
) -> int:
    """Show `deck` until its window is closed or a signal ends it; return the exit code.

    What is not given is as it was left the last time, at the first start as the system has it.
    """
    app = application(language)
    try:
        load_fonts(large=False)
    except NoFontsError as error:
        complain(say("cli.no-fonts", language or system_language(), name=error.platform))
        return CANNOT_OPEN
    app.setApplicationName("explainer")
    app.setDesktopFileName("explainer")
    settings, trouble = load_settings(language or "en")
    state = opening_state(deck, settings, language=language, theme=theme, start=start)
    if hall_theme is not None:
        state = replace(state, hall_theme=hall_theme)
    if trouble:
        log.warning(trouble)

    def painted() -> None:
        # A deck has many parts and keeps them: looking through all for garbage halts a step.
        gc.freeze()
        QTimer.singleShot(AHEAD_MS, Thread(target=_load_ahead, name="ahead").start)
        if on_first_paint is not None:
            on_first_paint()

    session = Session(
        deck,
        state,
        settings,
        place=place,
        screen=screen,
        fixed=[name for name, it in (("language", language), ("theme", theme)) if it is not None],
        ask_still=wants_stillness,
        on_first_paint=painted,
    )
    sys.excepthook = session.catch
    session.open()
    if view is not None:
        session.dispatch(ShowView(view))
    if present:
        session.dispatch(Present(from_start=False))
    signals = EndSignals(lambda number: app.exit(KILLED + number))
    code = app.exec()
    signals.stop()
    sys.excepthook = sys.__excepthook__
    session.end()
    return code


def _load_ahead() -> None:
    """Load what the map, questions on the lineage and charts need; none of it knows Qt."""
    for name in ("explainer.canvas.map", "explainer.slide.sheet", "networkx", "numpy"):
        import_module(name)
