"""What is seen between two pictures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from msgspec.structs import replace
from rulers import PlainRuler

from explainer.deck import load_embedded
from explainer.motion import Change, change_between, ends_at, frame_at, rests_at
from explainer.picture import Box, Clip, Picture, Shape, Span, TextLine, Trace
from explainer.slide import slide_picture
from explainer.story import steps

GROUND = Box(0, 0, 10, 10, fill="line", id="ground")


def words(text: str, x: float = 0.0, *, name: str = "", face: str = "text") -> TextLine:
    """Return a line of words, 20 px high."""
    spans = (Span(text, "mono" if face == "mono" else "text"),)
    return TextLine(x, 50, spans, 20, width=40, id=name or text)


def picture(*shapes: Shape) -> Picture:
    """Return shapes among some that are always there, so that most of the picture persists."""
    base = tuple(replace(GROUND, x=float(at), id=f"base:{at}") for at in range(8))
    return Picture(400, 300, (*base, *shapes), ground="background")


def change(before: Picture, after: Picture) -> Change:
    found = change_between(before, after)
    assert found is not None
    return found


def seen(given: Change, elapsed: float) -> dict[Shape, float]:
    """Return how much of each shape is seen at a time; time and way are the same here."""
    frame = frame_at(given, elapsed, lambda share: share)
    found: dict[Shape, float] = {}
    for name, weight in ((frame.lower, 1 - frame.blend), (frame.upper, frame.blend)):
        layer: Picture = getattr(given, name)
        for part in _parts(layer):
            found[part] = found.get(part, 0.0) + weight
    for shape, opacity in frame.moving:
        found[shape] = found.get(shape, 0.0) + opacity
    return found


def times(given: Change) -> list[float]:
    """Return moments from beginning to end, ms."""
    return [ends_at(given) * at / 40 for at in range(41)]


def test_nothing_is_seen_between_equal_pictures() -> None:
    assert change_between(picture(words("a")), picture(words("a"))) is None


def test_pictures_of_two_sizes_are_cut() -> None:
    assert change_between(picture(), replace(picture(words("a")), width=500)) is None


def test_huge_pictures_are_cut() -> None:
    many = tuple(Box(float(at), 0, 1, 1) for at in range(5000))
    assert change_between(Picture(10, 10, many), Picture(10, 10, many[1:])) is None


def test_first_something_leaves_then_something_enters() -> None:
    given = change(picture(words("old")), picture(words("new")))
    half = ends_at(given) / 2

    assert seen(given, 0)[words("old")] == 1
    assert seen(given, half * 0.5)[words("old")] == pytest.approx(0.5)
    assert words("new") not in {it for it, much in seen(given, half * 0.9).items() if much}
    assert not seen(given, half * 1.1).get(words("old"))
    assert seen(given, half * 1.5)[words("new")] == pytest.approx(0.5)
    assert seen(given, half * 2)[words("new")] == 1


@pytest.mark.parametrize(
    "before,after,stages",
    [
        (picture(words("a")), picture(), 1),
        (picture(words("a")), picture(words("b")), 2),
        (picture(words("a"), words("c", 0)), picture(words("b"), words("c", 90)), 3),
    ],
)
def test_it_lasts_the_longer_the_more_happens(before: Picture, after: Picture, stages: int) -> None:
    assert ends_at(change(before, after)) == {1: 400, 2: 500, 3: 600}[stages]


def test_the_same_thing_moves() -> None:
    given = change(picture(words("a", 100)), picture(words("a", 200)))

    places = [next(it.x for it in _lines(given, at) if it.id == "a") for at in times(given)]
    assert (places[0], places[-1]) == (100, 200)
    assert places == sorted(places)
    assert 140 < places[20] < 160


def test_the_name_of_a_model_moves_to_another_kind_of_slide() -> None:
    before = words("davinci", 100, name="davinci:name", face="mono")
    after = words("davinci", 300, name="column", face="mono")
    given = change(picture(before), picture(after))

    assert [(it.before, it.after) for it in given.movers] == [(before, after)]


def test_what_changes_its_look_crosses_where_it_is() -> None:
    dim = Trace((), "edge_dimmed", 3, id="a>b:code")
    lit = replace(dim, stroke="method.code.stroke")
    given = change(picture(dim), picture(lit))

    middle = seen(given, ends_at(given) / 2)
    assert middle[dim] == middle[lit] == pytest.approx(0.5)


def test_a_names_ground_comes_together_with_its_letters() -> None:
    name, pill = words("a", name="a:name"), Box(0, 0, 40, 20, fill="ink", id="a:pill")
    bright = replace(name, spans=(Span("a", ink="on_ink"),))
    given = change(picture(name), picture(pill, bright))

    for at in times(given):
        found = seen(given, at)
        assert found.get(pill, 0) == pytest.approx(found.get(bright, 0))


def test_what_a_camera_frames_changes_shape_by_shape() -> None:
    kept, gone = words("kept"), words("gone")
    before = picture(Clip(0, 0, 100, 100, (kept, gone)))
    after = picture(Clip(0, 0, 100, 100, (kept,)))
    given = change(before, after)

    assert all(seen(given, at)[kept] == 1 for at in times(given))
    assert seen(given, ends_at(given) / 2)[gone] == pytest.approx(0.5)


def test_what_has_come_is_marked_for_a_second() -> None:
    given = change(picture(words("headline"), words("a")), picture(words("b")))
    (mark,) = given.marks
    end = ends_at(given)

    assert mark.id == "changed:b"
    assert frame_at(given, 0, lambda share: share).mark == 0
    assert frame_at(given, end, lambda share: share).mark == 1
    assert frame_at(given, end + 700, lambda share: share).mark == 1
    assert 0 < frame_at(given, end + 900, lambda share: share).mark < 1
    assert rests_at(given) == end + 1000


def test_lines_of_one_thing_share_a_mark_and_others_do_not() -> None:
    card = words("one", 0, name="option")
    more = [replace(card, y=70), replace(card, x=200), replace(card, x=200, y=70)]
    given = change(picture(), picture(card, *more))
    assert [(round(it.x), round(it.width)) for it in given.marks] == [(-6, 53), (194, 53)]


def test_where_much_has_come_nothing_is_marked() -> None:
    many = [words(f"w{at}", at * 50.0) for at in range(7)]
    assert change(picture(), picture(*many[:6])).marks
    assert not change(picture(), picture(*many)).marks


def test_a_new_headline_needs_no_mark() -> None:
    given = change(picture(), picture(words("other", name="headline")))
    assert not given.marks
    assert rests_at(given) == ends_at(given)


@pytest.fixture(scope="module")
def changes() -> list[tuple[str, Change]]:
    """Return the way to each step of the story from the one before."""
    deck, ruler = load_embedded(), PlainRuler()
    pictures = [(name, slide_picture(deck, name, "en", 960, 540, ruler)) for name in steps(deck)]
    return [(name, change(one, other)) for (_, one), (name, other) in pairwise(pictures)]


def test_no_moment_of_the_story_is_empty(changes: list[tuple[str, Change]]) -> None:
    """At any time at least two fifths of the poorer of both pictures are seen."""
    for name, given in changes:
        least = min(sum(seen(given, at).values()) for at in (0, ends_at(given)))
        for at in times(given):
            assert sum(seen(given, at).values()) > 0.4 * least, (name, at)


def test_what_is_in_both_pictures_is_always_there(changes: list[tuple[str, Change]]) -> None:
    for name, given in changes:
        both = set(given.before.shapes) & set(given.after.shapes)
        both = {shape for shape in both if not isinstance(shape, Clip)}
        for at in times(given)[::4]:
            found = seen(given, at)
            assert all(found[shape] >= 0.999 for shape in both), (name, at)


def test_all_ways_of_the_story_take_from_400_to_600_ms(changes: list[tuple[str, Change]]) -> None:
    assert {ends_at(given) for _, given in changes} <= {400, 500, 600}


def test_both_ends_are_the_pictures_themselves(changes: list[tuple[str, Change]]) -> None:
    for name, given in changes:
        for at, layer, side in ((0.0, given.before, "before"), (9999.0, given.after, "after")):
            whole = {*_parts(layer), *(getattr(it, side) for it in given.movers)}
            assert {it for it, much in seen(given, at).items() if much > 0.999} == whole, name


def _lines(given: Change, elapsed: float) -> list[TextLine]:
    return [it for it, much in seen(given, elapsed).items() if isinstance(it, TextLine) and much]


def _parts(layer: Picture) -> Iterator[Shape]:
    for shape in layer.shapes:
        yield from shape.shapes if isinstance(shape, Clip) else (shape,)
