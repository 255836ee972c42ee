"""Every step, in both languages and themes and in several sizes: no words outside their place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ink import RULER, crossed, inked, overlapping
from lectures import Lecture, embedded, lecture, shown

from explainer.intents import NextStep, ToggleLanguage, ToggleTheme
from explainer.picture import Picture
from explainer.schema import LANGUAGES
from explainer.slide import slide_picture
from explainer.story import steps

SIZES = [(1024, 768), (1280, 800), (1920, 1080)]
TOLERANCE = 1.0
"""px."""


def trouble(picture: Picture, width: float, height: float) -> Iterator[str]:
    """Yield what is wrong with the words of `picture` in a place of that size."""
    found = inked(picture.shapes)
    for line in found:
        if line.leaves(min(width, picture.width), min(height, picture.height), TOLERANCE):
            yield f"leaves its place: {line}"
    for one, other in overlapping(found, TOLERANCE):
        yield f"on one another: {one!r} and {other!r}"
    for words in crossed(picture.shapes, TOLERANCE):
        yield f"over the edge of a box: {words!r}"


def seen_trouble(told: Lecture) -> Iterator[str]:
    """Yield what is wrong with the words in the window as it stands."""
    for sheet in told.sheets:
        yield from trouble(sheet.picture, sheet.width(), sheet.height())
    drawn = shown(told.canvas)
    yield from trouble(drawn, drawn.width, drawn.height)


def pictures(told: Lecture) -> list[Picture]:
    """Return all pictures of the window."""
    return [shown(told.canvas), *(sheet.picture for sheet in told.sheets)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_words_keep_to_their_place_at_every_step(size: tuple[int, int]) -> None:
    found = []
    with lecture(None, *size) as told:
        for name in steps(embedded()):
            for _ in LANGUAGES:
                before = pictures(told)
                told.session.dispatch(ToggleTheme())
                assert told.state.step == name
                assert told.state.theme == "dark"
                # The other theme paints the same map, panel and bars in other colours.
                assert pictures(told)[0] == before[0]
                told.session.dispatch(ToggleTheme())
                assert pictures(told) == before
                where = f"{name} {told.state.language} {size}: "
                found += [where + each for each in seen_trouble(told)]
                told.session.dispatch(ToggleLanguage())
                assert told.state.step == name
            told.session.dispatch(NextStep())
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_words_keep_to_their_place_on_every_slide(size: tuple[int, int]) -> None:
    found = []
    for name in steps(embedded()):
        for language in LANGUAGES:
            slide = slide_picture(embedded(), name, language, size[0], size[1], RULER)
            where = f"{name} {language} {size}: "
            found += [where + each for each in trouble(slide, slide.width, slide.height)]
    assert not found, "\n".join(found)
