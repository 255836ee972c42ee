"""The lower part of the export dialog: a cell for each picture, and what is said of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from explainer.bars.controls import MUTED, Look, words
from explainer.check.glyphs import stop_sign, tick
from explainer.lines import longest
from explainer.picture import Box, Picture, Ruler, Shape, Span, TextLine
from explainer.schema import Language
from explainer.theme import line_height, number, window_type
from explainer.views.dialogs.page import TEXT

_LEAST_CELL = 3.0
"""px; more pictures than have room become one bar."""
_TOP = 20.0
"""px under the line that parts it from the questions."""
_LINE = 24.0
_CELLS = 16.0
_LOW = 10.0
_GLYPH = 20.0
_SAID = window_type("ui")


def progress_picture(  # noqa: PLR0913 - what is told, and the measures
    title: str,
    aside: str,
    said: Sequence[tuple[str, str]],
    bar: Picture,
    language: Language,
    width: float,
    ruler: Ruler,
) -> Picture:
    """Return a line in strong words with `aside` at its end, cells, and sentences below.

    Each of `said` has a sign before it, "error", "fine" or "", and is broken where it is long.
    """
    hair = number("line_width", "hair")
    top = _TOP + _LINE / 2
    shapes: list[Shape] = [
        Box(0, 0, width, hair, fill="line"),
        words(ruler, title, 0, top, Look(TEXT, "strong")),
        words(ruler, aside, width, top, MUTED, "end"),
    ]
    y = _TOP + _LINE + 10
    shapes += [_moved(box, y) for box in bar.shapes if isinstance(box, Box)]
    y += _CELLS + 12
    pitch = line_height(language, "text") * _SAID
    for sign, text in said:
        indent = _GLYPH + 8 if any(kind for kind, _ in said) else 0.0
        middle = y + pitch / 2
        if sign:
            shapes += (stop_sign if sign == "error" else tick)(_GLYPH / 2, middle, _GLYPH)
        lines = ruler.lines((Span(text),), _SAID, width - indent)
        for at, line in enumerate(lines):
            shapes.append(TextLine(indent, middle + 0.36 * _SAID + at * pitch, line, _SAID))
        y += len(lines) * pitch + 2
    # One sentence has its place from the beginning, or the frame would jump when there is one.
    least = _TOP + _LINE + 10 + _CELLS + 12 + pitch + 2
    return Picture(width, max(y, least), tuple(shapes))


def cells(
    done: int, count: int, width: float, failed: Collection[int] = (), *, moves: bool = True
) -> Picture:
    """Return one cell for each picture: done, current, coming; or one bar where they are many.

    `failed` are the numbers of those that were not written. Without `moves` none is the current.
    """
    each = width / max(1, count)
    top = (_CELLS - _LOW) / 2
    if each < _LEAST_CELL:
        filled = width * done / max(1, count)
        bar = Box(0, top, width, _LOW, _LOW / 2, "line")
        ink = "error" if failed else "muted"
        if not done:
            return Picture(width, _CELLS, (bar,))
        return Picture(width, _CELLS, (bar, Box(0, top, max(_LOW, filled), _LOW, _LOW / 2, ink)))
    gap = min(3.0, each / 3)
    shapes: list[Shape] = []
    for at in range(count):
        current = moves and at == done
        height = _CELLS if current else _LOW
        ink = "ink" if current else "muted" if at < done else "line"
        ink = "error" if at in failed else ink
        radius = min(2.0, (each - gap) / 2)
        shapes.append(Box(at * each, (_CELLS - height) / 2, each - gap, height, radius, ink))
    return Picture(width, _CELLS, tuple(shapes))


def fitting(text: str, room: float, ruler: Ruler) -> str:
    """Return `text` without its end where it is wider than `room` px."""
    if ruler.width(text, "text", _SAID) <= room:
        return text

    def first(count: int) -> str:
        return f"{text[:count].rstrip()}…"

    return first(longest(len(text), lambda it: ruler.width(first(it), "text", _SAID) <= room))


def _moved(box: Box, dy: float) -> Box:
    return Box(box.x, box.y + dy, box.width, box.height, box.radius, box.fill)
