"""The export dialog: what to write and where, then how far it is, then what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from explainer.bars.controls import STRONG, Button, Choice, Look, Place, button, switch, words
from explainer.deck import Deck
from explainer.export import Failure, Outcome, Target, Wishes, Written, already_there, plan
from explainer.export.size import Size
from explainer.intents import Press
from explainer.picture import Box, Hit, Picture, Ruler, Shape, placed
from explainer.schema import LANGUAGES, Language, StageId
from explainer.state import ThemeName
from explainer.strings import say
from explainer.theme import number
from explainer.views.dialogs.page import TEXT, FootButton, Page, foot, paragraph, stacked

_LABEL = number("dialog", "label")
_ROW = number("dialog", "row")
_CONTROL = 42.0
_LEAST_CELL = 3.0
"""px; more pictures than have room become one bar."""

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
            _switch_row("size", tuple(SIZES), self.wish.size, language, width, ruler),
            _switch_row(
                "language", ("zh", "en", "both"), self.wish.language, language, width, ruler
            ),
            _switch_row("look", ("light", "dark", "both"), self.wish.look, language, width, ruler),
            _switch_row("slides", ("all", "stage"), self.wish.slides, language, width, ruler),
            _switch_row("steps", ("last", "all"), self.wish.steps, language, width, ruler),
            _folder_row(self.wish.folder, language, width, ruler),
        ]
        key = "window.export.there" if there else "window.export.new"
        note = paragraph(
            say(key, language, count=len(targets), there=there),
            width - _LABEL,
            language,
            ruler,
            Look(16.0, ink="muted"),
        )
        indented = Picture(width, note.height, _indented(note))
        parts = [(row, 0.0) for row in rows]
        start_key = "window.export.replace" if there else "window.export.start"
        buttons = [
            FootButton(say("window.dialog.cancel", language), "close", key="Esc"),
            FootButton(say(start_key, language, count=len(targets)), "start", primary=True),
        ]
        return Page(
            say("window.export.title", language),
            stacked([*parts, (indented, 4.0)], width),
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
            (_cells(done, count, width), 12.0),
            (_failure_note(self._failures, width, language, ruler), 12.0),
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
            (_failure_note(self._failures, width, language, ruler), 12.0),
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


def _switch_row(  # noqa: PLR0913 - a question, its answers, a place
    field: str,
    values: Sequence[str],
    chosen: str,
    language: Language,
    width: float,
    ruler: Ruler,
) -> Picture:
    label = words(ruler, say(f"window.export.{field}", language), 0, _ROW / 2, Look(TEXT))
    choices = [
        Choice(
            say(f"window.export.{field}.{value}", language),
            Press(f"{field}:{value}"),
            chosen=value == chosen,
        )
        for value in values
    ]
    place = Place(_LABEL, (_ROW - _CONTROL) / 2, width - _LABEL, _CONTROL)
    shapes, hits = switch(ruler, place, choices)
    return Picture(width, _ROW, (label, *shapes), hits)


def _folder_row(folder: Path, language: Language, width: float, ruler: Ruler) -> Picture:
    label = words(ruler, say("window.export.folder", language), 0, _ROW / 2, Look(TEXT))
    change = say("window.export.change", language)
    wide = ruler.width(change, "text", 16.0) + 32
    top = (_ROW - _CONTROL) / 2
    room = width - _LABEL - wide - 12
    radius = number("radius", "control")
    field = Box(_LABEL, top, room, _CONTROL, radius, "surface", "edge_dimmed", 1.0)
    look = Look(15.0, "mono")
    path = words(
        ruler, _shortened(str(folder), room - 24, ruler, look), _LABEL + 12, _ROW / 2, look
    )
    place = Place(width - wide, top, wide, _CONTROL)
    shapes, hits = button(ruler, place, Button(change, Press("folder")), 16.0)
    whole = Hit(_LABEL, top, room, _CONTROL, Press("folder"), change, radius=radius)
    return Picture(width, _ROW, (label, field, path, *shapes), (whole, *hits))


def _shortened(path: str, room: float, ruler: Ruler, look: Look) -> str:
    """Return `path` without its beginning where it is too long: the end is what differs."""
    shown = path
    while len(shown) > 1 and ruler.width(shown, look.face, look.size) > room:
        path = path[1:]
        shown = f"…{path}"
    return shown


def _cells(done: int, count: int, width: float) -> Picture:
    """Return one cell for each picture: done, current, coming; or one bar where they are many."""
    high, low = 16.0, 10.0
    each = width / max(1, count)
    if each < _LEAST_CELL:
        filled = width * done / max(1, count)
        bar = Box(0, (high - low) / 2, width, low, low / 2, "line")
        return Picture(
            width, high, (bar, Box(0, (high - low) / 2, max(low, filled), low, low / 2, "muted"))
        )
    gap = min(3.0, each / 3)
    shapes: list[Shape] = []
    for at in range(count):
        height = high if at == done else low
        ink = "muted" if at < done else "ink" if at == done else "line"
        radius = min(2.0, (each - gap) / 2)
        shapes.append(Box(at * each, (high - height) / 2, each - gap, height, radius, ink))
    return Picture(width, high, tuple(shapes))


def _failure_note(
    failures: Sequence[Failure], width: float, language: Language, ruler: Ruler
) -> Picture:
    """Return how many could not be written, and why the first could not."""
    if not failures:
        return Picture(width, 0)
    first = failures[0]
    said = say(
        "window.export.failed",
        language,
        count=len(failures),
        name=first.target.path.name,
        reason=first.reason,
    )
    return paragraph(said, width, language, ruler, Look(16.0, ink="error"))


def _indented(picture: Picture) -> tuple[Shape, ...]:
    return placed(picture, _LABEL, 0)[0]
