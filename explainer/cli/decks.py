"""The deck that a command line names, or the list of what is wrong with it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from explainer.cli.arguments import Arguments
from explainer.cli.messages import complain, counted
from explainer.deck import EMBEDDED, Deck, load_embedded
from explainer.errors import DeckError


def asked_deck(arguments: Arguments) -> Deck | None:
    """Return the deck that `arguments` names; None after its problems were printed on stderr.

    Raises:
        UsageError: there is no such folder or file.
    """
    try:
        return _deck(asked_place(arguments))
    except DeckError as error:
        for problem in error.problems:
            complain(problem.say(arguments.language))
        complain(counted(error.problems, arguments.language))
        return None


def _deck(place: Path) -> Deck:
    if place == EMBEDDED:
        return load_embedded()
    from explainer.deck import load_deck  # the embedded deck needs no parser

    return load_deck(place)


def asked_place(arguments: Arguments) -> Path:
    """Return the folder or file of the deck: the embedded one where none was named.

    Raises:
        UsageError: there is no such folder or file.
    """
    if not arguments.deck:
        return EMBEDDED
    place = Path(arguments.deck)
    if place.exists():
        return place
    # macOS takes the accents of a name apart, and the keyboard puts them together.
    for form in ("NFC", "NFD"):
        other = Path(unicodedata.normalize(form, arguments.deck))
        if other.exists():
            return other
    raise arguments.wrong("cli.no-deck", place=arguments.deck)
