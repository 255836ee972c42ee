"""The gaps between rows as channels: which strands run level there, and how high or low.

What leaves the row above turns in storeys below it; what enters the row below turns above it.
Where two bundles would run over one another, the second runs farther from its row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from explainer.layout import Layout
from explainer.lineage import Lineage, Link
from explainer.placement.scale import Scale
from explainer.schema import MethodId, ModelId

_BETWEEN = 0.7
"""Strand widths between two bundles that run level one above the other."""


class Bend(Struct, frozen=True):
    """A strand that changes its column in a gap."""

    link: Link
    gap: int
    """The row above."""
    kind: Literal["fork", "merge"]
    """It turns below its parent, or above its child."""
    start: float
    """Across, like `end`: a column, or px."""
    end: float

    @property
    def owner(self) -> ModelId:
        """The station beside whose row it turns."""
        return self.link.parent if self.kind == "fork" else self.link.child


class Channel(Struct, frozen=True):
    """One gap: how far from their rows its level runs are, px."""

    forks: Mapping[str, float]
    """By link: the centre of its run below the row above."""
    merges: Mapping[ModelId, float]
    """By child: the centre of the run above the row below."""
    foot: float
    """How far the forks reach down; 0 where there are none."""
    head: float
    """How far the merges reach up; 0 where there are none."""


class Spread(Struct, frozen=True):
    """How far a bundle reaches from its centre line, px."""

    left: float
    right: float

    def above(self, bend: Bend) -> float:
        """Return how far it reaches up where it runs level: on the way right, right is on top."""
        return self.right if bend.end > bend.start else self.left

    def below(self, bend: Bend) -> float:
        """Return how far it reaches down where it runs level."""
        return self.left if bend.end > bend.start else self.right


Spreads = Mapping[str, Spread]
"""By link."""


def spreads(drawn: Lineage, lanes: Mapping[MethodId, int], scale: Scale) -> dict[str, Spread]:
    """Return how far the outer lanes of each link are from its centre line."""
    found: dict[str, Spread] = {}
    for link in drawn.links:
        offsets = [lanes[method] * scale.pitch for method in link.carried] or [0.0]
        found[link.id] = Spread(-min(offsets), max(offsets))
    return found


def grid_bends(drawn: Lineage, grid: Layout) -> list[Bend]:
    """Return the bends of the readings that the grid was made for, across in columns."""
    found: list[Bend] = []
    for link in drawn.links:
        if link.id in grid.strands:
            above, below = grid.places[link.parent], grid.places[link.child]
            tracks = (above.column, grid.strands[link.id], below.column)
            found.extend(bends(link, above.row, below.row, *tracks))
    return found


def bends(  # noqa: PLR0913 - where a strand begins, runs and ends
    link: Link, above: int, below: int, start: float, track: float, end: float
) -> list[Bend]:
    """Return the bends of a strand from `start` in the row `above` down `track` to `end`."""
    found: list[Bend] = []
    if start != track:
        found.append(Bend(link, above, "fork", start, track))
    if track != end:
        found.append(Bend(link, below - 1, "merge", track, end))
    return found


def storeys(group: Iterable[Bend]) -> list[Bend]:
    """Return the forks of one parent from the highest to the lowest.

    Those that go left come first, the farthest highest, then those that go right: so each run
    passes over the tracks of the others before they begin.
    """
    return sorted(
        group, key=lambda bend: (bend.end > bend.start, -abs(bend.end - bend.start), bend.link.id)
    )


def channel(
    scale: Scale, spread: Spreads, found: Sequence[Bend], floors: Mapping[ModelId, float]
) -> Channel:
    """Return the levels in one gap whose bends are `found`.

    `floors` says how far above a child its run must stay, for the badge below it.
    """
    forks: dict[str, float] = {}
    merges: dict[ModelId, float] = {}
    half = scale.strand / 2
    runs: list[tuple[float, float, float]] = []
    for group in _groups(found, "fork"):
        levels = _fork_depths(scale, spread, group)
        first, last = levels[0], levels[-1]
        left, right = _extent(group)
        near = min(depth - spread[bend.link.id].above(bend) for bend, depth in levels) - half
        shift = _shift(runs, left, right, near, scale)
        for bend, depth in levels:
            forks[bend.link.id] = depth + shift
        far = max(depth + spread[bend.link.id].below(bend) for bend, depth in (first, last))
        runs.append((left, right, far + shift + half))
    foot = max((reach for _, _, reach in runs), default=0.0)
    runs = []
    for group in _lowest_first(_groups(found, "merge")):
        up = max(spread[bend.link.id].above(bend) for bend in group) + half
        low = max(spread[bend.link.id].below(bend) for bend in group) + half
        left, right = _extent(group)
        floor = max(scale.head + scale.strand * 0.5, floors.get(group[0].owner, 0.0))
        height = max(scale.radius * 1.1 + scale.half_height, floor + low)
        height += _shift(runs, left, right, height - low, scale)
        merges[group[0].owner] = height
        runs.append((left, right, height + up))
    head = max((reach for _, _, reach in runs), default=0.0)
    return Channel(forks, merges, foot, head)


def _groups(found: Iterable[Bend], kind: Literal["fork", "merge"]) -> list[list[Bend]]:
    """Return the bends of each parent, or of each child, from the left."""
    groups: dict[ModelId, list[Bend]] = {}
    for bend in found:
        if bend.kind == kind:
            groups.setdefault(bend.owner, []).append(bend)
    return sorted(groups.values(), key=_extent)


def _lowest_first(groups: list[list[Bend]]) -> Iterator[list[Bend]]:
    """Yield the runs into children so that each leaves a column above where others enter it.

    A parent's strand may turn away in the gap in which others join its straight child.
    """
    waiting = list(groups)
    while waiting:
        below = [
            group
            for group in waiting
            if not any(
                bend.start == other[0].end
                for bend in group
                for other in waiting
                if other is not group
            )
        ]
        chosen = (below or waiting)[0]
        waiting.remove(chosen)
        yield chosen


def _extent(group: Iterable[Bend]) -> tuple[float, float]:
    ends = [end for bend in group for end in (bend.start, bend.end)]
    return min(ends), max(ends)


def _shift(
    runs: Iterable[tuple[float, float, float]], left: float, right: float, near: float, scale: Scale
) -> float:
    """Return how much farther from its row a run must be to clear those that it would meet."""
    far = [reach for start, end, reach in runs if start <= right and left <= end]
    return max(0.0, max(far, default=0.0) + _BETWEEN * scale.strand - near) if far else 0.0


def _fork_depths(scale: Scale, spread: Spreads, group: Sequence[Bend]) -> list[tuple[Bend, float]]:
    """Return how far below a parent each of its forks turns, px, the highest first.

    A single lane cannot braid, so its children share one run; a bundle forks in storeys.
    """
    least = max(scale.radius + 0.5 * scale.strand, scale.name_foot + 0.7 * scale.strand)
    levels: list[tuple[Bend, float]] = []
    for bend in storeys(group):
        own = spread[bend.link.id]
        depth = least + own.above(bend)
        if levels and len(bend.link.carried) > 1:
            last, level = levels[-1]
            between = scale.pitch + _BETWEEN * scale.strand
            depth = level + spread[last.link.id].below(last) + own.above(bend) + between
        levels.append((bend, depth))
    return levels
