"""Everything a user can ask for, as values. What each does is in `update.py`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from explainer.schema import ModelId, StepId, View
from explainer.state import Mode

Direction = Literal["up", "down", "left", "right"]
Task = Literal[
    "export",
    "open-deck",
    "copy-view",
    "copy-bibtex",
    "copy-bibliography",
    "context",
    "full-screen",
    "help",
    "menu",
    "quit",
]


@dataclass(frozen=True, slots=True)
class NextStep:
    """Go on; from a look elsewhere, come back to the step without going on."""


@dataclass(frozen=True, slots=True)
class PreviousStep:
    """Go back; from a look elsewhere, come back to the step."""


@dataclass(frozen=True, slots=True)
class NextStage:
    """Go to the first step of the next stage."""


@dataclass(frozen=True, slots=True)
class PreviousStage:
    """Go to the first step of the stage before."""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """Go to the first step of the story."""


@dataclass(frozen=True, slots=True)
class LastStep:
    """Go to the last step of the story."""


@dataclass(frozen=True, slots=True)
class GoToStep:
    """Go to a step, and tell its story."""

    step: StepId


@dataclass(frozen=True, slots=True)
class TypeDigit:
    """Begin or continue the number of a stage."""

    digit: str


@dataclass(frozen=True, slots=True)
class Confirm:
    """Go to the stage whose number was typed; else go on (story) or open the panel (exploring)."""


@dataclass(frozen=True, slots=True)
class Escape:
    """Close one thing, the topmost."""


@dataclass(frozen=True, slots=True)
class ForgetEscape:
    """Too long since the first Escape: a talk goes on."""


@dataclass(frozen=True, slots=True)
class SetMode:
    """Tell the story, or explore from the view as it is."""

    mode: Mode


@dataclass(frozen=True, slots=True)
class ToggleExplore:
    """Explore from here; again: return to the step that was left."""


@dataclass(frozen=True, slots=True)
class ReturnToStep:
    """Return to the step that was left, without going on."""


@dataclass(frozen=True, slots=True)
class SelectModel:
    """Look a model up; "" selects nothing."""

    model: ModelId


@dataclass(frozen=True, slots=True)
class SelectBeside:
    """Select the child (down), parent (up), or the next or previous model of the row."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class SelectRoot:
    """Select the first model of the lineage."""


@dataclass(frozen=True, slots=True)
class SelectNewest:
    """Select the last model of the lineage."""


@dataclass(frozen=True, slots=True)
class OpenCard:
    """Open a card of the panel, `claim:<id>` (all kinds: `View.open`); the open one closes."""

    card: str


@dataclass(frozen=True, slots=True)
class AskWhy:
    """Open the claim behind `subject` (its words: `why.py`).

    Without a subject it is what is pointed at, then what is looked at; again: the next claim.
    """

    subject: str = ""


@dataclass(frozen=True, slots=True)
class ShowView:
    """Look at a view instead of the step's own."""

    view: View


@dataclass(frozen=True, slots=True)
class SetLens:
    """Colour the map by `method`, `ability:<id>` or `cause:<method>`."""

    lens: str


@dataclass(frozen=True, slots=True)
class ToggleEstablished:
    """Filter out all that is not stated, or no longer."""


@dataclass(frozen=True, slots=True)
class ToggleCounterparts:
    """Show the models outside the lineage, or no longer."""


@dataclass(frozen=True, slots=True)
class DrawOtherReading:
    """Draw the next reading of how the selected model was derived."""


@dataclass(frozen=True, slots=True)
class MoveCamera:
    """Pan and zoom: centre as shares of the map, zoom 1 shows all of it."""

    x: float
    y: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Zoom:
    """Zoom about the centre by a factor."""

    factor: float


@dataclass(frozen=True, slots=True)
class FitMap:
    """Show the whole map."""


@dataclass(frozen=True, slots=True)
class Hover:
    """Preview what the pointer is on; "" for nothing."""

    id: str


@dataclass(frozen=True, slots=True)
class TogglePanel:
    """Open or close the side panel."""


@dataclass(frozen=True, slots=True)
class ToggleNotes:
    """Show or hide the speaker's notes beside the story."""


@dataclass(frozen=True, slots=True)
class ToggleLanguage:
    """Change between Chinese and English."""


@dataclass(frozen=True, slots=True)
class ToggleTheme:
    """Change between light and dark: the hall's in a talk, else the window's."""


@dataclass(frozen=True, slots=True)
class Present:
    """Begin the talk, from the first step or from here."""

    from_start: bool


@dataclass(frozen=True, slots=True)
class EndTalk:
    """End the talk; the window stands at the step that was reached."""


@dataclass(frozen=True, slots=True)
class BlankScreen:
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
    | Confirm
    | Escape
    | ForgetEscape
    | SetMode
    | ToggleExplore
    | ReturnToStep
    | SelectModel
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
    | Present
    | EndTalk
    | BlankScreen
)


@dataclass(frozen=True, slots=True)
class GoBack:
    """Return to the place visited before this one."""


@dataclass(frozen=True, slots=True)
class GoForward:
    """Take a `GoBack` back."""


Visit = GoBack | GoForward
"""Asks for a place that was visited; these are remembered in `store.py`, not in the state."""


@dataclass(frozen=True, slots=True)
class Run:
    """Ask for something that touches the world, by name; carried out in `views/tasks.py`."""

    task: Task


@dataclass(frozen=True, slots=True)
class Press:
    """Use a control of the dialog that is open, by name; the dialog knows what it means."""

    control: str


Order = Intent | Visit | Run | Press
"""What a key, a click or a menu entry asks for."""
