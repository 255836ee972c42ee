"""When what is seen between two pictures: all parts of one stage start and end together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from explainer.motion.change import Change
from explainer.picture import Box, Shape
from explainer.theme import number, numbers

Layer = Literal["before", "parted", "met", "after"]
Ease = Callable[[float], float]
"""From a share of the time to a share of the way."""


class Frame(Struct, frozen=True):
    """What is painted at one moment: a layer, the next one over it, then what moves."""

    lower: Layer
    upper: Layer
    blend: float
    """Opacity of the upper layer."""
    moving: tuple[tuple[Shape, float], ...] = ()
    """From back to front, each with its opacity."""
    marks: tuple[Box, ...] = ()
    mark: float = 0.0
    """Opacity of the marks, as a share of their own."""


class _Stage(Struct, frozen=True):
    lower: Layer
    upper: Layer
    moves: bool
    start: float
    end: float
    """ms."""


def ends_at(change: Change) -> float:
    """Return how long the motion takes, ms: the more stages the longer."""
    return _stages(change)[-1].end


def rests_at(change: Change) -> float:
    """Return when the last mark is gone, ms from the beginning; `ends_at` where there is none."""
    if not change.marks:
        return ends_at(change)
    return ends_at(change) + number("motion", "mark_ms")


def frame_at(change: Change, elapsed: float, ease: Ease) -> Frame:
    """Return what is seen `elapsed` ms after the beginning."""
    stages = _stages(change)
    stage = next((it for it in stages if elapsed < it.end), stages[-1])
    gone = (elapsed - stage.start) / (stage.end - stage.start)
    share = ease(min(1.0, max(0.0, gone)))
    moved = share if stage.moves else float(any(it.moves for it in stages if it.end <= stage.start))
    moving = tuple(part for mover in change.movers for part in mover.at(moved))
    return Frame(stage.lower, stage.upper, share, moving, change.marks, _mark(change, elapsed))


def _mark(change: Change, elapsed: float) -> float:
    """Return how strong the marks are: they come with the last stage and fade at the end."""
    if not change.marks:
        return 0.0
    last, fade = _stages(change)[-1], number("motion", "mark_fade_ms")
    risen = (elapsed - last.start) / (last.end - last.start)
    left = (rests_at(change) - elapsed) / fade
    return max(0.0, min(1.0, risen, left))


def _stages(change: Change) -> tuple[_Stage, ...]:
    wanted = list(_wanted(change))
    total = numbers("motion", "stages_ms")[len(wanted) - 1]
    each = total / len(wanted)
    return tuple(
        _Stage(lower, upper, moves, place * each, (place + 1) * each)
        for place, (lower, upper, moves) in enumerate(wanted)
    )


def _wanted(change: Change) -> Iterator[tuple[Layer, Layer, bool]]:
    """Return the stages in which something happens; there is one at least."""
    if change.leaves:
        yield "before", "parted", False
    if change.changes or not (change.leaves or change.enters):
        yield "parted", "met", True
    if change.enters:
        yield "met", "after", False
