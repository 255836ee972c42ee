"""Motion in the windows: it is seen, it holds nothing up, and it ends where it should."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from stories import CHAT, DAVINCI, HOW, at, story_deck

from explainer.intents import (
    FirstStep,
    Hover,
    NextStep,
    Present,
    PreviousStep,
    SelectModel,
    ShowView,
)
from explainer.picture import Box, Picture
from explainer.schema import View
from explainer.views.canvas import Canvas
from explainer.views.moving import Moving
from explainer.views.session import Session
from explainer.views.sheet import Sheet

BEFORE = Picture(200, 100, (Box(0, 0, 50, 100, fill="ink", id="a"),), ground="background")
AFTER = Picture(200, 100, (Box(150, 0, 50, 100, fill="ink", id="b"),), ground="background")
THIRD = Picture(200, 100, (Box(80, 0, 40, 100, fill="ink", id="c"),), ground="background")


class Clock:
    """Time that goes on when it is told to; seconds."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(Moving.__init__, "__defaults__", (made,))
    return made


@pytest.fixture
def sheet(qtbot: QtBot, clock: Clock) -> Sheet:
    assert clock.now == 0
    made = Sheet(lambda _: None, moves=True)
    qtbot.addWidget(made)
    made.resize(200, 100)
    made.show_picture(BEFORE, "light")
    with qtbot.waitExposed(made):
        made.show()
    return made


def image(sheet: Sheet) -> QImage:
    return sheet.grab().toImage()


def dark(sheet: Sheet, x: int) -> float:
    """Return how dark a column is: 0 as the ground, 1 as ink."""
    return 1 - image(sheet).pixelColor(x, 50).lightnessF()


def plain(qtbot: QtBot, picture: Picture) -> QImage:
    """Return `picture` in a sheet that never moves."""
    made = Sheet(lambda _: None)
    qtbot.addWidget(made)
    made.resize(200, 100)
    made.show_picture(picture, "light")
    return image(made)


def test_one_picture_goes_over_into_the_other(sheet: Sheet, clock: Clock) -> None:
    sheet.show_picture(AFTER, "light", way="go")

    first = (dark(sheet, 25), dark(sheet, 175))
    clock.now = 0.05
    middle = (dark(sheet, 25), dark(sheet, 175))
    clock.now = 0.39
    last = (dark(sheet, 25), dark(sheet, 175))

    assert first[0] > middle[0] > last[0]
    assert first[1] < middle[1] < last[1]


def test_it_ends_by_itself_with_the_picture(sheet: Sheet, clock: Clock, qtbot: QtBot) -> None:
    sheet.show_picture(AFTER, "light", way="go")
    clock.now = 5
    qtbot.waitUntil(lambda: image(sheet) == plain(qtbot, AFTER))


def test_a_second_press_is_there_at_once(sheet: Sheet, clock: Clock, qtbot: QtBot) -> None:
    sheet.show_picture(AFTER, "light", way="go")
    clock.now = 0.1
    sheet.show_picture(THIRD, "light", way="go")
    assert image(sheet) == plain(qtbot, THIRD)


def test_the_press_after_that_moves_again(sheet: Sheet, clock: Clock, qtbot: QtBot) -> None:
    sheet.show_picture(AFTER, "light", way="go")
    sheet.show_picture(THIRD, "light", way="go")
    sheet.show_picture(BEFORE, "light", way="go")
    clock.now += 0.05
    assert image(sheet) not in (plain(qtbot, THIRD), plain(qtbot, BEFORE))


def test_a_cut_is_there_at_once(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.show_picture(AFTER, "light")
    assert image(sheet) == plain(qtbot, AFTER)


def test_another_size_ends_it(sheet: Sheet, clock: Clock, qtbot: QtBot) -> None:
    sheet.show_picture(AFTER, "light", way="go")
    clock.now = 0.1
    sheet.resize(220, 100)
    sheet.resize(200, 100)
    qtbot.waitUntil(lambda: image(sheet) == plain(qtbot, AFTER))


@pytest.fixture
def session(qtbot: QtBot, clock: Clock) -> Iterator[Session]:
    assert clock.now == 0
    made = Session(story_deck(), at(HOW))
    made.window.resize(1000, 700)
    made.open()
    qtbot.waitUntil(lambda: not made.window.windowIcon().isNull())
    yield made
    made.end()


def test_the_state_does_not_wait_for_the_motion(session: Session, clock: Clock) -> None:
    seen = [session.state.step]
    for _ in range(2):
        QTest.keyClick(session.window, Qt.Key.Key_Right)
        clock.now += 0.02
        seen.append(session.state.step)
    assert seen == ["tuning/how", "tuning/why", "end/all"]


def test_the_map_moves_forward_and_not_back(session: Session, clock: Clock) -> None:
    session.dispatch(FirstStep())
    rest = session.map.grab().toImage()
    session.dispatch(NextStep())
    clock.now += 0.02
    moving = session.map.grab().toImage()
    clock.now += 5
    arrived = session.map.grab().toImage()
    session.dispatch(PreviousStep())

    assert moving not in (rest, arrived)
    assert session.map.grab().toImage() == rest


def test_resizing_while_it_moves_changes_no_state(session: Session, clock: Clock) -> None:
    session.dispatch(NextStep())
    state = session.state
    for width in (1100, 900, 1300, 820):
        clock.now += 0.03
        session.window.resize(width, 700)
        QTest.qWait(1)
    assert session.state == state


def test_the_pointer_does_not_end_it(session: Session, clock: Clock) -> None:
    session.dispatch(ShowView(View(select=DAVINCI)))
    clock.now += 5
    session.map.grab()
    QTest.qWait(40)
    rest = session.map.grab().toImage()
    session.dispatch(SelectModel(CHAT))
    clock.now += 0.05
    session.dispatch(Hover("codex"))
    moving = session.map.grab().toImage()
    clock.now += 5
    QTest.qWait(40)
    assert moving not in (rest, session.map.grab().toImage())


def test_the_hall_moves_too(session: Session, clock: Clock) -> None:
    session.dispatch(Present(from_start=False))
    QTest.qWait(20)
    before = session.hall.grab().toImage()
    session.dispatch(NextStep())
    clock.now += 0.05
    moving = session.hall.grab().toImage()
    clock.now += 5
    QTest.qWait(40)
    assert moving not in (before, session.hall.grab().toImage())


def test_hits_are_those_of_the_new_picture_at_once(session: Session, clock: Clock) -> None:
    session.dispatch(NextStep())
    clock.now += 0.02
    assert isinstance(session.map, Canvas)
    assert session.map.picture is not None
    hits = {hit.id: hit for hit in session.map.picture.hits}
    frame, hit = session.map.frame, hits["chat"]
    x = (hit.x + hit.width / 2) * frame.factor + frame.dx
    y = (hit.y + hit.height / 2) * frame.factor + frame.dy
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(session.map, left, pos=QPoint(round(x), round(y)))

    assert session.state.away is not None
    assert session.state.away.select == CHAT
