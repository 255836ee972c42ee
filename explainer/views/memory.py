"""What is remembered between starts, and the state and window that come back from it."""

from __future__ import annotations

import logging
from base64 import b64decode, b64encode
from collections.abc import Collection, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

from explainer.deck import Deck
from explainer.schema import Language, StepId
from explainer.settings import Settings, load_settings, save_settings
from explainer.state import State, ThemeName
from explainer.story import steps
from explainer.strings import say
from explainer.update import first_state
from explainer.views.window import FIRST_SIZE, Window

_GRASP = QSize(120, 24)
"""px of a window that must be on a screen."""
FRAME = (2, 40)
"""px that a window's borders and its title bar take of a screen; Qt knows them only once shown."""
log = logging.getLogger(__name__)


CHOICES = ("language", "theme", "hall_theme", "text_scale", "still", "panel", "click_steps")
"""Parts of the state that are remembered once the user has changed them."""


class Memory:
    """Remembers what the user changes, as it is to be found the next time.

    What nobody chose is not remembered: language, theme and stillness then stay as the system has
    them, also while the program runs. `fixed` are the parts that the command line has settled for
    this run; they follow the system as little as what was chosen.
    """

    def __init__(self, settings: Settings, fixed: Collection[str] = ()) -> None:
        self._settings = settings
        self._fixed = frozenset(fixed)
        self._chosen: set[str] = set()
        self._unsaved: set[str] = set()
        self._system: set[str] = set()
        self._place, self._panel_width = settings.window, settings.panel_width
        self._warned = ""

    def follows_system(self, name: str) -> bool:
        """Return whether the part of the state called `name` is what the system wishes."""
        settled = name in self._fixed or name in self._chosen
        return not settled and getattr(self._settings, name) is None

    def expect(self, name: str) -> None:
        """Take the next change of `name` for the system's and not for the user's."""
        self._system.add(name)

    def note(self, old: State, new: State) -> bool:
        """Note what has changed; return whether there is something to save."""
        for name in CHOICES:
            if getattr(old, name) == getattr(new, name):
                continue
            if name in self._system:
                self._system.discard(name)
            else:
                self._chosen.add(name)
                self._unsaved.add(name)
        if old.step != new.step:
            self._unsaved.add("steps")
        return bool(self._unsaved)

    def save(self, deck: Deck, state: State, window: Window) -> None:
        """Remember what was changed since the last time, and the window's place."""
        place = b64encode(window.saveGeometry().data()).decode("ascii")
        if place != self._place:
            self._unsaved.add("window")
        if window.panel_width != self._panel_width:
            self._unsaved.add("panel_width")
        if not self._unsaved:
            return
        now = Settings(
            **{name: getattr(state, name) for name in CHOICES},
            steps={deck.id: state.step},
            window=place,
            panel_width=window.panel_width,
        )
        trouble = save_settings(now, state.language, names=self._unsaved)
        if trouble and trouble != self._warned:  # a full disk is told once, not at every step
            log.warning(trouble)
        self._warned = trouble
        self._place, self._panel_width = place, window.panel_width
        if not trouble:
            self._unsaved.clear()

    def restore(self, window: Window) -> None:
        """Give `window` the place it had, or its first one where that lies on no screen."""
        window.panel_width = self._settings.panel_width
        room = window.screen().availableGeometry()
        across, down = room.width() - FRAME[0], room.height() - FRAME[1]
        first = (min(FIRST_SIZE[0], across), min(FIRST_SIZE[1], down))
        if not self._settings.window:
            window.resize(*first)
            return
        restored = window.restoreGeometry(QByteArray(b64decode(self._settings.window)))
        rooms = [it.availableGeometry() for it in QGuiApplication.screens()]
        if not restored or not can_be_grasped(window.geometry(), rooms):
            log.warning(say("settings.misplaced", self._settings.language or "en"))
            window.setWindowState(Qt.WindowState.WindowNoState)
            # A geometry is what lies inside the frame, whose title bar must be seen, too.
            corner = room.topLeft() + QPoint(FRAME[0] // 2, FRAME[1])
            window.setGeometry(QRect(corner, QSize(*first)))

    def state_for(self, deck: Deck, state: State) -> State:
        """Return where `deck` was left, with the looks of `state`."""
        # Another window may have left it elsewhere since this one began.
        steps = {**self._settings.steps, **load_settings(state.language)[0].steps}
        settings = replace(self._settings, steps=steps)
        opened = opening_state(deck, settings, language=state.language, theme=state.theme)
        return replace(
            opened,
            hall_theme=state.hall_theme,
            panel=state.panel,
            text_scale=state.text_scale,
            still=state.still,
            click_steps=state.click_steps,
        )


def can_be_grasped(window: QRect, screens: Sequence[QRect]) -> bool:
    """Tell whether enough of the head of `window` is seen on one of `screens` to draw it along.

    A window that is larger than all of them together was never there.
    """
    head = QRect(window.x(), window.y(), window.width(), _GRASP.height())
    seen = (head & screen for screen in screens)
    desk = QRect()
    for screen in screens:
        desk = desk.united(screen)
    fits = window.width() <= 2 * desk.width() and window.height() <= 2 * desk.height()
    return fits and any(
        it.width() >= _GRASP.width() and it.height() >= _GRASP.height() for it in seen
    )


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
    return replace(
        state,
        step=step,
        hall_theme=settings.hall_theme,
        panel=settings.panel,
        text_scale=settings.text_scale,
        still=bool(settings.still),
        click_steps=settings.click_steps,
    )


def system_language() -> Language:
    """Return Chinese where the system's interface is Chinese, else English."""
    from PySide6.QtCore import QLocale  # its many names cost 20 ms, and only the first start asks

    chinese = QLocale.system().uiLanguages()[:1]
    return "zh" if any(name.startswith("zh") for name in chinese) else "en"


def system_theme() -> ThemeName:
    """Return dark where the system is, else light."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"
