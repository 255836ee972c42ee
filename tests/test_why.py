"""Why: from anything that can be pointed at to its claims."""

from __future__ import annotations

import pytest
from rulers import PlainRuler

from explainer.canvas import canvas_picture
from explainer.deck import Deck, load_embedded
from explainer.intents import AskWhy
from explainer.lineage import drawn_derivations
from explainer.placement import window_scale
from explainer.schema import ModelId, View
from explainer.story import step, steps
from explainer.why import (
    card_about,
    claim_card,
    claims_about,
    claims_of_model,
    every_derivation,
    leads_somewhere,
    next_card,
)


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def test_every_model_mark_and_step_with_claims_answers(embedded: Deck) -> None:
    for fate in embedded.fates:
        assert claims_about(embedded, f"fate:{fate.model}/{fate.ability}") == fate.claims
    for model in embedded.models:
        assert card_about(embedded, model).startswith("claim:"), model
    for name in steps(embedded):
        for place, paragraph in enumerate(step(embedded, name).narration):
            subject = f"paragraph:{name}/{place}"
            assert claims_about(embedded, subject) == tuple(dict.fromkeys(paragraph.claims))


def test_every_edge_answers_with_its_own_claims(embedded: Deck) -> None:
    for derivation in every_derivation(embedded):
        assert {*derivation.claims} <= {*claims_about(embedded, derivation.id)}


def test_a_model_tells_first_how_it_came_about(embedded: Deck) -> None:
    model = ModelId("text-davinci-003")
    first = claims_of_model(embedded, model)[0]

    derived = [it for it in every_derivation(embedded) if it.child == model]
    assert first in {claim for it in derived for claim in it.claims}


def test_the_claims_of_a_subject_follow_one_another_in_a_ring(embedded: Deck) -> None:
    claims = claims_about(embedded, "chatgpt")
    card = claim_card(claims[0], "chatgpt")
    seen = []
    for _ in claims:
        seen.append(card)
        card = next_card(embedded, card)

    assert seen == [claim_card(claim, "chatgpt") for claim in claims]
    assert card == seen[0]


def test_a_number_answers_with_its_claims_else_with_its_source(embedded: Deck) -> None:
    for number in embedded.numbers.values():
        card = card_about(embedded, f"number:{number.id}")
        assert leads_somewhere(embedded, card), number.id


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "nobody",
        "fate:nobody/cot",
        "step:no/where",
        "paragraph:no/where/0",
        "no:thing",
        "claim:",
    ],
)
def test_what_leads_nowhere_has_no_answer(embedded: Deck, subject: str) -> None:
    assert card_about(embedded, subject) == ""


def test_a_claim_is_no_answer_to_what_does_not_rest_on_it(embedded: Deck) -> None:
    stranger = next(it for it in embedded.claims if it not in claims_about(embedded, "opt"))

    assert not leads_somewhere(embedded, claim_card(stranger, "opt"))
    assert leads_somewhere(embedded, claim_card(stranger))


def test_every_strand_and_badge_of_the_map_answers_with_the_claims_of_its_edge(
    embedded: Deck,
) -> None:
    size = (1000.0, 800.0)
    drawn = canvas_picture(embedded, View(), "en", window_scale(*size), size, PlainRuler())
    asked = {hit.order.subject for hit in drawn.picture.hits if isinstance(hit.order, AskWhy)}

    derived = drawn_derivations(embedded, ())
    # One strand runs through a station on its way and has no run of its own.
    assert asked >= {it.id for it in derived if it.method and it.claims}
    assert asked <= {it.id for it in derived if it.claims}
    assert all(claims_about(embedded, subject) for subject in asked)
