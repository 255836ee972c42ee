"""The grid of a lineage: rows by date and depth, columns by branch, names on the free sides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from explainer.deck import Deck
from explainer.layout.columns import Columns
from explainer.lineage import Lineage, lineage
from explainer.schema import ModelId

Side = Literal["left", "right"]
_CLOSEST = 6.0
"""The largest zoom of a lineage that can be read as a whole: a station fills the view."""
_COLUMNS, _ROWS = 8, 16
"""Of such a lineage, at most."""


class Place(Struct, frozen=True):
    """A station on the grid."""

    row: int
    """From the top."""
    column: int
    """From the left."""
    side: Side
    """Where its name stands."""


class Row(Struct, frozen=True):
    """A level of the time axis."""

    date: str
    """ISO day, month or year on which its models begin."""
    models: tuple[ModelId, ...]
    span: str
    """The date as its first model has it, an interval perhaps."""


class Layout(Struct, frozen=True, eq=False):
    """The grid of a lineage."""

    places: Mapping[ModelId, Place]
    rows: tuple[Row, ...]
    columns: int
    strands: Mapping[str, int]
    """By link of the drawn readings: the column down which it runs.

    None where it goes through another station of its parent's column.
    """
    passes: Mapping[int, frozenset[int]]
    """By row: the columns where a station stands or a strand of the drawn readings runs by."""


@lru_cache(maxsize=8)
def layout(deck: Deck) -> Layout:
    """Return the grid of `deck`'s lineage; the same on every run."""
    drawn = lineage(deck)
    rows = _rows(deck, drawn)
    row_of = {model: number for number, row in enumerate(rows) for model in row.models}
    columns = Columns(deck, drawn, row_of)
    numbers = columns.stations
    passes = _passes(drawn, row_of, columns, len(rows))
    places = {
        model: Place(row, numbers[model], _side(deck, drawn, model, numbers, passes, row))
        for model, row in row_of.items()
    }
    return Layout(places, rows, columns.count, columns.strands, passes)


def closest_zoom(deck: Deck) -> float:
    """Return the largest zoom: the more there is, the nearer one has to come to read a name."""
    grid = layout(deck)
    return _CLOSEST * max(1.0, grid.columns / _COLUMNS, len(grid.rows) / _ROWS)


def start_of(date: str) -> str:
    """Return the day, month or year on which `date` (also an interval) begins."""
    return date.partition("/")[0]


def _rows(deck: Deck, drawn: Lineage) -> tuple[Row, ...]:
    """One row per date and depth: a child of its parent's date stands one row lower."""
    keys: dict[ModelId, tuple[str, int]] = {}
    for model, parents in drawn.parents.items():
        date, depth = start_of(deck.models[model].date), 0
        for parent in parents:
            above = keys[parent]
            if above[0] >= date:
                date, depth = above[0], max(depth if above[0] == date else 0, above[1] + 1)
        keys[model] = (date, depth)
    rank = {model: place for place, model in enumerate(deck.models)}
    rows: list[Row] = []
    for key in sorted(set(keys.values())):
        models = sorted((m for m, own in keys.items() if own == key), key=rank.__getitem__)
        spans = (deck.models[model].date for model in models)
        own = (span for span in spans if start_of(span) == key[0])
        rows.append(Row(key[0], tuple(models), next(own, key[0])))
    return tuple(rows)


def _passes(
    drawn: Lineage, row_of: Mapping[ModelId, int], columns: Columns, rows: int
) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = {row: set() for row in range(rows)}
    for model, row in row_of.items():
        found[row].add(columns.stations[model])
    for link in drawn.links:
        if link.id in columns.strands:
            for row in range(row_of[link.parent] + 1, row_of[link.child]):
                found[row].add(columns.strands[link.id])
    return {row: frozenset(columns) for row, columns in found.items()}


def _side(  # noqa: PLR0913 - all of them describe the one station
    deck: Deck,
    drawn: Lineage,
    model: ModelId,
    columns: Mapping[ModelId, int],
    passes: Mapping[int, frozenset[int]],
    row: int,
) -> Side:
    """Names stand on the outer side; on the inner one where only that is free."""
    column = columns[model]
    busy_left = any(other < column for other in passes[row])
    busy_right = any(other > column for other in passes[row])
    outer = _outer_side(deck, drawn, model)
    if outer == "left":
        return "right" if busy_left and not busy_right else _less_crowded(outer, busy_left)
    return "left" if busy_right and not busy_left else _less_crowded(outer, busy_right)


def _less_crowded(outer: Side, busy: bool) -> Side:  # noqa: FBT001 - a fact about the outer side
    if not busy:
        return outer
    return "right" if outer == "left" else "left"


def _outer_side(deck: Deck, drawn: Lineage, model: ModelId) -> Side:
    branches = [branch.id for branch in deck.branches]
    named = deck.models[model].branch
    if named not in branches:
        return "right"
    middle = (len(branches) - 1) / 2
    place = branches.index(named)
    if place == middle:
        return "left" if drawn.parents[model] else "right"
    return "left" if place < middle else "right"
