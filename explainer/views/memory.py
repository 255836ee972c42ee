"""What is remembered between starts, and the state and window that come back from it."""

from __future__ import annotations

import logging
from base64 import b64decode, b64encode
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

from explainer.deck import Deck
from explainer.schema import Language, StepId
from explainer.settings import Settings, save_settings
from explainer.state import State, ThemeName
from explainer.story import steps
from explainer.strings import say
from explainer.update import first_state
from explainer.views.window import FIRST_SIZE, Window

_GRASP = QSize(120, 24)
"""px of a window that must be on a screen."""
log = logging.getLogger(__name__)


class Memory:
    """Holds the settings as they are to be found the next time."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._heard = False

    @property
    def still_is_chosen(self) -> bool:
        """Whether the user ever said if things may move; else the system's wish counts."""
        return self._settings.still is not None

    def hear_still(self, wish: bool) -> None:  # noqa: FBT001 - it is all that is said
        """Note what the system wishes: a state that is alike was chosen by nobody."""
        self._heard = wish

    def save(self, deck: Deck, state: State, window: Window) -> None:
        """Remember where `deck` is left, the looks, and the window's place."""
        self._settings = Settings(
            language=state.language,
            theme=state.theme,
            hall_theme=state.hall_theme,
            text_scale=state.text_scale,
            still=state.still if self._chosen(state) else None,
            steps={**self._settings.steps, deck.id: state.step},
            window=b64encode(window.saveGeometry().data()).decode("ascii"),
            panel_width=window.panel_width,
            panel=state.panel,
        )
        if trouble := save_settings(self._settings, state.language):
            log.warning(trouble)

    def _chosen(self, state: State) -> bool:
        return self.still_is_chosen or state.still != self._heard

    def restore(self, window: Window) -> None:
        """Give `window` the place it had, or its first one where that lies on no screen."""
        window.panel_width = self._settings.panel_width
        room = window.screen().availableGeometry()
        first = (min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))
        if not self._settings.window:
            window.resize(*first)
            return
        restored = window.restoreGeometry(QByteArray(b64decode(self._settings.window)))
        rooms = [it.availableGeometry() for it in QGuiApplication.screens()]
        if not restored or not can_be_grasped(window.geometry(), rooms):
            log.warning(say("settings.misplaced", self._settings.language or "en"))
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.setGeometry(QRect(room.topLeft(), QSize(*first)))

    def state_for(self, deck: Deck, state: State) -> State:
        """Return where `deck` was left, with the looks of `state`."""
        opened = opening_state(deck, self._settings, language=state.language, theme=state.theme)
        return replace(
            opened,
            hall_theme=state.hall_theme,
            panel=state.panel,
            text_scale=state.text_scale,
            still=state.still,
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
