"""The hall view: what an audience sees in a talk, on the whole screen and without furniture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from explainer.bars.controls import Look, words
from explainer.export import inner_area
from explainer.intents import AskWhy, OpenCard, Order
from explainer.picture import Box, Picture, Ruler, Shape, placed
from explainer.state import Blank, ThemeName
from explainer.theme import slide_type
from explainer.views.screens import screen_for, screens
from explainer.views.sheet import Sheet
from explainer.views.window import app_icon

if TYPE_CHECKING:
    from explainer.motion import Way

CURSOR_MS = 2000
"""So long after its last move the pointer is hidden."""
_NOTE_AIR = 0.6
"""Around the words of a note, in sizes of its letters."""


def hall_picture(
    slide: Callable[[float, float], Picture],
    size: tuple[int, int],
    blank: Blank,
    note: str,
    ruler: Ruler,
) -> Picture:
    """Return what fills a screen of `size`: the slide, with bars where it does not fit.

    `slide` makes it for a width and height. A blank covers everything but `note`, a few words for
    the speaker at the foot.
    """
    width, height = size
    if blank:
        shapes: tuple[Shape, ...] = ()
        return Picture(width, height, (*shapes, *_note(note, width, height, ruler)), (), blank)
    area = inner_area(width, height)
    inner = slide(area.width, area.height)
    shapes, hits = placed(inner, area.x, area.y)
    # Cards open in the panel, which no hall sees.
    hits = tuple(hit for hit in hits if not isinstance(hit.order, AskWhy | OpenCard))
    return Picture(width, height, (*shapes, *_note(note, width, height, ruler)), hits, inner.ground)


def _note(note: str, width: float, height: float, ruler: Ruler) -> tuple[Shape, ...]:
    if not note:
        return ()
    size = slide_type("footer") * height
    look = Look(size, "medium", "on_ink")
    air = _NOTE_AIR * size
    wide = ruler.width(note, look.face, size) + 4 * air
    high = size + 2 * air
    top = height - high - size
    box = Box((width - wide) / 2, top, wide, high, high / 2, "selection_fill")
    return (box, words(ruler, note, width / 2, top + high / 2, look, "middle"))


class Hall(QWidget):
    """A frameless window over a whole screen; `dispatch` hears clicks on models.

    `on_resized` hears when its size has changed, `on_close` when the system closes it.
    """

    def __init__(
        self,
        dispatch: Callable[[Order], None],
        *,
        on_resized: Callable[[], None],
        on_close: Callable[[], None],
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._on_resized = on_resized
        self._on_close = on_close
        self._wanted = ""
        self.setWindowIcon(app_icon("light"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._sheet = Sheet(dispatch, parent=self, moves=True)
        self._sheet.installEventFilter(self)
        # No menu may open over what the audience sees.
        self._sheet.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._still = QTimer(self, singleShot=True, interval=CURSOR_MS)
        self._still.timeout.connect(self._hide_cursor)

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._sheet.picture

    def show_picture(self, picture: Picture, theme: ThemeName, *, way: Way = "cut") -> None:
        """Show `picture`, made for the size of this window; `way` says how it is come to."""
        self._sheet.show_picture(picture, theme, way=way)

    def begin(self, window: QWidget, wanted: str) -> None:
        """Cover the screen called `wanted`, or the one that suits best."""
        self._wanted = wanted
        self._take_screen(window)
        self._hide_cursor()

    def find_screen(self, window: QWidget) -> None:
        """Move to the screen that suits best now: one came, or the one that was covered is gone."""
        if self.isVisible():
            self._take_screen(window)

    def end(self) -> None:
        """Leave the screen."""
        self._still.stop()
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._sheet.setGeometry(self.rect())
        self._on_resized()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._still.stop()
        self._on_close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            if self._sheet.cursor().shape() == Qt.CursorShape.BlankCursor:
                self._sheet.unsetCursor()
            self._still.start()
        # Names of what is pointed at are no business of the audience.
        return event.type() == QEvent.Type.ToolTip

    def _hide_cursor(self) -> None:
        self._sheet.setCursor(Qt.CursorShape.BlankCursor)

    def _take_screen(self, window: QWidget) -> None:
        known = screens(window)
        if not known:
            return
        screen = QGuiApplication.screens()[screen_for(known, self._wanted)]
        # A platform that refuses positions hears at least which screen is meant.
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
