"""The deck that comes with the app: read and checked once, and again when it or a rule changes.

A start that finds it kept imports neither the parser nor the checks.
"""

from __future__ import annotations

from pathlib import Path

import explainer.schema
from explainer.deck.contents import Deck
from explainer.files import resource_folder
from explainer.kept import kept

EMBEDDED = resource_folder() / "decks" / "gpt-to-chatgpt"
"""The deck that comes with the app."""
_CHECKED_BY = (Path(__file__).parent, Path(explainer.schema.__file__).parent)
"""A deck that was checked by other rules is checked again."""


def load_embedded() -> Deck:
    """Return the deck that comes with the app."""
    return kept("embedded-deck", (EMBEDDED, *_CHECKED_BY), Deck, _load)


def _load() -> Deck:
    from explainer.deck.load import load_deck

    return load_deck(EMBEDDED)
