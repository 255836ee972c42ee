"""Who is told of which change, and in which order."""

from __future__ import annotations

import pytest
from stories import STEPS, story_deck

from explainer.intents import (
    GoBack,
    GoForward,
    GoToStep,
    MoveCamera,
    NextStep,
    PreviousStep,
    SelectModel,
    ToggleExplore,
    ToggleLanguage,
)
from explainer.schema import ModelId, StepId
from explainer.state import State
from explainer.store import Store
from explainer.story import shown_view
from explainer.update import first_state


def opened() -> Store:
    """Return a store at the first step."""
    return Store(story_deck(), first_state(story_deck(), "en", "light"))


def test_an_intent_changes_the_state() -> None:
    store = opened()

    store.dispatch(NextStep())

    assert store.state.step == STEPS[1]


def test_a_listener_is_told_the_old_state_and_the_new() -> None:
    store, told = opened(), list[tuple[str, str]]()
    store.subscribe(lambda old, new: told.append((old.step, new.step)))

    store.dispatch(NextStep())

    assert told == [(STEPS[0], STEPS[1])]


def test_nobody_is_told_where_nothing_changed() -> None:
    store, told = opened(), list[State]()
    store.subscribe(lambda _, new: told.append(new))

    store.dispatch(PreviousStep())

    assert told == []


def test_a_listener_who_left_is_told_no_more() -> None:
    store, told = opened(), list[State]()
    leave = store.subscribe(lambda _, new: told.append(new))

    leave()
    store.dispatch(NextStep())

    assert told == []


def test_everybody_sees_every_state_in_order_when_one_asks_during_a_change() -> None:
    store = opened()
    first, second = list[str](), list[str]()

    def hurry(_: State, new: State) -> None:
        first.append(new.step)
        if new.step == STEPS[1]:
            store.dispatch(NextStep())

    store.subscribe(hurry)
    store.subscribe(lambda _, new: second.append(new.step))

    store.dispatch(NextStep())

    assert first == second == [STEPS[1], STEPS[2]]


def test_intents_asked_for_during_a_change_are_handled_one_after_the_other() -> None:
    store = opened()

    def hurry(old: State, _: State) -> None:
        if old.step == STEPS[0]:
            store.dispatch(NextStep())
            store.dispatch(GoToStep(StepId(STEPS[5])))
            assert store.state.step == STEPS[1]

    store.subscribe(hurry)
    store.dispatch(NextStep())

    assert store.state.step == STEPS[5]


def test_a_listener_that_fails_does_not_block_the_next_intent() -> None:
    store = opened()

    def fail(_: State, new: State) -> None:
        if new.language == "zh":
            store.dispatch(NextStep())
            raise RuntimeError

    store.subscribe(fail)
    with pytest.raises(RuntimeError):
        store.dispatch(ToggleLanguage())
    store.dispatch(ToggleLanguage())

    assert (store.state.language, store.state.step) == ("en", STEPS[0])


def test_back_leads_through_the_places_visited() -> None:
    store = opened()
    store.dispatch(NextStep())
    store.dispatch(SelectModel(ModelId("chat")))
    looked_up = store.state
    store.dispatch(ToggleExplore())

    store.dispatch(GoBack())
    assert store.state == looked_up
    store.dispatch(GoBack())
    assert (store.state.step, store.state.away) == (STEPS[1], None)
    store.dispatch(GoBack())
    assert store.state.step == STEPS[0]


def test_forward_takes_back_back() -> None:
    store = opened()
    store.dispatch(NextStep())
    there = store.state

    store.dispatch(GoBack())
    store.dispatch(GoForward())

    assert store.state == there


@pytest.mark.parametrize("visit", [GoBack(), GoForward()])
def test_where_nothing_was_visited_nothing_changes(visit: GoBack | GoForward) -> None:
    store = opened()
    before = store.state

    store.dispatch(visit)

    assert store.state == before


def test_a_new_way_begins_at_a_place_visited_again() -> None:
    store = opened()
    store.dispatch(NextStep())
    store.dispatch(GoBack())
    store.dispatch(GoToStep(StepId(STEPS[5])))

    store.dispatch(GoForward())
    assert store.state.step == STEPS[5]
    store.dispatch(GoBack())
    assert store.state.step == STEPS[0]


def test_the_camera_makes_no_place_of_its_own_but_is_remembered() -> None:
    store = opened()
    store.dispatch(MoveCamera(0.2, 0.3, 2.0))
    store.dispatch(MoveCamera(0.2, 0.4, 3.0))
    moved = shown_view(store.deck, store.state)
    store.dispatch(SelectModel(ModelId("chat")))

    store.dispatch(GoBack())

    assert shown_view(store.deck, store.state) == moved


def test_back_keeps_language_and_surroundings() -> None:
    store = opened()
    store.dispatch(NextStep())
    store.dispatch(ToggleLanguage())

    store.dispatch(GoBack())

    assert (store.state.step, store.state.language) == (STEPS[0], "zh")


def test_the_oldest_places_are_forgotten() -> None:
    store = opened()
    for _ in range(200):
        store.dispatch(GoToStep(StepId(STEPS[1])))
        store.dispatch(GoToStep(StepId(STEPS[2])))

    told = list[State]()
    store.subscribe(lambda _, new: told.append(new))
    for _ in range(400):
        store.dispatch(GoBack())

    assert len(told) == 99
