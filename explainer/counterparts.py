"""The models outside the lineage: which of them a view shows, and in what order they stand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from explainer.deck import Deck
from explainer.layout import layout
from explainer.schema import ModelId, View


class Entry(Struct, frozen=True):
    """One counterpart in the column of those that are shown."""

    model: ModelId
    row: float
    """Of the grid: a whole row beside a model of the lineage, else where its date leads."""
    beside: ModelId
    """The model of the lineage whose place it takes; "" where it takes none."""
    parent: ModelId
    """The counterpart above it from which it comes; "" where none is shown."""
    depth: int
    """How many of those stand above it."""


def shown_counterparts(
    deck: Deck, view: View, called: Iterable[ModelId] = (), *, few: bool = False
) -> frozenset[ModelId]:
    """Return the counterparts that `view` shows.

    With `few` they are only those that the view or its words (for `called`) name, if it names any.
    """
    if not view.counterparts:
        return frozenset()
    if few:
        named = {ModelId(word) for word in (*view.lit, *view.focus, view.select, *called)}
        named |= _at_ends(deck, named)
        found = named & deck.counterparts.keys()
        if found:
            return frozenset(found)
    return frozenset(deck.counterparts)


def lit_counterparts(deck: Deck, words: tuple[str, ...]) -> frozenset[ModelId]:
    """Return the counterparts that words of a view's `lit` or `focus` name."""
    if "all" in words:
        return frozenset(deck.counterparts)
    named = {ModelId(word.rpartition(":")[2]) for word in words}
    return frozenset((named | _at_ends(deck, named)) & deck.counterparts.keys())


def _at_ends(deck: Deck, names: Iterable[str]) -> set[ModelId]:
    """Return the ends of the derivations among `names`."""
    named = [each for each in deck.counterpart_derivations if each.id in names]
    return {end for each in named for end in (each.parent, each.child) if end}


@lru_cache(maxsize=16)
def entries(deck: Deck, shown: frozenset[ModelId]) -> tuple[Entry, ...]:
    """Return the counterparts of `shown` from the top down.

    Each stands beside the first model that it takes the place of; what takes no place stands
    above the first that comes from it, and without such a one where its date leads. Among those
    of one row the older stand above, children under their parents.
    """
    order = _Order(deck, shown)
    roots = [model for model in deck.counterparts if model in shown and not order.parent(model)]
    roots.sort(key=lambda model: (order.row(model), order.date(model)))
    return tuple(entry for root in roots for entry in order.family(root, 0))


class _Order:
    def __init__(self, deck: Deck, shown: frozenset[ModelId]) -> None:
        self.deck, self.shown = deck, shown
        self.grid = layout(deck)

    def date(self, model: ModelId) -> str:
        return self.deck.counterparts[model].date

    def beside(self, model: ModelId) -> ModelId:
        """Return the model it stands beside: of the row of the first, the one farthest right."""
        stands_for = self.deck.counterparts[model].stands_for
        places = {it: self.grid.places[it] for it in stands_for if it in self.grid.places}
        first = next(iter(places.values()), None)
        near = [it for it, place in places.items() if first and place.row == first.row]
        return max(near, key=lambda it: places[it].column, default=ModelId(""))

    def row(self, model: ModelId) -> float:
        """Return the row of the model beside it or beside its kin, else of the date of its line."""
        line = self._line_up(model)
        kin = (*line, *self._children(model), *self._children(line[-1]))
        beside = next(filter(None, map(self.beside, kin)), None)
        if beside:
            return float(self.grid.places[beside].row)
        return self._row_of_date(self.date(line[-1]))

    def _line_up(self, model: ModelId) -> list[ModelId]:
        """Return `model`, its first shown parent, that one's, and so on."""
        line = [model]
        while parents := [it for it in self._parents(line[-1]) if it not in line]:
            line.append(parents[0])
        return line

    def parent(self, model: ModelId) -> ModelId:
        """Return the shown counterpart of the same row that `model` comes from."""
        near = (it for it in self._parents(model) if self.row(it) == self.row(model))
        return next(near, ModelId(""))

    def _parents(self, model: ModelId) -> list[ModelId]:
        derivations = self.deck.counterpart_derivations
        return [it.parent for it in derivations if it.child == model and it.parent in self.shown]

    def family(self, model: ModelId, depth: int) -> list[Entry]:
        """Return `model` and, below it, all that comes from it."""
        found = [Entry(model, self.row(model), self.beside(model), self.parent(model), depth)]
        for child in self._children(model):
            if self.parent(child) == model:
                found += self.family(child, depth + 1)
        return found

    def _children(self, model: ModelId) -> list[ModelId]:
        names = {it.child for it in self.deck.counterpart_derivations if it.parent == model}
        return sorted(names & self.shown, key=lambda child: (self.date(child), child))

    def _row_of_date(self, date: str) -> float:
        """Return where a date falls between the rows, at most at the first or the last."""
        months = [_months(row.date) for row in self.grid.rows]
        wanted = _months(date)
        above = max((row for row, each in enumerate(months) if each <= wanted), default=0)
        if above + 1 >= len(months) or wanted <= months[above]:
            return float(above)
        return above + (wanted - months[above]) / (months[above + 1] - months[above])


def _months(date: str) -> float:
    """Return the months up to the beginning of an ISO day, month, year or interval."""
    year, month, day = (*date.partition("/")[0].split("-"), "1", "1")[:3]
    return int(year) * 12 + int(month) + (int(day) - 1) / 31
