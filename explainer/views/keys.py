"""Keys of all windows as the names that the table of actions knows, and what they ask for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from explainer.actions import action_for, comes_first
from explainer.intents import Order
from explainer.state import State

_SIGNS: Mapping[str, Mapping[int, str]] = {
    "x11": {60: ".", **{9 + digit: str(digit) for digit in range(1, 10)}, 19: "0"},
    "win32": {0x34: ".", **{1 + digit: str(digit) for digit in range(1, 10)}, 0x0B: "0"},
    "darwin": {
        0x2F: ".",
        **dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), "1234567890", strict=True)),
    },
}
"""What stands on a key of the US layout, by the key's place: what a clicker presses."""
_LETTERS: Mapping[str, str] = {
    "x11": "24qwertyuiop 38asdfghjkl 52zxcvbnm",
    "win32": "16qwertyuiop 30asdfghjkl 44zxcvbnm",
}
"""The same for rows of letters, each with the number of its first place."""


def key_names(event: QKeyEvent) -> Iterator[str]:
    """Yield the names of the pressed key in portable text, the one that counts most first.

    First what stands there on the US layout, for digits and the clicker's full stop; then what
    the user's layout says; at last the US letter, where the layout's own is not Latin.
    """
    system = sys.platform if sys.platform in _SIGNS else "x11"
    place = event.nativeVirtualKey() if system == "darwin" else event.nativeScanCode()
    plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    if plain and place and (sign := _SIGNS[system].get(place)):
        yield sign
    if event.key() not in (0, Qt.Key.Key_unknown):
        yield _portable(event.key(), event.modifiers())
    letter = _letters(system).get(place)
    if letter is not None and not event.text().isascii():
        yield _portable(ord(letter.upper()), event.modifiers())


class Keys(QObject):
    """Hears every key before any widget does; those with a meaning become orders.

    Keys go on to a hit that has the focus where they press it, and everywhere else where they mean
    nothing. `overlaid` is asked first: it says whether it used up the key of that name.
    """

    def __init__(
        self,
        state: Callable[[], State],
        dispatch: Callable[[Order], None],
        *,
        ours: Callable[[QWidget], bool],
        overlaid: Callable[[QKeyEvent, tuple[str, ...]], bool | None],
    ) -> None:
        super().__init__()
        self._state = state
        self._dispatch = dispatch
        self._ours = ours
        self._overlaid = overlaid

    def listen(self) -> None:
        """Begin."""
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def stop(self) -> None:
        """End."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        if not (isinstance(event, QKeyEvent) and isinstance(watched, QWidget)):
            return False
        if watched.windowType() == Qt.WindowType.Popup:
            return self._closes_menus(event)
        if not self._ours(watched.window()) or _pressed_itself(watched, event):
            return False
        return self._use(event)

    def _closes_menus(self, event: QKeyEvent) -> bool:
        """In a talk, let a key that steps do so although a menu is open; tell whether it does."""
        if not comes_first(key_names(event), self._state(), typing=False):
            return False
        if not event.isAutoRepeat():
            # A submenu closes alone.
            while (popup := QApplication.activePopupWidget()) is not None and popup.close():
                pass
            self._use(event)
        return True

    def _use(self, event: QKeyEvent) -> bool:
        """Do what the key asks for; tell whether it asks for anything."""
        names = tuple(key_names(event))
        used = self._overlaid(event, names)
        if used is not None:
            return used
        state = self._state()
        for name in names:
            action = action_for(name, state)
            order = action.order_in(state) if action else None
            if action is None or order is None:
                continue
            # A key that is held down must not run through the story.
            if action.auto_repeats or not event.isAutoRepeat():
                self._dispatch(order)
            return True
        return False


def _pressed_itself(watched: QWidget, event: QKeyEvent) -> bool:
    """Tell whether the widget with the focus wants this key for itself, as Qt asks before keys."""
    focus = QApplication.focusWidget() or watched
    asked = QKeyEvent(
        QEvent.Type.ShortcutOverride,
        event.key(),
        event.modifiers(),
        event.text(),
        event.isAutoRepeat(),
    )
    asked.ignore()
    QCoreApplication.sendEvent(focus, asked)
    return asked.isAccepted()


def _portable(key: int, modifiers: Qt.KeyboardModifier) -> str:
    from PySide6.QtGui import QKeySequence  # its many names would cost the start 5 ms

    # As one number: a layout's own letters are no members of `Qt.Key`.
    return QKeySequence(key | modifiers.value).toString(QKeySequence.SequenceFormat.PortableText)


def _letters(system: str) -> dict[int, str]:
    rows = _LETTERS.get(system, "").split()
    return {int(row[:2]) + at: letter for row in rows for at, letter in enumerate(row[2:])}
