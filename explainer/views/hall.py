"""The hall view: what an audience sees in a talk, on the whole screen and without furniture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from explainer.bars.controls import Look, words
from explainer.export import inner_area
from explainer.intents import AskWhy, OpenCard, Order
from explainer.picture import Box, Picture, Ruler, Shape, placed
from explainer.state import Blank, ThemeName
from explainer.theme import slide_type
from explainer.views.screens import Screen, named, screen_for, screens
from explainer.views.sheet import Sheet
from explainer.views.window import app_icon

if TYPE_CHECKING:
    from explainer.motion import Way

SLACK = 4.0
"""px that the pointer may move in a click."""
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

    `on_resized` hears when its size has changed, `on_close` when the system closes it, `on_ground`
    when the left button is pressed and released where nothing answers.
    """

    def __init__(
        self,
        dispatch: Callable[[Order], None],
        *,
        on_resized: Callable[[], None],
        on_close: Callable[[], None],
        on_ground: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._on_resized = on_resized
        self._on_close = on_close
        self._on_ground = on_ground
        self._pressed: QPointF | None = None
        self._wanted = ""
        self._is_on = False
        self._place = ""
        """Name of the screen that is covered."""
        self._apart = False
        """... and the window stood on another one."""
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

    def forget_focus(self) -> None:
        """Take the keyboard's ring off the slide: the audience has moved on."""
        self._sheet.clearFocus()

    def begin(self, window: QWidget, wanted: str) -> None:
        """Cover the screen called `wanted`, or the one that suits best."""
        self._wanted, self._is_on = wanted, True
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
        known = screens(window)
        if known:
            self._cover(known, screen_for(known, wanted))
        self._hide_cursor()

    @property
    def is_lost(self) -> bool:
        """Whether the talk goes on without this window: its screen is gone."""
        return self._is_on and not self.isVisible()

    def find_screen(self, window: QWidget) -> None:
        """Do what is right now that a screen came or went.

        A window that stood beside the speaker's stays on its screen. When that is gone it hides
        and does not cover the speaker's, until there is another screen again.
        """
        known = screens(window)
        if not self._is_on or not known:
            return
        here = next((at for at, it in enumerate(known) if it.name == self._place), None)
        at = screen_for(known, self._wanted)
        if self._apart and here is not None and named(known, self._wanted) is None:
            at = here
        if self._apart and known[at].has_window and at != here:
            self.hide()
            return
        # The speaker may be typing in the other window.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, self._apart)
        self._cover(known, at)

    def end(self) -> None:
        """Leave the screen."""
        self._is_on = False
        self._still.stop()
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._sheet.setGeometry(self.rect())
        self._on_resized()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._still.stop()
        self._on_close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What lies over the slide lets go of clicks that nothing answers, too.
        on_slide = self.childAt(event.position().toPoint()) is self._sheet
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position() if left and on_slide else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if (event.position() - pressed).manhattanLength() <= SLACK:
            self._on_ground()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            if self._sheet.cursor().shape() == Qt.CursorShape.BlankCursor:
                self._sheet.unsetCursor()
            self._still.start()
        # Names of what is pointed at are no business of the audience.
        return event.type() == QEvent.Type.ToolTip

    def _hide_cursor(self) -> None:
        self._sheet.setCursor(Qt.CursorShape.BlankCursor)

    def _cover(self, known: Sequence[Screen], at: int) -> None:
        """Cover the one `at` that place of the `known` screens."""
        self._place, self._apart = known[at].name, not known[at].has_window
        self._fill(at)

    def _fill(self, at: int) -> None:
        screen = QGuiApplication.screens()[at]
        # A platform that refuses positions hears at least which screen is meant.
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.raise_()
        if not self.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating):
            self.activateWindow()
