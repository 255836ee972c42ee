"""The glossary: its order, where terms are first told, and which claims use them."""

from __future__ import annotations

import pytest

from explainer.deck import Deck, load_embedded
from explainer.glossary import first_told, in_order, uses_of
from explainer.schema import TermId
from explainer.story import step, steps


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def test_the_english_glossary_is_alphabetical(embedded: Deck) -> None:
    names = [term.name.en.casefold() for term in in_order(embedded, "en")]

    assert names == sorted(names)
    assert len(names) == len(embedded.terms)


def test_the_chinese_glossary_goes_by_sound(embedded: Deck) -> None:
    names = [term.name.zh for term in in_order(embedded, "zh")]
    by_sound = ["补全", "参数", "大语言模型", "对齐", "泛化", "检索", "解锁"]

    assert [name for name in names if name in by_sound] == by_sound


def test_a_term_is_first_told_where_a_step_links_or_explains_it_and_not_before(
    embedded: Deck,
) -> None:
    told = {term: first_told(embedded, term) for term in embedded.terms}

    assert sum(name is not None for name in told.values()) > len(told) / 2
    for term, name in told.items():
        for each in steps(embedded):
            its = step(embedded, each)
            linked = f"term:{term})" in "".join(it.text.en + it.text.zh for it in its.narration)
            if each == name or linked:
                assert each == name or name in steps(embedded)[: steps(embedded).index(each)]
                break


def test_a_claim_that_says_the_word_uses_the_term(embedded: Deck) -> None:
    used = uses_of(embedded, TermId("cot"))

    assert "C108" in used
    for claim in used:
        text = embedded.claims[claim].text
        assert "chain of thought" in text.en.casefold() or "思维链" in text.zh
