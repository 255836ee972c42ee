"""The native menus: everything that can be done, and what can be done with what is pointed at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from explainer.actions import ACTIONS, GROUPS, Action, Group, menu_actions
from explainer.deck import Deck
from explainer.intents import AskWhy, Order, SelectModel
from explainer.schema import ModelId
from explainer.state import State
from explainer.strings import say

_FOLDED: tuple[Group, ...] = ("window", "story", "map")
"""Groups that stand in a submenu: all in one would be higher than a small screen."""


def fill_menu(menu: QMenu, state: State, dispatch: Callable[[Order], None]) -> None:
    """Put everything that can be done now into `menu`, group by group, with its keys."""
    for group in (*(it for it in GROUPS if it not in _FOLDED), *_FOLDED):
        actions = menu_actions(group, state)
        if not actions:
            continue
        target = menu
        if group in _FOLDED:
            if group == _FOLDED[0]:
                menu.addSeparator()
            target = menu.addMenu(say(f"actions.{group}", state.language))
        elif not menu.isEmpty():
            menu.addSeparator()
        for action in actions:
            target.addAction(_entry(action, state, menu, dispatch))


def fill_context(menu: QMenu, deck: Deck, state: State, dispatch: Callable[[Order], None]) -> None:
    """Put into `menu` what can be done with what is pointed at."""
    named = {action.id: action for action in ACTIONS}
    subject = state.hover
    asked = Action(
        id="why", group="map", keys=("Y",), story=AskWhy(subject), explore=AskWhy(subject)
    )
    menu.addAction(_entry(asked, state, menu, dispatch))
    if subject in deck.models or subject in deck.counterparts:
        select = QAction(say("window.look-up", state.language), menu)
        order = SelectModel(ModelId(subject))
        select.triggered.connect(lambda: dispatch(order))
        menu.addAction(select)
    menu.addSeparator()
    for name in ("established", "counterparts", "copy-view"):
        menu.addAction(_entry(named[name], state, menu, dispatch))


def _entry(action: Action, state: State, menu: QMenu, dispatch: Callable[[Order], None]) -> QAction:
    entry = QAction(say(action.name, state.language), menu)
    order = action.order_in(state)
    keys = action.keys_in(state.mode)
    if keys:
        # Only shown: the key itself goes its own way, whether a menu is there or not.
        shown = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        entry.setText(f"{entry.text()}\t{shown}")
    if action.is_on is not None:
        entry.setCheckable(True)
        entry.setChecked(action.is_on(state))
    if order is not None:
        entry.triggered.connect(lambda: dispatch(order))
    return entry
