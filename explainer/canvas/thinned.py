"""Which words find room where the map is small: from which magnification on each is shown."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from explainer.canvas.levels import floor_px, words_scale
from explainer.canvas.wordings import Group, Kind, scaled
from explainer.routes import Rect, Rooms

CHOSEN = -1
"""The rank of the model whose name is always shown."""
_STEP = 1.25
"""From one magnification at which words are chosen to the next."""
_CLEAR = (4.0, 0.0)
"""px of the screen beside and above a group of words."""
_CLEAR_DENSE = (36.0, 14.0)
"""The same where there is far more than could be told: so the map itself is seen."""
_SLACK = 2.0
"""px of the screen by which words may overhang: that much of a letter's room is empty."""
_DENSE = 0.2
"""Below this magnification words may cover what they do not name: it is everywhere."""


def shown_from(  # noqa: PLR0913 - words, and all that they go by
    groups: Sequence[Group],
    rank: Mapping[str, int],
    solid: Iterable[Rect],
    factor: float,
    name: float,
    box: Rect,
    covered: Sequence[Rect] = (),
    *,
    firm: Container[str] = (),
    dates_yield: bool = False,
) -> dict[str, float]:
    """Return by id of a shape from which magnification on it is shown, 0 where always.

    Words that are shown stay as one comes nearer. Names, those of the lowest `rank` first, come
    before the rest, which waits until names of `name` px can all be read. At `factor` the whole
    map is seen; `solid` is what words keep clear of where there is room, `box` is what is seen
    there: no word that is larger than on the map is cut at its edge or by what stands over the
    parts that are `covered`. Names of `firm` owners wait for neither that nor what is solid.
    Dates of an axis that has no room of its own wait for names.
    """
    readable = floor_px() / name
    smallest = min((group.size for group in groups), default=name)
    if factor * smallest >= floor_px():
        return {}
    first = {**_FIRST, "axis": _FIRST["name"] + 0.5} if dates_yield else _FIRST
    order = sorted(groups, key=lambda group: (first[group.kind], rank.get(group.owner, 0)))
    waiting = [group for group in order if not _is_chosen(group, rank)]
    since = {name: 0.0 for group in order if _is_chosen(group, rank) for name in group.ids}
    here = factor
    stations = Rooms(solid)
    while waiting and here * smallest < floor_px():
        # What stands over the map does not grow with it.
        over = covered if here == factor else ()
        waiting = _placed(waiting, order, stations, box, over, here, readable, since)
        bold = [group for group in waiting if group.kind == "name" and group.owner in firm]
        if bold and here >= _DENSE:
            left = _placed(bold, order, Rooms(()), box, (), here, readable, since, waiting)
            told = {id(group) for group in bold} - {id(group) for group in left}
            waiting = [group for group in waiting if id(group) not in told]
        here *= _STEP
    for group in waiting:
        since.update(dict.fromkeys(group.ids, here))
    return since


def _is_chosen(group: Group, rank: Mapping[str, int]) -> bool:
    return group.kind == "name" and rank.get(group.owner) == CHOSEN


_FIRST: Mapping[Kind, float] = {
    "axis": 0,
    "callout": 1,
    "name": 2,
    "base": 3,
    "date": 4,
    "label": 5,
}


def _placed(  # noqa: PLR0913 - one round, and all that it goes by
    waiting: Sequence[Group],
    every: Sequence[Group],
    stations: Rooms,
    box: Rect,
    covered: Sequence[Rect],
    factor: float,
    readable: float,
    since: dict[str, float],
    hidden: Sequence[Group] = (),
) -> list[Group]:
    """Show those that find room at `factor`; return the others. What is `hidden` takes none."""
    left = {id(group) for group in hidden or waiting}
    across, down = _CLEAR_DENSE if factor < _DENSE else _CLEAR
    taken = Rooms(
        (
            _grown(group, factor).grown(across / factor, down / factor)
            for group in every
            if id(group) not in left
        ),
        cell=160 / factor,
    )
    rest: list[Group] = []
    for group in waiting:
        room = _grown(group, factor)
        early = group.kind in ("axis", "callout", "name", "base")
        free = (early or factor >= readable) and not taken.meets(room)
        if group.kind == "date":
            free = free and f"{group.owner}:name" in since
        if free and factor >= _DENSE and group.size * factor < floor_px():
            free = not stations.meets(room)
        # Words that are larger than on the map are not cut at its edge.
        slack = _SLACK / factor
        free = free and box.grown(slack, slack).holds(room)
        # A callout is what the step is about: it is rather touched than left out.
        if group.kind != "callout":
            free = free and not any(part.meets(room) for part in covered)
        if not free:
            rest.append(group)
            continue
        taken.append(room.grown(across / factor, down / factor))
        since.update(dict.fromkeys(group.ids, factor))
    return rest


def _grown(group: Group, factor: float) -> Rect:
    return scaled(group, max(1.0, words_scale(factor, group.size)))
