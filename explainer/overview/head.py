"""What stands over the pages that are searched: title, place of the field, close; and no match."""

from __future__ import annotations

from msgspec import Struct

from explainer.bars.controls import MUTED, STRONG, Button, Look, Place, button, words
from explainer.bars.field import field_frame, inside
from explainer.bars.mark import app_mark
from explainer.deck import Deck
from explainer.intents import Press
from explainer.overview.matches import Matches
from explainer.picture import Box, Hit, Picture, Ruler, Shape, Span, TextLine
from explainer.schema import Language
from explainer.story import steps
from explainer.strings import say
from explainer.theme import layout, line_height, number, window_type

_MARK = 30.0
_LEFT = 18.0
_FIELD = (360.0, 38.0)
_CLOSE_HEIGHT = 36.0
_CARD = 520.0
_PADDING = 36.0


class Head(Struct, frozen=True):
    """The bar, and where in it the field's words stand."""

    picture: Picture
    field: Place


def overview_head(  # noqa: PLR0913 - a deck, what fits, a width
    deck: Deck, matches: Matches, *, filtered: bool, language: Language, width: float, ruler: Ruler
) -> Head:
    """Return the bar of the overview, `width` px wide and as high as the top bar.

    How many stages there are stands beside the title, where there is room; while it is
    `filtered`, how many fit.
    """
    height = layout("topbar")
    hair = number("line_width", "hair")
    middle = height / 2
    left = _LEFT + _MARK + 14
    place = Place((width - _FIELD[0]) / 2, (height - _FIELD[1]) / 2, *_FIELD)
    title = words(ruler, say("overview.title", language), left, middle, STRONG)
    shapes: list[Shape] = [
        Box(0, 0, width, height, fill="surface"),
        Box(0, height - hair, width, hair, fill="line"),
        *app_mark(_LEFT, (height - _MARK) / 2, _MARK),
        title,
        *field_frame(place, typed_in=True),
    ]
    counts = (
        say("overview.found", language, count=len(matches.lit), stages=len(deck.stages))
        if filtered
        else say("overview.counts", language, stages=len(deck.stages), steps=len(steps(deck)))
    )
    said = words(ruler, counts, left + title.width + 14, middle, MUTED)
    if said.x + said.width < place.x - 16:
        shapes.append(said)
    close, hits = _close(language, width, height, ruler)
    return Head(Picture(width, height, (*shapes, *close), hits), inside(place))


def _close(
    language: Language, width: float, height: float, ruler: Ruler
) -> tuple[tuple[Shape, ...], tuple[Hit, ...]]:
    text = say("window.dialog.close", language)
    size = window_type("ui")
    wide = ruler.width(text, "text", size) + ruler.width("Esc", "mono", size - 2) + 10 + 2 * 16
    place = Place(width - _LEFT - wide, (height - _CLOSE_HEIGHT) / 2, wide, _CLOSE_HEIGHT)
    return button(ruler, place, Button(text, Press("close"), key="Esc"), size)


def overview_empty(
    deck: Deck, typed: str, language: Language, width: float, ruler: Ruler
) -> Picture:
    """Return what is said where no stage fits, and a way to look in the whole deck instead."""
    wide = min(_CARD, width - 2 * 24)
    inner = wide - 2 * _PADDING
    shapes: list[Shape] = []
    y = _PADDING
    headline = say("overview.none", language, typed=_short(typed))
    hint = say("overview.none.hint", language, count=len(deck.stages), example=_example(deck))
    for text, look, kind in (
        (headline, Look(window_type("nothing_found"), "headline"), "headline"),
        (hint, Look(window_type("ui"), ink="muted"), "text"),
    ):
        pitch = line_height(language, kind) * look.size
        spans = (Span(text, look.face, look.ink),)
        for line in ruler.lines(spans, look.size, inner):
            shapes.append(TextLine(_PADDING, y + 0.78 * pitch, line, look.size))
            y += pitch
        y += 12
    text = say("overview.search", language)
    size = window_type("ui")
    y += 8
    place = Place(_PADDING, y, ruler.width(text, "strong", size) + 2 * 20, 42.0)
    found, hits = button(ruler, place, Button(text, Press("search"), primary=True), size)
    height = y + 42.0 + _PADDING
    frame = Box(
        1,
        1,
        wide - 2,
        height - 2,
        number("dialog", "radius"),
        "surface",
        "ink",
        number("dialog", "frame"),
    )
    return Picture(wide, height, (frame, *shapes, *found), hits)


_LONGEST = 24


def _short(typed: str) -> str:
    typed = typed.strip()
    return typed if len(typed) <= _LONGEST else typed[: _LONGEST - 1].rstrip() + "…"


def _example(deck: Deck) -> str:
    """Return how a step is asked for: the second of a stage, where one has two."""
    stages = list(deck.stages.values())
    at = next((at for at, stage in enumerate(stages) if len(stage.steps) > 1), 0)
    return f"{at + 1}.2" if len(stages[at].steps) > 1 else f"{at + 1}.1"
