"""The only place where store, windows and tasks are wired together."""

from __future__ import annotations

import logging
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType

from PySide6.QtCore import QByteArray, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from explainer.deck import Deck
from explainer.intents import (
    EndTalk,
    Escape,
    ForgetEscape,
    Order,
    Present,
    Press,
    Run,
    ShowView,
)
from explainer.schema import Language, StepId, View
from explainer.settings import Settings, load_settings, save_settings
from explainer.state import State, ThemeName
from explainer.store import Store
from explainer.story import steps
from explainer.strings import say
from explainer.theme import window_type
from explainer.update import first_state
from explainer.views.dialogs import Help, Overlay
from explainer.views.fonts import load_fonts
from explainer.views.hall import Hall
from explainer.views.keys import Keys
from explainer.views.scenes import Scenes
from explainer.views.style import palette
from explainer.views.tasks import Tasks
from explainer.views.window import FIRST_SIZE, Window

log = logging.getLogger(__name__)

FORGET_MS = 3000
"""So long after the first Escape a second one ends a talk."""
SAVE_MS = 2000
"""After the last change settings are written."""


def run(  # noqa: PLR0913 - what the command line says
    deck: Deck,
    *,
    start: StepId | None = None,
    view: View | None = None,
    language: Language | None = None,
    theme: ThemeName | None = None,
    present: bool = False,
    screen: str = "",
    on_first_paint: Callable[[], None] | None = None,
) -> int:
    """Show `deck` until its window is closed; return the exit code.

    What is not given is as it was left the last time, at the first start as the system has it.
    """
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication(["explainer"])
    app.setApplicationName("explainer")
    app.setDesktopFileName("explainer")
    settings, trouble = load_settings(language or system_language())
    state = opening_state(deck, settings, language=language, theme=theme, start=start)
    # Digits and the shapes of letters must not follow the system from here on.
    QLocale.setDefault(QLocale.c())
    if trouble:
        log.warning(trouble)
    session = Session(deck, state, settings, screen=screen, on_first_paint=on_first_paint)
    sys.excepthook = session.catch
    session.open()
    if view is not None:
        session.dispatch(ShowView(view))
    if present:
        session.dispatch(Present(from_start=False))
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    session.end()
    return code


def opening_state(
    deck: Deck,
    settings: Settings,
    *,
    language: Language | None = None,
    theme: ThemeName | None = None,
    start: StepId | None = None,
) -> State:
    """Return the state to begin with: as asked for, else as left, else as the system has it."""
    state = first_state(
        deck,
        language or settings.language or system_language(),
        theme or settings.theme or system_theme(),
    )
    left = settings.steps.get(deck.id)
    step = start or (left if left in steps(deck) else None) or state.step
    return replace(state, step=step, hall_theme=settings.hall_theme)


def system_language() -> Language:
    """Return Chinese where the system's interface is Chinese, else English."""
    chinese = QLocale.system().uiLanguages()[:1]
    return "zh" if any(name.startswith("zh") for name in chinese) else "en"


def native_font() -> QFont:
    """Return the font of the few native widgets, for both writings."""
    made = QFont(["Explainer Sans", "Explainer Sans SC"])
    made.setPixelSize(round(window_type("ui")))
    return made


def system_theme() -> ThemeName:
    """Return dark where the system is, else light."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


class Session(QObject):
    """One run of the app on one deck at a time: its store, its windows, its tasks.

    The only subscriber of the store: after each change it computes the pictures of what is seen
    and hands each view its own.
    """

    def __init__(
        self,
        deck: Deck,
        state: State,
        settings: Settings | None = None,
        *,
        screen: str = "",
        on_first_paint: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        load_fonts()
        self._settings = settings or Settings()
        self._screen = screen
        self._on_first_paint = on_first_paint
        self._warm = False
        self.store = Store(deck, state)
        self._unsubscribe = self.store.subscribe(self._changed)
        self._scenes = Scenes(self.dispatch)
        self._window = Window(
            self._scenes.make_parts,
            on_resized=self.show_state,
            on_close=self._may_close,
            on_first_paint=self._painted,
        )
        self.hall = Hall(
            self.dispatch, on_resized=self.show_state, on_close=lambda: self.dispatch(EndTalk())
        )
        self._overlays = {True: Overlay(self.hall), False: Overlay(self._window)}
        self.tasks = Tasks(self)
        self.keys = Keys(
            lambda: self.state,
            self.dispatch,
            ours=lambda window: window in (self._window, self.hall),
            overlaid=self._overlaid,
        )
        self._forget = QTimer(self, interval=FORGET_MS, singleShot=True)
        self._forget.timeout.connect(lambda: self.dispatch(ForgetEscape()))
        self._save = QTimer(self, interval=SAVE_MS, singleShot=True)
        self._save.timeout.connect(self.save)
        self._restore()
        self.keys.listen()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_changed)
            app.screenRemoved.connect(self._screens_changed)

    # --- for tasks

    @property
    def deck(self) -> Deck:
        """What is shown."""
        return self.store.deck

    @property
    def state(self) -> State:
        """Where the story is, and what is looked at."""
        return self.store.state

    @property
    def window(self) -> Window:
        """The main window."""
        return self._window

    @property
    def map(self) -> QWidget:
        """The widget of which a picture is copied."""
        return self._scenes.map

    def overlay(self) -> Overlay:
        """Return the place for dialogs where the speaker looks: the hall where it covers all."""
        covered = self.state.presenting and self.hall.screen() is self._window.screen()
        return self._overlays[covered]

    def dispatch(self, order: Order) -> None:
        """Do what is asked for: change the state, or carry out a task."""
        match order:
            case Run(task):
                self.tasks.run(task)
            case Press():
                return
            case _:
                before = self.state
                self.store.dispatch(order)
                if isinstance(order, Escape) and self.state == before:
                    self._leave_full_screen()

    def show_deck(self, deck: Deck) -> None:
        """Show another deck, where it was left."""
        self.save()
        self._unsubscribe()
        looks = replace(self._settings, language=self.state.language, theme=self.state.theme)
        hall_theme = self.state.hall_theme
        state = replace(opening_state(deck, looks), hall_theme=hall_theme)
        self._scenes.forget()
        self.store = Store(deck, state)
        self._unsubscribe = self.store.subscribe(self._changed)
        self.show_state()

    def toggle_full_screen(self) -> None:
        """Cover the whole screen, or no longer; in a talk it is the hall that does."""
        window: QWidget = self.hall if self.state.presenting else self._window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def quit(self) -> None:
        """End everything without asking."""
        if self.state.presenting:
            self.dispatch(EndTalk())
        self._window.close()

    # --- life

    def open(self) -> None:
        """Show the window."""
        self.show_state()
        self._window.show()

    def end(self) -> None:
        """Save, and give back what was taken; nothing is shown after this."""
        self.keys.stop()
        self._forget.stop()
        self.save()
        self.tasks.end()
        self._unsubscribe()
        for window in (self.hall, self._window):
            window.hide()
            window.deleteLater()

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an error that nobody expected, and tell the user; the app goes on."""
        log.error("unexpected", exc_info=(kind, error, trace))
        if not issubclass(kind, KeyboardInterrupt) and self.overlay().top is None:
            reason = f"{kind.__name__}: {error}"
            self.tasks.tell("window.trouble.title", "window.trouble.text", reason=reason)

    def save(self) -> None:
        """Remember what the next start should find."""
        self._save.stop()
        state = self.state
        steps_left = {**self._settings.steps, self.deck.id: state.step}
        self._settings = Settings(
            language=state.language,
            theme=state.theme,
            hall_theme=state.hall_theme,
            steps=steps_left,
            window=b64encode(self._window.saveGeometry().data()).decode("ascii"),
            panel_width=self._window.panel_width,
        )
        if trouble := save_settings(self._settings, state.language):
            log.warning(trouble)

    def _restore(self) -> None:
        self._window.panel_width = self._settings.panel_width
        if self._settings.window:
            self._window.restoreGeometry(QByteArray(b64decode(self._settings.window)))
            return
        room = self._window.screen().availableGeometry().size()
        self._window.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))

    def _painted(self) -> None:
        """Do what could wait until something was seen."""
        if self._on_first_paint is not None:
            self._on_first_paint()
        QTimer.singleShot(0, self._warm_up)

    def _warm_up(self) -> None:
        self._warm = True
        self._dress_natives()
        self.show_state()

    def _dress_natives(self) -> None:
        """Give menus and file dialogs the app's colours and faces."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(native_font())
            app.setPalette(palette(self.state.theme))

    # --- what is seen

    def show_state(self) -> None:
        """Hand every view the picture of the state as it is."""
        state = self.state
        self._window.setWindowTitle(self.deck.title.of(state.language))
        self._window.arrange(story=state.mode == "story", panel=state.panel)
        self._window.wear(state.theme)
        self._overlays[False].wear(state.language, state.theme)
        self._scenes.show(self.deck, state, self._window.areas(), charts=self._warm)
        if state.presenting:
            self._overlays[True].wear(state.language, state.hall_theme)
            self._scenes.show_hall(self.deck, state, self.hall, self._note())

    def _changed(self, old: State, new: State) -> None:
        if new.presenting and not old.presenting:
            self.hall.begin(self._window, self._screen)
        if old.presenting and not new.presenting:
            self.hall.end()
            self._window.activateWindow()
        if new.theme != old.theme and self._warm:
            self._dress_natives()
        if new.leaving != old.leaving:
            self._forget.start() if new.leaving else self._forget.stop()
        self.show_state()
        if replace(new, hover=old.hover) != old:
            self._save.start()

    def _note(self) -> str:
        """Return what the hall's foot tells the speaker."""
        state = self.state
        if state.leaving:
            return say("window.hall.end", state.language)
        alone = self.hall.screen() is self._window.screen()
        return (
            say("window.go-to", state.language, typed=state.typed) if state.typed and alone else ""
        )

    def _leave_full_screen(self) -> None:
        if self._window.isFullScreen() and not self.state.presenting:
            self.toggle_full_screen()

    def _overlaid(self, event: QKeyEvent, names: tuple[str, ...]) -> bool | None:
        """Let an open dialog use a key: None where none is open."""
        overlay = next((it for it in self._overlays.values() if it.top is not None), None)
        if overlay is None or overlay.top is None:
            return None
        if event.isAutoRepeat():
            return False
        closes_help = isinstance(overlay.top, Help) and not _CLOSE_HELP.isdisjoint(names)
        if "Esc" in names or closes_help:
            overlay.escape()
            return True
        if not _CONFIRM.isdisjoint(names):
            overlay.confirm()
            return True
        return False

    def _may_close(self) -> bool:
        """Save and go; in a talk, ask first."""
        if self.state.presenting:
            self.tasks.run("quit")
            return False
        self.save()
        return True

    def _screens_changed(self) -> None:
        if self.state.presenting:
            self.hall.find_screen(self._window)


_CLOSE_HELP = frozenset(("?", "Shift+?", "F1", "PgDown", "PgUp", "Space"))
_CONFIRM = frozenset(("Return", "Enter", "Num+Enter"))
