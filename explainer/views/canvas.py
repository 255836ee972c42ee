"""The tree canvas: paints the map through its camera; drag, wheel and click become orders."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from explainer.canvas import Frame, frame_of
from explainer.intents import FitMap, Hover, MoveCamera, Order, Run, SelectModel
from explainer.picture import Hit, Picture, placed
from explainer.schema import Camera
from explainer.state import ThemeName
from explainer.theme import number
from explainer.views.paint import paint
from explainer.views.style import ink_colour
from explainer.views.tab_key import TAB_KEY

if TYPE_CHECKING:
    from explainer.canvas import CanvasPicture
    from explainer.canvas.plan import Plan
    from explainer.motion import Way
    from explainer.routes import Rect
    from explainer.views.glass import Glass
    from explainer.views.held import Held
    from explainer.views.minimap import Minimap
    from explainer.views.moving import Moving

log = logging.getLogger(__name__)

STEP = 1.2
"""By how much one notch of the wheel enlarges."""
NOTCH = 120
"""Units of a wheel's angle in one notch."""
FARTHEST = 1.0
_WHOLE = 1.0
"""px that may be cut off from a map that is still seen as a whole."""
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
SLACK = 4.0
"""px that the pointer may move before a press becomes a drag."""


class Canvas(QWidget):
    """Shows the map, or another body of a slide; `dispatch` hears what the user asks for.

    It is one stop of the tab key: arrow keys, which belong to the app, walk the tree.
    """

    resized = Signal()

    def __init__(self, dispatch: Callable[[Order], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dispatch = dispatch
        self._map: CanvasPicture | None = None
        self._body: Picture | None = None
        self._glass: Glass | None = None
        self._theme: ThemeName = "light"
        self._selected = ""
        self._pressed: QPointF | None = None
        self._dragging = False
        self._hovered = ""
        self._by_keyboard = False
        self._size_shown = QSize()
        self._minimap_name = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, True)

    def show_map(
        self,
        drawn: CanvasPicture,
        theme: ThemeName,
        selected: str,
        name: str,
        *,
        way: Way = "cut",
    ) -> None:
        """Show the map; `name` is what a screen reader says, `selected` has the keyboard's ring.

        `way` says how it is come to from what was shown before.
        """
        self._selected = selected
        self._show(drawn, None, theme, name, way=way)
        self._show_minimap()

    def show_body(self, body: Picture, theme: ThemeName, name: str, *, way: Way = "cut") -> None:
        """Show another body of a slide, fitted into the canvas; `way` as above."""
        self._selected = ""
        self._show(None, body, theme, name, way=way)
        self._show_minimap()

    def _show(
        self,
        drawn: CanvasPicture | None,
        body: Picture | None,
        theme: ThemeName,
        name: str,
        *,
        way: Way,
    ) -> None:
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if drawn is self._map and body is self._body and theme == self._theme:
            return
        before = self._seen() if way != "cut" and self._size_shown == self.size() else None
        if _zooms(self._map, drawn):
            self._held.zoom()
        self._map, self._body, self._theme = drawn, body, theme
        self._look_through(drawn.plan if drawn is not None else None)
        self._size_shown = self.size()
        after = self._seen() if before is not None else None
        if before is not None and after is not None:
            self._moving.show(before, after, theme, way)
        elif "_moving" in self.__dict__:
            self._moving.finish()
        self.update()

    def words_of_whole(self, size: tuple[float, float]) -> tuple[tuple[Rect, ...], float]:
        """Return where words stand on the whole map in a box of `size`, and its axis ends, px.

        Nothing where there are too many words for anything to keep clear of them.
        """
        if self._glass is None or self._glass.plan.vast:
            return (), 0.0
        from explainer.canvas.whole import words_of_whole  # a start that shows a title needs none

        return words_of_whole(self._glass.seen, size)

    def name_minimap(self, name: str) -> None:
        """Take what a screen reader says of the whole map in miniature."""
        self._minimap_name = name

    def _show_minimap(self) -> None:
        """Show the whole map in miniature while less of it is seen."""
        drawn, glass = self._map, self._glass
        if drawn is None or glass is None or self._sees_whole(drawn):
            if "_minimap" in self.__dict__:
                self._minimap.hide()
            return
        frame = self.frame
        chosen = [hit for hit in drawn.picture.hits if hit.id and hit.id == self._selected]
        zones = [zone for zone in (glass.zone(hit, frame) for hit in chosen) if zone is not None]
        clear = zones[0].united(zones[-1]) if zones else None
        self._minimap.look(glass.plan, frame, self._theme, clear)
        self._minimap.setAccessibleName(self._minimap_name)

    def _sees_whole(self, drawn: CanvasPicture) -> bool:
        frame = self.frame
        right = frame.dx + drawn.picture.width * frame.factor
        foot = frame.dy + drawn.picture.height * frame.factor
        least = min(frame.dx, frame.dy, self.width() - right, self.height() - foot)
        return least >= -_WHOLE

    @cached_property
    def _minimap(self) -> Minimap:
        from explainer.views.minimap import Minimap  # a start shows the whole map

        return Minimap(self._dispatch, self)

    def _look_through(self, plan: Plan | None) -> None:
        """Take a glass for the plan; it is kept while only the camera moves."""
        if plan is None:
            self._glass = None
        elif self._glass is None or self._glass.plan is not plan:
            from explainer.views.glass import Glass  # a start that shows a title needs none of it

            self._glass = Glass(plan)
            if plan.vast:
                # Its many parts live as long as it does; looking through them costs 0.3 s.
                gc.unfreeze()
                gc.freeze()

    @cached_property
    def _moving(self) -> Moving:
        from explainer.views.moving import Moving  # a start shows nothing before

        return Moving(self)

    def _seen(self) -> Picture | None:
        """Return what is seen, px of the widget; None before anything is."""
        picture, frame = self.picture, self.frame
        if picture is None:
            return None
        size = (float(self.width()), float(self.height()))
        if self._glass is not None:
            return self._glass.flat(frame, size)
        shapes, _ = placed(picture, frame.dx, frame.dy, frame.factor)
        return Picture(*size, shapes, ground="background")

    def sizeHint(self) -> QSize:
        return QSize(860, 640)

    @property
    def picture(self) -> Picture | None:
        """What is shown, in px of its own box; None before anything is."""
        return self._map.picture if self._map is not None else self._body

    @property
    def frame(self) -> Frame:
        """How the picture stands in the widget."""
        size = (float(max(1, self.width())), float(max(1, self.height())))
        if self._map is not None:
            box = (self._map.picture.width, self._map.picture.height)
            return frame_of(self._map.camera, box, size)
        box = (self._body.width, self._body.height) if self._body is not None else size
        factor = min(size[0] / box[0], size[1] / box[1])
        dx, dy = (size[0] - box[0] * factor) / 2, (size[1] - box[1] * factor) / 2
        return Frame(factor, dx, dy, 1.0)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        # An exception that leaves this method ends the process.
        try:
            with QPainter(self) as painter:
                self._paint(painter, QRectF(event.rect()))
        except Exception:
            log.exception("the map was not painted")

    def _paint(self, painter: QPainter, dirty: QRectF) -> None:
        painter.fillRect(dirty, ink_colour(self._theme, "background"))
        picture = self.picture
        if picture is None:
            return
        frame = self.frame
        moving = "_moving" in self.__dict__ and self._moving.paint(painter)
        if moving:
            pass
        elif self._glass is not None and self._map is not None:
            self._paint_map(painter, frame, dirty, self._glass, self._map)
        else:
            painter.save()
            painter.translate(frame.dx, frame.dy)
            painter.scale(frame.factor, frame.factor)
            paint(painter, picture, self._theme)
            painter.restore()
        if self.hasFocus() and self._by_keyboard:
            self._paint_ring(painter, picture)

    def _paint_map(
        self,
        painter: QPainter,
        frame: Frame,
        dirty: QRectF,
        glass: Glass,
        drawn: CanvasPicture,
    ) -> None:
        theme = self._theme
        if not glass.plan.vast:
            glass.paint(painter, frame, dirty, theme, drawn)
            return

        def render(inner: QPainter, seen: Frame, part: QRectF) -> None:
            inner.fillRect(part, ink_colour(theme, "background"))
            glass.paint_plan(inner, seen, part, theme, drawn)

        self._held.paint(painter, frame, (glass, drawn.chosen, theme), render)
        glass.paint_over(painter, frame, theme, drawn)

    @cached_property
    def _held(self) -> Held:
        from explainer.views.held import Held  # only a vast map needs it

        return Held(self, self.update)

    def _paint_ring(self, painter: QPainter, picture: Picture) -> None:
        """Paint the keyboard's ring around the selected station and its name, or the whole map."""
        ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        zones = [self._zone(hit) for hit in picture.hits if hit.id and hit.id == self._selected]
        found = [zone for zone in zones if zone is not None]
        if found:
            ring = found[0]
            for zone in found[1:]:
                ring = ring.united(zone)
            ring = ring.adjusted(-4, -4, 4, 4)
        width = number("line_width", "focus_ring")
        painter.setPen(QPen(ink_colour(self._theme, "focus"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, 8, 8)

    def _zone(self, hit: Hit) -> QRectF | None:
        """Return where `hit` answers, px of the widget."""
        if self._glass is not None:
            return self._glass.zone(hit, self.frame)
        frame, rect = self.frame, _rect(hit)
        corner = QPointF(rect.x() * frame.factor + frame.dx, rect.y() * frame.factor + frame.dy)
        return QRectF(corner, rect.size() * frame.factor)

    # --- pointer

    def hit_at(self, point: QPointF) -> Hit | None:
        """Return what answers at `point` of the widget."""
        picture = self.picture
        if picture is None:
            return None
        if self._glass is not None:
            return self._glass.hit_at(point, self.frame)
        inside = self._in_picture(point)
        for hit in reversed(picture.hits):
            if _rect(hit).contains(inside):
                return hit
        return None

    def _in_picture(self, point: QPointF) -> QPointF:
        frame = self.frame
        return QPointF((point.x() - frame.dx) / frame.factor, (point.y() - frame.dy) / frame.factor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position(), False
            self._by_keyboard = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and self._map is not None:
            moved = event.position() - self._pressed
            if self._dragging or moved.manhattanLength() > SLACK:
                self._dragging = True
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self._pressed = event.position()
                self._pan(moved)
            return
        hit = self.hit_at(event.position())
        self._preview(hit.id if hit is not None else "")
        shape = Qt.CursorShape.PointingHandCursor if hit is not None else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        dragged, self._pressed, self._dragging = self._dragging, None, False
        self.setCursor(Qt.CursorShape.ArrowCursor)
        hit = self.hit_at(event.position())
        if not dragged and hit is not None:
            self._dispatch(hit.order)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on empty ground shows the whole map again; on a model it is two clicks."""
        hit = self.hit_at(event.position())
        if hit is not None and isinstance(hit.order, SelectModel):
            self._dispatch(hit.order)
        elif self._map is not None:
            self._dispatch(FitMap())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what is pointed at."""
        hit = self.hit_at(QPointF(event.pos()))
        self._preview(hit.id if hit is not None else "")
        self._dispatch(Run("context"))

    def leaveEvent(self, event: QEvent) -> None:
        self._preview("")

    def _preview(self, name: str) -> None:
        if name != self._hovered:
            self._hovered = name
            self._dispatch(Hover(name))

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() / NOTCH
        if turned and self._map is not None:
            self._zoom_at(event.position(), STEP**turned)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
            and self._map is not None
        ):
            self._zoom_at(event.position(), 1.0 + event.value())
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = TAB_KEY.reason(event) in _TAB
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _zoom_at(self, point: QPointF, factor: float) -> None:
        """Zoom so that what is under `point` stays there."""
        if self._map is None:
            return
        before = self._map.camera
        closest = self._glass.plan.closest if self._glass is not None else FARTHEST
        zoom = min(closest, max(FARTHEST, before.zoom * factor))
        if zoom == FARTHEST:
            if before != Camera():
                self._dispatch(FitMap())
            return
        if zoom == before.zoom:
            return
        width, height = self._map.picture.width, self._map.picture.height
        under = self._in_picture(point)
        scale = self.frame.factor / before.zoom * zoom
        x = (under.x() - (point.x() - self.width() / 2) / scale) / width
        y = (under.y() - (point.y() - self.height() / 2) / scale) / height
        self._dispatch(MoveCamera(x, y, zoom))

    def _pan(self, moved: QPointF) -> None:
        if self._map is None:
            return
        camera, factor = self._map.camera, self.frame.factor
        x = camera.x - moved.x() / factor / self._map.picture.width
        y = camera.y - moved.y() / factor / self._map.picture.height
        self._dispatch(MoveCamera(x, y, camera.zoom))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if "_moving" in self.__dict__:
            self._moving.finish()
        self._show_minimap()
        self.resized.emit()


def _rect(hit: Hit) -> QRectF:
    return QRectF(hit.x, hit.y, hit.width, hit.height)


def _zooms(before: CanvasPicture | None, after: CanvasPicture | None) -> bool:
    """Return whether a vast map is the same but for how near it is."""
    if before is None or after is None or after.plan is None or before.plan is not after.plan:
        return False
    return after.plan.vast and before.camera.zoom != after.camera.zoom
