"""The grid of a lineage: rows by date and depth, columns by branch, the same on every run."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from pathlib import Path

import msgspec
from decks import deck
from hypothesis import given
from hypothesis import strategies as st
from lineages import SEVERAL, Kind, kinds, lineage_deck, with_leaf
from msgspec.structs import replace

from explainer.deck import Deck
from explainer.layout import layout, start_of
from explainer.lineage import lineage
from explainer.schema import BranchId, ModelId


def rows(line: str) -> list[tuple[str, ...]]:
    return [row.models for row in layout(deck(line)).rows]


def test_models_of_one_date_share_a_row() -> None:
    assert rows("a@2020 > b@2021, a > c@2021") == [("a",), ("b", "c")]


def test_a_child_of_its_parents_date_stands_one_row_lower() -> None:
    assert rows("a@2020 > b@2021-07, b > c@2021-07") == [("a",), ("b",), ("c",)]


def test_a_child_dated_before_its_parent_stands_below_it() -> None:
    assert rows("a@2021-07 > b@2021-03") == [("a",), ("b",)]


def test_a_row_has_the_date_on_which_its_models_begin() -> None:
    grid = layout(deck("a@2020-07 > b@2022-04/2022-07"))

    assert [(row.date, row.span) for row in grid.rows] == [
        ("2020-07", "2020-07"),
        ("2022-04", "2022-04/2022-07"),
    ]


def test_a_row_says_no_date_before_the_one_above() -> None:
    grid = layout(deck("a@2021-07 > b@2021-03"))

    assert [row.span for row in grid.rows] == ["2021-07", "2021-07"]


def test_an_only_child_stays_in_the_column_of_its_parent() -> None:
    places = layout(deck("a > b, b > c")).places

    assert {place.column for place in places.values()} == {0}


def test_a_second_child_gets_a_column_of_its_own() -> None:
    places = layout(deck("a > b, a > c")).places

    assert places[ModelId("b")].column != places[ModelId("c")].column


BRANCHES = """branches:
  - {id: left, name: {en: Left, zh: 左}}
  - {id: middle, name: {en: Middle, zh: 中}}
  - {id: right, name: {en: Right, zh: 右}}
"""


@given(kinds())
@SEVERAL
def test_branches_stand_from_left_to_right_in_the_order_of_the_deck(kind: Kind) -> None:
    made = lineage_deck(kind)
    places = layout(made).places
    order = [branch.id for branch in made.branches]
    branch_of = {
        place.column: order.index(made.models[model].branch)
        for model, place in places.items()
        if made.models[model].branch
    }

    assert sorted(branch_of) == sorted(branch_of, key=lambda column: (branch_of[column], column))


@given(kinds(most=60))
@SEVERAL
def test_children_stand_in_lower_rows_than_their_parents(kind: Kind) -> None:
    made = lineage_deck(kind)
    places = layout(made).places

    for child, parents in lineage(made).parents.items():
        assert all(places[parent].row < places[child].row for parent in parents)


@given(kinds(most=60))
@SEVERAL
def test_there_is_one_row_for_each_date_and_depth(kind: Kind) -> None:
    made = lineage_deck(kind)
    grid, parents = layout(made), lineage(made).parents
    row_of = {model: number for number, row in enumerate(grid.rows) for model in row.models}

    for number, row in enumerate(grid.rows):
        above = {start_of(grid.rows[row_of[p]].date) for m in row.models for p in parents[m]}
        deeper = number > 0 and grid.rows[number - 1].date == row.date
        assert deeper == (row.date in above)
        assert len({start_of(made.models[model].date) for model in row.models} - above) <= 1
    assert [row.date for row in grid.rows] == sorted(row.date for row in grid.rows)


@given(kinds(most=60))
@SEVERAL
def test_no_two_models_stand_in_one_place(kind: Kind) -> None:
    places = layout(lineage_deck(kind)).places

    assert len({(place.row, place.column) for place in places.values()}) == len(places)


@given(kinds(most=60))
@SEVERAL
def test_no_strand_runs_down_where_a_station_stands(kind: Kind) -> None:
    made = lineage_deck(kind)
    grid = layout(made)
    taken = {(place.row, place.column) for place in grid.places.values()}

    for link in lineage(made).links:
        if link.id in grid.strands:
            above, below = grid.places[link.parent].row, grid.places[link.child].row
            column = grid.strands[link.id]
            assert not {(row, column) for row in range(above + 1, below)} & taken


@given(kinds(most=60))
@SEVERAL
def test_every_strand_has_a_column_or_leads_through_a_station_of_its_parents(kind: Kind) -> None:
    made = lineage_deck(kind)
    grid, drawn = layout(made), lineage(made)

    for link in drawn.links:
        if link.parent and link.id not in grid.strands:
            assert any(
                grid.places[model].column == grid.places[link.parent].column
                and link.child in drawn.below[model]
                for model in drawn.children[link.parent]
            )


@given(kinds(), st.integers(0, 99), st.sampled_from(("2019-12", "2020-06", "2021-01", "2030-01")))
@SEVERAL
def test_a_new_leaf_changes_the_order_of_no_others(kind: Kind, parent: int, date: str) -> None:
    before = lineage_deck(kind)
    models = list(before.models)
    after = with_leaf(before, models[parent % len(models)], date)

    old, new = layout(before).places, layout(after).places
    for one, other in combinations(models, 2):
        assert _sign(old[one].row - old[other].row) == _sign(new[one].row - new[other].row)
        across = _sign(old[one].column - old[other].column)
        assert across == _sign(new[one].column - new[other].column)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def grid_text(made: Deck) -> str:
    grid = layout(made)
    return repr(
        (sorted(grid.places.items()), grid.rows, grid.columns, sorted(grid.strands.items()))
    )


def test_the_grid_is_the_same_in_every_process() -> None:
    kind = Kind(models=60, branches=3, merges=0.4, seed=7)
    code = (
        "import lineages, test_layout;"
        f"print(test_layout.grid_text(lineages.lineage_deck(lineages.{kind!r})))"
    )
    here = Path(__file__).parent

    texts = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": f"{here.parent}:{here}", "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }

    assert texts == {grid_text(lineage_deck(kind)) + "\n"}


def test_a_lineage_is_drawn_without_networkx() -> None:
    code = (
        "import sys, lineages; from explainer.layout import layout;"
        "layout(lineages.lineage_deck(lineages.Kind())); print('networkx' in sys.modules)"
    )
    here = Path(__file__).parent

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": f"{here.parent}:{here}"},
    )

    assert done.stdout == "False\n"


def test_names_stand_on_the_outer_sides() -> None:
    made = deck("a@2020 > b@2021, a > c@2021", BRANCHES)
    models = {
        model.id: msgspec.structs.replace(model, branch=BranchId(branch))
        for model, branch in zip(made.models.values(), ("middle", "left", "right"), strict=True)
    }

    places = layout(replace(made, models=models)).places

    assert [(places[ModelId(name)].column, places[ModelId(name)].side) for name in "abc"] == [
        (1, "right"),
        (0, "left"),
        (2, "right"),
    ]
