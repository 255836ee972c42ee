"""State: the one value from which everything visible is drawn."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from explainer.schema import Language, StepId, View

Mode = Literal["story", "explore"]
ThemeName = Literal["light", "dark"]
Blank = Literal["", "black", "white"]


class State(Struct, frozen=True):
    """Where the talk is, and what is looked at.

    Nothing in here is derived; ids, never positions. Whatever follows from a State is computed
    from it when it is needed, so two screens can never disagree.
    """

    step: StepId
    """`stage/step`; kept while the user looks elsewhere."""
    away: View | None = None
    """Looked at instead of the step's own view."""
    mode: Mode = "story"
    presenting: bool = False
    """A talk is on: the hall sees slides without window furniture."""
    leaving: bool = False
    """Escape was pressed once in a talk; a second one ends it."""
    blank: Blank = ""
    """The hall's screen is covered."""
    hover: str = ""
    """Id of what the pointer previews; in no link and no export."""
    typed: str = ""
    """Digits of a stage number that was begun."""
    panel: bool = True
    """The side panel is open."""
    notes: bool = False
    """The speaker's notes stand beside the story."""
    language: Language = "en"
    theme: ThemeName = "light"
    """Of windows."""
    hall_theme: ThemeName = "light"
    """Of the hall."""
    text_scale: float = 1.0
    """Size of the words in windows, one of `theme.text_scales`; hall and exports keep theirs."""
    still: bool = False
    """Nothing moves: what changes is there at once."""
    click_steps: bool = True
    """A click on the hall's empty ground is a step."""
    looked_up: bool = False
    """`away` was asked for, be it what the step shows by itself: the panel tells of it."""
    cards: tuple[str, ...] = ()
    """Under the open card, the first one opened first: closing leads back to the topmost."""
