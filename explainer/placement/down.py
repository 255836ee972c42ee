"""How far apart rows stand: as names, turning strands and badges need, the rest shared."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from explainer.layout import Layout
from explainer.lineage import Lineage
from explainer.placement.badges import badge_floors, badge_heights, overruns
from explainer.placement.channels import Bend, Channel, Spreads, channel, grid_bends
from explainer.placement.scale import Scale
from explainer.schema import ModelId


class Down(Struct, frozen=True):
    """The rows of one grid."""

    drawn: Lineage
    grid: Layout
    spread: Spreads
    scale: Scale
    dates_above: bool
    """Dates stand above their rules: there is no axis."""

    def height(self) -> float:
        """Return the least height of the box."""
        return sum(self._gaps()) + sum(self._ends())

    def rows(self, height: float) -> tuple[float, ...]:
        """Return the rows in a box of `height`; what is left over is shared by need."""
        gaps, (top, bottom) = self._gaps(), self._ends()
        spare = max(0.0, height - sum(gaps) - top - bottom)
        total = sum(gaps) or 1.0
        ys = [top]
        for gap in gaps:
            ys.append(ys[-1] + gap + spare * gap / total)
        return tuple(ys)

    def _ends(self) -> tuple[float, float]:
        scale = self.scale
        dates = scale.name * 0.6 + scale.axis * 0.75 if self.dates_above else 0.0
        above = max(scale.name * 0.8, scale.half_height * 1.5, scale.callout * 0.6, dates)
        if any(self.grid.places[model].row == 0 for model in self._without_base()):
            above = max(above, scale.stub)
        below = max(scale.name_foot, scale.half_height * 1.7)
        return above + scale.edge, below + scale.edge

    def _without_base(self) -> list[ModelId]:
        return [link.child for link in self.drawn.links if not link.parent]

    def _gaps(self) -> list[float]:
        """Return the least height of each gap between two rows."""
        scale = self.scale
        plain = scale.name_foot + scale.name * 0.75
        gaps = [plain] * (len(self.grid.rows) - 1)
        found: dict[int, list[Bend]] = {}
        for bend in grid_bends(self.drawn, self.grid):
            found.setdefault(bend.gap, []).append(bend)
        for child, badge in badge_heights(self.drawn, scale).items():
            above = self.grid.places[child].row - 1
            if above >= 0:
                gaps[above] = max(gaps[above], scale.name_foot + scale.strand * 0.35 + badge)
        feet: dict[int, float] = {}
        for gap, turning in found.items():
            floors = badge_floors(self.drawn, self.grid, scale, gap, turning)
            levels = channel(scale, self.spread, turning, floors)
            gaps[gap] = max(gaps[gap], self._turns(gap, turning, levels, floors))
            feet[gap] = levels.foot
        for model in self._without_base():
            above = self.grid.places[model].row - 1
            if above >= 0:
                foot = max(scale.name_foot, feet.get(above, 0.0))
                gaps[above] = max(gaps[above], foot + scale.stub)
        return gaps

    def _turns(
        self, gap: int, turning: list[Bend], levels: Channel, floors: Mapping[ModelId, float]
    ) -> float:
        """Return the least height of a gap in which strands turn."""
        scale = self.scale
        over = overruns(self.drawn, self.grid, gap, turning)
        if not levels.forks:
            return scale.name_foot + scale.strand * 1.7 + levels.head
        deepest = max(levels.forks.values())
        least = [
            deepest + scale.radius + scale.half_height,
            levels.foot + scale.strand * 0.5 + max(scale.head, levels.head),
        ]
        for child, bends in over.items():
            runs = [
                levels.forks[bend.link.id] + self.spread[bend.link.id].below(bend)
                for bend in bends
                if bend.kind == "fork"
            ]
            if runs:
                least.append(max(runs) + scale.strand * 0.7 + floors[child])
        return max(least)
