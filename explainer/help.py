"""The help: the keys of a mode by group, made from the table of actions.

Shown by `views/dialogs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from msgspec import Struct

from explainer.actions import GROUPS, Group, HelpRow, help_rows
from explainer.bars.controls import Choice, Look, Place, switch, words
from explainer.intents import Press
from explainer.picture import Box, Picture, Ruler, Shape, Span, placed
from explainer.schema import Language
from explainer.state import Mode
from explainer.strings import say
from explainer.theme import number, window_type

COLUMNS = (0.0, 860.0, 1300.0)
"""px of width from which there is one column, two, three."""
_GUTTER = 48.0
_NAME = 0.5
"""Share of a column for what a row does; after it stand its keys."""
_LINE = 24.0
_AIR = 12.0
"""px a row has besides its lines."""
_HEAD = 52.0
_AFTER = 8.0
"""px under a group."""
_HEAD_LOOK = Look(window_type("ui"), "strong")
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
_WORDS = {
    "Space": "key.space",
    "Backspace": "key.backspace",
    "Media Next": "key.media-next",
    "Media Previous": "key.media-previous",
    "Forward": "key.forward",
    "Back": "key.back",
}
"""Keys that are called by a word of either language."""
_SWITCH = 44.0
_SWITCH_WIDTH = 150.0
"""px for each position, where there is room."""


class HelpPlace(Struct, frozen=True, kw_only=True):
    """Where keys have the meaning that the help tells."""

    mode: Mode
    presenting: bool
    name: str
    """Key in the strings."""


def help_places(mode: Mode, *, presenting: bool) -> tuple[HelpPlace, ...]:
    """Return the places that the help tells of, for somebody who stands in `mode`.

    A talk counts as one: its slides, or what is looked up in it, whichever is seen.
    """
    talk: Mode = mode if presenting else "story"
    return (
        HelpPlace(mode="story", presenting=False, name="window.help.story"),
        HelpPlace(mode="explore", presenting=False, name="window.help.explore"),
        HelpPlace(mode=talk, presenting=True, name=f"window.help.talk.{talk}"),
    )


def help_switch(
    places: Sequence[HelpPlace], at: int, language: Language, width: float, ruler: Ruler
) -> Picture:
    """Return the switch between `places`, of which the one at `at` is told of."""
    choices = [
        Choice(say(place.name, language), Press(f"place:{number}"), chosen=number == at)
        for number, place in enumerate(places)
    ]
    wide = min(width, len(places) * _SWITCH_WIDTH)
    shapes, hits = switch(ruler, Place(0, 0, wide, _SWITCH), choices, "mode")
    return Picture(width, _SWITCH, shapes, hits)


def help_picture(place: HelpPlace, language: Language, width: float, ruler: Ruler) -> Picture:
    """Return the keys that mean something there, `width` px wide and as high as they need."""
    rows = help_rows(place.mode, presenting=place.presenting)
    count = sum(width >= least for least in COLUMNS)
    column = (width - (count - 1) * _GUTTER) / count
    blocks = [
        _block(group, [row for row in rows if row.group == group], language, column, ruler)
        for group in GROUPS
        if any(row.group == group for row in rows)
    ]
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


def _block(
    group: Group, rows: Iterable[HelpRow], language: Language, width: float, ruler: Ruler
) -> Picture:
    """Return a group of actions, with its head, from 0, 0 on."""
    head = say(f"actions.{group}", language)
    shapes: list[Shape] = [words(ruler, head, 0, _HEAD - 18, _HEAD_LOOK), _rule(_HEAD, width)]
    top = _HEAD
    for entry in rows:
        row = _row(entry, language, width, ruler)
        shapes += placed(row, 0, top)[0]
        top += row.height
    return Picture(width, top + _AFTER, tuple(shapes))


def _row(entry: HelpRow, language: Language, width: float, ruler: Ruler) -> Picture:
    left = width * _NAME
    names = ruler.lines((Span(say(entry.name, language)),), _NAME_LOOK.size, left - _APART)
    keys = _lines_of_caps(_cap_texts(entry.keys, language), width - left, ruler)
    height = max(len(names), len(keys)) * _LINE + _AIR
    middle = (_AIR + _LINE) / 2
    shapes: list[Shape] = []
    for at, line in enumerate(names):
        text = "".join(span.text for span in line)
        shapes.append(words(ruler, text, 0, middle + at * _LINE, _NAME_LOOK))
    for at, caps in enumerate(keys):
        shapes += _caps(caps, left, middle + at * _LINE, ruler)
    shapes.append(_rule(height, width))
    return Picture(width, height, tuple(shapes))


def _rule(y: float, width: float) -> Shape:
    hair = number("line_width", "hair")
    return Box(0, y - hair, width, hair, fill="line")


def _cap_texts(keys: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return what stands on the keys; the digits become a range."""
    digits = [key for key in keys if key.isdigit() and key != "0"]
    if len(digits) > 1:
        return (f"{digits[0]}–{digits[-1]}",)
    return tuple(dict.fromkeys(_cap_text(key, language) for key in keys))


def _cap_text(key: str, language: Language) -> str:
    before, plus, last = key.rpartition("+")
    if not before:
        plus, last = "", key
    name = say(_WORDS[last], language) if last in _WORDS else _SIGNS.get(last, last)
    return f"{before}{plus}{name}"


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
