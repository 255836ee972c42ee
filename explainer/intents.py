"""Everything a user can ask for, as values. What each does is in `update.py`."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from explainer.schema import ModelId, StepId, View
from explainer.state import Mode

Direction = Literal["up", "down", "left", "right"]
Task = Literal[
    "export",
    "open-deck",
    "check-deck",
    "copy-view",
    "copy-bibtex",
    "copy-bibliography",
    "context",
    "full-screen",
    "help",
    "lens",
    "menu",
    "overview",
    "quit",
    "search",
]


class NextStep(Struct, frozen=True):
    """Go on; from a look elsewhere, come back to the step without going on."""


class PreviousStep(Struct, frozen=True):
    """Go back; from a look elsewhere, come back to the step."""


class NextStage(Struct, frozen=True):
    """Go to the first step of the next stage."""


class PreviousStage(Struct, frozen=True):
    """Go to the first step of the stage before."""


class FirstStep(Struct, frozen=True):
    """Go to the first step of the story."""


class LastStep(Struct, frozen=True):
    """Go to the last step of the story."""


class GoToStep(Struct, frozen=True):
    """Go to a step, and tell its story."""

    step: StepId


class TypeDigit(Struct, frozen=True):
    """Begin or continue the number of a stage."""

    digit: str


class ForgetTyped(Struct, frozen=True):
    """Too long since the last digit: the number is dropped."""


class Confirm(Struct, frozen=True):
    """Go to the stage whose number was typed; else go on (story) or open the panel (exploring)."""


class Escape(Struct, frozen=True):
    """Close one thing, the topmost."""


class ForgetEscape(Struct, frozen=True):
    """Too long since the first Escape: a talk goes on."""


class SetMode(Struct, frozen=True):
    """Tell the story, or explore from the view as it is."""

    mode: Mode


class ToggleExplore(Struct, frozen=True):
    """Explore from here; again: return to the step that was left."""


class ReturnToStep(Struct, frozen=True):
    """Return to the step that was left, without going on."""


class SelectModel(Struct, frozen=True):
    """Look a model up; "" selects nothing."""

    model: ModelId


class LookUp(Struct, frozen=True):
    """Show what was searched for: `model:<id>`, or a card as `OpenCard` has it, which stays open.

    In a talk an ability colours the map, as the hall sees no cards.
    """

    subject: str


class SelectBeside(Struct, frozen=True):
    """Select the child (down), parent (up), or the next or previous model of the row."""

    direction: Direction


class SelectRoot(Struct, frozen=True):
    """Select the first model of the lineage."""


class SelectNewest(Struct, frozen=True):
    """Select the last model of the lineage."""


class OpenCard(Struct, frozen=True):
    """Open a card of the panel, `claim:<id>` (all kinds: `View.open`); the open one closes."""

    card: str


class AskWhy(Struct, frozen=True):
    """Open the claim behind `subject` (its words: `why.py`).

    Without a subject it is what is looked at; again: the next claim.
    """

    subject: str = ""


class ShowView(Struct, frozen=True):
    """Look at a view instead of the step's own."""

    view: View


class SetLens(Struct, frozen=True):
    """Colour the map by `method`, `ability:<id>` or `cause:<method>`."""

    lens: str


class ToggleEstablished(Struct, frozen=True):
    """Filter out all that is not stated, or no longer."""


class ToggleCounterparts(Struct, frozen=True):
    """Show the models outside the lineage, or no longer."""


class DrawOtherReading(Struct, frozen=True):
    """Draw the next reading of how the selected model was derived."""


class MoveCamera(Struct, frozen=True):
    """Pan and zoom: centre as shares of the map, zoom 1 shows all of it."""

    x: float
    y: float
    zoom: float


class Zoom(Struct, frozen=True):
    """Zoom about the centre by a factor."""

    factor: float


class FitMap(Struct, frozen=True):
    """Show the whole map."""


class Hover(Struct, frozen=True):
    """Preview what the pointer is on; "" for nothing."""

    id: str


class TogglePanel(Struct, frozen=True):
    """Open or close the side panel."""


class ToggleNotes(Struct, frozen=True):
    """Show or hide the speaker's notes beside the story."""


class ToggleLanguage(Struct, frozen=True):
    """Change between Chinese and English."""


class ToggleTheme(Struct, frozen=True):
    """Change between light and dark: the hall's in a talk, else the window's."""


class ResizeText(Struct, frozen=True):
    """Make the window's words larger (1) or smaller (-1) by a step; 0: as large as usual."""

    direction: Literal[-1, 0, 1]


class ToggleStill(Struct, frozen=True):
    """Do without motion, or no longer."""


class ToggleClickSteps(Struct, frozen=True):
    """Let a click on the hall's empty ground be a step, or no longer."""


class Present(Struct, frozen=True):
    """Begin the talk, from the first step or from here."""

    from_start: bool


class EndTalk(Struct, frozen=True):
    """End the talk; the window stands at the step that was reached."""


class BlankScreen(Struct, frozen=True):
    """Cover the hall's screen; the same again uncovers it."""

    colour: Literal["black", "white"]


Intent = (
    NextStep
    | PreviousStep
    | NextStage
    | PreviousStage
    | FirstStep
    | LastStep
    | GoToStep
    | TypeDigit
    | ForgetTyped
    | Confirm
    | Escape
    | ForgetEscape
    | SetMode
    | ToggleExplore
    | ReturnToStep
    | SelectModel
    | LookUp
    | SelectBeside
    | SelectRoot
    | SelectNewest
    | OpenCard
    | AskWhy
    | ShowView
    | SetLens
    | ToggleEstablished
    | ToggleCounterparts
    | DrawOtherReading
    | MoveCamera
    | Zoom
    | FitMap
    | Hover
    | TogglePanel
    | ToggleNotes
    | ToggleLanguage
    | ToggleTheme
    | ResizeText
    | ToggleStill
    | ToggleClickSteps
    | Present
    | EndTalk
    | BlankScreen
)


class GoBack(Struct, frozen=True):
    """Return to the place visited before this one."""


class GoForward(Struct, frozen=True):
    """Take a `GoBack` back."""


Visit = GoBack | GoForward
"""Asks for a place that was visited; these are remembered in `store.py`, not in the state."""


class Run(Struct, frozen=True):
    """Ask for something that touches the world, by name; carried out in `views/tasks.py`."""

    task: Task


class Press(Struct, frozen=True):
    """Use a control of the dialog that is open, by name; the dialog knows what it means."""

    control: str


Order = Intent | Visit | Run | Press
"""What a key, a click or a menu entry asks for."""
