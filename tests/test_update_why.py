"""What asking why, the filters and counterparts make of the state."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from explainer.deck import Deck, load_embedded
from explainer.emphasis import filtered_links, lit
from explainer.intents import (
    AskWhy,
    Escape,
    GoBack,
    Hover,
    OpenCard,
    SelectModel,
    ToggleCounterparts,
    ToggleEstablished,
)
from explainer.lineage import lineage
from explainer.schema import ModelId, StepId, View
from explainer.state import State
from explainer.store import Store
from explainer.story import shown_view
from explainer.update import update
from explainer.why import claims_about

STEP = StepId("reasoning/suspects")


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def exploring(**view: object) -> State:
    return State(step=STEP, mode="explore", away=View(**view))  # type: ignore[arg-type]


def opened(deck: Deck, state: State, *subjects: str) -> str:
    for subject in subjects:
        state = update(deck, state, AskWhy(subject))
    return shown_view(deck, state).open


def test_in_the_story_it_is_the_first_claim_of_the_step(embedded: Deck) -> None:
    first = claims_about(embedded, f"step:{STEP}")[0]

    assert opened(embedded, State(step=STEP), "") == f"claim:{first}@step:{STEP}"


def test_again_it_is_the_next_claim(embedded: Deck) -> None:
    second = claims_about(embedded, "chatgpt")[1]

    assert opened(embedded, exploring(select="chatgpt"), "", "") == f"claim:{second}@chatgpt"


def test_what_the_pointer_rests_on_does_not_count(embedded: Deck) -> None:
    state = update(embedded, exploring(select="chatgpt"), Hover("fate:code-davinci-002/cot"))

    first = claims_about(embedded, "chatgpt")[0]
    assert opened(embedded, state, "") == f"claim:{first}@chatgpt"


def test_it_asks_about_the_ability_that_colours_the_map(embedded: Deck) -> None:
    subject = "fate:code-davinci-002/cot"
    first = claims_about(embedded, subject)[0]
    lens = exploring(select="code-davinci-002", lens="ability:cot")

    assert opened(embedded, lens, "") == f"claim:{first}@{subject}"
    assert opened(embedded, exploring(lens="ability:cot"), "").endswith("@ability:cot")
    # What did nothing to it is asked about itself.
    assert opened(embedded, exploring(select="opt", lens="ability:cot"), "").endswith("@opt")


def test_where_nothing_is_looked_at_there_is_nothing_to_ask(embedded: Deck) -> None:
    assert update(embedded, exploring(), AskWhy()) == exploring()


def test_an_open_row_is_asked_about_itself(embedded: Deck) -> None:
    state = exploring(select="chatgpt", open="ability:icl")

    assert opened(embedded, state, "").endswith("@fate:chatgpt/icl")


def test_a_term_or_a_work_that_is_asked_about_opens_itself(embedded: Deck) -> None:
    for card in ("term:cot", "source:wei2022cot", "discrepancy:palm-code-share"):
        assert opened(embedded, exploring(select="chatgpt"), card) == card


def test_it_opens_the_panel_and_escape_leads_back(embedded: Deck) -> None:
    asked = update(embedded, replace(exploring(select="chatgpt"), panel=False), AskWhy())
    back = update(embedded, asked, Escape())

    assert asked.panel
    assert shown_view(embedded, back) == View(select=ModelId("chatgpt"))


ANSWER = View(select=ModelId("code-davinci-002"), lens="ability:cot", open="ability:cot")


def test_escape_from_why_leads_back_to_the_open_ability_and_through_every_card(
    embedded: Deck,
) -> None:
    start = replace(exploring(), away=ANSWER)
    asked = update(embedded, start, AskWhy())
    others = claims_about(embedded, "fate:code-davinci-002/cot")
    followed = update(embedded, asked, OpenCard("source:wei2022cot"))
    deeper = update(embedded, followed, OpenCard("term:cot"))

    assert shown_view(embedded, asked).open == f"claim:{others[0]}@fate:code-davinci-002/cot"
    back = update(embedded, deeper, Escape())
    assert back == followed
    assert update(embedded, back, Escape()) == asked
    assert update(embedded, asked, Escape()) == start
    assert shown_view(embedded, update(embedded, start, Escape())) == replace(ANSWER, open="")


def test_the_next_claim_takes_the_place_of_the_one_before(embedded: Deck) -> None:
    start = replace(exploring(), away=ANSWER)
    second = update(embedded, update(embedded, start, AskWhy()), AskWhy())

    assert update(embedded, second, Escape()) == start


def test_what_closes_a_card_by_click_leads_back_too(embedded: Deck) -> None:
    start = replace(exploring(), away=ANSWER)
    asked = update(embedded, start, AskWhy())

    assert update(embedded, asked, OpenCard(shown_view(embedded, asked).open)) == start


def test_a_card_that_lies_under_the_open_one_is_returned_to(embedded: Deck) -> None:
    start = update(embedded, exploring(), OpenCard("glossary"))
    round_trip = start
    for card in ("term:cot", "source:wei2022cot", "term:cot", "glossary"):
        round_trip = update(embedded, round_trip, OpenCard(card))

    assert round_trip == start


def test_another_model_forgets_the_cards(embedded: Deck) -> None:
    asked = update(embedded, replace(exploring(), away=ANSWER), AskWhy())

    assert update(embedded, asked, SelectModel(ModelId("chatgpt"))).cards == ()


def test_in_the_story_cards_lead_back_to_the_step(embedded: Deck) -> None:
    start = State(step=STEP)
    asked = update(embedded, start, AskWhy())
    deeper = update(embedded, asked, OpenCard("term:cot"))

    assert update(embedded, deeper, Escape()) == asked
    assert update(embedded, asked, Escape()) == start


def test_going_back_leads_through_the_cards_as_well(embedded: Deck) -> None:
    start = replace(exploring(), away=ANSWER)
    store = Store(embedded, start)
    for order in (AskWhy(), OpenCard("term:cot"), GoBack()):
        store.dispatch(order)
    assert store.state == update(embedded, start, AskWhy())

    store.dispatch(Escape())
    assert store.state == start


def test_what_nothing_answers_changes_nothing(embedded: Deck) -> None:
    state = exploring(select="chatgpt")

    assert update(embedded, state, AskWhy("nobody")) is state


@pytest.mark.parametrize(
    "card", ["glossary", "sources", "discrepancies", "term:cot", "source:wei2022cot"]
)
def test_every_kind_of_card_opens_and_closes(embedded: Deck, card: str) -> None:
    there = update(embedded, exploring(), OpenCard(card))

    assert shown_view(embedded, there).open == card
    assert update(embedded, there, OpenCard(card)) == exploring()


def test_a_card_that_the_deck_does_not_have_stays_shut(embedded: Deck) -> None:
    for card in ("term:none", "source:none", "index", "claim:C001@nobody"):
        state = exploring()
        assert update(embedded, state, OpenCard(card)) is state


def test_the_filter_dims_what_is_not_stated_and_hides_no_model(embedded: Deck) -> None:
    state = update(embedded, exploring(), ToggleEstablished())
    drawn = lineage(embedded)
    plain = lit(embedded, drawn, ("all",))
    sure = lit(embedded, drawn, ("all",), established=True)

    assert shown_view(embedded, state).established
    assert sure.models == plain.models
    assert plain.links - sure.links == filtered_links(drawn) != frozenset()
    assert update(embedded, state, ToggleEstablished()) == exploring()


def test_counterparts_come_and_go_and_none_stays_selected_unseen(embedded: Deck) -> None:
    picked = update(embedded, exploring(), SelectModel(ModelId("opt")))
    assert shown_view(embedded, picked) == View(select=ModelId("opt"), counterparts=True)

    gone = update(embedded, picked, ToggleCounterparts())
    assert shown_view(embedded, gone) == View()
