"""Dialogs that only tell: a message, the list of all keys, what is wrong with a deck."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from explainer.bars.controls import Look
from explainer.errors import Problem
from explainer.help import help_picture
from explainer.picture import Box, Picture, Ruler
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import number, window_type
from explainer.views.dialogs.page import FootButton, Page, foot, paragraph, stacked

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


@dataclass(eq=False, slots=True)
class Help:
    """All keys."""

    on_close: Callable[[], None]
    width: float = _WIDE

    def page(self, language: Language, width: float, ruler: Ruler) -> Page:
        """Return the list, as wide as there is room."""
        close = FootButton(say("window.dialog.close", language), _CLOSE, primary=True, key="Esc")
        return Page(
            say("window.help.title", language),
            help_picture(language, width, ruler),
            foot([close], width, ruler),
            _CLOSE,
        )

    def press(self, control: str) -> None:
        """Close it."""
        self.on_close()

    def may_close(self) -> bool:
        """Escape always closes it."""
        return True


@dataclass(eq=False, slots=True)
class Problems:
    """Everything that is wrong with a deck: where, what, and what would be right."""

    problems: Sequence[Problem]
    on_close: Callable[[], None]
    on_copy: Callable[[], None]
    width: float = 1000.0

    def page(self, language: Language, width: float, ruler: Ruler) -> Page:
        """Return the list; errors before warnings."""
        errors = [it for it in self.problems if it.severity == "error"]
        warnings = [it for it in self.problems if it.severity == "warning"]
        rows = [_problem(it, language, width, ruler) for it in (*errors, *warnings)]
        intro = paragraph(
            say("window.problems.text", language, errors=len(errors), warnings=len(warnings)),
            width,
            language,
            ruler,
        )
        parts = [(intro, 0.0), *((row, 14.0) for row in rows)]
        buttons = [
            FootButton(say("window.problems.copy", language), "copy"),
            FootButton(say("window.dialog.close", language), _CLOSE, primary=True, key="Esc"),
        ]
        return Page(
            say("window.problems.title", language),
            stacked(parts, width),
            foot(buttons, width, ruler),
            _CLOSE,
        )

    def press(self, control: str) -> None:
        """Close it, or copy the list as text."""
        if control == "copy":
            self.on_copy()
        else:
            self.on_close()

    def may_close(self) -> bool:
        """Escape always closes it."""
        return True


def _problem(problem: Problem, language: Language, width: float, ruler: Ruler) -> Picture:
    """Return a row: the place in mono, then what is wrong."""
    head = " ".join(part for part in (problem.place, problem.code, problem.path) if part)
    ink = "error" if problem.severity == "error" else "muted"
    parts = [
        (Picture(width, 1, (Box(0, 0, width, 1, fill="line"),)), 0.0),
        (paragraph(head, width, language, ruler, Look(_SMALL, "mono", ink)), 12.0),
        (paragraph(problem.message(language), width, language, ruler, Look(16.0)), 2.0),
    ]
    return stacked(parts, width)
