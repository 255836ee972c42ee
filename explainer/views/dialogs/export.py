"""The export dialog: what to write and where, then how far it is, then what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Any, Literal

from explainer.deck import Deck
from explainer.export import (
    Failure,
    Outcome,
    Target,
    Wishes,
    Written,
    already_there,
    plan,
    reason_words,
    remaining_s,
    remaining_words,
    remedy_words,
)
from explainer.export.size import Size
from explainer.picture import Picture, Ruler
from explainer.schema import LANGUAGES, Language, StageId, StepId
from explainer.state import ThemeName
from explainer.strings import say
from explainer.theme import number
from explainer.views.dialogs.page import FootButton, Page, foot, stacked
from explainer.views.dialogs.progress import cells, fitting, progress_picture
from explainer.views.dialogs.rows import at_rest, folder_row, switch_row

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
    slides: Literal["all", "stage", "step"] = "all"
    steps: Literal["last", "all"] = "last"

    def wishes(self, stage: StageId, step: StepId | None = None) -> Wishes:
        """Return the same as the export understands it; `stage` and `step` are those shown."""
        languages: tuple[Language, ...] = LANGUAGES if self.language == "both" else (self.language,)
        themes: tuple[ThemeName, ...] = ("light", "dark") if self.look == "both" else (self.look,)
        return Wishes(
            self.folder,
            languages,
            themes,
            slides={"all": None, "stage": stage, "step": step or stage}[self.slides],
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

    def __init__(  # noqa: PLR0913  what is shown, what was chosen, and whom to ask
        self,
        deck: Deck,
        stage: StageId,
        wish: Wish,
        acts: Acts,
        clock: Callable[[], float] = monotonic,
        *,
        step: StepId | None = None,
        choices: dict[str, str] | None = None,
    ) -> None:
        """Ask about `deck`, of which `stage` and `step` are shown.

        `choices` is what was chosen before in place of `wish`, by field; what is chosen here is
        added, so that it is there the next time.
        """
        self._deck = deck
        self._stage = stage
        self._step = step
        self._choices = {} if choices is None else choices
        self.wish = _chosen(wish, self._choices)
        self._acts = acts
        self._clock = clock
        """In seconds; only differences count."""
        self._phase: Phase = "asking"
        self._cancelled = False
        self._targets: Sequence[Target] = ()
        self._begun_s = 0.0
        self._done: list[Outcome] = []

    def take_folder(self, folder: Path) -> None:
        """Write into `folder`; after an end, everything can be chosen again."""
        self.wish = replace(self.wish, folder=folder)
        self._phase = "asking"

    def hear(self, outcome: Outcome) -> None:
        """Learn what became of a picture."""
        self._done.append(outcome)

    def end(self) -> None:
        """Learn that nothing more will come."""
        self._phase = "ended"

    def page(self, language: Language, width: float, ruler: Ruler) -> Page:
        """Return the questions, below them the progress or the result."""
        told = self._told(language, width, ruler)
        asking = self._phase == "asking"
        rows = self._rows(language, width, ruler)
        folder = folder_row(self.wish.folder, language, width, ruler)
        may_move = asking or (self._phase == "ended" and bool(self._failures))
        title = "window.export.title"
        if self._phase == "ended" and not self._left:
            title = "window.export.done"
        elif self._phase == "ended" and self._failures:
            title = "window.export.failed"
        body = stacked(
            [
                (rows if asking else at_rest(rows), 0.0),
                (folder if may_move else at_rest(folder), 0.0),
                (told, 16.0),
            ],
            width,
        )
        buttons = self._buttons(language)
        primary = next((it.control for it in buttons if it.primary), "")
        signed = say("window.export.signed", language)
        return Page(say(title, language), body, foot(buttons, width, ruler, signed), primary)

    def press(self, control: str) -> None:
        """Take a choice, or do what the button is for."""
        match control.split(":"):
            case [field, value]:
                self._choices[field] = value
                self.wish = _chosen(self.wish, self._choices)
            case ["folder"]:
                self._acts.choose_folder(self.wish.folder)
            case ["start"]:
                self._start(plan(self._deck, self.wish.wishes(self._stage, self._step)))
            case ["again"]:
                self._start(self._left)
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

    @property
    def _failures(self) -> list[Failure]:
        return [it for it in self._done if isinstance(it, Failure)]

    @property
    def _left(self) -> tuple[Target, ...]:
        """What was asked for and is not written."""
        written = {it.target for it in self._done if isinstance(it, Written)}
        return tuple(it for it in self._targets if it not in written)

    def _start(self, targets: Sequence[Target]) -> None:
        self._targets, self._done, self._cancelled = targets, [], False
        self._begun_s = self._clock()
        self._phase = "running"
        self._acts.start(targets)

    def _rows(self, language: Language, width: float, ruler: Ruler) -> Picture:
        wish = self.wish
        asked = (
            ("size", tuple(SIZES), wish.size),
            ("language", ("zh", "en", "both"), wish.language),
            ("look", ("light", "dark", "both"), wish.look),
            ("slides", ("all", "stage", "step") if self._step else ("all", "stage"), wish.slides),
            ("steps", ("last", "all"), wish.steps),
        )
        rows = [switch_row(*it, language, width, ruler) for it in asked]
        if wish.slides == "step":
            rows[-1] = at_rest(rows[-1])
        return stacked([(row, 0.0) for row in rows], width)

    def _told(self, language: Language, width: float, ruler: Ruler) -> Picture:
        """Return the cells and what is said of them."""
        if self._phase == "asking":
            targets = plan(self._deck, self.wish.wishes(self._stage, self._step))
            there = len(already_there(targets))
            many = "one" if len(targets) == 1 else "many"
            title = say(f"window.export.count.{many}", language, count=len(targets))
            key = "window.export.there" if there else "window.export.new"
            bar = cells(0, len(targets), width, moves=False)
            said = [("", say(key, language, there=there))]
            return progress_picture(title, "", said, bar, language, width, ruler)
        done, count = len(self._done), len(self._targets)
        failed = [at for at, it in enumerate(self._done) if isinstance(it, Failure)]
        running = self._phase == "running"
        bar = cells(done, count, width, failed, moves=running)
        if running:
            number_ = min(done + 1, count)
            title = say("window.export.progress", language, number=number_, count=count)
            said = [("error", _failed_line(it, language, width, ruler)) for it in self._failures]
            return progress_picture(
                title, self._aside(language), said[-1:], bar, language, width, ruler
            )
        title = say("window.export.ended", language, written=done - len(failed), count=count)
        return progress_picture(title, "", self._result(language), bar, language, width, ruler)

    def _aside(self, language: Language) -> str:
        """Return which step is painted, and how long it takes to the end."""
        done, count = len(self._done), len(self._targets)
        if done >= count:
            return ""
        target = self._targets[done]
        stage = list(self._deck.stages).index(target.stage)
        ids = [f"{target.stage}/{it.id}" for it in self._deck.stages[target.stage].steps]
        label = f"{stage + 1}.{ids.index(target.step) + 1}"
        step = say("window.export.step", language, step=label)
        left = remaining_words(remaining_s(done, count, self._clock() - self._begun_s), language)
        return " · ".join(part for part in (step, left) if part)

    def _result(self, language: Language) -> list[tuple[str, str]]:
        """Return what came of it, sentence by sentence."""
        failures = self._failures
        if failures:
            first = failures[0]
            name = say("window.export.failed.here", language, name=first.target.path.name)
            gap = " " if language == "en" else ""
            why = gap.join((reason_words(first, language), remedy_words(first, language)))
            return [("error", why), ("", gap.join((name, say("window.export.kept", language))))]
        if self._cancelled:
            return [("", say("window.export.cancelled", language))]
        return [("fine", say("window.export.all-whole", language))]

    def _buttons(self, language: Language) -> list[FootButton]:
        cancel = say("window.dialog.cancel", language)
        if self._phase == "asking":
            targets = plan(self._deck, self.wish.wishes(self._stage, self._step))
            key = "replace" if already_there(targets) else "start"
            start = say(f"window.export.{key}", language, count=len(targets))
            return [
                FootButton(cancel, "close", key="Esc"),
                FootButton(start, "start", primary=True),
            ]
        if self._phase == "running":
            stop = FootButton(cancel, "cancel", key="Esc")
            if self._cancelled:
                stop = FootButton(say("window.export.cancelling", language), "")
            return [stop, FootButton(say("window.export.exporting", language), "")]
        close = FootButton(say("window.dialog.close", language), "close", key="Esc")
        open_ = FootButton(say("window.export.open", language), "open")
        if not self._left:
            return [open_, replace(close, primary=True)]
        key = "again" if self._failures else "rest"
        rest = say(f"window.export.{key}", language, count=len(self._left))
        return [open_, close, FootButton(rest, "again", primary=True)]


def _failed_line(failure: Failure, language: Language, width: float, ruler: Ruler) -> str:
    """Return on one line what was not written, and why."""
    name = say("window.export.failed.here", language, name=failure.target.path.name)
    gap = " " if language == "en" else ""
    return fitting(gap.join((name, reason_words(failure, language))), width - 40, ruler)


def _chosen(wish: Wish, choices: Mapping[str, str]) -> Wish:
    """Return `wish` with other values by field; only what the switches offer is ever pressed."""
    values: dict[str, Any] = dict(choices)
    return replace(wish, **values)
