"""How long an export still takes, judged by what it took so far."""

from __future__ import annotations

from explainer.strings import Language, say

LEAST_DONE = 3
"""Pictures from which on anything can be said: the first ones load what the others have."""
_EXACT_S = 10
_STEP_S = 5
_MINUTE_S = 60


def remaining_s(done: int, count: int, elapsed_s: float) -> float | None:
    """Return the seconds that `count` pictures still take after `done`; None while unknown."""
    if done < LEAST_DONE:
        return None
    return elapsed_s / done * (count - done)


def remaining_words(seconds: float | None, language: Language) -> str:
    """Return `seconds` in words, no more exact than they are known; "" where they are not."""
    if seconds is None:
        return ""
    if seconds >= _MINUTE_S:
        return say("export.left.minutes", language, count=round(seconds / _MINUTE_S))
    step = 1 if seconds < _EXACT_S else _STEP_S
    return say("export.left.seconds", language, count=max(1, round(seconds / step) * step))
