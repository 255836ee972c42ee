"""A run of the app: starts, talks, tasks and what is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from decks import deck, deck_folder, deck_text
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from explainer.actions import menu_actions
from explainer.bibtex import bibliography, bibtex
from explainer.deck import Deck
from explainer.intents import (
    Escape,
    Hover,
    NextStep,
    OpenCard,
    Order,
    Present,
    ResizeText,
    Run,
    SelectModel,
    SetMode,
    ToggleLanguage,
    ToggleStill,
    ToggleTheme,
)
from explainer.links import view_text
from explainer.picture import TextLine
from explainer.schema import ModelId, SourceId, StepId, View
from explainer.settings import Settings, load_settings
from explainer.state import State
from explainer.story import shown_view
from explainer.update import first_state
from explainer.views import session as session_module
from explainer.views.dialogs import DeckCheck, ExportDialog, Help, Message
from explainer.views.memory import opening_state
from explainer.views.menus import fill_context, fill_menu
from explainer.views.panel import Panel
from explainer.views.session import Session
from explainer.views.sheet import Sheet
from explainer.views.style import style_sheet
from explainer.views.tasks import Tasks


@pytest.fixture
def told() -> Deck:
    return deck("a > b, b > c")


@pytest.fixture
def session(told: Deck, qtbot: QtBot) -> Iterator[Session]:
    painted: list[bool] = []
    made = Session(
        told, first_state(told, "en", "light"), on_first_paint=lambda: painted.append(True)
    )
    made.open()
    qtbot.waitUntil(lambda: bool(painted))
    yield made
    made.end()


@contextmanager
def running(
    told: Deck, settings: Settings, ask_still: Callable[[], bool | None], qtbot: QtBot
) -> Iterator[Session]:
    """Run the app as one start does, until what could wait has been done."""
    state = opening_state(told, settings, language="en", theme="light")
    made = Session(told, state, settings, ask_still=ask_still)
    made.open()
    qtbot.waitUntil(lambda: not made.window.windowIcon().isNull())
    yield made
    made.end()


def largest(sheets: Iterable[Sheet]) -> float:
    """Return the size of the largest letters that `sheets` show, px; 0 where there are none."""
    shapes = [shape for sheet in sheets for shape in sheet.picture.shapes]
    return max((shape.size for shape in shapes if isinstance(shape, TextLine)), default=0.0)


def letters(session: Session) -> dict[str, float]:
    """Return the size of the largest letters of each part of the window."""
    sheets = session.window.findChildren(Sheet)
    panel = [sheet for sheet in sheets if sheet.parent() is not session.window]
    found = {"panel": largest(sheet for sheet in panel if sheet.isVisible())}
    bars = [sheet for sheet in sheets if sheet.parent() is session.window and sheet.isVisible()]
    for at, sheet in enumerate(sorted(bars, key=lambda it: it.y())):
        found[f"bar {at}"] = largest([sheet])
    return found


def do(session: Session, *orders: Order) -> State:
    for order in orders:
        session.dispatch(order)
    return session.state


def test_the_window_is_called_after_the_deck_in_its_language(session: Session) -> None:
    assert session.window.windowTitle() == "A tiny deck — Explainer"

    do(session, ToggleLanguage())

    assert session.window.windowTitle() == "小讲稿 — Explainer"


def test_the_hall_is_called_a_slide_show_in_the_language_of_the_moment(session: Session) -> None:
    do(session, Present(from_start=False))
    assert session.hall.windowTitle() == "A tiny deck — Slide Show"

    do(session, ToggleLanguage())
    assert session.hall.windowTitle() == "小讲稿 — 幻灯片放映"


def test_the_first_start_follows_the_system(told: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explainer.views.memory.system_language", lambda: "zh")
    monkeypatch.setattr("explainer.views.memory.system_theme", lambda: "dark")

    state = opening_state(told, Settings())

    assert (state.language, state.theme, state.hall_theme) == ("zh", "dark", "light")
    assert (state.step, state.mode) == ("lecture/a", "story")


def test_a_later_start_returns_to_the_place_left(told: Deck) -> None:
    settings = Settings(language="zh", theme="dark", steps={"tiny": StepId("lecture/b")})

    state = opening_state(told, settings)

    assert (state.step, state.language, state.theme) == ("lecture/b", "zh", "dark")


def test_what_is_asked_for_counts_more_than_what_is_remembered(told: Deck) -> None:
    settings = Settings(language="zh", theme="dark", steps={"tiny": StepId("lecture/b")})

    state = opening_state(told, settings, language="en", theme="light", start=StepId("lecture/c"))

    assert (state.step, state.language, state.theme) == ("lecture/c", "en", "light")


def test_a_step_that_the_deck_no_longer_has_is_forgotten(told: Deck) -> None:
    settings = Settings(language="en", theme="light", steps={"tiny": StepId("gone/long")})

    assert opening_state(told, settings).step == "lecture/a"


def test_the_end_is_remembered(session: Session) -> None:
    do(session, NextStep(), ToggleLanguage(), ToggleTheme())
    session.window.panel_width = 500

    session.window.close()

    settings, trouble = load_settings()
    assert not trouble
    assert settings.steps == {"tiny": "lecture/b"}
    assert (settings.language, settings.theme, settings.panel_width) == ("zh", "dark", 500)
    assert settings.window


@pytest.mark.parametrize("wish", [True, False, None])
def test_the_systems_wish_for_stillness_is_followed_while_nobody_chose(
    told: Deck, qtbot: QtBot, *, wish: bool | None
) -> None:
    asked: list[bool] = []

    def ask() -> bool | None:
        asked.append(True)
        return wish

    with running(told, Settings(), ask, qtbot) as session:
        qtbot.waitUntil(lambda: bool(asked) and session.state.still is bool(wish))

    assert load_settings()[0].still is None


@pytest.mark.parametrize("wish", [True, False])
def test_the_users_own_choice_of_stillness_counts_more_and_is_remembered(
    told: Deck, qtbot: QtBot, *, wish: bool
) -> None:
    with running(told, Settings(), lambda: wish, qtbot) as session:
        qtbot.waitUntil(lambda: session.state.still is wish)
        do(session, ToggleStill())

    settings, _ = load_settings()
    assert settings.still is not wish

    with running(told, settings, lambda: wish, qtbot) as session:
        assert session.state.still is not wish
    assert load_settings()[0].still is not wish


def test_a_wish_that_comes_after_the_end_is_not_heard(told: Deck, qtbot: QtBot) -> None:
    asked, ends = Event(), Event()

    def ask() -> bool:
        asked.set()
        return ends.wait(10)

    with running(told, Settings(), ask, qtbot) as session:
        qtbot.waitUntil(asked.is_set)
    ends.set()

    assert not session.state.still


def test_larger_words_are_seen_everywhere_in_the_window_and_remembered(
    told: Deck, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not session.window.windowIcon().isNull())
    session.window.resize(2560, 1400)
    usual = letters(session)

    do(session, *[ResizeText(1)] * 3)

    for name, size in letters(session).items():
        assert size == pytest.approx(usual[name] * session.state.text_scale), name
    assert QApplication.font().pixelSize() == round(16 * session.state.text_scale)
    session.save()
    settings, _ = load_settings()
    assert opening_state(told, settings).text_scale == session.state.text_scale
    do(session, ResizeText(0))
    assert letters(session) == usual


def test_a_dialog_has_larger_words_and_its_buttons_stay_in_the_window(session: Session) -> None:
    session.window.resize(1024, 768)
    do(session, Run("help"))
    overlay = session.overlay()
    usual = largest(overlay.findChildren(Sheet))

    do(session, *[ResizeText(1)] * 4)

    sheets = overlay.findChildren(Sheet)
    assert largest(sheets) == pytest.approx(usual * session.state.text_scale)
    frame = next(it for it in sheets if it.size() == overlay.size())
    assert frame.picture.hits
    for hit in frame.picture.hits:
        assert 0 < hit.x < hit.x + hit.width < 1024
        assert 0 < hit.y < hit.y + hit.height < 768
    do(session, ResizeText(0))
    assert largest(overlay.findChildren(Sheet)) == usual


def test_a_talk_covers_a_screen_and_ends_with_two_escapes(session: Session) -> None:
    do(session, Present(from_start=False))
    assert session.hall.isVisible()

    do(session, Escape())
    assert session.hall.isVisible()
    do(session, Escape())
    assert not session.hall.isVisible()


def test_the_hint_of_the_first_escape_goes_by_itself(
    told: Deck, qtbot: QtBot, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "FORGET_MS", 20)
    session = Session(told, first_state(told, "en", "light"))
    request.addfinalizer(session.end)
    session.open()

    do(session, Present(from_start=False), Escape())
    assert session.state.leaving

    qtbot.waitUntil(lambda: not session.state.leaving)
    assert session.state.presenting


def test_the_hall_shows_the_whole_slide_and_follows_every_step(session: Session) -> None:
    do(session, Present(from_start=True))
    first = session.hall.picture
    do(session, NextStep())

    assert (first.width, first.height) == (session.hall.width(), session.hall.height())
    assert session.hall.picture != first


def test_a_look_elsewhere_is_seen_in_the_hall_without_losing_the_step(session: Session) -> None:
    do(session, Present(from_start=True))
    before = session.hall.picture

    do(session, SelectModel(ModelId("c")))
    assert session.hall.picture != before
    do(session, NextStep())
    assert session.hall.picture == before


def test_closing_the_hall_ends_the_talk_only(session: Session) -> None:
    do(session, Present(from_start=True))

    session.hall.close()

    assert not session.state.presenting
    assert session.window.isVisible()


def test_quitting_in_a_talk_asks_first(session: Session) -> None:
    do(session, Present(from_start=True), Run("quit"))

    assert isinstance(session.overlay().top, Message)
    assert session.window.isVisible()


def test_closing_the_window_in_a_talk_asks_first(session: Session) -> None:
    do(session, Present(from_start=True))

    assert not session.window.close()
    assert isinstance(session.overlay().top, Message)


def test_help_stands_where_the_speaker_looks(session: Session) -> None:
    do(session, Run("help"))
    assert isinstance(session.overlay().top, Help)
    assert session.overlay().parentWidget() is session.window
    session.overlay().escape()

    do(session, Present(from_start=True), Run("help"))
    assert session.overlay().parentWidget() is session.hall


def test_an_unexpected_error_is_told_and_the_app_goes_on(
    session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    error = ValueError("a hole in the map")

    session.catch(ValueError, error, None)

    assert isinstance(session.overlay().top, Message)
    assert "a hole in the map" in caplog.text
    assert do(session, NextStep()).step == "lecture/b"


def test_another_deck_takes_the_place_of_the_first(session: Session) -> None:
    other = replace(deck("x > y"), id="other")
    do(session, ToggleLanguage())

    session.show_deck(other, Path("other"))

    assert (session.state.step, session.state.language) == ("lecture/x", "zh")
    assert do(session, NextStep()).step == "lecture/y"


def test_a_deck_with_errors_is_not_opened_and_all_is_told(session: Session, tmp_path: Path) -> None:
    broken = deck_folder(tmp_path, deck_text("a > b") + "\nwrong: section\n")

    session.tasks.open_deck(broken)

    assert isinstance(session.overlay().top, DeckCheck)
    assert session.deck.id == "tiny"
    assert session.state.step == "lecture/a"


def test_a_deck_that_was_put_right_is_opened_from_the_list_of_its_errors(
    session: Session, tmp_path: Path
) -> None:
    folder = deck_folder(tmp_path, deck_text("x > y") + "\nwrong: section\n")
    session.tasks.open_deck(folder)

    deck_folder(tmp_path, deck_text("x > y"))
    session.overlay().confirm()

    assert session.overlay().top is None
    assert session.state.step == "lecture/x"
    assert session.place == folder


def test_the_deck_that_is_shown_can_be_checked(session: Session, tmp_path: Path) -> None:
    folder = deck_folder(tmp_path, deck_text("x > y"))
    session.tasks.open_deck(folder)

    do(session, Run("check-deck"))

    assert isinstance(session.overlay().top, DeckCheck)
    session.overlay().confirm()
    assert session.overlay().top is None


def test_a_folder_that_is_dropped_on_the_window_is_opened(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = deck_folder(tmp_path, deck_text("x > y"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    where = QPointF(40, 40)
    left = Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction

    enter = QDragEnterEvent(where.toPoint(), action, data, left, plain)
    session.window.dragEnterEvent(enter)
    session.window.dropEvent(QDropEvent(where, action, data, left, plain))

    assert enter.isAccepted()
    qtbot.waitUntil(lambda: session.state.step == "lecture/x")


def test_no_size_of_the_window_changes_the_state(session: Session) -> None:
    before = do(session, SetMode("explore"), SelectModel(ModelId("b")))

    for size in ((800, 600), (1024, 768), (860, 1200), (1920, 1080), (1400, 800)):
        session.window.resize(*size)
        session.window.panel_width = size[0] // 3
        QApplication.processEvents()
        assert session.state == before


def test_a_sound_deck_is_opened(session: Session, tmp_path: Path) -> None:
    session.tasks.open_deck(deck_folder(tmp_path, deck_text("x > y")))

    assert session.state.step == "lecture/x"


def test_a_copied_view_is_its_link_and_its_picture(session: Session) -> None:
    do(session, SelectModel(ModelId("c")), Run("copy-view"))

    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == view_text(View(select=ModelId("c"), lit=("a",)))
    image = data.imageData()
    assert isinstance(image, QImage)
    assert image.width() == session.map.width()


def test_the_work_whose_card_is_open_is_copied_as_bibtex(session: Session) -> None:
    source = session.deck.sources[SourceId("paper")]
    do(session, OpenCard("source:paper"), Run("copy-bibtex"))
    assert QGuiApplication.clipboard().text() == bibtex(source)

    QGuiApplication.clipboard().setText("before")
    do(session, OpenCard("source:paper"), Run("copy-bibtex"))
    assert QGuiApplication.clipboard().text() == "before", "no card is open"


def test_the_whole_bibliography_is_copied(session: Session) -> None:
    do(session, Run("copy-bibliography"))

    assert QGuiApplication.clipboard().text() == bibliography(session.deck.sources.values())


def test_the_context_menu_asks_why_of_what_is_pointed_at(session: Session, qtbot: QtBot) -> None:
    do(session, Hover("claim:C1"))
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_context(menu, session.deck, session.state, session.dispatch)
    entries = {action.text().partition("\t")[0]: action for action in menu.actions()}
    do(session, Hover(""))

    entries["Why?"].trigger()
    assert shown_view(session.deck, session.state).open == "claim:C1"


def test_a_model_that_is_pointed_at_can_be_looked_up_from_the_context_menu(
    session: Session, qtbot: QtBot
) -> None:
    do(session, Hover("c"))
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_context(menu, session.deck, session.state, session.dispatch)

    next(action for action in menu.actions() if action.text() == "Look it up").trigger()
    assert shown_view(session.deck, session.state).select == "c"


def test_a_definition_stands_in_the_foot_while_its_term_is_pointed_at(session: Session) -> None:
    before = session.window.findChild(Panel)
    assert before is not None
    do(session, Hover("term:cot"))

    foot = before.foot
    said = "".join(
        span.text
        for shape in foot.picture.shapes
        if isinstance(shape, TextLine)
        for span in shape.spans
    )
    assert "Thinking aloud." in said


def test_full_screen_comes_and_goes_and_escape_leaves_it_while_exploring(
    session: Session,
) -> None:
    do(session, SetMode("explore"), Run("full-screen"))
    assert session.window.isFullScreen()

    do(session, Escape())
    assert session.window.isFullScreen(), "first the selection goes"
    do(session, Escape())
    assert not session.window.isFullScreen()


def entries_of(menu: QMenu) -> dict[str, QAction]:
    """Return what a menu and its submenus offer, by the words before the key."""
    groups = (menu, *(it for it in menu.findChildren(QMenu)))
    return {it.text().partition("\t")[0]: it for group in groups for it in group.actions()}


def test_the_menu_is_no_higher_than_a_small_screen(session: Session, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.setStyleSheet(style_sheet("light"))
    fill_menu(menu, session.deck, session.state, session.dispatch, session.leads)

    for group in (menu, *menu.findChildren(QMenu)):
        assert group.sizeHint().height() < 600


def test_the_menu_offers_what_can_be_done_now(session: Session, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_menu(menu, session.deck, session.state, session.dispatch, session.leads)
    entries = entries_of(menu)

    assert "Export slides…" in entries
    assert len(menu_actions("window", session.state)) <= len(entries)
    entries["Chinese or English"].trigger()
    assert session.state.language == "zh"


def test_a_switch_in_the_menu_shows_whether_it_is_on(session: Session, qtbot: QtBot) -> None:
    do(session, ToggleStill())
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_menu(menu, session.deck, session.state, session.dispatch, session.leads)
    checked = {name: action.isChecked() for name, action in entries_of(menu).items()}

    assert (checked["Side panel"], checked["Speaker notes"]) == (True, False)
    assert checked["Reduce motion"]


def test_an_export_runs_to_its_end_while_the_window_lives(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked_export(session, tmp_path)
    dialog.press("steps:all")
    dialog.press("start")

    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.png"))) == 3)
    qtbot.waitUntil(dialog.may_close)


def test_a_cancelled_export_leaves_only_whole_files(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked_export(session, tmp_path)
    for control in ("steps:all", "language:both", "look:both", "start"):
        dialog.press(control)

    session.overlay().escape()

    qtbot.waitUntil(dialog.may_close)
    written = list(tmp_path.iterdir())
    assert len(written) < 12
    assert all(not QImage(str(path)).isNull() for path in written)


def test_the_end_waits_for_pictures_that_were_begun(session: Session, tmp_path: Path) -> None:
    dialog = asked_export(session, tmp_path)
    dialog.press("steps:all")
    dialog.press("start")

    session.tasks.end()

    assert all(path.suffix == ".png" for path in tmp_path.iterdir())


def asked_export(session: Session, folder: Path) -> ExportDialog:
    """Return the export dialog, with `folder` chosen in it."""

    def choose(
        _parent: QWidget, _title: str, _start: Path, on_chosen: Callable[[Path], None]
    ) -> None:
        on_chosen(folder)

    session.tasks = Tasks(session, choose)
    do(session, Run("export"))
    dialog = session.overlay().top
    assert isinstance(dialog, ExportDialog)
    dialog.press("folder")
    return dialog
