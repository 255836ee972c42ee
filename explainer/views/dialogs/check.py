"""The dialog of a deck check: its grid, its messages, and the slide of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from explainer.bars.controls import Look
from explainer.check import (
    Row,
    grid_picture,
    headline,
    message_rows,
    messages_picture,
    not_run_picture,
    preview_picture,
    summary_picture,
)
from explainer.deck import Examined
from explainer.picture import Picture, Ruler, placed
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import number, window_type
from explainer.views.dialogs.page import SIDE_GAP, FootButton, Page, foot, paragraph

_WIDE = 1760.0
_ROOMY = 1300.0
"""px of a page from which rows and preview have their full size."""
_BESIDE = 720.0
"""px of a page from which a preview stands beside the messages."""
_PREVIEW = (264.0, 440.0)
_LOW_ROW = 28.0
_AIR = 8.0
"""px above what is said of the measuring."""
_PAGE_ROWS = 8
"""Messages that a key for a page goes on."""
_STEPS = {"Up": -1, "Down": 1, "PgUp": -_PAGE_ROWS, "PgDown": _PAGE_ROWS}


@dataclass(frozen=True, slots=True)
class CheckActs:
    """What the dialog asks others for."""

    copy: Callable[[], None]
    again: Callable[[], None]
    """Read and check the same place once more."""
    show: Callable[[], None]
    """Show the deck, which has no errors."""
    close: Callable[[], None]
    stop: Callable[[], None] = lambda: None
    """Measure no further slide."""


class DeckCheck:
    """Tells what is wrong with a deck, problem by problem; one of them is always chosen."""

    width = _WIDE

    def __init__(self, examined: Examined, acts: CheckActs) -> None:
        self._examined = examined
        self._acts = acts
        self.selected = 0
        self._measuring: tuple[int, int] | None = None
        """How many steps were measured, and of how many, while that runs."""
        self._rows: tuple[tuple[Language, float], tuple[Row, ...]] | None = None
        self._previews: dict[tuple[Language, float, object], Picture] = {}

    def page(self, language: Language, width: float, ruler: Ruler) -> Page:
        """Return the grid above, messages below, the preview beside them."""
        examined = self._examined
        roomy = width >= _ROOMY
        row = number("deck_check", "row") if roomy else _LOW_ROW
        side = self._preview(language, _PREVIEW[roomy], ruler) if width >= _BESIDE else None
        if not examined.problems:
            side = None
        body_width = width - (side.width + SIDE_GAP if side else 0)
        rows = self._laid_out(language, body_width, ruler)
        body, sight = messages_picture(rows, self.selected, language, body_width, ruler)
        body = _under(body, not_run_picture(examined, language, body_width, ruler))
        main = (
            FootButton(say("check.again", language), "again", primary=True, key="Enter")
            if examined.errors
            else FootButton(say("check.show", language), "show", primary=True, key="Enter")
        )
        buttons = [FootButton(say("window.dialog.close", language), "close", key="Esc"), main]
        note = say("check.note", language) if examined.problems else ""
        title = headline(examined, language)
        if self._measuring is not None:
            done, total = self._measuring
            said = say("check.runs.fit", language, done=done, total=total)
            body = _under(body, _aside(said, language, body_width, ruler))
            title = title if examined.problems else say("check.none-yet", language)
            buttons.insert(0, FootButton(say("check.runs.stop", language), "stop"))
        if examined.problems:
            buttons.insert(0, FootButton(say("check.copy", language), "copy"))
        return Page(
            title,
            body,
            foot(buttons, width, ruler, note),
            main.control,
            aside=summary_picture(examined, language, ruler),
            head=grid_picture(examined, self.selected, language, width, ruler, row),
            side=side,
            sight=sight,
        )

    @property
    def is_measuring(self) -> bool:
        """Tell whether slides are still being measured."""
        return self._measuring is not None

    def measure(self, done: int, total: int) -> None:
        """Tell that `done` of `total` steps are measured."""
        self._measuring = done, total

    def take(self, examined: Examined) -> None:
        """Tell of `examined` from now on; the chosen message stays chosen."""
        chosen = self._examined.problems[self.selected : self.selected + 1]
        self._examined = examined
        self._measuring = None
        self._rows = None
        self._previews.clear()
        at = {it: number for number, it in enumerate(examined.problems)}
        self.selected = next((at[it] for it in chosen if it in at), 0)

    def press(self, control: str) -> None:
        """Choose a message, or do what the button is for."""
        match control.split(":"):
            case ["select", number_]:
                self.selected = int(number_)
            case ["stop"]:
                self._acts.stop()
            case ["copy"]:
                self._acts.copy()
            case ["again"]:
                self._acts.again()
            case ["show"]:
                self._acts.show()
            case _:
                self._acts.close()

    def walk(self, names: Collection[str]) -> bool:
        """Choose another message by the key of these names; tell whether the key is for that."""
        last = len(self._examined.problems) - 1
        for name in names:
            if name in _STEPS:
                self.selected = max(0, min(last, self.selected + _STEPS[name]))
                return True
            if name in ("Home", "End"):
                self.selected = 0 if name == "Home" else max(0, last)
                return True
        return False

    def may_close(self) -> bool:
        """Escape always closes it."""
        return True

    def _laid_out(self, language: Language, width: float, ruler: Ruler) -> tuple[Row, ...]:
        """Return the rows; they are laid out again only for another language or width."""
        if self._rows is None or self._rows[0] != (language, width):
            self._rows = (language, width), message_rows(self._examined, language, width, ruler)
        return self._rows[1]

    def _preview(self, language: Language, width: float, ruler: Ruler) -> Picture | None:
        if not self._examined.problems:
            return None
        key = (language, width, self._examined.spots[self.selected])
        if key not in self._previews:
            self._previews[key] = preview_picture(
                self._examined, self.selected, language, width, ruler
            )
        return self._previews[key]


def _aside(text: str, language: Language, width: float, ruler: Ruler) -> Picture:
    """Return `text` in small words with some air above."""
    small = paragraph(text, width, language, ruler, Look(window_type("ui"), ink="muted"))
    shapes, _ = placed(small, 0, _AIR)
    return Picture(width, small.height + _AIR, tuple(shapes))


def _under(above: Picture, below: Picture) -> Picture:
    """Return both pictures as one, `below` under `above`."""
    shapes, hits = placed(below, 0, above.height)
    return Picture(
        above.width, above.height + below.height, (*above.shapes, *shapes), (*above.hits, *hits)
    )
