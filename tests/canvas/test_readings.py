"""Bases that nobody named, other readings, and methods that come in again."""

from __future__ import annotations

import msgspec
from decks import deck
from mapped import box, drawn, line, named, strand, words
from msgspec.structs import replace

from explainer.canvas import CanvasPicture
from explainer.schema import (
    Derivation,
    DerivationId,
    MethodId,
    ModelId,
    Option,
    Reading,
    ReadingId,
    Text,
    View,
)


def test_an_unknown_base_is_a_strand_that_begins_at_a_question_mark() -> None:
    shown = drawn(deck("? +code> b"))

    assert words(named(shown, ">b:base")) == ["?"]
    assert line(shown, ">b:base").y < strand_top(shown, ">b:pretraining") + 1


def strand_top(shown: CanvasPicture, name: str) -> float:
    ys = [move.y for move in strand(shown, name).moves if hasattr(move, "y")]
    return min(ys)


def test_another_reading_draws_other_strands_and_says_how_sure_they_are() -> None:
    made = deck("a@2020 > b@2021, b > c@2022")
    near = made.derivations[1]
    far = msgspec.structs.replace(
        near, id=DerivationId("far"), parent=ModelId("a"), certainty="open"
    )
    says = Text(en="so", zh="如此")
    reading = Reading(
        id=ReadingId("parent"),
        drawn="near",
        asks=says,
        options=(
            Option(id="near", says=says, derivations=(near,)),
            Option(id="far", says=says, derivations=(far,)),
        ),
    )
    made = replace(made, derivations=made.derivations[:1], readings={reading.id: reading})

    first, other = drawn(made), drawn(made, View(readings=("parent/far",)))

    assert named(first, "b>c:pretraining")
    assert not named(first, "a>c:pretraining")
    assert not named(other, "b>c:pretraining")
    assert strand(other, "a>c:pretraining").cap == "round"
    assert first.stations == other.stations


def test_a_method_that_comes_in_again_keeps_the_lane_it_has() -> None:
    made = deck("a +code> b")
    more = Derivation(
        id=DerivationId("more"),
        child=ModelId("c"),
        parent=ModelId("b"),
        method=MethodId("code"),
        certainty="stated",
    )
    extra = msgspec.structs.replace(
        made.models[ModelId("b")], id=ModelId("c"), name="c", date="2022-01"
    )
    made = replace(
        made, models={**made.models, extra.id: extra}, derivations=(*made.derivations, more)
    )

    shown = drawn(made)

    assert len(named(shown, "b>c:code")) == 2
    assert box(shown, "b>c:badge:code")
