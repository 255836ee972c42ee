"""Finding by words: the overview of all stages, and the search. Loaded when first asked for."""

from __future__ import annotations

from typing import Protocol

from explainer.deck import Deck
from explainer.find import TALK_KINDS, Entry, order_for
from explainer.find.entries import KINDS
from explainer.intents import GoToStep, Order
from explainer.schema import StepId
from explainer.state import State
from explainer.views.dialogs import Overlay
from explainer.views.finder.overview import OverviewPage
from explainer.views.finder.search import SearchPage

__all__ = ["OverviewPage", "SearchPage", "open_overview", "open_search"]


class Host(Protocol):
    """What the pages need of the app."""

    @property
    def deck(self) -> Deck: ...
    @property
    def state(self) -> State: ...
    def overlay(self) -> Overlay:
        """Return the place for dialogs, where the speaker looks."""
        ...

    def dispatch(self, order: Order) -> None: ...
    def notify(self, key: str, **values: object) -> None:
        """Say for a moment what was done; the words are given by key."""
        ...


def open_overview(host: Host) -> None:
    """Show all stages; what is chosen is gone to."""
    overlay = host.overlay()

    def choose(step: StepId) -> None:
        overlay.close_dialog(page)
        host.dispatch(GoToStep(step))

    def search(typed: str) -> None:
        overlay.close_dialog(page)
        open_search(host, typed)

    page = OverviewPage(
        host.deck,
        host.state.step,
        choose=choose,
        search=search,
        close=lambda: overlay.close_dialog(page),
    )
    overlay.open(page)


def open_search(host: Host, typed: str = "") -> None:
    """Show the search, with `typed` in its field; what is chosen is looked up."""
    overlay = host.overlay()
    kinds = TALK_KINDS if host.state.presenting else KINDS

    def choose(entry: Entry) -> None:
        overlay.close_dialog(page)
        before = host.state
        host.dispatch(order_for(host.deck, entry))
        if host.state == before:
            host.notify("search.shown")

    page = SearchPage(
        host.deck, kinds, typed, choose=choose, close=lambda: overlay.close_dialog(page)
    )
    overlay.open(page)
