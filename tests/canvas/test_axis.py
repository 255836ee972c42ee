"""The dates beside the map."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from mapped import drawn, named, words
from maps import RULER

from explainer.canvas import canvas_picture
from explainer.deck import Deck, load_embedded
from explainer.layout import layout
from explainer.picture import TextLine
from explainer.placement import slide_scale, window_scale
from explainer.schema import (
    LANGUAGES,
    Language,
    MapSlide,
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_narrow_slide_no_date_moves_from_step_to_step(language: Language) -> None:
    deck = load_embedded()
    scale = slide_scale(1440, 1080, len(layout(deck).rows))
    found: list[Mapping[str, tuple[float, float]]] = []
    for stage in deck.stages.values():
        for step in stage.steps:
            if isinstance(step.slide, MapSlide):
                words = tuple(step.slide.callouts.items())
                shown = canvas_picture(
                    deck, step.view, language, scale, (1296.0, 816.0), RULER, callouts=words
                )
                lines = [s for s in shown.picture.shapes if isinstance(s, TextLine)]
                found.append({s.id: (s.x, s.y) for s in lines if s.id.startswith("axis:")})

    assert len(found) > 10
    assert len(found[0]) == 6
    assert all(dates == found[0] for dates in found)
    assert {x for x, _ in found[0].values()} == {0.0}
