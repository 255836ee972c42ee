"""What every intent makes of the state."""

from __future__ import annotations

from dataclasses import replace

import decks
import pytest
from msgspec import structs
from stories import STEPS, story_deck

from explainer.intents import (
    BlankScreen,
    Confirm,
    Direction,
    DrawOtherReading,
    EndTalk,
    Escape,
    FirstStep,
    FitMap,
    ForgetEscape,
    GoToStep,
    Hover,
    Intent,
    LastStep,
    MoveCamera,
    NextStage,
    NextStep,
    OpenCard,
    Present,
    PreviousStage,
    PreviousStep,
    ReturnToStep,
    SelectBeside,
    SelectModel,
    SelectNewest,
    SelectRoot,
    SetLens,
    SetMode,
    ShowView,
    ToggleExplore,
    ToggleLanguage,
    ToggleNotes,
    TogglePanel,
    ToggleTheme,
    TypeDigit,
    Zoom,
)
from explainer.schema import Camera, ModelId, StepId, View
from explainer.state import State
from explainer.story import shown_view, step
from explainer.update import first_state, update

CODEX, CHAT, DAVINCI = ModelId("codex"), ModelId("chat"), ModelId("davinci")
HOW, END = StepId("tuning/how"), StepId("end/all")


def at(name: str) -> State:
    """Return the state of somebody who tells the story and has come to a step."""
    return State(step=StepId(name))


def exploring(view: View | None = None) -> State:
    """Return the state of somebody who explores, and came from the step `tuning/how`."""
    return replace(at(HOW), mode="explore", away=view or View())


def after(state: State, *intents: Intent) -> State:
    """Return what becomes of a state in the end."""
    for intent in intents:
        state = update(story_deck(), state, intent)
    return state


def view_after(state: State, *intents: Intent) -> View:
    """Return what is looked at in the end."""
    return shown_view(story_deck(), after(state, *intents))


def own(name: str) -> View:
    """Return the view of a step."""
    return step(story_deck(), StepId(name)).view


class TestSteps:
    def test_the_first_state_is_the_first_step_in_a_light_hall(self) -> None:
        state = first_state(story_deck(), "zh", "dark")

        assert state == State(step=StepId(STEPS[0]), language="zh", theme="dark")
        assert state.hall_theme == "light"

    def test_every_next_is_one_step(self) -> None:
        state = at(STEPS[0])
        seen = [state := update(story_deck(), state, NextStep()) for _ in STEPS[1:]]

        assert tuple(each.step for each in seen) == STEPS[1:]

    def test_ten_presses_are_ten_steps(self) -> None:
        deck = decks.deck(" , ".join(f"m{number} > m{number + 1}" for number in range(11)))

        state = first_state(deck, "en", "light")
        for _ in range(10):
            state = update(deck, state, NextStep())

        assert state.step == "lecture/m10"

    def test_previous_leads_back(self) -> None:
        assert after(at(HOW), NextStep(), PreviousStep()) == at(HOW)

    @pytest.mark.parametrize("intent", [NextStep(), LastStep(), NextStage(), Confirm()])
    def test_after_the_last_step_comes_nothing(self, intent: Intent) -> None:
        state = at(END)

        assert update(story_deck(), state, intent) is state

    @pytest.mark.parametrize("intent", [PreviousStep(), FirstStep(), PreviousStage()])
    def test_before_the_first_step_comes_nothing(self, intent: Intent) -> None:
        state = at(STEPS[0])

        assert update(story_deck(), state, intent) is state

    def test_stages_are_entered_at_their_first_step(self) -> None:
        assert after(at(STEPS[0]), NextStage()).step == HOW
        assert after(at(END), PreviousStage()).step == HOW

    def test_the_ends_are_one_key_away(self) -> None:
        assert after(at(HOW), LastStep()).step == END
        assert after(at(HOW), FirstStep()).step == STEPS[0]

    def test_going_to_a_step_tells_its_story(self) -> None:
        assert after(exploring(), GoToStep(END)) == at(END)

    def test_going_to_a_step_that_is_not_there_changes_nothing(self) -> None:
        state = exploring()

        assert update(story_deck(), state, GoToStep(StepId("no/where"))) is state


class TestLookingElsewhere:
    def test_a_look_up_keeps_the_step(self) -> None:
        state = after(at(HOW), SelectModel(CHAT))

        assert state.step == HOW
        assert state.away == structs.replace(own(HOW), select=CHAT)

    @pytest.mark.parametrize("intent", [NextStep(), PreviousStep(), ReturnToStep(), Confirm()])
    @pytest.mark.parametrize(
        "look", [SelectModel(CHAT), SetLens("cause:rlhf"), OpenCard("claim:C1")]
    )
    def test_a_step_key_leads_back_without_stepping(self, look: Intent, intent: Intent) -> None:
        assert after(at(HOW), look, intent) == at(HOW)

    @pytest.mark.parametrize("look", [MoveCamera(0.2, 0.3, 2.0), Zoom(2.0), FitMap()])
    def test_a_zoom_costs_no_press(self, look: Intent) -> None:
        assert after(at(HOW), look, NextStep()) == at("tuning/why")

    def test_selecting_the_steps_own_model_again_ends_the_look_up(self) -> None:
        assert after(at(HOW), SelectModel(CHAT), SelectModel(CODEX)) == at(HOW)

    def test_selecting_what_is_selected_changes_nothing(self) -> None:
        state = at(HOW)

        assert update(story_deck(), state, SelectModel(CODEX)) is state

    def test_selecting_what_is_not_there_changes_nothing(self) -> None:
        state = at(HOW)

        assert update(story_deck(), state, SelectModel(ModelId("gpt-9"))) is state

    def test_nothing_can_be_selected(self) -> None:
        assert view_after(at(HOW), SelectModel(ModelId(""))).select == ""

    def test_another_selection_closes_the_card(self) -> None:
        assert view_after(at(HOW), OpenCard("claim:C1"), SelectModel(CHAT)).open == ""

    def test_a_view_can_be_shown(self) -> None:
        view = View(select=CHAT, lens="cause:code")

        assert after(at(HOW), ShowView(view)) == replace(at(HOW), away=view)

    def test_showing_the_steps_own_view_is_no_look_elsewhere(self) -> None:
        assert after(at(HOW), SelectModel(CHAT), ShowView(own(HOW))) == at(HOW)


class TestExploring:
    def test_it_starts_from_the_view_as_it_is(self) -> None:
        state = after(at(HOW), SelectModel(CHAT), MoveCamera(0.2, 0.3, 2.0))
        explored = after(state, ToggleExplore())

        assert explored == replace(state, mode="explore")

    @pytest.mark.parametrize(
        "intent",
        [NextStep(), PreviousStep(), ReturnToStep(), ToggleExplore(), SetMode("story")],
    )
    def test_it_leads_back_to_the_step_that_was_left(self, intent: Intent) -> None:
        assert after(at(HOW), ToggleExplore(), SelectModel(CHAT), intent) == at(HOW)

    def test_even_where_nothing_was_looked_at_the_first_press_does_not_step(self) -> None:
        assert after(at(HOW), ToggleExplore(), NextStep()) == at(HOW)

    def test_a_stage_can_be_reached_from_it(self) -> None:
        assert after(exploring(), NextStage()) == at(END)

    def test_setting_the_mode_that_is_on_changes_nothing(self) -> None:
        state = exploring()

        assert update(story_deck(), state, SetMode("explore")) is state

    def test_a_model_in_the_dark_brings_the_light_with_it(self) -> None:
        assert view_after(exploring(own(HOW)), SelectModel(CHAT)).lit == ("all",)

    @pytest.mark.parametrize(
        "word",
        [
            "all", "codex", "davinci-codex", "path:davinci>chat", "ancestors:chat",
            "descendants:davinci", "method:code", "ability:reasoning",
        ],
    )  # fmt: skip
    def test_a_model_in_the_light_leaves_it_as_it_is(self, word: str) -> None:
        assert view_after(exploring(View(lit=(word,))), SelectModel(CODEX)).lit == (word,)

    @pytest.mark.parametrize(
        "word",
        [
            "codex", "davinci-codex", "path:davinci>chat", "path:instruct>codex",
            "ancestors:chat", "descendants:codex", "method:code", "ability:reasoning",
        ],
    )  # fmt: skip
    def test_the_light_does_not_fall_where_it_should_not(self, word: str) -> None:
        view = view_after(exploring(View(lit=(word,))), SelectModel(ModelId("instruct")))

        assert view.lit == ("all",)

    def test_enter_opens_the_panel(self) -> None:
        assert after(exploring(), TogglePanel(), Confirm()).panel


class TestWalking:
    @pytest.mark.parametrize(
        "start, direction, end",
        [
            ("davinci", "down", "codex"),
            ("codex", "down", "chat"),
            ("chat", "up", "codex"),
            ("codex", "right", "instruct"),
            ("instruct", "right", "chat"),
            ("chat", "left", "instruct"),
            ("codex", "left", "davinci"),
            ("davinci", "up", "davinci"),
            ("davinci", "left", "davinci"),
            ("chat", "down", "chat"),
            ("chat", "right", "chat"),
        ],
    )
    def test_keys_walk_from_model_to_model(
        self, start: str, direction: Direction, end: str
    ) -> None:
        view = View(select=ModelId(start))

        assert view_after(exploring(view), SelectBeside(direction)).select == end

    def test_the_way_up_follows_the_reading_that_is_drawn(self) -> None:
        view = View(select=CHAT, readings=("parent-of-chat/text",))

        assert view_after(exploring(view), SelectBeside("up")).select == "instruct"

    @pytest.mark.parametrize("direction", ["up", "down", "left", "right"])
    def test_the_walk_begins_at_the_first_model(self, direction: Direction) -> None:
        assert view_after(exploring(), SelectBeside(direction)).select == DAVINCI

    def test_the_first_and_the_newest_model_are_one_key_away(self) -> None:
        assert view_after(exploring(), SelectRoot()).select == DAVINCI
        assert view_after(exploring(), SelectNewest()).select == CHAT

    def test_a_walk_in_the_story_keeps_the_step(self) -> None:
        assert after(at(HOW), SelectBeside("down")).step == HOW


class TestNumbers:
    def test_a_number_leads_to_its_stage(self) -> None:
        assert after(at(END), TypeDigit("2"), Confirm()) == at(HOW)

    def test_a_number_leads_out_of_exploring(self) -> None:
        assert after(exploring(), TypeDigit("3"), Confirm()) == at(END)

    @pytest.mark.parametrize("digits", ["4", "40", "444"])
    def test_a_number_without_a_stage_is_forgotten(self, digits: str) -> None:
        assert after(at(HOW), *map(TypeDigit, digits), Confirm()) == at(HOW)

    def test_a_number_has_at_most_three_digits(self) -> None:
        assert after(at(HOW), *map(TypeDigit, "12345")).typed == "123"

    def test_a_zero_goes_on_with_a_number(self) -> None:
        assert after(at(HOW), TypeDigit("1"), TypeDigit("0")).typed == "10"

    def test_a_zero_at_the_beginning_fits_the_map(self) -> None:
        state = after(exploring(View(camera=Camera(zoom=3.0))), TypeDigit("0"))

        assert state == exploring(View())

    def test_a_step_forgets_the_number(self) -> None:
        assert after(at(HOW), TypeDigit("1"), NextStep()) == at("tuning/why")


class TestCamera:
    def test_it_is_kept_to_four_places(self) -> None:
        camera = view_after(exploring(), MoveCamera(0.123456, 0.000049, 2.00004)).camera

        assert camera == Camera(x=0.1235, y=0.0, zoom=2.0)

    def test_it_stays_on_the_map(self) -> None:
        camera = view_after(exploring(), MoveCamera(-3.0, 7.0, 99.0)).camera

        assert camera == Camera(x=0.0, y=1.0, zoom=8.0)

    @pytest.mark.parametrize("intent", [MoveCamera(0.2, 0.3, 0.9), FitMap(), Zoom(0.1)])
    def test_farther_than_the_whole_map_is_the_whole_map(self, intent: Intent) -> None:
        view = view_after(exploring(View(camera=Camera(x=0.2), focus=("codex",))), intent)

        assert (view.camera, view.focus) == (None, ("all",))

    def test_zooming_keeps_the_centre(self) -> None:
        view = View(camera=Camera(x=0.2, y=0.3, zoom=2.0))

        assert view_after(exploring(view), Zoom(1.5)).camera == Camera(x=0.2, y=0.3, zoom=3.0)

    def test_zooming_in_from_what_is_framed_comes_nearer(self) -> None:
        camera = view_after(at(HOW), Zoom(1.25)).camera

        assert camera is not None
        assert camera.zoom > 1.25

    def test_zooming_out_again_ends_the_look(self) -> None:
        assert after(at(END), Zoom(2.0), Zoom(0.5)) == at(END)


class TestCardsAndLenses:
    def test_the_open_card_closes(self) -> None:
        assert after(at(HOW), OpenCard("claim:C1"), OpenCard("claim:C1")) == at(HOW)

    def test_another_card_takes_its_place(self) -> None:
        view = view_after(at(HOW), OpenCard("claim:C1"), OpenCard("ability:reasoning"))

        assert view.open == "ability:reasoning"

    def test_a_card_opens_the_panel(self) -> None:
        assert after(at(HOW), TogglePanel(), OpenCard("claim:C1")).panel

    def test_the_same_lens_again_is_taken_off(self) -> None:
        assert view_after(at(END), SetLens("cause:code"), SetLens("cause:code")).lens == "method"

    def test_the_lens_of_methods_takes_any_other_off(self) -> None:
        assert view_after(at(END), SetLens("ability:reasoning"), SetLens("method")) == View()

    @pytest.mark.parametrize(
        "intent",
        [OpenCard("claim:C9"), OpenCard("codex"), SetLens("cause:luck"), SetLens("reasoning")],
    )
    def test_what_is_not_there_changes_nothing(self, intent: Intent) -> None:
        state = at(HOW)

        assert update(story_deck(), state, intent) is state


class TestReadings:
    def test_the_other_reading_is_drawn(self) -> None:
        view = view_after(exploring(View(select=CHAT)), DrawOtherReading())

        assert view.readings == ("parent-of-chat/text",)

    def test_after_the_last_reading_comes_the_first(self) -> None:
        view = View(select=CHAT)

        assert view_after(exploring(view), DrawOtherReading(), DrawOtherReading()) == view

    @pytest.mark.parametrize("model", ["", "codex"])
    def test_where_nothing_is_disputed_nothing_changes(self, model: str) -> None:
        state = exploring(View(select=ModelId(model)))

        assert update(story_deck(), state, DrawOtherReading()) is state


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

    def test_the_steps_own_card_is_no_thing_to_close(self) -> None:
        assert after(at("tuning/why"), Escape()).mode == "explore"

    def test_it_ends_a_selection_while_exploring(self) -> None:
        view = View(select=CHAT, lit=("codex",), lens="cause:code")

        assert view_after(exploring(view), Escape()) == View(lens="cause:code")

    def test_it_leaves_an_untouched_exploring_alone(self) -> None:
        state = exploring()

        assert update(story_deck(), state, Escape()) is state

    def test_it_leads_from_the_story_into_exploring(self) -> None:
        assert after(at(HOW), Escape()) == exploring(own(HOW))

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


class TestSurroundings:
    def test_the_language_changes_without_losing_the_place(self) -> None:
        state = after(at(HOW), SelectModel(CHAT))

        assert after(state, ToggleLanguage()) == replace(state, language="zh")
        assert after(state, ToggleLanguage(), ToggleLanguage()) == state

    def test_the_theme_changes_where_one_is(self) -> None:
        assert after(at(HOW), ToggleTheme()) == replace(at(HOW), theme="dark")
        talk = after(at(HOW), Present(from_start=False))
        assert after(talk, ToggleTheme()) == replace(talk, hall_theme="dark")
        assert after(talk, ToggleTheme(), ToggleTheme()) == talk

    def test_panel_and_notes_come_and_go(self) -> None:
        assert after(at(HOW), TogglePanel()) == replace(at(HOW), panel=False)
        assert after(at(HOW), ToggleNotes()) == replace(at(HOW), notes=True)

    def test_hovering_previews_and_does_nothing_else(self) -> None:
        assert after(at(HOW), Hover("codex")) == replace(at(HOW), hover="codex")
