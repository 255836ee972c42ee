"""On a small screen, or a large one at 200 %, nothing lies below the edge or over another part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lectures import Lecture, embedded, opening, settle
from msgspec.structs import replace
from PySide6.QtCore import QRect

from explainer.intents import NextStep, Run, SelectModel, SetMode
from explainer.picture import Hit
from explainer.schema import LANGUAGES, Language, ModelId
from explainer.views.memory import FRAME
from explainer.views.sheet import Sheet
from explainer.views.window import SMALLEST

TASK_BAR = 40
"""px of the screen that a desktop keeps for itself."""
SCREENS = [(960, 540), (1092, 614), (910, 512)]
"""px of 1920x1080 at 200 %, and of 1366x768 at 125 and 150 %."""


@pytest.fixture(params=[(960, 540), (960, 540 - TASK_BAR - FRAME[1]), SMALLEST])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    found: tuple[int, int] = request.param
    return found


@pytest.fixture(params=LANGUAGES)
def lecture(request: pytest.FixtureRequest, size: tuple[int, int]) -> Iterator[Lecture]:
    language: Language = request.param
    told = Lecture(embedded(), replace(opening(), language=language, still=True), *size)
    assert (told.window.width(), told.window.height()) == size
    yield told
    told.session.end()


@pytest.mark.parametrize("screen", SCREENS)
def test_the_smallest_window_fits_the_screen_with_title_bar_and_task_bar(
    screen: tuple[int, int],
) -> None:

    assert SMALLEST[0] + FRAME[0] <= screen[0]
    assert SMALLEST[1] + FRAME[1] + (TASK_BAR if screen[1] >= 540 else 0) <= screen[1]


def test_every_part_is_whole_in_the_window_and_covers_no_other(lecture: Lecture) -> None:
    for orders in ((), (NextStep(),) * 6, (SetMode("explore"), SelectModel(ModelId("chatgpt")))):
        for order in orders:
            lecture.session.dispatch(order)
        settle()

        areas = lecture.session.window.areas()
        places = [
            QRect(round(it.x), round(it.y), round(it.width), round(it.height))
            for it in (areas.top, areas.map, areas.legend, areas.panel, areas.story)
            if it is not None
        ]
        assert all(lecture.window.rect().contains(place) for place in places)
        assert not any(a.intersects(b) for at, a in enumerate(places) for b in places[at + 1 :])
        assert areas.map.height >= lecture.window.height() * 0.5
        for sheet in lecture.window.findChildren(Sheet):
            if sheet.parent() is lecture.window and sheet.isVisible():
                assert not list(outside(sheet)), lecture.state.mode


@pytest.mark.parametrize("opens", [Run("help"), Run("export")])
def test_what_closes_and_confirms_a_dialog_is_seen(lecture: Lecture, opens: Run) -> None:
    lecture.session.dispatch(opens)
    settle()

    overlay = lecture.session.overlay()
    frame = next(it for it in overlay.findChildren(Sheet) if it.size() == overlay.size())

    assert lecture.window.rect().contains(overlay.geometry())
    assert frame.picture.hits
    assert not list(outside(frame))


def outside(sheet: Sheet) -> Iterator[Hit]:
    """Yield what can be pressed on `sheet` and does not lie in it as a whole."""
    for hit in sheet.picture.hits:
        inside = hit.x >= 0 and hit.x + hit.width <= sheet.width()
        if not (inside and hit.y >= 0 and hit.y + hit.height <= sheet.height()):
            yield hit
