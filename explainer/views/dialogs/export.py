"""The export dialog: what to write and where, then how far it is, then what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from explainer.bars.controls import STRONG, Look, words
from explainer.deck import Deck
from explainer.export import Failure, Outcome, Target, Wishes, Written, already_there, plan
from explainer.export.size import Size
from explainer.picture import Picture, Ruler, placed
from explainer.schema import LANGUAGES, Language, StageId
from explainer.state import ThemeName
from explainer.strings import say
from explainer.theme import number
from explainer.views.dialogs.page import FootButton, Page, foot, paragraph, stacked
from explainer.views.dialogs.rows import LABEL, cells, failure_note, folder_row, switch_row

SIZES: dict[str, Size] = {
    "hd": Size(1280, 720),
    "full-hd": Size(1920, 1080),
    "4k": Size(3840, 2160),
    "4-3": Size(1600, 1200),
}
Phase = Literal["asking", "running", "ended"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is chosen in the dialog."""

    folder: Path
    size: str = "full-hd"
    language: Literal["en", "zh", "both"] = "en"
    look: Literal["light", "dark", "both"] = "light"
    slides: Literal["all", "stage"] = "all"
    steps: Literal["last", "all"] = "last"

    def wishes(self, stage: StageId) -> Wishes:
        """Return the same as the export understands it; `stage` is the one that is shown."""
        languages: tuple[Language, ...] = LANGUAGES if self.language == "both" else (self.language,)
        themes: tuple[ThemeName, ...] = ("light", "dark") if self.look == "both" else (self.look,)
        return Wishes(
            self.folder,
            languages,
            themes,
            slides=stage if self.slides == "stage" else None,
            steps=self.steps,
            size=SIZES[self.size],
        )


@dataclass(frozen=True, slots=True)
class Acts:
    """What the dialog asks others for."""

    choose_folder: Callable[[Path], None]
    start: Callable[[Sequence[Target]], None]
    cancel: Callable[[], None]
    open_folder: Callable[[Path], None]
    close: Callable[[], None]


class ExportDialog:
    """Asks, then shows progress, then tells what came of it."""

    width = number("dialog", "width")

    def __init__(self, deck: Deck, stage: StageId, wish: Wish, acts: Acts) -> None:
        self._deck = deck
        self._stage = stage
        self.wish = wish
        self._acts = acts
        self._phase: Phase = "asking"
        self._cancelled = False
        self._targets: Sequence[Target] = ()
        self._written = 0
        self._failures: list[Failure] = []

    def take_folder(self, folder: Path) -> None:
        """Write into `folder`."""
        self.wish = replace(self.wish, folder=folder)

    def hear(self, outcome: Outcome) -> None:
        """Learn what became of a picture."""
        match outcome:
            case Written():
                self._written += 1
            case Failure():
                self._failures.append(outcome)

    def end(self) -> None:
        """Learn that nothing more will come."""
        self._phase = "ended"

    def page(self, language: Language, width: float, ruler: Ruler) -> Page:
        """Return the questions, the progress or the result."""
        match self._phase:
            case "asking":
                return self._asking(language, width, ruler)
            case "running":
                return self._running(language, width, ruler)
            case "ended":
                return self._ended(language, width, ruler)

    def press(self, control: str) -> None:
        """Take a choice, or do what the button is for."""
        match control.split(":"):
            case [field, value]:
                self.wish = _chosen(self.wish, field, value)
            case ["folder"]:
                self._acts.choose_folder(self.wish.folder)
            case ["start"]:
                self._targets = plan(self._deck, self.wish.wishes(self._stage))
                self._phase = "running"
                self._acts.start(self._targets)
            case ["cancel"]:
                self._cancelled = True
                self._acts.cancel()
            case ["open"]:
                self._acts.open_folder(self.wish.folder)
            case _:
                self._acts.close()

    def may_close(self) -> bool:
        """While it writes, Escape cancels instead."""
        if self._phase == "running":
            self.press("cancel")
            return False
        return True

    def _asking(self, language: Language, width: float, ruler: Ruler) -> Page:
        targets = plan(self._deck, self.wish.wishes(self._stage))
        there = len(already_there(targets))
        rows = [
            switch_row("size", tuple(SIZES), self.wish.size, language, width, ruler),
            switch_row(
                "language", ("zh", "en", "both"), self.wish.language, language, width, ruler
            ),
            switch_row("look", ("light", "dark", "both"), self.wish.look, language, width, ruler),
            switch_row("slides", ("all", "stage"), self.wish.slides, language, width, ruler),
            switch_row("steps", ("last", "all"), self.wish.steps, language, width, ruler),
            folder_row(self.wish.folder, language, width, ruler),
        ]
        key = "window.export.there" if there else "window.export.new"
        note = paragraph(
            say(key, language, count=len(targets), there=there),
            width - LABEL,
            language,
            ruler,
            Look(16.0, ink="muted"),
        )
        parts = [(row, 0.0) for row in rows]
        start_key = "window.export.replace" if there else "window.export.start"
        buttons = [
            FootButton(say("window.dialog.cancel", language), "close", key="Esc"),
            FootButton(say(start_key, language, count=len(targets)), "start", primary=True),
        ]
        return Page(
            say("window.export.title", language),
            stacked([*parts, (Picture(width, note.height, *placed(note, LABEL, 0)), 4.0)], width),
            foot(buttons, width, ruler),
            "start",
        )

    def _running(self, language: Language, width: float, ruler: Ruler) -> Page:
        done, count = self._written + len(self._failures), len(self._targets)
        head = words(
            ruler,
            say("window.export.progress", language, number=min(done + 1, count), count=count),
            0,
            12,
            STRONG,
        )
        parts = [
            (Picture(width, 24, (head,)), 0.0),
            (cells(done, count, width), 12.0),
            (failure_note(self._failures, width, language, ruler), 12.0),
        ]
        cancelling = say("window.export.cancelling", language)
        cancel = (
            FootButton(cancelling, "")
            if self._cancelled
            else FootButton(say("window.dialog.cancel", language), "cancel", key="Esc")
        )
        return Page(
            say("window.export.title", language),
            stacked(parts, width),
            foot([cancel], width, ruler, say("window.export.whole", language)),
        )

    def _ended(self, language: Language, width: float, ruler: Ruler) -> Page:
        key = "window.export.cancelled" if self._cancelled else "window.export.ended"
        said = say(key, language, written=self._written, count=len(self._targets))
        parts = [
            (paragraph(said, width, language, ruler), 0.0),
            (
                paragraph(
                    str(self.wish.folder), width, language, ruler, Look(15.0, "mono", "muted")
                ),
                6.0,
            ),
            (failure_note(self._failures, width, language, ruler), 12.0),
        ]
        buttons = [
            FootButton(say("window.export.open", language), "open"),
            FootButton(say("window.dialog.close", language), "close", primary=True, key="Esc"),
        ]
        title = "window.export.title" if self._failures or self._cancelled else "window.export.done"
        return Page(
            say(title, language), stacked(parts, width), foot(buttons, width, ruler), "close"
        )


def _chosen(wish: Wish, field: str, value: str) -> Wish:
    """Return `wish` with another value; only what the switches offer is ever pressed."""
    values: dict[str, Any] = {field: value}
    return replace(wish, **values)
