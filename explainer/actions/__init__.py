"""One table of all actions: name, keys, orders. Shortcuts, menus and help are made from it."""

from explainer.actions.action import GROUPS, Action, Group
from explainer.actions.lookup import (
    HelpRow,
    action_for,
    comes_first,
    help_rows,
    menu_actions,
    order_for,
)
from explainer.actions.possible import SILENT, STEPS, does_something, why_not
from explainer.actions.table import ACTIONS

__all__ = [
    "ACTIONS",
    "GROUPS",
    "SILENT",
    "STEPS",
    "Action",
    "Group",
    "HelpRow",
    "action_for",
    "comes_first",
    "does_something",
    "help_rows",
    "menu_actions",
    "order_for",
    "why_not",
]
