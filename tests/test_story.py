"""The order of the steps, where names lead, and what counts as a look elsewhere."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace
from stories import STEPS, story_deck

from explainer.schema import Camera, ModelId, StageId, StepId
from explainer.state import State
from explainer.story import (
    find_step,
    first,
    is_away,
    last,
    nearest_step_names,
    number_in_stage,
    number_of,
    shown_view,
    stage_after,
    stage_before,
    stage_of,
    step,
    step_after,
    step_before,
    steps,
    steps_of,
)


def at(name: str) -> State:
    return State(step=StepId(name))


def test_steps_come_stage_by_stage() -> None:
    assert steps(story_deck()) == STEPS
    assert (first(story_deck()), last(story_deck())) == (STEPS[0], STEPS[-1])
    assert steps_of(story_deck(), StageId("tuning")) == ("tuning/how", "tuning/why")


def test_the_next_step_crosses_into_the_next_stage() -> None:
    assert step_after(story_deck(), StepId("lecture/instruct")) == "tuning/how"
    assert step_before(story_deck(), StepId("tuning/how")) == "lecture/instruct"


def test_the_ends_of_the_story_are_their_own_neighbours() -> None:
    assert step_after(story_deck(), StepId("end/all")) == "end/all"
    assert step_before(story_deck(), StepId("lecture/davinci")) == "lecture/davinci"
    assert stage_after(story_deck(), StepId("end/all")) == "end/all"
    assert stage_before(story_deck(), StepId("lecture/codex")) == "lecture/codex"


def test_another_stage_is_entered_at_its_first_step() -> None:
    assert stage_after(story_deck(), StepId("lecture/davinci")) == "tuning/how"
    assert stage_before(story_deck(), StepId("end/all")) == "tuning/how"


def test_a_step_knows_its_stage_and_both_numbers() -> None:
    name = StepId("tuning/why")

    assert step(story_deck(), name).id == "why"
    assert stage_of(story_deck(), name).id == "tuning"
    assert number_of(story_deck(), StageId("tuning")) == 2
    assert number_in_stage(story_deck(), name) == 2


def test_a_step_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        step(story_deck(), StepId("tuning/when"))
    with pytest.raises(KeyError):
        stage_of(story_deck(), StepId("tuning/when"))


@pytest.mark.parametrize(
    "text, name",
    [
        ("2", "tuning/how"),
        ("02", "tuning/how"),
        ("2.2", "tuning/why"),
        ("2-2", "tuning/why"),
        ("tuning", "tuning/how"),
        (" tuning/why ", "tuning/why"),
    ],
)
def test_a_step_is_found_by_number_or_name(text: str, name: str) -> None:
    assert find_step(story_deck(), text) == name


@pytest.mark.parametrize(
    "text", ["", "0", "4", "2.3", "2.0", "-1", "tuning/", "tunning", "9" * 5000, "٢"]
)
def test_no_step_is_found_where_a_word_leads_nowhere(text: str) -> None:
    assert find_step(story_deck(), text) is None


def test_a_misspelt_name_has_nearest_ones() -> None:
    assert nearest_step_names(story_deck(), "tunning")[0] == "tuning"
    assert nearest_step_names(story_deck(), "tuning/wy")[0] == "tuning/why"
    assert nearest_step_names(story_deck(), "xyz") == ()


def test_the_view_shown_is_the_steps_own_until_something_else_is_looked_at() -> None:
    own = step(story_deck(), StepId("tuning/how")).view
    other = msgspec.structs.replace(own, select=ModelId("davinci"))

    assert shown_view(story_deck(), at("tuning/how")) == own
    assert shown_view(story_deck(), replace(at("tuning/how"), away=other)) == other


def test_another_selection_is_a_look_elsewhere() -> None:
    own = step(story_deck(), StepId("tuning/how")).view
    other = msgspec.structs.replace(own, select=ModelId("davinci"))

    assert is_away(story_deck(), replace(at("tuning/how"), away=other))
    assert not is_away(story_deck(), at("tuning/how"))


def test_another_section_of_the_picture_is_no_look_elsewhere() -> None:
    own = step(story_deck(), StepId("tuning/how")).view
    zoomed = msgspec.structs.replace(own, camera=Camera(zoom=2.0), focus=("codex",))

    assert not is_away(story_deck(), replace(at("tuning/how"), away=zoomed))
