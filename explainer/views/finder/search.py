"""The search as a page: a frame over the window with a field, and what was found under it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import chain

from PySide6.QtCore import QRect
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from explainer.bars.controls import Place
from explainer.deck import Deck
from explainer.find import TALK_KINDS, Entry, Group, Kind, groups, suggestions
from explainer.find.entries import KINDS
from explainer.intents import Order, Press
from explainer.picture import enlarged
from explainer.schema import Language
from explainer.search import (
    FIELD_TEXT,
    Frame,
    Row,
    Rows,
    search_empty,
    search_frame,
    search_rows,
)
from explainer.state import ThemeName
from explainer.strings import say
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
from explainer.views.sheet import Sheet
from explainer.views.style import style_sheet
from explainer.views.text import QtRuler
from explainer.views.window import whole_px

_AIR = 10.0
"""px that stay above and below a row that was scrolled to."""


class SearchPage(Spread):
    """Finds what of `kinds` fits the words in its field; `choose` hears what is wanted."""

    def __init__(
        self,
        deck: Deck,
        kinds: tuple[Kind, ...],
        typed: str = "",
        *,
        choose: Callable[[Entry], None],
        close: Callable[[], None],
    ) -> None:
        super().__init__()
        self._deck = deck
        self._kinds = kinds
        self._choose = choose
        self._close = close
        self._unfolded: frozenset[Kind] = frozenset()
        self._found: tuple[Group, ...] = ()
        self._alike: tuple[Entry, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._entries: dict[str, Entry] = {}
        self._selected = ""
        self._outer = QRect()
        self._language: Language = "en"
        self._theme: ThemeName = "light"
        self._text_scale = 1.0
        self._ruler = QtRuler()
        self._frame = Sheet(self._hear, parent=self)
        self.field = Field(self, size=FIELD_TEXT)
        self.field.setText(typed)
        self._body = Body(self._hear, self.field)
        self._area = scrolling(self, self._body)
        self._find()
        self.field.textChanged.connect(self._typed)
        QWidget.setTabOrder(self.field, self._body)

    def wear(self, language: Language, theme: ThemeName, text_scale: float = 1.0) -> None:
        """Take language, colours and the size of words."""
        self._language, self._theme, self._text_scale = language, theme, text_scale
        self.setAccessibleName(say("search.field.name", language))
        self._area.setStyleSheet(style_sheet(theme))
        self._show()

    def begin(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus()

    def use_key(self, names: Collection[str]) -> bool:
        """Move the selection, or take what is selected."""
        if not CONFIRM.isdisjoint(names):
            self._take(self._selected)
            return True
        if FIND in names:
            self.field.selectAll()
            return True
        for name, rows in (("Down", 1), ("Up", -1), ("PgDown", 0), ("PgUp", 0)):
            if name in names:
                self._move(rows or self._page_of_rows(forward=name == "PgDown"))
                return True
        for name in END_KEYS:
            if name in names:
                self._move(len(self._rows) * (1 if name.endswith("End") else -1))
                return True
        return False

    def end(self) -> None:
        """There is nothing that would go on."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.width() > 0:
            self._show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the frame closes it."""
        if not self._outer.contains(event.position().toPoint()):
            self._close()

    def _find(self) -> None:
        typed = self.field.text()
        self._found = groups(self._deck, typed, self._kinds, self._unfolded)
        self._alike = () if self._found else suggestions(self._deck, typed, self._kinds)
        listed = [*chain.from_iterable(it.entries for it in self._found), *self._alike]
        self._entries = {f"{entry.kind}:{entry.id}": entry for entry in listed}

    def _show(self) -> None:
        language, ruler = self._language, self._ruler
        typed = self.field.text()
        scale = self._scale()
        frame = search_frame(
            self.width() / scale,
            self.height() / scale,
            sum(it.count for it in self._found),
            language,
            ruler,
            filtered=bool(typed.strip()),
        )
        self._frame.setGeometry(self.rect())
        self._frame.show_picture(enlarged(frame.picture, scale), self._theme)
        self._outer = whole_px(times(frame.outer, scale))
        hint = "search.field.talk" if self._kinds == TALK_KINDS else "search.field"
        name = say("search.field.name", language)
        self.field.wear(self._theme, scale, say(hint, language), name)
        self.field.setGeometry(whole_px(times(frame.field, scale)))
        self._area.setGeometry(whole_px(times(frame.body, scale)))
        rows = self._rows_for(typed, frame)
        self._rows = rows.rows
        self._body.show_picture(enlarged(rows.picture, scale), self._theme)
        told = next((row.name for row in rows.rows if row.control == self._selected), "")
        self.field.setAccessibleDescription(told or say("search.none", language, typed=typed))

    def _rows_for(self, typed: str, frame: Frame) -> Rows:
        """Return what is listed; the first row is selected where none is."""
        first = next(iter(self._entries), "")
        self._selected = self._selected or first
        width, language, ruler = frame.body.width, self._language, self._ruler
        if self._found:
            return search_rows(self._found, typed, self._selected, language, width, ruler)
        hint = (
            say("search.none.hint", language, example=next(iter(self._deck.claims), "1"))
            if self._kinds == KINDS
            else say("search.none.talk", language)
        )
        return search_empty(typed, hint, self._alike, self._selected, language, width, ruler)

    def _typed(self, _: str) -> None:
        self._unfolded, self._selected = frozenset(), ""
        self._find()
        self._show()
        self._area.verticalScrollBar().setValue(0)

    def _move(self, rows: int) -> None:
        controls = [row.control for row in self._rows]
        if not controls:
            return
        at = controls.index(self._selected) + rows
        self._selected = controls[max(0, min(at, len(controls) - 1))]
        self._show()
        row = next(it for it in self._rows if it.control == self._selected)
        place = times(Place(0, row.top, 1, row.height), self._scale())
        bring_into_view(self._area, place, _AIR)

    def _page_of_rows(self, *, forward: bool) -> int:
        """Return how many rows further the one stands that is a screenful away."""
        at = next((at for at, it in enumerate(self._rows) if it.control == self._selected), 0)
        far = self._area.height() / self._scale() * 0.8
        here = self._rows[at].top if self._rows else 0.0
        inside = [
            other
            for other, row in enumerate(self._rows)
            if (0 < row.top - here <= far if forward else 0 < here - row.top <= far)
        ]
        if not inside:
            return 1 if forward else -1
        return (max(inside) if forward else min(inside)) - at

    def _take(self, control: str) -> None:
        kind, _, name = control.partition(":")
        if kind == "all":
            self._unfold(name)
        elif control in self._entries:
            self._choose(self._entries[control])

    def _unfold(self, name: str) -> None:
        """List all of a kind; the selection goes to the first that was not listed before."""
        before = {row.control for row in self._rows}
        self._unfolded |= {kind for kind in KINDS if kind == name}
        self._find()
        new = (f"{name}:{it.id}" for group in self._found for it in group.entries)
        self._selected = next((it for it in new if it in self._entries and it not in before), "")
        self._show()
        self._move(0)

    def _hear(self, order: Order) -> None:
        if isinstance(order, Press):
            self._take(order.control)

    def _scale(self) -> float:
        return fitting(self._text_scale, self.width(), self.height())
