"""The main window: gives top bar, map, key, panel and story bar their places, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from explainer.bars import Areas, areas, panel_share
from explainer.bars.controls import Place
from explainer.bars.mark import app_mark
from explainer.picture import Picture
from explainer.state import ThemeName
from explainer.theme import number
from explainer.views.paint import paint
from explainer.views.style import ink_colour, style_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QEnterEvent, QIcon

SMALLEST = (800, 440)
"""px; fits below a title bar and above a task bar of 1920x1080 at 200 %, which has 960x540."""
FIRST_SIZE = (1440, 900)
"""px; less where the screen is smaller."""
_GRIP = 9
"""px of the divider that can be taken hold of; the line in it is a hairline."""
_ICON_SIZES = (16, 24, 32, 48, 64, 128)


class Parts(Struct, frozen=True):
    """What the window gives places to."""

    top: QWidget
    map: QWidget
    lens: QWidget
    """Stands over the map; its place depends on its words."""
    legend: QWidget
    panel: QWidget
    story: QWidget
    handle: QWidget


class Window(QWidget):
    """Holds the parts; `on_resized` hears when their sizes have changed.

    `on_close` says whether the window may close; `on_drop` hears of a folder or file that is
    dropped; `on_first_paint` hears once, when it is seen; `on_locale` hears that the system speaks
    another language now.
    """

    def __init__(  # noqa: PLR0913 - all that a window tells
        self,
        make_parts: Callable[[QWidget], Parts],
        *,
        on_resized: Callable[[], None],
        on_close: Callable[[], bool],
        on_drop: Callable[[Path], None] = lambda _: None,
        on_first_paint: Callable[[], None] = lambda: None,
        on_locale: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._on_locale = on_locale
        self._on_first_paint: Callable[[], None] | None = on_first_paint
        self._on_resized = on_resized
        self._on_close = on_close
        self._on_drop = on_drop
        self.setAcceptDrops(True)
        self._story = True
        self._panel = True
        self._panel_width = 0
        self._text_scale = 1.0
        self._theme: ThemeName = "light"
        self._parts = make_parts(self)
        self._divider = _Divider(self, self._drag, self._forget_width)
        self.setMinimumSize(*SMALLEST)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        # Every part paints all of its place; what is left is the divider's hairline.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for before, after in zip(self._in_order(), self._in_order()[1:], strict=False):
            QWidget.setTabOrder(before, after)

    @property
    def panel_width(self) -> int:
        """The panel's width that the user chose, px; 0 where it is left to the window."""
        return self._panel_width

    @panel_width.setter
    def panel_width(self, width: int) -> None:
        self._panel_width = width
        self._place()

    def areas(self) -> Areas:
        """Return where the parts stand now."""
        return areas(
            self.width(),
            self.height(),
            story=self._story,
            panel=self._panel,
            panel_width=self._panel_width,
            text_scale=self._text_scale,
        )

    def arrange(self, *, story: bool, panel: bool, text_scale: float = 1.0) -> None:
        """Show or hide story bar and panel, and give words their room; `on_resized` is not told."""
        wish = (story, panel, text_scale)
        if wish != (self._story, self._panel, self._text_scale):
            self._story, self._panel, self._text_scale = wish
            self._place()

    def wear(self, theme: ThemeName) -> None:
        """Take the colours of `theme`."""
        if theme != self._theme or not self.styleSheet():
            self._theme = theme
            self.setStyleSheet(style_sheet(theme))
            self.update()
            self._divider.wear(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        self._on_resized()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._on_resized()
        if event.type() == QEvent.Type.LocaleChange:
            self._on_locale()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._on_close())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        place = _dropped(event)
        if place is not None:
            event.acceptProposedAction()
            # What reads the drop waits for its end: a long check would hold it up.
            QTimer.singleShot(0, self, lambda: self._on_drop(place))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), ink_colour(self._theme, "surface"))
        if self._on_first_paint is not None:
            # The parts paint right after this, before any timer.
            QTimer.singleShot(0, self._on_first_paint)
            self._on_first_paint = None

    def _in_order(self) -> list[QWidget]:
        parts = self._parts
        return [parts.top, parts.map, parts.lens, parts.panel, parts.story]

    def _place(self) -> None:
        found = self.areas()
        parts = self._parts
        for widget, place in (
            (parts.top, found.top),
            (parts.map, found.map),
            (parts.legend, found.legend),
            (parts.panel, found.panel),
            (parts.story, found.story),
            (parts.handle, found.handle),
        ):
            if place is not None:
                widget.setGeometry(whole_px(place))
            widget.setVisible(place is not None)
        line = found.panel if found.beside else None
        if line is not None:
            left = round(line.x) - _GRIP // 2
            self._divider.setGeometry(left, round(line.y), _GRIP, round(line.height))
            self._divider.raise_()
        parts.handle.raise_()
        self._divider.setVisible(line is not None)

    def _drag(self, x: int) -> None:
        self._panel_width = round(
            panel_share(
                self.width(),
                max(1, self.width() - x),
                self._text_scale,
                short=self.areas().short,
            )
        )
        self._place()
        self._on_resized()

    def _forget_width(self) -> None:
        """Leave the panel's width to the window again."""
        self._panel_width = 0
        self._place()
        self._on_resized()


class _Divider(QWidget):
    """The line between map and panel; `on_drag` hears where it is drawn to, px of the window.

    `on_reset` hears of a double click, which gives it back its usual place.
    """

    def __init__(
        self, window: QWidget, on_drag: Callable[[int], None], on_reset: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._on_drag = on_drag
        self._on_reset = on_reset
        self._theme: ThemeName = "light"
        self._pointed = False
        self._drawn = False
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def wear(self, theme: ThemeName) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pointed = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointed = False
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._on_drag(round(self.mapToParent(event.position()).x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drawn = event.button() == Qt.MouseButton.LeftButton
        event.setAccepted(self._drawn)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._on_reset()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drawn = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        hair = round(number("line_width", "hair"))
        ink = "line"
        if self._drawn or self._pointed:
            # As wide to the left as to the right: the line itself does not move.
            hair, ink = round(number("line_width", "divider")), "ink" if self._drawn else "muted"
        left = (_GRIP - hair) // 2
        with QPainter(self) as painter:
            painter.fillRect(left, 0, hair, self.height(), ink_colour(self._theme, ink))


def app_icon(theme: ThemeName) -> QIcon:
    """Return the app's mark as the icon of its windows."""
    from PySide6.QtGui import QIcon, QPixmap  # their many names would cost the start 5 ms

    icon = QIcon()
    for size in _ICON_SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            paint(painter, Picture(size, size, app_mark(0, 0, size)), theme)
        icon.addPixmap(pixmap)
    return icon


def _dropped(event: QDropEvent) -> Path | None:
    """Return the folder or file that hangs at the pointer; None for anything else."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if urls and urls[0].isLocalFile() else None


def whole_px(place: Place) -> QRect:
    """Return `place` as widgets know it."""
    return QRect(round(place.x), round(place.y), round(place.width), round(place.height))
