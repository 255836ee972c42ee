"""The key to the map under it: what each strand stands for, and how sure each line is."""

from __future__ import annotations

from msgspec import Struct

from explainer.bars.controls import Look, words
from explainer.bars.filters import switches, toggles
from explainer.deck import Deck
from explainer.picture import Box, Hit, Picture, Ruler, Shape, placed, transformed
from explainer.schema import Certainty
from explainer.state import State
from explainer.strands import certainty_line, swatch
from explainer.strings import say
from explainer.theme import layout, number, strand, window_type

_KEY: tuple[Certainty, ...] = ("stated", "likely", "open")
"""One look each; the two dashed words share one."""


class _Measure(Struct, frozen=True):
    """How generously the key is set, px."""

    size: float
    margin: float
    gap: float
    sample: float
    """Length of a strand."""
    line: float
    """Length of a line of certainty."""


_ROOMY = _Measure(window_type("label"), 32, 26, 36, 25)
_TIGHT = _Measure(14.0, 16, 16, 26, 22)
_TIGHTEST = _Measure(window_type("floor"), 12, 12, 20, 20)


def legend(deck: Deck, state: State, width: float, ruler: Ruler) -> Picture:
    """Return the strip, `width` px wide; where it is narrow, words are shortened, then left out.

    The key of certainty always stays.
    """
    height = layout("legend")
    hair = number("line_width", "hair")
    edge = Box(0, 0, width, hair, fill="line")
    shapes, hits = _first_that_fits(deck, state, width, height / 2, ruler)
    return Picture(width, height, (edge, *shapes), tuple(hits), "background")


def _first_that_fits(
    deck: Deck, state: State, width: float, middle: float, ruler: Ruler
) -> tuple[list[Shape], tuple[Hit, ...]]:
    names = [
        (method.style, method.name.of(state.language), method.short.of(state.language))
        for method in deck.methods.values()
    ]
    long = [(str(style), name) for style, name, _ in names]
    short = [(str(style), name) for style, _, name in names]
    filters = toggles(deck, state)
    for measure, methods, shown in (
        (_ROOMY, long, filters),
        (_ROOMY, short, filters),
        (_TIGHT, long, filters),
        (_TIGHT, short, filters),
        (_TIGHTEST, short, filters),
        (_TIGHT, [], filters),
        (_TIGHTEST, [], filters),
        (_TIGHTEST, [], filters[:1]),
        (_TIGHT, [], ()),
    ):
        sure, sure_width = _certainty(state, measure, middle, ruler)
        strands, strands_width = _methods(methods, measure, middle, ruler)
        buttons, switch_width = switches(shown, measure.size, measure.gap, middle, ruler)
        room = width - 2 * measure.margin
        parted = measure.gap * (bool(methods) + bool(shown))
        if strands_width + sure_width + switch_width + parted <= room or not (methods or shown):
            filters_at = measure.margin + room - switch_width
            sure_at = filters_at - sure_width - (measure.gap if shown else 0)
            placed_buttons, hits = placed(Picture(0, 0, *buttons), filters_at, 0)
            return [
                *_shifted(strands, measure.margin),
                *placed_buttons,
                *_shifted(sure, sure_at if methods else measure.margin),
            ], hits
    raise AssertionError  # the last one always fits


def _methods(
    methods: list[tuple[str, str]], measure: _Measure, middle: float, ruler: Ruler
) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    x = 0.0
    for style, name in methods:
        x += measure.gap if x else 0
        shapes += swatch(
            style, x, middle, measure.sample, strand("width_window"), ground="background"
        )
        x += measure.sample + 9
        look = Look(measure.size, "medium", f"method.{style}.text")
        shapes.append(words(ruler, name, x, middle, look))
        x += ruler.width(name, look.face, look.size)
    return shapes, x


def _certainty(
    state: State, measure: _Measure, middle: float, ruler: Ruler
) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    x = 0.0
    for certainty in _KEY:
        x += measure.gap * 0.8 if x else 0
        shapes += certainty_line(certainty, x, middle, measure.line, 3.0)
        x += measure.line + 8
        name = say(f"window.key.{certainty}", state.language)
        look = Look(measure.size, ink="muted")
        shapes.append(words(ruler, name, x, middle, look))
        x += ruler.width(name, look.face, look.size)
    return shapes, x


def _shifted(shapes: list[Shape], dx: float) -> list[Shape]:
    return [transformed(shape, 1.0, dx, 0.0) for shape in shapes]
