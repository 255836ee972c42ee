"""Who descends from whom, in any reading."""

from __future__ import annotations


def reached(start: str, edges: frozenset[tuple[str, str]]) -> set[str]:
    """Return `start` and all that descend from it; `edges` are pairs of parent and child."""
    found = {start}
    more = [start]
    while more:
        parent = more.pop()
        children = {child for its, child in edges if its == parent} - found
        found |= children
        more += children
    return found
