"""The field for words: a real one, so that input methods, copying and undoing work in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from explainer.state import ThemeName
from explainer.views.style import field_style

_SIDEWAYS = frozenset((Qt.Key.Key_Left, Qt.Key.Key_Right))
LONGEST = 80
"""Letters; more are a slip of the hand."""


class Field(QLineEdit):
    """Takes words; where `sideways` is set, the keys Left and Right are left to the page.

    So are Home and End where the cursor stands at that end already.
    """

    def __init__(self, parent: QWidget, *, size: float, sideways: bool = False) -> None:
        super().__init__(parent)
        self._size = size
        self._sideways = sideways
        self.setFrame(False)
        self.setMaxLength(LONGEST)
        # Qt's own menu speaks no Chinese here; the keys for all it offers work.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def wear(self, theme: ThemeName, scale: float, placeholder: str, name: str) -> None:
        """Take colours, the size of letters as a multiple of the usual one, and words."""
        style = field_style(theme, self._size * scale)
        if style != self.styleSheet():
            self.setStyleSheet(style)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._leaves(event)
        ):
            event.ignore()
            return True
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Tell whether a key is left to the page: the cursor could go nowhere by it."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            return key in (Qt.Key.Key_Home, Qt.Key.Key_End)
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        if key == Qt.Key.Key_Home:
            return self.cursorPosition() == 0 and not self.hasSelectedText()
        if key == Qt.Key.Key_End:
            return self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        return self._sideways and key in _SIDEWAYS
