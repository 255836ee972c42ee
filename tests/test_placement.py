"""Stations in px: the box grows rather than that anything overlaps, and nothing moves."""

from __future__ import annotations

import pytest
from decks import deck
from hypothesis import given
from lineages import SEVERAL, Kind, kinds, lineage_deck
from maps import RULER, SLIDE, TOUCH, slide_map

from explainer.deck import load_embedded
from explainer.layout import layout
from explainer.lineage import lineage
from explainer.placement import Placement, lanes, placement, slide_scale, window_scale
from explainer.schema import MethodId, ModelId
from explainer.theme import text_scales


def placed(made_of: Kind, width: float = SLIDE[0], height: float = SLIDE[1]) -> Placement:
    made = lineage_deck(made_of)
    return placement(made, slide_scale(1920, 1080, len(layout(made).rows)), width, height, RULER)


@given(kinds(most=60))
@SEVERAL
def test_children_stand_below_their_parents(kind: Kind) -> None:
    where, parents = placed(kind), lineage(lineage_deck(kind)).parents

    assert all(where.y(above) < where.y(child) for child in parents for above in parents[child])


@given(kinds(most=60))
@SEVERAL
def test_no_station_or_name_lies_on_another(kind: Kind) -> None:
    assert slide_map(lineage_deck(kind)).overlaps() == []


@given(kinds(most=60))
@SEVERAL
def test_no_station_or_name_leaves_the_box(kind: Kind) -> None:
    drawn = slide_map(lineage_deck(kind))

    for model in drawn.drawn.parents:
        for rect in (drawn.capsule(model), drawn.name(model)):
            assert drawn.placed.axis <= rect.left
            assert rect.right <= drawn.placed.width
            assert rect.top >= 0
            assert rect.bottom <= drawn.placed.height


@given(kinds(most=60))
@SEVERAL
def test_no_name_stands_on_a_canvas_where_the_dates_of_the_axis_are(kind: Kind) -> None:
    made = lineage_deck(kind)
    drawn = slide_map(made, scale=window_scale(1258, 860))

    assert drawn.overlaps() == []
    assert all(drawn.placed.axis <= drawn.name(model).left for model in drawn.drawn.parents)


@pytest.mark.parametrize("width, height", [(416, 422), (644, 552), (942, 636), (1258, 860)])
def test_larger_words_keep_every_station_and_name_apart(width: int, height: int) -> None:
    made = load_embedded()
    for text_scale in text_scales():
        scale = window_scale(width, height, text_scale)
        drawn = slide_map(made, scale=scale, size=(width, height))

        assert drawn.overlaps() == []
        assert scale.name >= window_scale(width, height, 0.8).name


def test_words_of_a_canvas_grow_as_far_as_there_is_room() -> None:
    roomy = [window_scale(1258, 860, text_scale).name for text_scale in text_scales()]
    small = [window_scale(644, 552, text_scale).name for text_scale in text_scales()]

    assert roomy == sorted(roomy)
    assert roomy[-1] > 1.3 * roomy[2]
    assert small[-1] == small[2]


def test_a_small_lineage_fills_the_box_that_is_given() -> None:
    where = placement(deck("a > b"), slide_scale(1920, 1080, 2), *SLIDE, RULER)

    assert (where.width, where.height) == SLIDE


def test_a_box_that_is_too_small_grows_in_its_own_ratio() -> None:
    kind = Kind(models=60, shape="chain")

    where = placed(kind)

    assert where.height > SLIDE[1]
    assert where.width / where.height == pytest.approx(SLIDE[0] / SLIDE[1])


@pytest.mark.parametrize("seed", range(6))
def test_stations_have_the_same_relative_place_on_slides_of_any_size(seed: int) -> None:
    made = lineage_deck(Kind(models=20, branches=3, seed=seed))
    rows = len(layout(made).rows)
    small = placement(made, slide_scale(1920, 1080, rows), *SLIDE, RULER)
    large = placement(made, slide_scale(3840, 2160, rows), 2 * SLIDE[0], 2 * SLIDE[1], RULER)

    for model in made.models:
        across = (small.x(model) / small.width, large.x(model) / large.width)
        down = (small.y(model) / small.height, large.y(model) / large.height)
        assert across[0] == pytest.approx(across[1])
        assert down[0] == pytest.approx(down[1])


def test_the_axis_gives_way_where_names_need_its_room() -> None:
    made = deck("a-model-with-quite-a-long-name > another-model-with-a-long-name")
    scale = slide_scale(1920, 1080, 2)

    assert placement(made, scale, 1700, 800, RULER).axis > 0
    assert placement(made, scale, 760, 800, RULER).axis == 0


@given(kinds(most=60))
@SEVERAL
def test_a_station_spans_exactly_the_lanes_it_carries(kind: Kind) -> None:
    drawn = slide_map(lineage_deck(kind))
    pitch, overhang = drawn.placed.scale.pitch, drawn.placed.scale.half_height

    for model, strands in drawn.drawn.strands.items():
        offsets = [drawn.placed.lanes[method] * pitch for method in strands] or [0.0]
        left, right = drawn.placed.reach(strands)
        assert left == pytest.approx(min(offsets) - overhang)
        assert right == pytest.approx(max(offsets) + overhang)
        capsule = drawn.capsule(model)
        assert capsule.right - capsule.left == pytest.approx(right - left, abs=3 * TOUCH)


def test_lanes_follow_the_order_of_the_deck_about_the_strand_that_begins_first() -> None:
    made = deck("a > b")

    assert lanes(made) == {
        MethodId("pretraining"): 0,
        MethodId("code"): 1,
        MethodId("instruction"): 2,
        MethodId("rlhf"): 3,
    }


def test_a_deck_of_one_model_has_a_place_for_it() -> None:
    where = placement(deck("alone"), slide_scale(1920, 1080, 1), *SLIDE, RULER)

    assert 0 < where.x(ModelId("alone")) < where.width
    assert 0 < where.y(ModelId("alone")) < where.height


@pytest.mark.parametrize(
    "kind",
    [
        Kind(models=200, branches=4, seed=1),
        Kind(models=200, shape="chain", merges=0.4, seed=2),
        Kind(models=200, shape="star", methods=1, branches=2, seed=3),
        Kind(models=200, months=1, branches=3, merges=0.5, seed=4),
    ],
    ids=lambda kind: f"{kind.shape} over {kind.months} months",
)
def test_two_hundred_models_have_room(kind: Kind) -> None:
    drawn = slide_map(lineage_deck(kind))

    assert drawn.overlaps() == []
    assert drawn.crossed() == []
