"""Cards and lists of works, terms and discrepancies."""

from __future__ import annotations

import pytest
from panels import (
    cards,
    exploring,
    flat,
    orders,
    shown,
    words,
)

from explainer.deck import Deck, load_embedded
from explainer.intents import (
    Run,
)
from explainer.schema import (
    LANGUAGES,
    Language,
)
from explainer.strings import say


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def test_a_work_names_all_claims_that_rest_on_it(embedded: Deck) -> None:
    for source in embedded.sources.values():
        body = shown(embedded, exploring(open=f"source:{source.id}")).body
        resting = {
            f"claim:{it.id}"
            for it in embedded.claims.values()
            if source.id in (it.source, *it.cites)
        }
        assert resting <= cards(body), source.id
        assert Run("copy-bibtex") in orders(body)


def test_a_work_names_its_facts_and_numbers(embedded: Deck) -> None:
    body = flat(shown(embedded, exploring(open="source:ouyang2022instructgpt"), 760).body)

    numbers = [it for it in embedded.numbers.values() if it.source == "ouyang2022instructgpt"]
    assert all(it.value in body for it in numbers)
    assert "davinci-instruct-beta" in body


def test_a_term_has_its_definition_and_leads_to_the_claims_that_use_it(embedded: Deck) -> None:
    body = shown(embedded, exploring(open="term:cot")).body
    term = next(it for it in embedded.terms.values() if it.id == "cot")

    assert term.definition.en in flat(body)
    assert "claim:C108" in cards(body)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_defines_every_term(embedded: Deck, language: Language) -> None:
    body = shown(embedded, exploring(language, open="glossary")).body

    assert {f"term:{it}" for it in embedded.terms} <= cards(body)
    said = flat(body).replace(" ", "")
    for term in embedded.terms.values():
        assert term.definition.of(language).replace(" ", "") in said, term.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_discrepancy_shows_every_statement_with_its_place(
    embedded: Deck, language: Language
) -> None:
    for dispute in embedded.discrepancies.values():
        body = shown(embedded, exploring(language, open=f"discrepancy:{dispute.id}")).body
        said = flat(body).replace(" ", "")
        for account in dispute.accounts:
            assert account.says.of(language).replace(" ", "") in said, dispute.id
            assert account.at.replace(" ", "") in said, dispute.id
        assert dispute.reading.of(language).replace(" ", "") in said, dispute.id


def test_later_notes_stand_apart_under_their_own_heading(embedded: Deck) -> None:
    note = next(it for it in embedded.later.values() if "chatgpt" in it.models)
    lines_of = words(shown(embedded, exploring(select="chatgpt")).body).split("\n")

    assert say("panel.later", "en") in lines_of
    assert say("panel.after-article", "en") in lines_of
    assert note.says.en.split()[0] in " ".join(lines_of[lines_of.index(say("panel.later", "en")) :])
