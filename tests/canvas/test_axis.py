"""The dates beside the map."""

from __future__ import annotations

import pytest
from mapped import drawn, named, words
from maps import RULER

from explainer.canvas import canvas_picture
from explainer.deck import Deck
from explainer.placement import window_scale
from explainer.schema import (
    LANGUAGES,
    Language,
    View,
)
from explainer.strings import say


def test_every_date_stands_beside_its_row(made: Deck) -> None:
    shown = drawn(made)
    labels = [s for s in shown.picture.shapes if s.id.startswith("axis:")]

    assert words(labels) == ["2020", "2021", "2022"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_canvas_the_axis_says_that_it_is_no_scale(made: Deck, language: Language) -> None:
    shown = canvas_picture(made, View(), language, window_scale(1258, 860), (1258.0, 860.0), RULER)

    assert words(named(shown, "axis:foot")) == [say("axis.not-to-scale", language)]
