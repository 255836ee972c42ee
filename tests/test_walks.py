"""What holds whatever a user does, tried on random walks through a deck."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from stories import STEPS, story_deck
from wishes import intents

from explainer.deck import Deck, load_embedded
from explainer.intents import Escape, GoToStep, Intent
from explainer.links import view_from_text, view_text
from explainer.schema import StepId
from explainer.state import State
from explainer.story import shown_view, steps
from explainer.update import first_state, update

walks = st.lists(intents(story_deck()), max_size=30)
places = st.sampled_from(STEPS).map(StepId)


def walked(deck: Deck, wishes: list[Intent]) -> list[State]:
    """Return all states on the way."""
    states = [first_state(deck, "en", "light")]
    for wish in wishes:
        states.append(update(deck, states[-1], wish))
    return states


@given(walks)
def test_the_step_is_always_one_of_the_story(wishes: list[Intent]) -> None:
    assert {state.step for state in walked(story_deck(), wishes)} <= set(STEPS)


@given(walks)
def test_the_view_never_names_what_the_deck_does_not_have(wishes: list[Intent]) -> None:
    for state in walked(story_deck(), wishes):
        view = shown_view(story_deck(), state)
        # Reading a view back refuses every id that leads nowhere.
        assert view_from_text(story_deck(), view_text(view)) == view


@given(walks)
def test_what_changes_nothing_gives_the_same_state_back(wishes: list[Intent]) -> None:
    states = walked(story_deck(), wishes)

    for before, after in pairwise(states):
        assert after is before or after != before


@given(walks)
def test_in_the_story_looking_at_the_step_itself_is_no_look_elsewhere(
    wishes: list[Intent],
) -> None:
    for state in walked(story_deck(), wishes):
        own = shown_view(story_deck(), replace(state, away=None))
        assert state.mode == "explore" or state.looked_up or state.away != own


@given(walks, places)
def test_going_to_a_step_by_any_way_equals_opening_it(wishes: list[Intent], name: StepId) -> None:
    wandered = update(story_deck(), walked(story_deck(), wishes)[-1], GoToStep(name))
    opened = replace(first_state(story_deck(), "en", "light"), step=name)

    assert (wandered.step, wandered.mode, wandered.away) == (name, "story", None)
    assert (wandered.typed, wandered.blank, wandered.leaving) == ("", "", False)
    assert shown_view(story_deck(), wandered) == shown_view(story_deck(), opened)


@given(walks)
def test_escape_comes_to_rest(wishes: list[Intent]) -> None:
    state = walked(story_deck(), wishes)[-1]
    for _ in range(12):
        state = update(story_deck(), state, Escape())

    assert update(story_deck(), state, Escape()) is state
    assert not state.presenting
    assert state.away is None or state.mode == "explore"


@pytest.fixture(scope="module")
def embedded() -> Deck:
    """Return the deck that comes with the app."""
    return load_embedded()


@given(st.data())
def test_all_of_this_holds_in_the_embedded_deck(embedded: Deck, data: st.DataObject) -> None:
    wishes = data.draw(st.lists(intents(embedded), max_size=20))
    name = data.draw(st.sampled_from(steps(embedded)))

    for state in walked(embedded, wishes):
        assert state.step in steps(embedded)
        view = shown_view(embedded, state)
        assert view_from_text(embedded, view_text(view)) == view
    there = update(embedded, state, GoToStep(name))
    assert (there.step, there.away, there.mode) == (name, None, "story")
