"""The bars around map and panel: what they offer, and that nothing stands on anything else."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from decks import deck
from msgspec.structs import replace
from rulers import PlainRuler

from explainer.bars import areas, legend, panel_share, story_bar, top_bar
from explainer.bars.controls import Place
from explainer.bars.handle import handle_picture
from explainer.bars.lens import lens_button, lens_word
from explainer.deck import Deck, load_embedded
from explainer.emphasis import filtered_links
from explainer.intents import (
    BlankScreen,
    GoToStep,
    NextStep,
    Order,
    Present,
    PreviousStep,
    Run,
    SetMode,
    ToggleCounterparts,
    ToggleEstablished,
    ToggleLanguage,
    TogglePanel,
    ToggleTheme,
)
from explainer.lineage import lineage
from explainer.picture import Picture, TextLine, Trace
from explainer.routes import Rect
from explainer.schema import LANGUAGES, Language, StageId, StepId, Text, View
from explainer.state import State
from explainer.story import steps, steps_of
from explainer.strings import say
from explainer.theme import layout, text_scales
from explainer.update import first_state, update

RULER = PlainRuler()
WIDTHS = (800, 900, 1024, 1280, 1920, 3840)


@pytest.fixture(scope="module")
def told() -> Deck:
    return load_embedded()


def texts(picture: Picture) -> list[str]:
    return [
        "".join(span.text for span in shape.spans)
        for shape in picture.shapes
        if isinstance(shape, TextLine)
    ]


def frames(picture: Picture) -> list[tuple[float, float, float, float]]:
    """Return where the words of `picture` stand: left, top, right, bottom."""
    found = []
    for line in picture.shapes:
        if isinstance(line, TextLine):
            left = line.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor] * line.width
            found.append((left, line.y - 0.75 * line.size, left + line.width, line.y))
    return found


def assert_tidy(picture: Picture) -> None:
    """Assert that all words stand inside `picture` and none on another."""
    for left, top, right, bottom in frames(picture):
        assert left >= 0
        assert right <= picture.width
        assert top >= 0
        assert bottom <= picture.height
    for one, other in combinations(frames(picture), 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


def largest(picture: Picture) -> float:
    return max(shape.size for shape in picture.shapes if isinstance(shape, TextLine))


def at_step(told: Deck, language: Language, step: StepId) -> State:
    return replace(first_state(told, language, "light"), step=step)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["", "18"])
def test_no_words_of_the_bars_leave_them_or_touch_others(
    told: Deck, language: Language, width: int, typed: str
) -> None:
    for step in (steps(told)[0], steps(told)[20], steps(told)[-1]):
        state = replace(at_step(told, language, step), typed=typed)
        assert_tidy(story_bar(told, state, width, RULER))
        assert_tidy(top_bar(told, replace(state, mode="explore"), width, RULER))
        assert_tidy(legend(told, state, width * 0.6, RULER))


def test_the_top_bar_leads_everywhere_and_every_way_has_a_name(told: Deck) -> None:
    bar = top_bar(told, first_state(told, "en", "light"), 1280, RULER)

    assert [hit.order for hit in bar.hits] == [
        SetMode("explore"),
        SetMode("story"),
        Present(from_start=False),
        Run("search"),
        Run("overview"),
        Run("export"),
        ToggleTheme(),
        ToggleLanguage(),
        Run("menu"),
    ]
    assert all(hit.name for hit in bar.hits)


HALLS: dict[str, tuple[dict[str, object], bool]] = {
    "black": ({"blank": "black"}, False),
    "white": ({"blank": "white"}, False),
    "lost": ({}, True),
    "end": ({"leaving": True, "blank": "black"}, True),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("hall", HALLS)
def test_the_top_bar_says_what_the_hall_sees(
    told: Deck, language: Language, hall: str, width: int
) -> None:
    changed, lost = HALLS[hall]
    talk = replace(first_state(told, language, "light"), presenting=True)
    plain = top_bar(told, talk, width, RULER)
    bar = top_bar(told, replace(talk, **changed), width, RULER, lost=lost)

    assert not any(shape.id == "hall-mark" for shape in plain.shapes)
    assert any(shape.id == "hall-mark" for shape in bar.shapes)
    assert bar.hits[0].name == say(f"window.hall.{hall}.name", language)
    wordings = {say(f"window.hall.{hall}{length}", language) for length in ("", ".short")}
    assert wordings & set(texts(bar))
    assert_tidy(bar)
    assert all(one.x >= 0 and one.x + one.width <= width for one in bar.hits)
    for one, other in combinations(bar.hits, 2):
        assert one.x + one.width <= other.x + 1 or other.x + other.width <= one.x + 1


def test_a_click_on_the_mark_shows_the_slide_again(told: Deck) -> None:
    talk = replace(first_state(told, "en", "light"), presenting=True)
    black = update(told, talk, BlankScreen("black"))
    order = top_bar(told, black, 1280, RULER).hits[0].order

    assert order == BlankScreen("black")
    assert update(told, black, order) == talk


def test_without_a_talk_the_top_bar_says_nothing_of_a_hall(told: Deck) -> None:
    bar = top_bar(told, first_state(told, "en", "light"), 1280, RULER, lost=True)

    assert not any(shape.id == "hall-mark" for shape in bar.shapes)


def test_the_title_falls_where_the_window_is_narrow(told: Deck) -> None:
    state = first_state(told, "en", "light")

    assert told.title.en in texts(top_bar(told, state, 1280, RULER))
    assert told.title.en not in texts(top_bar(told, state, 1024, RULER))


def test_a_long_title_ends_before_the_switch() -> None:
    long = deck("a", "").title
    tiny = replace_title(deck("a"), long.en * 20)

    assert_tidy(top_bar(tiny, first_state(tiny, "en", "light"), 1280, RULER))


def replace_title(tiny: Deck, title: str) -> Deck:
    return replace(tiny, title=Text(en=title, zh=title))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [720, 800, 900, 1100, 1440])
@pytest.mark.parametrize("typed", ["8", "12", "999"])
def test_the_number_being_typed_stands_beside_what_can_be_pressed(
    told: Deck, language: Language, width: float, typed: str
) -> None:
    state = replace(first_state(told, language, "light"), typed=typed, mode="explore")
    bar = top_bar(told, state, width, RULER)
    found = [
        it
        for it in bar.shapes
        if isinstance(it, TextLine) and f"{typed}_" in "".join(span.text for span in it.spans)
    ]

    # Where there is no room for it, it stands over the map.
    assert bool(found) == (width >= 1100)
    for line in found:
        assert all(line.x + line.width <= hit.x or hit.x + hit.width <= line.x for hit in bar.hits)


def test_the_number_being_typed_is_seen_while_exploring_too(told: Deck) -> None:
    state = replace(first_state(told, "en", "light"), typed="12")

    assert "Go to stage 12_" in texts(story_bar(told, state, 1280, RULER))
    assert "Go to stage 12_" not in texts(top_bar(told, state, 1280, RULER))
    exploring = replace(state, mode="explore")
    assert "Go to stage 12_" in texts(top_bar(told, exploring, 1280, RULER))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", range(800, 2400, 49))
def test_the_search_is_a_field_where_there_is_room_and_a_glass_where_not(
    told: Deck, language: Language, width: int
) -> None:
    for typed in ("", "12"):
        state = replace(first_state(told, language, "light"), mode="explore", typed=typed)
        bar = top_bar(told, state, width, RULER)
        (search,) = [hit for hit in bar.hits if hit.order == Run("search")]

        assert search.width == 36 or (132 <= search.width <= 288 and width >= 1100 and not typed)
        assert search.width == 288 or width < 1600 or typed
        for hit in bar.hits:
            if hit is not search:
                assert hit.x + hit.width <= search.x or search.x + search.width <= hit.x


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [420, 620, 700, 1256])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_lens_says_what_the_map_is_coloured_by_and_stays_on_it(
    told: Deck, language: Language, width: int, scale: float
) -> None:
    state = first_state(told, language, "light")
    drawn = Place(0, 56, width, 600)
    lenses = ["method", *(f"ability:{it}" for it in told.abilities)]
    for lens in (*lenses, *(f"cause:{it}" for it in told.methods)):
        view = View(lens=lens)
        found = lens_button(told, replace(state, away=view), drawn, RULER, scale)
        (hit,) = found.picture.hits

        assert hit.order == Run("lens")
        assert lens_word(told, lens, language) in hit.name
        assert_tidy(found.picture)
        assert drawn.x <= found.place.x
        assert found.place.x + found.place.width <= drawn.x + width
        assert found.place.width <= width * 0.55


@pytest.mark.parametrize("width", [420, 620, 700, 1256])
def test_the_button_of_a_lens_covers_no_name_that_stands_at_the_upper_right(
    told: Deck, width: int
) -> None:
    drawn = Place(10, 56, width, 600)
    state = replace(first_state(told, "en", "light"), mode="explore")
    usual = lens_button(told, state, drawn, RULER)
    at = usual.place.x - drawn.x
    name = Rect(at + usual.place.width - 12, 20, at + usual.place.width, 34)

    aside = lens_button(told, state, drawn, RULER, taken=[name], axis=70)

    assert usual.place.x + usual.place.width > drawn.x + width * 0.95
    assert drawn.x + 70 <= aside.place.x
    assert aside.place.x + aside.place.width <= drawn.x + name.left


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [300, 420, 620, 700, 1256])
def test_a_lens_that_has_been_laid_on_is_always_named(
    told: Deck, language: Language, width: int
) -> None:
    state = first_state(told, language, "light")
    for lens in [f"cause:{it}" for it in told.methods]:
        found = lens_button(
            told, replace(state, away=View(lens=lens)), Place(0, 56, width, 600), RULER
        )

        assert texts(found.picture) != [say("lens.label", language)]
        assert texts(found.picture)[-1][:2] == lens_word(told, lens, language)[:2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [240, 380, 500, 660, 900, 1300])
def test_the_key_of_certainty_is_there_at_every_width(
    told: Deck, language: Language, width: int
) -> None:
    strip = legend(told, first_state(told, language, "light"), width, RULER)

    words = {
        "en": ["stated", "likely, conjectured", "open"],
        "zh": ["明说", "很可能、推测", "未定"],
    }
    assert texts(strip)[-3:] == words[language]
    assert sum(isinstance(shape, Trace) for shape in strip.shapes) >= 3


def test_the_key_shortens_methods_before_it_leaves_them_out(told: Deck) -> None:
    state = first_state(told, "en", "light")

    assert "Training on code" in texts(legend(told, state, 1700, RULER))
    assert "Code" in texts(legend(told, state, 900, RULER))
    assert "Code" not in texts(legend(told, state, 450, RULER))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_filters_where_it_has_room_and_counts_what_is_hidden(
    told: Deck, language: Language
) -> None:
    state = first_state(told, language, "light")
    strip = legend(told, state, 900, RULER)

    assert [hit.order for hit in strip.hits] == [ToggleEstablished(), ToggleCounterparts()]
    assert not legend(told, state, 240, RULER).hits
    filtered = update(told, state, ToggleEstablished())
    hidden = len(filtered_links(lineage(told)))
    assert say("window.hidden", language, count=str(hidden)) in texts(
        legend(told, filtered, 900, RULER)
    )


def test_every_stage_of_the_story_bar_leads_to_its_first_step(told: Deck) -> None:
    middle = at_step(told, "en", steps_of(told, StageId("reasoning"))[1])
    bar = story_bar(told, middle, 1280, RULER)

    assert [hit.order for hit in bar.hits] == [
        PreviousStep(),
        *(GoToStep(steps_of(told, stage)[0]) for stage in told.stages),
        NextStep(),
    ]
    assert all(hit.height >= 32 for hit in bar.hits)


def test_at_an_end_of_the_story_no_button_leads_beyond_it(told: Deck) -> None:
    def offered(state: State) -> set[Order]:
        orders = {hit.order for hit in story_bar(told, state, 1280, RULER).hits}
        return orders & {PreviousStep(), NextStep()}

    begin, end = first_state(told, "en", "light"), at_step(told, "en", steps(told)[-1])

    assert offered(begin) == {NextStep()}
    assert offered(end) == {PreviousStep()}
    # Something else is looked at: both lead back to the step.
    assert len(offered(update(told, end, ToggleEstablished()))) == 2


def test_the_story_bar_says_where_in_the_stage_the_step_is(told: Deck) -> None:
    bar = story_bar(told, at_step(told, "en", steps_of(told, StageId("reasoning"))[1]), 1280, RULER)

    count = len(steps_of(told, StageId("reasoning")))
    assert f"step 2 of {count}" in texts(bar)
    assert "Reasoning" in texts(bar)


def test_only_the_current_stage_is_named_where_the_names_do_not_fit(told: Deck) -> None:
    state = first_state(told, "en", "light")

    assert "Limits" in texts(story_bar(told, state, 2400, RULER))
    assert "Limits" not in texts(story_bar(told, state, 1024, RULER))


def test_opening_the_story_bar_moves_nothing_sideways() -> None:
    with_bar = areas(1920, 1080, story=True, panel=True)
    without = areas(1920, 1080, story=False, panel=True)

    assert (with_bar.map.x, with_bar.map.width) == (without.map.x, without.map.width)
    assert with_bar.top == without.top


@pytest.mark.parametrize("width", range(800, 4000, 77))
@pytest.mark.parametrize("story", [True, False])
@pytest.mark.parametrize("panel", [True, False])
@pytest.mark.parametrize("scale", text_scales())
def test_the_parts_of_a_window_fill_it_without_overlap(
    width: int, *, story: bool, panel: bool, scale: float
) -> None:
    height = 700
    found = areas(width, height, story=story, panel=panel, text_scale=scale)
    places = [found.top, found.map, found.legend, found.panel, found.story]
    filled = sum(place.width * place.height for place in places if place is not None)

    assert filled == width * height
    assert all(place.width > 0 and place.height > 0 for place in places if place is not None)


def test_the_panel_stands_below_the_map_in_a_narrow_window() -> None:
    narrow = areas(899, 700, story=False, panel=True)

    assert narrow.panel is not None
    assert narrow.panel.width == 899
    assert not narrow.beside
    assert areas(900, 700, story=False, panel=True).beside


@pytest.mark.parametrize(
    "width,wished,given",
    [
        (1920, 0, 664),
        (1024, 0, 380),
        (3840, 0, 760),
        (1920, 500, 500),
        (1920, 90, 380),
        (1024, 700, 604),
    ],
)
def test_the_panel_keeps_its_limits(width: int, wished: int, given: int) -> None:
    assert panel_share(width, wished) == given


@pytest.mark.parametrize("width", [800, 1024, 1920, 3840])
@pytest.mark.parametrize("panel", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tab_at_the_border_of_the_map_closes_the_panel_and_opens_it_again(
    language: Language,
    panel: bool,  # noqa: FBT001
    width: int,
) -> None:
    found = areas(width, 768, story=True, panel=panel)
    place, drawn = found.handle, found.map

    picture = handle_picture(language, opened=panel, beside=place.height > place.width)

    (hit,) = picture.hits
    assert hit.order == TogglePanel()
    assert (picture.width, picture.height) == (place.width, place.height)
    assert drawn.x <= place.x
    assert place.x + place.width <= drawn.x + drawn.width
    assert drawn.y <= place.y
    assert place.y + place.height <= drawn.y + drawn.height
    right, foot = place.x + place.width, place.y + place.height
    at_border = right == drawn.width or foot == drawn.y + drawn.height
    assert at_border
    assert hit.name == say("window.panel.close" if panel else "window.panel.open", language)


@pytest.mark.parametrize("width, height", [(800, 600), (1024, 768), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("scale", text_scales())
def test_larger_words_leave_the_map_its_room(width: int, height: int, scale: float) -> None:
    found = areas(width, height, story=True, panel=True, text_scale=scale)

    assert found.panel is not None
    assert found.story is not None
    assert found.map.width >= 400
    assert not found.beside or found.panel.width / scale >= 0.99 * layout("panel_width", "min")
    assert found.top.height + found.legend.height + found.story.height <= max(216, height * 0.401)


@pytest.mark.parametrize("wished", [0, 1, 500, 5000])
def test_a_panel_grows_with_the_words_in_it(wished: int) -> None:
    widths = [panel_share(1920, wished, scale) for scale in text_scales() if scale >= 1]

    assert widths == sorted(widths)
    assert widths[-1] >= 1.6 * layout("panel_width", "min")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [380, 416, 480, 640, 942, 1256])
@pytest.mark.parametrize("scale", [it for it in text_scales() if it > 1])
def test_a_legend_of_larger_words_folds_and_loses_nothing(
    told: Deck, language: Language, width: int, scale: float
) -> None:
    state = first_state(told, language, "light")
    strip = legend(told, state, width, RULER, scale)
    usual = legend(told, state, 1256, RULER)

    assert strip.height == pytest.approx(layout("legend") * scale)
    assert {hit.order for hit in strip.hits} == {ToggleEstablished(), ToggleCounterparts()}
    assert {say(f"window.key.{it}", language) for it in ("stated", "open")} <= set(texts(strip))
    assert_tidy(strip)
    if width > 900:
        assert largest(strip) > largest(usual)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_of_the_bars_touch_others_where_words_are_largest(
    told: Deck, language: Language
) -> None:
    for width, height in ((800, 600), (1024, 768)):
        found = areas(width, height, story=True, panel=True, text_scale=text_scales()[-1])
        inner = width / found.bars
        for step in (steps(told)[0], steps(told)[20], steps(told)[-1]):
            state = at_step(told, language, step)
            bar = top_bar(told, state, inner, RULER)
            assert_tidy(bar)
            assert_tidy(story_bar(told, state, inner, RULER))
            ends = sorted((hit.x, hit.x + hit.width) for hit in bar.hits)
            assert all(one[1] <= other[0] for one, other in pairwise(ends))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(800, 440), (800, 600), (960, 500), (1024, 768)])
def test_nothing_to_press_in_the_top_bar_covers_another_where_words_are_largest(
    told: Deck, language: Language, size: tuple[int, int]
) -> None:
    width, height = size
    found = areas(width, height, story=True, panel=True, text_scale=text_scales()[-1])
    window = first_state(told, language, "light")
    talk = replace(window, presenting=True)
    for state in (window, replace(window, mode="explore"), talk, replace(talk, blank="black")):
        hits = top_bar(told, state, width / found.bars, RULER).hits
        ends = sorted((hit.x, hit.x + hit.width) for hit in hits)
        assert all(one[1] <= other[0] for one, other in pairwise(ends))
