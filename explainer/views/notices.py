"""What is said for a moment: that something was done, or why a key did nothing."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from explainer.actions import SILENT, STEPS, why_not
from explainer.deck import Deck
from explainer.schema import Language
from explainer.state import State
from explainer.story import stage_numbered
from explainer.strings import say

NOTICE_MS = 4000
"""So long it is said."""


class Notices(QObject):
    """Holds one notice at a time; `on_change` hears when it changes."""

    def __init__(self, on_change: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._on_change = on_change
        self._said: tuple[str, dict[str, object]] | None = None
        self.for_hall = False
        """What is said answers a key: it is said where the speaker looks, be it the hall."""
        self._goes = QTimer(self, interval=NOTICE_MS, singleShot=True)
        self._goes.timeout.connect(self.clear)

    def words(self, language: Language) -> str:
        """Return what is said now; "" for nothing."""
        return say(self._said[0], language, **self._said[1]) if self._said is not None else ""

    def tell(self, key: str, values: dict[str, object], *, for_hall: bool = True) -> None:
        """Say the words of `key` for a moment, in place of what was said; "" says nothing more."""
        if not key:
            self.clear()
            return
        self._said, self.for_hall = (key, values), for_hall
        self._goes.start()
        self._on_change()

    def tell_of_number(self, deck: Deck, before: State, after: State) -> None:
        """Say why the number that was typed in `before` led nowhere, if it did."""
        typed = before.typed
        if stage_numbered(deck, typed) is None:
            self.tell("window.no-stage", {"typed": typed, "count": len(deck.stages)})
        elif after == replace(before, typed=""):
            self.tell("window.stage-shown", {"typed": typed})

    def tell_in_vain(self, action: str, deck: Deck, state: State, *, audience: bool) -> None:
        """Say why the key of an action did nothing; an audience need not know of every one."""
        if action not in SILENT and not (audience and action in STEPS):
            self.tell(why_not(deck, state, action), {})

    def clear(self) -> None:
        """Say nothing any more."""
        self._goes.stop()
        if self._said is not None:
            self._said = None
            self._on_change()

    def stop(self) -> None:
        """Leave what is said as it is: nothing is shown after this."""
        self._goes.stop()
