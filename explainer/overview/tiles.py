"""The page of the overview: a frame and a caption for each stage, under the painted slides."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from explainer.bars.controls import Look, Place, words
from explainer.bars.field import shortened
from explainer.deck import Deck
from explainer.intents import Press
from explainer.overview.grid import CAPTION, Grid
from explainer.overview.matches import Matches
from explainer.picture import Box, Face, Hit, Picture, Ruler, Shape
from explainer.schema import Language, Stage, StepId
from explainer.story import number_in_stage, stage_of, steps_of
from explainer.strings import say
from explainer.theme import number, window_type

_CURRENT = 4.0
"""px of the frame around the current stage."""
_CAPTION_MIDDLE = 22.0
"""px from a picture down to the middle of its words."""
_NAME = window_type("panel_text")
_WAITING = 0.3
"""Size of the number that stands in for a slide that is not painted yet, of its height."""
_RING_GAP = 3.0
"""px between a frame and the ring of what is selected."""


class _Tile(Struct, frozen=True):
    """What is known of a stage where it is drawn."""

    at: int
    stage: Stage
    place: Place
    steps: str
    lit: bool
    current: bool


def overview_tiles(  # noqa: PLR0913 - a deck, what is shown of it, and where
    deck: Deck,
    step: StepId,
    shown: Sequence[StepId],
    matches: Matches,
    selected: int,
    grid: Grid,
    language: Language,
    ruler: Ruler,
) -> Picture:
    """Return frames, captions and what stands in for slides not painted yet.

    `step` is the current one, `shown` the step of each stage; what does not fit is dimmed and
    nothing ever moves. The hits are `Press(number from 0)`.
    """
    shapes: list[Shape] = []
    hits: list[Hit] = []
    here = stage_of(deck, step)
    for at, (stage, place) in enumerate(zip(deck.stages.values(), grid.tiles, strict=True)):
        current = stage is here
        steps = _steps(deck, stage, shown[at], language, counted=current or at == selected)
        tile = _Tile(at, stage, place, steps, at in matches.lit, current)
        shapes += _waiting(tile, ruler)
        shapes += _frame(tile, selected=at == selected)
        shapes += _caption(tile, language, ruler)
        hits.append(_hit(tile, language))
    return Picture(grid.width, grid.height, tuple(shapes), tuple(hits), "background")


def _steps(deck: Deck, stage: Stage, step: StepId, language: Language, *, counted: bool) -> str:
    count = len(steps_of(deck, stage.id))
    at = number_in_stage(deck, step)
    if count > 1 and counted and at > 1:
        return say("overview.step", language, number=at, count=count)
    return say("overview.one-step" if count == 1 else "overview.steps", language, count=count)


def _waiting(tile: _Tile, ruler: Ruler) -> tuple[Shape, ...]:
    place = tile.place
    x, y = place.middle
    look = Look(place.height * _WAITING, "headline", "dimmed_text")
    return (
        Box(place.x, place.y, place.width, place.height, fill="sunken"),
        words(ruler, str(tile.at + 1), x, y, look, "middle"),
    )


def _frame(tile: _Tile, *, selected: bool) -> tuple[Shape, ...]:
    """Return the line around a picture; all of it stands outside."""
    hair = number("line_width", "hair")
    line = _CURRENT if tile.current else hair
    ink = "ink" if tile.current else "edge_dimmed" if tile.lit else "line"
    frame = _around(tile.place, line / 2, line, ink)
    if not selected:
        return (frame,)
    ring = number("line_width", "focus_ring")
    return (frame, _around(tile.place, line + _RING_GAP + ring / 2, ring, "focus", radius=6.0))


def _around(place: Place, out: float, line: float, ink: str, radius: float = 0.0) -> Box:
    return Box(
        place.x - out,
        place.y - out,
        place.width + 2 * out,
        place.height + 2 * out,
        radius,
        stroke=ink,
        stroke_width=line,
    )


def _caption(tile: _Tile, language: Language, ruler: Ruler) -> tuple[Shape, ...]:
    place = tile.place
    middle = place.y + place.height + _CAPTION_MIDDLE
    ink = "ink" if tile.lit else "dimmed_text"
    face: Face = "strong" if tile.current else "medium" if tile.lit else "text"
    count_look = Look(window_type("ui"), ink="muted" if tile.lit else "dimmed_text")
    count = words(ruler, tile.steps, place.x + place.width, middle, count_look, "end")
    digits = words(ruler, str(tile.at + 1), place.x, middle, Look(_NAME, "mono", count_look.ink))
    left = digits.width + 12
    name_look = Look(_NAME, face, ink)
    name = shortened(
        ruler, tile.stage.name.plain(language), name_look, place.width - left - count.width - 12
    )
    return (digits, words(ruler, name, place.x + left, middle, name_look), count)


def _hit(tile: _Tile, language: Language) -> Hit:
    name = say(
        "overview.tile.name",
        language,
        number=tile.at + 1,
        name=tile.stage.name.plain(language),
        headline=tile.stage.headline.plain(language),
        steps=tile.steps,
    )
    if tile.current:
        name = f"{name}, {say('overview.current', language)}"
    place = tile.place
    high = place.height + CAPTION - 8
    return Hit(place.x, place.y, place.width, high, Press(str(tile.at)), name, radius=4.0)
