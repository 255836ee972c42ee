"""The deck that a command line names, or the list of what is wrong with it."""

from __future__ import annotations

import errno
import os
import unicodedata
from pathlib import Path

from explainer.cli.arguments import Arguments
from explainer.cli.messages import complain, list_problems
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
        list_problems(error.problems, arguments.language, complain)
        return None


def _deck(place: Path) -> Deck:
    if place == EMBEDDED:
        return load_embedded()
    from explainer.deck import load_deck  # the embedded deck needs no parser

    return load_deck(place)


def asked_place(arguments: Arguments) -> Path:
    """Return the folder or file of the deck: the embedded one where none was named.

    Raises:
        UsageError: there is no such folder or file, or it cannot be looked at.
    """
    if not arguments.deck:
        return EMBEDDED
    place = Path(arguments.deck)
    reason = _unreadable(place)
    if not reason:
        return place
    # macOS takes the accents of a name apart, and the keyboard puts them together.
    for form in ("NFC", "NFD"):
        other = Path(unicodedata.normalize(form, arguments.deck))
        if not _unreadable(other):
            return other
    if reason in _NOT_THERE:
        raise arguments.wrong("cli.no-deck", place=arguments.deck)
    raise arguments.wrong("cli.closed-deck", place=arguments.deck, reason=reason)


_NOT_THERE = frozenset(os.strerror(it) for it in (errno.ENOENT, errno.ENOTDIR))


def _unreadable(place: Path) -> str:
    """Return why nothing can be seen at `place`, "" where something stands."""
    try:
        place.stat()
    except OSError as error:
        return error.strerror or str(error)
    except ValueError:  # no path has a NUL
        return os.strerror(errno.ENOENT)
    return ""
