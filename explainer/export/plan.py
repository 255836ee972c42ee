"""What an export will write: one `Target` for each picture, known before the first is painted."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
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
    size: Size = FULL_HD


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
        SlideError: the deck has no such slide.
    """
    wanted = selected(deck, wishes.slides) if wishes.slides is not None else tuple(deck.stages)
    digits = max(2, len(str(len(deck.stages))))
    targets = []
    for number, stage in enumerate(deck.stages.values(), start=1):
        if stage.id not in wanted:
            continue
        for step, name in _steps(stage, f"{number:0{digits}}", wishes.steps):
            targets += _variants(stage.id, step, name, wishes)
    return tuple(targets)


def already_there(targets: Iterable[Target]) -> tuple[Path, ...]:
    """Return the paths of `targets` at which something stands, be it a dead link."""
    return tuple(target.path for target in targets if os.path.lexists(target.path))


def _steps(stage: Stage, number: str, steps: Steps) -> list[tuple[StepId, str]]:
    """Return each step to write, and its file's name without suffix and ending."""
    last = len(stage.steps)
    if steps == "last":
        return [(StepId(f"{stage.id}/{stage.steps[-1].id}"), f"{number}-{stage.id}")]
    digits = len(str(last))
    return [
        (StepId(f"{stage.id}/{step.id}"), f"{number}-{place:0{digits}}-{stage.id}")
        for place, step in enumerate(stage.steps, start=1)
    ]


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
