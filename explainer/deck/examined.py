"""A deck examined for those who write it: all problems, each at its step, and what can be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from explainer.deck.contents import Deck
from explainer.deck.load import check_texts, is_data, read_plains
from explainer.deck.notrun import NotRun, Reason, not_run
from explainer.deck.outline import Spot, StageLine, outline, spot_of, step_id
from explainer.deck.part import part_of
from explainer.deck.reading import deck_texts, shown_name
from explainer.errors import Problem, in_order, is_error, listed
from explainer.schema import StepId


class _Packed(Struct, frozen=True):
    """What another process found, as it is sent."""

    name: str
    deck: Deck | None
    part: Deck | None
    problems: tuple[Problem, ...]
    errors: int
    warnings: int
    more: int
    stages: tuple[StageLine, ...]
    spots: tuple[Spot | None, ...]
    not_run: tuple[NotRun, ...]


class Examined:
    """What came of examining a deck once; it never changes."""

    def __init__(
        self,
        name: str,
        texts: Mapping[str, str],
        problems: tuple[Problem, ...],
        deck: Deck | None,
        fit: Reason | None = None,
    ) -> None:
        plains, _ = read_plains({file: it for file, it in texts.items() if not is_data(file)})
        self._plains = plains
        self._data = {file: it for file, it in texts.items() if is_data(file)}
        self.name = name
        self.deck = deck
        """None where an error stops it."""
        first, self.more = listed(problems)
        """How many problems are not listed."""
        errors = [it for it in first if is_error(it)]
        warnings = [it for it in first if not is_error(it)]
        self.problems: tuple[Problem, ...] = (*errors, *warnings)
        """Errors first, then by file and line."""
        self.errors = sum(map(is_error, problems))
        self.warnings = len(problems) - self.errors
        self.not_run: tuple[NotRun, ...] = not_run(in_order(problems), fit)
        self.stages: tuple[StageLine, ...] = outline(plains)
        self.spots: tuple[Spot | None, ...] = tuple(
            spot_of(it, self.stages, plains) for it in self.problems
        )
        """For each problem the step that it is about, None for the deck as a whole."""

    @cached_property
    def part(self) -> Deck | None:
        """What of the deck can be drawn; None if nothing. Takes a while when first asked for."""
        return self.deck or part_of(self._plains, self._data, self.name)

    def packed(self) -> bytes:
        """Return all of it, the part that can be drawn too, for another process."""
        stages = tuple(replace(it, names=()) for it in self.stages)
        part = None if self.deck else self.part
        values = {name: getattr(self, name) for name in _Packed.__struct_fields__}
        return msgspec.msgpack.encode(_Packed(**{**values, "stages": stages, "part": part}))

    def without_fit(self, reason: Reason) -> Examined:
        """Return the same, with why its slides were not measured."""
        made = copy(self)
        made.not_run = not_run(self.problems, reason)
        return made

    @classmethod
    def unpacked(cls, content: bytes) -> Examined:
        """Return what `packed` made.

        Raises:
            msgspec.DecodeError: it is something else.
        """
        packed = msgspec.msgpack.decode(content, type=_Packed)
        made = cls.__new__(cls)
        for name in _Packed.__struct_fields__:
            setattr(made, name, getattr(packed, name))
        made.part = packed.deck or packed.part
        return made

    def step_of(self, at: int) -> StepId | None:
        """Return the step of the problem `at`, if `part` still has it."""
        spot = self.spots[at]
        found = step_id(spot, self.stages) if spot is not None else None
        part = self.part if found else None
        if found is None or part is None:
            return None
        stage, _, step = found.partition("/")
        held = next((it for name, it in part.stages.items() if name == stage), None)
        return found if held and any(it.id == step for it in held.steps) else None


def examine(place: Path) -> Examined:
    """Read and check the deck in the folder or file `place`."""
    texts, unread = deck_texts(place)
    name = shown_name(place)
    deck, problems = check_texts(texts, name, unread)
    return Examined(name, texts, in_order(problems), deck)
