"""The table of actions: which key asks for what, where, and what menus and the help list."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import Literal

import pytest
import yaml

from explainer.actions import (
    ACTIONS,
    GROUPS,
    action_for,
    help_rows,
    menu_actions,
    order_for,
)
from explainer.files import resource_folder
from explainer.intents import (
    AskWhy,
    BlankScreen,
    Confirm,
    Escape,
    FirstStep,
    GoBack,
    GoForward,
    LastStep,
    NextStage,
    NextStep,
    Order,
    Present,
    PreviousStep,
    ResizeText,
    ReturnToStep,
    Run,
    SelectBeside,
    SelectNewest,
    SelectRoot,
    ToggleExplore,
    TogglePanel,
    TypeDigit,
    Zoom,
)
from explainer.schema import StepId
from explainer.state import Mode, State
from explainer.strings import say

MODES: tuple[Mode, ...] = ("story", "explore")


def now(mode: Mode = "story", *, presenting: bool = False) -> State:
    """Return a state of that mode."""
    return State(step=StepId("a/b"), mode=mode, presenting=presenting)


@pytest.mark.parametrize("mode, presenting", [*product(MODES, (False, True))])
def test_no_key_means_two_things_at_once(mode: Mode, presenting: bool) -> None:  # noqa: FBT001
    keys = Counter(
        key
        for action in ACTIONS
        if action.order(mode, presenting=presenting) is not None
        for key in action.keys_in(mode)
    )

    assert [key for key, times in keys.items() if times > 1] == []


def test_no_action_has_the_id_of_another() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


def test_every_action_is_on_offer_somewhere() -> None:
    for action in ACTIONS:
        orders = {
            action.order(mode, presenting=presenting)
            for mode, presenting in product(MODES, (False, True))
        }
        assert orders != {None}, action.id


def test_everything_has_a_name_in_both_languages() -> None:
    names = {action.name for action in ACTIONS} | {f"actions.{group}" for group in GROUPS}

    for name in names:
        assert say(name, "en") != say(name, "zh")


def test_no_name_is_left_over() -> None:
    told = yaml.safe_load((resource_folder() / "strings/actions.yaml").read_text("utf-8"))
    names = {action.name for action in ACTIONS} | {f"actions.{group}" for group in GROUPS}

    assert told.keys() == names


@pytest.mark.parametrize(
    "keys, story, explore",
    [
        ("PgDown|Media Next|Forward|N", NextStep(), ReturnToStep()),
        ("PgUp|Media Previous|Back|P|Backspace", PreviousStep(), ReturnToStep()),
        ("Right", NextStep(), SelectBeside("right")),
        ("Down", NextStep(), SelectBeside("down")),
        ("Left", PreviousStep(), SelectBeside("left")),
        ("Up", PreviousStep(), SelectBeside("up")),
        ("Shift+Right", SelectBeside("right"), SelectBeside("right")),
        ("Shift+Up", SelectBeside("up"), SelectBeside("up")),
        ("Space", NextStep(), TogglePanel()),
        ("Shift+Space", PreviousStep(), TogglePanel()),
        ("Return|Enter|Num+Enter", Confirm(), Confirm()),
        ("Alt+PgDown", NextStage(), NextStage()),
        ("Home", FirstStep(), SelectRoot()),
        ("End", LastStep(), SelectNewest()),
        ("1|Num+1|Shift+1", TypeDigit("1"), TypeDigit("1")),
        ("0|Num+0", TypeDigit("0"), TypeDigit("0")),
        ("+|=|Shift++|Num++", Zoom(1.25), Zoom(1.25)),
        ("-|Num+-", Zoom(0.8), Zoom(0.8)),
        ("E", ToggleExplore(), ToggleExplore()),
        ("Alt+Left", GoBack(), GoBack()),
        ("Alt+Right", GoForward(), GoForward()),
        ("Esc", Escape(), Escape()),
        ("F5", Present(from_start=True), Present(from_start=True)),
        ("Shift+F5", Present(from_start=False), Present(from_start=False)),
        ("F|F11", Run("full-screen"), Run("full-screen")),
        ("?|Shift+?|F1", Run("help"), Run("help")),
        ("Ctrl+Shift+C", Run("copy-view"), Run("copy-view")),
        ("Y", AskWhy(), AskWhy()),
        ("B|.|W|,", None, None),
        ("Tab|Shift+N|Ctrl+N|Q|Shift+F|A", None, None),
    ],
)
def test_keys_in_the_window(keys: str, story: Order | None, explore: Order | None) -> None:
    for key in keys.split("|"):
        assert order_for(key, now("story")) == story
        assert order_for(key, now("explore")) == explore


@pytest.mark.parametrize("mode", MODES)
def test_the_screen_is_covered_only_in_a_talk(mode: Mode) -> None:
    talk = now(mode, presenting=True)

    assert {order_for(key, talk) for key in "B."} == {BlankScreen("black")}
    assert {order_for(key, talk) for key in "W,"} == {BlankScreen("white")}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("key", ["F5", "Shift+F5", "I", "S", "Ctrl+E", "Ctrl+O"])
def test_some_keys_do_nothing_in_a_talk(mode: Mode, key: str) -> None:
    assert order_for(key, now(mode, presenting=True)) is None


@pytest.mark.parametrize("mode", MODES)
def test_a_talk_steps_like_the_window(mode: Mode) -> None:
    for key in ("PgDown", "Right", "Shift+Down", "Home", "V", "Y", "Esc"):
        assert order_for(key, now(mode, presenting=True)) == order_for(key, now(mode))


def test_a_key_that_is_held_down_never_steps() -> None:
    held = [action for action in ACTIONS if action.auto_repeats]

    assert {type(action.explore) for action in held} == {SelectBeside, Zoom}
    assert {type(action.story) for action in held} == {SelectBeside, Zoom}


def test_a_key_leads_to_its_action() -> None:
    action = action_for("V", now())

    assert action is not None
    assert action.id == "other-reading"
    assert action_for("Ctrl+V", now()) is None


def test_a_menu_offers_what_can_be_done_now() -> None:
    story = {action.id for action in menu_actions("story", now("story"))}
    explore = {action.id for action in menu_actions("story", now("explore"))}

    assert story - explore == {"next-step", "previous-step", "first-step", "last-step"}
    assert explore - story == {"return-to-step"}
    assert menu_actions("deck", now(presenting=True))[0].id == "quit"


PLACES = [*product(MODES, (False, True))]


@pytest.mark.parametrize("mode, presenting", PLACES)
def test_the_help_tells_the_keys_that_mean_something_there(
    mode: Mode,
    presenting: bool,  # noqa: FBT001
) -> None:
    told = {key for row in help_rows(mode, presenting=presenting) for key in row.keys}
    every = {key for action in ACTIONS for key in (*action.keys, *action.more_keys)}

    assert told == {key for key in every if order_for(key, now(mode, presenting=presenting))}


def test_the_help_has_one_line_for_all_digits() -> None:
    rows = help_rows("story", presenting=False)

    assert [it.keys for it in rows if it.name == "action.type-number"] == [tuple("123456789")]


@pytest.mark.parametrize("mode, presenting", PLACES)
def test_the_help_is_sorted_by_group(mode: Mode, presenting: bool) -> None:  # noqa: FBT001
    places = [GROUPS.index(row.group) for row in help_rows(mode, presenting=presenting)]

    assert places == sorted(places)


@pytest.mark.parametrize(
    "key, direction",
    [
        ("Ctrl++", 1),
        ("Ctrl+=", 1),
        ("Ctrl+Shift++", 1),
        ("Ctrl+Shift+=", 1),
        ("Ctrl+Num++", 1),
        ("Ctrl+-", -1),
        ("Ctrl+Num+-", -1),
        ("Ctrl+0", 0),
        ("Ctrl+Num+0", 0),
        ("Ctrl+Shift+0", 0),
    ],
)
def test_text_is_resized_by_the_keys_that_browsers_have_but_not_in_a_talk(
    key: str, direction: Literal[-1, 0, 1]
) -> None:
    assert order_for(key, now()) == ResizeText(direction)
    assert order_for(key, now(presenting=True)) is None


@pytest.mark.parametrize("key", ["Ctrl+Shift+C", "Shift+PgDown", "Shift+F5", "Ctrl+Shift+E"])
def test_shift_counts_where_it_makes_another_key(key: str) -> None:
    without = order_for(key.replace("Shift+", ""), now())

    assert order_for(key, now()) != without or without is None
