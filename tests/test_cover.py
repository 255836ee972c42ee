"""Where claims are shown: every claim of the deck somewhere, and where it is said to be."""

from __future__ import annotations

import pytest
from decks import deck_from_text, deck_text
from rulers import PlainRuler

from explainer.cover import shown_claims, unseen_claims
from explainer.deck import Deck, load_embedded
from explainer.intents import OpenCard
from explainer.panel import panel_picture
from explainer.schema import LANGUAGES, ClaimId, Language, View
from explainer.state import State
from explainer.story import steps
from explainer.why import card_of

RULER = PlainRuler()


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def shown_on(deck_: Deck, state: State) -> set[str]:
    """Return the claims that a page of the panel leads to."""
    body = panel_picture(deck_, state, 664, RULER).body
    opened = [card_of(hit.order.card) for hit in body.hits if isinstance(hit.order, OpenCard)]
    return {name for kind, name, _ in opened if kind == "claim"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_claim_of_the_embedded_deck_is_shown(embedded: Deck, language: Language) -> None:
    assert unseen_claims(embedded, language) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_weighs_most_is_told_in_the_story_or_stands_first_at_a_model(
    embedded: Deck, language: Language
) -> None:
    shown = shown_claims(embedded, language)
    core = [it.id for it in embedded.claims.values() if it.rank == "core"]

    first = ("panel:", "ability:", "argument:")
    told = {*steps(embedded)}
    assert [
        claim
        for claim in core
        if not any(place in told or place.startswith(first) for place in shown[claim])
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_and_pages_show_what_they_are_said_to_show(
    embedded: Deck, language: Language
) -> None:
    shown = shown_claims(embedded, language)
    for name in list(steps(embedded))[::5]:
        said = {claim for claim, places in shown.items() if name in places}
        assert said <= shown_on(embedded, State(step=name, language=language)), name
    first = steps(embedded)[0]
    for model in (*embedded.models, *embedded.counterparts):
        said = {claim for claim, places in shown.items() if f"panel:{model}" in places}
        found: set[str] = set()
        abilities = [f"ability:{it.ability}" for it in embedded.fates_of.get(model, ())]
        for opened in ("", *abilities):
            view = View(select=model, open=opened)
            found |= shown_on(embedded, State(first, view, "explore", language=language))
        assert said <= found, model


def test_a_claim_that_nothing_shows_is_named() -> None:
    text = "{en: Alone., zh: 没人提到。}"
    claim = f"  - {{id: C2, kind: fact, certainty: stated, text: {text}, source: paper}}"
    made = deck_from_text(deck_text("a > b").replace("claims:", f"claims:\n{claim}", 1))

    assert [it.id for it in unseen_claims(made, "en")] == ["C2"]
    assert shown_claims(made, "zh")[ClaimId("C2")] == ()
    assert shown_claims(made, "zh")[ClaimId("C1")] == ("lecture/a", "lecture/b")
