"""The ways of strands: clear of names and of foreign stations, every strand in its own lane."""

from __future__ import annotations

from itertools import combinations

import pytest
from decks import deck
from hypothesis import given
from lineages import SEVERAL, Kind, kinds, lineage_deck
from maps import TOUCH, Map, slide_map
from msgspec.structs import replace

from explainer.deck import Deck
from explainer.routes import Rect, Route
from explainer.schema import Derivation, DerivationId, ModelId, Option, Reading, ReadingId, Text


def shapes(line: str) -> dict[str, str]:
    return {route.link.id: route.shape for route in slide_map(deck(line)).routes}


@given(kinds())
@SEVERAL
def test_no_strand_runs_under_a_name_or_through_a_foreign_station(kind: Kind) -> None:
    assert slide_map(lineage_deck(kind)).crossed() == []


@given(kinds())
@SEVERAL
def test_strands_run_only_down_and_across(kind: Kind) -> None:
    for route in slide_map(lineage_deck(kind)).routes:
        for (x1, y1), (x2, y2) in route.runs if route.shape != "through" else ():
            assert abs(x1 - x2) < TOUCH or abs(y1 - y2) < TOUCH
            assert y1 <= y2 + TOUCH


@given(kinds())
@SEVERAL
def test_a_strand_leads_from_the_parents_station_to_the_childs(kind: Kind) -> None:
    drawn = slide_map(lineage_deck(kind))
    where = drawn.placed

    for route in drawn.routes:
        child = (where.x(route.link.child), where.y(route.link.child))
        assert route.way.at(route.way.length) == pytest.approx(child)
        if route.link.parent:
            parent = (where.x(route.link.parent), where.y(route.link.parent))
            assert route.way.at(0) == pytest.approx(parent)


@given(kinds())
@SEVERAL
def test_bundles_of_different_families_do_not_run_over_one_another(kind: Kind) -> None:
    drawn = slide_map(lineage_deck(kind))
    level: list[tuple[Route, Rect]] = []
    upright: list[tuple[Route, Rect]] = []
    for route in drawn.routes:
        for (x1, y1), (x2, y2) in route.runs if route.shape != "through" else ():
            strips = upright if abs(x1 - x2) < abs(y1 - y2) else level
            strips.append((route, drawn.lanes(route, x1, y1, x2, y2)))

    for strips in (level, upright):
        for (one, first), (other, second) in combinations(strips, 2):
            related = one.link.parent == other.link.parent or one.link.child == other.link.child
            assert related or not first.meets(second), (one.link.id, other.link.id)


@given(kinds())
@SEVERAL
def test_a_badge_lies_on_no_station_name_or_other_badge(kind: Kind) -> None:
    drawn = slide_map(lineage_deck(kind))
    discs = [_disc(drawn, join.badge) for join in drawn.joins]

    for one, other in combinations(discs, 2):
        assert not one.meets(other)
    for disc in discs:
        for model in drawn.drawn.parents:
            assert not disc.meets(drawn.capsule(model))
            assert not disc.meets(drawn.name(model))


def _disc(drawn: Map, badge: tuple[float, float]) -> Rect:
    (x, y), radius = badge, drawn.placed.scale.badge - TOUCH
    return Rect(x - radius, y - radius, x + radius, y + radius)


@given(kinds())
@SEVERAL
def test_a_method_that_joins_ends_in_its_own_lane_at_the_station(kind: Kind) -> None:
    drawn = slide_map(lineage_deck(kind))
    where = drawn.placed

    for join in drawn.joins:
        lane = where.lanes[join.derivation.method] * where.scale.pitch
        end = (where.x(join.link.child) + lane, where.y(join.link.child))
        assert join.way.at(join.way.length) == pytest.approx(end)


@given(kinds())
@SEVERAL
def test_every_method_joins_a_model_once(kind: Kind) -> None:
    keys = [join.key for join in slide_map(lineage_deck(kind)).joins]

    assert len(set(keys)) == len(keys)


def test_an_only_child_is_reached_straight() -> None:
    assert shapes("a > b") == {"a>b": "straight"}


def test_a_second_child_forks_off_below_its_parent() -> None:
    assert shapes("a > b, a > c") == {"a>b": "straight", "a>c": "fork"}


def test_the_strands_of_several_parents_meet_above_their_child() -> None:
    assert shapes("a > b, a > c, b > d, c > d") == {
        "a>b": "straight",
        "a>c": "fork",
        "b>d": "straight",
        "c>d": "merge",
    }


def test_what_leads_through_a_child_of_the_same_column_is_not_drawn_twice() -> None:
    assert shapes("a > b, b > c, a > c")["a>c"] == "through"


def test_a_base_that_nobody_named_is_a_stub_above_the_station() -> None:
    drawn = slide_map(deck("? +code> b"))
    (route,) = drawn.routes

    assert route.shape == "stub"
    assert 0 <= route.way.at(0)[1] < drawn.placed.y(route.link.child)


def test_several_children_of_a_bundle_fork_in_storeys_from_the_farthest_down() -> None:
    drawn = slide_map(deck("a +code> b@2021, b > c@2022, b > d@2022, b > e@2022"))
    levels = {
        route.link.child: route.runs[1][0][1] for route in drawn.routes if route.shape == "fork"
    }
    ordered = sorted(levels, key=lambda child: -drawn.placed.x(child))

    assert len(levels) == 2
    assert levels[ordered[0]] < levels[ordered[1]]


def test_another_reading_goes_round_what_stands_in_its_way() -> None:
    made = disputed(deck("a@2020 > b@2021, b > c@2022, c > d@2023, b > d"), "a")
    drawn = slide_map(made, ("parent/other",))
    (route,) = [route for route in drawn.routes if route.link.id == "a>d"]

    assert route.shape == "detour"
    assert drawn.crossed() == []


def test_another_reading_may_come_from_a_model_that_stands_lower() -> None:
    made = disputed(deck("a@2020 > b@2021, a > c@2022, a > d@2021"), "c")
    drawn = slide_map(made, ("parent/other",))

    assert "c>d" in {route.link.id for route in drawn.routes}


def disputed(made: Deck, parent: str) -> Deck:
    """Return `made` with another reading in which `d` comes from `parent` alone."""
    drawn = tuple(each for each in made.derivations if each.child == "d")
    other = Derivation(
        id=DerivationId("other"), child=ModelId("d"), parent=ModelId(parent), certainty="open"
    )
    text = Text(en="so", zh="如此")
    reading = Reading(
        id=ReadingId("parent"),
        drawn="one",
        asks=text,
        options=(
            Option(id="one", says=text, derivations=drawn),
            Option(id="other", says=text, derivations=(other,)),
        ),
    )
    rest = tuple(each for each in made.derivations if each not in drawn)
    return replace(made, derivations=rest, readings={reading.id: reading})
