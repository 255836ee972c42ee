"""What must hold before a lineage can be drawn: no circles, whole readings, dates in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice, pairwise, product

from explainer.deck.joined import Joined, Placed, derivations_of, options_of
from explainer.deck.places import Finding
from explainer.deck.spans import span
from explainer.schema import Derivation, ModelId, Reading

MOST_METHODS = 4
"""The looks that a strand can have."""
MOST_COMBINATIONS = 1000
"""How many ways to combine the options of all readings are tried for circles."""
MOST_LINKS = 300_000
"""Derivations that are looked at in all these ways together: it is enough to name one circle."""


def family_findings(joined: Joined, *, whole: bool = True) -> Iterator[Finding]:
    """Yield what is wrong with the dates, derivations, readings and methods of a deck.

    Unless it is `whole`, a derivation may be missing, and what would then be false is not said.
    """
    yield from _ages(joined)
    yield from _beginnings(joined, whole=whole)
    for reading in joined.readings if whole else ():
        yield from _whole(reading)
    yield from _circles(joined)
    yield from _methods(joined)


def _ages(joined: Joined) -> Iterator[Finding]:
    """Yield dates that are none, and children that are older than their parents."""
    spans: dict[ModelId, tuple[date, date]] = {}
    for model in joined.models:
        try:
            start, end = span(model.it.date)
        except ValueError:
            yield model.finding("E501-date", "date", given=model.it.date)
            continue
        if start > end:
            yield model.finding("E502-interval", "date", given=model.it.date)
        else:
            spans[model.it.id] = start, end
    dates = {model.it.id: model.it.date for model in joined.models}
    for placed in joined.every():
        child, parent = placed.it.child, placed.it.parent
        # Only a contradiction: a month may hold the day that follows.
        if child in spans and parent in spans and spans[child][1] < spans[parent][0]:
            yield placed.finding(
                "W501-child-older",
                child=child,
                parent=parent,
                child_date=dates[child],
                parent_date=dates[parent],
            )


def _beginnings(joined: Joined, *, whole: bool) -> Iterator[Finding]:
    """Yield models whose strands come from nowhere, or from two places."""
    inside = [*joined.inside()]
    derived = {placed.it.child for placed in inside if placed.it.is_descent}
    tied = {placed.it.child for placed in inside}
    for model in joined.models:
        if model.it.id in joined.outside:
            continue
        if model.it.id in derived and model.it.begins:
            yield model.finding("E504-begins", "begins", id=model.it.id)
        # What is only said to be influenced or rebuilt may have strands that nobody knows.
        elif whole and model.it.id not in tied and not model.it.begins:
            yield model.finding("E503-no-parent", id=model.it.id)
    for placed in joined.every():
        if placed.it.parent == placed.it.child and not placed.it.is_descent:
            yield placed.finding("E513-own-tie", "parent", id=placed.it.parent)
    for placed in joined.inside():
        if placed.it.parent and placed.it.carries:
            yield placed.finding("E505-carries", "carries", parent=placed.it.parent)
        elif not (placed.it.parent or placed.it.carries or placed.it.method):
            yield placed.finding("E506-no-strand", id=placed.it.id)


def _whole(reading: Placed[Reading]) -> Iterator[Finding]:
    """Yield options that do not tell of the same models as the reading's first."""
    if len(reading.it.options) < 2:  # noqa: PLR2004  with one option nothing is disputed
        yield reading.finding("E507-one-option", id=reading.it.id)
    told: set[ModelId] | None = None
    for option in options_of(reading):
        children = {placed.it.child for placed in derivations_of(option)}
        if not children:
            yield option.finding("E508-no-derivation", id=option.it.id)
        elif told is None:
            told = children
        elif children != told:
            yield option.finding(
                "E509-other-children",
                id=option.it.id,
                children=", ".join(sorted(children)),
                expected=", ".join(sorted(told)),
            )


def _circles(joined: Joined) -> Iterator[Finding]:
    """Yield the circles that any combination of readings would draw, each once."""
    if not _circle(joined.every()):
        return
    choices = [[*options_of(reading)] for reading in joined.readings]
    seen: set[frozenset[str]] = set()
    links = sum(1 for _ in joined.every())
    combinations = max(1, min(MOST_COMBINATIONS, MOST_LINKS // links))
    for chosen in islice(product(*choices), combinations):
        drawn = [*joined.always, *(it for option in chosen for it in derivations_of(option))]
        circle = _circle(drawn)
        if not circle or frozenset(circle) in seen:
            continue
        seen.add(frozenset(circle))
        steps = set(pairwise(circle))
        edge = next(it for it in drawn if (it.it.parent, it.it.child) in steps)
        yield edge.finding("E510-circle", circle=" > ".join(circle))


def _circle(derivations: Iterable[Placed[Derivation]]) -> list[str]:
    """Return models that descend from one another, the first again at the end; empty if none do."""
    from graphlib import CycleError, TopologicalSorter

    sorter: TopologicalSorter[str] = TopologicalSorter()
    for placed in derivations:
        if placed.it.parent and placed.it.is_descent:
            sorter.add(placed.it.child, placed.it.parent)
    try:
        sorter.prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return []


def _methods(joined: Joined) -> Iterator[Finding]:
    """Yield methods beyond those that can be told apart."""
    wears: dict[str, str] = {}
    # An id that is given twice is a problem of its own.
    different = {method.it.id: method for method in reversed(joined.methods)}
    for number, method in enumerate(reversed(different.values())):
        if number >= MOST_METHODS:
            yield method.finding("E511-many-methods", most=str(MOST_METHODS))
        elif method.it.style in wears:
            yield method.finding(
                "E512-style-twice", "style", style=method.it.style, other=wears[method.it.style]
            )
        wears.setdefault(method.it.style, method.it.id)
