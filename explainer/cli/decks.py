"""The deck that a command line names, or the list of what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from explainer.cli.arguments import Arguments
from explainer.cli.messages import complain, counted
from explainer.deck import Deck, load_deck, load_embedded
from explainer.errors import DeckError


def asked_deck(arguments: Arguments) -> Deck | None:
    """Return the deck that `arguments` names; None after its problems were printed on stderr."""
    try:
        return load_deck(asked_folder(arguments)) if arguments.deck else load_embedded()
    except DeckError as error:
        for problem in error.problems:
            complain(problem.say(arguments.language))
        complain(counted(error.problems, arguments.language))
        return None


def asked_folder(arguments: Arguments) -> Path:
    """Return the folder that the command line names.

    Raises:
        UsageError: there is no such folder.
    """
    folder = Path(arguments.deck)
    if not folder.is_dir():
        raise arguments.wrong("cli.no-deck", folder=arguments.deck)
    return folder
