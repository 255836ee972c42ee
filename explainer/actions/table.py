"""The table: every action that exists, in the order of menus and of the help."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from explainer.actions.action import Action, Group
from explainer.intents import (
    AskWhy,
    BlankScreen,
    Confirm,
    DrawOtherReading,
    Escape,
    FirstStep,
    GoBack,
    GoForward,
    LastStep,
    NextStage,
    NextStep,
    OpenCard,
    Order,
    Present,
    PreviousStage,
    PreviousStep,
    ResizeText,
    ReturnToStep,
    Run,
    SelectBeside,
    SelectNewest,
    SelectRoot,
    ToggleClickSteps,
    ToggleCounterparts,
    ToggleEstablished,
    ToggleExplore,
    ToggleLanguage,
    ToggleNotes,
    TogglePanel,
    ToggleStill,
    ToggleTheme,
    TypeDigit,
    Zoom,
)
from explainer.state import State

ZOOM = 1.25
"""How much nearer one press of a key leads."""

FORWARD = ("PgDown", "Media Next", "Forward")
BACK = ("PgUp", "Media Previous", "Back")
_CONFIRM = ("Return", "Enter")
"""What clickers and media keys send. They have no second meaning: exploring, they lead back."""


def _in_story(name: str, keys: tuple[str, ...], order: Order) -> Action:
    return Action(id=name, group="story", keys=keys, story=order, explore=None)


def _exploring(name: str, group: Group, keys: tuple[str, ...], order: Order) -> Action:
    return Action(id=name, group=group, keys=keys, story=None, explore=order)


def _anywhere(
    name: str, group: Group, keys: tuple[str, ...], order: Order, *, auto_repeats: bool = False
) -> Action:
    return Action(
        id=name, group=group, keys=keys, story=order, explore=order, auto_repeats=auto_repeats
    )


def _not_in_talk(
    name: str, group: Group, keys: tuple[str, ...], order: Order, more_keys: tuple[str, ...] = ()
) -> Action:
    return Action(
        id=name,
        group=group,
        keys=keys,
        more_keys=more_keys,
        story=order,
        explore=order,
        talk=None,
    )


def _in_talk(name: str, keys: tuple[str, ...], order: Order) -> Action:
    return Action(id=name, group="talk", keys=keys, story=None, explore=None, talk=order)


def _by_key_alone(name: str, keys: tuple[str, ...], order: Order, label: str = "") -> Action:
    return Action(
        id=name,
        group="story",
        keys=keys,
        story=order,
        explore=order,
        in_menu=False,
        label=label,
    )


def _walk(name: str, key: str, order: SelectBeside) -> Action:
    return Action(
        id=name,
        group="map",
        keys=(f"Shift+{key}",),
        more_keys=(key,),
        story=order,
        explore=order,
        auto_repeats=True,
    )


def _switch(action: Action, is_on: Callable[[State], bool]) -> Action:
    return replace(action, is_on=is_on)


ACTIONS: tuple[Action, ...] = (
    _in_story("next-step", ("Right", "Down", "Space", *FORWARD, "N"), NextStep()),
    _in_story(
        "previous-step", ("Left", "Up", "Shift+Space", *BACK, "P", "Backspace"), PreviousStep()
    ),
    _exploring("return-to-step", "story", (*FORWARD, *BACK, "N", "P", "Backspace"), ReturnToStep()),
    _anywhere("next-stage", "story", ("Alt+PgDown",), NextStage()),
    _anywhere("previous-stage", "story", ("Alt+PgUp",), PreviousStage()),
    _in_story("first-step", ("Home",), FirstStep()),
    _in_story("last-step", ("End",), LastStep()),
    *(
        _by_key_alone(f"digit-{digit}", (digit,), TypeDigit(digit), "action.type-number")
        for digit in "123456789"
    ),
    # One key each, named apart where they do apart.
    replace(_by_key_alone("confirm", _CONFIRM, Confirm()), explore=None),
    replace(_by_key_alone("open-panel", _CONFIRM, Confirm()), story=None),
    replace(_by_key_alone("close", ("Esc",), Escape()), talk=None),
    replace(_in_talk("end-talk", ("Esc",), Escape()), group="story", in_menu=False),
    _anywhere("explore", "story", ("E",), ToggleExplore()),
    _anywhere("go-back", "story", ("Alt+Left",), GoBack()),
    _anywhere("go-forward", "story", ("Alt+Right",), GoForward()),
    _walk("select-child", "Down", SelectBeside("down")),
    _walk("select-parent", "Up", SelectBeside("up")),
    _walk("select-next", "Right", SelectBeside("right")),
    _walk("select-previous", "Left", SelectBeside("left")),
    _exploring("select-root", "map", ("Home",), SelectRoot()),
    _exploring("select-newest", "map", ("End",), SelectNewest()),
    _anywhere("other-reading", "map", ("V",), DrawOtherReading()),
    _anywhere("why", "map", ("Y",), AskWhy()),
    _not_in_talk("established", "map", (), ToggleEstablished()),
    _not_in_talk("counterparts", "map", (), ToggleCounterparts()),
    _anywhere("zoom-in", "map", ("+", "="), Zoom(ZOOM), auto_repeats=True),
    _anywhere("zoom-out", "map", ("-",), Zoom(1 / ZOOM), auto_repeats=True),
    # No stage has the number 0: as a first digit it fits the map, later it goes on with a number.
    _anywhere("fit", "map", ("0",), TypeDigit("0")),
    _not_in_talk("present", "talk", ("F5",), Present(from_start=True)),
    _not_in_talk("present-from-here", "talk", ("Shift+F5",), Present(from_start=False)),
    _in_talk("black", ("B", "."), BlankScreen("black")),
    _in_talk("white", ("W", ","), BlankScreen("white")),
    _switch(
        _anywhere("click-steps", "talk", (), ToggleClickSteps()),
        lambda state: state.click_steps,
    ),
    _anywhere("overview", "window", ("O", "G"), Run("overview")),
    _anywhere("search", "window", ("/", "Ctrl+F"), Run("search")),
    # A hall sees neither panel nor notes, and files are no business of its screen.
    _switch(
        _not_in_talk("panel", "window", ("I",), TogglePanel(), ("Space", "Shift+Space")),
        lambda state: state.panel,
    ),
    # Notes stand beside the story only.
    _switch(
        replace(_not_in_talk("notes", "window", ("S",), ToggleNotes()), explore=None),
        lambda state: state.notes,
    ),
    _anywhere("language", "window", ("L",), ToggleLanguage()),
    _anywhere("theme", "window", ("T",), ToggleTheme()),
    # A hall's letters have the size of its screen.
    _not_in_talk("larger-text", "window", ("Ctrl++", "Ctrl+="), ResizeText(1)),
    _not_in_talk("smaller-text", "window", ("Ctrl+-",), ResizeText(-1)),
    _not_in_talk("normal-text", "window", ("Ctrl+0",), ResizeText(0)),
    _switch(_anywhere("still", "window", (), ToggleStill()), lambda state: state.still),
    # In a talk the hall covers its screen, and nothing else would be seen.
    _not_in_talk("full-screen", "window", ("F", "F11"), Run("full-screen")),
    _anywhere("help", "window", ("?", "F1"), Run("help")),
    _not_in_talk("open-deck", "deck", ("Ctrl+O",), Run("open-deck")),
    _not_in_talk("check-deck", "deck", (), Run("check-deck")),
    _not_in_talk("export", "deck", ("Ctrl+E",), Run("export")),
    _not_in_talk("copy-view", "deck", ("Ctrl+Shift+C",), Run("copy-view")),
    _not_in_talk("glossary", "deck", (), OpenCard("glossary")),
    _not_in_talk("sources", "deck", (), OpenCard("sources")),
    _not_in_talk("discrepancies", "deck", (), OpenCard("discrepancies")),
    _not_in_talk("copy-bibliography", "deck", (), Run("copy-bibliography")),
    _anywhere("quit", "deck", ("Ctrl+Q",), Run("quit")),
)
