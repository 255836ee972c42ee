"""Where each model stands on the map's grid: rows by date and depth, columns by branch.

Free of any size: `placement.py` turns the grid into lengths. Only the drawn readings count, so
another reading re-routes strands while every station stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from explainer.deck import Deck
from explainer.lineage import Lineage, lineage
from explainer.schema import BranchId, ModelId

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Place:
    """A station on the grid."""

    row: int
    """From the top."""
    column: int
    """From the left."""
    side: Side
    """Where its name stands."""


@dataclass(frozen=True, slots=True)
class Row:
    """A level of the time axis."""

    date: str
    """ISO day, month or year on which its models begin."""
    models: tuple[ModelId, ...]
    span: str
    """Its first model's date as the deck has it, an interval perhaps."""


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The grid of a lineage."""

    places: Mapping[ModelId, Place]
    rows: tuple[Row, ...]
    columns: int
    passes: Mapping[int, frozenset[int]]
    """By row: the columns where a station stands or a strand of the drawn readings runs by."""


@lru_cache(maxsize=8)
def layout(deck: Deck) -> Layout:
    """Return the grid of `deck`'s lineage; the same on every run."""
    drawn = lineage(deck)
    rows = _rows(deck, drawn)
    row_of = {model: number for number, row in enumerate(rows) for model in row.models}
    columns = _Columns(deck, drawn, row_of)
    for row in rows:
        for model in row.models:
            columns.take(model)
    numbers = columns.numbered()
    passes = _passes(drawn, row_of, numbers, len(rows))
    places = {
        model: Place(row_of[model], numbers[model], _side(deck, drawn, model, numbers, passes, row))
        for model, row in row_of.items()
    }
    return Layout(places, rows, columns.count, passes)


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
        rows.append(Row(key[0], tuple(models), deck.models[models[0]].date))
    return tuple(rows)


@dataclass(slots=True)
class _Column:
    """A vertical track and who uses which part of it."""

    taken: list[tuple[float, float, ModelId]] = field(default_factory=list)


class _Columns:
    """Gives each model a track of its branch in which nothing else stands or runs by."""

    def __init__(self, deck: Deck, drawn: Lineage, row_of: Mapping[ModelId, int]) -> None:
        self._deck = deck
        self._drawn = drawn
        self._row_of = row_of
        self._branches = [branch.id for branch in deck.branches] or [_NO_BRANCH]
        self._tracks: list[list[_Column]] = [[] for _ in self._branches]
        self._at: dict[ModelId, tuple[int, _Column]] = {}

    @property
    def count(self) -> int:
        return sum(len(tracks) for tracks in self._tracks)

    def numbered(self) -> dict[ModelId, int]:
        """Return the column of each model, counted from the left over all branches."""
        order = {id(track): n for n, track in enumerate(t for ts in self._tracks for t in ts)}
        return {model: order[id(track)] for model, (_, track) in self._at.items()}

    def take(self, model: ModelId) -> None:
        branch = self._branch(model)
        tracks = self._tracks[branch]
        for track in self._preferred(model, branch):
            if self._is_free(track, model):
                break
        else:
            track = _Column()
            tracks.append(track)
        start, end = self._span(model, track)
        track.taken.append((start, end, model))
        self._at[model] = (branch, track)

    def _branch(self, model: ModelId) -> int:
        named = self._deck.models[model].branch
        if named in self._branches:
            return self._branches.index(named)
        parents = self._drawn.parents[model]
        return self._at[parents[0]][0] if parents else len(self._branches) // 2

    def _preferred(self, model: ModelId, branch: int) -> list[_Column]:
        """A parent's own track first, then the branch's tracks from the outside."""
        tracks = list(self._tracks[branch])
        if branch > (len(self._branches) - 1) / 2:
            tracks.reverse()
        own = [self._at[parent][1] for parent in self._drawn.parents[model]]
        return [track for track in own if any(track is each for each in tracks)] + tracks

    def _span(self, model: ModelId, track: _Column) -> tuple[float, float]:
        """Which rows `model` needs in `track`: its strand from above, and one that goes on."""
        row = self._row_of[model]
        parents = self._drawn.parents[model]
        start = float(row)
        if len(parents) == 1:
            start = self._row_of[parents[0]] + 0.5
        elif any(self._at[parent][1] is track for parent in parents):
            start = max(self._row_of[p] for p in parents if self._at[p][1] is track) + 0.5
        ends = [
            self._row_of[child] - 0.5
            for child in self._drawn.children[model]
            if len(self._drawn.parents[child]) > 1
        ]
        return start, max([float(row), *ends])

    def _is_free(self, track: _Column, model: ModelId) -> bool:
        start, end = self._span(model, track)
        return all(
            end < taken_from or taken_to < start or self._runs_through(owner, model)
            for taken_from, taken_to, owner in track.taken
        )

    def _runs_through(self, owner: ModelId, model: ModelId) -> bool:
        """`owner`'s strand may run on through `model` where it leads to the same places anyhow."""
        if owner not in self._drawn.parents[model] or self._row_of[owner] >= self._row_of[model]:
            return False
        merges = {c for c in self._drawn.children[owner] if len(self._drawn.parents[c]) > 1}
        return merges <= (self._drawn.below[model] | {model})


_NO_BRANCH = BranchId("")


def _passes(
    drawn: Lineage, row_of: Mapping[ModelId, int], columns: Mapping[ModelId, int], rows: int
) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = {row: set() for row in range(rows)}
    for model, row in row_of.items():
        found[row].add(columns[model])
    for link in drawn.links:
        if not link.parent:
            continue
        forks = len(drawn.parents[link.child]) == 1
        column = columns[link.child] if forks else columns[link.parent]
        for row in range(row_of[link.parent] + 1, row_of[link.child]):
            found[row].add(column)
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
