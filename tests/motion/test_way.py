"""Which changes of the state are seen as motion."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from stories import CHAT, END, HOW, after, at, exploring, story_deck

from explainer.intents import (
    BlankScreen,
    FirstStep,
    FitMap,
    Hover,
    Intent,
    LastStep,
    MoveCamera,
    NextStep,
    OpenCard,
    Present,
    PreviousStep,
    ResizeText,
    SelectModel,
    SetLens,
    ToggleLanguage,
    ToggleTheme,
)
from explainer.motion import way
from explainer.state import State

DECK = story_deck()


@pytest.mark.parametrize(
    "state,intent,found",
    [
        pytest.param(at(HOW), NextStep(), "go", id="the next step"),
        pytest.param(at(HOW), LastStep(), "go", id="a later step"),
        pytest.param(at(HOW), PreviousStep(), "cut", id="back plays nothing"),
        pytest.param(at(END), FirstStep(), "cut", id="nor far back"),
        pytest.param(exploring(), SelectModel(CHAT), "go", id="a selection"),
        pytest.param(exploring(), SetLens("cause:code"), "go", id="a lens"),
        pytest.param(exploring(), MoveCamera(0.5, 0.5, 2), "cut", id="the hand moves the map"),
        pytest.param(
            after(exploring(), MoveCamera(0.5, 0.5, 2)), FitMap(), "cut", id="the whole map"
        ),
        pytest.param(exploring(), Hover("chat"), "follow", id="the pointer"),
        pytest.param(
            after(exploring(), SelectModel(CHAT)), OpenCard("claim:C1"), "cut", id="a card"
        ),
        pytest.param(at(HOW), ToggleLanguage(), "cut", id="the language"),
        pytest.param(at(HOW), ToggleTheme(), "cut", id="the theme"),
        pytest.param(at(HOW), ResizeText(1), "cut", id="the size of words"),
        pytest.param(at(HOW), Present(from_start=False), "cut", id="a talk begins"),
        pytest.param(
            after(at(HOW), Present(from_start=False)), BlankScreen("black"), "cut", id="black"
        ),
    ],
)
def test_the_way(state: State, intent: Intent, found: str) -> None:
    assert way(DECK, state, after(state, intent)) == found


def test_who_wants_no_motion_sees_none() -> None:
    still = replace(at(HOW), still=True)
    assert way(DECK, still, after(still, NextStep())) == "cut"
