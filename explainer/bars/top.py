"""The top bar: which deck, explore, story or talk, and what is always at hand."""

from __future__ import annotations

from explainer.bars.areas import bar_height
from explainer.bars.controls import (
    MUTED,
    STRONG,
    Choice,
    Look,
    Place,
    icon_button,
    switch,
    words,
)
from explainer.bars.field import field_frame, inside, shortened
from explainer.bars.hall import hall_mark, mark_parts
from explainer.bars.mark import app_mark
from explainer.bars.prompt import prompt
from explainer.deck import Deck
from explainer.intents import Order, Present, Run, SetMode, ToggleLanguage, ToggleTheme
from explainer.picture import Box, Hit, LineTo, MoveTo, Picture, Ruler, Shape, Trace
from explainer.state import State
from explainer.strings import say
from explainer.theme import number, window_type

NARROW = 1100.0
"""px; in a narrower window the title falls and the switch moves to the left; no number that is
typed has room there."""
_MARK = 30.0
_LEFT = 18.0
_SWITCH = (300.0, 36.0)
_BUTTON = 36.0
_GAP = 12.0
_FIELD = (288.0, 36.0)
"""The search field, px; where there is less room it is shorter."""
_LEAST_FIELD = 132.0
"""px; where there is less room, its glass stands alone."""
_BESIDE = 24.0
"""px between the switch and what stands beside it."""


def top_bar(  # noqa: PLR0913 - what it says, and its room
    deck: Deck,
    state: State,
    width: float,
    ruler: Ruler,
    *,
    short: bool = False,
    lost: bool = False,
) -> Picture:
    """Return the bar, `width` px wide and as high as the tokens say; lower in a `short` window.

    `lost`: a talk is on, and its screen is gone.
    """
    height = bar_height("topbar", short=short)
    hair = number("line_width", "hair")
    shapes: list[Shape] = [Box(0, height - hair, width, hair, fill="line")]
    shapes += app_mark(_LEFT, (height - _MARK) / 2, _MARK)
    narrow = width < NARROW
    left = _LEFT + _MARK + 16 if narrow else (width - _SWITCH[0]) / 2
    typing = bool(state.typed) and state.mode == "explore"
    tools, tool_hits, free = _tools(state, width, height, ruler)
    mark = hall_mark(state, lost=lost)
    mark_hits: tuple[Hit, ...] = ()
    # The number that is typed stands where the field would be.
    end = width if narrow or typing else left + _SWITCH[0] + _BESIDE
    if mark is not None:
        begin = left + _SWITCH[0] + _BESIDE if narrow else _LEFT + _MARK + 14
        stop = free - _BUTTON if narrow else left - _BESIDE
        marked, hit = mark_parts(mark, state, Place(begin, 0, stop - begin, height), ruler)
        shapes += marked
        mark_hits = (hit,)
    search, search_hits, free = _search(state, end, free, height, ruler)
    shapes += (*tools, *search)
    mode, mode_hits = switch(ruler, Place(left, (height - _SWITCH[1]) / 2, *_SWITCH), _modes(state))
    shapes += mode
    if not narrow and mark is None:
        shapes += _title(deck, state, left - _BESIDE, height, ruler)
    if typing and not narrow:
        shapes += prompt(state, left + _SWITCH[0] + _BESIDE, height / 2, free, ruler)
    hits = (*mark_hits, *mode_hits, *search_hits, *tool_hits)
    return Picture(width, height, tuple(shapes), hits, "surface")


def _modes(state: State) -> tuple[Choice, ...]:
    language = state.language
    return (
        Choice(
            say("window.explore", language),
            SetMode("explore"),
            chosen=state.mode == "explore" and not state.presenting,
            name=say("window.explore.name", language),
        ),
        Choice(
            say("window.story", language),
            SetMode("story"),
            chosen=state.mode == "story" and not state.presenting,
            name=say("window.story.name", language),
        ),
        Choice(
            say("window.present", language),
            Present(from_start=False),
            chosen=state.presenting,
            name=say("window.present.name", language),
        ),
    )


def _search(
    state: State, begin: float, end: float, height: float, ruler: Ruler
) -> tuple[tuple[Shape, ...], tuple[Hit, ...], float]:
    """Return the way to the search, from `begin` to `end` at most, and where its left end is.

    It looks like the field that it leads to; where that has no room, it is a glass.
    """
    name = say("search.field.name", state.language)
    wide = min(_FIELD[0], end - begin)
    if wide < _LEAST_FIELD:
        place = Place(end - _BUTTON, (height - _BUTTON) / 2, _BUTTON, _BUTTON)
        return (*icon_button("search", place, Run("search"), name), place.x - _GAP)
    place = Place(end - wide, (height - _FIELD[1]) / 2, wide, _FIELD[1])
    words_at = inside(place)
    key = words(ruler, "Ctrl F", place.x + wide - 12, height / 2, _KEY, "end")
    text = say("search.long", state.language)
    fits = ruler.width(text, MUTED.face, MUTED.size) + key.width + 10 <= words_at.width
    if not fits:
        text = shortened(ruler, say("search.short", state.language), MUTED, words_at.width)
    said = words(ruler, text, words_at.x, height / 2, MUTED)
    shapes: list[Shape] = [*field_frame(place, typed_in=False), said]
    if said.width + key.width + 10 <= words_at.width:
        shapes.append(key)
    radius = number("radius", "control")
    hit = Hit(place.x, place.y, wide, place.height, Run("search"), name, radius=radius)
    return tuple(shapes), (hit,), place.x - _GAP


_KEY = Look(window_type("key"), "mono", "muted")


_LEAST_TITLE = 8
"""Letters of a title that was cut; fewer say nothing."""


def _title(deck: Deck, state: State, end: float, height: float, ruler: Ruler) -> list[Shape]:
    left = _LEFT + _MARK + 14
    title = deck.title.plain(state.language)
    size = window_type("ui")
    shown = shortened(ruler, title, Look(size, "strong"), end - left)
    if shown != title and len(shown) < _LEAST_TITLE:
        return []
    return [words(ruler, shown, left, height / 2, STRONG)]


def _tools(
    state: State, width: float, height: float, ruler: Ruler
) -> tuple[list[Shape], list[Hit], float]:
    """Return what stands at the right, and where its left end is."""
    language = state.language
    top = (height - _BUTTON) / 2
    right = width - _LEFT
    shapes: list[Shape] = []
    hits: list[Hit] = []

    right -= _BUTTON
    shapes += _bars_icon(right + _BUTTON / 2, height / 2)
    name = say("window.menu.name", language)
    hits.insert(0, Hit(right, top, _BUTTON, _BUTTON, Run("menu"), name))

    right -= _GAP
    own, other = ("EN", " / 中") if language == "en" else ("中", " / EN")
    ink = Look(face="medium")
    own_width = ruler.width(own, ink.face, ink.size)
    other_width = ruler.width(other, MUTED.face, MUTED.size)
    right -= own_width + other_width + 12
    shapes.append(words(ruler, own, right + 6, height / 2, ink))
    shapes.append(words(ruler, other, right + 6 + own_width, height / 2, MUTED))
    toggle = say("window.language.name", language)
    hits.insert(0, Hit(right, top, own_width + other_width + 12, _BUTTON, ToggleLanguage(), toggle))

    dark = (state.hall_theme if state.presenting else state.theme) == "dark"
    theme_name = say("window.light.name" if dark else "window.dark.name", language)
    buttons: list[tuple[str, Order, str]] = [
        ("theme-light" if dark else "theme-dark", ToggleTheme(), theme_name),
        ("overview", Run("overview"), say("overview.name", language)),
    ]
    if not state.presenting:
        buttons.insert(1, ("export", Run("export"), say("window.export.name", language)))
    for icon, order, text in buttons:
        right -= _GAP + _BUTTON
        parts, hit = icon_button(icon, Place(right, top, _BUTTON, _BUTTON), order, text)
        shapes += parts
        hits[:0] = hit
    return shapes, hits, right - _GAP


def _bars_icon(x: float, y: float) -> list[Shape]:
    """Return the three lines that stand for a menu."""
    return [
        Trace((MoveTo(x - 8, y + dy), LineTo(x + 8, y + dy)), "muted", 1.7, cap="round")
        for dy in (-6.0, 0.0, 6.0)
    ]
