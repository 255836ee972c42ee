"""Which stations are named in a window of any size: where there is room all, else what matters."""

from __future__ import annotations

import pytest

from explainer.bars import areas
from explainer.canvas import canvas_picture, frame_of
from explainer.canvas.bounds import bounds
from explainer.canvas.seen import Seen, flat
from explainer.deck import load_embedded
from explainer.layout import layout
from explainer.picture import Picture, TextLine
from explainer.placement import window_scale
from explainer.schema import LANGUAGES, Language, ModelId, View
from explainer.theme import text_scales
from explainer.views.text import QtRuler

SCALES = [scale for scale in text_scales() if 1.0 <= scale <= 1.3]


def looked_at(
    window: tuple[int, int], view: View, language: Language, scale: float, *, story: bool
) -> Picture:
    """Return what is seen of the embedded map in a window, px of the screen."""
    found = areas(*window, story=story, panel=True, text_scale=scale)
    size = (found.map.width, found.map.height)
    sizes = window_scale(*size, scale)
    under = found.handle_on_map
    drawn = canvas_picture(load_embedded(), view, language, sizes, size, QtRuler(), covered=under)
    assert drawn.plan is not None
    whole = (drawn.picture.width, drawn.picture.height)
    return flat(Seen(drawn.plan), frame_of(drawn.camera, whole, size), size)


def told(seen: Picture) -> set[str]:
    return {shape.id for shape in seen.shapes if isinstance(shape, TextLine)}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("story", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("window", [(1024, 768), (1440, 900)])
def test_every_station_is_named(
    window: tuple[int, int],
    scale: float,
    language: Language,
    story: bool,  # noqa: FBT001 - a case
) -> None:
    for view in (View(), View(select=ModelId("davinci"))):
        seen = looked_at(window, view, language, scale, story=story)

        assert {f"{model}:name" for model in load_embedded().models} <= told(seen)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("story", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_station_is_named_on_a_small_screen_at_200_percent(
    language: Language,
    story: bool,  # noqa: FBT001 - a case
) -> None:
    seen = looked_at((960, 540), View(), language, 1.0, story=story)

    assert {f"{model}:name" for model in load_embedded().models} <= told(seen)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("story", [False, True])
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("window", [(800, 440), (910, 512), (960, 540), (800, 600), (1024, 768)])
def test_no_word_is_cut_at_the_edge_where_the_whole_map_is_seen(
    window: tuple[int, int],
    scale: float,
    story: bool,  # noqa: FBT001 - a case
) -> None:
    seen = looked_at(window, View(), "en", scale, story=story)

    for line in seen.shapes:
        if isinstance(line, TextLine):
            left = line.x - line.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor]
            assert left >= -2, line.id
            assert left + line.width <= seen.width + 2, line.id


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("window", [(800, 440), (910, 472)])
def test_where_words_are_large_none_lies_under_the_tab_of_the_panel(
    window: tuple[int, int], language: Language
) -> None:
    seen = looked_at(window, View(), language, 1.45, story=False)
    tab = areas(*window, story=False, panel=True, text_scale=1.45).handle_on_map

    for line in seen.shapes:
        if isinstance(line, TextLine):
            assert not bounds(line).meets(tab), line.id


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("story", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", SCALES)
def test_in_a_small_window_the_newest_the_selected_and_the_lit_are_named(
    scale: float,
    language: Language,
    story: bool,  # noqa: FBT001 - a case
) -> None:
    deck = load_embedded()
    grid = layout(deck)
    newest = {model for model, place in grid.places.items() if place.row == len(grid.rows) - 1}
    for model in deck.models:
        view = View(lit=(model,), select=model)
        seen = looked_at((800, 600), view, language, scale, story=story)

        assert {f"{it}:name" for it in {*newest, model}} <= told(seen)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("story", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(
    "window", [(800, 440), (910, 512), (960, 540), (800, 600), (1024, 768), (1440, 900)]
)
def test_dates_are_whole(
    window: tuple[int, int],
    scale: float,
    language: Language,
    story: bool,  # noqa: FBT001 - a case
) -> None:
    seen = looked_at(window, View(), language, scale, story=story)

    dates = [it for it in seen.shapes if isinstance(it, TextLine) and it.id.startswith("axis:")]
    assert dates
    for line in dates:
        left = line.x - line.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor]
        assert 0 <= left < left + line.width <= seen.width
