"""Whether it was the Tab key that moved the focus: Qt gives the same reason where a widget goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent


class TabKey:
    """Remembers whether the last thing that was pressed is the Tab key.

    A widget that is hidden or disabled hands its focus on as if by Tab. What gets it so was chosen
    by nobody: Space must not press it.
    """

    pressed = True
    """Without anybody who watches the keys, Qt's reason counts."""

    def reason(self, event: QFocusEvent) -> Qt.FocusReason:
        """Return why the focus came, or went: by Tab only where that key was pressed."""
        reason = event.reason()
        by_tab = reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        return Qt.FocusReason.OtherFocusReason if by_tab and not self.pressed else reason


TAB_KEY = TabKey()
