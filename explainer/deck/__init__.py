"""A deck folder becomes a `Deck`, or a list of all its `Problem`s."""

from explainer.deck.contents import Deck
from explainer.deck.load import EMBEDDED, check_deck, load_deck, load_embedded
from explainer.deck.views import read_view

__all__ = ["EMBEDDED", "Deck", "check_deck", "load_deck", "load_embedded", "read_view"]
