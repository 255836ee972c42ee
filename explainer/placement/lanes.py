"""The lane of each method: one for the whole map, so that a strand never changes sides."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.schema import MethodId


def lanes(deck: Deck) -> dict[MethodId, int]:
    """Return the lane of each method: the one that the first root begins stands in the middle."""
    order = list(deck.methods)
    begins = (model.begins[0] for model in deck.models.values() if model.begins)
    middle = order.index(next(begins, order[0])) if order else 0
    return {method: place - middle for place, method in enumerate(order)}


def joins_left(strands: tuple[MethodId, ...], method: MethodId) -> bool:
    """Return whether `method` joins `strands` from the left: only the outermost left lane does."""
    return len(strands) > 1 and strands[0] == method
