"""What stands out on the map: what is lit, selected and pointed at."""

from __future__ import annotations

from mapped import box, drawn, line, named, strand, words

from explainer.deck import Deck
from explainer.picture import Icon
from explainer.schema import (
    ModelId,
    View,
)

# --- what is lit


def test_a_lit_strand_has_the_colour_and_texture_of_its_method(made: Deck) -> None:
    shown = drawn(made)

    assert strand(shown, "c>e:code").stroke == "method.code.stroke"
    assert len(named(shown, "c>e:code")) == 2


def test_a_dimmed_strand_is_thinner_grey_and_plain(made: Deck) -> None:
    shown = drawn(made, View(lit=("b",)))
    bright = strand(drawn(made), "c>e:code")
    dim = strand(shown, "c>e:code")

    assert dim.stroke == "edge_dimmed"
    assert dim.width < bright.width
    assert len(named(shown, "c>e:code")) == 1


def test_a_dimmed_name_is_lighter_and_still_there(made: Deck) -> None:
    shown = drawn(made, View(lit=("b",)))
    (dim,), (bright,) = line(shown, "c:name").spans, line(shown, "b:name").spans

    assert (dim.ink, dim.face) == ("dimmed_text", "mono")
    assert (bright.ink, bright.face) == ("ink", "mono-strong")


def test_nothing_lit_leaves_every_model_on_the_map(made: Deck) -> None:
    shown = drawn(made, View(lit=()))

    assert all(named(shown, f"{model}:name") for model in made.models)


def test_dimmed_strands_lie_under_lit_ones(made: Deck) -> None:
    shapes = drawn(made, View(lit=("path:a>d",))).picture.shapes
    place = {shape.id: number for number, shape in enumerate(shapes)}

    assert place["a>c:pretraining"] < place["a>b:pretraining"]


def test_names_lie_on_everything_else(made: Deck) -> None:
    shapes = drawn(made).picture.shapes
    last = [shape.id.partition(":")[2] for shape in shapes[-len(made.models) :]]

    assert last == ["name"] * len(made.models)


def test_a_badge_names_the_method_that_joins(made: Deck) -> None:
    shown = drawn(made)
    disc = box(shown, "a>c:badge:code")
    icons = [shape for shape in shown.picture.shapes if isinstance(shape, Icon)]

    assert disc.fill == "method.code.stroke"
    assert {icon.name for icon in icons} == {"method-code", "method-instruction", "method-rlhf"}
    assert words(named(shown, "a>c:label:code")) == ["Training on code"]


def test_a_dimmed_badge_is_hollow(made: Deck) -> None:
    disc = box(drawn(made, View(lit=("b",))), "a>c:badge:code")

    assert (disc.fill, disc.stroke) == ("background", "edge_dimmed")


# --- selection and hover


def test_the_selected_model_is_filled_with_ringed_station_and_name_in_a_pill(made: Deck) -> None:
    shown = drawn(made, View(select=ModelId("c")))

    assert box(shown, "c:capsule").fill == "selection_fill"
    assert box(shown, "c:ring").stroke == "ink"
    assert box(shown, "c:pill").fill == "selection_fill"
    assert line(shown, "c:name").spans[0].ink == "on_ink"


def test_the_pill_holds_the_whole_name(made: Deck) -> None:
    shown = drawn(made, View(select=ModelId("c")))
    pill, name = box(shown, "c:pill"), line(shown, "c:name")
    left = name.x - name.width if name.anchor == "end" else name.x

    assert pill.x < left
    assert left + name.width < pill.x + pill.width


def test_only_one_model_is_selected(made: Deck) -> None:
    shown = drawn(made, View(select=ModelId("c")))

    pills = [shape.id for shape in shown.picture.shapes if shape.id.endswith((":pill", ":ring"))]
    assert sorted(pills) == ["c:pill", "c:ring"]


def test_a_hovered_model_has_a_ring_and_nothing_else_changes(made: Deck) -> None:
    rest, hovered = drawn(made), drawn(made, hover="c")
    ring = box(hovered, "c:ring")

    assert ring.stroke == "focus"
    assert [shape for shape in hovered.picture.shapes if shape != ring] == list(rest.picture.shapes)
