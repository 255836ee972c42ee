"""The graph of models: what is drawn, which strands come down, and questions on it."""

from __future__ import annotations

import msgspec
import pytest
from decks import deck
from msgspec.structs import replace

from explainer import lineage as graphs
from explainer.deck import Deck
from explainer.lineage import Lineage, lineage
from explainer.schema import (
    Claim,
    ClaimId,
    Derivation,
    DerivationId,
    ModelId,
    Option,
    Reading,
    ReadingId,
    Text,
)

A, B, C, D, E = map(ModelId, "abcde")
SO = Text(en="so", zh="如此")

DIAMOND = "a > b, a +code> c, b +instruction> d, c > d, d +rlhf> e"


def disputed() -> Deck:
    """Return a deck in which `c` comes from `b`, or from `a` with code."""
    made = deck("a > b, b > c")
    near = made.derivations[1]
    far = msgspec.structs.replace(
        near, id=DerivationId("a-c"), parent=A, method="code", certainty="open"
    )
    reading = Reading(
        id=ReadingId("parent"),
        drawn="near",
        asks=SO,
        options=(
            Option(id="near", says=SO, derivations=(near,)),
            Option(id="far", says=SO, derivations=(far,)),
        ),
    )
    return replace(made, derivations=made.derivations[:1], readings={reading.id: reading})


def link_of(drawn: Lineage, name: str) -> graphs.Link:
    return next(link for link in drawn.links if link.id == name)


def test_parents_come_before_their_children() -> None:
    assert list(lineage(deck("b > c, a > b")).parents) == [A, B, C]


def test_every_model_knows_its_parents_and_children() -> None:
    drawn = lineage(deck(DIAMOND))

    assert drawn.parents[D] == (B, C)
    assert drawn.children[A] == (B, C)
    assert drawn.roots == (A,)


def test_one_option_of_a_reading_is_drawn() -> None:
    assert lineage(disputed()).parents[C] == (B,)


def test_another_reading_is_drawn_in_place_of_the_first() -> None:
    assert lineage(disputed(), ("parent/far",)).parents[C] == (A,)


def test_the_order_in_which_readings_are_asked_for_does_not_matter() -> None:
    made = disputed()

    assert lineage(made, ("parent/far", "x/y")) is lineage(made, ("x/y", "parent/far"))


def test_what_stands_outside_the_readings_is_always_drawn() -> None:
    assert lineage(disputed(), ("parent/far",)).parents[B] == (A,)


def test_strands_run_on_through_every_descendant() -> None:
    strands = lineage(deck(DIAMOND)).strands

    assert strands[A] == strands[B] == ("pretraining",)
    assert strands[C] == ("pretraining", "code")
    assert strands[D] == ("pretraining", "code", "instruction")


def test_the_strands_of_a_model_are_in_the_order_of_the_lanes() -> None:
    assert lineage(deck("a +rlhf> b, b +code> c")).strands[C] == ("pretraining", "code", "rlhf")


def test_a_link_carries_what_its_parent_has_and_not_what_joins() -> None:
    link = link_of(lineage(deck("a +code> b")), "a>b")

    assert link.carried == ("pretraining",)
    assert [join.method for join in link.joins] == ["code"]


def test_an_unknown_base_brings_the_strands_that_it_is_said_to_bring() -> None:
    drawn = lineage(deck("? +code> b"))
    link = link_of(drawn, ">b")

    assert (link.parent, link.carried) == ("", ("pretraining",))
    assert drawn.parents[B] == ()
    assert drawn.strands[B] == ("pretraining", "code")


def test_two_derivations_from_one_parent_are_one_link() -> None:
    made = deck("a +code> b")
    more = Derivation(
        id=DerivationId("more"),
        child=B,
        parent=A,
        method=made.derivations[0].method,
        certainty="open",
    )
    drawn = lineage(replace(made, derivations=(*made.derivations, more)))

    assert [link.id for link in drawn.links] == ["a>b"]
    assert drawn.parents[B] == (A,)


def test_a_link_is_as_sure_as_its_weakest_derivation() -> None:
    made = deck("a > b")
    sure = made.derivations[0]
    unsure = msgspec.structs.replace(sure, id=DerivationId("other"), certainty="conjectured")
    drawn = lineage(replace(made, derivations=(sure, unsure)))

    assert link_of(drawn, "a>b").certainty == "conjectured"


@pytest.mark.parametrize(
    "certainties, found",
    [
        ((), None),
        (("stated", "likely"), "likely"),
        (("open", "conjectured"), "open"),
        (("likely", "conjectured", "stated"), "conjectured"),
    ],
)
def test_the_weakest_certainty_counts(certainties: tuple[str, ...], found: str | None) -> None:
    assert graphs.weakest(certainties) == found  # type: ignore[arg-type]


def test_a_circle_is_an_error() -> None:
    made = deck("a > b")
    back = Derivation(id=DerivationId("back"), child=A, parent=B, certainty="stated")

    with pytest.raises(ValueError, match="circle"):
        graphs.lineage_of(made, (*made.derivations, back))


def test_below_is_everything_that_descends() -> None:
    below = lineage(deck(DIAMOND)).below

    assert below[A] == {B, C, D, E}
    assert below[C] == {D, E}
    assert below[E] == set()


def test_below_and_the_graph_agree() -> None:
    drawn = lineage(deck(DIAMOND))

    assert all(drawn.below[model] == graphs.descendants(drawn, model) for model in drawn.parents)


def test_ancestors_leave_the_model_itself_out() -> None:
    assert graphs.ancestors(lineage(deck(DIAMOND)), D) == {A, B, C}


def test_a_path_is_everything_between_two_models() -> None:
    drawn = lineage(deck(DIAMOND))

    assert graphs.path(drawn, A, D) == {A, B, C, D}
    assert graphs.path(drawn, B, E) == {B, D, E}
    assert graphs.path(drawn, C, C) == {C}


def test_where_no_way_leads_the_path_is_empty() -> None:
    drawn = lineage(deck(DIAMOND))

    assert graphs.path(drawn, D, A) == frozenset()
    assert graphs.path(drawn, B, C) == frozenset()


@pytest.mark.parametrize(
    "one, other, found", [("b", "c", "a"), ("e", "d", "d"), ("b", "b", "b"), ("e", "x", "")]
)
def test_the_nearest_common_ancestor_is_the_lowest(one: str, other: str, found: str) -> None:
    drawn = lineage(deck(DIAMOND + ", x"))

    assert graphs.nearest_common_ancestor(drawn, ModelId(one), ModelId(other)) == found


def test_what_rests_on_a_claim_rests_on_it_in_the_end() -> None:
    made = deck("a")
    first = next(iter(made.claims.values()))

    def claim(name: str, *, on: str = "", evidence: str = "") -> Claim:
        return msgspec.structs.replace(
            first,
            id=ClaimId(name),
            depends_on=(ClaimId(on),) if on else (),
            evidence_for=(ClaimId(evidence),) if evidence else (),
        )

    claims = [claim("C1"), claim("C2", on="C1"), claim("C3", evidence="C2"), claim("C4")]
    made = replace(made, claims={each.id: each for each in claims})

    assert graphs.resting_on(made, ClaimId("C1")) == {"C2", "C3"}
    assert graphs.resting_on(made, ClaimId("C4")) == frozenset()
