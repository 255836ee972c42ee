"""An axis that begins at zero: where its ticks stand, and what they say."""

from __future__ import annotations

from math import ceil, floor, log10

from msgspec import Struct

from explainer.plot.values import printed
from explainer.schema import Language

_STEPS = (1.0, 2.0, 5.0, 10.0)
_CLOSE = 0.1
"""Of a step: so little above a tick needs no further one."""


class Scale(Struct, frozen=True):
    """Amounts from zero to `end`, with ticks at whole steps."""

    end: float
    """The largest amount or the last tick, whichever is more."""
    ticks: tuple[float, ...]
    """From zero on."""
    digits: int
    """That a tick has behind its point."""

    def words(self, tick: float, language: Language) -> str:
        """Return what stands at a tick."""
        return printed(f"{tick:.{self.digits}f}", language)


def scale_to(most: float, parts: int = 5) -> Scale:
    """Return a scale from zero up to `most` in at most `parts` steps of 1, 2 or 5 times a power."""
    if most <= 0:
        return Scale(1.0, (0.0, 1.0), 0)
    power = 10.0 ** floor(log10(most / parts))
    step = next(power * it for it in _STEPS if power * it * parts >= most * (1 - 1e-9))
    count = max(1, floor(most / step) if most / step % 1 <= _CLOSE else ceil(most / step))
    digits = max(0, -floor(log10(step) + 1e-9))
    ticks = tuple(round(step * place, digits) for place in range(count + 1))
    return Scale(max(most, ticks[-1]), ticks, digits)
