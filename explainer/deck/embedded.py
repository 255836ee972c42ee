"""The deck that comes with the app: read and checked once, and again when the package changes.

A start that finds it kept imports neither the parser nor the checks.
"""

from __future__ import annotations

from explainer.deck.contents import Deck
from explainer.files import resource_folder
from explainer.kept import kept

EMBEDDED = resource_folder() / "decks" / "gpt-to-chatgpt"
"""The deck that comes with the app."""


def load_embedded() -> Deck:
    """Return the deck that comes with the app."""
    # Of all files of the package, because a deck that was checked by other rules is checked again.
    return kept("embedded-deck", (resource_folder().parent,), Deck, _load)


def _load() -> Deck:
    from explainer.deck.load import load_deck

    return load_deck(EMBEDDED)
