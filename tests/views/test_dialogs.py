"""Dialogs: what is asked, told and closed; an export runs while the window lives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from decks import deck
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QScrollBar, QWidget
from pytestqt.qtbot import QtBot
from rulers import PlainRuler
from shiboken6 import delete

from explainer.deck import Deck, Examined, load_embedded
from explainer.errors import Problem
from explainer.export import Failure, Target, Written, plan
from explainer.intents import Press
from explainer.picture import Hit, Picture, TextLine
from explainer.schema import LANGUAGES, Language, StageId
from explainer.views.dialogs import (
    Acts,
    CheckActs,
    DeckCheck,
    ExportDialog,
    Help,
    Message,
    Overlay,
    Wish,
)
from explainer.views.dialogs.page import Dialog, framed, inner_width
from explainer.views.sheet import Sheet

RULER = PlainRuler()


def texts(*pictures: Picture) -> str:
    return "\n".join(
        "".join(span.text for span in shape.spans)
        for picture in pictures
        for shape in picture.shapes
        if isinstance(shape, TextLine)
    )


def said(dialog: Dialog, language: Language = "en") -> str:
    page = dialog.page(language, 676, RULER)
    return "\n".join((page.title, texts(page.body, page.foot)))


def controls(dialog: Dialog) -> list[str]:
    page = dialog.page("en", 676, RULER)
    hits: list[Hit] = [*page.body.hits, *page.foot.hits]
    return [hit.order.control for hit in hits if isinstance(hit.order, Press)]


class Desk:
    """What an export dialog asked for."""

    def __init__(self, told: Deck, folder: Path) -> None:
        self.started: list[Sequence[Target]] = []
        self.asked: list[str] = []
        acts = Acts(
            choose_folder=lambda _: self.asked.append("folder"),
            start=self.started.append,
            cancel=lambda: self.asked.append("cancel"),
            open_folder=lambda _: self.asked.append("open"),
            close=lambda: self.asked.append("close"),
        )
        self.told = told
        self.dialog = ExportDialog(told, StageId("lecture"), Wish(folder), acts)

    def write(self, target: Target) -> None:
        target.path.parent.mkdir(parents=True, exist_ok=True)
        target.path.touch()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(deck("a > b, b > c"), tmp_path / "out")


def test_the_export_button_says_how_many_files_come(desk: Desk) -> None:
    assert "Export (1)" in said(desk.dialog)

    for control in ("steps:all", "language:both", "look:both"):
        desk.dialog.press(control)

    assert "Export (12)" in said(desk.dialog)


def test_all_that_can_be_chosen_reaches_the_export(desk: Desk, tmp_path: Path) -> None:
    for control in ("size:4k", "language:zh", "look:dark", "slides:stage", "steps:all", "start"):
        assert control in controls(desk.dialog)
        desk.dialog.press(control)

    (targets,) = desk.started
    assert [(it.width, it.height, it.language, it.theme) for it in targets] == [
        (3840, 2160, "zh", "dark")
    ] * 3
    assert {it.path.parent for it in targets} == {tmp_path / "out"}


def test_another_folder_is_asked_for_and_taken(desk: Desk, tmp_path: Path) -> None:
    desk.dialog.press("folder")
    assert desk.asked == ["folder"]

    desk.dialog.take_folder(tmp_path / "talks")
    desk.dialog.press("start")

    assert desk.started[0][0].path.parent == tmp_path / "talks"


def test_files_that_are_there_are_told_before_they_are_replaced(desk: Desk) -> None:
    for target in plan(desk.told, desk.dialog.wish.wishes(StageId("lecture"))):
        desk.write(target)

    assert "Already there by that name: 1" in said(desk.dialog).replace("\n", " ")
    assert "Export and replace" in said(desk.dialog)


def test_progress_is_told_picture_by_picture(desk: Desk) -> None:
    desk.dialog.press("steps:all")
    desk.dialog.press("start")
    assert "Painting picture 1 of 3" in said(desk.dialog)

    desk.dialog.hear(Written(desk.started[0][0]))

    assert "Painting picture 2 of 3" in said(desk.dialog)
    assert controls(desk.dialog) == ["cancel"]


def test_escape_cancels_a_running_export_and_keeps_the_dialog(desk: Desk) -> None:
    desk.dialog.press("start")

    assert not desk.dialog.may_close()
    assert desk.asked == ["cancel"]
    assert "Cancelling" in said(desk.dialog)
    assert controls(desk.dialog) == []


def test_the_end_is_told_with_what_failed(desk: Desk) -> None:
    desk.dialog.press("steps:all")
    desk.dialog.press("start")
    first, second, _ = desk.started[0]
    desk.dialog.hear(Written(first))
    desk.dialog.hear(Failure(second, "No space left on device"))
    desk.dialog.end()

    assert "Files written: 1 of 3." in said(desk.dialog)
    assert "No space left on device" in said(desk.dialog).replace("\n", " ")
    assert controls(desk.dialog) == ["open", "close"]


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


class Room:
    """A window with a button below its overlay."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.button = QPushButton(self.window)
        self.button.setGeometry(0, 0, 800, 600)
        self.clicks: list[str] = []
        self.button.clicked.connect(lambda: self.clicks.append("below"))
        self.overlay = Overlay(self.window)
        self.window.resize(800, 600)
        qtbot.addWidget(self.window)
        self.window.show()

    def open(self, make: Callable[[Callable[[], None]], Dialog]) -> Dialog:
        dialog: Dialog = make(lambda: self.overlay.close_dialog(dialog))
        self.overlay.open(dialog)
        return dialog


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

    assert not room.overlay.use_key(("Down",), held=False)


def test_a_dialog_follows_the_size_of_its_window(room: Room, qtbot: QtBot) -> None:
    room.open(message)
    room.window.resize(1000, 700)

    qtbot.waitUntil(lambda: room.overlay.size() == room.window.size())
    frame = room.overlay.findChildren(Sheet)[0]
    assert frame.picture.width == 1000


def test_a_switch_that_is_pressed_shows_its_new_place(room: Room, tmp_path: Path) -> None:
    acts = Acts(lambda _: None, lambda _: None, nothing, lambda _: None, nothing)
    dialog = ExportDialog(deck("a > b"), StageId("lecture"), Wish(tmp_path), acts)
    room.overlay.open(dialog)
    body = room.overlay.findChildren(Sheet)[1]
    dark = next(it for it in body.picture.hits if it.order == Press("look:dark"))
    before = body.picture

    QTest.mouseClick(
        body, Qt.MouseButton.LeftButton, pos=QPoint(round(dark.x) + 5, round(dark.y) + 5)
    )

    assert body.picture != before


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
