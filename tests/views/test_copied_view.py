"""A view that is copied and opened elsewhere looks the same, pixel by pixel."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lectures import Lecture, embedded, grab, lecture, opened, opening, settle
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from wishes import intents

from explainer.deck import EMBEDDED, load_deck
from explainer.intents import EndTalk, Hover, Intent, OpenCard, Run, SetLens, SetMode, ShowView
from explainer.links import view_from_text, view_text
from explainer.schema import StepId
from explainer.story import step

SIZE = (900, 700)
HERE = "reasoning/signs"
HOUSE = Path(__file__).parent.parent.parent


def select(told: Lecture) -> None:
    told.click(next(hit.order for hit in told.map_hits() if hit.id == "text-davinci-003"))


def draw_other_reading(told: Lecture) -> None:
    select(told)
    told.press(Qt.Key.Key_V)


def zoom(told: Lecture) -> None:
    told.turn_wheel(told.canvas, 4)


def pan(told: Lecture) -> None:
    zoom(told)
    told.drag(37, -23)


def lay_a_lens(told: Lecture) -> None:
    told.session.dispatch(SetLens("ability:icl"))


def ask_for_a_cause(told: Lecture) -> None:
    told.session.dispatch(SetLens("cause:rlhf"))


def everything(told: Lecture) -> None:
    for doing in (draw_other_reading, pan, ask_for_a_cause):
        doing(told)
    told.session.dispatch(OpenCard("ability:icl"))


DOINGS = (select, draw_other_reading, zoom, pan, lay_a_lens, ask_for_a_cause, everything)


@pytest.mark.parametrize("doing", DOINGS, ids=lambda doing: doing.__name__)
def test_it_looks_the_same_in_another_window(doing: Callable[[Lecture], None]) -> None:
    with lecture(opening(HERE), *SIZE) as told:
        told.session.dispatch(SetMode("explore"))
        before = view_image(told)
        doing(told)
        text, seen = copied(told), view_image(told)

    assert seen != before
    with lecture(None, *SIZE) as other:
        other.session.dispatch(SetMode("explore"))
        assert pasted(other, text) == seen


@pytest.mark.parametrize("doing", DOINGS, ids=lambda doing: doing.__name__)
def test_in_the_story_it_looks_the_same_at_the_same_step(doing: Callable[[Lecture], None]) -> None:
    with lecture(opening(HERE), *SIZE) as told:
        doing(told)
        text, seen = copied(told), view_image(told)

    with lecture(opening(HERE), *SIZE) as other:
        assert pasted(other, text) == seen


def test_it_is_copied_as_text_and_as_an_image() -> None:
    with lecture(opening(HERE), *SIZE) as told:
        told.press(
            Qt.Key.Key_C,
            modifiers=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
        image = clipboard().imageData()

        assert clipboard().text() == view_text(step(embedded(), StepId(HERE)).view)
        assert isinstance(image, QImage)
        assert image.convertToFormat(QImage.Format.Format_RGB32) == view_image(told)


def test_the_app_ends_well_after_a_copy() -> None:
    done = subprocess.run([sys.executable, "-c", COPIES_AND_ENDS], cwd=HOUSE, check=False)

    assert done.returncode == 0


COPIES_AND_ENDS = """
from PySide6.QtWidgets import QApplication
from explainer.deck import load_embedded
from explainer.intents import Run
from explainer.update import first_state
from explainer.views.session import Session

app = QApplication([])
deck = load_embedded()
session = Session(deck, first_state(deck, "en", "light"))
session.open()
session.dispatch(Run("copy-view"))
session.end()
"""


@given(st.lists(intents(embedded()), max_size=8))
@settings(max_examples=10, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_whatever_is_explored_looks_the_same_in_another_window(wishes: list[Intent]) -> None:
    with lecture(opening(HERE), *SIZE) as told:
        for wish in (*wishes, EndTalk(), Hover(""), SetMode("explore")):
            told.session.dispatch(wish)
        text, seen = copied(told), view_image(told)
        there = told.state

    with lecture(opened(there, StepId(HERE)), *SIZE) as other:
        other.session.dispatch(SetMode("explore"))
        assert pasted(other, text) == seen


def test_it_can_be_pasted_into_a_step(tmp_path: Path) -> None:
    with lecture(opening(HERE), *SIZE) as told:
        everything(told)
        text, seen = copied(told), view_image(told)
    folder = tmp_path / "deck"
    shutil.copytree(EMBEDDED, folder)
    (folder / "story" / "99-pasted.yaml").write_text(STAGE.format(view=text), encoding="utf-8")
    deck = load_deck(folder)

    there = opening("pasted/here")
    assert step(deck, there.step).view == view_from_text(embedded(), text)
    with lecture(there, *SIZE, deck=deck) as other:
        assert view_image(other) == seen


STAGE = """\
stages:
  - id: pasted
    name: {{en: Pasted, zh: 粘贴}}
    headline: {{en: A view was pasted, zh: 粘贴的视图}}
    takeaway: {{en: It is the same., zh: 完全一样。}}
    steps:
      - id: here
        view: {view}
        narration: [{{text: {{en: It is the same., zh: 完全一样。}}, claims: [C108]}}]
        notes: {{en: Ask., zh: 提问。}}
"""


def view_image(told: Lecture) -> QImage:
    """Return what stands in the place of the map."""
    settle()
    return grab(told.canvas)


def clipboard() -> QMimeData:
    """Return what was copied."""
    return QGuiApplication.clipboard().mimeData()


def copied(told: Lecture) -> str:
    """Copy the view; return its text."""
    told.session.dispatch(Run("copy-view"))
    return clipboard().text()


def pasted(told: Lecture, text: str) -> QImage:
    """Show a copied view; return how it looks."""
    told.session.dispatch(ShowView(view_from_text(embedded(), text)))
    return view_image(told)
