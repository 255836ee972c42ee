"""Who is told of which change, and in which order."""

from __future__ import annotations

import pytest
from stories import STEPS, story_deck

from explainer.intents import GoToStep, NextStep, PreviousStep, ToggleLanguage
from explainer.schema import StepId
from explainer.state import State
from explainer.store import Store
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
