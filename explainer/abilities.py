"""What each model did to which ability, what it inherits, and which of it the chart shows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from explainer.deck import Deck
from explainer.layout import layout
from explainer.lineage import Lineage
from explainer.schema import AbilityId, Fate, Level, ModelId


def fates_at(deck: Deck, model: ModelId) -> tuple[Fate, ...]:
    """Return what `model` did to abilities, in the order of the abilities."""
    rank = {ability: place for place, ability in enumerate(deck.abilities)}
    return tuple(sorted(deck.fates_of.get(model, ()), key=lambda fate: rank[fate.ability]))


def fate_of(deck: Deck, model: ModelId, ability: AbilityId) -> Fate | None:
    """Return what `model` did to `ability`; None where it is inherited as it was."""
    return next((fate for fate in deck.fates_of.get(model, ()) if fate.ability == ability), None)


def course_of(deck: Deck, ability: AbilityId) -> tuple[Fate, ...]:
    """Return every change of `ability`, in the order of the lineage."""
    rank = {model: place for place, model in enumerate(in_lineage_order(deck))}
    fates = (fate for fate in deck.fates if fate.ability == ability)
    return tuple(sorted(fates, key=lambda fate: rank[fate.model]))


def inherited(
    deck: Deck, drawn: Lineage, model: ModelId
) -> tuple[tuple[AbilityId, tuple[ModelId, ...]], ...]:
    """Return the abilities that changed at ancestors of `model` but not at itself, with where."""
    own = {fate.ability for fate in deck.fates_of.get(model, ())}
    above = _ancestors(drawn, model)
    found: dict[AbilityId, list[ModelId]] = {}
    for each in in_lineage_order(deck):
        for fate in deck.fates_of.get(each, ()) if each in above else ():
            if fate.ability not in own:
                found.setdefault(fate.ability, []).append(each)
    return tuple((ability, tuple(found[ability])) for ability in deck.abilities if ability in found)


def levels_at(deck: Deck, model: ModelId) -> tuple[Level, ...]:
    """Return how sources rate abilities at `model`."""
    return tuple(level for level in deck.levels if level.model == model)


def levels_of(deck: Deck, ability: AbilityId) -> tuple[Level, ...]:
    """Return how sources rate `ability` at any model."""
    return tuple(level for level in deck.levels if level.ability == ability)


def marked(deck: Deck) -> Mapping[tuple[AbilityId, ModelId], Fate]:
    """Return the fates to which the source's table gives a mark, by ability and model."""
    return {(fate.ability, fate.model): fate for fate in deck.fates if fate.mark}


def told(deck: Deck) -> Mapping[tuple[AbilityId, ModelId], Fate]:
    """Return all fates, those without a mark too, by ability and model."""
    return {(fate.ability, fate.model): fate for fate in deck.fates}


def marked_abilities(deck: Deck) -> tuple[AbilityId, ...]:
    """Return the abilities that have a mark at any model: the rows of the chart.

    Where no fate of the deck has a mark, those with any fate.
    """
    marks = {ability for ability, _ in marked(deck) or told(deck)}
    return tuple(ability for ability in deck.abilities if ability in marks)


def marked_models(deck: Deck) -> tuple[ModelId, ...]:
    """Return the models that have a mark at any ability: the columns of the chart.

    Where no fate of the deck has a mark, those with any fate.
    """
    marks = {model for _, model in marked(deck) or told(deck)}
    return tuple(model for model in in_lineage_order(deck) if model in marks)


@lru_cache(maxsize=8)
def in_lineage_order(deck: Deck) -> tuple[ModelId, ...]:
    """Return all models from the head of the map to its foot, each row from the left."""
    places = layout(deck).places
    return tuple(sorted(deck.models, key=lambda model: (places[model].row, places[model].column)))


def _ancestors(drawn: Lineage, model: ModelId) -> frozenset[ModelId]:
    # A walk of its own: the panel of a model is painted before networkx is at hand.
    found: set[ModelId] = set()
    waiting = list(drawn.parents[model])
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting.extend(drawn.parents[each])
    return frozenset(found)
