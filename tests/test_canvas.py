"""What the map shows: what is lit, selected, hovered, told by words, and what answers clicks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import msgspec
import pytest
from decks import deck
from hypothesis import given
from lineages import SEVERAL, Kind, kinds, lineage_deck
from maps import RULER, SLIDE
from msgspec.structs import replace

from explainer.canvas import CanvasPicture, canvas_picture, frame_of
from explainer.deck import Deck, load_embedded
from explainer.intents import SelectModel
from explainer.layout import layout
from explainer.picture import Box, Hit, Icon, Shape, TextLine, Trace
from explainer.placement import slide_scale, window_scale
from explainer.schema import (
    LANGUAGES,
    Camera,
    Derivation,
    DerivationId,
    Language,
    MethodId,
    ModelId,
    Option,
    Reading,
    ReadingId,
    Text,
    View,
)
from explainer.strings import say

LINE = "a@2020 > b@2021, a +code> c@2021, b +instruction> d@2022, c +rlhf> e@2022"
FATES = """fates:
  - {model: c, ability: reasoning, change: gained, cause: code, certainty: likely}
  - {model: e, ability: reasoning, change: weakened, cause: rlhf, certainty: open}
levels:
  - {model: d, ability: reasoning, says: {en: very weak, zh: 很弱}}
"""
HELLO = Text(en="says hello", zh="打个招呼")


@pytest.fixture(scope="module")
def made() -> Deck:
    return deck(LINE, FATES)


def drawn(
    made: Deck,
    view: View | None = None,
    language: Language = "en",
    callouts: tuple[tuple[ModelId, Text], ...] = (),
    hover: str = "",
) -> CanvasPicture:
    scale = slide_scale(1920, 1080, len(layout(made).rows))
    return canvas_picture(
        made, view or View(), language, scale, SLIDE, RULER, callouts=callouts, hover=hover
    )


def named(shown: CanvasPicture, name: str) -> list[Shape]:
    return [shape for shape in shown.picture.shapes if shape.id == name]


def box(shown: CanvasPicture, name: str) -> Box:
    (shape,) = named(shown, name)
    assert isinstance(shape, Box)
    return shape


def line(shown: CanvasPicture, name: str) -> TextLine:
    (shape,) = named(shown, name)
    assert isinstance(shape, TextLine)
    return shape


def words(shapes: Iterable[Shape]) -> list[str]:
    lines = (shape for shape in shapes if isinstance(shape, TextLine))
    return ["".join(span.text for span in each.spans) for each in lines]


def strand(shown: CanvasPicture, name: str) -> Trace:
    """Return the strand itself, without its texture."""
    traces = [shape for shape in named(shown, name) if isinstance(shape, Trace)]
    return traces[0]


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


# --- nothing moves


@given(kinds(most=20))
@SEVERAL
def test_stations_stand_still_whatever_is_looked_at(kind: Kind) -> None:
    made = lineage_deck(kind)
    first = next(iter(made.models))
    others = tuple(f"{name}/two" for name in made.readings)
    views = [
        View(),
        View(lit=(), select=first),
        View(lens=f"cause:{next(iter(made.methods))}"),
        View(lens="ability:none"),
        View(readings=others),
        View(focus=(first,)),
    ]

    found = [drawn(made, view, language) for view, language in product(views, LANGUAGES)]

    for shown in found:
        assert shown.stations == found[0].stations
        assert (shown.picture.width, shown.picture.height) == (
            found[0].picture.width,
            found[0].picture.height,
        )


def test_the_embedded_map_stands_still_through_the_whole_story() -> None:
    made = load_embedded()
    views = [step.view for stage in made.stages.values() for step in stage.steps]

    seen = [drawn(made, view, tongue).stations for view in views for tongue in LANGUAGES]

    places = [{model: stations[model] for model in made.models} for stations in seen]
    assert all(place == places[0] for place in places)


def test_the_same_look_is_the_same_picture(made: Deck) -> None:
    again = replace(made)

    assert drawn(made).picture == drawn(again).picture


# --- words at stations


def test_words_stand_only_at_the_stations_that_have_some(made: Deck) -> None:
    shown = drawn(made, callouts=((ModelId("c"), HELLO),))

    callouts = [shape for shape in shown.picture.shapes if shape.id.endswith(":callout")]
    assert {shape.id for shape in callouts} == {"c:callout"}
    assert " ".join(words(callouts)) == "says hello"


def test_without_words_there_are_no_callouts(made: Deck) -> None:
    assert not [s for s in drawn(made).picture.shapes if s.id.endswith(":callout")]


def test_words_speak_the_language_of_the_picture(made: Deck) -> None:
    shown = drawn(made, language="zh", callouts=((ModelId("c"), HELLO),))

    assert "".join(words(named(shown, "c:callout"))) == "打个招呼"


def test_words_at_a_station_cover_no_name(made: Deck) -> None:
    shown = drawn(made, callouts=tuple((model, HELLO) for model in made.models))
    lines = [s for s in shown.picture.shapes if isinstance(s, TextLine) and s.id[1:2] == ":"]
    rects = [(s.id, _letters(s)) for s in lines]

    for (one, first), (other, second) in product(rects, rects):
        apart = (
            first[2] <= second[0]
            or second[2] <= first[0]
            or first[3] <= second[1]
            or second[3] <= first[1]
        )
        assert one == other or apart, (one, other)


def _letters(shape: TextLine) -> tuple[float, float, float, float]:
    left = shape.x - shape.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
    return left, shape.y - 0.7 * shape.size, left + shape.width, shape.y


# --- lenses


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


# --- bases and readings


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


# --- what answers


def test_every_model_answers_at_its_station_and_at_its_name(made: Deck) -> None:
    for hits, capsule, name in _answers(drawn(made), made):
        assert any(_holds(hit, capsule.x, capsule.y, capsule.width, capsule.height) for hit in hits)
        left, top, right, bottom = _letters(name)
        assert any(_holds(hit, left, top, right - left, bottom - top) for hit in hits)


def _answers(shown: CanvasPicture, made: Deck) -> Iterator[tuple[list[Hit], Box, TextLine]]:
    for model in made.models:
        hits = [hit for hit in shown.picture.hits if hit.order == SelectModel(model)]
        yield hits, box(shown, f"{model}:capsule"), line(shown, f"{model}:name")


def _holds(hit: Hit, x: float, y: float, width: float, height: float) -> bool:
    return (
        hit.x <= x
        and hit.y <= y
        and x + width <= hit.x + hit.width
        and y + height <= hit.y + hit.height
    )


@pytest.mark.parametrize("size", [(1258, 860), (640, 400)])
def test_what_answers_is_large_enough_for_a_finger(made: Deck, size: tuple[int, int]) -> None:
    scale = window_scale(*size)
    shown = canvas_picture(made, View(), "en", scale, (float(size[0]), float(size[1])), RULER)

    assert all(min(hit.width, hit.height) >= 32 for hit in shown.picture.hits)


def test_what_answers_says_its_name_and_what_it_previews(made: Deck) -> None:
    hits = drawn(made).picture.hits

    assert {(hit.name, hit.id) for hit in hits} == {(name, name) for name in made.models}


# --- the camera


def test_a_view_without_focus_shows_the_whole_map(made: Deck) -> None:
    assert drawn(made).camera == Camera()


def test_the_users_own_camera_comes_before_the_focus(made: Deck) -> None:
    own = Camera(x=0.25, y=0.75, zoom=2.0)

    assert drawn(made, View(focus=("c",), camera=own)).camera == own


def test_a_focus_is_framed_whole(made: Deck) -> None:
    shown = drawn(made, View(focus=("c", "e")))
    frame = frame_of(shown.camera, (shown.picture.width, shown.picture.height), SLIDE)

    assert frame.zoom > 1
    for model in ("c", "e"):
        x, y = shown.stations[ModelId(model)]
        assert 0 < x * frame.factor + frame.dx < SLIDE[0]
        assert 0 < y * frame.factor + frame.dy < SLIDE[1]


def test_a_focus_never_looks_past_the_edge_of_the_map(made: Deck) -> None:
    for model in made.models:
        shown = drawn(made, View(focus=(model,)))
        size = (shown.picture.width, shown.picture.height)
        frame = frame_of(shown.camera, size, size)
        assert frame.dx <= 0.5
        assert frame.dy <= 0.5
        assert frame.dx + size[0] * frame.factor >= size[0] - 0.5
        assert frame.dy + size[1] * frame.factor >= size[1] - 0.5


def test_a_map_of_one_model_has_no_closer_look() -> None:
    assert drawn(deck("a"), View(focus=("a",))).camera == Camera()


# --- the axis


def test_every_date_stands_beside_its_row(made: Deck) -> None:
    shown = drawn(made)
    labels = [s for s in shown.picture.shapes if s.id.startswith("axis:")]

    assert words(labels) == ["2020", "2021", "2022"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_canvas_the_axis_says_that_it_is_no_scale(made: Deck, language: Language) -> None:
    shown = canvas_picture(made, View(), language, window_scale(1258, 860), (1258.0, 860.0), RULER)

    assert words(named(shown, "axis:foot")) == [say("axis.not-to-scale", language)]
