"""The side panel: a page that scrolls, the chart under it, and a foot that stays."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explainer.intents import Order
from explainer.picture import Picture
from explainer.state import ThemeName
from explainer.views.sheet import Sheet
from explainer.views.style import ink_colour

if TYPE_CHECKING:
    from explainer.chart import ChartPicture
    from explainer.panel import PanelPicture
    from explainer.views.chart import Chart

_CHART_AIR = 24


class Panel(QWidget):
    """Shows panel pictures; `dispatch` hears what the user asks for.

    Another subject is shown from its top; coming back from a card, the page stands where it was.
    """

    def __init__(self, dispatch: Callable[[Order], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dispatch = dispatch
        self._subject = ""
        self._left_at: dict[str, int] = {}
        self._theme: ThemeName = "light"
        self._padding = 0
        self._chart_picture: ChartPicture | None = None
        self._chart: Chart | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._make_chart)
        self._page = QWidget()
        self._body = Sheet(dispatch, grows=True, parent=self._page)
        self._chart_place = QWidget(self._page)
        self._area = QScrollArea(self)
        self._foot = Sheet(dispatch, parent=self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._page)
        self.setAutoFillBackground(True)
        _stack(self._page, self._body, self._chart_place, None)
        _stack(self, self._area, self._foot)
        QWidget.setTabOrder(self._body, self._foot)

    def content_width(self) -> int:
        """Return the width that a panel picture should have, px."""
        return self.width()

    @property
    def chart(self) -> Chart | None:
        """The chart, once one was shown."""
        return self._chart

    def show_picture(
        self, panel: PanelPicture, chart: ChartPicture | None, theme: ThemeName
    ) -> None:
        """Show `panel`, and `chart` under its body where there is one."""
        self._wear(theme)
        bar = self._area.verticalScrollBar()
        moved = panel.subject != self._subject
        if moved:
            self._left_at[self._subject] = bar.value()
        self._set(self._body, panel.body)
        self._foot.setVisible(panel.foot is not None)
        if panel.foot is not None:
            self._set(self._foot, panel.foot)
        self._show_chart(chart, panel.padding)
        if moved:
            returns = self._subject.startswith(("claim:", "ability:"))
            self._subject = panel.subject
            self._settle()
            bar.setValue(self._left_at.get(panel.subject, 0) if returns else 0)

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

    def _show_chart(self, chart: ChartPicture | None, padding: float) -> None:
        self._chart_picture = chart
        self._chart_place.setVisible(chart is not None)
        if chart is None:
            return
        self._padding = round(padding)
        self._chart_place.setFixedHeight(ceil(chart.picture.height) + _CHART_AIR)
        if self._chart is None:
            # Its libraries cost more than the whole start: first the page is painted.
            self._soon.start()
        else:
            self._chart.move(self._padding, 0)
            self._chart.show_picture(chart, self._theme)

    def _make_chart(self) -> None:
        if self._chart is None and self._chart_picture is not None:
            from explainer.views.chart import Chart

            self._chart = Chart(self._dispatch, self._chart_place)
            self._chart.move(self._padding, 0)
            self._chart.show_picture(self._chart_picture, self._theme)
            self._chart.show()
            QWidget.setTabOrder(self._body, self._chart)
            QWidget.setTabOrder(self._chart, self._foot)


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
