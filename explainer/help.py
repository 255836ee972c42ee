"""The help: all keys by group, made from the table of actions. Shown by `views/dialogs`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from explainer.actions import GROUPS, Group, HelpRow, help_rows
from explainer.bars.controls import Look, words
from explainer.picture import Box, Picture, Ruler, Shape, Span, placed
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import number, window_type

COLUMNS = (0.0, 1040.0, 1480.0)
"""px of width from which there is one column, two, three."""
_GUTTER = 48.0
_NAME = 0.42
_KEYS = 0.30
"""Shares of a column for what a row does and, after it, for its keys in the story."""
_LINE = 24.0
_AIR = 12.0
"""px a row has besides its lines."""
_HEAD = 52.0
_AFTER = 8.0
"""px under a group."""
_HEAD_LOOK = Look(window_type("ui"), "strong")
_COLUMN_LOOK = Look(window_type("note"), ink="muted")
_NAME_LOOK = Look(window_type("help"))
_CAP_LOOK = Look(window_type("key_cap"), "mono")
_CAP = (6.0, 21.0)
"""px beside the letters of a key, and its height."""
_BETWEEN = 5.0
"""px between two keys."""
_APART = 16.0
"""px between two columns."""

_SIGNS = {
    "Right": "→",
    "Left": "←",
    "Up": "↑",
    "Down": "↓",
    "PgDown": "PgDn",
    "Return": "Enter",
}
"""How keys are named where the portable name is not what stands on them."""


def help_picture(language: Language, width: float, ruler: Ruler) -> Picture:
    """Return all keys, `width` px wide and as high as they need."""
    count = sum(width >= least for least in COLUMNS)
    column = (width - (count - 1) * _GUTTER) / count
    blocks = [_block(group, language, column, ruler) for group in GROUPS]
    shapes: list[Shape] = []
    highest = 0.0
    for at, part in enumerate(_evenly(blocks, count)):
        top = 0.0
        for block in part:
            shapes += placed(block, at * (column + _GUTTER), top)[0]
            top += block.height
        highest = max(highest, top)
    return Picture(width, highest, tuple(shapes))


def _evenly(blocks: Sequence[Picture], count: int) -> tuple[Sequence[Picture], ...]:
    """Return `blocks` in their order as `count` columns, the highest as low as can be."""
    ways = (
        tuple(blocks[begin:end] for begin, end in pairwise((0, *cuts, len(blocks))))
        for cuts in combinations(range(1, len(blocks)), count - 1)
    )
    return min(ways, key=lambda way: max(sum(block.height for block in part) for part in way))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a row's three parts begin, and how wide each may be, px."""

    width: float

    @property
    def starts(self) -> tuple[float, float, float]:
        return 0.0, self.width * _NAME, self.width * (_NAME + _KEYS)

    @property
    def rooms(self) -> tuple[float, float, float]:
        _, story, explore = self.starts
        return story - _APART, explore - story - _APART, self.width - explore


def _block(group: Group, language: Language, width: float, ruler: Ruler) -> Picture:
    """Return a group of actions, with its head, from 0, 0 on."""
    columns = _Columns(width)
    heads = (
        (say(f"actions.{group}", language), _HEAD_LOOK),
        (say("window.help.story", language), _COLUMN_LOOK),
        (say("window.help.explore", language), _COLUMN_LOOK),
    )
    shapes: list[Shape] = [
        words(ruler, text, x, _HEAD - 18, look)
        for (text, look), x in zip(heads, columns.starts, strict=True)
    ]
    shapes.append(_rule(_HEAD, width))
    top = _HEAD
    for entry in help_rows():
        if entry.group == group:
            row = _row(entry, language, columns, ruler)
            shapes += placed(row, 0, top)[0]
            top += row.height
    return Picture(width, top + _AFTER, tuple(shapes))


def _row(entry: HelpRow, language: Language, columns: _Columns, ruler: Ruler) -> Picture:
    name_room, story_room, explore_room = columns.rooms
    names = ruler.lines((Span(say(entry.name, language)),), _NAME_LOOK.size, name_room)
    story = _lines_of_caps(_cap_texts(entry.story), story_room, ruler)
    explore = _lines_of_caps(_cap_texts(entry.explore), explore_room, ruler)
    height = max(len(names), len(story), len(explore)) * _LINE + _AIR
    middle = (_AIR + _LINE) / 2
    shapes: list[Shape] = []
    for at, line in enumerate(names):
        text = "".join(span.text for span in line)
        shapes.append(words(ruler, text, 0, middle + at * _LINE, _NAME_LOOK))
    for lines, x in zip((story, explore), columns.starts[1:], strict=True):
        for at, caps in enumerate(lines):
            shapes += _caps(caps, x, middle + at * _LINE, ruler)
    shapes.append(_rule(height, columns.width))
    return Picture(columns.width, height, tuple(shapes))


def _rule(y: float, width: float) -> Shape:
    hair = number("line_width", "hair")
    return Box(0, y - hair, width, hair, fill="line")


def _cap_texts(keys: Sequence[str]) -> tuple[str, ...]:
    """Return what stands on the keys; the digits become a range."""
    digits = [key for key in keys if key.isdigit() and key != "0"]
    if len(digits) > 1:
        return (f"{digits[0]}–{digits[-1]}",)
    return tuple(dict.fromkeys(_cap_text(key) for key in keys))


def _cap_text(key: str) -> str:
    before, plus, last = key.rpartition("+")
    return f"{before}{plus}{_SIGNS.get(last, last)}" if before else _SIGNS.get(key, key)


def _lines_of_caps(keys: Iterable[str], room: float, ruler: Ruler) -> list[list[str]]:
    """Return the keys as lines of at most `room` px."""
    lines: list[list[str]] = []
    x = room
    for key in keys:
        wide = _cap_width(key, ruler)
        if not lines or x + wide > room:
            lines.append([])
            x = 0.0
        lines[-1].append(key)
        x += wide + _BETWEEN
    return lines


def _caps(keys: Sequence[str], x: float, middle: float, ruler: Ruler) -> list[Shape]:
    shapes: list[Shape] = []
    radius = number("radius", "tile")
    for key in keys:
        wide = _cap_width(key, ruler)
        top = middle - _CAP[1] / 2
        shapes.append(Box(x, top, wide, _CAP[1], radius, "sunken", "edge_dimmed", 1.0))
        shapes.append(words(ruler, key, x + wide / 2, middle, _CAP_LOOK, "middle"))
        x += wide + _BETWEEN
    return shapes


def _cap_width(key: str, ruler: Ruler) -> float:
    return ruler.width(key, _CAP_LOOK.face, _CAP_LOOK.size) + 2 * _CAP[0]
