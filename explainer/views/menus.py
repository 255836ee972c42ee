"""The native menus: everything that can be done, and what can be done with what is pointed at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from explainer.actions import (
    ACTIONS,
    GROUPS,
    Action,
    Group,
    does_something,
    menu_actions,
    why_not,
)
from explainer.deck import Deck
from explainer.intents import AskWhy, Order, SelectModel, Visit
from explainer.schema import ModelId
from explainer.state import State
from explainer.story import shown_view
from explainer.strings import say
from explainer.update import update
from explainer.views.literal import menu_text
from explainer.why import is_model

_FOLDED: tuple[Group, ...] = ("window", "story", "map")
"""Groups that stand in a submenu: all in one would be higher than a small screen."""


def fill_menu(
    menu: QMenu,
    deck: Deck,
    state: State,
    dispatch: Callable[[Order], None],
    leads: Callable[[Visit], bool],
) -> None:
    """Put everything that can be done now into `menu`, group by group, with its keys.

    What would change nothing is disabled and says why; `leads` tells whether a visit leads
    anywhere.
    """
    for group in (*(it for it in GROUPS if it not in _FOLDED), *_FOLDED):
        actions = menu_actions(group, state)
        if not actions:
            continue
        target = menu
        if group in _FOLDED:
            if group == _FOLDED[0]:
                menu.addSeparator()
            target = menu.addMenu(menu_text(say(f"actions.{group}", state.language)))
        elif not menu.isEmpty():
            menu.addSeparator()
        target.setToolTipsVisible(True)
        for action in actions:
            entry = _entry(action, deck, state, menu, dispatch)
            order = action.order_in(state)
            if order is not None and not does_something(deck, state, order, leads=leads):
                entry.setEnabled(False)
                entry.setToolTip(say(why_not(deck, state, action.id), state.language))
            target.addAction(entry)


def fill_context(menu: QMenu, deck: Deck, state: State, dispatch: Callable[[Order], None]) -> None:
    """Put into `menu` what can be done with what is pointed at; what would do nothing is absent."""
    named = {action.id: action for action in ACTIONS}
    subject = state.hover
    why = AskWhy(subject)
    looked_up = SelectModel(ModelId(subject))
    # The key asks about what is looked at, which may be something else.
    keyed = update(deck, state, AskWhy()) == update(deck, state, why)
    keys = named["why"].keys if keyed else ()
    above = [Action(id="why", group="map", keys=keys, story=why, explore=why)]
    if is_model(deck, subject):
        above.append(
            Action(
                id="look-up",
                group="map",
                keys=(),
                story=looked_up,
                explore=looked_up,
                label="window.look-up",
            )
        )
    below = [named[name] for name in ("established", "counterparts", "copy-view")]
    for actions in (above, below):
        if not menu.isEmpty():
            menu.addSeparator()
        for action in actions:
            order = action.order_in(state)
            if order is not None and does_something(deck, state, order, leads=lambda _: False):
                menu.addAction(_entry(action, deck, state, menu, dispatch))


def _entry(
    action: Action, deck: Deck, state: State, menu: QMenu, dispatch: Callable[[Order], None]
) -> QAction:
    entry = QAction(menu_text(say(action.name, state.language)), menu)
    order = action.order_in(state)
    keys = action.keys_in(state.mode)
    if keys:
        # Only shown: the key itself goes its own way, whether a menu is there or not.
        shown = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        entry.setText(f"{entry.text()}\t{shown}")
    is_on = _is_on(action, deck, state)
    if is_on is not None:
        entry.setCheckable(True)
        entry.setChecked(is_on)
    if order is not None:
        entry.triggered.connect(lambda: dispatch(order))
    return entry


def _is_on(action: Action, deck: Deck, state: State) -> bool | None:
    """Return whether what an entry turns on and off is on; None where it is no switch."""
    view = shown_view(deck, state)
    match action.id:
        case "established":
            return view.established
        case "counterparts":
            return view.counterparts
        case _:
            return None if action.is_on is None else action.is_on(state)
