"""What is wrong with the words of one slide as it is painted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from explainer.canvas.bounds import bounds
from explainer.fits.astray import astray
from explainer.fits.ink import Frame, InkRuler, Words, framed, line_words, seen_words
from explainer.fits.struck import struck
from explainer.picture import Picture, Shape, TextLine
from explainer.routes import Rect
from explainer.scripts import visible
from explainer.theme import number

ELLIPSIS = "…"
TOLERANCE = 0.0012
"""Share of the slide's height: what is less is a px of rounding."""
_SAME, _LEADING = 0.1, 1.5
"""How far lines of one block may begin apart, and stand below one another at the most; em."""
FOOT = frozenset(("source", "disputes", "slide-number", "axis-note"))
"""Read once; may be smaller than other words."""
_OF_A_MODEL = re.compile(r".+:(name|date|base|callout:tail|callout|label)(?::[^:]+)?")

Kind = Literal["cut", "shortened", "overlap", "struck", "small", "astray", "left-out"]


class Fault(Struct, frozen=True):
    """One line of words that does not stand on its slide as it should."""

    kind: Kind
    words: str
    """Of the line, without marks that steer the setting."""
    use: str
    """What the words are: `headline`, `callout`, `name`."""
    other: str = ""
    """The words that it lies on."""
    most: int = 0
    """Letters that there is room for; 0 where that is not known."""
    share: float = 0.0
    """Size of the letters, of the slide's height."""


def use_of(line_id: str) -> str:
    """Return the id of a line without the model or the date that it stands at."""
    if line_id.startswith("axis:"):
        return "axis"
    found = _OF_A_MODEL.fullmatch(line_id)
    return found[1] if found else line_id


def faults(picture: Picture, ruler: InkRuler) -> tuple[Fault, ...]:
    """Return what is wrong with the words of a whole slide; none where all fits."""
    seen = [*seen_words(picture.shapes, ruler)]
    blocks = _blocks(seen)
    words = sorted(seen, key=lambda it: it.ink.top)
    shapes = tuple(framed(picture.shapes))
    tolerance = picture.height * TOLERANCE
    found: list[Fault] = []
    for place, one in enumerate(words):
        found += _alone(one, blocks.get(id(one), ""), picture)
        found += _on_others(one, words[place + 1 :], tolerance)
    found += _struck(words, shapes, tolerance)
    found += (Fault("astray", *it) for it in astray(words, shapes))
    return tuple(found)


def _blocks(seen: Sequence[Words]) -> dict[int, str]:
    """Return the text of a block up to its last line, for each line that has an ellipsis."""
    found: dict[int, str] = {}
    text, last = "", None
    for one in seen:
        line, own = one.line, visible(line_words(one.line))
        goes_on = last is not None and _follows(line, last) and not text.endswith(ELLIPSIS)
        text = f"{text} {own}" if goes_on else own
        last = line
        if ELLIPSIS in own:
            found[id(one)] = text
    return found


def _follows(line: TextLine, last: TextLine) -> bool:
    """Return whether `line` is the next one of the same block as `last`."""
    same = (line.id, line.size, line.anchor) == (last.id, last.size, last.anchor)
    near = abs(line.x - last.x) < line.size * _SAME and line.y - last.y > 0
    return same and near and line.y - last.y < line.size * _LEADING


def _alone(one: Words, block: str, picture: Picture) -> Iterator[Fault]:
    ink, use = one.ink, use_of(one.line.id)
    text = visible(line_words(one.line))
    if one.cut or ink.leaves(picture.width, picture.height, 0.0):
        left, _, right, _ = one.frame or (0.0, 0.0, picture.width, picture.height)
        seen = min(ink.right, right) - max(ink.left, left)
        most = int(len(text) * max(seen, 0.0) / max(ink.right - ink.left, 1.0))
        yield Fault("cut", text, use, most=most if most < len(text) else 0)
    if block:
        yield Fault("shortened", block, use, most=len(block) - 1)
    share = one.line.size / picture.height
    least = number("type_slide", "floor" if use in FOOT else "label_floor")
    if share < least * (1 - 1e-3):
        yield Fault("small", text, use, share=share)


def _on_others(one: Words, below: Sequence[Words], tolerance: float) -> Iterator[Fault]:
    for other in below:
        if other.ink.top >= one.ink.bottom:
            break
        if one.ink.overlaps(other.ink, tolerance):
            text, its = visible(line_words(one.line)), visible(line_words(other.line))
            yield Fault("overlap", text, use_of(one.line.id), its)


def _seen_part(shape: Shape, frame: Frame | None) -> Rect:
    room = bounds(shape)
    if frame is None:
        return room
    left, top, right, foot = frame
    return Rect(
        max(room.left, left), max(room.top, top), min(room.right, right), min(room.bottom, foot)
    )


def _struck(
    words: Sequence[Words], shapes: Sequence[tuple[Shape, Frame | None]], tolerance: float
) -> Iterator[Fault]:
    """Yield the words that a line, an edge or a sign runs through."""
    rooms = [(_seen_part(it, frame), it) for it, frame in shapes]
    for one in words:
        ink = one.ink
        near = [
            it
            for room, it in rooms
            if room.left < ink.right
            and room.right > ink.left
            and room.top < ink.bottom
            and room.bottom > ink.top
            # What underlines words meets the letters that reach below the line.
            and it.id != f"{one.line.id}:rule"
        ]
        if near and next(struck(near, one, tolerance), None) is not None:
            yield Fault("struck", visible(line_words(one.line)), use_of(one.line.id))
