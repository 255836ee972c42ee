"""The number that is being typed, and where it would lead."""

from __future__ import annotations

from explainer.bars.controls import MUTED, STRONG, words
from explainer.picture import Ruler, Shape
from explainer.state import State
from explainer.strings import say


def prompt(state: State, x: float, middle: float, end: float, ruler: Ruler) -> list[Shape]:
    """Return "Go to stage 12_" from `x` on, and the keys for it if there is room before `end`.

    Where there is less room it is shorter, the number alone at last.
    """
    language, typed = state.language, state.typed
    wordings = (
        say("window.go-to", language, typed=typed),
        say("window.go-to.short", language, typed=typed),
        f"{typed}_",
    )
    lines = [words(ruler, wording, x, middle, STRONG) for wording in wordings]
    asks = next((line for line in lines if x + line.width <= end), lines[-1])
    if asks is not lines[0]:
        return [asks]
    keys = words(ruler, say("window.go-to.keys", state.language), x, middle, MUTED)
    left = x + asks.width + 20
    if left + keys.width > end:
        return [asks]
    keys = words(ruler, say("window.go-to.keys", state.language), left, middle, MUTED)
    return [asks, keys]
