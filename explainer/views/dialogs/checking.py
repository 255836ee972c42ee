"""The dialog of a check that still runs: what it does, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from explainer.picture import Picture, Ruler, placed
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import number
from explainer.views.dialogs.page import FootButton, Page, foot, paragraph
from explainer.views.dialogs.progress import cells, fitting

_PHASES = ("check", "preview")
_GAP = 14.0


class CheckRuns:
    """Tells how far a check has come."""

    width = number("dialog", "width")

    def __init__(self, name: str, on_cancel: Callable[[], None]) -> None:
        self._name = name
        self._on_cancel = on_cancel
        self.phase = _PHASES[0]

    def page(self, language: Language, width: float, ruler: Ruler) -> Page:
        """Return what runs now, a bar of its phases, and the button that stops it."""
        said = paragraph(say(f"check.runs.{self.phase}", language), width, language, ruler)
        bar = cells(_PHASES.index(self.phase), len(_PHASES), width)
        shapes, _ = placed(bar, 0, said.height + _GAP)
        body = Picture(width, said.height + _GAP + bar.height, (*said.shapes, *shapes))
        cancel = FootButton(say("window.dialog.cancel", language), "cancel", key="Esc")
        title = say("check.runs.title", language, name=self._name)
        return Page(
            fitting(title, width * 0.8, ruler), body, foot([cancel], width, ruler), "cancel"
        )

    def press(self, control: str) -> None:
        """Stop the check."""
        self._on_cancel()

    def may_close(self) -> bool:
        """Escape stops it."""
        self._on_cancel()
        return True
