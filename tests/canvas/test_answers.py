"""What answers on the map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from mapped import box, drawn, letters, line
from maps import RULER

from explainer.canvas import CanvasPicture, canvas_picture
from explainer.deck import Deck
from explainer.intents import SelectModel
from explainer.picture import Box, Hit, TextLine
from explainer.placement import window_scale
from explainer.schema import (
    View,
)


def test_every_model_answers_at_its_station_and_at_its_name(made: Deck) -> None:
    for hits, capsule, name in _answers(drawn(made), made):
        assert any(_holds(hit, capsule.x, capsule.y, capsule.width, capsule.height) for hit in hits)
        left, top, right, bottom = letters(name)
        assert any(_holds(hit, left, top, right - left, bottom - top) for hit in hits)


def _answers(shown: CanvasPicture, made: Deck) -> Iterator[tuple[list[Hit], Box, TextLine]]:
    for model in made.models:
        hits = [hit for hit in shown.picture.hits if hit.order == SelectModel(model)]
        yield hits, box(shown, f"{model}:capsule"), line(shown, f"{model}:name")


def _holds(hit: Hit, x: float, y: float, width: float, height: float) -> bool:
    return (
        hit.x <= x
        and hit.y <= y
        and x + width <= hit.x + hit.width
        and y + height <= hit.y + hit.height
    )


@pytest.mark.parametrize("size", [(1258, 860), (640, 400)])
def test_what_answers_is_large_enough_for_a_finger(made: Deck, size: tuple[int, int]) -> None:
    scale = window_scale(*size)
    shown = canvas_picture(made, View(), "en", scale, (float(size[0]), float(size[1])), RULER)

    assert all(min(hit.width, hit.height) >= 32 for hit in shown.picture.hits)


def test_what_answers_says_its_name_and_what_it_previews(made: Deck) -> None:
    hits = drawn(made).picture.hits

    assert {(hit.name, hit.id) for hit in hits} == {(name, name) for name in made.models}
