"""The story's steps in their order: what comes next, what comes before, where a name leads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from explainer.deck import Deck
from explainer.schema import EndSlide, MapSlide, Stage, StageId, Step, StepId, View
from explainer.state import State


def steps(deck: Deck) -> tuple[StepId, ...]:
    """Return all steps of all stages in the order they are told; there is at least one."""
    return _story(deck).ids


def steps_of(deck: Deck, stage: StageId) -> tuple[StepId, ...]:
    """Return the steps of one stage in their order."""
    return tuple(step_id(stage, step.id) for step in deck.stages[stage].steps)


def step_id(stage: StageId, step: str) -> StepId:
    """Return how a step of a stage is named in the whole deck: `stage/step`."""
    return StepId(f"{stage}/{step}")


def first(deck: Deck) -> StepId:
    """Return the step on which the story begins."""
    return steps(deck)[0]


def last(deck: Deck) -> StepId:
    """Return the step on which the story ends."""
    return steps(deck)[-1]


def step(deck: Deck, name: StepId) -> Step:
    """Return what is shown and said at a step.

    Raises:
        KeyError: the story has no such step.
    """
    return _story(deck).steps[name]


def stage_of(deck: Deck, name: StepId) -> Stage:
    """Return the stage that a step belongs to.

    Raises:
        KeyError: the story has no such step.
    """
    return deck.stages[_stage_id(_known(deck, name))]


def number_of(deck: Deck, stage: StageId) -> int:
    """Return the number of a stage, as it is printed and typed: from 1."""
    return tuple(deck.stages).index(stage) + 1


def number_in_stage(deck: Deck, name: StepId) -> int:
    """Return the number of a step within its stage: from 1."""
    return steps_of(deck, _stage_id(name)).index(name) + 1


def step_after(deck: Deck, name: StepId) -> StepId:
    """Return the next step; the last one is its own successor."""
    place = _story(deck).places[name]
    return steps(deck)[min(place + 1, len(steps(deck)) - 1)]


def step_before(deck: Deck, name: StepId) -> StepId:
    """Return the step before; the first one is its own predecessor."""
    return steps(deck)[max(_story(deck).places[name] - 1, 0)]


def stage_after(deck: Deck, name: StepId) -> StepId:
    """Return the first step of the next stage; in the last stage the step itself."""
    return _in_stage_beside(deck, name, 1)


def stage_before(deck: Deck, name: StepId) -> StepId:
    """Return the first step of the stage before; in the first stage the step itself."""
    return _in_stage_beside(deck, name, -1)


def stage_numbered(deck: Deck, typed: str) -> StepId | None:
    """Return the first step of the stage whose number is `typed`, from 1; None where none is."""
    number = int(typed) if typed.isdecimal() else 0
    stages = tuple(deck.stages)
    return steps_of(deck, stages[number - 1])[0] if 1 <= number <= len(stages) else None


def find_step(deck: Deck, text: str) -> StepId | None:
    """Return the step that a word leads to, None where it leads nowhere.

    Understood are `stage/step`, a stage's id (its first step), a stage's number from 1, and
    number and step as `8.2` or `8-2`. An id made of digits wins over the number.
    """
    word = text.strip()
    if (whole := StepId(word)) in _story(deck).steps:
        return whole
    if (stage := StageId(word)) in deck.stages:
        return steps_of(deck, stage)[0]
    found = re.fullmatch(r"(\d{1,6})(?:[.-](\d{1,6}))?", word, re.ASCII)
    if not found:
        return None
    number, place = int(found[1]), int(found[2] or 1)
    if not 1 <= number <= len(deck.stages):
        return None
    its_steps = steps_of(deck, tuple(deck.stages)[number - 1])
    return its_steps[place - 1] if 1 <= place <= len(its_steps) else None


def nearest_step_names(deck: Deck, text: str) -> tuple[str, ...]:
    """Return up to three stages or steps whose names are like `text`, the most similar first."""
    from difflib import get_close_matches  # only where something is wrong

    return tuple(get_close_matches(text.strip(), [*deck.stages, *steps(deck)]))


def shown_view(deck: Deck, state: State) -> View:
    """Return what is looked at: the look elsewhere, else the step's own view."""
    return step(deck, state.step).view if state.away is None else state.away


def is_away(deck: Deck, state: State) -> bool:
    """Tell whether something else than the step is looked at.

    Another section of the same picture does not count: a zoom must not cost a press. What was
    looked up does, even where the step shows it by itself.
    """
    if state.away is None or state.looked_up:
        return state.away is not None
    return _content(state.away) != _content(step(deck, state.step).view)


def shows_map(deck: Deck, state: State) -> bool:
    """Tell whether the map is seen: by the step's own slide, or by a look elsewhere."""
    if state.mode == "explore" or is_away(deck, state):
        return True
    return isinstance(step(deck, state.step).slide, MapSlide | EndSlide)


def same_place(deck: Deck, one: State, other: State) -> bool:
    """Tell whether two states show the same of the deck, whatever the section of the picture."""
    return _place(deck, one) == _place(deck, other)


def _place(deck: Deck, state: State) -> tuple[object, ...]:
    return state.step, state.mode, state.looked_up, _content(shown_view(deck, state))


def _content(view: View) -> View:
    return msgspec.structs.replace(view, camera=None, focus=())


class _Story(msgspec.Struct, frozen=True):
    ids: tuple[StepId, ...]
    places: Mapping[StepId, int]
    steps: Mapping[StepId, Step]


@lru_cache(maxsize=8)
def _story(deck: Deck) -> _Story:
    found = {
        step_id(stage.id, each.id): each for stage in deck.stages.values() for each in stage.steps
    }
    ids = tuple(found)
    return _Story(ids, {name: place for place, name in enumerate(ids)}, found)


def _known(deck: Deck, name: StepId) -> StepId:
    step(deck, name)
    return name


def _stage_id(name: StepId) -> StageId:
    return StageId(name.partition("/")[0])


def _in_stage_beside(deck: Deck, name: StepId, distance: int) -> StepId:
    stages = tuple(deck.stages)
    place = stages.index(_stage_id(name)) + distance
    return steps_of(deck, stages[place])[0] if 0 <= place < len(stages) else name
