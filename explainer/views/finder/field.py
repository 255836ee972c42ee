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
    """Takes words; where `sideways` is set, the keys Left and Right are left to the page."""

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
            self._sideways
            and event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _SIDEWAYS
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            == Qt.KeyboardModifier.NoModifier
        ):
            event.ignore()
            return True
        return super().event(event)
