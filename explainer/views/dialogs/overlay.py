"""The dialogs of one window: a veil over everything, and the topmost dialog in its frame."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from math import ceil
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from explainer.intents import Order, Press
from explainer.picture import enlarged
from explainer.schema import Language
from explainer.state import ThemeName
from explainer.views.dialogs.check import DeckCheck
from explainer.views.dialogs.page import Dialog, fitting, framed, inner_width
from explainer.views.dialogs.spread import Spread
from explainer.views.dialogs.telling import Help
from explainer.views.sheet import Sheet
from explainer.views.style import SCROLL_BAR, style_sheet
from explainer.views.text import QtRuler

_LEAVE_HELP = frozenset(("?", "Shift+?", "F1", "Backspace"))
_CONFIRM = frozenset(("Return", "Enter", "Num+Enter"))
_LINE = 48.0
"""px that an arrow key scrolls."""
_PAGE = 0.9
"""Of what is seen: so much a key for a page scrolls."""
_ENDS = ("Home", "End")
_SIDEWAYS: Mapping[str, Literal[-1, 1]] = {"Left": -1, "Right": 1}
_SCROLLS: Mapping[str, tuple[float, float]] = {
    "Up": (-_LINE, 0.0),
    "Down": (_LINE, 0.0),
    "PgUp": (0.0, -_PAGE),
    "PgDown": (0.0, _PAGE),
    "Shift+Space": (0.0, -_PAGE),
    "Space": (0.0, _PAGE),
}
"""How far a key scrolls: px, and shares of what is seen."""


class Overlay(QWidget):
    """Shows the topmost of its dialogs over all of `window`; hidden while there is none.

    A spread is a dialog that fills the window with widgets of its own. What stands below hears
    neither pointer nor keys.
    """

    def __init__(self, window: QWidget, on_change: Callable[[], None] = lambda: None) -> None:
        super().__init__(window)
        self._window = window
        self._dialogs: list[Dialog | Spread] = []
        self._on_change = on_change
        self._language: Language = "en"
        self._theme: ThemeName = "light"
        self._scale = 1.0
        self._below: list[QWidget] = []
        self._focus_before: QWidget | None = None
        self._primary = ""
        self._sight: tuple[float, float] | None = None
        self._frame = Sheet(self._hear, parent=self)
        self._body = Sheet(self._hear, grows=True)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._body)
        self._area.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        window.installEventFilter(self)
        self.hide()

    @property
    def top(self) -> Dialog | Spread | None:
        """The dialog that is seen."""
        return self._dialogs[-1] if self._dialogs else None

    def shows(self, dialog: Dialog | Spread) -> bool:
        """Tell whether `dialog` is open, on top or below others."""
        return dialog in self._dialogs

    def open(self, dialog: Dialog | Spread) -> None:
        """Show `dialog` on top of those that are open."""
        if not self._dialogs:
            self._cover()
        self._dialogs.append(dialog)
        if isinstance(dialog, Spread):
            self.setGeometry(self._window.rect())
            dialog.setParent(self)
            dialog.setGeometry(self.rect())
            dialog.wear(self._language, self._theme, self._scale)
        self.refresh()
        self._area.verticalScrollBar().setValue(0)
        self._take_focus()
        self._on_change()

    def close_dialog(self, dialog: Dialog | Spread) -> None:
        """Close `dialog` wherever it stands; nothing happens where it is not open."""
        if dialog not in self._dialogs:
            return
        self._dialogs.remove(dialog)
        if isinstance(dialog, Spread):
            dialog.end()
            dialog.hide()
            dialog.deleteLater()
        if self._dialogs:
            self.refresh()
            self._take_focus()
        else:
            self._uncover()
        self._on_change()

    def close_all(self) -> None:
        """Close everything: nobody sees the window any more."""
        while self._dialogs:
            self.close_dialog(self._dialogs[-1])

    def escape(self) -> None:
        """Close the topmost dialog, if it may be closed."""
        top = self.top
        if isinstance(top, Spread) or (top is not None and top.may_close()):
            self.close_dialog(top)

    def use_key(self, names: Collection[str], *, held: bool) -> bool:
        """Tell whether the key of these names is used up here; the others go on to the widgets."""
        if isinstance(self.top, Spread) and "Esc" not in names:
            return self.top.use_key(names)
        moved = self._move(names) or self._enter_row(names)
        if moved or held:
            return moved
        if "Esc" in names or (isinstance(self.top, Help) and not _LEAVE_HELP.isdisjoint(names)):
            self.escape()
            return True
        if not _CONFIRM.isdisjoint(names):
            self.confirm()
            return True
        return False

    def _move(self, names: Collection[str]) -> bool:
        """Show another part of the dialog by the key of these names; tell whether it is for that.

        Another message of a check, the keys of another mode, or what lies above or below.
        """
        if isinstance(self.top, DeckCheck) and self.top.walk(names):
            self.refresh()
            return True
        if isinstance(self.top, Help) and (control := self.top.pressed_by(names)):
            self._hear(Press(control))
            return True
        return self._scroll(names)

    def _enter_row(self, names: Collection[str]) -> bool:
        """Let an arrow choose in the first row of choices while nothing has the keyboard yet."""
        steps = next((_SIDEWAYS[it] for it in names if it in _SIDEWAYS), None)
        if steps is None or self._frame.is_at_a_stop or self._body.is_at_a_stop:
            return False
        return self._body.enter_row(steps)

    def _scroll(self, names: Collection[str]) -> bool:
        """Scroll the body by the key of these names, wherever the focus is."""
        bar = self._area.verticalScrollBar()
        name = next((it for it in names if it in _SCROLLS or it in _ENDS), "")
        if not name or bar.maximum() == 0:
            return False
        if name in _ENDS:
            bar.setValue(bar.maximum() if name == "End" else 0)
        else:
            px, share = _SCROLLS[name]
            bar.setValue(bar.value() + round(px * self._scale + share * self._area.height()))
        return True

    def confirm(self) -> None:
        """Press the topmost dialog's primary button, if it has one."""
        if self._primary:
            self._hear(Press(self._primary))

    def wear(self, language: Language, theme: ThemeName, text_scale: float = 1.0) -> None:
        """Take language, colours and the size of words."""
        looks = (language, theme, text_scale)
        if looks != (self._language, self._theme, self._scale):
            self._language, self._theme, self._scale = looks
            for dialog in self._dialogs:
                if isinstance(dialog, Spread):
                    dialog.wear(language, theme, text_scale)
            self.refresh()

    def refresh(self) -> None:
        """Show the topmost dialog as it is now."""
        top = self.top
        if top is None:
            return
        window = self._window
        scale = fitting(self._scale, window.width(), window.height())
        width, height = window.width() / scale, window.height() / scale
        self.setGeometry(window.rect())
        for dialog in self._dialogs:
            if isinstance(dialog, Spread):
                dialog.setGeometry(self.rect())
                # What stands under a message is seen through its veil.
                dialog.setEnabled(dialog is top)
                dialog.show()
        self._frame.setVisible(not isinstance(top, Spread))
        self._area.setVisible(not isinstance(top, Spread))
        if isinstance(top, Spread):
            self._primary = ""
            top.raise_()
            return
        self._frame.raise_()
        self._area.raise_()
        ruler = QtRuler()
        page = top.page(self._language, inner_width(top.width, width), ruler)
        shown = framed(page, width, height, self._language, ruler)
        self._primary = page.primary
        self._frame.setGeometry(self.rect())
        self._frame.show_picture(enlarged(shown.picture, scale), self._theme)
        place = shown.body
        # The scroll bar stands in the frame's padding.
        self._area.setGeometry(
            QRect(
                round(place.x * scale),
                round(place.y * scale),
                ceil(place.width * scale) + SCROLL_BAR + 8,
                ceil(place.height * scale),
            )
        )
        self._area.setStyleSheet(style_sheet(self._theme))
        self._body.show_picture(enlarged(shown.content, scale), self._theme)
        if shown.sight is not None and shown.sight != self._sight:
            self._bring_into_sight(shown.sight[0] * scale, shown.sight[1] * scale)
        self._sight = shown.sight

    def _bring_into_sight(self, top: float, foot: float) -> None:
        """Scroll so that the body's part from `top` to `foot` px is seen."""
        bar = self._area.verticalScrollBar()
        # The bar learns of a new height only with the next layout.
        bar.setRange(0, max(0, self._body.minimumHeight() - self._area.height()))
        bar.setValue(round(min(max(bar.value(), foot - self._area.height()), top)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.refresh()
        # Not when it is only put into the dock.
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.close_all()
        return False

    def _hear(self, order: Order) -> None:
        top = self.top
        if isinstance(order, Press) and top is not None and not isinstance(top, Spread):
            top.press(order.control)
            self.refresh()
            if isinstance(top, Help):
                self._area.verticalScrollBar().setValue(0)

    def _take_focus(self) -> None:
        if isinstance(self.top, Spread):
            self.top.begin()
        else:
            self._area.setFocus()

    def _cover(self) -> None:
        window = self._window
        self._focus_before = window.focusWidget()
        # Windows of their own, as a menu or a file dialog, may be gone when this closes.
        self._below = [
            child
            for child in window.children()
            if isinstance(child, QWidget)
            and child is not self
            and not child.isWindow()
            and child.isEnabled()
        ]
        for child in self._below:
            child.setEnabled(False)
        self.raise_()
        self.show()

    def _uncover(self) -> None:
        self.hide()
        for child in self._below:
            child.setEnabled(True)
        if self._focus_before is not None:
            self._focus_before.setFocus()
        self._below, self._focus_before = [], None
