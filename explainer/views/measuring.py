"""The measuring of all slides with the app's own faces, in a window or without any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainer.deck import Deck
from explainer.fits import Measured, fit_problems
from explainer.views.fonts import load_fonts
from explainer.views.render import start_qt_offscreen
from explainer.views.text import QtRuler


def measured(deck: Deck, texts: Mapping[str, str]) -> Iterator[Measured]:
    """Yield, after each step of `deck`, which words do not fit on the slides so far.

    `texts` are its files as they were read. A Qt without windows is started where there is none;
    it ends with the measuring.
    """
    with start_qt_offscreen():
        load_fonts()
        yield from fit_problems(deck, texts, QtRuler())
