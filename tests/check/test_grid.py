"""The grid of a check: one column a step, one row a check, and what its cells say."""

from __future__ import annotations

import pytest
from checks import at_step, examined, said
from rulers import PlainRuler

from explainer.check import CHECKS, grid_picture
from explainer.deck import Examined
from explainer.errors import Problem
from explainer.intents import Press
from explainer.picture import Box, Picture, TextLine, Trace
from explainer.schema import LANGUAGES, Language

RULER = PlainRuler()


def grid(found: Examined, selected: int = 0, width: float = 1500) -> Picture:
    return grid_picture(found, selected, "en", width, RULER)


def cells(picture: Picture) -> list[Box]:
    return [it for it in picture.shapes if isinstance(it, Box) and it.fill == "sunken"]


def frames(picture: Picture) -> list[Box]:
    return [it for it in picture.shapes if isinstance(it, Box) and it.stroke == "ink"]


def test_a_column_stands_for_each_step_and_one_for_the_deck() -> None:
    picture = grid(examined([], stages=3, steps=2))

    assert len({cell.x for cell in cells(picture)}) == 3 * 2 + 1
    assert len(cells(picture)) == (3 * 2 + 1) * len(CHECKS)


def test_stages_stand_apart_under_their_numbers() -> None:
    picture = grid(examined([], stages=3, steps=2))

    lefts = sorted({cell.x for cell in cells(picture)})[1:]
    within, between = lefts[1] - lefts[0], lefts[2] - lefts[1]
    assert between > within + 8
    assert [word for word in said(picture).split("\n") if word.isdigit()] == ["1", "2", "3"]


def test_an_error_is_a_filled_square_and_a_warning_a_hollow_triangle() -> None:
    error = grid(examined([at_step(1, 1)]))
    warning = grid(examined([at_step(1, 1, "W604-many-new")]))

    assert [it.fill for it in error.shapes if isinstance(it, Box) and it.fill == "error"]
    hollow = [it for it in warning.shapes if isinstance(it, Trace) and it.fill == "surface"]
    assert [it.stroke for it in hollow] == ["error"]


def test_the_selected_step_is_framed_through_all_rows() -> None:
    found = examined([at_step(0, 0), at_step(2, 1, line=2)])

    (first,) = frames(grid(found, 0))
    (second,) = frames(grid(found, 1))

    assert first.x < second.x
    assert second.height >= len(CHECKS) * 42


def test_what_belongs_to_no_step_stands_in_the_deck_s_column() -> None:
    models = Problem("E501-date", "models.yaml", 3, 1, "models[0].date", (("given", "soon"),))
    picture = grid(examined([models]))

    (frame,) = frames(picture)
    assert frame.x < min(cell.x for cell in cells(picture) if cell.x > frame.x + 10)
    assert picture.hits[0].name == "Dates and lineage, deck: 1"


def test_a_cell_with_several_problems_leads_from_one_to_the_next() -> None:
    found = examined([at_step(1, 0, line=at) for at in range(3)])

    orders = [grid(found, selected).hits[0].order for selected in range(3)]

    assert orders == [Press("select:1"), Press("select:2"), Press("select:0")]


def test_a_check_says_its_count_or_that_it_has_not_run() -> None:
    unread = Problem("E117-open-quote", "story.yaml", 3)

    assert said(grid(examined([unread]))).count("not run") == len(CHECKS) - 1
    assert said(grid(examined([at_step(0, 0, "E202-missing-key")]))).count("not run") == 3
    assert said(grid(examined([at_step(0, 0)]))).count("not run") == 2
    assert "not run" not in said(grid(examined([at_step(0, 0, "W604-many-new")])))


@pytest.mark.parametrize("width", [600.0, 892.0, 1660.0])
@pytest.mark.parametrize("stages, steps", [(18, 5), (60, 5), (300, 1), (1, 300), (0, 0)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_large_deck_stays_inside_and_its_selected_step_is_seen(
    language: Language, stages: int, steps: int, width: float
) -> None:
    problems = [at_step(stages - 1, steps - 1)] if stages else [Problem("E117-open-quote", "a")]
    picture = grid_picture(examined(problems, stages, steps), 0, language, width, RULER)

    for shape in picture.shapes:
        if isinstance(shape, Box):
            assert shape.x + shape.width <= width + 1.5
    assert len(frames(picture)) == 1
    assert picture.hits
    assert all(cell.width >= 6 for cell in cells(picture))


@pytest.mark.parametrize("width", [600.0, 892.0, 1150.0, 1660.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_a_check_does_not_meet_what_came_of_it(
    language: Language, width: float
) -> None:
    unread = Problem("E117-open-quote", "story.yaml", 3)
    for found in (examined([unread]), examined([at_step(0, 0, line=at) for at in range(120)])):
        picture = grid_picture(found, 0, language, width, RULER)
        lines = [it for it in picture.shapes if isinstance(it, TextLine)]
        for name in (it for it in lines if it.x == 0):
            for other in lines:
                if other.y == pytest.approx(name.y, abs=3) and other.anchor == "end":
                    assert name.width < other.x - other.width
