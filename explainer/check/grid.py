"""The grid of a check: a column for each step, a row for each check, signs where one fails."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise

from msgspec import Struct

from explainer.bars.controls import MUTED, Look, words
from explainer.check.glyphs import sign, tick
from explainer.check.summary import CHECKS, check_of
from explainer.deck import Examined
from explainer.deck.notrun import unchecked
from explainer.intents import Press
from explainer.picture import Box, Hit, Picture, Ruler, Shape
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import number, window_type

_GAP = number("deck_check", "group_gap")
_HEAD = 30.0
"""px above the rows, for the numbers of the stages."""
_LABELS = (216.0, 270.0)
"""px for the names of the checks, least and most."""
_LABEL_SHARE = 0.175
_LEAST_CELL = 10.0
"""px; narrower, and a column stands for a whole stage."""
_MOST_CELL = 56.0
_DECK_CELL = 36.0
_AIR = 1.5
"""px at each side of a cell."""
_WHOLE = -1
"""A step's number where all of its stage is meant; a stage's where all of the deck is."""
_NUMBER = window_type("code")
_TICK = 18.0


class _Column(Struct, frozen=True):
    """What stands over one another: a step, a stage, or the deck as a whole."""

    stage: int
    step: int
    x: float = 0.0
    width: float = 0.0


class _Grid(Struct, frozen=True):
    """The measures of a grid."""

    label: float
    row: float
    columns: tuple[_Column, ...]
    first: int
    """The first stage that is shown, and behind the last."""
    last: int


def grid_picture(  # noqa: PLR0913 - what was found, which of it, a language and measures
    examined: Examined,
    selected: int,
    language: Language,
    width: float,
    ruler: Ruler,
    row: float = number("deck_check", "row"),
) -> Picture:
    """Return the grid, rows `row` px high; the step of the problem `selected` is framed.

    Where steps do not find room a column is a stage, and where stages do not, those near the
    selected one are shown.
    """
    grid = _laid_out(examined, selected, width, row)
    found = _problems_by_cell(examined, grid)
    shapes: list[Shape] = []
    hits: list[Hit] = []
    counts = Counter(check_of(problem) for problem in examined.problems)
    waiting = unchecked(examined.problems)
    for at, check in enumerate(CHECKS):
        top = _HEAD + at * row
        empty = check in waiting
        count = None if empty else counts[check]
        shapes += _row_head(check, count, (top, grid), language, ruler)
        for column in grid.columns:
            here = found.get((check, column.stage, column.step), [])
            shapes += _cell(examined, column, top, row, here, empty=empty)
            if here:
                hits.append(_hit(here, selected, check, column, (top, row), language))
    shapes += _stage_numbers(examined, grid, language, ruler)
    shapes += _frame(examined, selected, grid)
    return Picture(width, _HEAD + len(CHECKS) * row + 4, tuple(shapes), tuple(hits))


def _laid_out(examined: Examined, selected: int, width: float, row: float) -> _Grid:
    """Return where the columns stand."""
    label = min(max(_LABELS[0], width * _LABEL_SHARE), _LABELS[1])
    count = len(examined.stages)
    room = width - label - _DECK_CELL - _GAP
    steps = [
        _Column(stage, step)
        for stage, line in enumerate(examined.stages)
        for step in range(max(1, len(line.steps)))
    ]
    first, last = 0, count
    columns = steps
    if len(steps) * _LEAST_CELL + (count - 1) * _GAP > room:
        columns = [_Column(stage, _WHOLE) for stage in range(count)]
    most = int((room + _GAP) // (_LEAST_CELL + _GAP))
    if columns is not steps and count > most:
        spot = examined.spots[selected] if selected < len(examined.spots) else None
        middle = spot.stage if spot else 0
        first = min(max(0, middle - most // 2), count - most)
        last = first + most
        columns = columns[first:last]
    gaps = max(0, last - first - 1) * _GAP
    cell = min(_MOST_CELL, (room - gaps) / max(1, len(columns)))
    placed = [_Column(_WHOLE, _WHOLE, label, _DECK_CELL)]
    x = label + _DECK_CELL + _GAP
    for _, group in groupby(columns, key=lambda it: it.stage):
        for column in group:
            placed.append(_Column(column.stage, column.step, x, cell))
            x += cell
        x += _GAP
    return _Grid(label, row, tuple(placed), first, last)


def _problems_by_cell(examined: Examined, grid: _Grid) -> dict[tuple[str, int, int], list[int]]:
    """Return which problems stand in a cell: check, stage and step."""
    folded = any(column.step == _WHOLE for column in grid.columns[1:])
    found: dict[tuple[str, int, int], list[int]] = {}
    for at, (problem, spot) in enumerate(zip(examined.problems, examined.spots, strict=True)):
        stage, step = (spot.stage, spot.step) if spot else (_WHOLE, _WHOLE)
        key = (check_of(problem), stage, _WHOLE if folded else step)
        found.setdefault(key, []).append(at)
    return found


def _row_head(
    check: str, count: int | None, place: tuple[float, _Grid], language: Language, ruler: Ruler
) -> list[Shape]:
    """Return the name of a check, and how many problems it found; None where it has not run."""
    top, grid = place
    right, middle = grid.label - 24, top + grid.row / 2
    aside = say("check.unchecked", language) if count is None else str(count) if count else ""
    look = Look(_NUMBER, ink="muted") if count is None else Look(face="strong")
    wide = ruler.width(aside, look.face, look.size) if aside else _TICK
    name = say(f"check.row.{check}", language)
    size = _fitting(ruler, name, right - wide - 8)
    hair = number("line_width", "hair")
    shapes: list[Shape] = [
        Box(0, top, right, hair, fill="line"),
        words(ruler, name, 0, middle, Look(size)),
    ]
    if aside:
        shapes.append(words(ruler, aside, right, middle, look, "end"))
    else:
        shapes += tick(right - _TICK / 2, middle, _TICK)
    return shapes


def _cell(  # noqa: PLR0913 - what stands where
    examined: Examined, column: _Column, top: float, row: float, here: list[int], *, empty: bool
) -> tuple[Shape, ...]:
    if here:
        size = min(number("deck_check", "glyph"), column.width + 2)
        x, y = column.x + column.width / 2, top + row / 2
        # Errors stand first in the list, so the first is the worst.
        return sign(examined.problems[here[0]].severity, x, y, size)
    high, wide = row * 0.66, column.width - 2 * _AIR
    left, upper = column.x + _AIR, top + (row - high) / 2
    radius = min(number("radius", "tile"), wide / 2)
    if empty:
        hair = number("line_width", "hair")
        return (Box(left + 0.5, upper + 0.5, wide - 1, high - 1, radius, "", "line", hair),)
    return (Box(left, upper, wide, high, radius, "sunken"),)


def _hit(  # noqa: PLR0913 - what stands where
    here: list[int],
    selected: int,
    check: str,
    column: _Column,
    row: tuple[float, float],
    language: Language,
) -> Hit:
    """Return the place that selects the problems of a cell, one after the other."""
    after = [at for at in here if at > selected] if selected in here else here
    place = say("check.deck", language)
    if column.stage != _WHOLE:
        step = "" if column.step == _WHOLE else f".{column.step + 1}"
        place = f"{column.stage + 1}{step}"
    row_name = say(f"check.row.{check}", language)
    name = say("check.cell", language, check=row_name, place=place, count=len(here))
    order = Press(f"select:{(after or here)[0]}")
    return Hit(column.x, row[0], column.width, row[1], order, name, radius=4.0)


def _stage_numbers(
    examined: Examined, grid: _Grid, language: Language, ruler: Ruler
) -> list[Shape]:
    """Return the number of each stage over its first step, as far as they find room."""
    look = Look(_NUMBER, "mono", "muted")
    shapes: list[Shape] = []
    deck = say("check.deck", language)
    x = grid.label + _AIR
    named = words(ruler, deck, x, _HEAD / 2, Look(_NUMBER, ink="muted"))
    shapes.append(named)
    firsts = [
        (column.x + _AIR, str(column.stage + 1))
        for before, column in pairwise(grid.columns)
        if column.stage != before.stage
    ]
    free = x + named.width + 4
    for left, text in firsts:
        if left >= free:
            line = words(ruler, text, left, _HEAD / 2, look)
            shapes.append(line)
            free = left + line.width + 6
    count = len(examined.stages)
    if grid.last - grid.first < count:
        part = say("check.stages", language, first=grid.first + 1, last=grid.last, count=count)
        shapes.append(words(ruler, part, 0, _HEAD / 2, MUTED))
    return shapes


def _frame(examined: Examined, selected: int, grid: _Grid) -> list[Shape]:
    """Return the ink around the step of the selected problem, through all rows."""
    if selected >= len(examined.problems):
        return []
    spot = examined.spots[selected]
    stage, step = (spot.stage, spot.step) if spot else (_WHOLE, _WHOLE)
    height = len(CHECKS) * grid.row
    return [
        Box(it.x - 1, _HEAD - 2, it.width + 2, height + 4, 5, "", "ink", 2.0)
        for it in grid.columns
        if it.stage == stage and it.step in (step, _WHOLE)
    ]


def _fitting(ruler: Ruler, text: str, room: float) -> float:
    size, wide = window_type("panel_text"), ruler.width(text, "text", window_type("panel_text"))
    return size if wide <= room else max(window_type("floor"), size * room / wide)
