"""`explainer` and `explainer present`: the deck in a window, or on the full screen."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping
from typing import cast

from explainer.cli.arguments import Arguments
from explainer.cli.decks import asked_deck, asked_place
from explainer.cli.messages import CANNOT_WRITE, DECK_HAS_ERRORS, complain
from explainer.cli.places import asked_step
from explainer.deck import Deck
from explainer.errors import DeckError
from explainer.schema import LANGUAGES, Language, View
from explainer.state import ThemeName
from explainer.strings import say


def open_window(arguments: Arguments, on_first_paint: Callable[[], None] | None = None) -> int:
    """Open the deck, return when its window is closed.

    Raises:
        UsageError: an option has a value that cannot be.
    """
    # A start makes no garbage worth mentioning, but looking for it takes a tenth of the time.
    gc.disable()
    try:
        return _open(arguments, on_first_paint)
    finally:
        gc.enable()  # for who never got as far as `Session`, which does so once it has painted


def _open(arguments: Arguments, on_first_paint: Callable[[], None] | None) -> int:
    language = cast("Language | None", arguments.one_of("lang", LANGUAGES))
    theme = cast("ThemeName | None", arguments.one_of("theme", ("light", "dark")))
    deck = asked_deck(arguments)
    if deck is None:
        return DECK_HAS_ERRORS
    start = asked_step(arguments, deck)
    view = _asked_view(arguments, deck)
    if not can_show(os.environ):
        complain(say("cli.no-display", arguments.language))
        return CANNOT_WRITE
    try:
        from explainer.views.app import run
    except ImportError as error:
        complain(say("cli.no-library", arguments.language, reason=error))
        return CANNOT_WRITE
    return run(
        deck,
        place=asked_place(arguments),
        start=start,
        view=view,
        language=language,
        theme=theme,
        present=arguments.command == "present",
        screen=arguments.option("screen") or "",
        on_first_paint=on_first_paint,
    )


def can_show(environment: Mapping[str, str]) -> bool:
    """Return whether a window can open; without a display Qt would end the program at once."""
    if sys.platform in ("win32", "darwin"):
        return True
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    return any(environment.get(name) for name in names)


def _asked_view(arguments: Arguments, deck: Deck) -> View | None:
    text = arguments.option("view")
    if text is None:
        return None
    from explainer.deck import read_view  # only a view that is asked for needs a parser

    try:
        return read_view(text, deck)
    except DeckError as error:
        problems = "\n".join(it.say(arguments.language) for it in error.problems)
        raise arguments.wrong("cli.bad-view", problems=problems) from error
