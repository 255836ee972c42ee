"""A deck examined for those who write it: all problems, each at its step, and what can be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from explainer.deck.contents import Deck
from explainer.deck.load import check_texts, is_data, read_plains
from explainer.deck.outline import Spot, StageLine, outline, spot_of, step_id
from explainer.deck.part import part_of
from explainer.deck.reading import deck_texts, shown_name
from explainer.errors import Problem, in_order
from explainer.schema import StepId


class Examined:
    """What came of examining a deck once; it never changes."""

    def __init__(
        self,
        name: str,
        texts: Mapping[str, str],
        problems: tuple[Problem, ...],
        deck: Deck | None,
    ) -> None:
        plains, _ = read_plains({file: it for file, it in texts.items() if not is_data(file)})
        self._plains = plains
        self._data = {file: it for file, it in texts.items() if is_data(file)}
        self.name = name
        self.deck = deck
        """None where an error stops it."""
        errors = [it for it in problems if it.severity == "error"]
        warnings = [it for it in problems if it.severity == "warning"]
        self.problems: tuple[Problem, ...] = (*errors, *warnings)
        """Errors first, then by file and line."""
        self.errors = len(errors)
        self.warnings = len(warnings)
        self.stages: tuple[StageLine, ...] = outline(plains)
        self.spots: tuple[Spot | None, ...] = tuple(
            spot_of(it, self.stages, plains) for it in self.problems
        )
        """For each problem the step that it is about, None for the deck as a whole."""

    @cached_property
    def part(self) -> Deck | None:
        """What of the deck can be drawn; None if nothing. Takes a while when first asked for."""
        return self.deck or part_of(self._plains, self._data, self.name)

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
