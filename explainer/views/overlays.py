"""The dialogs of all windows: where one is open, and which keys it gets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from explainer.actions import comes_first
from explainer.state import State

if TYPE_CHECKING:
    from explainer.views.dialogs import Overlay


class Overlays:
    """Holds the place for dialogs of each window that ever had one."""

    def __init__(self) -> None:
        self._by_window: dict[QWidget, Overlay] = {}

    def over(self, window: QWidget) -> Overlay:
        """Return the place for dialogs over `window`; a new one is not dressed yet."""
        from explainer.views.dialogs import Overlay  # the first paint needs none

        if window not in self._by_window:
            self._by_window[window] = Overlay(window)
        return self._by_window[window]

    def wear(self, state: State, main: QWidget) -> None:
        """Take language, size of words and colours: the window's over `main`, else the hall's."""
        for window, overlay in self._by_window.items():
            theme = state.theme if window is main else state.hall_theme
            overlay.wear(state.language, theme, state.text_scale)

    @property
    def open(self) -> Overlay | None:
        """Where a dialog is open, if one is."""
        return next((it for it in self._by_window.values() if it.top is not None), None)

    def close(self, windows: Iterable[QWidget] | None = None) -> None:
        """Close all dialogs over `windows`, None: over all."""
        for window in self._by_window if windows is None else windows:
            if window in self._by_window:
                self._by_window[window].close_all()

    def use_key(self, event: QKeyEvent, names: tuple[str, ...], state: State) -> bool | None:
        """Let an open dialog use a key of these names: None where the key goes its own way.

        In a talk steps come first: they close what is open.
        """
        overlay = self.open
        if overlay is None:
            return None
        from explainer.views.dialogs import Spread  # loaded already where one is open

        if not comes_first(names, state, typing=isinstance(overlay.top, Spread)):
            return overlay.use_key(names, held=event.isAutoRepeat())
        if event.isAutoRepeat():
            return True
        self.close()
        return None
