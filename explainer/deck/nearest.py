"""The valid word that someone probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

LONGEST = 80
"""Longer words are no misspelt ones, and comparing them takes long."""
MOST_COMPARED = 200
"""Of more words only those are compared that begin or end alike and are about as long."""


def nearest(word: str, valid: Iterable[str]) -> str:
    """Return the word of `valid` most like `word`; empty where none is like it."""
    return _nearest(word, tuple(valid)) if 0 < len(word) <= LONGEST else ""


@lru_cache(maxsize=1024)
def _nearest(word: str, valid: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # only where something is wrong

    small = word.lower()
    by_small = _in_small(valid)
    compared: Iterable[str] = by_small
    if len(by_small) > MOST_COMPARED:
        compared = _alike(small, valid)
    close = get_close_matches(small, compared, n=1, cutoff=0.6)
    return by_small[close[0]] if close else ""


@lru_cache(maxsize=16)
def _in_small(valid: tuple[str, ...]) -> Mapping[str, str]:
    """Return the words by their small letters."""
    return {it.lower(): it for it in valid if it}


def _alike(small: str, valid: tuple[str, ...]) -> list[str]:
    """Return at most `MOST_COMPARED` words that may be what was meant."""
    by_ends = _by_ends(valid)
    groups = [
        by_ends.get((end, len(small) + more), [])
        for more in (0, 1, -1, 2, -2)
        for end in (f"{small[:3]}<", f">{small[-3:]}", f"{small[:1]}<", f">{small[-1:]}")
    ]
    # The fewer words have an end in common, the more it says.
    found = dict.fromkeys(
        word for group in sorted(groups, key=len) for word in group[:MOST_COMPARED]
    )
    return [*found][:MOST_COMPARED]


@lru_cache(maxsize=16)
def _by_ends(valid: tuple[str, ...]) -> Mapping[tuple[str, int], list[str]]:
    """Return the words in small letters by their beginnings and ends, and their length."""
    found: dict[tuple[str, int], list[str]] = {}
    for word in _in_small(valid):
        for end in {f"{word[:3]}<", f">{word[-3:]}", f"{word[:1]}<", f">{word[-1:]}"}:
            found.setdefault((end, len(word)), []).append(word)
    return found
