"""How a talk begins and ends, and what Escape closes on the way."""

from __future__ import annotations

import pytest
from msgspec import structs
from msgspec.structs import replace
from stories import (
    CHAT,
    HOW,
    STEPS,
    after,
    at,
    exploring,
    own,
    story_deck,
    view_after,
)

from explainer.intents import (
    BlankScreen,
    Confirm,
    EndTalk,
    Escape,
    FitMap,
    ForgetEscape,
    Hover,
    Intent,
    MoveCamera,
    NextStep,
    OpenCard,
    Present,
    PreviousStep,
    ReturnToStep,
    SelectModel,
    SetLens,
    ToggleLanguage,
    TypeDigit,
)
from explainer.schema import View
from explainer.update import update


class TestEscape:
    def test_it_closes_one_thing_at_a_time(self) -> None:
        talk = after(
            at(HOW),
            Present(from_start=False),
            SelectModel(CHAT),
            OpenCard("claim:C1"),
            MoveCamera(0.2, 0.3, 2.0),
            BlankScreen("black"),
            TypeDigit("1"),
        )

        without_number = after(talk, Escape())
        uncovered = after(without_number, Escape())
        without_card = after(uncovered, Escape())
        with_own_camera = after(without_card, Escape())
        at_the_step = after(with_own_camera, Escape())

        assert without_number == replace(talk, typed="")
        assert uncovered == replace(without_number, blank="")
        assert without_card == after(uncovered, OpenCard("claim:C1"))
        assert with_own_camera == replace(at_the_step, away=structs.replace(own(HOW), select=CHAT))
        assert at_the_step == replace(at(HOW), presenting=True)

    def test_it_takes_the_camera_back(self) -> None:
        assert after(at(HOW), FitMap(), Escape()) == at(HOW)

    def test_it_takes_the_camera_back_in_one_press(self) -> None:
        assert after(at(HOW), FitMap(), MoveCamera(0.2, 0.3, 2.0), Escape()) == at(HOW)

    def test_under_another_card_lies_the_steps_own(self) -> None:
        assert after(at("tuning/why"), OpenCard("ability:reasoning"), Escape()) == at("tuning/why")

    def test_the_steps_own_card_is_not_in_the_way(self) -> None:
        assert after(at("tuning/why"), SetLens("cause:code"), Escape()) == at("tuning/why")

    def test_the_steps_own_card_is_no_thing_to_close(self) -> None:
        assert after(at("tuning/why"), Escape()) == at("tuning/why")

    def test_it_ends_a_selection_while_exploring(self) -> None:
        view = View(select=CHAT, lit=("codex",), lens="cause:code")

        assert view_after(exploring(view), Escape()) == View(lens="cause:code")

    def test_it_leaves_an_untouched_exploring_alone(self) -> None:
        state = exploring()

        assert update(story_deck(), state, Escape()) is state

    def test_at_the_bottom_of_the_story_it_does_nothing(self) -> None:
        state = at(HOW)

        assert update(story_deck(), state, Escape()) is state

    def test_a_third_one_after_the_end_of_a_talk_does_nothing(self) -> None:
        talk = after(at(HOW), Present(from_start=False))

        assert after(talk, Escape(), Escape(), Escape(), Escape()) == at(HOW)

    def test_in_a_talk_it_has_to_be_pressed_twice(self) -> None:
        talk = after(at(HOW), Present(from_start=False))

        assert after(talk, Escape()) == replace(talk, leaving=True)
        assert after(talk, Escape(), Escape()) == at(HOW)

    @pytest.mark.parametrize("intent", [ForgetEscape(), NextStep(), ToggleLanguage(), FitMap()])
    def test_anything_in_between_lets_the_talk_go_on(self, intent: Intent) -> None:
        talk = after(at(HOW), Present(from_start=False), Escape(), intent)

        assert not talk.leaving
        assert talk.presenting

    def test_a_pointer_that_trembles_does_not_count(self) -> None:
        talk = after(at(HOW), Present(from_start=False), Escape(), Hover("codex"), Escape())

        assert not talk.presenting


class TestTalk:
    def test_it_begins_at_the_first_step_or_here(self) -> None:
        assert after(at(HOW), Present(from_start=True)).step == STEPS[0]
        assert after(at(HOW), Present(from_start=False)).step == HOW

    def test_it_begins_with_the_story(self) -> None:
        talk = after(exploring(View(select=CHAT)), Present(from_start=False))

        assert talk == replace(at(HOW), presenting=True)

    def test_it_does_not_begin_twice(self) -> None:
        talk = after(at(HOW), Present(from_start=False))

        assert update(story_deck(), talk, Present(from_start=True)) is talk

    def test_at_its_end_the_window_stands_at_the_step_reached(self) -> None:
        state = after(at(HOW), Present(from_start=False), NextStep(), BlankScreen("white"))

        assert after(state, EndTalk()) == at("tuning/why")

    def test_ending_none_changes_nothing(self) -> None:
        state = at(HOW)

        assert update(story_deck(), state, EndTalk()) is state

    def test_the_screen_is_covered_and_uncovered(self) -> None:
        talk = after(at(HOW), Present(from_start=False))

        assert after(talk, BlankScreen("black")).blank == "black"
        assert after(talk, BlankScreen("black"), BlankScreen("black")) == talk
        assert after(talk, BlankScreen("black"), BlankScreen("white")).blank == "white"

    @pytest.mark.parametrize("intent", [NextStep(), PreviousStep(), Confirm(), ReturnToStep()])
    def test_a_step_key_uncovers_the_screen_without_stepping(self, intent: Intent) -> None:
        talk = after(at(HOW), Present(from_start=False), SelectModel(CHAT))

        assert after(talk, BlankScreen("black"), intent) == talk

    def test_without_a_talk_there_is_no_screen_to_cover(self) -> None:
        state = at(HOW)

        assert update(story_deck(), state, BlankScreen("black")) is state
