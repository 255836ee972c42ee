"""The foot of a slide: accounts that differ, readings that are drawn, what the filter hides."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rulers import PlainRuler

from explainer.deck import load_embedded
from explainer.disputes import discrepancies_of
from explainer.intents import OpenCard
from explainer.lineage import lineage
from explainer.picture import Box, Picture, TextLine
from explainer.schema import Language, MapSlide, QuestionSlide, Step, StepId, View
from explainer.slide import slide_picture
from explainer.story import step
from explainer.strings import say

DECK = load_embedded()
STEPS = [StepId(f"{stage.id}/{it.id}") for stage in DECK.stages.values() for it in stage.steps]
SIZES = ((1920, 1080), (1440, 1080))


def slide(
    name: StepId,
    language: Language = "en",
    size: tuple[int, int] = SIZES[0],
    away: View | None = None,
) -> Picture:
    width, height = size
    return slide_picture(DECK, name, language, width, height, PlainRuler(), away=away)


def said(picture: Picture, name: str) -> str:
    """Return what the line called `name` says; "" where there is none."""
    found = [it for it in picture.shapes if isinstance(it, TextLine) and it.id == name]
    return "".join(span.text for line in found for span in line.spans)


def has_marker(picture: Picture) -> bool:
    return any(isinstance(it, Box) and it.id == "disputes-icon" for it in picture.shapes)


def disputed(name: StepId) -> list[str]:
    shown = step(DECK, name)
    claims = [claim for each in shown.narration for claim in each.claims]
    return [it.id for it in discrepancies_of(DECK, claims)]


def kind(name: StepId) -> type:
    return type(step(DECK, name).slide)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES)
def test_a_slide_says_where_accounts_of_what_it_tells_differ(
    size: tuple[int, int], language: Language
) -> None:
    wanted = {name for name in STEPS if disputed(name) and kind(name) is not QuestionSlide}
    marked = {name for name in STEPS if has_marker(slide(name, language, size))}

    assert wanted
    assert marked == wanted


def test_the_marker_opens_the_discrepancy_and_names_it() -> None:
    for name in STEPS:
        hits = [hit for hit in slide(name).hits if isinstance(hit.order, OpenCard)]
        marks = [hit for hit in hits if hit.order.card.startswith("discrepancy:")]  # type: ignore[union-attr]
        if not disputed(name) or kind(name) is QuestionSlide:
            continue
        first = DECK.discrepancies[disputed(name)[0]]  # type: ignore[index]
        assert OpenCard(f"discrepancy:{first.id}") in [hit.order for hit in marks]
        assert first.says.en in [hit.name for hit in marks]
        assert min(hit.height for hit in marks) >= 32


def test_the_marker_counts_points_and_says_it_in_words_where_there_is_room() -> None:
    one = next(it for it in STEPS if len(disputed(it)) == 1 and kind(it) is MapSlide)
    many = next(it for it in STEPS if len(disputed(it)) == 3 and kind(it) is MapSlide)

    assert said(slide(one), "disputes") == "accounts differ"
    assert said(slide(many), "disputes") == "accounts differ on 3 points"
    assert said(slide(many, "zh"), "disputes") == "3处说法不一"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_hairline_and_an_icon_part_the_marker_from_the_source(language: Language) -> None:
    """Else a year and a number of points would read as two numbers that are unequal."""
    for name in STEPS:
        picture = slide(name, language)
        if not has_marker(picture):
            continue
        words = "".join(it.spans[0].text for it in picture.shapes if isinstance(it, TextLine))
        discs = [it for it in picture.shapes if isinstance(it, Box) and it.id == "disputes-icon"]
        lines = [it for it in picture.shapes if isinstance(it, TextLine) and it.y > 1080 * 0.94]
        sources = [it for it in lines if it.id == "source"]
        assert "≠" not in words
        assert all(it.x + it.width + 10 < discs[0].x for it in sources)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_at_the_foot_meets(size: tuple[int, int], language: Language) -> None:
    foot = size[1] * 0.94
    for name in STEPS:
        picture = slide(name, language, size)
        lines = [it for it in picture.shapes if isinstance(it, TextLine) and it.y > foot]
        starts = [it for it in lines if it.anchor == "start"]
        starts.sort(key=lambda line: line.x)
        for left, right in pairwise(starts):
            assert left.x + left.width < right.x, name


def test_a_reading_that_is_not_the_decks_own_is_named_at_the_source() -> None:
    name = next(it for it in STEPS if step(DECK, it).view.readings and kind(it) is MapSlide)
    shown: Step = step(DECK, name)
    group, _, option = shown.view.readings[0].partition("/")
    reading = next(it for it in DECK.readings.values() if it.id == group)
    says = next(it.says for it in reading.options if it.id == option)

    assert f"follow the reading “{says.en}”" in said(slide(name), "source")
    assert f"线按“{says.zh}”的说法画" in said(slide(name, "zh"), "source")
    default = View(readings=(f"{group}/{reading.drawn}",))
    assert "reading" not in said(slide(name, away=default), "source")


def test_a_filter_says_how_much_it_hides() -> None:
    name = next(it for it in STEPS if kind(it) is MapSlide)
    hidden = [link for link in lineage(DECK).links if link.certainty != "stated"]

    assert f"{len(hidden)} hidden by filter" in said(
        slide(name, away=View(established=True)), "source"
    )
    assert "hidden" not in said(slide(name, away=View()), "source")


def keyed(name: str, language: Language = "en") -> list[str]:
    shapes = slide(StepId(name), language).shapes
    found = [it for it in shapes if isinstance(it, TextLine) and it.id == "key"]
    return ["".join(span.text for span in line.spans) for line in found]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_key_of_marks_has_the_causes_that_are_shown_and_those_not_given(
    language: Language,
) -> None:
    names = {str(it.id): it.short.of(language) for it in DECK.methods.values()}
    swap, whole = keyed("bargains/swap", language), keyed("table/all-marks", language)

    assert names["instruction"] in swap
    assert names["rlhf"] in swap
    assert not {names["code"], names["pretraining"]} & {*swap}
    assert {*names.values()} <= {*whole}
    assert say("slide.no-cause", language) in {*swap} & {*whole}
    assert say("slide.no-cause", language) not in keyed("reasoning/signs", language)
