"""What every slide has: a headline of one or two lines, a picture, and the foot."""

from __future__ import annotations

import msgspec
import pytest
from decks import deck
from maps import RULER
from msgspec.structs import replace

from explainer.deck import Deck, load_embedded
from explainer.deck.limits import HEADLINE_LINE
from explainer.picture import Box, Clip, MoveTo, Picture, Shape, TextLine, Trace
from explainer.schema import (
    LANGUAGES,
    Camera,
    EndSlide,
    Language,
    MapSlide,
    MatrixSlide,
    MethodId,
    QuestionSlide,
    Slide,
    StageId,
    StepId,
    Text,
    TextSlide,
    TitleSlide,
    View,
)
from explainer.slide import slide_picture
from explainer.slide.foot import KEYED
from explainer.story import number_of, stage_of, steps
from explainer.strings import say
from explainer.theme import number
from explainer.wording import certainty_word

SIZES = [(1920, 1080), (1920, 1200), (1440, 1080)]
LINE = "a +code> b, b +instruction> c"
FIRST = StepId("lecture/a")
SAYS = Text(en="One sentence is enough for a slide.", zh="一页一句话，足矣。")


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def told_as(slide: Slide, headline: Text | None = None) -> Deck:
    """Return a deck of three steps whose first is told by `slide`."""
    made = deck(LINE)
    (stage,) = made.stages.values()
    first = msgspec.structs.replace(stage.steps[0], slide=slide)
    stage = msgspec.structs.replace(
        stage, steps=(first, *stage.steps[1:]), headline=headline or stage.headline
    )
    return replace(made, stages={StageId("lecture"): stage})


OWN = Text(en="This picture shows another thing", zh="这张图说的是另一件事")


def with_own_headline(slide: Slide) -> Deck:
    """Return a deck whose first step has a headline of its own, and the slide given."""
    made = told_as(slide)
    (stage,) = made.stages.values()
    first = msgspec.structs.replace(stage.steps[0], headline=OWN)
    stage = msgspec.structs.replace(stage, steps=(first, *stage.steps[1:]))
    return replace(made, stages={stage.id: stage})


def drawn(  # noqa: PLR0913 - as a slide
    made: Deck,
    name: StepId = FIRST,
    language: Language = "en",
    size: tuple[int, int] = SIZES[0],
    away: View | None = None,
    section: View | None = None,
) -> Picture:
    width, height = float(size[0]), float(size[1])
    return slide_picture(made, name, language, width, height, RULER, away=away, section=section)


def lines(shown: Picture, name: str = "") -> list[str]:
    return [
        "".join(span.text for span in shape.spans)
        for shape in shown.shapes
        if isinstance(shape, TextLine) and (not name or shape.id == name)
    ]


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts differ at most in spaces and in marks for where lines may break."""
    return "".join(one.split()) == "".join(other.split())


# --- the headline


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_headline_of_the_story_has_more_than_two_lines(
    embedded: Deck, language: Language, size: tuple[int, int]
) -> None:
    for name in steps(embedded):
        shown = drawn(embedded, name, language, size)
        said = lines(shown, "headline")
        assert len(said) <= 2, name
        assert bool(said) != bool(lines(shown, "title")), name


def test_the_headline_says_the_sentence_of_the_stage() -> None:
    made = deck(LINE)

    said = " ".join(lines(drawn(made), "headline"))
    assert same_words(said, stage_of(made, FIRST).headline.en)


def test_a_step_may_say_a_sentence_of_its_own_which_a_question_does_not() -> None:
    made = with_own_headline(MapSlide())
    said = " ".join(lines(drawn(made), "headline"))
    after = " ".join(lines(drawn(made, steps(made)[1]), "headline"))

    assert same_words(said, OWN.en)
    assert same_words(after, stage_of(made, FIRST).headline.en)

    asking = QuestionSlide(asks=SAYS, options=(OWN, OWN), answer=0)
    asked = " ".join(lines(drawn(with_own_headline(asking)), "headline"))
    assert same_words(asked, SAYS.en)


def test_the_longest_headline_of_a_valid_deck_stands_on_two_smaller_lines() -> None:
    long = (
        "A headline as long as a deck may have it goes on and on "
        "until nothing more can be said here now"
    )
    shown = drawn(told_as(MapSlide(), Text(en=long, zh="标题")), size=(1440, 1080))
    sizes = {s.size for s in shown.shapes if isinstance(s, TextLine) and s.id == "headline"}

    assert len(long) == 2 * HEADLINE_LINE - 1
    assert len(lines(shown, "headline")) == 2
    assert min(sizes) < number("type_slide", "headline_4_3") * 1080


def test_the_last_slide_says_its_own_sentence_above_the_map() -> None:
    shown = drawn(told_as(EndSlide(says=SAYS)))

    assert same_words(" ".join(lines(shown, "headline")), SAYS.en)
    assert [shape for shape in shown.shapes if shape.id == "a:capsule"]


# --- the foot


@pytest.mark.parametrize(
    "slide",
    [MapSlide(), TextSlide(says=SAYS), EndSlide(says=SAYS)],
    ids=lambda it: type(it).__name__,
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slide_has_its_source_its_number_and_where_there_are_lines_their_key(
    slide: Slide, language: Language
) -> None:
    made = told_as(slide)
    shown = drawn(made, language=language)

    assert len(lines(shown, "source")) == 1
    keys = () if isinstance(slide, TextSlide) else ("stated", "likely", "open")
    assert sorted(lines(shown, "key")) == sorted(say(f"window.key.{it}", language) for it in keys)
    assert "1" in lines(shown)


def test_a_slide_of_marks_has_a_key_of_methods_above_its_source(embedded: Deck) -> None:
    for name in steps(embedded):
        if isinstance(_slide(embedded, name), KEYED):
            shown = drawn(embedded, name)
            keys = [it for it in shown.shapes if isinstance(it, TextLine) and it.id == "key"]
            source = next(it for it in shown.shapes if getattr(it, "id", "") == "source")

            assert lines(shown, "source"), name
            assert isinstance(source, TextLine)
            assert {it.y for it in keys} == {source.y, min(it.y for it in keys)}
            assert min(it.y for it in keys) < source.y - source.size


def test_the_key_of_a_slide_of_marks_has_all_methods() -> None:
    made = told_as(MatrixSlide())

    assert {method.short.en for method in made.methods.values()} <= set(lines(drawn(made), "key"))


def test_the_title_has_no_key_and_no_progress(embedded: Deck) -> None:
    name = next(name for name in steps(embedded) if isinstance(_slide(embedded, name), TitleSlide))
    shown = drawn(embedded, name)

    assert not lines(shown, "key")
    assert lines(shown, "title")
    assert lines(shown, "source")


def _slide(made: Deck, name: StepId) -> Slide:
    stage, _, inner = name.partition("/")
    return next(it.slide for it in made.stages[StageId(stage)].steps if it.id == inner)


def test_the_progress_has_a_part_for_each_stage_and_grows(embedded: Deck) -> None:
    names = [name for name in steps(embedded) if not isinstance(_slide(embedded, name), TitleSlide)]
    filled = []
    for name in names:
        foot = _progress(drawn(embedded, name))
        current = number_of(embedded, stage_of(embedded, name).id)
        assert sum(part.fill != "ink" for part in foot) == len(embedded.stages)
        assert sum(part.fill == "muted" for part in foot) == current - 1
        filled.append(max(part.x + part.width for part in foot if part.fill == "ink"))

    assert filled == sorted(filled)


def _progress(shown: Picture) -> list[Box]:
    foot = shown.height * 0.97
    return [shape for shape in shown.shapes if isinstance(shape, Box) and shape.y > foot]


# --- the body


def test_a_statement_stands_beside_the_strand_it_speaks_of() -> None:
    shown = drawn(told_as(TextSlide(says=SAYS, strand=MethodId("code"))))
    strokes = {shape.stroke for shape in shown.shapes if isinstance(shape, Trace)}

    assert same_words(" ".join(lines(shown, "statement")), SAYS.en)
    assert "method.code.stroke" in strokes
    assert lines(shown, "method")


def test_a_statement_and_its_strand_are_as_sure_as_what_they_rest_on(embedded: Deck) -> None:
    shown = drawn(embedded, StepId("cause/guesses"))
    strands = [it for it in shown.shapes if isinstance(it, Trace) and "code" in it.stroke]

    assert certainty_word("conjectured", "en") in lines(shown, "certainty")
    assert any(sum(isinstance(move, MoveTo) for move in it.moves) > 1 for it in strands)


def test_a_table_without_numbers_has_a_column_for_each_model_and_nothing_in_its_cells(
    embedded: Deck,
) -> None:
    shown = drawn(embedded, StepId("experiment/empty-table"))

    assert lines(shown, "column") == ["code-cushman-001", "T5-XXL", "Flan-T5"]
    assert set(lines(shown, "cell")) == {"?"}
    assert not lines(shown, "method")


def test_a_statement_without_a_strand_stands_alone() -> None:
    shown = drawn(told_as(TextSlide(says=SAYS)))

    assert not lines(shown, "method")


def test_words_at_stations_stand_on_the_map() -> None:
    hello = Text(en="says hello", zh="打招呼")
    made = told_as(MapSlide(callouts={next(iter(deck(LINE).models)): hello}))

    assert "says hello" in lines(drawn(made))


def test_a_look_elsewhere_shows_the_map_without_the_words_of_the_step() -> None:
    hello = Text(en="says hello", zh="打招呼")
    made = told_as(MapSlide(callouts={next(iter(deck(LINE).models)): hello}))

    shown = drawn(made, away=View(lit=("b",)))

    assert "says hello" not in lines(shown)
    assert [shape for shape in shown.shapes if shape.id == "b:capsule"]


def test_a_zoom_keeps_the_words_of_the_step_at_their_stations() -> None:
    hello = Text(en="says hello", zh="打招呼")
    made = told_as(MapSlide(callouts={next(iter(deck(LINE).models)): hello}))
    near = View(camera=Camera(x=0.5, y=0.3, zoom=1.5))

    shown = drawn(made, section=near)

    assert "says hello" in _clipped_lines(shown)
    assert shown != drawn(made)


def _clipped_lines(shown: Picture) -> list[str]:
    inside = [it for clip in shown.shapes if isinstance(clip, Clip) for it in clip.shapes]
    return lines(Picture(shown.width, shown.height, tuple(inside)))


@pytest.mark.parametrize("kind", [TitleSlide(), TextSlide(says=SAYS), MatrixSlide()])
def test_a_look_elsewhere_is_a_map_whatever_the_step_shows(kind: Slide) -> None:
    shown = drawn(told_as(kind), away=View())

    assert [shape for shape in shown.shapes if shape.id == "a:capsule"]


def test_the_map_of_a_slide_answers_where_it_is_painted() -> None:
    shown = drawn(deck(LINE))
    capsules = {s.id: s for s in shown.shapes if isinstance(s, Box) and s.id.endswith(":capsule")}

    for model in "abc":
        capsule = capsules[f"{model}:capsule"]
        x, y = capsule.x + capsule.width / 2, capsule.y + capsule.height / 2
        assert any(
            hit.id == model and hit.x < x < hit.x + hit.width and hit.y < y < hit.y + hit.height
            for hit in shown.hits
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slide_twice_as_large_is_the_same_slide(embedded: Deck, language: Language) -> None:
    for name in steps(embedded)[::5]:
        small = drawn(embedded, name, language)
        large = drawn(embedded, name, language, (3840, 2160))
        assert _places(small, 2) == pytest.approx(_places(large, 1), abs=0.5), name


def _places(shown: Picture, factor: float) -> list[float]:
    names = (shape for shape in shown.shapes if _is_name(shape))
    return [
        value * factor
        for shape in names
        if isinstance(shape, TextLine)
        for value in (shape.x, shape.y)
    ]


def _is_name(shape: Shape) -> bool:
    return shape.id.endswith(":name")
