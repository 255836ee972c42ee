"""The overview: its columns, what a number or a word means, and that nothing ever moves."""

from __future__ import annotations

from itertools import combinations

import pytest
from decks import deck, deck_from_text, deck_text
from rulers import PlainRuler

from explainer.bars.controls import Place
from explainer.deck import Deck, load_embedded
from explainer.intents import Press
from explainer.overview import (
    Matches,
    beside,
    columns_for,
    grid,
    overview_empty,
    overview_head,
    overview_tiles,
    shown_steps,
    stage_matches,
)
from explainer.picture import Box, Picture, TextLine
from explainer.schema import LANGUAGES, Language, StageId, StepId
from explainer.story import steps_of

RULER = PlainRuler()
WIDTHS = (800, 1024, 1099, 1100, 1440, 1499, 1500, 1920, 3840)
HERE = StepId("reasoning/suspects")


@pytest.fixture(scope="module")
def told() -> Deck:
    return load_embedded()


def many(count: int) -> Deck:
    """Return a deck with `count` stages."""
    stages = [
        f"""  - id: s{at}
    name: {{en: Part {at}, zh: 部分{at}}}
    headline: {{en: A sentence, zh: 一句话}}
    takeaway: {{en: So., zh: 如此。}}
    steps: [{{id: a}}]"""
        for at in range(1, count)
    ]
    return deck_from_text("\n".join([deck_text("a"), *stages]))


def page(
    told: Deck, typed: str, width: float, language: Language = "en", selected: int | None = None
) -> Picture:
    """Return the tiles as they stand after `typed`."""
    shown = shown_steps(told, HERE)
    matches = stage_matches(told, typed, shown.index(HERE))
    at = matches.best if selected is None else selected
    places = grid(len(shown), width)
    return overview_tiles(told, HERE, shown, matches, at, places, language, RULER)


def overlap(one: Place, other: Place) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@pytest.mark.parametrize(
    "width,columns",
    [(800, 3), (1024, 3), (1099, 3), (1100, 4), (1499, 4), (1500, 5), (1920, 5), (3840, 5)],
)
def test_the_window_decides_how_many_stand_side_by_side(width: int, columns: int) -> None:
    found = grid(7, width)

    assert columns_for(width) == found.columns == columns
    assert len({tile.x for tile in found.tiles}) == columns


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", [1, 3, 18, 60])
def test_slides_keep_their_shape_and_do_not_touch(width: int, count: int) -> None:
    found = grid(count, width)

    for tile in found.tiles:
        assert tile.x >= 0
        assert tile.x + tile.width <= width
        assert tile.y + tile.height <= found.height
        assert abs(tile.width / tile.height - 16 / 9) < 0.01
    assert not any(overlap(one, other) for one, other in combinations(found.tiles, 2))


def test_eighteen_stages_stand_on_a_screen_of_1080_lines() -> None:
    assert grid(18, 1920).height + 56 <= 1080


@pytest.mark.parametrize(
    "typed, best, lit",
    [
        ("8", 8, [8]),
        (" 8 ", 8, [8]),
        ("\uff18", 8, [8]),
        ("1", 1, [1, *range(10, 19)]),
        ("18", 18, [18]),
        ("8.2", 8, [8]),
        ("8-2", 8, [8]),
    ],
)
def test_a_number_means_the_stage_that_has_it(
    told: Deck, typed: str, best: int, lit: list[int]
) -> None:
    found = stage_matches(told, typed, 3)

    assert (found.best + 1, [at + 1 for at in found.lit]) == (best, lit)


def test_number_and_step_lead_to_the_step(told: Deck) -> None:
    assert stage_matches(told, "8.2", 0).step == steps_of(told, StageId("reasoning"))[1]
    assert stage_matches(told, "8.99", 0).lit == ()
    assert stage_matches(told, "8", 0).step is None


@pytest.mark.parametrize("typed", ["reasoning", "REASON", "推理"])
def test_words_in_either_language_mean_the_stage_that_is_called_so(told: Deck, typed: str) -> None:
    found = stage_matches(told, typed, 0)

    assert tuple(told.stages)[found.best] == "reasoning"
    assert len(found.lit) > 1, "others say it in a headline"


def test_nothing_typed_means_the_current_stage(told: Deck) -> None:
    found = stage_matches(told, "  ", 5)

    assert found == Matches(tuple(range(18)), 5)


def test_a_number_that_no_stage_has_and_words_that_none_says_fit_nothing(told: Deck) -> None:
    for typed in ("99", "19", "xyzzy"):
        assert stage_matches(told, typed, 5) == Matches((), -1)


def test_every_stage_leads_to_its_first_step_and_the_current_one_to_where_it_is(
    told: Deck,
) -> None:
    shown = shown_steps(told, HERE)

    expected = [steps_of(told, it)[0] for it in told.stages]
    expected[list(told.stages).index(StageId("reasoning"))] = HERE
    assert list(shown) == expected


@pytest.mark.parametrize("typed", ["8", "code", "xyzzy", "推理"])
def test_nothing_moves_while_something_is_typed(told: Deck, typed: str) -> None:
    before, after = page(told, "", 1440), page(told, typed, 1440)

    assert [(it.x, it.y, it.width, it.height) for it in before.hits] == [
        (it.x, it.y, it.width, it.height) for it in after.hits
    ]
    assert (before.width, before.height) == (after.width, after.height)


def test_what_does_not_fit_is_dimmed_and_still_there(told: Deck) -> None:
    whole = said(page(told, "", 1440))
    some = said(page(told, "reasoning", 1440))

    assert whole.keys() == some.keys()
    assert some["Reasoning"] == "ink"
    assert some["Surprise"] == "dimmed_text"
    assert whole["Surprise"] == "ink"


def said(picture: Picture) -> dict[str, str]:
    """Return the ink of every word."""
    return {
        span.text: span.ink
        for line in picture.shapes
        if isinstance(line, TextLine)
        for span in line.spans
        if not span.text[0].isdigit()
    }


def test_the_current_stage_has_a_frame_of_ink_and_the_selected_one_a_ring(told: Deck) -> None:
    frames = [it for it in page(told, "", 1440, selected=0).shapes if isinstance(it, Box)]

    (ink,) = [it for it in frames if it.stroke == "ink"]
    (ring,) = [it for it in frames if it.stroke == "focus"]
    tiles = grid(18, 1440).tiles
    assert ink.stroke_width == 4
    assert ink.x < tiles[7].x < ink.x + ink.width
    assert ring.x < tiles[0].x < ring.x + ring.width


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tile_has_a_name_that_says_where_it_leads(told: Deck, language: Language) -> None:
    hits = page(told, "", 1440, language).hits

    assert [hit.order for hit in hits] == [Press(str(at)) for at in range(18)]
    stage = told.stages[StageId("reasoning")]
    name = hits[7].name
    assert "8" in name
    assert stage.name.plain(language) in name
    assert stage.headline.plain(language) in name
    assert len({hit.name for hit in hits}) == 18


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_captions_stay_under_their_slides_and_apart(
    told: Deck, language: Language, width: int
) -> None:
    picture = page(told, "", width, language)
    lines = [it for it in picture.shapes if isinstance(it, TextLine)]
    for tile, hit in zip(grid(18, width).tiles, picture.hits, strict=True):
        under = [it for it in lines if tile.y + tile.height < it.y < hit.y + hit.height]
        mine = [it for it in under if tile.x <= it.x <= tile.x + tile.width]
        digits, name, count = mine
        assert digits.x + digits.width < name.x
        assert name.x + name.width < count.x - count.width
        assert count.x == tile.x + tile.width


@pytest.mark.parametrize(
    "at, key, leads",
    [
        (0, "right", 1),
        (0, "left", 0),
        (17, "right", 17),
        (0, "down", 5),
        (14, "down", 17),
        (17, "up", 12),
        (2, "up", 2),
    ],
)
def test_arrows_walk_over_all_stages(at: int, key: str, leads: int) -> None:
    assert beside(at, key, 5, range(18)) == leads  # type: ignore[arg-type]  # one of four words


def test_arrows_walk_over_what_fits_alone() -> None:
    lit = (3, 7, 17)

    assert beside(3, "right", 5, lit) == 7
    assert beside(7, "down", 5, lit) == 17
    assert beside(17, "up", 5, lit, rows=2) == 7
    assert beside(17, "up", 5, lit, rows=9) == 3


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("filtered", [True, False])
def test_the_bar_keeps_title_field_and_button_apart(
    told: Deck, language: Language, width: int, *, filtered: bool
) -> None:
    matches = stage_matches(told, "", 0)
    head = overview_head(
        told, matches, filtered=filtered, language=language, width=width, ruler=RULER
    )
    (close,) = head.picture.hits
    lines = [it for it in head.picture.shapes if isinstance(it, TextLine)]

    assert close.order == Press("close")
    assert head.field.x + head.field.width < close.x
    assert close.x + close.width <= width
    left = [it for it in lines if it.x < head.field.x]
    assert left
    assert all(it.x + it.width < head.field.x - 40 for it in left)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "typed", ["xyzzy", "not one of the words of any headline " * 3, "无此" * 30]
)
def test_where_nothing_fits_it_is_said_what_would(
    told: Deck, language: Language, width: int, typed: str
) -> None:
    card = overview_empty(told, typed, language, width, RULER)
    lines = [it for it in card.shapes if isinstance(it, TextLine)]

    assert card.width <= width
    assert [hit.order for hit in card.hits] == [Press("search")]
    assert any("18" in span.text for line in lines for span in line.spans)
    for line in lines:
        width_px = sum(RULER.width(span.text, span.face, line.size) for span in line.spans)
        assert line.x + width_px <= card.width


@pytest.mark.parametrize("count", [1, 2, 60])
def test_any_number_of_stages_has_its_overview(count: int) -> None:
    tiny = many(count)
    here = next(iter(steps_of(tiny, next(iter(tiny.stages)))))
    shown = shown_steps(tiny, here)
    matches = stage_matches(tiny, "", 0)

    picture = overview_tiles(tiny, here, shown, matches, 0, grid(count, 1024), "en", RULER)

    assert len(picture.hits) == count
    assert overview_empty(tiny, "x", "en", 1024, RULER).hits
    assert stage_matches(tiny, str(count), 0).best == count - 1


def test_a_tiny_deck_says_one_step_for_one() -> None:
    tiny = deck("a")
    here = StepId("lecture/a")
    matches = stage_matches(tiny, "", 0)

    picture = overview_tiles(tiny, here, (here,), matches, 0, grid(1, 1024), "en", RULER)

    texts = [span.text for it in picture.shapes if isinstance(it, TextLine) for span in it.spans]
    assert "1 step" in texts
