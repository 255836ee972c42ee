"""Keys of all windows as the names that the table of actions knows, and what they ask for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from explainer.actions import ACTIONS, Action, action_for, comes_first
from explainer.intents import GoBack, GoForward, Order, Run
from explainer.state import State
from explainer.views.tab_key import TAB_KEY

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
    "darwin": ("00asdfhgzxcv 11bqweryt 31ou 34ip 37lj 40k 45nm"),
}
"""The same for runs of letters, each with the number of its first place."""
_CLICKER = "."
"""What stands on the key that a clicker's blank button presses."""
_CONFIRM = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_TAB = frozenset((Qt.Key.Key_Tab, Qt.Key.Key_Backtab))
_PRESSES = frozenset((QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick))
_BUTTONS: Mapping[Qt.MouseButton, Order] = {
    Qt.MouseButton.BackButton: GoBack(),
    Qt.MouseButton.ForwardButton: GoForward(),
}
"""What the buttons at the side of a mouse ask for, as in a browser."""
_NAMED = {action.story: action for action in ACTIONS if action.id in ("go-back", "go-forward")}


def key_names(event: QKeyEvent) -> Iterator[str]:
    """Yield the names of the pressed key in portable text, the one that counts most first.

    First the clicker's full stop by its place; then what the user's layout says; then what stands
    there on the US layout: a digit, also with Ctrl, or a letter where the layout's is not Latin.
    So a sign that means something counts as that sign, wherever a layout has it.
    """
    system = sys.platform if sys.platform in _SIGNS else "x11"
    place = event.nativeVirtualKey() if system == "darwin" else event.nativeScanCode()
    modifiers = event.modifiers()
    sign = _SIGNS[system].get(place, "") if place else ""
    plain = modifiers == Qt.KeyboardModifier.NoModifier
    if plain and sign == _CLICKER:
        yield sign
    if event.key() not in (0, Qt.Key.Key_unknown):
        yield _portable(event.key(), modifiers)
    if sign.isdigit() and (plain or modifiers == Qt.KeyboardModifier.ControlModifier):
        yield _portable(ord(sign), modifiers)
    letter = _letters(system).get(place)
    if letter is not None and not event.text().isascii():
        yield _portable(ord(letter.upper()), event.modifiers())


class Keys(QObject):
    """Hears every key before any widget does; those with a meaning become orders.

    `in_vain` hears of an action that has changed nothing.

    Keys go on to a hit that has the focus where they press it, and everywhere else where they mean
    nothing. `overlaid` is asked first: it says whether it used up the key of that name. The mouse's
    buttons for back and forward are heard too, unless a dialog is open (`covered`).
    """

    def __init__(  # noqa: PLR0913 - whom it asks, and whom it tells
        self,
        state: Callable[[], State],
        dispatch: Callable[[Order], None],
        *,
        ours: Callable[[QWidget], bool],
        overlaid: Callable[[QKeyEvent, tuple[str, ...]], bool | None],
        covered: Callable[[], bool] = lambda: False,
        in_vain: Callable[[Action], None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._state = state
        self._dispatch = dispatch
        self._ours = ours
        self._overlaid = overlaid
        self._covered = covered
        self._in_vain = in_vain

    def listen(self) -> None:
        """Begin."""
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)
            TAB_KEY.pressed = False

    def stop(self) -> None:
        """End."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            TAB_KEY.pressed = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            TAB_KEY.pressed = event.key() in _TAB
            return isinstance(watched, QWidget) and self._hear_key(watched, event)
        if kind in _PRESSES and isinstance(event, QMouseEvent):
            TAB_KEY.pressed = False
            return isinstance(watched, QWidget) and self._hear_button(watched, event)
        return False

    def _hear_key(self, watched: QWidget, event: QKeyEvent) -> bool:
        if watched.windowType() == Qt.WindowType.Popup:
            return self._closes_menus(event)
        if not self._ours(watched.window()):
            return False
        # "Enter goes there" stands in the window while a number is begun.
        goes_there = event.key() in _CONFIRM and self._state().typed and not self._covered()
        if not goes_there and _pressed_itself(watched, event):
            return False
        return self._use(event)

    def _hear_button(self, watched: QWidget, event: QMouseEvent) -> bool:
        order = _BUTTONS.get(event.button())
        if order is None or not self._ours(watched.window()):
            return False
        # Under a dialog nothing moves.
        if not self._covered():
            self._do(_NAMED[order], order)
        return True

    def _do(self, action: Action, order: Order) -> None:
        """Do what is asked for; where that changes nothing, let it be said."""
        before = self._state()
        self._dispatch(order)
        if self._state() is before and not isinstance(order, Run):
            self._in_vain(action)

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
        used = self._overlaid(event, (*names, *(it.replace("Num+", "") for it in names)))
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
                self._do(action, order)
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
