"""What a key asks for, what a menu offers, what the help lists: all from the table of actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from explainer.actions.action import GROUPS, Action, Group
from explainer.actions.table import ACTIONS, BACK, FORWARD
from explainer.intents import Order
from explainer.state import Mode, State


def order_for(key: str, state: State) -> Order | None:
    """Return what a key asks for now; None for a key without meaning."""
    action = action_for(key, state)
    return action.order_in(state) if action else None


def action_for(key: str, state: State) -> Action | None:
    """Return the action that a key stands for now; None for a key without meaning."""
    actions = _by_key(state.mode, state.presenting)
    return actions.get(key) or actions.get(_bare(key))


_OVER_ALL = frozenset(
    (
        "next-step",
        "previous-step",
        "return-to-step",
        "next-stage",
        "previous-stage",
        "black",
        "white",
    )
)
_CLICKER = frozenset((*FORWARD, *BACK))


def comes_first(keys: Iterable[str], state: State, *, typing: bool) -> bool:
    """Return whether one of `keys` does its work in a talk whatever is open over the slide.

    Steps do, and covering the screen; where words are typed into a field (`typing`), only what no
    keyboard types: the keys of a clicker.
    """
    if not state.presenting:
        return False
    if typing:
        return any(_bare(key) in _CLICKER for key in keys)
    actions = (action_for(key, state) for key in keys)
    return any(action is not None and action.id in _OVER_ALL for action in actions)


def menu_actions(group: Group, state: State) -> tuple[Action, ...]:
    """Return what the menu of a group offers now, in the order of the table."""
    return tuple(
        action
        for action in ACTIONS
        if action.group == group and action.in_menu and action.order_in(state) is not None
    )


class HelpRow(Struct, frozen=True):
    """A line of the help: what can be done, and the keys for it."""

    group: Group
    name: str
    """Key in the strings."""
    keys: tuple[str, ...]


@cache
def help_rows(mode: Mode, *, presenting: bool) -> tuple[HelpRow, ...]:
    """Return what keys can do there, group by group; actions that share a name share a line."""
    rows: dict[str, HelpRow] = {}
    for action in sorted(ACTIONS, key=lambda action: GROUPS.index(action.group)):
        keys = action.keys_in(mode)
        if keys and action.order(mode, presenting=presenting) is not None:
            before = rows[action.name].keys if action.name in rows else ()
            rows[action.name] = HelpRow(action.group, action.name, before + keys)
    return tuple(rows.values())


@cache
def _by_key(mode: Mode, presenting: bool) -> Mapping[str, Action]:  # noqa: FBT001 - cached by it
    return {
        key: action
        for action in ACTIONS
        if action.order(mode, presenting=presenting) is not None
        for key in action.keys_in(mode)
    }


def _bare(key: str) -> str:
    """Return `key` without what only tells where its sign stands on this keyboard.

    Some keyboards have `+`, `?` or the digits on Shift, others have not; and a number pad has
    its own.
    """
    key = key.replace("Num+", "")
    before, _, sign = key.rpartition("Shift+")
    return before + sign if len(sign) == 1 and not sign.isalpha() else key
