"""`explainer` and `explainer present`: the deck in a window, or on the full screen."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping
from typing import cast

from explainer.cli.arguments import Arguments
from explainer.cli.decks import asked_deck, asked_place
from explainer.cli.messages import CANNOT_WRITE, DECK_HAS_ERRORS, OK, complain, tell
from explainer.cli.places import asked_step
from explainer.deck import Deck
from explainer.errors import DeckError
from explainer.missing import why_not_loaded
from explainer.schema import LANGUAGES, Language, View
from explainer.state import ThemeName
from explainer.story import first
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
    presents = arguments.command == "present"
    resumes = "resume" in arguments.flags
    if resumes and arguments.option("start") is not None:
        raise arguments.wrong("cli.start-and-resume")
    if "list-screens" in arguments.flags:
        return _list_screens(arguments)
    deck = asked_deck(arguments)
    if deck is None:
        return DECK_HAS_ERRORS
    start = asked_step(arguments, deck)
    if presents and start is None and not resumes:
        start = first(deck)
    view = _asked_view(arguments, deck)
    if (code := _cannot_show(arguments)) != OK:
        return code
    from explainer.views.app import run

    screen = _asked_screen(arguments)
    return run(
        deck,
        place=asked_place(arguments),
        start=start,
        view=view,
        language=language,
        theme=None if presents else theme,
        hall_theme=theme if presents else None,
        present=presents,
        screen=screen,
        on_first_paint=on_first_paint,
    )


def _cannot_show(arguments: Arguments) -> int:
    """Return OK where a window can open; else say why it cannot, and return the exit code."""
    if not can_show(os.environ):
        complain(say("cli.no-display", arguments.language))
        return CANNOT_WRITE
    try:
        import explainer.views.app  # noqa: F401 - only whether it can be
    except ImportError as error:
        complain(why_not_loaded(str(error), "xcb", arguments.language))
        return CANNOT_WRITE
    return OK


def _asked_screen(arguments: Arguments) -> str:
    """Return the name in `--screen`; "" where it was not given.

    Raises:
        UsageError: no screen is called like that; those that there are are named.
    """
    word = arguments.option("screen")
    if word is None:
        return ""
    from explainer.views.screens import named, screens

    known = screens()
    if named(known, word) is None:
        names = [screen.name for screen in known]
        raise arguments.wrong("cli.no-screen", word=word, choices=names)
    return word


def _list_screens(arguments: Arguments) -> int:
    """Print name, size and position of each screen."""
    if (code := _cannot_show(arguments)) != OK:
        return code
    from explainer.views.screens import screens

    for screen in screens():
        x, y, width, height = screen.geometry
        values = {"name": screen.name, "width": width, "height": height, "x": x, "y": y}
        tell(say("cli.screen", arguments.language, **values))
    return OK


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
