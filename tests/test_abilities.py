"""Fates in the order of the lineage, what is inherited, and what the chart shows."""

from __future__ import annotations

import pytest
from decks import deck

from explainer.abilities import (
    course_of,
    fate_of,
    fates_at,
    inherited,
    marked_abilities,
    marked_models,
)
from explainer.deck import Deck, load_embedded
from explainer.lineage import lineage
from explainer.schema import AbilityId, ModelId

REASONING = AbilityId("reasoning")


def fate(model: str, change: str, more: str = "") -> str:
    return (
        f"  - {{model: {model}, ability: reasoning, change: {change}, certainty: stated,"
        f" claims: [C1]{more}}}"
    )


@pytest.fixture
def chain() -> Deck:
    fates = [fate("c", "lost"), fate("a", "gained", ', mark: "+"'), fate("b", "weakened")]
    return deck("a > b, b > c, c > d", "\n".join(["fates:", *fates]))


def test_the_course_of_an_ability_runs_down_the_lineage_whatever_the_order_of_the_file(
    chain: Deck,
) -> None:
    course = [(each.model, each.change) for each in course_of(chain, REASONING)]

    assert course == [("a", "gained"), ("b", "weakened"), ("c", "lost")]


def test_an_ability_is_inherited_where_only_ancestors_changed_it(chain: Deck) -> None:
    drawn = lineage(chain)

    assert inherited(chain, drawn, ModelId("d")) == ((REASONING, ("a", "b", "c")),)
    assert inherited(chain, drawn, ModelId("c")) == ()
    assert inherited(chain, drawn, ModelId("a")) == ()


def test_a_model_without_an_entry_has_no_fate(chain: Deck) -> None:
    assert fate_of(chain, ModelId("d"), REASONING) is None
    assert fates_at(chain, ModelId("d")) == ()


def test_only_what_has_a_mark_stands_in_the_chart(chain: Deck) -> None:
    assert marked_abilities(chain) == (REASONING,)
    assert marked_models(chain) == ("a",)


def test_what_is_inherited_depends_on_the_reading_that_is_drawn() -> None:
    embedded = load_embedded()
    chatgpt = ModelId("chatgpt")
    by_figure = dict(inherited(embedded, lineage(embedded), chatgpt))
    by_text = dict(inherited(embedded, lineage(embedded, ("parent-of-chatgpt/text",)), chatgpt))

    assert "text-davinci-002" in by_figure[AbilityId("cot")]
    assert "text-davinci-002" not in by_text[AbilityId("cot")]
