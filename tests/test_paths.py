"""Rounded right-angled ways, and the lanes beside their centre."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.paths import Corner, Straight, Way, way
from explainer.picture import ArcTo, LineTo, MoveTo

DOWN = [(0.0, 0.0), (0.0, 100.0)]
STEPS = [(0.0, 0.0), (0.0, 50.0), (80.0, 50.0), (80.0, 120.0)]


def test_a_straight_way_is_as_long_as_it_looks() -> None:
    assert way(DOWN, 10).length == 100


def test_a_corner_saves_the_way_around_it() -> None:
    turns = 2
    saved = turns * (2 * 10 - math.pi / 2 * 10)

    assert way(STEPS, 10).length == pytest.approx(50 + 80 + 70 - saved)


def test_a_way_begins_and_ends_where_its_corners_do() -> None:
    made = way(STEPS, 10)

    assert made.at(0) == STEPS[0]
    assert made.at(made.length) == pytest.approx(STEPS[-1])


def test_a_way_runs_straight_through_points_in_line() -> None:
    made = way([(0, 0), (0, 30), (0, 60)], 10)

    assert made.parts == (Straight((0, 0), (0.0, 1.0), 60.0),)


def test_repeated_points_are_one() -> None:
    assert way([(0, 0), (0, 0), (0, 60)], 10).length == 60


def test_a_way_of_one_point_has_no_length() -> None:
    made = way([(5, 5)], 10)

    assert (made.length, made.at(0)) == (0, (5, 5))


def test_a_corner_takes_at_most_half_of_a_short_run() -> None:
    made = way([(0, 0), (0, 100), (10, 100), (10, 200)], 30)

    assert [part.radius for part in made.parts if isinstance(part, Corner)] == [5, 5]


def test_a_lane_keeps_its_distance_on_straight_runs() -> None:
    made = way(DOWN, 10)

    assert made.at(50, 4) == (4, 50)
    assert made.at(50, -4) == (-4, 50)


@given(st.floats(0, 1), st.floats(-8, 8))
def test_a_lane_keeps_its_distance_in_corners_too(share: float, offset: float) -> None:
    made = way(STEPS, 10)
    (x, y), (lane_x, lane_y) = made.at(made.length * share), made.at(made.length * share, offset)

    assert math.dist((x, y), (lane_x, lane_y)) == pytest.approx(abs(offset), abs=1e-6)


@given(st.floats(0, 1), st.floats(-8, 8))
def test_a_cut_is_radial(share: float, offset: float) -> None:
    made = way(STEPS, 10)
    centre, along = made.step(made.length * share)
    lane = made.at(made.length * share, offset)

    across = (lane[0] - centre[0]) * along[0] + (lane[1] - centre[1]) * along[1]
    assert across == pytest.approx(0, abs=1e-6)


def test_a_lane_inside_a_corner_that_is_too_tight_turns_on_the_spot() -> None:
    made = way([(0, 0), (0, 50), (50, 50)], 5)
    (corner,) = [part for part in made.parts if isinstance(part, Corner)]
    inside = corner.moves(0, corner.length, 20)

    assert isinstance(inside, ArcTo)
    assert 0 < inside.radius < 0.1


@given(st.floats(0, 200), st.floats(0, 200))
def test_a_piece_is_drawn_from_its_start_to_its_end(one: float, other: float) -> None:
    made = way(STEPS, 10)
    start, end = sorted((one, other))
    moves = made.moves(start, end)
    if min(end, made.length) <= start:
        assert moves == ()
        return

    first, *rest = moves
    assert (first.x, first.y) == pytest.approx(made.at(start))  # type: ignore[union-attr]
    assert _end(rest[-1]) == pytest.approx(made.at(min(end, made.length)), abs=1e-6)


def test_a_whole_way_is_one_stroke() -> None:
    moves = way(STEPS, 10).whole()

    assert isinstance(moves[0], MoveTo)
    assert [type(move) for move in moves[1:]] == [LineTo, ArcTo, LineTo, ArcTo, LineTo]


def test_beyond_its_ends_a_way_stands_still() -> None:
    made = way(DOWN, 10)

    assert (made.at(-5), made.at(500)) == ((0, 0), (0, 100))
    assert isinstance(made, Way)


def _end(move: object) -> tuple[float, float]:
    match move:
        case LineTo(x=x, y=y):
            return x, y
        case ArcTo(cx=cx, cy=cy, radius=radius, start=start, sweep=sweep):
            angle = math.radians(start + sweep)
            return cx + radius * math.cos(angle), cy + radius * math.sin(angle)
    raise TypeError(move)
