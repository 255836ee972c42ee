"""What an export will write: one `Target` for each picture, known before the first is painted."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from explainer.deck import Deck
from explainer.export.selection import selected
from explainer.export.size import FULL_HD, Size
from explainer.schema import Language, Stage, StageId, StepId
from explainer.state import ThemeName

Steps = Literal["last", "all"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What someone asks an export for."""

    folder: Path
    languages: tuple[Language, ...]
    themes: tuple[ThemeName, ...] = ("light",)
    slides: str | None = None
    """As `selected` reads it; None is all."""
    steps: Steps = "last"
    """Which steps of the slides that are chosen as a whole."""
    size: Size = FULL_HD
    name: str = ""
    """The name of the file, where it is exactly one; "" gives each its own."""


class OneFileError(ValueError):
    """More pictures are asked for than the one file that was named can hold."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(count)


@dataclass(frozen=True, slots=True)
class Target:
    """One picture that will be written."""

    path: Path
    stage: StageId
    step: StepId
    language: Language
    theme: ThemeName
    width: int
    """px"""
    height: int
    """px"""


def plan(deck: Deck, wishes: Wishes) -> tuple[Target, ...]:
    """Return what to write for `wishes`: no two of the same name, sorted as the story goes.

    Raises:
        SlideError: the deck has no such slide or step.
        OneFileError: they have a name, and there is more than one picture.
    """
    wanted = selected(deck, wishes.slides) if wishes.slides is not None else tuple(deck.stages)
    digits = max(2, len(str(len(deck.stages))))
    targets: list[Target] = []
    for number, stage in enumerate(deck.stages.values(), start=1):
        for step, name in _steps(stage, f"{number:0{digits}}", wishes.steps, wanted):
            targets += _variants(stage.id, step, name, wishes)
    if not wishes.name:
        return tuple(targets)
    if len(targets) > 1:
        raise OneFileError(len(targets))
    return tuple(replace(target, path=wishes.folder / wishes.name) for target in targets)


def already_there(targets: Iterable[Target]) -> tuple[Path, ...]:
    """Return the paths of `targets` at which something stands, be it a dead link."""
    return tuple(target.path for target in targets if os.path.lexists(target.path))


def _steps(
    stage: Stage, number: str, steps: Steps, wanted: Collection[StageId | StepId]
) -> list[tuple[StepId, str]]:
    """Return each step to write, and its file's name without suffix and ending.

    A step has its place in its name where it was chosen as one of several.
    """
    digits = len(str(len(stage.steps)))
    found: list[tuple[StepId, str]] = []
    for place, step in enumerate(stage.steps, start=1):
        whole = StepId(f"{stage.id}/{step.id}")
        stands_for_all = steps == "last" and stage.id in wanted and place == len(stage.steps)
        if stands_for_all:
            found.append((whole, f"{number}-{stage.id}"))
        elif whole in wanted or (steps == "all" and stage.id in wanted):
            found.append((whole, f"{number}-{place:0{digits}}-{stage.id}"))
    return found


def _variants(stage: StageId, step: StepId, name: str, wishes: Wishes) -> list[Target]:
    """Return the step in each language and theme; a suffix says which, where there are several."""
    targets = []
    for language in wishes.languages:
        for theme in wishes.themes:
            suffix = f".{language}" if len(wishes.languages) > 1 else ""
            suffix += f".{theme}" if len(wishes.themes) > 1 else ""
            path = wishes.folder / f"{name}{suffix}.png"
            size = wishes.size
            targets.append(Target(path, stage, step, language, theme, size.width, size.height))
    return targets
