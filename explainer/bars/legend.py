"""The key to the map under it: what each strand stands for, and how sure each line is."""

from __future__ import annotations

from msgspec import Struct

from explainer.bars.areas import bar_height
from explainer.bars.controls import Look, words
from explainer.bars.filters import switches, toggles
from explainer.deck import Deck
from explainer.dress import method_ink
from explainer.picture import Box, Hit, Picture, Ruler, Shape, enlarged, placed, transformed
from explainer.schema import Certainty, Method
from explainer.state import State
from explainer.strands import certainty_line, swatch
from explainer.strings import say
from explainer.theme import number, strand, text_scales, window_type

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
_TIGHT = _Measure(window_type("legend_tight"), 16, 16, 26, 22)
_TIGHTEST = _Measure(window_type("floor"), 12, 12, 20, 20)


_TWO_LINES = 52.0
"""px at 100 % that two lines need: certainty, and under it the filters."""
_FIRST, _SECOND = 12.0, 35.0
"""Their middles, px from the top."""

Row = tuple[list[Shape], tuple[Hit, ...]]


def legend(  # noqa: PLR0913 - what is told, and the room for it
    deck: Deck,
    state: State,
    width: float,
    ruler: Ruler,
    scale: float = 1.0,
    *,
    short: bool = False,
) -> Picture:
    """Return the strip, `width` px wide; where it is narrow, words are shortened, then left out.

    It is lower in a `short` window.

    The key of certainty always stays. With words `scale` times as large as usual the strip folds
    into two lines before it loses a filter, and its words shrink before it loses both.
    """
    height = bar_height("legend", short=short) * scale
    edge = Box(0, 0, width, number("line_width", "hair"), fill="line")
    factor, (shapes, hits) = _largest(deck, state, width, height, ruler, scale)
    row = enlarged(Picture(width / factor, height / factor, tuple(shapes), hits), factor)
    return Picture(width, height, (edge, *row.shapes), row.hits, "background")


def _largest(  # noqa: PLR0913 - as `legend`
    deck: Deck, state: State, width: float, height: float, ruler: Ruler, scale: float
) -> tuple[float, Row]:
    """Return what the strip says, and how many times as large that is to be."""
    smaller = [it for it in reversed(text_scales()) if 1 <= it < scale]
    for factor in (scale, *smaller) if smaller else ():
        room, high = width / factor, height / factor
        row = _one_line(deck, state, room, high / 2, ruler, least=len(toggles(deck, state)))
        if row is None and high >= _TWO_LINES:
            row = _two_lines(deck, state, room, (high - _TWO_LINES) / 2, ruler)
        if row is not None:
            return factor, row
    factor = min(scale, 1.0)
    row = _one_line(deck, state, width / factor, height / factor / 2, ruler)
    return factor, row or _certainty_alone(state, height / factor / 2, ruler)


def _one_line(  # noqa: PLR0913 - as `legend`
    deck: Deck, state: State, width: float, middle: float, ruler: Ruler, least: int = 1
) -> Row | None:
    """Return methods, certainty and filters, as much of it as there is room for.

    None where there is not even room for certainty and the `least` filters.
    """
    names = [
        (method, method.name.of(state.language), method.short.of(state.language))
        for method in deck.methods.values()
    ]
    long = [(method, name) for method, name, _ in names]
    short = [(method, name) for method, _, name in names]
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
    ):
        sure, sure_width = _certainty(state, measure, middle, ruler)
        strands, strands_width = _methods(methods, measure, middle, ruler)
        buttons, switch_width = switches(shown, measure.size, measure.gap, middle, ruler)
        room = width - 2 * measure.margin
        parted = measure.gap * (1 + bool(methods))
        fits = strands_width + sure_width + switch_width + parted <= room
        if fits and len(shown) >= least:
            filters_at = measure.margin + room - switch_width
            sure_at = filters_at - sure_width - measure.gap
            placed_buttons, hits = placed(Picture(0, 0, *buttons), filters_at, 0)
            return [
                *_shifted(strands, measure.margin),
                *placed_buttons,
                *_shifted(sure, sure_at if methods else measure.margin),
            ], hits
    return None


def _two_lines(deck: Deck, state: State, width: float, top: float, ruler: Ruler) -> Row | None:
    """Return certainty with the filters under it; None where either is too wide."""
    for measure in (_TIGHT, _TIGHTEST):
        sure, sure_width = _certainty(state, measure, top + _FIRST, ruler)
        buttons, switch_width = switches(
            toggles(deck, state), measure.size, measure.gap, top + _SECOND, ruler
        )
        if max(sure_width, switch_width) <= width - 2 * measure.margin:
            shapes, hits = placed(Picture(0, 0, *buttons), measure.margin, 0)
            return [*_shifted(sure, measure.margin), *shapes], hits
    return None


def _certainty_alone(state: State, middle: float, ruler: Ruler) -> Row:
    return _shifted(_certainty(state, _TIGHT, middle, ruler)[0], _TIGHT.margin), ()


def _methods(
    methods: list[tuple[Method, str]], measure: _Measure, middle: float, ruler: Ruler
) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    x = 0.0
    for method, name in methods:
        x += measure.gap if x else 0
        shapes += swatch(
            method, x, middle, measure.sample, strand("width_window"), ground="background"
        )
        x += measure.sample + 9
        look = Look(measure.size, "medium", method_ink(method, "text"))
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
