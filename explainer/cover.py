"""Where each claim of a deck is shown, computed from the deck alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from explainer.deck import Deck
from explainer.schema import Claim, ClaimId, Language
from explainer.story import step, steps
from explainer.why import claims_of_model, slide_claims


def shown_claims(deck: Deck, language: Language) -> Mapping[ClaimId, tuple[str, ...]]:
    """Return the places where each claim is shown in `language`; nothing for one that is nowhere.

    A place is a step, `stage/step`; a page of the panel, `panel:<model>`, or a card of it,
    `ability:`, `argument:`, `discrepancy:`, `chart:` or `source:` and an id. The page of the
    deck's own source lists every claim and is therefore no place.
    """
    found: dict[ClaimId, dict[str, None]] = {claim: {} for claim in deck.claims}
    for place, claims in _places(deck, language):
        for claim in claims:
            if deck.claims[claim].text.of(language).strip():
                found[claim][place] = None
    return {claim: tuple(places) for claim, places in found.items()}


def unseen_claims(deck: Deck, language: Language) -> tuple[Claim, ...]:
    """Return the claims that nothing shows in `language`."""
    shown = shown_claims(deck, language)
    return tuple(claim for claim in deck.claims.values() if not shown[claim.id])


def _places(deck: Deck, language: Language) -> Iterator[tuple[str, Iterable[ClaimId]]]:
    yield from _in_story(deck, language)
    for model in (*deck.models, *deck.counterparts):
        yield f"panel:{model}", claims_of_model(deck, model)
    for fate in deck.fates:
        yield f"ability:{fate.ability}", _with_evidence(deck, fate.claims)
    for level in deck.levels:
        yield f"ability:{level.ability}", level.claims
    yield from _on_cards(deck)


def _in_story(deck: Deck, language: Language) -> Iterator[tuple[str, Iterable[ClaimId]]]:
    for name in steps(deck):
        its = step(deck, name)
        told = (each for each in its.narration if each.text.of(language).strip())
        yield name, (*(it for each in told for it in each.claims), *slide_claims(deck, its.slide))


def _on_cards(deck: Deck) -> Iterator[tuple[str, Iterable[ClaimId]]]:
    for argument in deck.arguments.values():
        sides = (argument.thesis, *argument.supports, *argument.opposes)
        yield f"argument:{argument.id}", sides
    for dispute in deck.discrepancies.values():
        yield f"discrepancy:{dispute.id}", dispute.claims
    for chart in deck.charts.values():
        yield f"chart:{chart.id}", (*chart.supports, *chart.doubts)
    for claim in deck.claims.values():
        for source in dict.fromkeys((claim.source, *claim.cites)):
            if source != deck.source:
                yield f"source:{source}", (claim.id,)


def _with_evidence(deck: Deck, claims: tuple[ClaimId, ...]) -> Iterable[ClaimId]:
    evidence = (
        (*deck.claims[claim].evidence_for, *deck.claims[claim].evidence_against) for claim in claims
    )
    return chain(claims, *evidence)
