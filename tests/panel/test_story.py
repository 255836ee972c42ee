"""The panel of a step: what it says, what it rests on, and what stays at its foot."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from panels import (
    STEP,
    bare,
    cards,
    flat,
    orders,
    shown,
    telling,
    words,
)

from explainer.deck import Deck, load_embedded
from explainer.deck.shown import headline_of
from explainer.intents import (
    AskWhy,
    OpenCard,
    ReturnToStep,
    ToggleExplore,
)
from explainer.lineage import least_sure
from explainer.schema import (
    CERTAINTIES,
    LANGUAGES,
    ChartId,
    ChartSlide,
    Language,
    ModelId,
    QuestionSlide,
    View,
)
from explainer.story import stage_of, step, steps
from explainer.strings import say
from explainer.wording import certainty_word


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def test_a_step_says_its_paragraphs_each_with_the_certainty_of_its_weakest_claim(
    embedded: Deck,
) -> None:
    told = step(embedded, STEP).narration
    text = words(shown(embedded, telling(), 760).body).split("\n")
    said = [line for line in text if line in {certainty_word(it, "en") for it in CERTAINTIES}]

    weakest_of = [
        least_sure(*(embedded.claims[it].certainty for it in each.claims)) for each in told
    ]
    assert said == [certainty_word(it, "en") for it in weakest_of]


def test_the_step_lists_what_it_rests_on_and_leads_to_every_claim(embedded: Deck) -> None:
    for name in steps(embedded):
        claims = {claim for each in step(embedded, name).narration for claim in each.claims}
        found = {
            order.card.partition(":")[2]
            for order in orders(shown(embedded, telling(name)).body)
            if isinstance(order, OpenCard)
        }
        assert claims <= found, name


def test_the_takeaway_stands_still_while_steps_change_within_a_stage(embedded: Deck) -> None:
    for stage in embedded.stages.values():
        told = [it.id for it in stage.steps if not isinstance(it.slide, QuestionSlide)]
        feet = {shown(embedded, telling(f"{stage.id}/{each}")).foot for each in told}
        assert len(feet) == 1, stage.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_asked_in_place_of_the_headline_and_what_to_remember_waits(
    embedded: Deck, language: Language
) -> None:
    for name in steps(embedded):
        slide, stage = step(embedded, name).slide, stage_of(embedded, name)
        asked = headline_of(stage, step(embedded, name)).of(language)
        page = shown(embedded, telling(name, language))
        foot = flat(page.foot)

        assert bare(asked) in bare(flat(page.body)), name
        waits = isinstance(slide, QuestionSlide)
        assert (say("panel.remember", language) in foot) is not waits, name
        assert ToggleExplore() in orders(page.foot), name
        if isinstance(slide, QuestionSlide):
            assert asked == slide.asks.of(language)


def test_the_foot_of_a_step_offers_to_look_around(embedded: Deck) -> None:
    foot = shown(embedded, telling()).foot

    assert orders(foot) == [ToggleExplore()]
    assert stage_of(embedded, STEP).takeaway.en in flat(foot)


def test_a_term_that_is_pointed_at_is_defined_in_the_foot(embedded: Deck) -> None:
    at_rest = shown(embedded, telling())
    assert "term:cot" in {hit.id for hit in at_rest.body.hits}

    pointed = shown(embedded, replace(telling(), hover="term:cot"))

    definition = next(term for term in embedded.terms.values() if term.id == "cot").definition.en
    assert definition in flat(pointed.foot)
    assert pointed.body == at_rest.body


def test_the_notes_stand_in_the_panel_only_when_asked_for(embedded: Deck) -> None:
    title = say("panel.notes", "en")

    assert title not in words(shown(embedded, telling()).body).split("\n")
    with_notes = shown(embedded, replace(telling(), notes=True))
    assert title in words(with_notes.body).split("\n")


def test_looking_elsewhere_in_the_story_leaves_a_way_back_to_the_step(embedded: Deck) -> None:
    state = replace(telling(), away=View(select=ModelId("davinci")))
    panel = shown(embedded, state)

    assert words(panel.body).startswith("davinci")
    assert orders(panel.foot) == [ReturnToStep()]
    assert stage_of(embedded, STEP).name.en in flat(panel.foot)


def test_a_zoom_is_no_look_elsewhere(embedded: Deck) -> None:
    own = step(embedded, STEP).view
    zoomed = View(select=own.select, lit=own.lit, lens=own.lens, focus=("all",), open=own.open)

    assert shown(embedded, replace(telling(), away=zoomed)) == shown(embedded, telling())


def test_every_paragraph_answers_why_and_its_words_keep_their_own_links(embedded: Deck) -> None:
    body = shown(embedded, telling()).body
    asked = [order.subject for order in orders(body) if isinstance(order, AskWhy)]

    told = step(embedded, STEP).narration
    assert asked == [f"paragraph:{STEP}/{place}" for place in range(len(told))]
    term = next(place for place, hit in enumerate(body.hits) if hit.id == "term:cot")
    paragraph = next(place for place, hit in enumerate(body.hits) if isinstance(hit.order, AskWhy))
    # The topmost hit is the last one.
    assert term > paragraph


def test_a_paragraph_on_which_sources_differ_leads_to_both_statements(embedded: Deck) -> None:
    body = shown(embedded, telling()).body

    assert say("panel.sources-differ", "en") in flat(body)
    found = {card for card in cards(body) if card.startswith("discrepancy:")}
    assert found
    claims = {claim for each in step(embedded, STEP).narration for claim in each.claims}
    disputes = embedded.discrepancies.values()
    assert found <= {f"discrepancy:{it.id}" for it in disputes if claims & {*it.claims}}


@pytest.mark.parametrize("chart", ["lineage-gsm8k", "mix", "alignment-tax"])
def test_what_the_numbers_of_a_slide_speak_for_and_against_is_told_beside_it(
    embedded: Deck, chart: str
) -> None:
    its = embedded.charts[ChartId(chart)]
    name = next(
        name
        for name in steps(embedded)
        if isinstance(slide := step(embedded, name).slide, ChartSlide) and slide.chart == chart
    )
    panel = shown(embedded, telling(name))
    said = flat(panel.body)

    assert say("numbers.against", "en") in said
    assert say("numbers.for", "en") in said
    found = [order.card for order in orders(panel.body) if isinstance(order, OpenCard)]
    for claim in (*its.doubts, *its.supports):
        assert any(card.startswith(f"claim:{claim}") for card in found), claim
