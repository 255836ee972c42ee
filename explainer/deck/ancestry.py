"""Who descends from whom, in any reading."""

from __future__ import annotations

from collections.abc import Iterable


class Descent:
    """Answers who descends from whom; the first question costs one walk through all derivations."""

    def __init__(self, edges: Iterable[tuple[str, str]]) -> None:
        """Take pairs of parent and child."""
        self._edges = frozenset(edges)
        self._numbers: dict[str, int] = {}
        self._below: dict[str, int] | None = None
        """For each model the bits of all that descend from it, and its own."""
        self._circular = False

    def reaches(self, start: str, end: str) -> bool:
        """Return whether `end` is `start` or descends from it.

        In a lineage with a circle, which has another problem, everything does.
        """
        if start == end:
            return True
        if self._below is None:
            self._below = self._walked()
        if self._circular:
            return True
        below = self._below.get(start, 0)
        return end in self._numbers and bool(below >> self._numbers[end] & 1)

    def _walked(self) -> dict[str, int]:
        """Go through the lineage from its last models upwards."""
        parents: dict[str, list[str]] = {}
        waiting: dict[str, int] = {}
        for parent, child in self._edges:
            parents.setdefault(child, []).append(parent)
            waiting[parent] = waiting.get(parent, 0) + 1
            waiting.setdefault(child, 0)
        below: dict[str, int] = dict.fromkeys(waiting, 0)
        ready = [name for name, count in waiting.items() if not count]
        for name in ready:
            number = len(self._numbers)
            self._numbers[name] = number
            below[name] |= 1 << number
            for parent in parents.get(name, ()):
                below[parent] |= below[name]
                waiting[parent] -= 1
                if not waiting[parent]:
                    ready.append(parent)
        self._circular = len(self._numbers) < len(waiting)
        return below
