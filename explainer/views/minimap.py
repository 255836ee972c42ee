"""The whole map in miniature: strands, stations, and a frame around the part that is seen."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from explainer.canvas import Frame
from explainer.canvas.plan import Plan
from explainer.intents import MoveCamera, Order
from explainer.state import ThemeName
from explainer.theme import number, numbers
from explainer.views.style import ink_colour

_LARGEST = (208.0, 156.0)
"""px of the miniature on a canvas of usual width; on a wider one it grows a little."""
_ROOM, _GROWTH = 1258.0, 1.5
"""px of that width, and the most that it grows."""
_SHARE = 0.26
"""Of the canvas, at most."""
_PADDING = 8.0
"""px around the miniature."""
_DOT = 3.0
"""px."""
_FAINT = 0.4
"""Of lines so many that they would be one patch of colour."""

log = logging.getLogger(__name__)


class Minimap(QWidget):
    """Shows where one is on the map; a click or a drag on it asks for that place.

    It lies over a corner of the canvas, and is there only while less than the whole map is seen.
    """

    def __init__(self, dispatch: Callable[[Order], None], canvas: QWidget) -> None:
        super().__init__(canvas)
        self._dispatch = dispatch
        self._canvas = canvas
        self._plan: Plan | None = None
        self._theme: ThemeName = "light"
        self._zoom = 1.0
        self._seen = QRectF()
        self._still: QPixmap | None = None
        self._of: tuple[Plan, ThemeName, float, float, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def look(self, plan: Plan, frame: Frame, theme: ThemeName, keep_clear: QRectF | None) -> None:
        """Show `plan` as the canvas sees it through `frame`, away from `keep_clear` if it can."""
        room = self._canvas.size()
        wide, high = plan.picture.width, plan.picture.height
        growth = min(_GROWTH, max(1.0, room.width() / _ROOM))
        most = (
            min(_LARGEST[0] * growth, room.width() * _SHARE) - 2 * _PADDING,
            min(_LARGEST[1] * growth, room.height() * _SHARE) - 2 * _PADDING,
        )
        scale = min(most[0] / wide, most[1] / high)
        size = (wide * scale + 2 * _PADDING, high * scale + 2 * _PADDING)
        margin = numbers("space", "scale")[3]
        top = room.height() - size[1] - margin
        right = QRectF(room.width() - size[0] - margin, top, *size)
        left = QRectF(margin, top, *size)
        covers = keep_clear is not None and right.intersects(keep_clear)
        at = left if covers and not left.intersects(keep_clear or left) else right
        self.setGeometry(at.toAlignedRect())
        self._plan, self._theme, self._zoom = plan, theme, frame.zoom
        seen = QRectF(
            -frame.dx / frame.factor,
            -frame.dy / frame.factor,
            room.width() / frame.factor,
            room.height() / frame.factor,
        )
        self._seen = seen & QRectF(0, 0, wide, high)
        self.show()
        self.update()

    def _scale(self, plan: Plan) -> float:
        inner = (self.width() - 2 * _PADDING, self.height() - 2 * _PADDING)
        return min(inner[0] / plan.picture.width, inner[1] / plan.picture.height)

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        # An exception that leaves this method ends the process.
        try:
            with QPainter(self) as painter:
                self._paint(painter)
        except Exception:
            log.exception("the miniature was not painted")

    def _paint(self, painter: QPainter) -> None:
        plan = self._plan
        if plan is None:
            return
        painter.drawPixmap(0, 0, self._miniature(plan))
        scale = self._scale(plan)
        frame = QRectF(
            _PADDING + self._seen.x() * scale,
            _PADDING + self._seen.y() * scale,
            self._seen.width() * scale,
            self._seen.height() * scale,
        )
        least = numbers("space", "scale")[0]
        wider = max(0.0, least - frame.width()) / 2
        higher = max(0.0, least - frame.height()) / 2
        frame = frame.adjusted(-wider, -higher, wider, higher)
        pen = QPen(ink_colour(self._theme, "ink"), 2.0)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(frame.toAlignedRect())

    def _miniature(self, plan: Plan) -> QPixmap:
        """Return everything but the frame: the same until map, colours or size are others."""
        density = self.devicePixelRatioF()
        made = (plan, self._theme, density, float(self.width()), float(self.height()))
        if self._still is None or self._of != made:
            self._still, self._of = QPixmap(self.size() * density), made
            self._still.setDevicePixelRatio(density)
            with QPainter(self._still) as painter:
                self._draw(painter, plan)
        return self._still

    def _draw(self, painter: QPainter, plan: Plan) -> None:
        box = QRectF(self.rect())
        painter.fillRect(box, ink_colour(self._theme, "surface"))
        painter.setPen(QPen(ink_colour(self._theme, "line"), number("line_width", "hair")))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.translate(_PADDING, _PADDING)
        scale = self._scale(plan)
        painter.setOpacity(_FAINT if plan.vast else 1.0)
        for ink, lines in plan.sketch.bundles:
            width = max(1.0, round(plan.strand * scale * 2.0))
            pen = QPen(ink_colour(self._theme, ink), width)
            pen.setCapStyle(Qt.PenCapStyle.SquareCap)
            painter.setPen(pen)
            scaled = [QLineF(*(part * scale for part in line)) for line in lines]
            if scaled:
                painter.drawLines(scaled)
        dot = _DOT if not plan.vast else 1.0
        for ink, points in plan.sketch.dots:
            pen = QPen(ink_colour(self._theme, ink), dot)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if points:
                painter.drawPoints([QPointF(x * scale, y * scale) for x, y in points])

    # --- pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu:
            return True
        return super().event(event)

    def _go(self, at: QPointF) -> None:
        """Ask for the place of the map at `at`."""
        plan = self._plan
        if plan is None:
            return
        scale = self._scale(plan)
        x = (at.x() - _PADDING) / scale / plan.picture.width
        y = (at.y() - _PADDING) / scale / plan.picture.height
        self._dispatch(MoveCamera(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)), self._zoom))
