"""The lenses of the map: the fate of an ability, and what is attributed to a method."""

from __future__ import annotations

from mapped import drawn, line, named, strand, words

from explainer.deck import Deck
from explainer.picture import Icon, Trace
from explainer.schema import (
    View,
)


def test_the_lens_of_an_ability_greys_the_strands_and_takes_the_badges_away(made: Deck) -> None:
    shown = drawn(made, View(lens="ability:reasoning"))
    strands = [s for s in shown.picture.shapes if isinstance(s, Trace) and s.id.count(":") == 1]

    assert strands
    assert {s.stroke for s in strands} == {"edge_dimmed"}
    assert not [s for s in shown.picture.shapes if ":badge:" in s.id or ":label:" in s.id]


def test_the_lens_of_an_ability_leaves_out_what_the_filter_does(made: Deck) -> None:
    shown = drawn(made, View(lens="ability:reasoning", established=True))

    assert not named(shown, "c:callout")
    assert not [s for s in shown.picture.shapes if isinstance(s, Icon) and "fate" in s.name]


def test_the_lens_of_an_ability_says_what_became_of_it_and_how_sure_that_is(made: Deck) -> None:
    shown = drawn(made, View(lens="ability:reasoning"))

    assert words(named(shown, "c:callout")) == ["gained"]
    assert words(named(shown, "c:callout:tail")) == ["likely"]
    assert words(named(shown, "e:callout")) == ["weakened"]
    icons = [shape.name for shape in shown.picture.shapes if isinstance(shape, Icon)]
    assert icons == ["fate-gained", "fate-weakened"]


def test_a_level_is_a_muted_word_without_a_sign(made: Deck) -> None:
    shown = drawn(made, View(lens="ability:reasoning"))

    assert line(shown, "d:callout").spans[0].ink == "muted"
    assert not named(shown, "d:callout:tail")


def test_where_nothing_changes_nothing_is_said(made: Deck) -> None:
    shown = drawn(made, View(lens="ability:reasoning"))

    assert not named(shown, "a:callout")
    assert not named(shown, "b:callout")


def test_the_lens_of_a_cause_lights_one_method_and_names_what_is_attributed_to_it(
    made: Deck,
) -> None:
    shown = drawn(made, View(lens="cause:code"))

    assert strand(shown, "c>e:code").stroke == "method.code.stroke"
    assert strand(shown, "c>e:pretraining").stroke == "edge_dimmed"
    assert words(named(shown, "c:callout")) == ["Reasoning"]
    assert not named(shown, "e:callout")
