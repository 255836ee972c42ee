"""Words at every magnification: readable far away, no larger than needed near by, never touching.

The embedded lineage in a small window and a generated one of very many models are looked at alike.
"""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lineages import SEVERAL, Kind, kinds, lineage_deck
from maps import RULER

from explainer.canvas import CanvasPicture, canvas_picture
from explainer.canvas.levels import NEAR, floor_px, words_scale
from explainer.canvas.plan import Plan
from explainer.canvas.seen import Seen, Word, flat
from explainer.deck import Deck, load_embedded
from explainer.picture import TextLine
from explainer.placement import window_scale
from explainer.routes import Rect
from explainer.schema import LANGUAGES, Camera, Language, ModelId, View

EVERYWHERE = Rect(-1e6, -1e6, 1e6, 1e6)


def looked_at(
    deck: Deck, size: tuple[float, float], view: View | None = None, language: Language = "en"
) -> CanvasPicture:
    return canvas_picture(deck, view or View(), language, window_scale(*size), size, RULER)


def plan_of(shown: CanvasPicture) -> Plan:
    assert shown.plan is not None
    return shown.plan


def fitting(shown: CanvasPicture, size: tuple[float, float]) -> float:
    return min(size[0] / shown.picture.width, size[1] / shown.picture.height)


def words_at(shown: CanvasPicture, factor: float) -> list[Word]:
    found = Seen(plan_of(shown)).words(EVERYWHERE, factor)
    return [word for word in found if isinstance(word.shape, TextLine)]


def letters(word: Word) -> Rect:
    """Return the room of the letters, without halo and air, px of the map."""
    line = word.shape
    assert isinstance(line, TextLine)
    left = line.x - line.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor]
    own = Rect(left, line.y - 0.66 * line.size, left + line.width, line.y)
    x, y, scale = word.pin.x, word.pin.y, word.scale
    return Rect(
        x + (own.left - x) * scale,
        y + (own.top - y) * scale,
        x + (own.right - x) * scale,
        y + (own.bottom - y) * scale,
    )


def colliding(words: list[Word]) -> list[str]:
    rooms = [(word.shape.id, letters(word)) for word in words]
    return [
        f"{one} {other}"
        for (one, first), (other, second) in combinations(rooms, 2)
        if first.grown(-0.01, -0.01).meets(second)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1258.0, 860.0), (644.0, 560.0), (2400.0, 1700.0)])
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.5, 5.0, 8.0])
def test_no_words_collide_at_any_zoom(
    language: Language, size: tuple[float, float], zoom: float
) -> None:
    shown = looked_at(load_embedded(), size, language=language)

    assert colliding(words_at(shown, fitting(shown, size) * zoom)) == []


@given(kinds(most=60), st.floats(1.0, 8.0))
@SEVERAL
def test_no_names_of_any_lineage_collide_at_any_zoom(kind: Kind, zoom: float) -> None:
    size = (1258.0, 860.0)
    shown = looked_at(lineage_deck(kind), size)

    names = [
        word
        for word in words_at(shown, fitting(shown, size) * zoom)
        if word.shape.id.endswith(":name")
    ]

    assert colliding(names) == []


@pytest.mark.parametrize("zoom", [1.0, 1.3, 2.0, 4.0, 8.0])
def test_no_names_collide_where_there_are_too_many_to_tell(zoom: float) -> None:
    size = (1258.0, 860.0)
    shown = looked_at(lineage_deck(Kind(models=160, branches=3)), size)
    told = words_at(shown, fitting(shown, size) * zoom)

    assert colliding([word for word in told if word.shape.id.endswith(":name")]) == []


@given(st.floats(0.01, 1.0), st.floats(12.0, 30.0))
def test_words_that_are_shown_are_never_below_the_floor(factor: float, size: float) -> None:
    assert size * factor * words_scale(factor, size) >= floor_px() - 1e-6


@given(st.floats(1.0, 12.0), st.floats(1.0, 12.0))
def test_words_grow_less_than_the_map(one: float, other: float) -> None:
    near, far = max(one, other), min(one, other)

    assert near * words_scale(near, 21.0) >= far * words_scale(far, 21.0) - 1e-9
    assert near * words_scale(near, 21.0) <= 1.6 + 1e-9


def test_far_away_only_some_names_are_told_and_no_dates_nor_methods() -> None:
    size = (1258.0, 860.0)
    made = lineage_deck(Kind(models=160, branches=3))
    shown = looked_at(made, size)

    told = {word.shape.id.rpartition(":")[2] for word in words_at(shown, fitting(shown, size))}
    names = [
        word for word in words_at(shown, fitting(shown, size)) if word.shape.id.endswith(":name")
    ]

    assert 0 < len(names) < len(made.models)
    assert "date" not in told
    assert not [
        word for word in words_at(shown, fitting(shown, size)) if ":label:" in word.shape.id
    ]


def test_the_selected_model_is_named_however_far_away() -> None:
    size = (1258.0, 860.0)
    made = lineage_deck(Kind(models=160, branches=3))
    for model in (ModelId("m7"), ModelId("m90"), ModelId("m159")):
        shown = looked_at(made, size, View(select=model))

        assert f"{model}:name" in {it.shape.id for it in words_at(shown, fitting(shown, size))}


def test_what_is_shown_stays_as_one_comes_nearer() -> None:
    size = (1258.0, 860.0)
    shown = looked_at(lineage_deck(Kind(models=120, branches=3)), size)
    before: set[str] = set()
    for step in range(30):
        now = {word.shape.id for word in words_at(shown, fitting(shown, size) * 1.15**step)}
        assert before <= now
        before = now


def test_near_by_a_name_tells_what_the_model_is() -> None:
    deck = load_embedded()
    shown = looked_at(deck, (1258.0, 860.0))

    far = [word for word in words_at(shown, NEAR * 0.9) if word.shape.id.endswith(":detail")]
    near = [
        word.shape for word in words_at(shown, 4.0) if word.shape.id == "text-davinci-001:detail"
    ]

    assert far == []
    told = [span.text for it in near if isinstance(it, TextLine) for span in it.spans]
    assert deck.models[ModelId("text-davinci-001")].kind.en in told


def test_details_stand_beside_what_is_there_already() -> None:
    for language in LANGUAGES:
        shown = looked_at(load_embedded(), (1258.0, 860.0), language=language)
        for factor in (NEAR, 2.5, 3.4, 5.0):
            assert colliding(words_at(shown, factor)) == []


def test_the_drawing_is_the_same_for_every_camera_and_whatever_is_pointed_at() -> None:
    deck = load_embedded()
    size = (1258.0, 860.0)
    rest = looked_at(deck, size)
    moved = looked_at(deck, size, View(camera=Camera(x=0.3, y=0.6, zoom=3.0)))
    pointed = canvas_picture(deck, View(), "en", window_scale(*size), size, RULER, hover="chatgpt")

    assert moved.plan is rest.plan
    assert pointed.plan is rest.plan
    assert [shape.id for shape in pointed.pointed] == ["chatgpt:ring"]


def test_what_is_seen_is_one_picture_in_px_of_the_screen() -> None:
    from explainer.canvas import frame_of

    size = (1258.0, 860.0)
    shown = looked_at(load_embedded(), size, View(camera=Camera(x=0.35, y=0.9, zoom=3.0)))
    frame = frame_of(shown.camera, (shown.picture.width, shown.picture.height), size)

    seen = flat(Seen(plan_of(shown)), frame, size)

    names = [it for it in seen.shapes if isinstance(it, TextLine) and it.id.endswith(":name")]
    assert names
    assert all(20 < line.size < 40 for line in names)
