"""Which changes of the state are seen as motion; all others are there at once."""

from __future__ import annotations

from msgspec.structs import replace

from explainer.deck import Deck
from explainer.state import State
from explainer.story import shown_view, steps

_SAME = ("language", "theme", "hall_theme", "presenting", "blank")
"""What must not change with it: these concern the whole screen, and nobody asked for motion."""


def moves(deck: Deck, old: State, new: State) -> bool:
    """Return whether the way from `old` to `new` is shown.

    Going back plays nothing, and the user's own pan and zoom follow the hand.
    """
    if new.still or any(getattr(old, name) != getattr(new, name) for name in _SAME):
        return False
    if old.step != new.step:
        order = tuple(steps(deck))
        return order.index(new.step) > order.index(old.step)
    before, after = shown_view(deck, old), shown_view(deck, new)
    return replace(before, camera=None, open="") != replace(after, camera=None, open="")
