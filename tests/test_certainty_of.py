"""How sure something is said to be is how sure it is itself, not how sure its neighbour is."""

from __future__ import annotations

from functools import cache

import pytest
from several import changed, pictured, step_named, texts

from explainer.deck import Deck
from explainer.lineage import Link, least_sure, lineage, weakest
from explainer.picture import Picture
from explainer.schema import (
    CERTAINTIES,
    Certainty,
    Derivation,
    DerivationId,
    Language,
    MethodId,
    ModelId,
)
from explainer.slide import slide_picture
from explainer.slide.hops import hop_certainty, join_certainty
from explainer.wording import certainty_word


@cache
def with_fate(sure: Certainty) -> Deck:
    """Return the deck with one fate as sure as that; the claim that it rests on is stated."""
    old = "{model: llama, ability: coding, change: injected, certainty: likely, claims: [L2]}"
    return changed((old, old.replace("likely", sure)))


def drawn(deck: Deck, name: str, language: Language = "en") -> Picture:
    from rulers import PlainRuler

    return slide_picture(deck, step_named(name), language, 1280, 720, PlainRuler())


@pytest.mark.parametrize("sure", CERTAINTIES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_change_on_a_slide_is_as_sure_as_the_fate_whatever_its_claims_are(
    sure: Certainty, language: Language
) -> None:
    said = texts(drawn(with_fate(sure), "unlock", language), "certainty")

    assert said == [certainty_word(it, language) for it in ("stated", sure)]


def test_a_change_that_no_fate_tells_is_as_sure_as_its_claims() -> None:
    other = "{model: llama, ability: coding, change: injected, certainty: likely, claims: [L2]}"
    deck = changed((other, other.replace("injected", "gained").replace("likely", "open")))

    assert texts(drawn(deck, "unlock"), "certainty") == ["stated", "stated"]


def test_what_rests_on_nothing_has_no_certainty() -> None:
    assert weakest(()) is None
    assert weakest(("stated", "open", "likely")) == "open"
    assert least_sure("likely", "stated") == "likely"


@pytest.mark.parametrize(
    "name, old, new",
    [
        ("unlock", "unlocked, claims: [P1], fig", "injected, claims: [], fig"),
        ("reveal", "zh: 微调。}, claims: [P1]", "zh: 微调。}, claims: []"),
        ("compare", "zh: 对话}}, claims: [P1, M2]}", "zh: 对话}}, claims: []}"),
    ],
)
def test_a_slide_that_rests_on_no_claim_has_no_word_of_certainty(
    name: str, old: str, new: str
) -> None:
    before = len(texts(pictured(name), "certainty"))
    after = len(texts(drawn(changed((old, new)), name), "certainty"))

    assert after == before - 1


def test_a_limit_without_a_claim_has_no_word_of_certainty() -> None:
    deck = changed(
        ("zh: 它会编造事实}\n    claims: [L3]", "zh: 它会编造事实}\n    claims: []"),
        ("claims: [L3], outcome: fails", "claims: [], outcome: fails"),
        ("zh: 它不知道。}, claims: [L3]}", "zh: 它不知道。}, claims: []}"),
    )

    assert texts(drawn(deck, "limits"), "certainty") == []


def test_a_descent_is_as_sure_as_its_firmest_derivation_whatever_joins_on_the_way() -> None:
    def derived(name: str, sure: Certainty, method: str = "") -> Derivation:
        return Derivation(
            id=DerivationId(name),
            child=ModelId("b"),
            parent=ModelId("a"),
            method=MethodId(method),
            certainty=sure,
        )

    both = (derived("x", "stated"), derived("y", "open", "rlhf"))
    link = Link(ModelId("a"), ModelId("b"), both, (), ())

    assert link.descent == "stated"
    assert link.certainty == "open"


def test_a_second_method_that_is_less_sure_leaves_the_way_as_sure_as_it_is() -> None:
    plain = "  - {id: d-llama2-chat, child: llama2-chat, parent: llama2, method: feedback,"
    more = plain.replace("id: d-llama2-chat", "id: more").replace("feedback", "tuning")
    deck = changed((plain, f"{more} certainty: conjectured}}\n{plain}"))

    assert hop_certainty(lineage(deck), ModelId("llama2"), ModelId("llama2-chat")) == "stated"


@pytest.mark.parametrize("name", ["terms", "sources", "text", "ask", "chart"])
def test_a_slide_without_any_line_of_certainty_has_no_key_of_them(name: str) -> None:
    deck = changed(("form: dots", "form: mix"))
    keys = texts(drawn(deck, name), "key")

    assert "stated" not in keys
    assert "stated" in texts(drawn(deck, "unlock"), "key")


@pytest.mark.parametrize("sure", CERTAINTIES)
def test_a_method_that_joins_is_as_sure_as_it_is_said_to_join(sure: Certainty) -> None:
    plain = "  - {id: d-alpaca, child: alpaca, parent: llama, method: tuning, certainty: stated,"
    descent = plain.replace("id: d-alpaca", "id: more").replace(" method: tuning,", "")
    joins = plain.replace("certainty: stated", f"certainty: {sure}")
    deck = changed((plain, f"{descent} claims: [P1]}}\n{joins}"))
    drawn_ = lineage(deck)
    ends = (ModelId("llama"), ModelId("alpaca"))

    assert hop_certainty(drawn_, *ends) == "stated"
    assert join_certainty(deck, drawn_, *ends, MethodId("tuning")) == sure


def test_a_method_that_joined_before_is_no_surer_than_the_descent_since() -> None:
    plain = "  - {id: d-code-python, child: code-llama-python, parent: code-llama, method: code,"
    deck = changed((f"{plain} certainty: stated", f"{plain[:-14]} certainty: conjectured"))
    ends = (ModelId("llama2"), ModelId("code-llama-python"))

    assert join_certainty(deck, lineage(deck), *ends, MethodId("code")) == "conjectured"
