"""Words at stations of a map that are read as those of another station, or are not there at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import inf

from explainer.canvas.owners import FAR, Owner, Owners
from explainer.deck import Deck
from explainer.fits.ink import Frame, Words, line_words
from explainer.fits.struck import runs_through
from explainer.picture import Box, Clip, Later, Picture, Shape, TextLine, Trace
from explainer.routes import Rect
from explainer.schema import MapSlide, ModelId, StepId
from explainer.scripts import visible
from explainer.story import step as story_step

_ROOM = (0.84, 0.14)
"""Above and below the baseline, em."""
_STRAND = re.compile(r"([^:]+):[^:]+")
"""The id of a strand: its link and its method."""


def astray(
    words: Sequence[Words], shapes: Sequence[tuple[Shape, Frame | None]]
) -> Iterator[tuple[str, str, str]]:
    """Yield words that stand nearer to another station, in its row, or beyond a strand.

    Each with what it is, and an empty string for what it lies on.
    """
    boxes: dict[str, list[Rect]] = {}
    rows: dict[str, float | None] = {}
    for shape, _ in shapes:
        model, _, part = shape.id.rpartition(":")
        if isinstance(shape, Box) and part in ("capsule", "square"):
            room = Rect(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
            # Counterparts stand in a column of their own, at any height.
            rows[model] = (room.top + room.bottom) / 2 if part == "capsule" else None
            boxes.setdefault(model, []).append(room)
    if not boxes:
        return
    blocks: dict[str, list[Words]] = {}
    for one in words:
        model, _, part = one.line.id.partition(":")
        if model in boxes and part == "name":
            boxes[model].append(_room(one))
        elif model in boxes and part.startswith("callout"):
            blocks.setdefault(model, []).append(one)
    stations = {model: Owner(rows[model], tuple(rooms)) for model, rooms in boxes.items()}
    of_lens = any(one.line.id.endswith(":callout:tail") for one in words)
    owners = Owners(stations, clearly=1.0, far=inf if of_lens else FAR)
    strands = [it for it, _ in shapes if isinstance(it, Trace) and _is_strand(it, boxes)]

    def crossed(room: Rect) -> bool:
        return any(runs_through(it, room) for it in strands)

    for model, block in blocks.items():
        if owners.are_astray(_around(block), model, crossed):
            yield visible(line_words(block[0].line)), "callout", ""


def _around(block: Sequence[Words]) -> Rect:
    rooms = [_room(one) for one in block]
    return Rect(
        min(it.left for it in rooms),
        min(it.top for it in rooms),
        max(it.right for it in rooms),
        max(it.bottom for it in rooms),
    )


def _is_strand(trace: Trace, models: Iterable[str]) -> bool:
    found = _STRAND.fullmatch(trace.id)
    return found is not None and found[1] not in ("axis", *models) and not trace.fill


def left_out(deck: Deck, step: StepId, picture: Picture) -> Iterator[tuple[str, ModelId]]:
    """Yield what a map should say at its stations and does not: the section, and the model.

    The section is `fates`, `levels` or `stages`, where the step itself says it.
    """
    story = story_step(deck, step)
    if not isinstance(story.slide, MapSlide):
        return
    lines = tuple(_lines(picture.shapes))
    said = {it.id.partition(":")[0] for it in lines if ":callout" in it.id}
    shown = {it.id.partition(":")[0] for it in lines if it.id.endswith(":name")}
    kind, _, ability = story.view.lens.partition(":")
    found: dict[ModelId, str] = {}
    if kind == "ability":
        found |= {it.model: "levels" for it in deck.levels if it.ability == ability}
        fates = (it for it in deck.fates if it.ability == ability)
        found |= {
            it.model: "fates"
            for it in fates
            if it.certainty == "stated" or not story.view.established
        }
    if kind == "cause" and not story.slide.callouts:
        found |= {it.model: "fates" for it in deck.fates if it.cause == ability}
    found |= dict.fromkeys(story.slide.callouts, "stages")
    for model, section in found.items():
        if model in shown and model not in said:
            yield section, model


def _lines(shapes: Sequence[Shape]) -> Iterator[TextLine]:
    for shape in shapes:
        match shape:
            case Clip():
                yield from _lines(shape.shapes)
            case Later():
                yield from _lines(tuple(shape.make()))
            case TextLine():
                yield shape


def _room(one: Words) -> Rect:
    """Return the room of a line, whatever letters it has: the same as when it was placed."""
    line = one.line
    top, bottom = line.y - line.size * _ROOM[0], line.y + line.size * _ROOM[1]
    return Rect(one.ink.left, top, one.ink.right, bottom)
