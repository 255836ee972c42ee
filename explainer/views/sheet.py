"""A widget that shows a picture and turns clicks, hovering and keys into its orders."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from math import ceil
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from explainer.intents import Hover, Order, Run
from explainer.picture import Hit, Picture, TextLine
from explainer.state import ThemeName
from explainer.theme import number
from explainer.views.paint import paint
from explainer.views.stops import beside, row_of, tab_stops, tabbed
from explainer.views.style import ink_colour
from explainer.views.tab_key import TAB_KEY

if TYPE_CHECKING:
    from explainer.motion import Way
    from explainer.views.moving import Moving

log = logging.getLogger(__name__)

TINT = 0.06
"""Share of ink over what the pointer is on."""
RING_GAP = 2.0
"""px between a hit and its focus ring."""
_ACTIVATE = frozenset((Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter))
_TAB_REASONS = {
    Qt.FocusReason.TabFocusReason: 0,
    Qt.FocusReason.BacktabFocusReason: -1,
}
"""Which hit has the focus when it comes from before or from behind."""
_ARROWS: Mapping[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
"""How far each goes in a row of choices."""
_STAYS = frozenset((Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason))
"""Losing the focus for these is not for long."""


class Sheet(QWidget):
    """Paints the picture it is shown; `dispatch` hears what the user asks for.

    With `grows` it is at least as high as its picture, for use in a scroll area. With `moves` it
    can show the way from one picture to the next.
    """

    def __init__(
        self,
        dispatch: Callable[[Order], None],
        *,
        grows: bool = False,
        parent: QWidget | None = None,
        moves: bool = False,
    ) -> None:
        super().__init__(parent)
        self._dispatch = dispatch
        self._grows = grows
        self._picture = Picture(0, 0)
        self._theme: ThemeName = "light"
        self._pointed: Hit | None = None
        self._pressed: Hit | None = None
        self._focused: Hit | None = None
        self._previewed = ""
        self._being_shown = False
        self._moving: Moving | None = None
        if moves:
            from explainer.views.moving import Moving  # a start that shows no hall needs none

            self._moving = Moving(self)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._picture

    @property
    def moving(self) -> Moving | None:
        """The motion of this sheet, where it can show one."""
        return self._moving

    def show_picture(self, picture: Picture, theme: ThemeName, *, way: Way = "cut") -> None:
        """Show `picture`; nothing is repainted where it is the one that is shown already.

        `way` says how it is come to, where this sheet can show that.
        """
        if picture == self._picture and theme == self._theme:
            return
        self._being_shown = True
        if self._moving is not None:
            self._moving.show(self._picture, picture, theme, way)
        self._picture, self._theme = picture, theme
        self._pointed = _same(self._pointed, picture)
        self._set_focused(_same(self._focused, picture))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if picture.hits else Qt.FocusPolicy.NoFocus)
        if self._grows:
            self.setMinimumHeight(ceil(picture.height))
        self.update()
        self._being_shown = False

    def hit_at(self, point: QPointF) -> Hit | None:
        """Return the topmost hit at `point`."""
        for hit in reversed(self._picture.hits):
            if _frame(hit).contains(point):
                return hit
        return None

    def sizeHint(self) -> QSize:
        return QSize(ceil(self._picture.width), ceil(self._picture.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        # An exception that leaves this method ends the process.
        try:
            with QPainter(self) as painter:
                self._paint(painter, QRectF(event.rect()))
        except Exception:
            log.exception("a picture of %d shapes was not painted", len(self._picture.shapes))
            with QPainter(self) as painter:
                _paint_failure(painter, QRectF(self.rect()), self._theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._moving is not None:
            self._moving.finish()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_focused(None)
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = self.hit_at(event.position())
        event.setAccepted(self._pressed is not None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        pressed, self._pressed = self._pressed, None
        hit = self.hit_at(event.position())
        # The picture may have changed since: what it stands for decides.
        if pressed is not None and hit is not None and hit.order == pressed.order:
            self._send(hit.order)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what is pointed at."""
        hit = self._focused
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            hit = self.hit_at(QPointF(event.pos()))
        if hit is None or not hit.id:
            event.ignore()
            return
        self._preview(hit.id)
        self._send(Run("context"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.hit_at(event.position()))
        event.setAccepted(self._pressed is not None)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._name_what_has_no_words(event)
            return True
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (self._activates(event) or self._arrow_to(event) is not None)
        ):
            # The key belongs to the hit that has the focus, not to the app.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._focused is not None and self._activates(event):
            self._send(self._focused.order)
        elif (choice := self._arrow_to(event)) is not None:
            self._set_focused(choice)
            self._send(choice.order)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        reason = TAB_KEY.reason(event)
        if reason in _TAB_REASONS and self._picture.hits:
            self._set_focused(tab_stops(self._picture.hits)[_TAB_REASONS[reason]])
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _STAYS:
            self._set_focused(None)
        super().focusOutEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's signature
        stop = tabbed(self._focused, self._picture.hits, forward=next)
        if TAB_KEY.pressed and self.hasFocus() and stop is not None:
            self._set_focused(stop)
            return True
        return super().focusNextPrevChild(next)

    @property
    def is_at_a_stop(self) -> bool:
        """Whether one of what can be pressed has the keyboard."""
        return self._focused is not None

    def enter_row(self, steps: Literal[-1, 1]) -> bool:
        """Choose beside what is taken in the first row of choices; return whether there is one."""
        hits = self._picture.hits
        taken = next((it for it in tab_stops(hits) if row_of(it, hits)), None)
        choice = beside(taken, hits, steps) if taken is not None else None
        if choice is None:
            return False
        self.setFocus()
        self._set_focused(choice)
        self._send(choice.order)
        return True

    def _arrow_to(self, event: QKeyEvent) -> Hit | None:
        """Return the choice that an arrow key leads to from the one with the focus."""
        # A number, because a layout's own letters are no members of `Qt.Key`.
        steps = _ARROWS.get(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._focused is None or not steps or plain != Qt.KeyboardModifier.NoModifier:
            return None
        return beside(self._focused, self._picture.hits, steps)

    def _activates(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return (
            self._focused is not None
            and event.key() in _ACTIVATE
            and plain == Qt.KeyboardModifier.NoModifier
            and not event.isAutoRepeat()
        )

    def _name_what_has_no_words(self, event: QEvent) -> None:
        """Show the name of a button that is only a sign; words say it themselves."""
        # Nobody rests on a sign before the first paint.
        from PySide6.QtGui import QHelpEvent
        from PySide6.QtWidgets import QToolTip

        from explainer.views.literal import tooltip_text

        if not isinstance(event, QHelpEvent):
            return
        hit = self.hit_at(QPointF(event.pos()))
        if hit is None or _has_words(self._picture, hit):
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), tooltip_text(hit.name), self, _frame(hit).toRect())

    def _send(self, order: Order) -> None:
        if not self._being_shown:
            self._dispatch(order)

    def _point_at(self, hit: Hit | None) -> None:
        if hit is not self._pointed:
            self._pointed = hit
            if hit is None:
                self.unsetCursor()
            else:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.update()
        self._preview("" if hit is None else hit.id)

    def _preview(self, subject: str) -> None:
        if subject != self._previewed and not self._being_shown:
            self._previewed = subject
            self._send(Hover(subject))

    def _set_focused(self, hit: Hit | None) -> None:
        if hit is self._focused:
            return
        self._focused = hit
        self.setAccessibleName("" if hit is None else hit.name)
        self.update()
        if hit is not None and not self._being_shown:
            self._scroll_to(_frame(hit))
        # What the keyboard is on is pointed at as well.
        self._preview("" if hit is None else hit.id)

    def _scroll_to(self, frame: QRectF) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if area is not None else None
        if area is not None and page is not None:
            centre = self.mapTo(page, frame.center()).toPoint()
            area.ensureVisible(
                centre.x(), centre.y(), ceil(frame.width() / 2), ceil(frame.height() / 2) + 8
            )

    def _paint(self, painter: QPainter, clip: QRectF) -> None:
        if self._moving is None or not self._moving.paint(painter):
            if self._picture.ground:
                painter.fillRect(clip, ink_colour(self._theme, self._picture.ground))
            paint(painter, self._picture, self._theme, clip=clip)
        self._paint_more(painter, clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._pointed is not None:
            tint = QColor(ink_colour(self._theme, "ink"))
            tint.setAlphaF(TINT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(
                _frame(self._pointed), self._pointed.radius, self._pointed.radius
            )
        if self._focused is not None and self.hasFocus():
            self._paint_ring(painter, self._focused)

    def _paint_more(self, painter: QPainter, clip: QRectF) -> None:
        """Paint what no picture can hold, under what shows where pointer and keyboard are."""

    def _paint_ring(self, painter: QPainter, hit: Hit) -> None:
        width = number("line_width", "focus_ring")
        out = RING_GAP + width / 2
        room = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        ring = _frame(hit).adjusted(-out, -out, out, out).intersected(room)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink_colour(self._theme, "focus"), width))
        painter.drawRoundedRect(ring, hit.radius + out, hit.radius + out)


def _has_words(picture: Picture, hit: Hit) -> bool:
    """Tell whether a line of words stands inside `hit`."""
    frame = _frame(hit)
    return any(
        isinstance(shape, TextLine) and frame.contains(shape.x, shape.y) for shape in picture.shapes
    )


def _frame(hit: Hit) -> QRectF:
    return QRectF(hit.x, hit.y, hit.width, hit.height)


def _same(hit: Hit | None, picture: Picture) -> Hit | None:
    """Return the hit of `picture` that stands for the same as `hit`; its name and place may differ.

    Where several do, the nearest.
    """
    if hit is None:
        return None
    same = [other for other in picture.hits if (other.order, other.id) == (hit.order, hit.id)]
    return min(same, key=lambda other: abs(other.x - hit.x) + abs(other.y - hit.y), default=None)


def _paint_failure(painter: QPainter, frame: QRectF, theme: ThemeName) -> None:
    """Paint a crossed box: something should be here, and the log says why it is not."""
    inner = frame.adjusted(2, 2, -2, -2)
    painter.fillRect(frame, ink_colour(theme, "background"))
    painter.setPen(QPen(ink_colour(theme, "error"), 2))
    painter.drawRect(inner)
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())
