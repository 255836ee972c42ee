"""The window comes back as it was left, and never to where nobody sees it."""

from __future__ import annotations

import json
import logging
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from decks import deck
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from explainer.deck import EMBEDDED, Deck, load_embedded
from explainer.intents import (
    GoToStep,
    NextStep,
    ResizeText,
    SetMode,
    ToggleLanguage,
    TogglePanel,
    ToggleStill,
    ToggleTheme,
)
from explainer.schema import StepId
from explainer.settings import Settings, load_settings, settings_path
from explainer.story import steps
from explainer.update import first_state
from explainer.views.memory import FRAME, can_be_grasped, opening_state
from explainer.views.session import Session

SCREENS = [QRect(0, 0, 1920, 1040), QRect(1920, 200, 1280, 1024)]


@contextmanager
def start(told: Deck) -> Iterator[Session]:
    """Run the app as a later start does, from what is remembered."""
    remembered, _ = load_settings()
    session = Session(told, opening_state(told, remembered), remembered)
    session.open()
    QApplication.processEvents()
    try:
        yield session
    finally:
        session.end()


def test_everything_about_the_window_is_there_again_after_a_restart() -> None:
    told = deck("a > b, b > c")
    with start(told) as session:
        session.window.setGeometry(0, 30, 800, 666)
        session.window.panel_width = 444
        for wish in (
            ToggleLanguage(),
            ToggleTheme(),
            ToggleStill(),
            ResizeText(1),
            TogglePanel(),
            NextStep(),
        ):
            session.dispatch(wish)
        left = session.state

    with start(told) as session:
        assert session.state == left
        assert session.window.size() == QSize(800, 666)
        assert session.window.y() == pytest.approx(30, abs=4)  # the frame of a real desktop
        assert session.window.panel_width == 444


def saved_file() -> dict[str, object]:
    """Return what stands in the file of settings but for the window's place."""
    content = json.loads(settings_path().read_text("utf-8")) if settings_path().exists() else {}
    return {name: it for name, it in content.items() if name not in ("format", "window")}


def test_what_nobody_chose_is_not_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explainer.views.memory.system_language", lambda: "zh")
    monkeypatch.setattr("explainer.views.memory.system_theme", lambda: "dark")
    told = deck("a > b, b > c")

    with start(told) as session:
        assert (session.state.language, session.state.theme) == ("zh", "dark")
        session.dispatch(NextStep())

    assert saved_file() == {"steps": {"tiny": "lecture/b"}}


def test_what_the_command_line_settles_is_no_choice_for_the_next_start() -> None:
    told = deck("a > b, b > c")
    state = opening_state(told, Settings(), language="zh", theme="dark")
    session = Session(told, state, fixed=("language", "theme"))
    session.open()
    session.dispatch(NextStep())
    session.end()

    assert saved_file() == {"steps": {"tiny": "lecture/b"}}


def test_theme_and_language_follow_the_system_until_they_are_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    system = {"theme": "light", "language": "en"}
    for module in ("memory", "session"):
        monkeypatch.setattr(f"explainer.views.{module}.system_language", lambda: system["language"])
        monkeypatch.setattr(f"explainer.views.{module}.system_theme", lambda: system["theme"])
    told = deck("a > b, b > c")
    with start(told) as session:

        def turn(theme: str, language: str) -> tuple[str, str]:
            system.update(theme=theme, language=language)
            QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
            QApplication.sendEvent(session.window, QEvent(QEvent.Type.LocaleChange))
            return session.state.theme, session.state.language

        assert turn("dark", "zh") == ("dark", "zh")
        assert turn("light", "en") == ("light", "en")
        session.dispatch(ToggleTheme())
        assert turn("light", "zh") == ("dark", "zh")
        session.dispatch(ToggleLanguage())
        assert turn("light", "zh") == ("dark", "en")

    assert saved_file() == {"theme": "dark", "language": "en"}


@pytest.mark.parametrize("fixed", [("theme",), ()])
def test_a_theme_of_the_command_line_does_not_turn_with_the_system(
    monkeypatch: pytest.MonkeyPatch, fixed: tuple[str, ...]
) -> None:
    monkeypatch.setattr("explainer.views.session.system_theme", lambda: "dark")
    told = deck("a > b")
    session = Session(told, first_state(told, "en", "light"), fixed=fixed)
    session.open()
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    theme = session.state.theme
    session.end()

    assert theme == ("light" if fixed else "dark")


@pytest.mark.parametrize("first_closed", ["one", "other"])
def test_two_windows_keep_what_the_other_one_changed(first_closed: str) -> None:
    tiny, small = deck("a > b, b > c"), replace(deck("a > b, b > c"), id="small")
    with start(tiny) as one, start(small) as other:
        one.dispatch(NextStep())
        other.dispatch(NextStep())
        other.dispatch(ToggleTheme())
        one.dispatch(TogglePanel())
        for session in (one, other) if first_closed == "one" else (other, one):
            session.save()

    assert saved_file() == {
        "theme": "dark",
        "panel": False,
        "steps": {"tiny": "lecture/b", "small": "lecture/b"},
    }


def test_a_window_that_was_only_open_takes_back_nothing_that_another_one_reached() -> None:
    told = deck("a > b, b > c")
    with start(told):
        with start(told) as other:
            other.dispatch(NextStep())
            other.dispatch(ToggleLanguage())
        assert saved_file() == {"language": "zh", "steps": {"tiny": "lecture/b"}}

    assert saved_file() == {"language": "zh", "steps": {"tiny": "lecture/b"}}


def test_a_deck_opened_later_begins_where_another_window_has_left_it() -> None:
    tiny, small = deck("a > b, b > c"), replace(deck("a > b, b > c"), id="small")
    with start(tiny) as one:
        with start(small) as other:
            other.dispatch(NextStep())
        one.show_deck(small, EMBEDDED)
        assert one.state.step == "lecture/b"


@pytest.mark.parametrize(
    "window, seen",
    [
        (QRect(100, 100, 1440, 900), True),
        (QRect(-1300, 100, 1440, 900), True),
        (QRect(-1400, 100, 1440, 900), False),
        (QRect(2000, 300, 1440, 900), True),
        (QRect(100, -40, 1440, 900), False),
        (QRect(5000, 100, 1440, 900), False),
        (QRect(100, 1035, 1440, 900), False),
        (QRect(0, 0, 1920, 1040), True),
        (QRect(0, 0, 10**9, 900), False),
        (QRect(0, 0, 1440, 10**6), False),
        (QRect(), False),
    ],
)
def test_a_window_must_be_within_reach_of_the_pointer(window: QRect, *, seen: bool) -> None:

    assert can_be_grasped(window, SCREENS) is seen


@pytest.mark.parametrize("place", [QRect(90_000, 90_000, 900, 700), QRect(0, 0, 500_000, 400_000)])
def test_a_place_on_no_screen_is_left_for_one_on_a_screen(place: QRect) -> None:
    session = opened(saved(place))
    shown, screen = session.window.geometry(), session.window.screen().availableGeometry()
    session.end()

    assert can_be_grasped(shown, [screen])
    assert shown.width() <= screen.width()


def test_a_place_that_is_not_understood_is_a_message_and_the_window_opens_like_a_new_one(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    session, new = opened(b"no place at all"), opened(b"")
    sizes = session.window.size(), new.window.size()
    top = session.window.geometry().top()
    screen = session.window.screen().availableGeometry()
    for it in (session, new):
        it.end()

    assert sizes[0] == sizes[1]
    # The title bar, by which a window is drawn along, is on the screen.
    assert top - screen.top() >= FRAME[1]
    assert "lies on no screen" in caplog.text


def opened(place: bytes) -> Session:
    """Return the app opened where its window's place was remembered as `place`."""
    told = deck("a > b")
    remembered = Settings(window=b64encode(place).decode("ascii"))
    session = Session(told, first_state(told, "en", "light"), remembered)
    session.open()
    return session


def saved(place: QRect) -> bytes:
    """Return the place of a window as Qt packs it."""
    window = QWidget()
    window.setGeometry(place)
    content = bytes(QByteArray(window.saveGeometry()).data())
    window.deleteLater()
    return content


@pytest.fixture(scope="module")
def told() -> Deck:
    return load_embedded()


SIZES = st.tuples(st.integers(800, 3840), st.integers(600, 2160))


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 69), sizes=st.lists(SIZES, min_size=2, max_size=4))
def test_no_size_of_the_window_changes_the_state(
    told: Deck, place: int, sizes: list[tuple[int, int]]
) -> None:
    names: list[StepId] = list(steps(told))
    session = Session(told, first_state(told, "en", "light"))
    try:
        session.open()
        # Nothing moves before what could wait has been done.
        while session.window.windowIcon().isNull():
            QApplication.processEvents()
        session.dispatch(GoToStep(names[min(place, len(names) - 2)]))
        # The next dispatch begins a transition: the sizes come while it runs.
        for wish in (NextStep(), SetMode("explore")):
            session.dispatch(wish)
            before = session.state
            for size in sizes:
                session.window.resize(*size)
                QApplication.processEvents()
                assert session.state == before
                assert (session.window.width(), session.window.height()) == size
    finally:
        session.end()
