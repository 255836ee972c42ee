"""Which changes of the state are seen as motion; all others are there at once."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from explainer.deck import Deck
from explainer.state import State
from explainer.story import shown_view, steps

Way = Literal["cut", "go", "follow"]
"""At once, on the way that is shown, or to the end of the one that is shown already."""
_SAME = ("language", "theme", "hall_theme", "presenting", "blank", "still", "text_scale")
"""What must not change with it: these concern the whole screen, and nobody asked for motion."""


def way(deck: Deck, old: State, new: State) -> Way:
    """Return how a widget goes from what `old` shows to what `new` shows.

    Going back plays nothing, and the user's own pan and zoom follow the hand. Where only what is
    pointed at has changed, a motion that is on goes on.
    """
    if new.still or any(getattr(old, name) != getattr(new, name) for name in _SAME):
        return "cut"
    if old.step != new.step:
        order = tuple(steps(deck))
        return "go" if order.index(new.step) > order.index(old.step) else "cut"
    before, after = shown_view(deck, old), shown_view(deck, new)
    if before == after:
        return "follow"
    looks = replace(before, camera=None, open="") != replace(after, camera=None, open="")
    return "go" if looks else "cut"
