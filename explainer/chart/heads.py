"""Names of models over narrow columns: on two or three lines, and shorter where they must be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import combinations, pairwise

from explainer.picture import Face, Ruler

TWO = 2
_ELLIPSIS = "…"
_PARTS = re.compile(r"(?<=-)|(?<= )(?<![–—] )")
"""Where a line of a name may end."""
_AIRY = 0.9
"""Share of a column that a name should not exceed: neighbours would run together."""
Head = tuple[str, str]
"""Upper and lower line; the upper one may be empty."""


def heads(  # noqa: PLR0913 - names, those around them, and a look
    names: tuple[str, ...],
    known: Iterable[str],
    face: Face,
    size: float,
    width: float,
    ruler: Ruler,
) -> tuple[Head, ...] | None:
    """Return each name on two lines of at most `width` px; None where that cannot be.

    `known` are all names that a shortened one may not be mistaken for.
    """
    short = shortened(tuple(known))
    made: list[Head] = []
    for name in names:
        tries = (*_halves(name), *_halves(short.get(name, name)))
        fitting = [head for head in tries if _width(head, face, size, ruler) <= width]
        if not fitting:
            return None
        airy = (head for head in fitting if _width(head, face, size, ruler) <= width * _AIRY)
        made.append(next(airy, fitting[0]))
    return tuple(made)


def tall_heads(  # noqa: PLR0913 - names, a look and their room
    names: tuple[str, ...], face: Face, size: float, width: float, ruler: Ruler, most: int
) -> tuple[tuple[str, ...], ...] | None:
    """Return each name whole, on as few lines of at most `width` px as can be, up to `most`.

    None where one needs more.
    """
    made: list[tuple[str, ...]] = []
    for name in names:
        ways = (_narrowest(name, face, size, ruler, count) for count in range(1, most + 1))
        fitting = (it for it in ways if max(ruler.width(line, face, size) for line in it) <= width)
        found = next(fitting, None)
        if found is None:
            return None
        made.append(found)
    return tuple(made)


def whole_or_cut(  # noqa: PLR0913 - names, a look and their room
    names: tuple[str, ...], face: Face, size: float, width: float, ruler: Ruler, most: int
) -> tuple[tuple[str, ...], ...]:
    """Return each name on up to `most` lines of at most `width` px, cut only where it must be.

    A cut ends in an ellipsis, so that no name ever lies on its neighbour.
    """
    found = tall_heads(names, face, size, width, ruler, most)
    if found is not None:
        return found
    made: list[tuple[str, ...]] = []
    for name in names:
        ways = (_narrowest(name, face, size, ruler, count) for count in range(1, most + 1))
        fitting = (it for it in ways if max(ruler.width(line, face, size) for line in it) <= width)
        lines = next(fitting, None) or _narrowest(name, face, size, ruler, most)
        made.append(tuple(shortened_to(line, face, size, width, ruler) for line in lines))
    alike = Counter(made)
    for at, name in enumerate(names):
        if alike[made[at]] > 1:
            # What tells such names apart is mostly at their ends.
            made[at] = (*made[at][:-1], _end_of(name, face, size, width, ruler))
    return tuple(made)


def _end_of(name: str, face: Face, size: float, width: float, ruler: Ruler) -> str:
    """Return as much of the end of a name as `width` px have room for, behind an ellipsis."""
    kept = name
    while len(kept) > 1 and ruler.width(_ELLIPSIS + kept, face, size) > width:
        kept = kept[1:].lstrip(" -–—")
    return _ELLIPSIS + kept


def shortened_to(name: str, face: Face, size: float, width: float, ruler: Ruler) -> str:
    """Return a name that is at most `width` px wide, with an ellipsis where it was wider."""
    kept = name
    while len(kept) > 1 and ruler.width(kept, face, size) > width:
        kept = kept.removesuffix(_ELLIPSIS)[:-1].rstrip(" -–") + _ELLIPSIS
    return kept


def _narrowest(name: str, face: Face, size: float, ruler: Ruler, most: int) -> tuple[str, ...]:
    """Return a name broken on up to `most` lines, as narrow as that can be.

    Lines end behind hyphens and at spaces, though not between a dash and what follows it.
    """
    parts = [part for part in _PARTS.split(name) if part]
    ways = (
        tuple("".join(parts[begin:end]).strip() for begin, end in pairwise((0, *cuts, len(parts))))
        for count in range(min(most, len(parts)))
        for cuts in combinations(range(1, len(parts)), count)
    )
    return min(ways, key=lambda lines: max(ruler.width(line, face, size) for line in lines))


def shortened(names: tuple[str, ...]) -> dict[str, str]:
    """Return each name with the part left out that most others have too, if it stays its own.

    Only names of three parts and more lose one.
    """
    counts = Counter(part for name in names for part in set(name.split("-")))
    taken = set(names)
    made: dict[str, str] = {}
    for name in names:
        parts = name.split("-")
        if len(parts) <= TWO:
            continue
        for left_out in sorted(set(parts), key=lambda part: (-counts[part], parts.index(part))):
            kept = "-".join(part for part in parts if part != left_out)
            if kept and kept not in taken:
                taken.add(kept)
                made[name] = kept
                break
    return made


def _width(head: Head, face: Face, size: float, ruler: Ruler) -> float:
    return max(ruler.width(line, face, size) for line in head)


def _halves(name: str) -> tuple[Head, ...]:
    """Return the ways to set a name on two lines, the best first."""
    parts = name.split("-")
    whole: tuple[Head, ...] = (("", name),)
    broken: tuple[Head, ...] = tuple(
        head
        for place in range(1, len(parts))
        for head in (
            ("-".join(parts[:place]) + "-", "-".join(parts[place:])),
            ("-".join(parts[:place]), "-".join(parts[place:])),
        )
    )
    spaces = [place for place, sign in enumerate(name) if sign == " "]
    spaces = [at for at in spaces if name[at - 1] not in "–—"]
    broken = (*broken, *((name[:at], name[at + 1 :]) for at in spaces))
    # A name of one part may still be broken where a small letter meets a capital.
    for place in range(1, len(name)):
        if len(parts) == 1 and name[place].isupper() and name[place - 1].islower():
            broken = (*broken, (name[:place], name[place:]))
    return (*whole, *broken)
