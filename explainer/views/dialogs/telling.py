"""Dialogs that only tell: a message, the list of all keys."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from explainer.help import HelpPlace, help_picture, help_places, help_switch
from explainer.picture import Ruler
from explainer.schema import Language
from explainer.state import Mode
from explainer.strings import say
from explainer.theme import number, window_type
from explainer.views.dialogs.page import FootButton, Page, foot, paragraph

WIDTH = number("dialog", "width")
_WIDE = 1640.0
_CLOSE = "close"
_SMALL = window_type("note")


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a message, and what it does."""

    key: str
    """Of its words in the strings."""
    act: Callable[[], None]
    primary: bool = False


@dataclass(eq=False, slots=True)
class Message:
    """A sentence or two; the words are given by key, so that they change with the language."""

    title: str
    """Key in the strings, as `text`."""
    text: str
    on_close: Callable[[], None]
    values: dict[str, object]
    choices: tuple[Choice, ...] = ()
    width: float = WIDTH

    def page(self, language: Language, width: float, ruler: Ruler) -> Page:
        """Return title, text and buttons."""
        body = paragraph(say(self.text, language, **self.values), width, language, ruler)
        buttons = [
            FootButton(say(choice.key, language), str(at), primary=choice.primary)
            for at, choice in enumerate(self.choices)
        ]
        close_key = "window.dialog.cancel" if self.choices else "window.dialog.close"
        close = FootButton(say(close_key, language), _CLOSE, primary=not self.choices, key="Esc")
        primary = next((str(at) for at, it in enumerate(self.choices) if it.primary), _CLOSE)
        return Page(say(self.title, language), body, foot([close, *buttons], width, ruler), primary)

    def press(self, control: str) -> None:
        """Close it, and do what the button is for."""
        self.on_close()
        if control != _CLOSE:
            self.choices[int(control)].act()

    def may_close(self) -> bool:
        """Escape always closes it."""
        return True


_SIDEWAYS = {"Left": -1, "Right": 1}


@dataclass(eq=False, slots=True)
class Help:
    """The keys of one mode; a switch leads to those of the others."""

    on_close: Callable[[], None]
    mode: Mode = "story"
    """Where the user stands: its keys are told first."""
    presenting: bool = False
    width: float = _WIDE
    _at: int = field(init=False)

    def __post_init__(self) -> None:
        self._at = 2 if self.presenting else ("story", "explore").index(self.mode)

    @property
    def places(self) -> tuple[HelpPlace, ...]:
        """What it tells of."""
        return help_places(self.mode, presenting=self.presenting)

    @property
    def place(self) -> HelpPlace:
        """Whose keys are seen."""
        return self.places[self._at]

    def page(self, language: Language, width: float, ruler: Ruler) -> Page:
        """Return the list, as wide as there is room."""
        close = FootButton(say("window.dialog.close", language), _CLOSE, primary=True, key="Esc")
        return Page(
            say("window.help.title", language),
            help_picture(self.place, language, width, ruler),
            foot([close], width, ruler),
            _CLOSE,
            head=help_switch(self.places, self._at, language, width, ruler),
        )

    def press(self, control: str) -> None:
        """Close it, or tell of another mode."""
        kind, _, at = control.partition(":")
        if kind == "place":
            self._at = int(at)
        else:
            self.on_close()

    def pressed_by(self, names: Collection[str]) -> str:
        """Return the control that the key of these names presses: the mode beside; "" for none."""
        far = next((_SIDEWAYS[name] for name in names if name in _SIDEWAYS), 0)
        return f"place:{max(0, min(len(self.places) - 1, self._at + far))}" if far else ""

    def may_close(self) -> bool:
        """Escape always closes it."""
        return True
