"""Dialogs: what is asked, told and closed; an export runs while the window lives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from decks import deck
from dialogs import RULER, Room, controls
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QScrollBar
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from explainer.deck import Examined, load_embedded
from explainer.errors import Problem
from explainer.picture import TextLine
from explainer.schema import LANGUAGES, Language
from explainer.views.dialogs import (
    Acts,
    CheckActs,
    DeckCheck,
    ExportDialog,
    Help,
    Message,
    Wish,
)
from explainer.views.dialogs.page import Dialog, framed, inner_width
from explainer.views.sheet import Sheet

OLDER = (("child", "b"), ("parent", "a"), ("child_date", "2020"), ("parent_date", "2021"))
PROBLEMS = (
    Problem("W501-child-older", "models.yaml", 3, 5, "models[0]", OLDER),
    Problem("E510-circle", "derivations.yaml", 12, 7, "derivations[2]", (("circle", "a > b > a"),)),
)


def nothing() -> None:
    return


def checking(many: int = 1) -> DeckCheck:
    found = [replace(it, line=it.line + at) for at in range(many) for it in PROBLEMS]
    acts = CheckActs(nothing, nothing, nothing, nothing)
    return DeckCheck(Examined("deck", {}, tuple(found), None), acts)


def every_dialog(folder: Path) -> list[Dialog]:
    told = load_embedded()
    acts = Acts(lambda _: None, lambda _: None, nothing, lambda _: None, nothing)
    stage = next(iter(told.stages))
    running = ExportDialog(told, stage, Wish(folder / ("deep/" * 40), language="both"), acts)
    running.press("start")
    ended = ExportDialog(told, stage, Wish(folder), acts)
    ended.end()
    return [
        Help(nothing),
        Message("window.quit.title", "window.quit.text", nothing, {}),
        checking(many=20),
        ExportDialog(told, stage, Wish(folder / ("deep/" * 40)), acts),
        running,
        ended,
    ]


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1920, 1080)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dialog_stays_in_the_window_with_its_words_inside(
    language: Language, size: tuple[int, int], tmp_path: Path
) -> None:
    for dialog in every_dialog(tmp_path):
        page = dialog.page(language, inner_width(dialog.width, size[0]), RULER)
        shown = framed(page, *size, language, RULER)
        place = shown.body

        assert place.x >= 0
        assert place.x + place.width <= size[0]
        assert place.y >= 0
        assert place.y + place.height <= size[1]
        for picture in (page.body, page.foot):
            for line in picture.shapes:
                if isinstance(line, TextLine) and line.anchor == "start":
                    assert line.x + line.width <= picture.width + 0.5
        for hit in page.foot.hits:
            assert hit.x >= 0


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def message(close: Callable[[], None]) -> Dialog:
    return Message("window.quit.title", "window.quit.text", close, {})


def test_a_file_dialog_that_goes_while_a_message_stands_is_not_missed(room: Room) -> None:
    asked = QDialog(room.window)
    room.open(message)
    delete(asked)

    room.overlay.escape()

    assert room.overlay.top is None
    assert room.button.isEnabled()


def test_what_stands_below_a_dialog_hears_nothing(room: Room) -> None:
    room.open(message)
    target = room.window.childAt(QPoint(5, 5))
    assert target is not None

    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.keyClick(room.button, Qt.Key.Key_Space)

    assert room.clicks == []


def test_a_closed_dialog_gives_the_window_back(room: Room) -> None:
    room.button.setFocus()
    room.open(message)
    room.overlay.escape()

    assert not room.overlay.isVisible()
    assert room.button.isEnabled()
    assert room.button.hasFocus()


def test_escape_closes_the_topmost_dialog_only(room: Room) -> None:
    first = room.open(Help)
    room.open(message)

    assert room.overlay.use_key(("Esc",), held=False)
    assert room.overlay.top is first


def test_enter_presses_the_primary_button(room: Room) -> None:
    room.open(message)

    assert room.overlay.use_key(("Return",), held=False)
    assert room.overlay.top is None


def test_the_key_that_opened_the_help_closes_it(room: Room) -> None:
    room.open(Help)

    assert room.overlay.use_key(("?", "Shift+?"), held=False)
    assert room.overlay.top is None


def test_other_keys_go_on_to_the_dialog(room: Room) -> None:
    room.open(Help)

    assert not room.overlay.use_key(("Tab",), held=False)


@pytest.mark.parametrize("focus", ["body", "foot"])
def test_keys_scroll_what_is_longer_than_the_window(room: Room, focus: str) -> None:
    room.open(Help)
    (area,) = room.overlay.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    QApplication.processEvents()
    assert bar.maximum() > 0
    if focus == "foot":
        room.overlay.findChildren(Sheet)[0].setFocus()

    seen = [bar.value()]
    for key in ("Down", "PgDown", "End", "Up", "PgUp", "Home", "Space", "Shift+Space"):
        assert room.overlay.use_key((key,), held=False)
        seen.append(bar.value())

    start, down, page, end, up, back, home, space, shift = seen
    assert 0 == start < down < page < end == bar.maximum()
    assert end > up > back > home == 0 == shift
    assert space > down


def test_a_dialog_follows_the_size_of_its_window(room: Room, qtbot: QtBot) -> None:
    room.open(message)
    room.window.resize(1000, 700)

    qtbot.waitUntil(lambda: room.overlay.size() == room.window.size())
    frame = room.overlay.findChildren(Sheet)[0]
    assert frame.picture.width == 1000


def test_arrows_walk_through_the_messages_of_a_check_and_keep_them_in_sight(room: Room) -> None:
    dialog = checking(many=20)
    room.overlay.open(dialog)
    bar = room.overlay.findChildren(QScrollBar)

    for _ in range(12):
        assert room.overlay.use_key(("Down",), held=True)
    assert dialog.selected == 12
    far = max(it.value() for it in bar)
    assert far > 0

    room.overlay.use_key(("Home",), held=False)
    assert dialog.selected == 0
    assert max(it.value() for it in bar) < far / 2

    room.overlay.use_key(("End",), held=False)
    assert dialog.selected == 39
    assert room.overlay.use_key(("Up",), held=False)
    assert dialog.selected == 38


def test_the_check_offers_to_look_again_or_to_show_what_is_sound() -> None:
    asked: list[str] = []
    acts = CheckActs(
        lambda: asked.append("copy"),
        lambda: asked.append("again"),
        lambda: asked.append("show"),
        lambda: asked.append("close"),
    )
    wrong = DeckCheck(Examined("deck", {}, PROBLEMS, None), acts)
    sound = DeckCheck(Examined("deck", {}, PROBLEMS[:1], deck("a > b")), acts)

    assert controls(wrong)[-3:] == ["copy", "close", "again"]
    assert wrong.page("en", 676, RULER).primary == "again"
    assert sound.page("en", 676, RULER).primary == "show"
    for control in ("copy", "again", "show", "close"):
        wrong.press(control)
    assert asked == ["copy", "again", "show", "close"]
