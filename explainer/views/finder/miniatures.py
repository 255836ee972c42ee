"""Small true pictures of slides, painted one piece at a time between the events of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter, QPixmap

from explainer.deck import Deck
from explainer.picture import Picture
from explainer.schema import Language, StepId
from explainer.slide import slide_picture
from explainer.state import ThemeName
from explainer.views.paint import paint
from explainer.views.style import ink_colour
from explainer.views.text import QtRuler

_WHOLE = (1920.0, 1080.0)
"""The slide that is made smaller: so a small one is the same picture."""


class Wanted(Struct, frozen=True):
    """Which slides are painted, and how."""

    deck: Deck
    steps: tuple[StepId, ...]
    language: Language
    theme: ThemeName
    size: tuple[int, int]
    """px on the screen's own grid."""
    ratio: float
    """Such px for one of the window's."""


class Miniatures(QObject):
    """Paints slides; `on_painted` hears of each, `urgency` says which comes first (the least)."""

    def __init__(
        self, on_painted: Callable[[int], None], urgency: Callable[[int], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._on_painted = on_painted
        self._urgency = urgency
        self._wanted: Wanted | None = None
        self._waiting: list[int] = []
        self._next: tuple[int, Picture] | None = None
        self._painted: dict[int, QPixmap] = {}
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    @property
    def painted(self) -> Mapping[int, QPixmap]:
        """What there is up to now, by the place among the steps."""
        return self._painted

    def begin(self, wanted: Wanted) -> None:
        """Paint `wanted`; what was painted in another size stands in until its turn comes."""
        old, self._wanted = self._wanted, wanted
        if wanted == old:
            return
        alike = old is not None and (old.steps, old.language, old.theme) == (
            wanted.steps,
            wanted.language,
            wanted.theme,
        )
        if not alike:
            self._painted.clear()
        self._waiting = list(range(len(wanted.steps)))
        self._next = None
        self._timer.start()

    def stop(self) -> None:
        """Paint no more."""
        self._timer.stop()
        self._waiting = []

    def _go_on(self) -> None:
        """Do one piece: lay a slide out, or paint the one that was laid out."""
        wanted = self._wanted
        if wanted is None or not (self._waiting or self._next):
            return
        if self._next is None:
            at = min(self._waiting, key=self._urgency)
            self._waiting.remove(at)
            self._timer.start()
            self._next = (at, _picture(wanted, at))
            return
        at, picture = self._next
        self._next = None
        if self._waiting:
            self._timer.start()
        self._painted[at] = _painted(picture, wanted)
        self._on_painted(at)


def _picture(wanted: Wanted, at: int) -> Picture:
    step = wanted.steps[at]
    return slide_picture(wanted.deck, step, wanted.language, *_WHOLE, QtRuler())


def _painted(picture: Picture, wanted: Wanted) -> QPixmap:
    width, height = wanted.size
    pixmap = QPixmap(width, height)
    pixmap.fill(ink_colour(wanted.theme, picture.ground))
    with QPainter(pixmap) as painter:
        painter.scale(width / picture.width, height / picture.height)
        paint(painter, picture, wanted.theme)
    pixmap.setDevicePixelRatio(wanted.ratio)
    return pixmap
