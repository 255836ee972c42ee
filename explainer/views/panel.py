"""The side panel: a page that scrolls, the charts under it, a foot and a status that stay."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explainer.intents import Order
from explainer.picture import Picture, enlarged
from explainer.schema import Language
from explainer.state import ThemeName
from explainer.views.sheet import Sheet
from explainer.views.style import ink_colour
from explainer.views.text import QtRuler
from explainer.why import CARDS, LISTS, card_of

if TYPE_CHECKING:
    from explainer.chart import ChartPicture
    from explainer.panel import PanelPicture
    from explainer.panel.column import Sight
    from explainer.panel.numbers import NumbersPicture
    from explainer.views.chart import Chart

_CHART_AIR = 24
_AIR = 8
"""px around what is brought into sight."""
_LOW = 260
"""px of height under which nothing is kept in view but the page."""


class Panel(QWidget):
    """Shows panel pictures; `dispatch` hears what the user asks for.

    Another subject is shown from its top; coming back from a card, the page stands where it was.
    """

    def __init__(self, dispatch: Callable[[Order], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dispatch = dispatch
        self._subject = ""
        self._left_at: dict[str, int] = {}
        self._sight_of = ""
        self._theme: ThemeName = "light"
        self._scale = 1.0
        self._page = QWidget()
        self._body = Sheet(dispatch, grows=True, parent=self._page)
        self._chart = _Figure(dispatch, self._tell, self._order, self._page)
        self._numbers = Sheet(dispatch, grows=True, parent=self._page)
        self._plot = _Figure(dispatch, self._tell, self._order, self._page)
        self._area = QScrollArea(self)
        self._foot = Sheet(dispatch, parent=self)
        self._last = Sheet(dispatch, grows=True, parent=self._page)
        self._status = Sheet(dispatch, parent=self)
        self._status.hide()
        self._language: Language = "en"
        self._padding = 0.0
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._page)
        # The scroll area lets its page fill itself, in colours of Qt's own; the panel's show here.
        self._page.setAutoFillBackground(False)
        self.setAutoFillBackground(True)
        _stack(self._page, self._body, self._chart, self._numbers, self._plot, None, self._last)
        _stack(self, self._area, self._status, self._foot)
        self._order()

    def content_width(self) -> int:
        """Return the width that a panel picture should have, px."""
        return self.width()

    @property
    def foot(self) -> Sheet:
        """What stays under the page."""
        return self._foot

    @property
    def status(self) -> Sheet:
        """What says at the foot what a mark means."""
        return self._status

    @property
    def chart(self) -> Chart | None:
        """The chart of marks, once one was shown."""
        return self._chart.chart

    @property
    def plot(self) -> Chart | None:
        """The chart of published numbers, once one was shown."""
        return self._plot.chart

    def show_picture(  # noqa: PLR0913 - a page, its charts, and how they look
        self,
        panel: PanelPicture,
        chart: ChartPicture | None,
        theme: ThemeName,
        numbers: NumbersPicture | None = None,
        scale: float = 1.0,
        pointed: str = "",
    ) -> None:
        """Show `panel`, and under its body `chart` and `numbers` where there are any.

        The pictures are as large as they shall be; charts are made `scale` times as large here.
        `pointed` says what is pointed at elsewhere, on the map.
        """
        self._scale = scale
        self._wear(theme)
        bar = self._area.verticalScrollBar()
        moved = panel.subject != self._subject
        if moved:
            self._left_at[self._subject] = bar.value()
        self._set(self._body, panel.body)
        self._show_foot(panel.foot)
        self._chart.show_picture(chart, panel.padding, theme, scale)
        self._show_numbers(numbers, moved=moved)
        self._show_status(panel, pointed)
        if moved:
            kind, _, _ = card_of(self._subject)
            returns = kind in (*CARDS, *LISTS)
            self._subject = panel.subject
            self._settle()
            bar.setValue(self._left_at.get(panel.subject, 0) if returns else 0)
            if returns and panel.subject in self._left_at:
                self._sight_of = panel.sight.of if panel.sight is not None else ""
        self._bring_into_sight(panel.sight, moved=moved)

    def _bring_into_sight(self, sight: Sight | None, *, moved: bool) -> None:
        """Scroll no further than needed to what was asked for, once; its head is never left out."""
        before, self._sight_of = self._sight_of, sight.of if sight is not None else ""
        if sight is None or sight.of == before or (moved and sight.lasts):
            return
        self._settle()
        bar, room = self._area.verticalScrollBar(), self._area.maximumViewportSize().height()
        bar.setValue(round(min(max(bar.value(), sight.foot + _AIR - room), sight.top - _AIR)))

    def _show_foot(self, foot: Picture | None) -> None:
        """Keep the foot in view; in a low panel, where little room is left, it ends the page."""
        for sheet, here in ((self._foot, not self._low), (self._last, self._low)):
            sheet.setVisible(foot is not None and here)
            if foot is not None and here:
                self._set(sheet, foot)

    @property
    def _low(self) -> bool:
        return self.height() < _LOW * self._scale

    def _show_status(self, panel: PanelPicture, pointed: str) -> None:
        """Say at the foot what is `pointed` at on the map; a chart says so itself."""
        self._status.setVisible(panel.status and not self._low)
        self._language, self._padding = panel.language, panel.padding
        if panel.status:
            self._tell(pointed or self._told())

    def _told(self) -> str:
        """Return what the charts that are seen tell."""
        charts = (self._chart.chart, self._plot.chart)
        return next((it.told for it in charts if it is not None and it.told), "")

    def _tell(self, says: str) -> None:
        from explainer.panel.status import status_picture  # a story has none

        width, padding = self.content_width() / self._scale, self._padding / self._scale
        shown = status_picture(says, self._language, width, padding, QtRuler())
        self._set(self._status, enlarged(shown, self._scale))

    def _settle(self) -> None:
        """Let the page take its new height now, so that the place to scroll to exists."""
        for widget in (self, self._page):
            made = widget.layout()
            if made is not None:
                made.activate()
        # Asked without the viewport itself: a bare QWidget from Qt costs PySide 20 ms once.
        room = self._area.maximumViewportSize()
        self._page.resize(room.width(), max(room.height(), self._page.sizeHint().height()))

    def _set(self, sheet: Sheet, picture: Picture) -> None:
        sheet.setFixedHeight(ceil(picture.height))
        sheet.show_picture(picture, self._theme)

    def _wear(self, theme: ThemeName) -> None:
        self._theme = theme
        palette = self.palette()
        surface = ink_colour(theme, "surface")
        if palette.color(QPalette.ColorRole.Window) != surface:
            palette.setColor(QPalette.ColorRole.Window, surface)
            self.setPalette(palette)

    def _show_numbers(self, numbers: NumbersPicture | None, *, moved: bool) -> None:
        unfolds = numbers is not None and numbers.plot is not None and self._plot.isHidden()
        self._numbers.setVisible(numbers is not None)
        if numbers is not None:
            self._set(self._numbers, numbers.head)
        plot, left = (numbers.plot, numbers.left) if numbers is not None else (None, 0.0)
        self._plot.show_picture(plot, left, self._theme, self._scale)
        if unfolds and not moved:
            # What was asked for is brought into sight, and never its title out of it.
            self._settle()
            bar = self._area.verticalScrollBar()
            foot = self._plot.y() + self._plot.height() - self._area.maximumViewportSize().height()
            bar.setValue(max(bar.value(), min(self._numbers.y(), foot)))

    def _order(self) -> None:
        """Let the Tab key go from top to bottom, through charts that are there."""
        charts = (self._chart.chart, self._plot.chart)
        stops = (self._body, charts[0], self._numbers, charts[1], self._last, self._foot)
        there = [widget for widget in stops if widget is not None]
        for before, after in pairwise(there):
            QWidget.setTabOrder(before, after)


class _Figure(QWidget):
    """The place of a chart, which is made when it is first shown; `on_made` hears of it."""

    def __init__(
        self,
        dispatch: Callable[[Order], None],
        tell: Callable[[str], None],
        on_made: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._dispatch = dispatch
        self._tell = tell
        self._on_made = on_made
        self._theme: ThemeName = "light"
        self._left = 0
        self._scale = 1.0
        self._picture: ChartPicture | None = None
        self.chart: Chart | None = None
        self._still: Sheet | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._make)
        self.hide()

    def show_picture(
        self, picture: ChartPicture | None, padding: float, theme: ThemeName, scale: float
    ) -> None:
        """Show `picture`, `padding` px from the left and enlarged; None takes no place."""
        self._picture, self._left = picture, round(padding)
        self._theme, self._scale = theme, scale
        self.setVisible(picture is not None)
        if picture is None:
            return
        self.setFixedHeight(ceil(picture.picture.height * scale) + _CHART_AIR)
        if self.chart is None:
            # Its libraries cost more than the whole start: first the page is painted, with the
            # chart as it looks, and then it learns to answer.
            self._show_still(picture)
            self._soon.start()
        else:
            self.chart.move(self._left, 0)
            self.chart.show_picture(picture, theme, scale)

    def _show_still(self, picture: ChartPicture) -> None:
        """Show the chart as a mere picture."""
        if self._still is None:
            self._still = Sheet(self._dispatch, parent=self)
        drawn = enlarged(replace(picture.picture, hits=()), self._scale)
        self._still.setGeometry(self._left, 0, ceil(drawn.width), ceil(drawn.height))
        self._still.show_picture(drawn, self._theme)
        self._still.show()

    def _make(self) -> None:
        if self.chart is None and self._picture is not None:
            from explainer.views.chart import Chart

            self.chart = Chart(self._dispatch, self._tell, self)
            self.chart.move(self._left, 0)
            self.chart.show_picture(self._picture, self._theme, self._scale)
            self.chart.show()
            if self._still is not None:
                self._still.deleteLater()
                self._still = None
            self._on_made()


def _stack(owner: QWidget, *widgets: QWidget | None) -> None:
    """Stand `widgets` under one another, without air; None takes what is left."""
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        if widget is None:
            column.addStretch(1)
        else:
            column.addWidget(widget)
