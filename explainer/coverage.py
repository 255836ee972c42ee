"""Which characters the app's own faces can show, by the list of `scripts/make_fonts.py`."""

from __future__ import annotations

from functools import cache
from unicodedata import east_asian_width

from explainer.characters import unseen
from explainer.files import resource_folder

_WRITINGS = ("latin", "han")
"""The groups that are there in every look; all others are in one weight, for what these lack."""


def missing_characters(text: str) -> tuple[str, ...]:
    """Return the characters of `text` that no face can show, each once, in order of appearance.

    What is not painted is no gap: a newline, and what only steers the setting.
    """
    silent = {"\n", *unseen(text)}
    return tuple(it for it in dict.fromkeys(text) if it not in silent and not _is_covered(it))


def in_every_weight(character: str) -> bool:
    """Tell whether all faces of a writing have `character`, whatever their weight."""
    return any(ord(character) in _codes(group) for group in _WRITINGS)


def last_resort(text: str) -> str:
    """Return the group of faces that has all of `text`, of those for what both writings lack.

    Empty where none has. The groups are named as in the coverage list.
    """
    codes = set(map(ord, text))
    return next((it for it in _covered() if it not in _WRITINGS and codes <= _codes(it)), "")


def is_wide(character: str) -> bool:
    """Tell whether `character` stands in a Chinese face: Han, kana and full-width signs.

    Signs that both scripts use (`“”`, `…`, `—`, `·`) are not wide; both groups of
    faces have them, and what stands around them decides.
    """
    return east_asian_width(character) in ("W", "F")


def _is_covered(character: str) -> bool:
    return any(ord(character) in _codes(group) for group in _covered())


@cache
def _covered() -> dict[str, str]:
    """Return the ranges of code points that all faces of a group have, by group."""
    text = (resource_folder() / "fonts" / "coverage.txt").read_text(encoding="ascii")
    lines = (line.partition(" ") for line in text.splitlines())
    return {group: ranges for group, _, ranges in lines}


@cache
def _codes(group: str) -> frozenset[int]:
    """Return the code points of a group, from hexadecimal ranges such as `4e00-4e03` or `4e07`."""
    codes: list[int] = []
    for part in _covered()[group].split():
        first, _, last = part.partition("-")
        codes += range(int(first, 16), int(last or first, 16) + 1)
    return frozenset(codes)
