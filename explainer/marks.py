"""The signs of change: a glyph for every fate, a tile for every mark of the source's table."""

from __future__ import annotations

from explainer.dress import method_ink
from explainer.picture import (
    ArcTo,
    Box,
    Icon,
    Ink,
    LineTo,
    Move,
    MoveTo,
    Shape,
    Span,
    TextLine,
    Trace,
)
from explainer.schema import Certainty, Change, Mark, Method
from explainer.strands import certainty_line, line_of
from explainer.theme import dash, number, word
from explainer.wording import mark_text

_OUTLINE = 0.075
"""Of a glyph, share of its size; the rest of its measures too."""
_ICON, _ICON_IN_DIAMOND = 0.62, 0.52
_ICON_STROKE = 2.5
_FOOT = 0.12
"""Of a tile's height, but never under `_LEAST_FOOT` px."""
_LEAST_FOOT = 2.5
_CAP = 0.7
"""Height of a plus sign's middle above the baseline is half of this, em."""


def fate_glyph(
    change: Change, x: float, y: float, size: float, ground: Ink = "surface"
) -> tuple[Shape, ...]:
    """Return the glyph of a change about its centre `x`, `y`.

    Shape gives the direction (circle up, square down, diamond exchange), fill the strength, the
    drawing in it the kind.
    """
    role = f"fate.{change}"
    stroke = f"{role}.color"
    width = size * _OUTLINE
    shape = word("color", "light", "fate", change, "shape")
    fill = {"tint": f"{role}.tint", "solid": stroke, "none": ground}[
        word("color", "light", "fate", change, "fill")
    ]
    icon_ink = ground if fill == stroke else stroke
    half = size / 2 - width / 2
    match shape:
        case "small dot":
            dot = size / 4
            return (Box(x - dot / 2, y - dot / 2, dot, dot, radius=dot / 2, fill=stroke),)
        case "dotted circle":
            ring = Box(
                x - half, y - half, 2 * half, 2 * half, half, fill, stroke, width, dash("open")
            )
            return (ring,)
        case "diamond":
            reach = half + width / 4
            corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
            moves = line_of(corners)
            outline = Trace(moves, stroke=stroke, width=width, fill=fill, closed=True)
            icon = _icon(change, x, y, size * _ICON_IN_DIAMOND, icon_ink)
            return (outline, icon)
        case _:
            radius = size * 0.13 if shape == "square" else half
            frame = Box(x - half, y - half, 2 * half, 2 * half, radius, fill, stroke, width)
            return (frame, _icon(change, x, y, size * _ICON, icon_ink))


def mark_tile(  # noqa: PLR0913 - a mark, a look, a place and a size
    mark: Mark,
    cause: Method | None,
    certainty: Certainty,
    x: float,
    y: float,
    width: float,
    height: float,
    size: float,
) -> tuple[Shape, ...]:
    """Return a tile with a mark of `size` px; `x`, `y` is its upper left corner.

    A gain is filled, a loss is an outline about the ground on which it stands; the foot is the
    line of certainty. `cause` gives the colours; None where the source names no cause.
    """
    stroke = method_ink(cause, "stroke") if cause else "ink"
    foot = max(_LEAST_FOOT, round(height * _FOOT))
    gain = mark.startswith("+")
    radius = number("radius", "tile") * height / 24
    shapes: list[Shape] = []
    if gain:
        # Pretraining is grey too, but paler.
        tint = method_ink(cause, "tint") if cause else "mark.tint"
        shapes.append(Box(x, y, width, height, radius, tint, id="tile"))
    else:
        outline = max(1.5, height * 0.05)
        shapes.append(_hollow(x, y, width, height - foot / 2, radius, stroke, outline))
    shapes += certainty_line(certainty, x, y + height - foot / 2, width, foot, stroke)
    text = mark_text(mark)
    shapes.append(
        TextLine(
            x + width / 2,
            y + (height - foot) / 2 + size * _CAP / 2,
            (Span(text, "mono-strong", "mark_text"),),
            size,
            "middle",
            id="mark-sign",
        )
    )
    return tuple(shapes)


def _hollow(  # noqa: PLR0913 - a place, a size and a look
    x: float, y: float, width: float, height: float, radius: float, stroke: Ink, outline: float
) -> Trace:
    """Return an outline that is open below: what stands there closes it, or leaves gaps."""
    inset = outline / 2
    left, top, right, foot = x + inset, y + inset, x + width - inset, y + height
    moves: tuple[Move, ...] = (
        MoveTo(left, foot),
        LineTo(left, top + radius),
        ArcTo(left + radius, top + radius, radius, 180, 90),
        LineTo(right - radius, top),
        ArcTo(right - radius, top + radius, radius, 270, 90),
        LineTo(right, foot),
    )
    return Trace(moves, stroke, outline, id="tile-hollow")


def _icon(change: Change, x: float, y: float, size: float, ink: Ink) -> Icon:
    return Icon(f"fate-{change}", x, y, size, ink, _ICON_STROKE)
