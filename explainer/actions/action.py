"""What an action is: a name, keys, and what it asks for in each mode."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from explainer.intents import Order
from explainer.state import Mode, State

Group = Literal["story", "map", "talk", "window", "deck"]
GROUPS: tuple[Group, ...] = ("story", "map", "talk", "window", "deck")
"""In the order of menus and of the help; the strings call them `actions.<group>`."""


class Action(Struct, frozen=True, kw_only=True):
    """Something a user can ask for by key or menu.

    Keys are written as Qt writes them in portable text, `PgDown` or `Shift+F5`, so that a key
    event needs no second spelling.
    """

    id: str
    group: Group
    keys: tuple[str, ...]
    """The best known first; none where it stands only in menus. They hold wherever the action is on
    offer."""
    more_keys: tuple[str, ...] = ()
    """They hold only while exploring; in the story they step."""
    story: Order | None
    """What it asks for in the story; None where it is not on offer."""
    explore: Order | None
    """The same while exploring."""
    talk: Order | Literal["as-mode"] | None = "as-mode"
    """The same in a talk, where it differs from both."""
    auto_repeats: bool = False
    """A key that is held down goes on; never one that steps."""
    in_menu: bool = True
    is_on: Callable[[State], bool] | None = None
    """Whether what it turns on and off is on; None where it is no switch."""
    label: str = ""
    """Key of its name, where it shares one with others."""

    @property
    def name(self) -> str:
        """Return the key of its name in the strings."""
        return self.label or f"action.{self.id}"

    def order(self, mode: Mode, *, presenting: bool) -> Order | None:
        """Return what it asks for there; None where it is not on offer."""
        if presenting and self.talk != "as-mode":
            return self.talk
        return self.story if mode == "story" else self.explore

    def order_in(self, state: State) -> Order | None:
        """Return what it asks for now; None where it is not on offer."""
        return self.order(state.mode, presenting=state.presenting)

    def keys_in(self, mode: Mode) -> tuple[str, ...]:
        """Return its keys in a mode, whether it is on offer there or not."""
        return (*self.keys, *self.more_keys) if mode == "explore" else self.keys
