"""The stages and steps of a deck as its files name them, and the step that a problem is about.

Reads what a check refuses: whoever puts a deck right wants to see where in the talk it fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from explainer.deck.plain import Plain
from explainer.errors import Problem
from explainer.schema import StepId

_PLACE = re.compile(r"stages\[(\d+)\](?:\.steps\[(\d+)\])?")
_ENTRY = re.compile(r"(\w+)\[(\d+)\]")
_OF_STEPS = frozenset(("claims", "terms", "arguments", "limits", "charts", "discrepancies"))
"""Sections whose entries a step shows; the lineage belongs to the deck as a whole."""
_LINK = re.compile(r"\]\(\w+:([^)\s]+)\)")


class StageLine(Struct, frozen=True):
    """A stage as a file names it."""

    file: str
    at: int
    """Its place among the stages of the file, from 0."""
    id: str
    steps: tuple[str, ...]
    names: tuple[frozenset[str], ...] = ()
    """For each step the words in it that may be ids, those in links too."""


class Spot(Struct, frozen=True):
    """A step among the stages of a deck, both counted from 0."""

    stage: int
    step: int
    whole: bool = False
    """The stage as a whole is meant, which is shown at its first step."""

    @property
    def label(self) -> str:
        """Return how a step is called in a talk: `8.4`; a stage `8`."""
        return f"{self.stage + 1}" if self.whole else f"{self.stage + 1}.{self.step + 1}"


def outline(plains: Mapping[str, Plain]) -> tuple[StageLine, ...]:
    """Return the stages of the files in the order in which they are told."""
    return tuple(
        StageLine(
            file,
            at,
            _id_of(stage),
            tuple(_id_of(step) for step in _entries(stage, "steps")),
            tuple(frozenset(_names(step)) for step in _entries(stage, "steps")),
        )
        for file, plain in plains.items()
        for at, stage in enumerate(_entries(plain, "stages"))
    )


def spot_of(
    problem: Problem, stages: Sequence[StageLine], plains: Mapping[str, Plain]
) -> Spot | None:
    """Return the step that `problem` is about; None where it is the deck as a whole.

    What is wrong with a claim, a term, a chart stands at the first step that names it.
    """
    place = _PLACE.match(problem.path)
    if place:
        at, step = int(place[1]), place[2]
        for number, stage in enumerate(stages):
            if (stage.file, stage.at) == (problem.file, at):
                return Spot(number, int(step or 0), whole=step is None)
        return None
    entry = _ENTRY.match(problem.path)
    if entry is None or entry[1] not in _OF_STEPS:
        return None
    entries = _entries(plains.get(problem.file, {}), entry[1])
    name = _id_of(entries[int(entry[2])]) if int(entry[2]) < len(entries) else ""
    return _first_that_names(name, stages) if name else None


def step_id(spot: Spot, stages: Sequence[StageLine]) -> StepId | None:
    """Return the id of the step at `spot`; None where the files give it none."""
    stage = stages[spot.stage]
    step = stage.steps[spot.step] if spot.step < len(stage.steps) else ""
    return StepId(f"{stage.id}/{step}") if stage.id and step else None


def _first_that_names(name: str, stages: Sequence[StageLine]) -> Spot | None:
    for number, stage in enumerate(stages):
        for step, names in enumerate(stage.names):
            if name in names:
                return Spot(number, step)
    return None


def _entries(plain: Plain, name: str) -> list[Plain]:
    """Return the entries of a section; none where it is no list."""
    found = plain.get(name) if isinstance(plain, dict) else None
    return found if isinstance(found, list) else []


def _id_of(plain: Plain) -> str:
    found = plain.get("id") if isinstance(plain, dict) else None
    return found if isinstance(found, str) else ""


def _names(plain: Plain) -> Iterator[str]:
    """Yield what in `plain` may be an id: short values, keys, targets of links."""
    if isinstance(plain, str):
        if " " not in plain:
            yield plain
        yield from _LINK.findall(plain)
    elif isinstance(plain, list):
        for item in plain:
            yield from _names(item)
    else:
        for key, value in plain.items():
            yield key
            yield from _names(value)
