"""The mark in the top bar that says what the hall sees, where that is not the slide."""

from __future__ import annotations

from msgspec import Struct

from explainer.bars.controls import Look, Place, words
from explainer.bars.field import shortened
from explainer.intents import BlankScreen, Escape, Order, Press
from explainer.picture import Box, Hit, Ruler, Shape
from explainer.schema import Language
from explainer.state import State
from explainer.strings import say
from explainer.theme import number, window_type

_HEIGHT = 32.0
_PAD = 12.0
_SCREEN = (20.0, 13.0)
"""The small screen before the words, px."""
_BETWEEN = 9.0
_LEAST = 40.0
"""px of words; where there is less room the small screen stands alone."""


class Mark(Struct, frozen=True):
    """What the hall sees, and what a click on the mark does."""

    key: str
    """Of its words, with `.short` where there is less room, and with `.name` as a screen reader
    says it."""
    fill: str
    """Of the small screen."""
    order: Order


def hall_mark(state: State, *, lost: bool) -> Mark | None:
    """Return what is to be said of the hall; `lost`: its screen is gone. None: it sees the slide.

    What the next key would do comes first.
    """
    if not state.presenting:
        return None
    if state.leaving:
        return Mark("window.hall.end", "", Escape())
    if lost:
        return Mark("window.hall.lost", "", Press("hall"))
    if state.blank:
        return Mark(f"window.hall.{state.blank}", state.blank, BlankScreen(state.blank))
    return None


def mark_parts(
    mark: Mark, state: State, place: Place, ruler: Ruler
) -> tuple[tuple[Shape, ...], Hit]:
    """Return the mark at the left of `place`, as wide as its words need and there is room for."""
    wide, high = _SCREEN
    look = Look(window_type("ui"), "medium", "on_ink")
    room = place.width - 2 * _PAD - wide - _BETWEEN
    text = _text(mark, state.language, look, room, ruler)
    said = words(ruler, text, place.x + _PAD + wide + _BETWEEN, place.y + place.height / 2, look)
    width = 2 * _PAD + wide + (_BETWEEN + said.width if text else 0.0)
    top = place.y + (place.height - _HEIGHT) / 2
    radius = number("radius", "control")
    ground = Box(place.x, top, width, _HEIGHT, radius, "selection_fill", id="hall-mark")
    screen = Box(
        place.x + _PAD,
        place.y + (place.height - high) / 2,
        wide,
        high,
        2.0,
        mark.fill,
        "on_ink",
        number("line_width", "hair") * 1.5,
    )
    name = say(f"{mark.key}.name", state.language)
    hit = Hit(place.x, top, width, _HEIGHT, mark.order, name, radius=radius)
    return ((ground, screen, said) if text else (ground, screen)), hit


def _text(mark: Mark, language: Language, look: Look, room: float, ruler: Ruler) -> str:
    """Return the words that `room` px hold, "" where it is hardly any."""
    if room < _LEAST:
        return ""
    words_of = [say(key, language) for key in (mark.key, f"{mark.key}.short")]
    fitting = (it for it in words_of if ruler.width(it, look.face, look.size) <= room)
    return next(fitting, "") or shortened(ruler, words_of[-1], look, room)
