"""The directed graph of models: parents, children, strands, ancestors, ways, what rests on what.

What a first paint needs is plain tuples and mappings; questions on the graph go to networkx, which
is imported only when one is asked (its import alone costs more than a whole start).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from explainer.deck import Deck
from explainer.schema import (
    CERTAINTIES,
    Certainty,
    ClaimId,
    Derivation,
    MethodId,
    ModelId,
    Reading,
)

if TYPE_CHECKING:
    import networkx as nx


class Link(Struct, frozen=True):
    """All that leads from one parent to one child, drawn as one bundle of strands."""

    parent: ModelId
    """"" for an unknown base."""
    child: ModelId
    derivations: tuple[Derivation, ...]
    carried: tuple[MethodId, ...]
    """The strands that come along, in lane order."""
    joins: tuple[Derivation, ...]
    """Those derivations that bring a method in."""

    @property
    def id(self) -> str:
        """`parent>child`, the same in every reading."""
        return f"{self.parent}>{self.child}"

    @property
    def certainty(self) -> Certainty:
        """How sure the weakest of its derivations is."""
        return least_sure(*(derivation.certainty for derivation in self.derivations))

    @property
    def descent(self) -> Certainty:
        """How sure it is that one came from the other: as sure as the firmest derivation says it.

        A method that joins on the way may be less sure; that is its own certainty.
        """
        sure = (derivation.certainty for derivation in self.derivations)
        return min(sure, key=CERTAINTIES.index)


class Lineage(Struct, frozen=True, eq=False, weakref=True):
    """The graph as one choice of readings draws it. Mappings run from ancestors to descendants."""

    parents: Mapping[ModelId, tuple[ModelId, ...]]
    children: Mapping[ModelId, tuple[ModelId, ...]]
    links: tuple[Link, ...]
    strands: Mapping[ModelId, tuple[MethodId, ...]]
    """What a model carries, in lane order."""
    below: Mapping[ModelId, frozenset[ModelId]]
    """All that descends from a model: what a layout asks at every start, so it is kept."""
    ties: tuple[Derivation, ...] = ()
    """What is no descent, between two models: an influence, a reproduction, a counterpart."""

    @property
    def roots(self) -> tuple[ModelId, ...]:
        """The models that nothing in the deck leads to."""
        return tuple(model for model, parents in self.parents.items() if not parents)


def weakest(certainties: Iterable[Certainty]) -> Certainty | None:
    """Return the least sure of `certainties`: how sure the whole is that rests on them.

    None where there is none: what rests on nothing has no certainty, and no word for it.
    """
    return max(certainties, key=CERTAINTIES.index, default=None)


def least_sure(first: Certainty, *others: Certainty) -> Certainty:
    """Return the least sure of one or more certainties."""
    return max((first, *others), key=CERTAINTIES.index)


def lineage(deck: Deck, readings: tuple[str, ...] = ()) -> Lineage:
    """Return the graph drawn with `readings` (`group/option`) in place of the default ones."""
    return _lineage(deck, tuple(sorted(set(readings))))


@lru_cache(maxsize=64)
def _lineage(deck: Deck, readings: tuple[str, ...]) -> Lineage:
    return lineage_of(deck, drawn_derivations(deck, readings))


def drawn_derivations(deck: Deck, readings: tuple[str, ...]) -> tuple[Derivation, ...]:
    """Return what is drawn: all outside the groups, and one option of each group."""
    drawn = list(deck.derivations)
    for reading in deck.readings.values():
        drawn.extend(drawn_option(reading, readings))
    rank = {model: place for place, model in enumerate(deck.models)}
    drawn.sort(key=lambda derivation: rank[derivation.child])
    return tuple(drawn)


def drawn_option(reading: Reading, readings: tuple[str, ...]) -> tuple[Derivation, ...]:
    """Return the derivations of the option of `reading` that `readings` ask for."""
    asked = next((word for word in readings if word.startswith(f"{reading.id}/")), "")
    name = asked.partition("/")[2] or reading.drawn
    return next(option.derivations for option in reading.options if option.id == name)


def lineage_of(deck: Deck, drawn: tuple[Derivation, ...]) -> Lineage:
    """Return the graph of exactly the derivations `drawn`.

    Only what descends is part of it; the rest are ties.
    """
    grouped: dict[tuple[ModelId, ModelId], list[Derivation]] = {}
    for derivation in filter(lambda it: it.is_descent, drawn):
        grouped.setdefault((derivation.child, derivation.parent), []).append(derivation)
    parents: dict[ModelId, list[ModelId]] = {model: [] for model in deck.models}
    children: dict[ModelId, list[ModelId]] = {model: [] for model in deck.models}
    for child, parent in grouped:
        if parent:
            parents[child].append(parent)
            children[parent].append(child)
    order = _parents_first(parents)
    strands: dict[ModelId, tuple[MethodId, ...]] = {}
    links: list[Link] = []
    into: dict[ModelId, list[ModelId]] = {model: [] for model in deck.models}
    for child, parent in grouped:
        into[child].append(parent)
    for model in order:
        carried: set[MethodId] = set(deck.models[model].begins)
        for parent in into[model]:
            derivations = grouped[model, parent]
            inherited = strands[parent] if parent else _carried(deck, derivations)
            joins = tuple(derivation for derivation in derivations if derivation.method)
            links.append(Link(parent, model, tuple(derivations), inherited, joins))
            carried.update(inherited, (join.method for join in joins))
        strands[model] = _in_lane_order(deck, carried)
    return Lineage(
        parents={model: tuple(parents[model]) for model in order},
        children={model: tuple(children[model]) for model in order},
        links=tuple(links),
        strands=strands,
        below=_below(order, children),
        ties=tuple(it for it in drawn if it.parent and not it.is_descent),
    )


def _below(
    order: tuple[ModelId, ...], children: Mapping[ModelId, list[ModelId]]
) -> dict[ModelId, frozenset[ModelId]]:
    below: dict[ModelId, frozenset[ModelId]] = {}
    for model in reversed(order):
        near = children[model]
        below[model] = frozenset(near).union(*(below[child] for child in near))
    return below


def _carried(deck: Deck, derivations: Iterable[Derivation]) -> tuple[MethodId, ...]:
    return _in_lane_order(deck, {method for each in derivations for method in each.carries})


def _in_lane_order(deck: Deck, methods: set[MethodId]) -> tuple[MethodId, ...]:
    return tuple(method for method in deck.methods if method in methods)


def _parents_first(parents: Mapping[ModelId, list[ModelId]]) -> tuple[ModelId, ...]:
    """Order the models so that parents come first; among equals the order of the file holds."""
    rank = {model: place for place, model in enumerate(parents)}
    missing = {model: len({*above}) for model, above in parents.items()}
    children: dict[ModelId, list[ModelId]] = {}
    for model, above in parents.items():
        for parent in {*above}:
            children.setdefault(parent, []).append(model)
    done: list[ModelId] = []
    ready = [model for model, count in missing.items() if not count]
    while ready:
        done += ready
        freed: list[ModelId] = []
        for parent in ready:
            for child in children.get(parent, ()):
                missing[child] -= 1
                if not missing[child]:
                    freed.append(child)
        ready = sorted(freed, key=rank.__getitem__)
    if len(done) < len(rank):
        message = f"a circle of derivations: {', '.join(it for it in rank if missing[it])}"
        raise ValueError(message)
    return tuple(done)


def graph(drawn: Lineage) -> nx.DiGraph[str]:
    """Return `drawn` as a networkx graph from parents to children."""
    import networkx as nx  # costs 2.6 bare starts: only when a question is asked

    result: nx.DiGraph[str] = nx.DiGraph()
    result.add_nodes_from(drawn.parents)
    result.add_edges_from((link.parent, link.child) for link in drawn.links if link.parent)
    return result


def ancestors(drawn: Lineage, model: ModelId) -> frozenset[str]:
    """Return all that `model` descends from, itself left out."""
    import networkx as nx

    return frozenset(nx.ancestors(graph(drawn), model))


def descendants(drawn: Lineage, model: ModelId) -> frozenset[str]:
    """Return all that descends from `model`, itself left out."""
    import networkx as nx

    return frozenset(nx.descendants(graph(drawn), model))


def path(drawn: Lineage, start: ModelId, end: ModelId) -> frozenset[str]:
    """Return all that stands on any way from `start` down to `end`, both included.

    Empty where no way leads there.
    """
    if start == end:
        return frozenset({start})
    above = ancestors(drawn, end)
    if start not in above:
        return frozenset()
    return (descendants(drawn, start) & above) | {start, end}


def nearest_common_ancestor(drawn: Lineage, one: ModelId, other: ModelId) -> str:
    """Return the lowest model that both descend from (or are); "" where there is none."""
    import networkx as nx

    found = nx.lowest_common_ancestor(graph(drawn), one, other)
    return found or ""


def resting_on(deck: Deck, claim: ClaimId) -> frozenset[str]:
    """Return the claims that would turn open if `claim` fell: all that depend on it in the end."""
    import networkx as nx

    rests: nx.DiGraph[str] = nx.DiGraph()
    rests.add_nodes_from(deck.claims)
    for each in deck.claims.values():
        rests.add_edges_from((base, each.id) for base in (*each.depends_on, *each.evidence_for))
    return frozenset(nx.descendants(rests, claim))
