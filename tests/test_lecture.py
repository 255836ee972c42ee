"""The whole lecture in the real window, from its first step to its last: by keyboard, by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest
from lectures import Lecture, embedded, lecture, opening
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from explainer.intents import (
    GoToStep,
    NextStep,
    Present,
    PreviousStep,
    SelectModel,
    SetMode,
    ToggleLanguage,
    ToggleTheme,
)
from explainer.schema import StepId
from explainer.story import shown_view, step, steps, steps_of

Key = Qt.Key
STEPS = steps(embedded())
FIRST, LAST = STEPS[0], STEPS[-1]
FORWARD = (Key.Key_Right, Key.Key_PageDown, Key.Key_Space, Key.Key_N, Key.Key_Return, Key.Key_Down)
BACK = (Key.Key_Left, Key.Key_PageUp, Key.Key_P, Key.Key_Backspace, Key.Key_Up)
MIDDLE = StepId("reasoning/who-can")
ON_THE_MAP = StepId("reasoning/signs")


@pytest.fixture
def told() -> Iterator[Lecture]:
    """Return the lecture at its first step."""
    with lecture() as opened:
        yield opened


@pytest.fixture
def halfway() -> Iterator[Lecture]:
    """Return the lecture at a step whose map has a model selected."""
    with lecture(opening(MIDDLE)) as opened:
        yield opened


class TestByKeyboard:
    def test_it_leads_from_the_first_step_to_the_last_and_back(self, told: Lecture) -> None:
        assert told.state.step == FIRST
        there = []
        for key, _ in zip(cycle(FORWARD), STEPS[1:], strict=False):
            told.press(key)
            there.append(told.state.step)
        back = []
        for key, _ in zip(cycle(BACK), STEPS[1:], strict=False):
            told.press(key)
            back.append(told.state.step)

        assert tuple(there) == STEPS[1:]
        assert tuple(back) == STEPS[-2::-1]

    @pytest.mark.parametrize("key", FORWARD, ids=lambda key: key.name)
    def test_it_does_not_wrap_at_the_end(self, told: Lecture, key: Key) -> None:
        told.press(Key.Key_End)
        told.press(key)

        assert told.state == opening(LAST)

    @pytest.mark.parametrize("key", BACK, ids=lambda key: key.name)
    def test_it_does_not_wrap_at_the_beginning(self, told: Lecture, key: Key) -> None:
        told.press(key)

        assert told.state == opening()

    @pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_Space], ids=lambda key: key.name)
    def test_ten_presses_without_a_pause_are_ten_steps(self, told: Lecture, key: Key) -> None:
        told.press(*[key] * 10)

        assert told.state.step == STEPS[10]

    @pytest.mark.parametrize("key", FORWARD, ids=lambda key: key.name)
    def test_a_key_that_is_held_down_is_one_step(self, told: Lecture, key: Key) -> None:
        told.hold(key, repeats=20)

        assert told.state.step == STEPS[1]

    def test_a_typed_number_and_enter_jump_to_a_stage(self, told: Lecture) -> None:
        stage = list(embedded().stages)[11]

        told.press(Key.Key_1, Key.Key_2)
        assert told.state.step == FIRST
        told.press(Key.Key_Enter)

        assert told.state == opening(steps_of(embedded(), stage)[0])

    def test_a_number_without_a_stage_leads_nowhere(self, told: Lecture) -> None:
        told.press(Key.Key_9, Key.Key_9, Key.Key_Return)

        assert told.state == opening()

    def test_e_explores_from_the_view_as_it_is_and_returns_to_the_step(
        self, halfway: Lecture
    ) -> None:
        seen = shown_view(embedded(), halfway.state)

        halfway.press(Key.Key_E)
        lit = replace(seen, lit=("all",))
        assert (halfway.state.mode, shown_view(embedded(), halfway.state)) == ("explore", lit)
        halfway.press(Key.Key_Down, Key.Key_Plus)
        assert shown_view(embedded(), halfway.state).select != seen.select
        halfway.press(Key.Key_E)

        assert halfway.state == opening(MIDDLE)

    @pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_PageUp], ids=lambda key: key.name)
    def test_a_clicker_returns_from_exploring_to_the_step_that_was_left(
        self, halfway: Lecture, key: Key
    ) -> None:
        halfway.press(Key.Key_E, Key.Key_Right, Key.Key_Up)

        halfway.press(key)

        assert halfway.state == opening(MIDDLE)

    def test_arrows_walk_the_tree_while_exploring(self, halfway: Lecture) -> None:
        halfway.press(Key.Key_E, Key.Key_Home)
        assert shown_view(embedded(), halfway.state).select == "davinci"
        halfway.press(Key.Key_Down)

        child = shown_view(embedded(), halfway.state).select
        halfway.press(Key.Key_Up)

        assert child != "davinci"
        assert shown_view(embedded(), halfway.state).select == "davinci"
        assert halfway.state.step == MIDDLE

    def test_language_and_theme_change_live(self, halfway: Lecture) -> None:
        before = halfway.image()

        halfway.press(Key.Key_L)
        chinese = halfway.image()
        halfway.press(Key.Key_T)
        dark = halfway.image()
        halfway.press(Key.Key_L, Key.Key_T)

        assert len({bytes(it.constBits()) for it in (before, chinese, dark)}) == 3
        assert dark.pixelColor(2, 300).lightness() < 60 < before.pixelColor(2, 300).lightness()
        assert halfway.image() == before
        assert halfway.state == opening(MIDDLE)

    def test_stepping_works_wherever_tab_has_led(self, told: Lecture) -> None:
        for place in range(1, 9):
            told.press(Key.Key_Tab)
            told.press(Key.Key_PageDown)
            assert told.state.step == STEPS[place]


class TestByMouse:
    def test_next_leads_to_the_last_step_and_back_to_the_first(self, told: Lecture) -> None:
        there = []
        for _ in STEPS[1:]:
            told.click(NextStep())
            there.append(told.state.step)
        with pytest.raises(LookupError):
            told.click(NextStep())
        back = []
        for _ in STEPS[1:]:
            told.click(PreviousStep())
            back.append(told.state.step)

        assert tuple(there) == STEPS[1:]
        assert tuple(back) == STEPS[-2::-1]

    def test_every_stage_is_one_click_on_the_story_bar_away(self, told: Lecture) -> None:
        for stage in reversed(list(embedded().stages)):
            name = steps_of(embedded(), stage)[0]
            told.click(GoToStep(name))
            assert told.state == opening(name)

    def test_a_click_on_a_model_looks_it_up_without_losing_the_step(self, halfway: Lecture) -> None:
        told = halfway.panel_words()
        other = next(
            hit.order
            for hit in halfway.map_hits()
            if hit.order != SelectModel(step(embedded(), MIDDLE).view.select)
        )
        assert isinstance(other, SelectModel)

        halfway.click(other)

        assert halfway.state.step == MIDDLE
        assert shown_view(embedded(), halfway.state).select == other.model
        name = embedded().models[other.model].name
        assert name in halfway.panel_words().splitlines()
        assert name not in told.splitlines()
        halfway.click(NextStep())
        assert halfway.state == opening(MIDDLE)
        assert halfway.panel_words() == told
        halfway.click(NextStep())
        assert halfway.state.step == STEPS[STEPS.index(MIDDLE) + 1]

    def test_language_and_theme_have_buttons(self, halfway: Lecture) -> None:
        halfway.click(ToggleLanguage())
        halfway.click(ToggleTheme())

        assert (halfway.state.language, halfway.state.theme) == ("zh", "dark")
        assert halfway.state.step == MIDDLE

    def test_explore_story_and_present_have_buttons(self, halfway: Lecture) -> None:
        halfway.click(SetMode("explore"))
        assert halfway.state.mode == "explore"
        halfway.click(SetMode("story"))
        assert halfway.state == opening(MIDDLE)
        halfway.click(Present(from_start=False))

        assert halfway.session.hall.isVisible()
        assert halfway.state.step == MIDDLE

    def test_the_wheel_zooms_the_map_and_steps_nowhere(self, halfway: Lecture) -> None:
        for target in (halfway.canvas, halfway.panel, *halfway.bars):
            for notches in (3, -3, 1, -1):
                halfway.turn_wheel(target, notches)
                assert halfway.state.step == MIDDLE
        halfway.session.dispatch(GoToStep(ON_THE_MAP))
        halfway.turn_wheel(halfway.canvas, 3)

        camera = shown_view(embedded(), halfway.state).camera
        assert camera is not None
        assert camera.zoom > 1

    def test_a_zoom_costs_no_click(self, halfway: Lecture) -> None:
        halfway.turn_wheel(halfway.canvas, 3)
        halfway.click(NextStep())

        assert halfway.state == opening(STEPS[STEPS.index(MIDDLE) + 1])

    def test_a_double_click_on_the_ground_fits_the_map_again(self, halfway: Lecture) -> None:
        halfway.turn_wheel(halfway.canvas, 3)
        corner = QPointF(3, 3)
        assert halfway.canvas.hit_at(corner) is None

        QTest.mouseDClick(halfway.canvas, Qt.MouseButton.LeftButton, pos=corner.toPoint())

        assert halfway.state == opening(MIDDLE)
