"""Which picture each view is handed: computed from deck and state, kept while nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from explainer.bars import Areas, legend, story_bar, top_bar
from explainer.bars.controls import Place
from explainer.bars.hall import hall_mark
from explainer.bars.handle import handle_picture
from explainer.bars.top import NARROW
from explainer.deck import Deck
from explainer.intents import Order
from explainer.panel import panel_chart, panel_picture
from explainer.panel.foot import pointed_term
from explainer.picture import Picture, enlarged, placed
from explainer.placement import window_scale
from explainer.schema import TextSlide, TitleSlide
from explainer.slide import body_picture, slide_picture
from explainer.slide.bodies import callouts
from explainer.slide.measures import Measures
from explainer.state import State
from explainer.story import is_away, shown_view, shows_map, step
from explainer.strings import say
from explainer.theme import number, slide_type, window_type
from explainer.views.canvas import Canvas
from explainer.views.panel import Panel
from explainer.views.sheet import Sheet
from explainer.views.text import QtRuler
from explainer.views.window import Parts, whole_px
from explainer.why import named_model

if TYPE_CHECKING:
    from explainer.motion import Way
    from explainer.views.hall import Hall

T = TypeVar("T")
_TALLEST = 0.75
"""Height to width of the box whose height gives a body its sizes; a higher one only gives air."""
_LEAST = window_type("floor") / slide_type("label_floor")
"""px of height below which the parts of a body would not go together any more."""


class Scenes:
    """Holds the window's views and keeps the last picture of each.

    `dispatch` hears what any of them asks for.
    """

    def __init__(self, dispatch: Callable[[Order], None]) -> None:
        self._dispatch = dispatch
        self._ruler = QtRuler()
        self._kept: dict[str, tuple[Hashable, object]] = {}

    def make_parts(self, window: QWidget) -> Parts:
        """Return the views, as children of `window`."""
        self.top = Sheet(self._dispatch, parent=window)
        self.map = Canvas(self._dispatch, window)
        self.lens = Sheet(self._dispatch, parent=window)
        self.legend = Sheet(self._dispatch, parent=window)
        self.panel = Panel(self._dispatch, window)
        self.story = Sheet(self._dispatch, parent=window)
        self.handle = Sheet(self._dispatch, parent=window)
        self.notice = Sheet(self._dispatch, parent=window)
        self.notice.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.notice.hide()
        return Parts(
            self.top, self.map, self.lens, self.legend, self.panel, self.story, self.handle
        )

    def show(  # noqa: PLR0913 - all that is seen
        self,
        deck: Deck,
        state: State,
        areas: Areas,
        *,
        charts: bool,
        lost: bool = False,
        notice: str = "",
        way: Way = "cut",
    ) -> None:
        """Show `state` in the window's views; without `charts` the panel waits with its chart.

        `lost`: the hall's screen is gone. `notice` is what is said over the map. `way` says how
        the map comes to `state`.
        """
        theme = state.theme
        still = replace(state, hover="")
        lasting = replace(still, away=None, looked_up=False, cards=(), panel=True, notes=False)
        bare = replace(lasting, leaving=False, blank="")
        bar = self._kept_or(
            "top",
            (deck, lasting, lost, areas.top, areas.bars, areas.short),
            lambda: enlarged(
                top_bar(
                    deck,
                    lasting,
                    areas.top.width / areas.bars,
                    self._ruler,
                    short=areas.short,
                    lost=lost,
                ),
                areas.bars,
            ),
        )
        self.top.show_picture(bar, theme)
        mark = hall_mark(lasting, lost=lost)
        # A screen reader hears of it although the focus is elsewhere.
        sees = "" if mark is None else say(f"{mark.key}.name", state.language)
        if sees != self.top.accessibleDescription():
            self.top.setAccessibleDescription(sees)
        self._show_map(deck, state, areas, way=way)
        self._show_lens(deck, state, areas)
        beside = areas.handle.height > areas.handle.width
        handle = handle_picture(state.language, opened=state.panel, beside=beside)
        self.handle.show_picture(handle, theme)
        view = shown_view(deck, state)
        key = self._kept_or(
            "legend",
            (deck, state.language, view.established, view.counterparts, areas.legend, areas.bars),
            lambda: legend(
                deck, still, areas.legend.width, self._ruler, areas.bars, short=areas.short
            ),
        )
        self.legend.show_picture(key, theme)
        if areas.story is not None:
            width = areas.story.width / areas.bars
            told = bare
            if is_away(deck, state):
                told = replace(bare, away=_uncut(state).away, looked_up=state.looked_up)
            line = self._kept_or(
                "story",
                (deck, told, width, areas.bars, areas.short),
                lambda: enlarged(
                    story_bar(deck, told, width, self._ruler, short=areas.short), areas.bars
                ),
            )
            self.story.show_picture(line, theme)
        if areas.panel is not None:
            self._show_panel(deck, state, areas.panel.width, charts=charts)
        if state.typed and state.mode == "explore" and areas.top.width / areas.bars < NARROW:
            notice = say("window.go-to", state.language, typed=state.typed)
        self._show_notice(notice, state, areas)

    def show_hall(
        self, deck: Deck, state: State, hall: Hall, note: str, *, way: Way = "cut"
    ) -> None:
        """Show `state` in the hall, with a few words at the foot for the speaker."""
        from explainer.views.hall import hall_picture  # loaded already where there is a hall

        size = (hall.width(), hall.height())
        elsewhere = state.mode == "explore" or is_away(deck, state)
        away = shown_view(deck, state) if elsewhere else None
        section = None if elsewhere else state.away

        def slide(width: float, height: float) -> Picture:
            return slide_picture(
                deck,
                state.step,
                state.language,
                width,
                height,
                self._ruler,
                away=away,
                section=section,
            )

        picture = self._kept_or(
            "hall",
            (deck, state.step, state.language, away, section, size, state.blank, note),
            lambda: hall_picture(slide, size, state.blank, note, self._ruler),
        )
        hall.show_picture(picture, state.hall_theme, way=way)

    def forget(self) -> None:
        """Forget all pictures: another deck is shown."""
        self._kept.clear()

    def _show_map(self, deck: Deck, state: State, areas: Areas, *, way: Way) -> None:
        place = areas.map
        shown = step(deck, state.step)
        away = state.mode == "explore" or is_away(deck, state)
        if not shows_map(deck, state):
            body = self._kept_or(
                "body",
                (deck, state.step, state.language, place),
                lambda: self._body(deck, state, place),
            )
            name = say("window.slide.name", state.language)
            self.map.show_body(body, state.theme, name, way=way)
            return
        from explainer.canvas import canvas_picture  # a start that shows a title needs none of it

        view = shown_view(deck, state)
        drawn = canvas_picture(
            deck,
            view,
            state.language,
            window_scale(place.width, place.height, state.text_scale),
            (max(1.0, place.width), max(1.0, place.height)),
            self._ruler,
            callouts=() if away else callouts(shown),
            hover=state.hover,
            covered=areas.handle_on_map,
        )
        name = say("window.map.name", state.language)
        if view.select:
            selected = named_model(deck, view.select).name
            name = say("window.map.selected.name", state.language, model=selected)
        self.map.name_minimap(say("window.minimap.name", state.language))
        self.map.show_map(drawn, state.theme, view.select, name, way=way)

    def _show_lens(self, deck: Deck, state: State, areas: Areas) -> None:
        # The story lays the lenses on itself.
        offered = state.mode == "explore" or is_away(deck, state)
        self.lens.setVisible(offered)
        if not offered:
            self.lens.show_picture(Picture(0, 0), state.theme)
            return
        from explainer.bars.lens import lens_button  # as the map

        lens = shown_view(deck, state).lens
        taken, axis = self.map.words_of_whole((areas.map.width, areas.map.height))
        button = self._kept_or(
            "lens",
            (deck, lens, state.language, areas.map, areas.bars, taken, axis),
            lambda: lens_button(
                deck, state, areas.map, self._ruler, areas.bars, taken=taken, axis=axis
            ),
        )
        self.lens.setGeometry(whole_px(button.place))
        self.lens.show_picture(button.picture, state.theme)

    def _show_notice(self, text: str, state: State, areas: Areas) -> None:
        """Say `text` over the foot of the map."""
        if not text:
            self.notice.hide()
            return
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # a start has nothing to say

        from explainer.bars.notice import notice

        shown = notice(text, areas.map, self._ruler, areas.bars)
        self.notice.setGeometry(whole_px(shown.place))
        self.notice.show_picture(shown.picture, state.theme)
        if self.notice.accessibleName() != text or self.notice.isHidden():
            self.notice.setAccessibleName(text)
            self.notice.show()
            self.notice.raise_()
            # Nobody moves the focus here: a screen reader hears of it like this.
            QAccessible.updateAccessibility(QAccessibleEvent(self.notice, QAccessible.Event.Alert))

    def _body(self, deck: Deck, state: State, place: Place) -> Picture:
        """Return the body of a slide that is no map, for the place of the map.

        In a low window a sentence keeps its size; what has many parts is laid out higher, and then
        stands there smaller as a whole.
        """
        slide = step(deck, state.step).slide
        room = max(1.0, place.height)
        growth = 1.0 if isinstance(slide, TextSlide) else max(1.0, _LEAST / room)
        size = (max(1.0, place.width) * growth, room * growth)
        measures = Measures(size[0], max(_LEAST, min(size[1], size[0] * _TALLEST)))
        margin = number("space", "canvas_padding")
        if isinstance(slide, TitleSlide):
            margin = 0.0
        inner = (max(1.0, size[0] - 2 * margin), max(1.0, size[1] - 2 * margin))
        body = body_picture(deck, state.step, state.language, measures, inner, self._ruler)
        return Picture(*size, *placed(body, margin, margin), "background")

    def _show_panel(self, deck: Deck, state: State, whole: float, *, charts: bool) -> None:
        """Show the panel, `whole` px wide; it is laid out for usual words and then enlarged."""
        hover = state.hover if pointed_term(deck, state) else ""
        bare = replace(_uncut(state), typed="", leaving=False, blank="", hover=hover)
        bare = replace(bare, presenting=False)
        scale = state.text_scale
        width = whole / scale
        panel = self._kept_or(
            "panel",
            (deck, bare, width),
            lambda: panel_picture(deck, bare, width, self._ruler).enlarged(scale),
        )
        chart = None
        if panel.chart and charts:
            chart = self._kept_or(
                "chart", (deck, bare, width), lambda: panel_chart(deck, bare, width, self._ruler)
            )
        view = shown_view(deck, bare)
        numbers = None
        if charts and view.select and panel.subject == view.select:
            from explainer.panel.numbers import numbers_part  # as the map

            numbers = self._kept_or(
                "numbers",
                (deck, bare, width),
                lambda: numbers_part(
                    deck, view, bare.language, width, panel.padding / scale, self._ruler
                ),
            )
        if numbers is not None:
            numbers = numbers.enlarged(scale)
        pointed = ""
        if panel.status and state.hover:
            from explainer.panel.status import pointed_words  # as the map

            pointed = pointed_words(deck, state)
        self.panel.show_picture(panel, chart, state.theme, numbers, scale, pointed)

    def _kept_or(self, name: str, key: Hashable, make: Callable[[], T]) -> T:
        """Return the picture called `name`, made anew where `key` has changed."""
        kept = self._kept.get(name)
        if kept is None or kept[0] != key:
            kept = (key, make())
            self._kept[name] = kept
        return kept[1]  # type: ignore[return-value]  # what is kept under a name has one type


def _uncut(state: State) -> State:
    """Return `state` without the section of the map that is seen: only the map depends on it."""
    if state.away is None or state.away.camera is None:
        return state
    return replace(state, away=replace(state.away, camera=None))
