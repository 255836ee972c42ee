"""A ruler for tests without Qt: every sign of a writing is equally wide."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.lines import break_lines
from explainer.picture import Face, Span
from explainer.scripts import runs

CHINESE, LATIN, MONO = 1.0, 0.5, 0.6
"""em."""


class PlainRuler:
    """Half an em a Latin sign, 0.6 in mono, one a Chinese sign; spaces between writings as real."""

    def width(self, text: str, face: Face, size: float) -> float:
        latin = MONO if face.startswith("mono") else LATIN
        return size * sum(
            run.gap + len(run.text) * (CHINESE if run.chinese else latin) for run in runs(text)
        )

    def lines(
        self, spans: Sequence[Span], size: float, width: float
    ) -> tuple[tuple[Span, ...], ...]:
        return break_lines(self, spans, size, width)
