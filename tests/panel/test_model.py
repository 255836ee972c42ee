"""The panel of a model, and of nothing selected: facts, changes, readings, ways on."""

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
    DrawOtherReading,
    GoToStep,
    OpenCard,
    SelectModel,
    ShowView,
    ToggleEstablished,
)
from explainer.picture import Picture
from explainer.schema import (
    CERTAINTIES,
    ModelId,
)
from explainer.strings import say
from explainer.wording import certainty_word, fact_value


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def test_a_model_shows_each_of_its_facts_with_its_source(embedded: Deck) -> None:
    for model in embedded.models.values():
        text = flat(shown(embedded, exploring(select=model.id), 760).body).replace(" ", "")
        for fact in model.facts:
            value = fact_value(fact, model.facts, "en")
            assert " ".join(value.split()).replace(" ", "") in text, value
            assert embedded.sources[fact.source].short.en.replace(" ", "") in text


def test_several_accounts_of_one_thing_are_marked(embedded: Deck) -> None:
    assert "≠" in words(shown(embedded, exploring(select="code-davinci-002")).body)


def test_a_model_shows_all_its_changes_with_word_mark_and_certainty(embedded: Deck) -> None:
    text = flat(shown(embedded, exploring(select="chatgpt")).body)

    assert "traded \u2212\u2212" in text
    assert "unlocked ++" in text
    assert "conjectured" in text


def test_an_open_card_moves_nothing_above_it(embedded: Deck) -> None:
    closed = shown(embedded, exploring(select="code-davinci-002"))
    opened = shown(embedded, exploring(select="code-davinci-002", open="ability:cot"))
    row = next(hit for hit in closed.body.hits if hit.order == OpenCard("ability:cot"))

    def above(picture: Picture) -> list[tuple[float, str]]:
        return [
            (line.y, "".join(span.text for span in line.spans))
            for line in lines(picture)
            if line.y < row.y
        ]

    assert above(closed.body) == above(opened.body)
    assert opened.body.height > closed.body.height
    assert opened.subject == closed.subject


def test_an_open_card_shows_evidence_on_both_sides(embedded: Deck) -> None:
    signs = [
        line.spans[0].text
        for line in lines(
            shown(embedded, exploring(select="code-davinci-002", open="ability:cot")).body
        )
        if line.spans[0].face == "mono-strong"
    ]

    assert "+" in signs
    assert "\u2212" in signs
    assert signs.index("+") < signs.index("\u2212")


def test_the_other_readings_can_be_drawn_one_by_one_or_by_the_key(embedded: Deck) -> None:
    found = orders(shown(embedded, exploring(select="text-davinci-003")).body)

    assert DrawOtherReading() in found
    views = [order.view for order in found if isinstance(order, ShowView)]
    assert [view.readings for view in views] == [("parent-of-003/text",)]

    back = orders(
        shown(embedded, exploring(select="text-davinci-003", readings=("parent-of-003/text",))).body
    )
    assert [order.view.readings for order in back if isinstance(order, ShowView)] == [()]


def test_an_ability_that_a_model_leaves_alone_has_a_page_of_its_own(embedded: Deck) -> None:
    panel = shown(embedded, exploring(select="davinci", open="ability:cot"))

    assert panel.subject == "ability:cot"
    assert "code-davinci-002" in words(panel.body)
    assert orders(panel.body)[0] == OpenCard("ability:cot")


def test_where_nothing_is_selected_every_starting_point_is_offered(embedded: Deck) -> None:
    panel = shown(embedded, exploring())

    offered = [it for it in orders(panel.body) if isinstance(it, ShowView | GoToStep)]
    assert offered == [
        GoToStep(it.step) if it.view is None else ShowView(it.view) for it in embedded.views
    ]
    for certainty in CERTAINTIES:
        assert certainty_word(certainty, "en") in words(panel.body)


def test_the_filter_folds_what_is_not_stated_and_counts_it(embedded: Deck) -> None:
    fates = embedded.fates_of[ModelId("chatgpt")]
    doubted = [it for it in fates if it.certainty != "stated"]
    body = shown(embedded, exploring(select="chatgpt", established=True)).body

    assert doubted
    assert not {f"ability:{it.ability}" for it in doubted} & {
        it.order.card
        for it in body.hits
        if isinstance(it.order, OpenCard) and it.id.startswith("fate:")
    }
    assert say("panel.hidden", "en", count=str(len(doubted))) in words(body)
    assert ToggleEstablished() in orders(body)


def test_a_counterpart_says_for_whom_it_stands_and_by_whose_account(embedded: Deck) -> None:
    body = shown(embedded, exploring(select="opt", counterparts=True)).body

    assert SelectModel(ModelId("davinci")) in orders(body)
    for fact in embedded.counterparts[ModelId("opt")].facts:
        assert f"source:{fact.source}" in cards(body)


def test_a_model_leads_to_what_can_be_looked_at_in_its_place(embedded: Deck) -> None:
    found = orders(shown(embedded, exploring(select="davinci")).body)

    assert SelectModel(ModelId("opt")) in found
