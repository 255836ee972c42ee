"""Which characters the app's own faces can show, by the list of `scripts/make_fonts.py`."""

from __future__ import annotations

from functools import cache
from unicodedata import east_asian_width

from explainer.files import resource_folder


def missing_characters(text: str) -> tuple[str, ...]:
    """Return the characters of `text` that no face can show, each once, in order of appearance.

    A newline is no gap: it ends a line and is not painted.
    """
    return tuple(sign for sign in dict.fromkeys(text) if sign != "\n" and not _is_covered(sign))


def is_wide(character: str) -> bool:
    """Tell whether `character` stands in a Chinese face: Han, kana and full-width signs.

    Signs that both scripts use (`“”`, `…`, `—`, `·`) are not wide; both groups of
    faces have them, and what stands around them decides.
    """
    return east_asian_width(character) in ("W", "F")


def _is_covered(character: str) -> bool:
    group = "han" if is_wide(character) else "latin"
    return ord(character) in _covered()[group]


@cache
def _covered() -> dict[str, frozenset[int]]:
    """Return the code points that all text faces of a group have, by group."""
    text = (resource_folder() / "fonts" / "coverage.txt").read_text(encoding="ascii")
    groups = (line.split() for line in text.splitlines())
    return {group: frozenset(_codes(ranges)) for group, *ranges in groups}


def _codes(ranges: list[str]) -> list[int]:
    """Return the numbers in hexadecimal ranges such as `4e00-4e03` or `4e07`."""
    codes: list[int] = []
    for part in ranges:
        first, _, last = part.partition("-")
        codes += range(int(first, 16), int(last or first, 16) + 1)
    return codes
