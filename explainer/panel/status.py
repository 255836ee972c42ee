"""The line at the panel's foot that says what a mark of a chart means while it is pointed at."""

from __future__ import annotations

from explainer.panel.column import NARROW
from explainer.picture import Box, Picture, Ruler, Shape, Span, TextLine
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import line_height, number, window_type

_LINES = {False: 2, True: 3}
"""What is kept free for it in a wide and in a narrow panel, so that nothing moves."""
_AIR = 9.0
_MIDDLE = 0.355
_ELLIPSIS = "…"


def status_picture(
    says: str, language: Language, width: float, padding: float, ruler: Ruler
) -> Picture:
    """Return the strip, `width` px wide and always of the same height.

    `says` is "" while nothing is pointed at; then it tells what would stand here.
    """
    most = _LINES[width < NARROW]
    size = window_type("note")
    leading = size * line_height(language, "text")
    height = round(most * leading + 2 * _AIR)
    words = Span(says) if says else Span(say("panel.status", language), ink="muted")
    lines = ruler.lines((words,), size, width - 2 * padding)
    if len(lines) > most:
        lines = (*lines[: most - 1], _cut(lines[most - 1], size, width - 2 * padding, ruler))
    top = (height - len(lines) * leading) / 2
    shapes: tuple[Shape, ...] = (
        Box(0, 0, width, number("line_width", "hair"), fill="line"),
        *(
            TextLine(padding, top + (at + 0.5) * leading + _MIDDLE * size, line, size)
            for at, line in enumerate(lines)
        ),
    )
    return Picture(width, height, shapes, ground="sunken")


def _cut(line: tuple[Span, ...], size: float, room: float, ruler: Ruler) -> tuple[Span, ...]:
    """Return `line` with an ellipsis where more would follow."""
    text = "".join(span.text for span in line).rstrip()
    while text and ruler.width(text + _ELLIPSIS, "text", size) > room:
        text = text[:-1].rstrip()
    return (Span(text + _ELLIPSIS),)
