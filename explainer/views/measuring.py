"""The measuring of all slides with the app's own faces, in a window or without any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from explainer.deck import Deck
from explainer.fits import Measured, fit_problems
from explainer.views.fonts import load_fonts
from explainer.views.render import start_qt_offscreen
from explainer.views.text import QtRuler

MOST_MODELS = 500
"""Models of a lineage of which every slide is drawn; of more, one slide takes seconds."""


def not_measured(deck: Deck) -> Literal["large"] | None:
    """Return why the slides of `deck` are not measured; None where they are."""
    return "large" if len(deck.models) > MOST_MODELS else None


def measured(deck: Deck, texts: Mapping[str, str]) -> Iterator[Measured]:
    """Yield, after each step of `deck`, which words do not fit on the slides so far.

    `texts` are its files as they were read. A Qt without windows is started where there is none;
    it ends with the measuring.
    """
    with start_qt_offscreen():
        load_fonts()
        yield from fit_problems(deck, texts, QtRuler())
