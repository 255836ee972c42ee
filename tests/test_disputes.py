"""Where sources differ: what touches what."""

from __future__ import annotations

import pytest

from explainer.deck import Deck, load_embedded
from explainer.disputes import discrepancies_at, discrepancies_from, discrepancies_of


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def test_every_discrepancy_is_found_from_its_claims_models_and_sources(embedded: Deck) -> None:
    for dispute in embedded.discrepancies.values():
        if dispute.claims:
            assert dispute in discrepancies_of(embedded, dispute.claims[-1:])
        for model in dispute.models:
            assert dispute in discrepancies_at(embedded, model)
        for account in dispute.accounts:
            assert dispute in discrepancies_from(embedded, account.source)


def test_each_is_named_once_in_the_order_of_the_deck(embedded: Deck) -> None:
    found = discrepancies_of(embedded, [*embedded.claims, *embedded.claims])

    assert found == tuple(it for it in embedded.discrepancies.values() if it.claims)


def test_what_agrees_touches_nothing(embedded: Deck) -> None:
    quiet = {*embedded.claims} - {c for it in embedded.discrepancies.values() for c in it.claims}

    assert quiet
    assert discrepancies_of(embedded, quiet) == ()
