"""What every intent makes of the state; of views in `test_look.py`, in a talk in `test_talk.py`."""

from __future__ import annotations

import decks
import pytest
from msgspec import structs
from msgspec.structs import replace
from stories import (
    CHAT,
    CODEX,
    DAVINCI,
    END,
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
    Confirm,
    Escape,
    FirstStep,
    FitMap,
    ForgetTyped,
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
    ResizeText,
    ReturnToStep,
    SelectBeside,
    SelectModel,
    SetLens,
    SetMode,
    ShowView,
    ToggleExplore,
    ToggleLanguage,
    ToggleNotes,
    TogglePanel,
    ToggleStill,
    ToggleTheme,
    TypeDigit,
    Zoom,
)
from explainer.schema import Camera, ModelId, StageId, StepId, Text, TextSlide, View
from explainer.state import State
from explainer.story import is_away
from explainer.theme import text_scales
from explainer.update import first_state, update


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

    @pytest.mark.parametrize(
        "look", [MoveCamera(0.2, 0.3, 2.0), Zoom(2.0), FitMap(), TypeDigit("0")]
    )
    def test_a_slide_without_a_map_has_nothing_to_zoom(self, look: Intent) -> None:
        told = story_deck()
        stage = told.stages[StageId("tuning")]
        slide = TextSlide(says=Text(en="It was tuned.", zh="微调了。"))
        how = structs.replace(stage.steps[0], slide=slide)
        stage = structs.replace(stage, steps=(how, *stage.steps[1:]))
        told = replace(told, stages={**told.stages, stage.id: stage})

        assert update(told, at(HOW), look) == at(HOW)
        away = update(told, at(HOW), SelectModel(CHAT))
        assert update(told, away, MoveCamera(0.2, 0.3, 2.0)) != away

    def test_selecting_the_steps_own_model_again_ends_the_look_up(self) -> None:
        assert after(at(HOW), SelectModel(CHAT), SelectModel(CODEX)) == at(HOW)

    def test_selecting_what_is_selected_changes_nothing(self) -> None:
        state = exploring(View(select=CODEX))

        assert update(story_deck(), state, SelectModel(CODEX)) is state

    def test_selecting_what_the_step_selects_tells_of_the_model(self) -> None:
        told = after(at(HOW), SelectModel(CODEX))

        assert is_away(story_deck(), told)
        assert view_after(told) == own(HOW)
        assert after(told, SelectModel(CODEX)) == told
        assert after(told, NextStep()) == after(told, Escape()) == at(HOW)

    def test_a_key_that_finds_no_other_model_changes_nothing(self) -> None:
        state = after(at("lecture/davinci"), SelectModel(DAVINCI))

        assert update(story_deck(), state, SelectBeside("up")) is state

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
    def test_it_starts_from_the_view_as_it_is_with_the_whole_map_lit(self) -> None:
        state = after(at(HOW), SelectModel(CHAT), MoveCamera(0.2, 0.3, 2.0))
        explored = after(state, ToggleExplore())

        assert state.away is not None
        assert state.away.lit == ("path:davinci>codex",)
        lit = structs.replace(state.away, lit=("all",))
        assert explored == replace(state, mode="explore", away=lit)

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

    def test_it_has_a_view_of_its_own_also_where_that_is_the_steps(self) -> None:
        state = after(at(HOW), ToggleExplore(), SelectModel(DAVINCI), SelectModel(CODEX))

        assert state == exploring(structs.replace(own(HOW), lit=("all",)))

    def test_enter_opens_the_panel(self) -> None:
        assert after(exploring(), TogglePanel(), Confirm()).panel


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

    @pytest.mark.parametrize(
        "intent", [SelectModel(CHAT), ToggleLanguage(), FitMap(), TogglePanel(), ForgetTyped()]
    )
    def test_whoever_does_something_else_has_no_number_in_mind(self, intent: Intent) -> None:
        state = after(exploring(), TypeDigit("2"), intent, TypeDigit("3"))

        assert state.typed == "3"

    def test_a_pointer_that_moves_leaves_the_number(self) -> None:
        assert after(at(HOW), TypeDigit("1"), Hover("codex")).typed == "1"

    def test_a_zero_goes_on_with_a_number(self) -> None:
        assert after(at(HOW), TypeDigit("1"), TypeDigit("0")).typed == "10"

    def test_a_zero_at_the_beginning_fits_the_map(self) -> None:
        state = after(exploring(View(camera=Camera(zoom=3.0))), TypeDigit("0"))

        assert state == exploring(View())

    def test_a_step_forgets_the_number(self) -> None:
        assert after(at(HOW), TypeDigit("1"), NextStep()) == at("tuning/why")


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

    def test_motion_can_be_done_without(self) -> None:
        talk = after(at(HOW), Present(from_start=False))

        assert after(talk, ToggleStill()) == replace(talk, still=True)
        assert after(talk, ToggleStill(), ToggleStill()) == talk

    def test_words_grow_and_shrink_in_steps_and_stop_at_either_end(self) -> None:
        sizes = text_scales()
        usual = sizes.index(1.0)
        grown = [after(at(HOW), *[ResizeText(1)] * times) for times in range(len(sizes))]
        shrunk = [after(at(HOW), *[ResizeText(-1)] * times) for times in range(len(sizes))]

        assert [it.text_scale for it in grown[: len(sizes) - usual]] == list(sizes[usual:])
        assert [it.text_scale for it in shrunk[: usual + 1]] == [*reversed(sizes[: usual + 1])]
        assert (grown[-1].text_scale, shrunk[-1].text_scale) == (sizes[-1], sizes[0])
        assert after(grown[-1], ResizeText(0)) == at(HOW)

    def test_panel_and_notes_come_and_go(self) -> None:
        assert after(at(HOW), TogglePanel()) == replace(at(HOW), panel=False)
        assert after(at(HOW), ToggleNotes()) == replace(at(HOW), notes=True)
        assert after(at(HOW), ToggleNotes(), ToggleNotes()) == at(HOW)

    def test_notes_open_a_closed_panel(self) -> None:
        closed = after(at(HOW), ToggleNotes(), TogglePanel())

        assert after(closed, ToggleNotes()) == replace(at(HOW), notes=True)

    def test_hovering_previews_and_does_nothing_else(self) -> None:
        assert after(at(HOW), Hover("codex")) == replace(at(HOW), hover="codex")
