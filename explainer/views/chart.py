"""The chart of marks as a pyqtgraph plot: a cell that is pointed at is framed, a click looks it up.

Imported only when a chart is first shown: pyqtgraph and numpy cost more than a whole start.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from math import ceil

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")  # before its import, or it may take another

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStyleOptionGraphicsItem, QWidget

from explainer.chart import ChartPicture, hovered
from explainer.intents import Order
from explainer.picture import Picture
from explainer.state import ThemeName
from explainer.views.paint import paint
from explainer.views.style import ink_colour
from explainer.views.tab_key import TAB_KEY

log = logging.getLogger(__name__)

_NOWHERE = -1
_ACTIVATE = frozenset((Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter))


class Chart(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Shows one chart at its own size; `dispatch` hears what a click asks for.

    `tell` hears what the place says that the pointer or the keyboard is on; "" for none.
    """

    def __init__(
        self,
        dispatch: Callable[[Order], None],
        tell: Callable[[str], None] = lambda _: None,
        parent: QWidget | None = None,
    ) -> None:
        # A view box alone: a PlotWidget brings menus, axes and buttons that no chart of ours shows.
        super().__init__(parent, background=None)
        self._dispatch = dispatch
        self._tell = tell
        self.told = ""
        """What the place says that the pointer or the keyboard is on."""
        self._chart: ChartPicture | None = None
        self._theme: ThemeName = "light"
        self._scale = 1.0
        self._pointed = _NOWHERE
        self._focused = _NOWHERE
        # Without it the last of several quick moves is lost, and the foot speaks of another cell.
        pg.setConfigOption("mouseRateLimit", -1)
        self._tiles = _Tiles(self.point_at, self.click)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, invertY=True, defaultPadding=0)
        self._box.addItem(self._tiles, ignoreBounds=True)
        self.setCentralItem(self._box)

    @property
    def shown(self) -> Picture:
        """What is painted, with what the pointer or the keyboard is on."""
        return self._tiles.picture

    def show_picture(self, chart: ChartPicture, theme: ThemeName, scale: float = 1.0) -> None:
        """Show `chart`, `scale` times as large as it is.

        What the pointer was on is forgotten where the chart is another.
        """
        if chart == self._chart and (theme, scale) == (self._theme, self._scale):
            return
        if self._chart is None or len(chart.cells) != len(self._chart.cells):
            self._pointed = self._focused = _NOWHERE
        self._chart, self._theme, self._scale = chart, theme, scale
        width, height = ceil(chart.picture.width), ceil(chart.picture.height)
        # The range stays, so the plot itself enlarges what it shows and finds what is clicked.
        self.setFixedSize(ceil(width * scale), ceil(height * scale))
        self.setBackground(ink_colour(theme, "surface"))
        self._box.setRange(QRectF(0, 0, width, height), padding=0)
        self._repaint()

    def point_at(self, point: QPointF | None) -> None:
        """Say what stands at `point` of the picture; None: the pointer has left."""
        place = _NOWHERE if point is None else self._place(point)
        if place != self._pointed:
            self._pointed = place
            self.viewport().setCursor(
                Qt.CursorShape.ArrowCursor
                if place == _NOWHERE
                else Qt.CursorShape.PointingHandCursor
            )
            self._repaint()

    def click(self, point: QPointF) -> None:
        """Ask for what stands at `point` of the picture."""
        self._focused = _NOWHERE
        self._ask(self._place(point))

    def close(self) -> bool:
        # The library's own takes the scene from under a view that is still told of focus and paint.
        return QWidget.close(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The panel scrolls; the chart neither scrolls nor zooms.
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._focused != _NOWHERE
            and event.key() in _ACTIVATE
        ):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._focused != _NOWHERE and event.key() in _ACTIVATE and not event.isAutoRepeat():
            self._ask(self._focused)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        stops = self._stops()
        reason = TAB_KEY.reason(event)
        if stops and reason == Qt.FocusReason.TabFocusReason:
            self._focus_on(stops[0])
        if stops and reason == Qt.FocusReason.BacktabFocusReason:
            self._focus_on(stops[-1])
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._focus_on(_NOWHERE)
        super().focusOutEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's signature
        stops = self._stops()
        if TAB_KEY.pressed and self.hasFocus() and self._focused in stops:
            place = stops.index(self._focused) + (1 if next else -1)
            if 0 <= place < len(stops):
                self._focus_on(stops[place])
                return True
        return bool(super().focusNextPrevChild(next))

    def _stops(self) -> list[int]:
        cells = self._chart.cells if self._chart else ()
        return [place for place, cell in enumerate(cells) if cell.tells]

    def _focus_on(self, place: int) -> None:
        if place != self._focused:
            self._focused = place
            self._repaint()
            self._scroll_to(place)

    def _scroll_to(self, place: int) -> None:
        """Bring what the keyboard is on into sight."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if area is not None else None
        if self._chart is None or area is None or page is None or place == _NOWHERE:
            return
        cell = self._chart.cells[place]
        at = self.mapTo(page, QPoint(round(cell.x + cell.width / 2), round(cell.y)))
        area.ensureVisible(at.x(), at.y() + ceil(cell.height / 2), 0, ceil(cell.height / 2) + 8)

    def _place(self, point: QPointF) -> int:
        cells = self._chart.cells if self._chart else ()
        return next(
            (place for place, cell in enumerate(cells) if cell.holds(point.x(), point.y())),
            _NOWHERE,
        )

    def _ask(self, place: int) -> None:
        if self._chart is not None and place != _NOWHERE:
            for order in self._chart.cells[place].orders:
                self._dispatch(order)

    def _repaint(self) -> None:
        if self._chart is None:
            return
        place = self._focused if self._focused != _NOWHERE else self._pointed
        at_rest = place == _NOWHERE
        picture = self._chart.picture if at_rest else hovered(self._chart, place)
        self.told = "" if at_rest else self._chart.cells[place].says
        self.setAccessibleName(self.told)
        self._tell(self.told)
        self._tiles.show_picture(picture, self._theme)


class _Tiles(pg.GraphicsObject):  # type: ignore[misc]
    """The chart's picture as one item of the plot, in px."""

    def __init__(
        self, on_point: Callable[[QPointF | None], None], on_click: Callable[[QPointF], None]
    ) -> None:
        super().__init__()
        self._on_point = on_point
        self._on_click = on_click
        self.picture = Picture(0, 0)
        self._theme: ThemeName = "light"

    def show_picture(self, picture: Picture, theme: ThemeName) -> None:
        self.prepareGeometryChange()
        self.picture, self._theme = picture, theme
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.picture.width, self.picture.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        # An exception that leaves this method ends the process.
        try:
            paint(painter, self.picture, self._theme)
        except Exception:
            log.exception("a chart of %d shapes was not painted", len(self.picture.shapes))

    def hoverEvent(self, event: pg.GraphicsScene.mouseEvents.HoverEvent) -> None:
        self._on_point(None if event.isExit() else event.pos())

    def mouseClickEvent(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self._on_click(event.pos())
