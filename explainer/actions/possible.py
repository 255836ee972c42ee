"""Whether an order would do anything now, and why not: menus offer nothing that is in vain."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from explainer.deck import Deck
from explainer.intents import GoBack, GoForward, Order, Press, Run, Visit
from explainer.state import State
from explainer.story import is_away, shown_view, shows_map
from explainer.update import update

_REASONS: Mapping[str, str] = {
    "next-step": "menu.cannot.last-step",
    "last-step": "menu.cannot.last-step",
    "next-stage": "menu.cannot.last-stage",
    "previous-step": "menu.cannot.first-step",
    "first-step": "menu.cannot.first-step",
    "previous-stage": "menu.cannot.first-stage",
    "go-back": "menu.cannot.no-earlier",
    "go-forward": "menu.cannot.no-later",
    "select-child": "menu.cannot.no-model",
    "select-parent": "menu.cannot.no-model",
    "select-next": "menu.cannot.no-model",
    "select-previous": "menu.cannot.no-model",
    "select-root": "menu.cannot.selected",
    "select-newest": "menu.cannot.selected",
    "other-reading": "menu.cannot.one-reading",
    "why": "menu.cannot.no-claim",
    "notes": "menu.cannot.no-notes",
    "confirm": "menu.cannot.last-step",
    "open-panel": "menu.cannot.panel-open",
    "counterparts": "menu.cannot.no-counterparts",
    "zoom-in": "menu.cannot.zoom",
    "zoom-out": "menu.cannot.zoom",
    "fit": "menu.cannot.zoom",
    "larger-text": "menu.cannot.text-size",
    "smaller-text": "menu.cannot.text-size",
    "normal-text": "menu.cannot.text-size",
}
SILENT = frozenset(("close",))
"""Of what these do not do nothing is said."""
STEPS = frozenset(
    (
        "next-step",
        "previous-step",
        "first-step",
        "last-step",
        "next-stage",
        "previous-stage",
        "confirm",
    )
)
"""At an end of the story these do nothing."""
_OF_A_MODEL = frozenset(("why", "other-reading"))
_ON_THE_MAP = frozenset(("zoom-in", "zoom-out", "fit"))


def does_something(
    deck: Deck, state: State, order: Order, *, leads: Callable[[Visit], bool]
) -> bool:
    """Return whether `order` would change anything now; `leads` tells it of a visit."""
    match order:
        case GoBack() | GoForward():
            return leads(order)
        case Run("copy-bibliography"):
            return bool(deck.sources)
        case Run() | Press():
            return True
        case _:
            now = replace(state, leaving=False, typed="")
            return update(deck, now, order) is not now


def why_not(deck: Deck, state: State, action: str) -> str:
    """Return the key of why the action of that id does nothing now."""
    if action in _ON_THE_MAP and not shows_map(deck, state):
        return "menu.cannot.no-map"
    if action in _OF_A_MODEL and not _is_about_something(deck, state):
        return "menu.cannot.nothing-selected"
    return _REASONS.get(action, "menu.cannot")


def _is_about_something(deck: Deck, state: State) -> bool:
    """Tell whether there is a step, a model or a card to ask about."""
    view = shown_view(deck, state)
    told = state.mode == "story" and not is_away(deck, state)
    return told or bool(view.select or view.open)
