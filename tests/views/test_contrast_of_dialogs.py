"""Words and signs of the dialogs and of the hall's note stand out, as those of the window do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ink import RULER
from lectures import embedded
from PySide6.QtWidgets import QApplication
from seeing import faint
from standing import stands

from explainer.deck import Examined
from explainer.errors import Problem
from explainer.picture import Picture, placed
from explainer.schema import LANGUAGES, Language
from explainer.state import Blank
from explainer.views.dialogs import Acts, CheckActs, DeckCheck, ExportDialog, Message, Wish
from explainer.views.dialogs.page import Dialog, framed, inner_width
from explainer.views.fonts import load_fonts
from explainer.views.hall import hall_picture

SIZE = (1280, 900)
OLDER = (("child", "b"), ("parent", "a"), ("child_date", "2020"), ("parent_date", "2021"))
PROBLEMS = (
    Problem("W501-child-older", "models.yaml", 3, 5, "models[0]", OLDER),
    Problem("E510-circle", "derivations.yaml", 12, 7, "derivations[2]", (("circle", "a > b"),)),
)


@pytest.fixture(autouse=True, scope="module")
def faces(qapp: QApplication) -> None:  # noqa: ARG001 - fonts need the app
    load_fonts()


def nothing(*_: object) -> None:
    """Do nothing with what is told."""


def dialogs(folder: Path) -> Iterator[Dialog]:
    """Yield the dialogs that tell of trouble or of something going on."""
    deck = embedded()
    acts = Acts(nothing, nothing, nothing, nothing, nothing)
    yield Message("window.quit.title", "window.quit.text", nothing, {})
    for found in (PROBLEMS, PROBLEMS[:1], ()):
        examined = Examined("deck", {}, found, None)
        yield DeckCheck(examined, CheckActs(nothing, nothing, nothing, nothing))
    running = ExportDialog(deck, next(iter(deck.stages)), Wish(folder), acts)
    running.press("start")
    yield running
    ended = ExportDialog(deck, next(iter(deck.stages)), Wish(folder), acts)
    ended.end()
    yield ended


def over_the_map(dialog: Dialog, language: Language) -> Picture:
    """Return `dialog` in its frame over an empty map, and its whole body, however high."""
    page = dialog.page(language, inner_width(dialog.width, SIZE[0]), RULER)
    shown = framed(page, *SIZE, language, RULER)
    body = placed(page.body, shown.body.x, shown.body.y)[0]
    return Picture(*SIZE, (*shown.picture.shapes, *body), (), "background")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_in_a_dialog_stands_out(language: Language, tmp_path: Path) -> None:
    for dialog in dialogs(tmp_path):
        found = stands(over_the_map(dialog, language), f"{type(dialog).__name__} {language}")
        assert found
        assert faint(found) == []


@pytest.mark.parametrize("blank", ["", "black", "white"])
def test_the_note_for_the_speaker_stands_out_in_the_hall(blank: Blank) -> None:
    def slide(width: float, height: float) -> Picture:
        return Picture(width, height, ground="background")

    found = stands(hall_picture(slide, (1280, 720), blank, "step 3", RULER))
    words = [it for it in found if it.kind == "text"]

    assert words
    assert faint(words) == []
