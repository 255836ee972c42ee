"""A deck folder becomes a `Deck`, or a list of all its `Problem`s."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from explainer.deck.contents import Deck
from explainer.deck.embedded import EMBEDDED, load_embedded

if TYPE_CHECKING:
    from explainer.deck.examined import Examined, examine
    from explainer.deck.load import check_deck, load_deck
    from explainer.deck.views import read_view

__all__ = [
    "EMBEDDED",
    "Deck",
    "Examined",
    "check_deck",
    "examine",
    "load_deck",
    "load_embedded",
    "read_view",
]

_LATER = {
    "Examined": "examined",
    "check_deck": "load",
    "examine": "examined",
    "load_deck": "load",
    "read_view": "views",
}


def __getattr__(name: str) -> object:
    """Return what reads and checks text files: imported only here, a usual start needs none."""
    if name not in _LATER:
        raise AttributeError(name)
    found: object = getattr(import_module(f"explainer.deck.{_LATER[name]}"), name)
    return found
