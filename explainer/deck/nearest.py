"""The valid word that someone probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

LONGEST = 80
"""Longer words are no misspelt ones, and comparing them takes long."""


def nearest(word: str, valid: Iterable[str]) -> str:
    """Return the word of `valid` most like `word`; empty where none is like it."""
    return _nearest(word, tuple(valid)) if 0 < len(word) <= LONGEST else ""


@lru_cache(maxsize=1024)
def _nearest(word: str, valid: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # only where something is wrong

    by_small = {it.lower(): it for it in valid if it}
    close = get_close_matches(word.lower(), by_small, n=1, cutoff=0.6)
    return by_small[close[0]] if close else ""
