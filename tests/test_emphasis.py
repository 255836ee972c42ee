"""What the words of a view light up."""

from __future__ import annotations

import pytest
from decks import deck

from explainer.deck import Deck
from explainer.emphasis import Lit, lit
from explainer.lineage import lineage

LINE = "a > b, a +code> c, b +instruction> d, c > d, d +rlhf> e, ? +code> x"
FATES = """fates:
  - {model: c, ability: reasoning, change: gained, certainty: likely}
  - {model: e, ability: reasoning, change: weakened, certainty: likely}
"""


@pytest.fixture(scope="module")
def made() -> Deck:
    return deck(LINE, FATES)


def shown(made: Deck, *words: str) -> Lit:
    return lit(made, lineage(made), words)


@pytest.mark.parametrize(
    "word, models",
    [
        ("all", "abcdex"),
        ("c", "c"),
        ("path:a>d", "abcd"),
        ("path:d>a", ""),
        ("ancestors:d", "abcd"),
        ("descendants:c", "cde"),
        ("method:code", "cdex"),
        ("method:pretraining", "abcdex"),
        ("ability:reasoning", "ce"),
        ("a-c", "ac"),
        ("x-x", "x"),
        ("nobody", ""),
    ],
)
def test_a_word_lights_models(made: Deck, word: str, models: str) -> None:
    assert shown(made, word).models == set(models)


def test_several_words_add_up(made: Deck) -> None:
    assert shown(made, "a", "e").models == {"a", "e"}


def test_no_words_light_nothing(made: Deck) -> None:
    assert shown(made) == Lit(frozenset(), frozenset())


def test_a_link_is_lit_when_both_its_ends_are(made: Deck) -> None:
    assert shown(made, "a", "c", "e").links == {"a>c"}


def test_a_named_derivation_lights_its_link_alone(made: Deck) -> None:
    assert shown(made, "b-d").links == {"b>d"}


def test_the_link_from_an_unknown_base_is_lit_with_its_child(made: Deck) -> None:
    assert shown(made, "x").links == {">x"}


def test_all_lights_every_link(made: Deck) -> None:
    assert shown(made, "all").links == {link.id for link in lineage(made).links}
