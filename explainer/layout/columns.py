"""Which column each station stands in, and down which column each strand runs.

A column is a track from the head of the map to its foot. In one row, or in one gap between two
rows, it belongs to one station or one strand; strands of one parent may share the way down from
it, and those of one child the way into it.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from math import inf

from msgspec import Struct

from explainer.deck import Deck
from explainer.lineage import Lineage
from explainer.schema import BranchId, ModelId

_HALF = 0.5
"""Rows are whole numbers; the gap below row 3 is 3.5."""


class _Use(Struct, frozen=True):
    """A part of a column that is taken, from one row or gap to another, both included."""

    top: float
    bottom: float
    owner: ModelId
    """The station that stands there, or the parent of the strand that runs by."""
    station: bool


class _Track(Struct, eq=False):
    uses: list[_Use] = []


class Columns:
    """Gives the models their columns in the order of the file, parents first.

    So a model that is added last changes the order of no others.
    """

    def __init__(self, deck: Deck, drawn: Lineage, row_of: Mapping[ModelId, int]) -> None:
        self._deck = deck
        self._drawn = drawn
        self._row_of = row_of
        self._last_parent: dict[ModelId, float] = {
            model: max((row_of[it] for it in parents), default=inf)
            for model, parents in drawn.parents.items()
        }
        """The lowest row of a model's parents; endlessly far down where it has none."""
        self._branches = [branch.id for branch in deck.branches] or [BranchId("")]
        self._tracks: list[list[_Track]] = [[] for _ in self._branches]
        self._at: dict[ModelId, tuple[int, _Track]] = {}
        self._ways: dict[str, _Track] = {}
        for model in _in_file_order(deck, drawn):
            self._take(model)
        order = [track for tracks in self._tracks for track in tracks]
        number = {id(track): place for place, track in enumerate(order)}
        self.count = len(order)
        self.stations: dict[ModelId, int] = {
            model: number[id(track)] for model, (_, track) in self._at.items()
        }
        """The column of each model, counted from the left."""
        self.strands: dict[str, int] = {
            link: number[id(track)] for link, track in self._ways.items()
        }
        """By link (`parent>child`): the column down which it runs.

        None where it leads through another station of the parent's column.
        """

    def _take(self, model: ModelId) -> None:
        branch = self._branch(model)
        for track in self._preferred(model, branch):
            if self._may_stand(model, track):
                ways = self._planned(model, track, branch, may_add=False)
                if ways is not None:
                    break
        else:
            track = _Track()
            self._tracks[branch].append(track)
            ways = self._planned(model, track, branch, may_add=True) or {}
        row = self._row_of[model]
        track.uses.append(_Use(row - _HALF, row + _HALF, model, station=True))
        self._at[model] = (branch, track)
        for parent, way in ways.items():
            span = self._row_of[parent] + _HALF, row - _HALF
            way.uses.append(_Use(*span, parent, station=False))
            self._ways[f"{parent}>{model}"] = way

    def _branch(self, model: ModelId) -> int:
        named = self._deck.models[model].branch
        if named in self._branches:
            return self._branches.index(named)
        parents = self._drawn.parents[model]
        return self._at[parents[0]][0] if parents else len(self._branches) // 2

    def _preferred(self, model: ModelId, branch: int) -> list[_Track]:
        """A parent's own track first, then the branch's tracks from the outside."""
        tracks = list(self._tracks[branch])
        own = [self._at[parent][1] for parent in self._drawn.parents[model]]
        if not self._deck.branches and own:
            near = tracks.index(own[0])
            tracks.sort(key=lambda track: abs(self._tracks[branch].index(track) - near))
        elif branch > (len(self._branches) - 1) / 2:
            tracks.reverse()
        return [track for track in own if track in tracks] + tracks

    def _may_stand(self, model: ModelId, track: _Track) -> bool:
        row = self._row_of[model]
        # What comes down from a parent in this column may end in the gap above or go on.
        down_here = [p for p in self._drawn.parents[model] if self._at[p][1] is track]
        for use in track.uses:
            if use.owner in down_here and use.bottom <= row - _HALF:
                continue
            if use.station and self._row_of[use.owner] != row:
                if not self._are_apart(model, use.owner):
                    return False
            elif use.top <= row + _HALF and row - _HALF <= use.bottom:
                return False
        return True

    def _are_apart(self, one: ModelId, other: ModelId) -> bool:
        """Return whether two that are no family may stand in one column.

        What leaves the upper one and what enters the lower one must not meet. A parent of the lower
        one that stands between keeps them apart, however many rows there are.
        """
        # A large lineage asks this of every pair in a column.
        rows = self._row_of
        upper, lower = (one, other) if rows[one] <= rows[other] else (other, one)
        return self._last_parent[lower] > rows[upper]

    def _planned(
        self, model: ModelId, track: _Track, branch: int, *, may_add: bool
    ) -> dict[ModelId, _Track] | None:
        """Return the track of the strand from each parent to `model`, which stands in `track`.

        Without new tracks, None where one finds no way.
        """
        parents = self._drawn.parents[model]
        ways: dict[ModelId, _Track] = {}
        for parent in sorted(parents, key=lambda parent: self._at[parent][1] is not track):
            if self._goes_through(parent, model):
                continue
            tracks = self._ways_down(parent, track, alone=len(parents) == 1)
            way = next((each for each in tracks if self._is_free(parent, model, each, ways)), None)
            if way is None and may_add:
                way = _Track()
                self._tracks[branch].append(way)
            if way is None:
                return None
            ways[parent] = way
        return ways

    def _goes_through(self, parent: ModelId, model: ModelId) -> bool:
        """Return whether a child in the parent's own column leads to `model` itself."""
        own = self._at[parent][1]
        return any(
            child in self._at
            and self._at[child][1] is own
            and self._row_of[child] < self._row_of[model]
            and model in self._drawn.below[child]
            for child in self._drawn.children[parent]
        )

    def _ways_down(self, parent: ModelId, track: _Track, *, alone: bool) -> Iterator[_Track]:
        """Yield where a strand may run down: straight; else turning once; else beside both."""
        own = self._at[parent][1]
        if alone:
            yield track
            return
        yield own
        if track is not own:
            yield track
        every = [each for tracks in self._tracks for each in tracks]
        place = {id(each): number for number, each in enumerate(every)}
        start = place[id(own)]
        end = place.get(id(track), start)
        yield from sorted(
            every, key=lambda each: abs(place[id(each)] - start) + abs(place[id(each)] - end)
        )

    def _is_free(
        self, parent: ModelId, model: ModelId, way: _Track, ways: Mapping[ModelId, _Track]
    ) -> bool:
        top, bottom = self._row_of[parent] + _HALF, self._row_of[model] - _HALF
        is_own = way is self._at[parent][1]
        return way not in ways.values() and all(
            use.bottom < top or bottom < use.top or (is_own and use.owner == parent)
            for use in way.uses
        )


def _in_file_order(deck: Deck, drawn: Lineage) -> Iterator[ModelId]:
    """Yield the models in the order of the file, but none before its parents."""
    rank = {model: place for place, model in enumerate(deck.models)}
    names = list(rank)
    missing = {model: len(parents) for model, parents in drawn.parents.items()}
    ready = [rank[model] for model, count in missing.items() if not count]
    heapq.heapify(ready)
    while ready:
        model = names[heapq.heappop(ready)]
        yield model
        for child in drawn.children[model]:
            missing[child] -= 1
            if not missing[child]:
                heapq.heappush(ready, rank[child])
