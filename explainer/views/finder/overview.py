"""The overview as a page: all stages as small slides, and one field for a number or words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from explainer.bars.controls import Place
from explainer.deck import Deck
from explainer.intents import Order, Press
from explainer.overview import (
    Grid,
    beside,
    grid,
    overview_empty,
    overview_head,
    overview_tiles,
    shown_steps,
    stage_matches,
)
from explainer.picture import enlarged
from explainer.schema import Language, StepId
from explainer.state import ThemeName
from explainer.strings import say
from explainer.theme import layout, window_type
from explainer.views.dialogs.page import fitting
from explainer.views.dialogs.spread import Spread
from explainer.views.finder.body import (
    CONFIRM,
    END_KEYS,
    FIND,
    Body,
    bring_into_view,
    scrolling,
    times,
)
from explainer.views.finder.field import Field
from explainer.views.finder.miniatures import Miniatures, Wanted
from explainer.views.sheet import Sheet
from explainer.views.style import ink_colour, style_sheet
from explainer.views.text import QtRuler
from explainer.views.window import whole_px

Direction = Literal["left", "right", "up", "down"]
_ARROWS: Mapping[str, Direction] = {
    "Left": "left",
    "Right": "right",
    "Up": "up",
    "Down": "down",
    "PgUp": "up",
    "PgDown": "down",
}
_DIMMED = 0.22
"""How much is left of a slide that does not fit."""
_AIR = 60.0
"""px that stay around what was scrolled to: its caption, and a piece of its neighbour."""


class OverviewPage(Spread):
    """All stages; `choose` hears which step is wanted, `search` what to look for elsewhere."""

    def __init__(
        self,
        deck: Deck,
        step: StepId,
        *,
        choose: Callable[[StepId], None],
        search: Callable[[str], None],
        close: Callable[[], None],
    ) -> None:
        super().__init__()
        self._deck = deck
        self._step = step
        self._choose = choose
        self._search = search
        self._close = close
        self._shown = shown_steps(deck, step)
        self._current = self._shown.index(step)
        self._selected = self._current
        self._matches = stage_matches(deck, "", self._current)
        self._language: Language = "en"
        self._theme: ThemeName = "light"
        self._text_scale = 1.0
        self._ruler = QtRuler()
        self._head = Sheet(self._hear, parent=self)
        self.field = Field(self, size=window_type("ui"), sideways=True)
        self._tiles = _Tiles(self._hear, self.field)
        self._area = scrolling(self, self._tiles)
        self._empty = Sheet(self._hear, parent=self)
        self._miniatures = Miniatures(self._note_painted, self._urgency, self)
        self._tiles.miniatures = self.painted
        self.field.textChanged.connect(self._typed)
        QWidget.setTabOrder(self.field, self._tiles)
        QWidget.setTabOrder(self._tiles, self._head)

    @property
    def painted(self) -> Mapping[int, QPixmap]:
        """The slides that are painted up to now, by the place of their stage."""
        return self._miniatures.painted

    def wear(self, language: Language, theme: ThemeName, text_scale: float = 1.0) -> None:
        """Take language, colours and the size of words."""
        self._language, self._theme, self._text_scale = language, theme, text_scale
        self.setAccessibleName(say("overview.name", language))
        self._area.setStyleSheet(style_sheet(theme))
        self._show()

    def begin(self) -> None:
        """Put the cursor into the field, and the current stage in sight."""
        self.field.setFocus()
        self._scroll()

    def use_key(self, names: Collection[str]) -> bool:
        """Move the selection, or go where it stands."""
        if not CONFIRM.isdisjoint(names):
            self._confirm()
            return True
        if FIND in names:
            self._search(self.field.text())
            return True
        end = next((name for name in END_KEYS if name in names), "")
        if end:
            if self._matches.lit:
                choose = max if end.endswith("End") else min
                self._select(choose(self._matches.lit))
            return True
        key = next((name for name in names if name in _ARROWS), None)
        if key is None:
            return False
        rows = self._rows_in_sight() if key.startswith("Pg") else 1
        columns = self._grid().columns
        if self._selected >= 0:
            self._select(beside(self._selected, _ARROWS[key], columns, self._matches.lit, rows))
        return True

    def end(self) -> None:
        """Paint no more slides."""
        self._miniatures.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.width() > 0:
            self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), ink_colour(self._theme, "background"))

    def _scale(self) -> float:
        """Return how many times as large as usual everything is drawn, but for the slides."""
        return fitting(self._text_scale, self.width(), self.height())

    def _grid(self) -> Grid:
        """Return the places at the usual size of words."""
        return grid(len(self._shown), self.width() / self._scale())

    def _places(self) -> tuple[Place, ...]:
        """Return the places of the slides as they are drawn."""
        return tuple(times(tile, self._scale()) for tile in self._grid().tiles)

    def _show(self) -> None:
        """Give everything its place, and have the slides painted for it."""
        bar = round(layout("topbar") * self._scale())
        self._head.setGeometry(0, 0, self.width(), bar)
        self._area.setGeometry(0, bar, self.width(), max(0, self.height() - bar))
        place = self._places()[0]
        ratio = self.devicePixelRatioF()
        size = (max(1, round(place.width * ratio)), max(1, round(place.height * ratio)))
        self._show_pictures()
        self._miniatures.begin(
            Wanted(self._deck, self._shown, self._language, self._theme, size, ratio)
        )

    def _show_pictures(self) -> None:
        language, ruler, scale = self._language, self._ruler, self._scale()
        typed = self.field.text()
        head = overview_head(
            self._deck,
            self._matches,
            filtered=bool(typed.strip()),
            language=language,
            width=self.width() / scale,
            ruler=ruler,
        )
        self._head.show_picture(enlarged(head.picture, scale), self._theme)
        hint, name = say("overview.field", language), say("overview.field.name", language)
        self.field.wear(self._theme, scale, hint, name)
        self.field.setGeometry(whole_px(times(head.field, scale)))
        grid_now = self._grid()
        shown = list(self._shown)
        if self._matches.step is not None:
            shown[self._matches.best] = self._matches.step
        tiles = overview_tiles(
            self._deck,
            self._step,
            shown,
            self._matches,
            self._selected,
            grid_now,
            language,
            ruler,
        )
        self._tiles.lay(self._places(), self._matches.lit)
        self._tiles.show_picture(enlarged(tiles, scale), self._theme)
        self._tiles.update()
        told = tiles.hits[self._selected].name if self._selected >= 0 else ""
        self._show_empty()
        self.field.setAccessibleDescription(told or say("overview.none", language, typed=typed))

    def _show_empty(self) -> None:
        """Say over the dimmed stages that none fits, and what can be done."""
        none = not self._matches.lit
        self._empty.setVisible(none)
        if not none:
            return
        scale = self._scale()
        width = self.width() / scale
        card = enlarged(
            overview_empty(self._deck, self.field.text(), self._language, width, self._ruler),
            scale,
        )
        left = round((self.width() - card.width) / 2)
        top = round(self._area.y() + 0.24 * self._area.height())
        self._empty.setGeometry(left, top, round(card.width), round(card.height))
        self._empty.show_picture(card, self._theme)
        self._empty.raise_()

    def _typed(self, typed: str) -> None:
        self._matches = stage_matches(self._deck, typed, self._current)
        self._selected = self._matches.best
        self._show_pictures()
        self._scroll()

    def _select(self, at: int) -> None:
        self._selected = at
        self._show_pictures()
        self._scroll()

    def _confirm(self) -> None:
        if self._selected < 0:
            self._search(self.field.text())
        else:
            self._open(self._selected)

    def _open(self, at: int) -> None:
        aimed = self._matches.step if at == self._matches.best else None
        self._choose(aimed or self._shown[at])

    def _hear(self, order: Order) -> None:
        match order:
            case Press("close"):
                self._close()
            case Press("search"):
                self._search(self.field.text())
            case Press(at):
                self._open(int(at))

    def _scroll(self) -> None:
        if self._selected >= 0:
            bring_into_view(self._area, self._places()[self._selected], _AIR)

    def _rows_in_sight(self) -> int:
        tiles = self._places()
        columns = self._grid().columns
        if len(tiles) <= columns:
            return 1
        pitch = tiles[columns].y - tiles[0].y
        return max(1, int(self._area.height() / pitch) - 1)

    def _note_painted(self, at: int) -> None:
        self._tiles.update(whole_px(self._places()[at]))

    def _urgency(self, at: int) -> float:
        """Return how long a slide can wait: those in sight come first, then the nearest."""
        place = self._places()[at]
        top = self._area.verticalScrollBar().value()
        seen = place.y + place.height > top and place.y < top + self._area.height()
        return abs(at - max(0, self._selected)) + (0 if seen else len(self._shown))


class _Tiles(Body):
    """The frames and captions, with the painted slides in them."""

    miniatures: Mapping[int, QPixmap]

    def __init__(self, dispatch: Callable[[Order], None], field: QWidget) -> None:
        super().__init__(dispatch, field)
        self.miniatures = {}
        self._places: tuple[Place, ...] = ()
        self._lit: frozenset[int] = frozenset()

    def lay(self, places: tuple[Place, ...], lit: Collection[int]) -> None:
        """Take where the slides stand, and which of them are not dimmed."""
        self._places, self._lit = places, frozenset(lit)

    def _paint_more(self, painter: QPainter, clip: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for at, pixmap in self.miniatures.items():
            frame = whole_px(self._places[at])
            if not clip.intersects(QRectF(frame)):
                continue
            if at not in self._lit:
                painter.fillRect(frame, ink_colour(self._theme, "background"))
            painter.setOpacity(1.0 if at in self._lit else _DIMMED)
            painter.drawPixmap(frame, pixmap)
            painter.setOpacity(1.0)
