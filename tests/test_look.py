"""What becomes of a view: models walked along, camera, cards, lenses and readings."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from stories import (
    CHAT,
    DAVINCI,
    END,
    HOW,
    after,
    at,
    exploring,
    story_deck,
    view_after,
)

from explainer.deck import load_embedded
from explainer.intents import (
    Direction,
    DrawOtherReading,
    FitMap,
    Intent,
    MoveCamera,
    OpenCard,
    SelectBeside,
    SelectModel,
    SelectNewest,
    SelectRoot,
    SetLens,
    TogglePanel,
    Zoom,
)
from explainer.schema import Camera, ModelId, View
from explainer.story import shown_view
from explainer.update import first_state, update


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


class TestCamera:
    def test_it_is_kept_to_four_places(self) -> None:
        camera = view_after(exploring(), MoveCamera(0.323456, 0.600049, 2.00004)).camera

        assert camera == Camera(x=0.3235, y=0.6, zoom=2.0)

    def test_it_stays_on_the_map(self) -> None:
        camera = view_after(exploring(), MoveCamera(-3.0, 7.0, 99.0)).camera

        assert camera == Camera(x=0.0417, y=0.9583, zoom=6.0)

    @pytest.mark.parametrize("zoom", [1.0, 1.5, 3.0, 6.0])
    @pytest.mark.parametrize("corner", [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (-9.0, 9.0)])
    def test_about_half_of_what_is_seen_at_least_is_map(
        self, zoom: float, corner: tuple[float, float]
    ) -> None:
        camera = view_after(exploring(), MoveCamera(*corner, zoom)).camera

        assert camera is not None
        half = 0.5 / zoom
        shares = [(min(1.0, at + half) - max(0.0, at - half)) * zoom for at in (camera.x, camera.y)]
        assert shares[0] * shares[1] >= 0.5

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

    def test_the_order_in_which_readings_were_chosen_does_not_matter(self) -> None:
        deck = load_embedded()
        state = replace(first_state(deck, "en", "light"), mode="explore", away=View())

        for model in deck.models:
            for intent in (SelectModel(model), DrawOtherReading()):
                state = update(deck, state, intent)

        readings = shown_view(deck, state).readings
        assert len(readings) > 2
        assert readings == tuple(sorted(readings))

    @pytest.mark.parametrize("model", ["", "codex"])
    def test_where_nothing_is_disputed_nothing_changes(self, model: str) -> None:
        state = exploring(View(select=ModelId(model)))

        assert update(story_deck(), state, DrawOtherReading()) is state
