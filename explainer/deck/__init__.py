"""A deck folder becomes a `Deck`, or a list of all its `Problem`s."""

from explainer.deck.contents import Deck

__all__ = ["Deck"]
