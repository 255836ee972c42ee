"""One run of the app: wires store, windows and tasks together."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Collection
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from explainer.deck import EMBEDDED, Deck
from explainer.intents import (
    Confirm,
    EndTalk,
    Escape,
    ForgetEscape,
    ForgetTyped,
    Hover,
    NextStep,
    Order,
    Press,
    ReturnToStep,
    Run,
    ToggleLanguage,
    ToggleStill,
    ToggleTheme,
    Visit,
)
from explainer.settings import Settings
from explainer.state import State
from explainer.store import Store
from explainer.strings import say
from explainer.views.fonts import load_fonts
from explainer.views.keys import Keys
from explainer.views.literal import title_text
from explainer.views.memory import Memory, system_language, system_theme
from explainer.views.natives import dress_natives
from explainer.views.notices import Notices
from explainer.views.overlays import Overlays
from explainer.views.scenes import Scenes
from explainer.views.window import Window, app_icon
from explainer.views.wish import Wish

if TYPE_CHECKING:
    from explainer.motion import Way
    from explainer.views.dialogs import Overlay
    from explainer.views.hall import Hall
    from explainer.views.tasks import Tasks

log = logging.getLogger(__name__)

FORGET_MS = 3000
"""So long after the first Escape a second one ends a talk; so long a number waits for a digit."""
SAVE_MS = 500
"""So long after a change it is written at the latest, however many follow it."""


class Session(QObject):
    """One run of the app on one deck at a time: its store, its windows, its tasks.

    The only subscriber of the store: after each change it computes the pictures of what is seen
    and hands each view its own.
    """

    def __init__(  # noqa: PLR0913 - what a run begins with
        self,
        deck: Deck,
        state: State,
        settings: Settings | None = None,
        *,
        place: Path = EMBEDDED,
        screen: str = "",
        fixed: Collection[str] = (),
        ask_still: Callable[[], bool | None] | None = None,
        on_first_paint: Callable[[], None] | None = None,
    ) -> None:
        """Begin; `ask_still`, which may take a moment, tells what the system wishes.

        `fixed` are the parts of `state` that the command line settled, as `Memory` has them.
        """
        super().__init__()
        load_fonts(large=state.language == "zh")
        self._memory = Memory(settings or Settings(), fixed)
        self.place = place
        """Where the deck was read; asked for by tasks."""
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
            on_drop=self._open_dropped,
            on_first_paint=self._painted,
            on_locale=self._follow_language,
        )
        self._overlays = Overlays()
        self.keys = Keys(
            lambda: self.state,
            self.dispatch,
            ours=self._is_ours,
            overlaid=lambda event, names: self._overlays.use_key(event, names, self.state),
            covered=lambda: self._overlays.open is not None,
            in_vain=lambda action: self._notices.tell_in_vain(
                action.id, self.deck, self.state, audience=self._covered()
            ),
        )
        self._forget = QTimer(self, interval=FORGET_MS, singleShot=True)
        self._forget.timeout.connect(lambda: self.dispatch(ForgetEscape()))
        self._drop = QTimer(self, interval=FORGET_MS, singleShot=True)
        self._drop.timeout.connect(lambda: self.dispatch(ForgetTyped()))
        self._notices = Notices(self.show_state, self)
        self._save = QTimer(self, interval=SAVE_MS, singleShot=True)
        self._save.timeout.connect(self.save)
        self._wish = Wish(ask_still, self._hear_still, self) if ask_still else None
        self._memory.restore(self._window)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_changed)
            app.screenRemoved.connect(self._screens_changed)
            app.commitDataRequest.connect(self.save)
            app.styleHints().colorSchemeChanged.connect(self._follow_theme)

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

    @property
    def lens(self) -> QWidget:
        """The button over the map."""
        return self._scenes.lens

    @cached_property
    def hall(self) -> Hall:
        """What an audience sees; made when the first talk begins."""
        from explainer.views.hall import Hall  # the first paint needs none of these

        return Hall(
            self.dispatch,
            on_resized=self.show_state,
            on_close=lambda: self.dispatch(EndTalk()),
            on_ground=self._click_ground,
        )

    @cached_property
    def tasks(self) -> Tasks:
        """What touches the world."""
        from explainer.views.tasks import Tasks  # as `hall`

        return Tasks(self)

    def overlay(self) -> Overlay:
        """Return the place for dialogs where the speaker looks: the hall where it covers all."""
        shown = self._overlays.over(self.hall if self._covered() else self._window)
        self._overlays.wear(self.state, self._window)
        return shown

    def dispatch(self, order: Order) -> None:
        """Do what is asked for: change the state, or carry out a task."""
        if not isinstance(order, Hover | ForgetEscape | ForgetTyped):
            self._notices.clear()
        match order:
            case Run(task):
                self.store.dispatch(ForgetTyped())
                self.tasks.run(task)
            case Press():
                return
            case _:
                before = self.state
                self.store.dispatch(order)
                if isinstance(order, Escape) and self.state == before and before.mode == "explore":
                    self._leave_full_screen()
                if isinstance(order, Confirm) and before.typed:
                    self._notices.tell_of_number(self.deck, before, self.state)

    def leads(self, visit: Visit) -> bool:
        """Return whether `visit` leads to another place."""
        return self.store.leads(visit)

    def notify(self, key: str, **values: object) -> None:
        """Say for a moment what was done, or why nothing was; the words are given by key."""
        self._notices.tell(key, values)

    def show_deck(self, deck: Deck, place: Path) -> None:
        """Show another deck, which was read in `place`, where it was left."""
        self.save()
        self.place = place
        self._unsubscribe()
        state = self._memory.state_for(deck, self.state)
        self._scenes.forget()
        self.store = Store(deck, state)
        self._unsubscribe = self.store.subscribe(self._changed)
        self.show_state()

    def toggle_full_screen(self) -> None:
        """Cover the whole screen with the window, or no longer."""
        state = self._window.windowState() ^ Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state)

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
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):  # it outlives this session
            app.screenAdded.disconnect(self._screens_changed)
            app.screenRemoved.disconnect(self._screens_changed)
            app.commitDataRequest.disconnect(self.save)
            app.styleHints().colorSchemeChanged.disconnect(self._follow_theme)
        self.keys.stop()
        self._forget.stop()
        self._drop.stop()
        self._notices.stop()
        self._save.stop()
        if self._wish is not None:
            self._wish.forget()
        self.save()
        if "tasks" in self.__dict__:
            self.tasks.end()
        self._unsubscribe()
        for window in self._windows():
            window.hide()
            window.deleteLater()

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an error that nobody expected, and tell the user; the app goes on."""
        log.error("unexpected", exc_info=(kind, error, trace))
        if self.overlay().top is None:
            reason = f"{kind.__name__}: {error}"
            self.tasks.tell("window.trouble.title", "window.trouble.text", reason=reason)

    def save(self) -> None:
        """Remember what the next start should find."""
        self._memory.save(self.deck, self.state, self._window)

    def _open_dropped(self, place: Path) -> None:
        if not self.state.presenting:
            self.tasks.open_deck(place)

    def _painted(self) -> None:
        if self._on_first_paint is not None:
            self._on_first_paint()
        QTimer.singleShot(0, self._warm_up)

    def _warm_up(self) -> None:
        """Do what could wait until something was seen."""
        # Not before: a filter that sees all objects makes PySide know all their classes, 40 ms.
        self.keys.listen()
        gc.enable()  # a start does without
        from PySide6.QtCore import QLocale  # as in `memory`

        # Numbers are written alike everywhere; the system's wish was heard by then.
        QLocale.setDefault(QLocale.c())
        self._window.setWindowIcon(app_icon("light"))
        self._warm = True
        dress_natives(self.state.theme, self.state.text_scale)
        self.show_state()
        if self._wish is not None and self._memory.follows_system("still"):
            self._wish.ask()

    def _hear_still(self, wish: bool) -> None:  # noqa: FBT001 - all that the answer says
        self._follow("still", wish, ToggleStill())

    def _follow_theme(self) -> None:
        """Turn light or dark with the system, until the user chooses."""
        self._follow("theme", system_theme(), ToggleTheme())

    def _follow_language(self) -> None:
        """Speak the language that the system has changed to, until the user chooses."""
        self._follow("language", system_language(), ToggleLanguage())

    def _follow(self, name: str, wish: object, toggle: Order) -> None:
        """Do as the system wishes, unless the user was faster."""
        if self._memory.follows_system(name) and getattr(self.state, name) != wish:
            self._memory.expect(name)
            self.dispatch(toggle)

    # --- what is seen

    def show_state(self, *, way: Way = "cut") -> None:
        """Hand every view the picture of the state as it is; `way` says how they come to it."""
        state = self.state
        self._name_windows()
        self._window.arrange(
            story=state.mode == "story", panel=state.panel, text_scale=state.text_scale
        )
        self._window.wear(state.theme)
        self._overlays.wear(state, self._window)
        if state.presenting:
            self._scenes.show_hall(self.deck, state, self.hall, self._note(), way=way)
        if not self._covered():
            areas = self._window.areas()
            self._scenes.show(
                self.deck,
                state,
                areas,
                charts=self._warm,
                lost=self._lost(),
                notice=self._notices.words(state.language),
                way=way,
            )

    def _name_windows(self) -> None:
        """Give each window the deck's name and what it is for."""
        language = self.state.language
        deck = self.deck.title.plain(language)
        self._window.setWindowTitle(title_text(say("window.title", language, deck=deck)))
        if self.state.presenting:
            self.hall.setWindowTitle(title_text(say("window.hall.title", language, deck=deck)))

    def _changed(self, old: State, new: State) -> None:
        if new.presenting and not old.presenting:
            # A task switcher may ask for the name only once.
            self._name_windows()
            self.hall.begin(self._window, self._screen)
        if old.presenting and not new.presenting:
            self.hall.end()
            self._window.activateWindow()
        if new.presenting and new.step != old.step:
            self.hall.forget_focus()
        looks = (new.theme, new.text_scale) != (old.theme, old.text_scale)
        if looks and self._warm:
            dress_natives(new.theme, new.text_scale)
        if new.leaving != old.leaving:
            self._forget.start() if new.leaving else self._forget.stop()
        if new.typed != old.typed:
            self._drop.start() if new.typed else self._drop.stop()
        self.show_state(way=self._way(old, new))
        if self._memory.note(old, new) and not self._save.isActive():
            self._save.start()

    def _way(self, old: State, new: State) -> Way:
        """Return how the new state is come to; nothing moves before the first paint."""
        if not self._warm:
            return "cut"
        from explainer.motion import way  # a start needs none of it

        return way(self.deck, old, new)

    def _note(self) -> str:
        """Return what the hall's foot tells the speaker."""
        state = self.state
        if state.leaving:
            return say("window.hall.end", state.language)
        if not self._covered():
            return ""
        if state.typed:
            return say("window.go-to", state.language, typed=state.typed)
        return self._notices.words(state.language) if self._notices.for_hall else ""

    def _covered(self) -> bool:
        """Return whether the speaker sees the hall's screen and no other."""
        if not self.state.presenting or self.hall.is_lost:
            return False
        return self.hall.screen() is self._window.screen()

    def _lost(self) -> bool:
        """Return whether a talk is on whose screen is gone."""
        return self.state.presenting and self.hall.is_lost

    def _windows(self) -> tuple[QWidget, ...]:
        """Return the windows that were made."""
        return (self._window, self.hall) if "hall" in self.__dict__ else (self._window,)

    def _is_ours(self, window: QWidget) -> bool:
        return window in self._windows()

    def _leave_full_screen(self) -> None:
        if self._window.isFullScreen() and not self.state.presenting:
            self.toggle_full_screen()

    def _may_close(self) -> bool:
        """Save and go; in a talk, ask first, but not a system that is shutting down."""
        app = QGuiApplication.instance()
        ends = isinstance(app, QGuiApplication) and app.isSavingSession()
        if self.state.presenting and not ends:
            self.tasks.run("quit")
            return False
        self.save()
        return True

    def _click_ground(self) -> None:
        """Step on in the hall, if the user wishes so; from a look elsewhere, return in any case."""
        self.dispatch(NextStep() if self.state.click_steps else ReturnToStep())

    def _screens_changed(self) -> None:
        if not self.state.presenting:
            return
        lost = self.hall.is_lost
        self.hall.find_screen(self._window)
        if not self._covered():
            # The speaker sees its dialogs no longer, and the audience should not.
            self._overlays.close((self.hall,))
        if self.hall.is_lost:
            self._window.activateWindow()
        if self.hall.is_lost != lost:
            key = "window.hall.gone" if self.hall.is_lost else "window.hall.back"
            self._notices.tell(key, {}, for_hall=False)
        self.show_state()
