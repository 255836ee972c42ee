"""What was measured on a model, by source: each measure beside the same on other models."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from explainer.deck import Deck
from explainer.schema import ModelId, Number, SourceId


class Measured(Struct, frozen=True):
    """One measure under one setting: a model's own number, and those of the lineage's others."""

    own: Number
    others: tuple[Number, ...]


@lru_cache(maxsize=64)
def sources_on(deck: Deck, model: ModelId) -> tuple[SourceId, ...]:
    """Return the sources with numbers of `model`: first the one with the most."""
    counts: dict[SourceId, int] = {}
    for number in deck.numbers.values():
        if number.model == model:
            counts[number.source] = counts.get(number.source, 0) + 1
    return tuple(sorted(counts, key=lambda source: -counts[source]))


@lru_cache(maxsize=64)
def measured_on(deck: Deck, model: ModelId, source: SourceId) -> tuple[Measured, ...]:
    """Return what one source measured on `model`, units and measures together, else as listed.

    Others are compared only under the same setting, in the same unit and by the same source.
    """
    listed = [it for it in deck.numbers.values() if it.source == source]
    own = [it for it in listed if it.model == model]
    units = list(dict.fromkeys(it.unit for it in own))
    measures = list(dict.fromkeys(it.measure for it in own))
    own.sort(key=lambda it: (units.index(it.unit), measures.index(it.measure)))
    return tuple(Measured(it, tuple(_beside(deck, it, listed))) for it in own)


def _beside(deck: Deck, own: Number, listed: list[Number]) -> list[Number]:
    def same(it: Number) -> tuple[str, str, str]:
        return it.measure, it.setting, it.unit

    return [
        it
        for it in listed
        if it.model in deck.models and it.model != own.model and same(it) == same(own)
    ]
