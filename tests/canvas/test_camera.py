"""Which part of the map is framed."""

from __future__ import annotations

from decks import deck
from mapped import drawn
from maps import SLIDE

from explainer.canvas import frame_of
from explainer.deck import Deck
from explainer.schema import (
    Camera,
    ModelId,
    View,
)


def test_a_view_without_focus_shows_the_whole_map(made: Deck) -> None:
    assert drawn(made).camera == Camera()


def test_the_users_own_camera_comes_before_the_focus(made: Deck) -> None:
    own = Camera(x=0.25, y=0.75, zoom=2.0)

    assert drawn(made, View(focus=("c",), camera=own)).camera == own


def test_a_focus_is_framed_whole(made: Deck) -> None:
    shown = drawn(made, View(focus=("c", "e")))
    frame = frame_of(shown.camera, (shown.picture.width, shown.picture.height), SLIDE)

    assert frame.zoom > 1
    for model in ("c", "e"):
        x, y = shown.stations[ModelId(model)]
        assert 0 < x * frame.factor + frame.dx < SLIDE[0]
        assert 0 < y * frame.factor + frame.dy < SLIDE[1]


def test_a_focus_never_looks_past_the_edge_of_the_map(made: Deck) -> None:
    for model in made.models:
        shown = drawn(made, View(focus=(model,)))
        size = (shown.picture.width, shown.picture.height)
        frame = frame_of(shown.camera, size, size)
        assert frame.dx <= 0.5
        assert frame.dy <= 0.5
        assert frame.dx + size[0] * frame.factor >= size[0] - 0.5
        assert frame.dy + size[1] * frame.factor >= size[1] - 0.5


def test_a_map_of_one_model_has_no_closer_look() -> None:
    assert drawn(deck("a"), View(focus=("a",))).camera == Camera()
