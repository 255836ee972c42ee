"""Menus: in every mode each entry does something when it is chosen, or says why it cannot be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lectures import Lecture, embedded, lecture, middle, opening, settle, the, until
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QHelpEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from explainer.actions import does_something, order_for
from explainer.bibtex import bibliography
from explainer.counterparts import entries as outside_entries
from explainer.intents import (
    AskWhy,
    BlankScreen,
    GoToStep,
    Hover,
    Intent,
    OpenCard,
    Order,
    Present,
    Run,
    SelectModel,
    SetLens,
    SetMode,
    Task,
    Visit,
)
from explainer.schema import LANGUAGES, Language, ModelId, QuestionSlide
from explainer.state import State
from explainer.story import step, steps
from explainer.strings import say
from explainer.update import update
from explainer.views.dialogs import DeckCheck
from explainer.views.lenses import fill_lenses
from explainer.views.menus import fill_context, fill_menu
from explainer.views.sheet import Sheet

Key = Qt.Key
STEPS = steps(embedded())
QUESTION = next(it for it in STEPS if isinstance(step(embedded(), it).slide, QuestionSlide))
CHAT = ModelId("chatgpt")
PLACES: dict[str, tuple[str, tuple[Intent, ...]]] = {
    "first step": (STEPS[0], ()),
    "last step": (STEPS[-1], ()),
    "map": ("reasoning/signs", ()),
    "question": (QUESTION, ()),
    "look-up": ("reasoning/signs", (SelectModel(CHAT),)),
    "panel closed": ("reasoning/signs", (SelectModel(CHAT),)),
    "exploring": ("reasoning/signs", (SetMode("explore"), SelectModel(CHAT))),
    "exploring a lens": (STEPS[0], (SetMode("explore"), SetLens("ability:icl"))),
    "glossary": (STEPS[0], (OpenCard("glossary"),)),
    "talk": ("reasoning/signs", (Present(from_start=False),)),
    "talk's first step": (STEPS[0], (Present(from_start=False),)),
    "talk covered": ("reasoning/signs", (Present(from_start=False), BlankScreen("black"))),
    "talk exploring": ("reasoning/signs", (Present(from_start=False), SetMode("explore"))),
}


def place(name: str) -> State:
    """Return the state that `name` stands for."""
    at, wishes = PLACES[name]
    state = opening(at)
    for wish in wishes:
        state = update(embedded(), state, wish)
    return replace(state, panel=False) if name == "panel closed" else state


def entries(menu: QMenu) -> Iterator[QAction]:
    """Yield what can be chosen in a menu and its submenus."""
    for entry in menu.actions():
        folded = entry.menu()
        if isinstance(folded, QMenu):
            yield from entries(folded)
        elif not entry.isSeparator():
            yield entry


def leads(_: Visit) -> bool:
    return False


def assert_honest(menu: QMenu, state: State, asked: list[Order]) -> None:
    """Assert that what can be chosen changes something, by its key too; the rest says why not."""
    for entry in entries(menu):
        name, _, hint = entry.text().partition("\t")
        if not entry.isEnabled():
            assert entry.toolTip() not in {"", name}, name
            continue
        asked.clear()
        entry.trigger()
        assert len(asked) == 1, name
        order = asked[0]
        assert does_something(embedded(), state, order, leads=leads), name
        if hint:
            native = QKeySequence.SequenceFormat.NativeText
            portable = QKeySequence.SequenceFormat.PortableText
            key = QKeySequence.fromString(hint, native).toString(portable)
            meant = order_for(key, state)
            if meant == AskWhy():
                # Asked about what is pointed at, or about what is looked at: it must be the same.
                assert isinstance(order, AskWhy)
                assert update(embedded(), state, meant) == update(embedded(), state, order)
            else:
                assert meant == order, name


@pytest.mark.parametrize("name", PLACES)
def test_every_entry_of_the_menu_does_something_or_says_why_not(qtbot: QtBot, name: str) -> None:
    asked: list[Order] = []
    menu = QMenu()
    qtbot.addWidget(menu)
    state = place(name)
    fill_menu(menu, embedded(), state, asked.append, leads)

    assert sum(it.isEnabled() for it in entries(menu)) > 5
    assert_honest(menu, state, asked)


@pytest.mark.parametrize("name", [it for it in PLACES if "talk" not in it])
@pytest.mark.parametrize("pointed", ["", "model", "selected", "outside", "strand", "ability"])
def test_every_entry_of_the_context_menu_does_something(
    qtbot: QtBot, name: str, pointed: str
) -> None:
    deck = embedded()
    strand = next(it.id for it in deck.derivations if it.claims)
    subjects = {
        "model": next(iter(deck.models)),
        "selected": CHAT,
        "outside": outside_entries(deck, frozenset(deck.counterparts))[0].model,
        "strand": strand,
        "ability": f"ability:{next(iter(deck.abilities))}",
    }
    state = replace(place(name), hover=subjects.get(pointed, ""))
    asked: list[Order] = []
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_context(menu, deck, state, asked.append)

    assert all(it.isEnabled() for it in entries(menu))
    assert_honest(menu, state, asked)


@pytest.mark.parametrize("name", PLACES)
def test_every_lens_of_the_menu_changes_the_map_or_says_that_it_lies_there(
    qtbot: QtBot, name: str
) -> None:
    asked: list[Order] = []
    said: list[str] = []
    menu = QMenu()
    qtbot.addWidget(menu)
    state = place(name)
    fill_lenses(menu, embedded(), state, asked.append, lambda: said.append("already"))

    for entry in entries(menu):
        asked.clear()
        said.clear()
        entry.trigger()
        assert len(asked) + len(said) == 1
        assert all(does_something(embedded(), state, it, leads=leads) for it in asked)


TASKS: tuple[Task, ...] = (
    "export",
    "open-deck",
    "check-deck",
    "copy-view",
    "copy-bibliography",
    "full-screen",
    "help",
    "overview",
    "search",
)


def test_no_other_task_stands_in_a_menu() -> None:
    found: set[str] = set()
    for name in PLACES:
        menu = QMenu()
        asked: list[Order] = []
        fill_menu(menu, embedded(), place(name), asked.append, leads)
        for entry in entries(menu):
            entry.trigger()
        found |= {it.task for it in asked if isinstance(it, Run)}

    assert found == {*TASKS, "quit"}


def test_every_task_of_the_menu_shows_something() -> None:
    with lecture(opening("reasoning/signs")) as told:

        def seen() -> list[bool]:
            return [
                told.session.overlay().top is not None,
                any(it.isVisible() for it in QApplication.topLevelWidgets() if it != told.window),
                told.window.isFullScreen(),
                bool(told.said()),
            ]

        for task in TASKS:
            told.session.dispatch(Run(task))
            settle()
            until(lambda: any(seen()))
            if task == "check-deck":
                # A check takes its time, and what it found opens over its progress.
                until(lambda: isinstance(told.session.overlay().top, DeckCheck))
            others = [it for it in QApplication.topLevelWidgets() if it.isVisible()]
            others.remove(told.window)

            assert sum(seen()) == 1, task
            told.session.overlay().close_all()
            told.session.notify("")
            told.window.showNormal()
            for widget in others:
                widget.close()


class TestCopying:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_view_that_was_copied_is_said_over_the_map(self, language: Language) -> None:
        with lecture(replace(opening("reasoning/signs"), language=language)) as told:
            before = told.image()
            told.press(Key.Key_C, modifiers=Qt.KeyboardModifier.ControlModifier | SHIFT)

            words = say("window.copied.view", told.state.language)
            assert told.said() == words
            assert told.image() != before
            assert QGuiApplication.clipboard().mimeData().hasImage()
            told.session.notify("")
            assert told.said() == ""
            assert told.image() == before

    def test_the_words_go_by_themselves(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("explainer.views.notices.NOTICE_MS", 1)
        with lecture(opening()) as told:
            told.session.dispatch(Run("copy-bibliography"))
            assert QGuiApplication.clipboard().text() == bibliography(embedded().sources.values())

            until(lambda: told.said() == "")


SHIFT = Qt.KeyboardModifier.ShiftModifier
FORWARD = (Key.Key_PageDown, Key.Key_Right, Key.Key_Down, Key.Key_Space, Key.Key_N)
BACK = (Key.Key_PageUp, Key.Key_Left, Key.Key_Up, Key.Key_P, Key.Key_Backspace)
HERE = STEPS.index(opening("reasoning/signs").step)


@pytest.fixture
def talk() -> Iterator[Lecture]:
    """Return the lecture in a talk."""
    with lecture(opening("reasoning/signs")) as told:
        told.session.dispatch(Present(from_start=False))
        settle()
        yield told


class TestInATalk:
    def test_the_right_button_does_nothing(self, talk: Lecture) -> None:
        hall = talk.session.hall
        seen, before = hall.picture, talk.state
        sheet = the(Sheet, hall)
        for widget, point in (
            (sheet, middle(hall.picture.hits[0]).toPoint()),
            (sheet, QPoint(5, 5)),
            (talk.canvas, talk.on_map(talk.map_hits()[0]).toPoint()),
        ):
            QTest.mouseClick(widget, Qt.MouseButton.RightButton, pos=point)
            asked = QContextMenuEvent(
                QContextMenuEvent.Reason.Mouse, point, widget.mapToGlobal(point)
            )
            QApplication.sendEvent(widget, asked)
            assert QApplication.activePopupWidget() is None
            talk.session.dispatch(Hover(""))

        assert QApplication.activePopupWidget() is None
        assert (talk.state, hall.picture) == (before, seen)

    @pytest.mark.parametrize("menu", ["menu", "lens"])
    def test_a_step_key_closes_a_menu_and_steps(self, talk: Lecture, menu: Task) -> None:
        for key in (*FORWARD, *BACK):
            talk.session.dispatch(GoToStep(STEPS[HERE]))
            talk.session.dispatch(Run(menu))
            opened = QApplication.activePopupWidget()
            assert isinstance(opened, QMenu)
            folded = next(it.menu() for it in opened.actions() if it.menu() is not None)
            assert isinstance(folded, QMenu)
            folded.popup(opened.pos())

            QTest.keyClick(QApplication.activePopupWidget() or opened, key)

            assert QApplication.activePopupWidget() is None, key
            assert talk.state.step == STEPS[HERE + (1 if key in FORWARD else -1)], key

    def test_keys_that_mean_no_step_walk_the_menu(self, talk: Lecture) -> None:
        talk.session.dispatch(Run("menu"))
        opened = QApplication.activePopupWidget()
        assert isinstance(opened, QMenu)
        QTest.keyClick(opened, Key.Key_Tab)

        assert opened.activeAction() is not None
        QTest.keyClick(opened, Key.Key_Escape)
        assert QApplication.activePopupWidget() is None
        assert talk.state.step == STEPS[HERE]

    def test_a_key_that_is_held_down_steps_no_further(self, talk: Lecture) -> None:
        talk.session.dispatch(Run("menu"))
        opened = QApplication.activePopupWidget()
        assert opened is not None
        QTest.keyClick(opened, Key.Key_PageDown)
        talk.hold(Key.Key_PageDown, repeats=3)

        assert talk.state.step == STEPS[HERE + 2]

    @pytest.mark.parametrize("task", ["help", "quit"])
    def test_a_step_key_closes_a_dialog_and_steps(self, talk: Lecture, task: Task) -> None:
        for key in (*FORWARD, *BACK):
            talk.session.dispatch(GoToStep(STEPS[HERE]))
            talk.session.dispatch(Run(task))
            assert talk.session.overlay().top is not None

            QTest.keyClick(talk.session.hall, key)

            assert talk.session.overlay().top is None, key
            assert talk.state.step == STEPS[HERE + (1 if key in FORWARD else -1)], key

    @pytest.mark.parametrize("key", [Key.Key_Question, Key.Key_F1, Key.Key_O])
    def test_a_clicker_closes_what_a_key_has_opened_and_steps(
        self, talk: Lecture, key: Key
    ) -> None:
        hall = talk.session.hall
        for clicked, step_by in ((Key.Key_PageDown, 1), (Key.Key_PageUp, -1)):
            talk.session.dispatch(GoToStep(STEPS[HERE]))
            QTest.keyClick(hall, key)
            assert talk.session.overlay().top is not None
            talk.press(clicked)

            assert talk.session.overlay().top is None
            assert talk.state == replace(opening(STEPS[HERE + step_by]), presenting=True)

    def test_the_screen_is_covered_whatever_is_open(self, talk: Lecture) -> None:
        talk.session.dispatch(Run("help"))
        QTest.keyClick(talk.session.hall, Key.Key_Period)

        assert talk.session.overlay().top is None
        assert talk.state.blank == "black"

    def test_a_step_key_closes_a_dialog_and_returns_from_a_look_up(self, talk: Lecture) -> None:
        talk.session.dispatch(SelectModel(CHAT))
        talk.session.dispatch(Run("help"))
        QTest.keyClick(talk.session.hall, Key.Key_PageDown)

        assert talk.state == replace(opening("reasoning/signs"), presenting=True)

    def test_no_name_pops_up_over_the_slide(self, talk: Lecture) -> None:
        hall = talk.session.hall
        point = middle(hall.picture.hits[0]).toPoint()
        sheet = the(Sheet, hall)
        rests = QHelpEvent(QHelpEvent.Type.ToolTip, point, sheet.mapToGlobal(point))
        QApplication.sendEvent(sheet, rests)

        assert not QToolTip.isVisible()


def test_outside_a_talk_the_keys_of_a_menu_are_its_own() -> None:
    with lecture(opening("reasoning/signs")) as told:
        told.session.dispatch(Run("menu"))
        opened = QApplication.activePopupWidget()
        assert isinstance(opened, QMenu)
        QTest.keyClick(opened, Key.Key_Down)

        assert opened.activeAction() is not None
        assert told.state == opening("reasoning/signs")
        opened.close()
