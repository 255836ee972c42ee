"""The export dialog: what is asked, how far it is, and what came of it."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest
from decks import deck
from dialogs import RULER, Room, controls, said, texts
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explainer.deck import Deck
from explainer.export import Failure, Target, Written, plan
from explainer.intents import Press
from explainer.schema import StageId, StepId
from explainer.state import State
from explainer.views.dialogs import (
    Acts,
    ExportDialog,
    Wish,
)
from explainer.views.keys import Keys
from explainer.views.sheet import Sheet


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
        self.now_s = 0.0
        self.dialog = ExportDialog(
            told, StageId("lecture"), Wish(folder), acts, clock=lambda: self.now_s
        )

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


def test_only_the_step_that_is_shown_can_be_exported(tmp_path: Path) -> None:
    started: list[Sequence[Target]] = []
    acts = Acts(lambda _: None, started.append, nothing, lambda _: None, nothing)
    told = deck("a > b, b > c")
    step = StepId(f"lecture/{told.stages[StageId('lecture')].steps[1].id}")
    dialog = ExportDialog(told, StageId("lecture"), Wish(tmp_path), acts, step=step)

    dialog.press("steps:all")
    dialog.press("slides:step")
    assert "1 picture" in said(dialog)
    assert not {"steps:last", "steps:all"} & set(controls(dialog))
    dialog.press("start")

    assert [target.step for target in started[0]] == [step]


def test_what_was_chosen_is_there_again_the_next_time(tmp_path: Path) -> None:
    acts = Acts(lambda _: None, lambda _: None, nothing, lambda _: None, nothing)
    choices: dict[str, str] = {}

    def opened(language: Literal["en", "zh"]) -> ExportDialog:
        wish = Wish(tmp_path, language=language)
        return ExportDialog(deck("a > b"), StageId("lecture"), wish, acts, choices=choices)

    before = opened("en")
    before.press("size:4k")
    before.press("close")

    assert opened("zh").wish == Wish(tmp_path, size="4k", language="zh")


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


def test_while_it_writes_the_questions_stay_and_nothing_can_be_chosen_or_begun(desk: Desk) -> None:
    before = desk.dialog.page("en", 676, RULER)
    desk.dialog.press("start")
    running = desk.dialog.page("en", 676, RULER)

    assert "Colours" in texts(running.body)
    assert running.body.hits == ()
    assert running.primary == ""
    assert "Exporting" in texts(running.foot)
    assert running.body.height == before.body.height


def test_the_remaining_time_is_told_in_words_once_it_is_known(tmp_path: Path) -> None:
    desk = Desk(deck("a > b, b > c, c > d, d > e, e > f, f > g"), tmp_path / "out")
    desk.dialog.press("steps:all")
    desk.dialog.press("start")
    targets = desk.started[0]

    desk.dialog.hear(Written(targets[0]))
    assert "step 1.2\n" in said(desk.dialog) + "\n"
    assert "left" not in said(desk.dialog)

    desk.now_s = 6.0
    for target in targets[1:3]:
        desk.dialog.hear(Written(target))
    assert "step 1.4 · about 8 s left" in said(desk.dialog)


@pytest.mark.parametrize(
    "number, why, remedy",
    [
        (errno.ENOSPC, "The disk is full.", "Make room, or choose another folder."),
        (errno.EACCES, "This folder may not be written to.", "Choose another folder, or allow"),
        (0, "The picture could not be made: odd.", "Try again; the log tells more."),
    ],
)
def test_a_failure_says_why_what_to_do_and_that_nothing_is_lost(
    desk: Desk, number: int, why: str, remedy: str
) -> None:
    desk.dialog.press("start")
    desk.dialog.hear(Failure(desk.started[0][0], "odd", number))
    assert why in said(desk.dialog).replace("\n", " ")
    desk.dialog.end()

    words = said(desk.dialog).replace("\n", " ")
    assert why in words
    assert remedy in words
    assert "Nothing is lost" in words


def test_what_was_not_written_can_be_tried_again(desk: Desk) -> None:
    desk.dialog.press("steps:all")
    desk.dialog.press("start")
    first, second, third = desk.started[0]
    desk.dialog.hear(Written(first))
    desk.dialog.hear(Failure(second, "full", errno.ENOSPC))
    desk.dialog.end()

    desk.dialog.press("again")

    assert list(desk.started[1]) == [second, third]
    assert "Painting picture 1 of 2" in said(desk.dialog)


def test_after_a_failure_another_folder_takes_all_of_them(desk: Desk, tmp_path: Path) -> None:
    desk.dialog.press("steps:all")
    desk.dialog.press("start")
    desk.dialog.hear(Failure(desk.started[0][0], "full", errno.ENOSPC))
    desk.dialog.end()

    desk.dialog.take_folder(tmp_path / "roomy")
    desk.dialog.press("start")

    assert {it.path.parent for it in desk.started[1]} == {tmp_path / "roomy"}
    assert len(desk.started[1]) == 3


def test_a_cancelled_export_offers_the_rest(desk: Desk) -> None:
    desk.dialog.press("steps:all")
    desk.dialog.press("start")
    desk.dialog.press("cancel")
    desk.dialog.hear(Written(desk.started[0][0]))
    desk.dialog.end()

    assert "older files are as they were" in said(desk.dialog)
    assert "Export the rest (2)" in said(desk.dialog)


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
    desk.dialog.hear(Failure(second, "No space left on device", errno.ENOSPC))
    desk.dialog.end()

    assert "Not all slides were written" in said(desk.dialog)
    assert "Written: 1 of 3" in said(desk.dialog)
    assert controls(desk.dialog) == ["folder", "folder", "open", "close", "again"]


def test_when_all_is_written_there_is_nothing_more_to_choose(desk: Desk) -> None:
    desk.dialog.press("start")
    desk.dialog.hear(Written(desk.started[0][0]))
    desk.dialog.end()

    assert "Slides exported" in said(desk.dialog)
    assert controls(desk.dialog) == ["open", "close"]


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def nothing() -> None:
    return


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


def test_arrows_choose_within_a_row_and_tab_leaves_it(room: Room, tmp_path: Path) -> None:
    acts = Acts(lambda _: None, lambda _: None, nothing, lambda _: None, nothing)
    dialog = ExportDialog(deck("a > b"), StageId("lecture"), Wish(tmp_path), acts)
    room.overlay.open(dialog)
    body = room.overlay.findChildren(Sheet)[1]
    keys = Keys(
        lambda: State(StepId("lecture/a")),
        lambda _: None,
        ours=lambda _: True,
        overlaid=lambda event, names: room.overlay.use_key(names, held=event.isAutoRepeat()),
    )
    keys.listen()

    def press(*pressed: Qt.Key) -> str:
        for key in pressed:
            QTest.keyClick(room.window.focusWidget() or body, key)
        return body.accessibleName()

    tab, right, left = Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Left
    # Before anything has the keyboard, an arrow acts in the first row.
    assert press(right, left) == "1920 × 1080"
    assert dialog.wish.size != "4k"
    assert press(right) == "3840 × 2160"
    assert dialog.wish.size == "4k"
    assert press(right, right) == "1280 × 720"
    assert press(left, Qt.Key.Key_Up) == "3840 × 2160"
    assert press(Qt.Key.Key_Down) == "4 : 3"
    assert press(tab) == "English"
    assert press(tab) == "light"
    assert press(Qt.Key.Key_Backtab) == "English"
    assert press(Qt.Key.Key_Backtab) == "4 : 3"
    keys.stop()
