"""The number that is being typed, and where it would lead."""

from __future__ import annotations

from explainer.bars.controls import MUTED, STRONG, words
from explainer.picture import Ruler, Shape
from explainer.state import State
from explainer.strings import say


def prompt(state: State, x: float, middle: float, end: float, ruler: Ruler) -> list[Shape]:
    """Return "Go to stage 12_" from `x` on, and the keys for it if there is room before `end`."""
    asks = words(ruler, say("window.go-to", state.language, typed=state.typed), x, middle, STRONG)
    keys = words(ruler, say("window.go-to.keys", state.language), x, middle, MUTED)
    left = x + asks.width + 20
    if left + keys.width > end:
        return [asks]
    keys = words(ruler, say("window.go-to.keys", state.language), left, middle, MUTED)
    return [asks, keys]
