"""Holds the state, tells everybody when it has changed, and remembers the places visited."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from msgspec.structs import replace

from explainer.deck import Deck
from explainer.intents import GoBack, GoForward, Intent, Visit
from explainer.state import State
from explainer.story import same_place
from explainer.update import update

Listener = Callable[[State, State], None]
"""Is told the old state and the new one."""
_MOST = 100
"""Places that are remembered."""


class Store:
    """The one place where the state is kept. Only `update` changes it, or a visit to a place again.

    Intents are handled one after the other, also those that a listener dispatches while it is
    told of a change: so every listener hears of every state, and in the same order.
    """

    def __init__(self, deck: Deck, state: State) -> None:
        self.deck = deck
        self._state = state
        self._listeners: list[Listener] = []
        self._visited = _Visited(deck, state)
        self._waiting: deque[Intent | Visit] = deque()
        self._busy = False

    @property
    def state(self) -> State:
        """What is shown now."""
        return self._state

    def leads(self, visit: Visit) -> bool:
        """Return whether `visit` leads to another place."""
        return self._visited.has(1 if isinstance(visit, GoForward) else -1)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change from now on; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def dispatch(self, intent: Intent | Visit) -> None:
        """Do what is asked for, now or when what is being done is done."""
        self._waiting.append(intent)
        if self._busy:
            return
        self._busy = True
        try:
            while self._waiting:
                self._handle(self._waiting.popleft())
        finally:
            # After an error nothing half-done may come to life at the next key.
            self._waiting.clear()
            self._busy = False

    def _handle(self, intent: Intent | Visit) -> None:
        old = self._state
        match intent:
            case GoBack():
                new = self._visited.again(old, -1)
            case GoForward():
                new = self._visited.again(old, 1)
            case _:
                new = update(self.deck, old, intent)
                self._visited.note(new)
        if new == old:
            return
        self._state = new
        for listener in tuple(self._listeners):
            listener(old, new)


class _Visited:
    """The places that were visited, in their order, and at which of them one stands."""

    def __init__(self, deck: Deck, state: State) -> None:
        self._deck = deck
        self._states = [state]
        self._at = 0

    def note(self, state: State) -> None:
        """Remember where `state` is; from a place visited again, a new way begins there."""
        if same_place(self._deck, self._states[self._at], state):
            self._states[self._at] = state
            return
        self._states[self._at + 1 :] = [state]
        del self._states[:-_MOST]
        self._at = len(self._states) - 1

    def has(self, distance: int) -> bool:
        """Return whether there is a place that far from where one stands."""
        return 0 <= self._at + distance < len(self._states)

    def again(self, state: State, distance: int) -> State:
        """Return `state` at another of the places; `state` itself where there is no further."""
        if not self.has(distance):
            return state
        self._at += distance
        then = self._states[self._at]
        return replace(
            state,
            step=then.step,
            mode=then.mode,
            away=then.away,
            looked_up=then.looked_up,
            cards=then.cards,
            typed="",
            blank="",
            leaving=False,
        )
