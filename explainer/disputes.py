"""Where statements do not agree: which discrepancies touch a claim, a model, a source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from explainer.deck import Deck
from explainer.schema import ClaimId, Discrepancy, ModelId, SourceId


def discrepancies_of(deck: Deck, claims: Iterable[ClaimId]) -> tuple[Discrepancy, ...]:
    """Return what any of `claims` is part of, each once, in the order of the deck."""
    by_claim = _by_claim(deck)
    touched = {each.id for claim in claims for each in by_claim.get(claim, ())}
    return tuple(it for it in deck.discrepancies.values() if it.id in touched)


def discrepancies_at(deck: Deck, model: ModelId) -> tuple[Discrepancy, ...]:
    """Return those that are about `model`."""
    return tuple(it for it in deck.discrepancies.values() if model in it.models)


def discrepancies_from(deck: Deck, source: SourceId) -> tuple[Discrepancy, ...]:
    """Return those in which `source` says something, or was looked up."""
    return tuple(
        it
        for it in deck.discrepancies.values()
        if source in it.sources or any(account.source == source for account in it.accounts)
    )


@lru_cache(maxsize=8)
def _by_claim(deck: Deck) -> Mapping[ClaimId, list[Discrepancy]]:
    found: dict[ClaimId, list[Discrepancy]] = {}
    for each in deck.discrepancies.values():
        for claim in each.claims:
            found.setdefault(claim, []).append(each)
    return found
