"""Opens the real window on the embedded deck and drives it as hands do: keys, pointer, wheel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QDeadlineTimer, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from explainer.deck import Deck, load_embedded
from explainer.intents import Order
from explainer.picture import Clip, Hit, Picture, Shape, TextLine
from explainer.schema import StepId
from explainer.state import State
from explainer.update import first_state
from explainer.views.canvas import Canvas
from explainer.views.moving import Moving
from explainer.views.panel import Panel
from explainer.views.session import Session
from explainer.views.sheet import Sheet

embedded = cache(load_embedded)
"""Reads the deck that comes with the app, once."""

W = TypeVar("W", bound=QWidget)
PLAIN = Qt.KeyboardModifier.NoModifier
_TURNS = 8
"""Of the event loop: a paint asks for the next step of warming up, which paints, and so on."""
_PATIENCE_MS = 20_000


def opening(step: str = "") -> State:
    """Return the state of a first start in English and light, or one that stands at `step`."""
    state = first_state(embedded(), "en", "light")
    return State(StepId(step)) if step else state


def opened(state: State, name: StepId) -> State:
    """Return the state of an app that opens `name` in the looks and with the panel of `state`."""
    return replace(
        opening(name),
        language=state.language,
        theme=state.theme,
        hall_theme=state.hall_theme,
        text_scale=state.text_scale,
        still=state.still,
        panel=state.panel,
        notes=state.notes,
        presenting=state.presenting,
    )


class Lecture:
    """The app with its window open; what it is told goes through Qt's events."""

    def __init__(self, deck: Deck, state: State, width: int, height: int) -> None:
        self._painted = False
        self.session = Session(deck, state, on_first_paint=self._note_paint)
        self.session.window.resize(width, height)
        self.session.open()
        self.session.window.activateWindow()
        until(lambda: self._painted and self.window.isActiveWindow())
        settle()

    def _note_paint(self) -> None:
        self._painted = True

    @property
    def state(self) -> State:
        """Where the story is."""
        return self.session.state

    @property
    def window(self) -> QWidget:
        """The window."""
        return self.session.window

    @property
    def canvas(self) -> Canvas:
        """The map, or what stands in its place."""
        return the(Canvas, self.window)

    @property
    def panel(self) -> Panel:
        """The side panel."""
        return the(Panel, self.window)

    @property
    def bars(self) -> list[Sheet]:
        """Top bar, legend and story bar, as far as they are seen."""
        return [
            sheet
            for sheet in self.window.findChildren(Sheet)
            if sheet.parentWidget() is self.window and sheet.isVisible()
        ]

    @property
    def sheets(self) -> list[Sheet]:
        """Every picture of the window beside the map."""
        return [sheet for sheet in self.window.findChildren(Sheet) if sheet.isVisible()]

    def end(self) -> None:
        """Close everything, as the end of the app does."""
        self.session.end()
        settle()

    # --- keys

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press and release `keys`, one after the other, where the keyboard's focus is."""
        for key in keys:
            QTest.keyClick(focus() or self.window, key, modifiers)

    def hold(self, key: Qt.Key, repeats: int) -> None:
        """Hold a key down until it has come `repeats` times more."""
        target = focus() or self.window
        for at in range(repeats + 1):
            event = QKeyEvent(QKeyEvent.Type.KeyPress, key, PLAIN, "", at > 0)
            QApplication.sendEvent(target, event)
        QApplication.sendEvent(target, QKeyEvent(QKeyEvent.Type.KeyRelease, key, PLAIN))

    # --- pointer

    def click(self, order: Order) -> None:
        """Click where something asks for `order`: in a bar, in the panel, else on the map.

        Raises:
            LookupError: nothing that is seen asks for it.
        """
        for sheet in self.sheets:
            for hit in sheet.picture.hits:
                if hit.order == order:
                    click(sheet, middle(hit))
                    return
        for hit in self.map_hits():
            if hit.order == order:
                click(self.canvas, self.on_map(hit))
                return
        message = f"nothing asks for {order}"
        raise LookupError(message)

    def on_map(self, hit: Hit) -> QPointF:
        """Return the middle of `hit` in px of the canvas."""
        frame, point = self.canvas.frame, middle(hit)
        return QPointF(point.x() * frame.factor + frame.dx, point.y() * frame.factor + frame.dy)

    def map_hits(self) -> tuple[Hit, ...]:
        """Return what answers on the map, or on what stands in its place."""
        return shown(self.canvas).hits

    def drag(self, across: int, down: int) -> None:
        """Press the left button on the map's ground, move, and let go."""
        begin = QPoint(4, 4)
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, PLAIN, begin)
        for share in (0.5, 1.0):
            place = QPointF(begin) + QPointF(across, down) * share
            moved = QMouseEvent(
                QMouseEvent.Type.MouseMove,
                place,
                self.canvas.mapToGlobal(place),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton,
                PLAIN,
            )
            QApplication.sendEvent(self.canvas, moved)
        end = begin + QPoint(across, down)
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, PLAIN, end)

    def turn_wheel(self, target: QWidget, notches: int) -> None:
        """Turn the wheel over the middle of `target`; forward is positive."""
        place = QPointF(target.rect().center())
        event = QWheelEvent(
            place,
            QPointF(target.mapToGlobal(place)),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            PLAIN,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt takes no names
        )
        QApplication.sendEvent(target, event)

    # --- what is seen

    def panel_words(self) -> str:
        """Return what the side panel says, line by line."""
        sheets = [it for it in self.panel.findChildren(Sheet) if it.isVisible()]
        return "\n".join(line_words(line) for it in sheets for line in lines(it.picture.shapes))

    def said(self) -> str:
        """Return what is said over the map for a moment; "" where nothing is."""
        found = [it for it in self.bars if it.accessibleName() and not it.picture.hits]
        return "\n".join(line_words(line) for it in found for line in lines(it.picture.shapes))

    def image(self) -> QImage:
        """Return the window as it is painted now."""
        settle()
        return grab(self.window)


@contextmanager
def lecture(
    state: State | None = None, width: int = 1280, height: int = 800, deck: Deck | None = None
) -> Iterator[Lecture]:
    """Have the app open in a window of `width` x `height` px while the block runs."""
    told = Lecture(deck or embedded(), state or opening(), width, height)
    try:
        yield told
    finally:
        told.end()


def the(kind: type[W], owner: QWidget) -> W:
    """Return the only part of that kind."""
    (found,) = owner.findChildren(kind)
    return found


def shown(canvas: Canvas) -> Picture:
    """Return the picture of a canvas that shows one."""
    assert canvas.picture is not None
    return canvas.picture


def lines(shapes: Iterable[Shape]) -> Iterator[TextLine]:
    """Yield every line of words among `shapes`."""
    for shape in shapes:
        match shape:
            case TextLine():
                yield shape
            case Clip():
                yield from lines(shape.shapes)
            case _:
                pass


def line_words(line: TextLine) -> str:
    """Return what a line says."""
    return "".join(span.text for span in line.spans)


def focus() -> QWidget | None:
    """Return what has the keyboard's focus."""
    return QApplication.focusWidget()


def click(target: QWidget, point: QPointF) -> None:
    """Press and release the left button at `point` of `target`."""
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, PLAIN, point.toPoint())


def middle(hit: Hit) -> QPointF:
    """Return the middle of a hit, px of its picture."""
    return QRectF(hit.x, hit.y, hit.width, hit.height).center()


def grab(widget: QWidget) -> QImage:
    """Return `widget` as it is painted once all in it has come to rest."""
    for moving in widget.findChildren(Moving):
        moving.finish()
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def until(condition: Callable[[], bool]) -> None:
    """Let the app go on until `condition` holds.

    Raises:
        AssertionError: it does not within twenty seconds.
    """
    deadline = QDeadlineTimer(_PATIENCE_MS)
    while not condition():
        assert not deadline.hasExpired(), "what was waited for did not come"
        QApplication.processEvents()


def settle() -> None:
    """Let everything happen that waits for its turn, and what follows from it."""
    for _ in range(_TURNS):
        QApplication.processEvents()
