"""The signs of change: a glyph for every fate, a tile for every mark of the source's table."""

from __future__ import annotations

from msgspec import Struct

from explainer.dress import method_ink
from explainer.picture import (
    ArcTo,
    Box,
    Icon,
    Ink,
    LineTo,
    Move,
    MoveTo,
    Ruler,
    Shape,
    Span,
    TextLine,
    Trace,
)
from explainer.schema import Certainty, Change, Fate, Language, Mark, Method
from explainer.strands import certainty_line, line_of
from explainer.theme import dash, number, word
from explainer.wording import change_word, mark_text

_OUTLINE = 0.075
"""Of a glyph, share of its size; the rest of its measures too."""
_ICON, _ICON_IN_DIAMOND = 0.62, 0.52
_ICON_STROKE = 2.5
_FOOT = 0.12
"""Of a tile's height, but never under `_LEAST_FOOT` px."""
_LEAST_FOOT = 2.5
_DESCENT = 0.27
"""What letters need below their baseline, em."""
_CAP = 0.7
"""Height of a plus sign's middle above the baseline is half of this, em."""


def fate_glyph(  # noqa: PLR0913 - a change, a place and a look
    change: Change, x: float, y: float, size: float, ground: Ink = "surface", mark: Mark = ""
) -> tuple[Shape, ...]:
    """Return the glyph of a change about its centre `x`, `y`.

    Shape gives the direction (circle up, square down, diamond exchange), fill the strength, the
    drawing in it the kind. Where the source prints a mark, direction and drawing are the mark's.
    """
    look = _Look.of(change, mark)
    role = f"fate.{look.role}"
    stroke = f"{role}.color"
    width = size * _OUTLINE
    fill = {"tint": f"{role}.tint", "solid": stroke, "none": ground}[look.fill]
    icon_ink = ground if fill == stroke else stroke
    half = size / 2 - width / 2
    match look.shape:
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
            icon = _icon(look.icon, x, y, size * _ICON_IN_DIAMOND, icon_ink)
            return (outline, icon)
        case _:
            radius = size * 0.13 if look.shape == "square" else half
            frame = Box(x - half, y - half, 2 * half, 2 * half, radius, fill, stroke, width)
            return (frame, _icon(look.icon, x, y, size * _ICON, icon_ink))


class _Look(Struct, frozen=True):
    """What a glyph looks like: by the change, but nothing in it speaks against the mark."""

    role: str
    """Of its colours: a change."""
    shape: str
    fill: str
    icon: str

    @classmethod
    def of(cls, change: Change, mark: Mark) -> _Look:
        """Return the look of a change to which the source gives `mark`, "" for none."""
        shape, fill = (word("color", "light", "fate", change, it) for it in ("shape", "fill"))
        if not mark:
            return cls(change, shape, fill, f"fate-{change}")
        gain = mark.startswith("+")
        sign = "mark-" + "-".join("plus" if it == "+" else "minus" for it in mark)
        if shape == "diamond":
            return cls(change, shape, fill, sign)
        if shape == ("circle" if gain else "square"):
            return cls(change, shape, fill, sign)
        return (
            cls("gained", "circle", "tint", sign) if gain else cls("lost", "square", "none", sign)
        )


def fate_tile(  # noqa: PLR0913 - a fate, a look, a place and a size
    fate: Fate,
    cause: Method | None,
    language: Language,
    x: float,
    y: float,
    width: float,
    height: float,
    size: float,
    ruler: Ruler,
    room: float = 0.0,
) -> tuple[Shape, ...]:
    """Return the tile with the mark of a fate, or its word where the source prints no mark.

    `x`, `y` is the upper left corner. A word may take `room` px about the tile's middle; it is
    smaller where it would be wider.
    """
    sure = shown_certainty(fate)
    if fate.mark:
        return mark_tile(fate.mark, cause, sure, x, y, width, height, size)
    text, room = change_word(fate.change, language), max(room, width)
    letters = size
    wide = ruler.width(text, "medium", letters)
    letters *= min(1.0, room / wide)
    foot = max(_LEAST_FOOT, round(height * _FOOT))
    long = min(wide, room)
    middle = x + width / 2
    ink = method_ink(cause, "text") if cause else "ink"
    stroke = method_ink(cause, "stroke") if cause else "ink"
    line = certainty_line(sure, middle - long / 2, y + height - foot / 2, long, foot, stroke)
    word_ = TextLine(
        middle,
        y + height - foot - letters * _DESCENT,
        (Span(text, "medium", ink),),
        letters,
        "middle",
        width=long,
        id="fate-word",
    )
    return (*line, word_)


def tile_width(  # noqa: PLR0913 - a fate, a look and its room
    fate: Fate, language: Language, width: float, size: float, ruler: Ruler, room: float
) -> float:
    """Return how wide a tile is, or the word in its place, px."""
    if fate.mark:
        return width
    wide = ruler.width(change_word(fate.change, language), "medium", size)
    return min(room, max(width, wide))


def shown_certainty(fate: Fate) -> Certainty:
    """Return how sure a mark is: never solid where copies of the table differ on it."""
    return "likely" if fate.certainty == "stated" and not fate.mark_certain else fate.certainty


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


def _icon(name: str, x: float, y: float, size: float, ink: Ink) -> Icon:
    return Icon(name, x, y, size, ink, _ICON_STROKE)
