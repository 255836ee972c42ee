"""Models outside the lineage: beside it on the map, never in its way."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lineages import Kind, kinds, lineage_deck
from msgspec.structs import replace
from rulers import PlainRuler

from explainer import look
from explainer.canvas import CanvasPicture, canvas_picture
from explainer.counterparts import entries, lit_counterparts, shown_counterparts
from explainer.deck import Deck, load_embedded
from explainer.intents import SelectModel
from explainer.layout import layout
from explainer.picture import ArcTo, Box, LineTo, MoveTo, TextLine, Trace
from explainer.placement import Scale, slide_scale, window_scale
from explainer.routes import Rect
from explainer.schema import (
    Derivation,
    DerivationId,
    Language,
    MapSlide,
    Model,
    ModelId,
    Text,
    View,
)

DECK = load_embedded()
WIDE, WINDOW, SMALL = (1728.0, 816.0), (1258.0, 860.0), (644.0, 664.0)
ALL = View(counterparts=True)
OPT, PALM, T5, FLAN = ModelId("opt"), ModelId("palm"), ModelId("t5"), ModelId("flan-t5")
MOST = 12
"""Counterparts of a generated lineage."""


def scale_of(deck: Deck, size: tuple[float, float]) -> Scale:
    if size == WIDE:
        return slide_scale(1920, 1080, len(layout(deck).rows))
    return window_scale(*size)


def drawn(
    view: View,
    size: tuple[float, float] = WINDOW,
    deck: Deck = DECK,
    language: Language = "en",
    callouts: tuple[tuple[ModelId, Text], ...] = (),
) -> CanvasPicture:
    scale = scale_of(deck, size)
    return canvas_picture(deck, view, language, scale, size, PlainRuler(), callouts=callouts)


def lines(canvas: CanvasPicture, ending: str) -> dict[str, TextLine]:
    """Return the words called `<model>:<ending>`, by model; of several lines the first."""
    found: dict[str, TextLine] = {}
    for shape in canvas.picture.shapes:
        if isinstance(shape, TextLine) and shape.id.endswith(f":{ending}"):
            found.setdefault(shape.id.removesuffix(f":{ending}"), shape)
    return found


def room(line: TextLine) -> Rect:
    left = line.x - line.width if line.anchor == "end" else line.x
    return Rect(left, line.y - line.size * 0.74, left + line.width, line.y + line.size * 0.06)


def segments(trace: Trace) -> list[Rect]:
    """Return the boxes of the straight parts and, somewhat too large, of the bends."""
    ends: list[tuple[float, float]] = []
    boxes: list[Rect] = []
    for move in trace.moves:
        match move:
            case MoveTo(x, y):
                ends = [(x, y)]
            case LineTo(x, y):
                ends.append((x, y))
            case ArcTo(cx, cy, radius):
                boxes.append(Rect(cx, cy, cx, cy).grown(radius, radius))
                ends = []
        for (x1, y1), (x2, y2) in pairwise(ends[-2:]):
            box = Rect(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
            boxes.append(box.grown(trace.width / 2, trace.width / 2))
    return boxes


def with_counterparts(deck: Deck, seeds: list[int]) -> Deck:
    """Return `deck` with a counterpart for each seed, some of which come from the one before."""
    models = list(deck.models)
    made: dict[ModelId, Model] = {}
    born: list[Derivation] = []
    for number, seed in enumerate(seeds):
        name = ModelId(f"outside-{number}")
        stands_for = (models[seed % len(models)],) if seed % 3 else ()
        made[name] = Model(
            id=name,
            name="x" * (3 + seed % 17),
            date=f"{2018 + seed % 8}-{1 + seed % 12:02}",
            kind=Text(en="A model", zh="模型"),
            summary=Text(en="It exists.", zh="它存在。"),
            counterpart=True,
            stands_for=stands_for,
        )
        if number and seed % 4 == 0:
            parent = ModelId(f"outside-{number - 1}")
            edge = DerivationId(f"{parent}-{name}")
            born.append(Derivation(id=edge, child=name, parent=parent, certainty="stated"))
    return replace(deck, counterparts=made, counterpart_derivations=tuple(born))


seeds = st.lists(st.integers(0, 200), min_size=1, max_size=MOST)


@given(kinds(most=20), seeds, st.sampled_from((WIDE, WINDOW, SMALL)))
def test_showing_counterparts_moves_no_station(
    kind: Kind, seeds: list[int], size: tuple[float, float]
) -> None:
    deck = with_counterparts(lineage_deck(kind), seeds)

    before, after = drawn(View(), size, deck), drawn(ALL, size, deck)

    for model in deck.models:
        assert after.stations[model] == before.stations[model]
    ends = ":capsule", ":badge"
    still = [it for it in before.picture.shapes if isinstance(it, Box) and it.id.endswith(ends)]
    assert [it for it in after.picture.shapes if isinstance(it, Box) and it.id.endswith(ends)] == (
        still
    )
    assert {name: room(line) for name, line in lines(before, "name").items()}.items() <= {
        name: room(line) for name, line in lines(after, "name").items()
    }.items()


@given(kinds(most=20), seeds, st.sampled_from((WIDE, WINDOW, SMALL)))
def test_no_name_of_a_counterpart_meets_another_name_or_a_strand(
    kind: Kind, seeds: list[int], size: tuple[float, float]
) -> None:
    deck = with_counterparts(lineage_deck(kind), seeds)
    canvas = drawn(ALL, size, deck)
    names = {model: room(line) for model, line in lines(canvas, "name").items()}
    own = {model: names[model] for model in deck.counterparts}

    assert [
        (one, other)
        for one, other in combinations(names, 2)
        if {one, other} & own.keys() and names[one].meets(names[other])
    ] == []
    strands = [it for it in canvas.picture.shapes if isinstance(it, Trace) and ">" in it.id]
    boxes = [box for strand in strands for box in segments(strand)]
    assert [model for model, rect in own.items() if any(rect.meets(box) for box in boxes)] == []


@given(kinds(most=20), seeds)
def test_no_line_to_a_counterpart_runs_under_a_name(kind: Kind, seeds: list[int]) -> None:
    deck = with_counterparts(lineage_deck(kind), seeds)
    canvas = drawn(ALL, WINDOW, deck)
    names = [room(line) for line in lines(canvas, "name").values()]
    leaders = [it for it in canvas.picture.shapes if isinstance(it, Trace) and "leader" in it.id]

    boxes = [box for leader in leaders for box in segments(leader)]
    assert not [box for box in boxes if any(box.meets(name) for name in names)]


@given(kinds(most=20), seeds)
def test_the_whole_column_lies_in_the_picture(kind: Kind, seeds: list[int]) -> None:
    deck = with_counterparts(lineage_deck(kind), seeds)
    canvas = drawn(ALL, WINDOW, deck)
    box = Rect(0, 0, canvas.picture.width, canvas.picture.height)

    for model in deck.counterparts:
        assert box.holds(room(lines(canvas, "name")[model]))
        assert box.holds(room(lines(canvas, "date")[model])) or not lines(canvas, "date")


def test_the_camera_sees_the_wider_map() -> None:
    before, after = drawn(View()), drawn(ALL)

    assert after.picture.width > before.picture.width
    assert after.camera.zoom == 1


def test_a_counterpart_stands_at_the_height_of_the_model_it_stands_for() -> None:
    canvas = drawn(View(counterparts=True, lit=("opt",)), WIDE)

    assert canvas.stations[OPT][1] == pytest.approx(canvas.stations[ModelId("davinci")][1])
    assert canvas.stations[OPT][0] > max(canvas.stations[model][0] for model in DECK.models)


def test_one_that_stands_for_none_stands_where_its_date_leads() -> None:
    rows = [row.date for row in layout(DECK).rows]
    (entry,) = entries(DECK, frozenset({PALM}))

    assert rows[int(entry.row)] <= DECK.counterparts[PALM].date
    assert not entry.beside


def test_children_stand_under_their_parent_and_the_line_says_how_sure_that_is() -> None:
    order = [entry.model for entry in entries(DECK, frozenset(DECK.counterparts))]
    canvas = drawn(ALL)
    kin = {it.id: it for it in canvas.picture.shapes if isinstance(it, Trace) and "kin" in it.id}

    assert order.index(T5) < order.index(ModelId("t0")) < order.index(FLAN)
    whole = [it for it in kin["flan-t5:kin"].moves if isinstance(it, MoveTo)]
    dashes = [it for it in kin["t0:kin"].moves if isinstance(it, MoveTo)]
    assert len(whole) == 1
    assert len(dashes) > 1


def test_of_one_row_the_older_stand_above() -> None:
    beside = [
        DECK.counterparts[entry.model].date
        for entry in entries(DECK, frozenset(DECK.counterparts))
        if entry.beside == "davinci"
    ]
    assert beside == sorted(beside)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "name",
    [
        f"{stage.id}/{step.id}"
        for stage in DECK.stages.values()
        for step in stage.steps
        if step.view.counterparts and isinstance(step.slide, MapSlide)
    ],
)
def test_a_slide_shows_the_counterparts_it_names_large_enough(
    name: str, language: Language
) -> None:
    stage, _, wanted = name.partition("/")
    shown = next(
        it for each in DECK.stages.values() if each.id == stage for it in each.steps
        if it.id == wanted
    )  # fmt: skip
    assert isinstance(shown.slide, MapSlide)
    canvas = drawn(
        shown.view, WIDE, language=language, callouts=tuple(shown.slide.callouts.items())
    )
    named = {it for it in shown.slide.callouts if it in DECK.counterparts}
    factor = min(WIDE[0] / canvas.picture.width, WIDE[1] / canvas.picture.height)
    words = lines(canvas, "callout")

    assert {it for it in canvas.stations if it in DECK.counterparts} == named
    assert lines(canvas, "name")[next(iter(named))].size * factor >= 0.028 * 1080
    assert named <= words.keys()
    meeting = [
        (one, other)
        for one, other in combinations([*words.values(), *lines(canvas, "name").values()], 2)
        if one.id.partition(":")[0] in named and room(one).meets(room(other))
    ]
    assert meeting == []


def test_a_view_that_names_none_shows_all_and_the_window_always_does() -> None:
    every = frozenset(DECK.counterparts)

    assert shown_counterparts(DECK, ALL, few=True) == every
    assert shown_counterparts(DECK, View(counterparts=True, lit=("opt",))) == every
    assert shown_counterparts(DECK, View(counterparts=True, lit=("opt",)), few=True) == {OPT}
    assert shown_counterparts(DECK, View(counterparts=True), (PALM,), few=True) == {PALM}
    assert shown_counterparts(DECK, View(select=OPT)) == frozenset()


def test_counterparts_are_lit_by_name_by_derivation_and_with_all() -> None:
    assert lit_counterparts(DECK, ("all",)) == frozenset(DECK.counterparts)
    assert lit_counterparts(DECK, ("davinci", "opt")) == {OPT}
    assert lit_counterparts(DECK, ("flan-t5-t5",)) == {T5, FLAN}


def test_a_click_on_a_counterpart_selects_it() -> None:
    hits = {hit.id: hit for hit in drawn(ALL).picture.hits}

    assert hits["opt"].order == SelectModel(OPT)
    assert hits["opt"].name == "OPT-175B"
    assert min(hits["opt"].width, hits["opt"].height) >= 32


def test_one_that_is_selected_or_pointed_at_wears_a_ring() -> None:
    selected = drawn(View(counterparts=True, select=OPT))
    canvas = canvas_picture(
        DECK, ALL, "en", window_scale(*WINDOW), WINDOW, PlainRuler(), hover="opt"
    )

    for each, ink in ((selected, "ink"), (canvas, "focus")):
        rings = [it for it in each.picture.shapes if isinstance(it, Box) and it.id == "opt:ring"]
        assert [ring.stroke for ring in rings] == [ink]


def test_rules_of_the_axis_end_before_models_of_other_dates() -> None:
    canvas = drawn(ALL)
    left = min(canvas.stations[model][0] for model in DECK.counterparts)
    rules = [it for it in canvas.picture.shapes if isinstance(it, Trace) and it.stroke == "line"]
    ends = [move.x for rule in rules for move in rule.moves if isinstance(move, LineTo)]

    assert max(ends) < left


def test_right_leads_from_the_last_model_of_a_row_to_its_counterparts() -> None:
    view = View(select=ModelId("davinci"), counterparts=True)
    walk = [view.select]
    for _ in range(3):
        walk.append(look.beside(DECK, look.select(DECK, view, walk[-1]), "right"))

    assert walk == ["davinci", "opt", "bloom", "galactica"]
    back = look.beside(DECK, look.select(DECK, view, "opt"), "left")
    assert back == "davinci"
    hidden = look.beside(DECK, View(select=ModelId("davinci")), "right")
    assert hidden in DECK.models


def test_up_and_down_follow_what_a_counterpart_comes_from() -> None:
    assert look.beside(DECK, View(select=FLAN, counterparts=True), "up") == T5
    assert look.beside(DECK, View(select=T5, counterparts=True), "down") in ("flan-t5", "t0")
    assert look.beside(DECK, View(select=OPT, counterparts=True), "up") == "davinci"
    assert look.beside(DECK, View(select=OPT, counterparts=True), "down") == OPT


def test_what_descends_from_a_counterpart_can_be_asked_for() -> None:
    canvas = drawn(View(counterparts=True, lit=("descendants:t5",), focus=("ancestors:opt",)))

    assert canvas.stations[T5]
