"""One shape on its way to another."""

from __future__ import annotations

from msgspec.structs import replace

from explainer.picture import (
    ArcTo,
    Box,
    Clip,
    Icon,
    Later,
    LineTo,
    Move,
    MoveTo,
    Shape,
    TextLine,
    Trace,
)


def moves_to(before: Shape, after: Shape) -> bool:
    """Return whether the one becomes the other by moving or growing; a change of looks is none."""
    if isinstance(before, Clip) or isinstance(after, Clip):
        return False
    return _alike(before, after) and _geometry(before) != _geometry(after)


def between(before: Shape, after: Shape, share: float) -> tuple[tuple[Shape, float], ...]:
    """Return `before` on its way to `after` with its opacity; in two looks where these differ."""
    if share <= 0.0:
        return ((before, 1.0),)
    if share >= 1.0:
        return ((after, 1.0),)
    # A halo is many times the work of its words, and nobody sees it while they move.
    before, after = _bare(before), _bare(after)
    there, back = _placed(after, before, after, share), _placed(before, before, after, share)
    if there == back:
        return ((there, 1.0),)
    return ((back, 1.0 - share), (there, share))


def _bare(shape: Shape) -> Shape:
    return replace(shape, halo="") if isinstance(shape, TextLine) else shape


def _alike(before: Shape, after: Shape) -> bool:
    match before, after:
        case TextLine(), TextLine():
            return [it.text for it in before.spans] == [it.text for it in after.spans]
        case Box(), Box():
            return before.dash == after.dash
        case Icon(), Icon():
            return before.name == after.name
        case Trace(), Trace():
            return [type(it) for it in before.moves] == [type(it) for it in after.moves]
        case _:
            return False


def _geometry(shape: Shape) -> tuple[float, ...]:
    match shape:
        case TextLine(x, y, size=size):
            return (x, y, size)
        case Box(x, y, width, height):
            return (x, y, width, height)
        case Icon(x=x, y=y, size=size):
            return (x, y, size)
        case Trace(moves):
            return tuple(part for move in moves for part in _numbers(move))
        case Clip() | Later():
            return ()


def _numbers(move: Move) -> tuple[float, ...]:
    match move:
        case MoveTo(x, y) | LineTo(x, y):
            return (x, y)
        case ArcTo(cx, cy, radius, start, sweep):
            return (cx, cy, radius, start, sweep)


def _placed(look: Shape, before: Shape, after: Shape, share: float) -> Shape:
    """Return `look`, one of the two, where the thing is on its way."""

    def mixed(one: float, other: float) -> float:
        return one + (other - one) * share

    match look, before, after:
        case TextLine(), TextLine(), TextLine():
            return _placed_words(look, before, after, share)
        case Box(), Box(), Box():
            return replace(
                look,
                x=mixed(before.x, after.x),
                y=mixed(before.y, after.y),
                width=mixed(before.width, after.width),
                height=mixed(before.height, after.height),
                radius=mixed(before.radius, after.radius),
                stroke_width=mixed(before.stroke_width, after.stroke_width),
            )
        case Icon(), Icon(), Icon():
            return replace(
                look,
                x=mixed(before.x, after.x),
                y=mixed(before.y, after.y),
                size=mixed(before.size, after.size),
            )
        case Trace(), Trace(), Trace():
            moves = tuple(
                _mixed_move(one, other, share)
                for one, other in zip(before.moves, after.moves, strict=True)
            )
            return replace(look, moves=moves, width=mixed(before.width, after.width))
        case _:
            return look


_FROM_START = {"start": 0.0, "middle": 0.5, "end": 1.0}


def _placed_words(look: TextLine, before: TextLine, after: TextLine, share: float) -> TextLine:
    """Return words on their way; they may be anchored differently at both ends.

    They keep the size of `look`: letters of another size in each frame would have to be drawn
    anew each time.
    """
    left = before.x - before.width * _FROM_START[before.anchor]
    goal = after.x - after.width * _FROM_START[after.anchor]
    x = left + (goal - left) * share + look.width * _FROM_START[look.anchor]
    return replace(look, x=x, y=before.y + (after.y - before.y) * share)


def _mixed_move(before: Move, after: Move, share: float) -> Move:
    mixed = [
        one + (other - one) * share
        for one, other in zip(_numbers(before), _numbers(after), strict=True)
    ]
    return type(before)(*mixed)
