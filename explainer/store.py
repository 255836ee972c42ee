"""Holds the state, and tells everybody when it has changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from explainer.deck import Deck
from explainer.intents import Intent
from explainer.state import State
from explainer.update import update

Listener = Callable[[State, State], None]
"""Is told the old state and the new one."""


class Store:
    """The one place where the state is kept. Only an intent changes it, by way of `update`.

    Intents are handled one after the other, also those that a listener dispatches while it is
    told of a change: so every listener hears of every state, and in the same order.
    """

    def __init__(self, deck: Deck, state: State) -> None:
        self.deck = deck
        self._state = state
        self._listeners: list[Listener] = []
        self._waiting: deque[Intent] = deque()
        self._busy = False

    @property
    def state(self) -> State:
        """What is shown now."""
        return self._state

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change from now on; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def dispatch(self, intent: Intent) -> None:
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

    def _handle(self, intent: Intent) -> None:
        old, new = self._state, update(self.deck, self._state, intent)
        if new == old:
            return
        self._state = new
        for listener in tuple(self._listeners):
            listener(old, new)
