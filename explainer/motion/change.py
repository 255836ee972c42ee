"""What differs between two pictures: what stays, moves, changes, leaves and enters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from explainer.motion.blend import between, moves_to
from explainer.motion.marks import marks
from explainer.picture import Box, Clip, Picture, Shape, TextLine

MOST = 4000
"""Shapes of a picture; between larger ones there is a cut, as comparing them would be felt."""
_WITH_THE_NAME = (":pill", ":ring")
"""Grounds that change together with what stands on them."""
Key = tuple[str, ...]
_STAYS = 0.45
"""Share of the shapes: where fewer persist, both pictures cross, so that none is ever empty."""


class Mover(Struct, frozen=True):
    """One thing in two places, or of two sizes."""

    before: Shape
    after: Shape

    def at(self, share: float) -> tuple[tuple[Shape, float], ...]:
        """Return it on its way, with opacities: two shapes where its look changes as well."""
        return between(self.before, self.after, share)


class Change(Struct, frozen=True):
    """Two pictures of one size, and two between them; `movers` stand in none of the four.

    From `before` to `parted` something leaves, from `parted` to `met` what persists changes its
    look or place, from `met` to `after` something enters. Two neighbours may be one and the same.
    """

    before: Picture
    parted: Picture
    met: Picture
    after: Picture
    leaves: bool
    changes: bool
    enters: bool
    """Which of the three ways is more than standing still."""
    movers: tuple[Mover, ...] = ()
    marks: tuple[Box, ...] = ()
    """Grounds under what has changed, for a moment."""


def change_between(before: Picture, after: Picture) -> Change | None:
    """Return what happens between two pictures; None where there is nothing to see.

    Nothing is seen between equal pictures, of different sizes, or of too many shapes.
    """
    if (before.width, before.height) != (after.width, after.height):
        return None
    old, new = _flat(before.shapes), _flat(after.shapes)
    if not old or max(len(old), len(new)) > MOST:
        return None
    gone, come = _differing(old, new)
    if not gone and not come:
        return None
    pairs = _pairs(old, new, gone, come)
    named = {a: b for a, b in pairs.items() if _identity(old[a]) and _identity(new[b])}
    moving = {a: b for a, b in named.items() if moves_to(old[a], new[b])}
    leaving = _apart(old, gone - pairs.keys())
    entering = _apart(new, come - set(pairs.values()))
    crosses = len(old) - len(leaving) < _STAYS * max(len(old), len(new))
    marked: tuple[Box, ...] = ()
    if crosses:
        leaving = entering = frozenset()
    else:
        marked = marks((new[place] for place in sorted(entering)), before.width * before.height)
    moved, arrived = frozenset(moving), frozenset(moving.values())
    return Change(
        _without(before, old, moved),
        _without(before, old, moved | leaving),
        _without(after, new, arrived | entering),
        _without(after, new, arrived),
        leaves=bool(leaving),
        changes=crosses or bool(pairs),
        enters=bool(entering),
        movers=tuple(Mover(old[a], new[b]) for a, b in moving.items()),
        marks=marked,
    )


def _flat(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """Return the shapes with those in a clip each in a clip of its own."""
    found: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Clip):
            found += (replace(shape, shapes=(inner,)) for inner in _flat(shape.shapes))
        else:
            found.append(shape)
    return tuple(found)


def _differing(old: Sequence[Shape], new: Sequence[Shape]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places of what is in one picture and not, or less often, in the other."""
    gone, come = _surplus(old, Counter(new)), _surplus(new, Counter(old))
    return frozenset(gone), frozenset(come)


def _surplus(shapes: Sequence[Shape], others: Counter[Shape]) -> Iterable[int]:
    for place, shape in enumerate(shapes):
        if others[shape] > 0:
            others[shape] -= 1
        else:
            yield place


def _pairs(
    old: Sequence[Shape], new: Sequence[Shape], gone: frozenset[int], come: frozenset[int]
) -> dict[int, int]:
    """Return which leftover of `old` is which of `new`, by place.

    The same thing has the same id, or is a nameless part of such a thing, or is the same name of
    a model.
    """
    pairs: dict[int, int] = {}
    for kind in (_identities, _words):
        before = _grouped(kind(old), gone - pairs.keys())
        after = _grouped(kind(new), come - set(pairs.values()))
        for key, places in before.items():
            others = after.get(key, [])
            if len(others) == len(places):
                pairs.update(zip(places, others, strict=True))
    return pairs


def _grouped(keys: Sequence[Key], places: frozenset[int]) -> dict[Key, list[int]]:
    groups: dict[Key, list[int]] = defaultdict(list)
    for place in sorted(places):
        if keys[place]:
            groups[keys[place]].append(place)
    return groups


def _identities(shapes: Sequence[Shape]) -> list[Key]:
    """Return what each shape is; one without an id is a part of the last that has one."""
    found: list[Key] = []
    owner: Key = ()
    for shape in shapes:
        own = _identity(shape)
        owner = own or owner
        found.append(own or (type(_inner(shape)).__name__, *owner) if owner else ())
    return found


def _words(shapes: Sequence[Shape]) -> list[Key]:
    """Return the name of a model that each shape is, if it is one."""
    found: list[Key] = []
    for shape in shapes:
        inner = _inner(shape)
        named = isinstance(inner, TextLine) and all(it.face[:4] == "mono" for it in inner.spans)
        found.append(_said(inner) if named else ())
    return found


def _apart(shapes: Sequence[Shape], places: frozenset[int]) -> frozenset[int]:
    """Return those of `places` that come and go by themselves: not the ground of a name."""
    return frozenset(it for it in places if not _inner(shapes[it]).id.endswith(_WITH_THE_NAME))


def _inner(shape: Shape) -> Shape:
    return shape.shapes[0] if isinstance(shape, Clip) else shape


def _said(shape: Shape) -> Key:
    return tuple(span.text for span in shape.spans) if isinstance(shape, TextLine) else ()


def _identity(shape: Shape) -> Key:
    """Return what a shape is by its id; words that are other words are another thing."""
    inner = _inner(shape)
    return (type(inner).__name__, inner.id, *_said(inner)) if inner.id else ()


def _without(picture: Picture, shapes: Sequence[Shape], places: frozenset[int]) -> Picture:
    if not places:
        return picture
    kept = tuple(shape for place, shape in enumerate(shapes) if place not in places)
    return replace(picture, shapes=kept)
