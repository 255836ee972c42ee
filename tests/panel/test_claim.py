"""The card of a claim: both sides, its neighbours, and what rests on it."""

from __future__ import annotations

import pytest
from panels import (
    cards,
    exploring,
    flat,
    lines,
    orders,
    shown,
    words,
)

from explainer.deck import Deck, load_embedded
from explainer.intents import (
    OpenCard,
    ShowView,
)
from explainer.strings import say
from explainer.why import claims_about, next_card


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def test_a_claim_leads_to_all_its_evidence_and_back(embedded: Deck) -> None:
    claim = embedded.claims[next(it for it in embedded.claims if it == "C108")]
    panel = shown(embedded, exploring(select="code-davinci-002", open="claim:C108"))
    cards = {order.card for order in orders(panel.body) if isinstance(order, OpenCard)}

    assert {f"claim:{it}" for it in (*claim.evidence_for, *claim.evidence_against)} <= cards
    assert orders(panel.body)[0] == OpenCard("claim:C108")
    assert not panel.chart
    assert claim.hedge in flat(panel.body)


def test_against_is_told_before_the_seventh_claim_that_speaks_for_it(embedded: Deck) -> None:
    signs = [
        line.spans[0].text
        for line in lines(shown(embedded, exploring(open="claim:C108")).body)
        if line.spans[0].text in {"+", "\u2212", "?"}
    ]

    assert signs[:6] == ["+"] * 6
    assert signs[6] in {"\u2212", "?"}
    assert "+" in signs[7:]


def test_what_rests_on_a_claim_is_named(embedded: Deck) -> None:
    text = words(shown(embedded, exploring(open="claim:C108")).body)

    assert say("panel.resting", "en") in text


def test_a_claim_says_which_of_its_subject_it_is_and_leads_to_the_next(embedded: Deck) -> None:
    subject = "fate:code-davinci-002/cot"
    first, second = claims_about(embedded, subject)[:2]
    opened = f"claim:{first}@{subject}"
    body = shown(embedded, exploring(select="code-davinci-002", open=opened)).body

    assert next_card(embedded, opened) == f"claim:{second}@{subject}"
    assert next_card(embedded, opened) in cards(body)
    count = len(claims_about(embedded, subject))
    assert say("panel.next-claim", "en", place="1", count=str(count)) in words(body)


def test_a_thesis_shows_both_sides_and_what_would_settle_it(embedded: Deck) -> None:
    argument = next(it for it in embedded.arguments.values() if it.settled_by and it.opposes)
    body = shown(embedded, exploring(open=f"claim:{argument.thesis}")).body

    assert {f"claim:{it}" for it in (*argument.supports, *argument.opposes)} <= cards(body)
    assert embedded.experiments[argument.settled_by].name.en in flat(body)


def test_a_claim_names_what_hangs_on_it(embedded: Deck) -> None:
    fate = next(it for it in embedded.fates if it.claims)
    found = orders(shown(embedded, exploring(open=f"claim:{fate.claims[0]}")).body)

    opened = {(it.view.select, it.view.open) for it in found if isinstance(it, ShowView)}
    assert (fate.model, f"ability:{fate.ability}") in opened
