"""What words lead to: the entries that fit, kind by kind, the best first."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from explainer.deck import Deck
from explainer.find.entries import KINDS, Entry, Kind, entries
from explainer.find.match import Query, matching, rank, readings

EACH = 5
"""How many of a kind are listed before all of it is asked for."""
_ALIKE = 0.6
"""How similar a name must be to be proposed, from 0 to 1."""
_PROPOSED = 3


class Group(Struct, frozen=True):
    """The entries of one kind that fit."""

    kind: Kind
    entries: tuple[Entry, ...]
    """Those that are listed, the best first; equally good ones in the order of the deck."""
    count: int
    """How many fit."""


def groups(
    deck: Deck, typed: str, kinds: Collection[Kind] = KINDS, unfolded: Collection[Kind] = ()
) -> tuple[Group, ...]:
    """Return what fits, kind by kind; of a kind that is not `unfolded` only the first few.

    Of a question, what it asks about is looked for: "What is RLHF?" lists what "RLHF" does.
    """
    for query in readings(typed):
        if found := _groups(deck, query, kinds, unfolded):
            return found
    return ()


def _groups(
    deck: Deck, query: Query, kinds: Collection[Kind], unfolded: Collection[Kind]
) -> tuple[Group, ...]:
    found: dict[Kind, list[tuple[int, int, Entry]]] = {}
    for place, entry in enumerate(entries(deck)):
        fits = rank(entry.words, query) if entry.kind in kinds else None
        if fits is not None:
            found.setdefault(entry.kind, []).append((fits, place, entry))
    return tuple(
        _group(kind, [entry for _, _, entry in sorted(found[kind], key=_first)], unfolded)
        for kind in KINDS
        if kind in found
    )


def suggestions(deck: Deck, typed: str, kinds: Collection[Kind] = KINDS) -> tuple[Entry, ...]:
    """Return up to three entries whose names are like what was typed, the most similar first."""
    from difflib import get_close_matches  # only where nothing was found

    named = {
        name: entry
        for entry in reversed(entries(deck))
        if entry.kind in kinds and entry.kind != "claim"
        for name in (it.plain for it in entry.words.names)
    }
    alike = get_close_matches(matching(typed).whole, named, 3 * _PROPOSED, _ALIKE)
    unique = {(named[name].kind, named[name].id): named[name] for name in alike}
    return tuple(unique.values())[:_PROPOSED]


def _first(found: tuple[int, int, Entry]) -> tuple[int, int]:
    return found[:2]


def _group(kind: Kind, fitting: list[Entry], unfolded: Collection[Kind]) -> Group:
    # A line that says "one more" is no shorter than the one itself.
    folded = kind not in unfolded and len(fitting) > EACH + 1
    return Group(kind, tuple(fitting[:EACH] if folded else fitting), len(fitting))
