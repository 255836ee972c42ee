"""Examined decks for tests: a sound one, one with errors, and large ones."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.deck import Examined
from explainer.errors import Problem
from explainer.picture import Picture, TextLine


def story(stages: int, steps: int) -> str:
    """Return a file with so many stages of so many steps each."""
    lines = ["stages:"]
    for stage in range(stages):
        lines += [f"  - id: s{stage}", "    steps:"]
        for step in range(steps):
            lines.append(f"      - {{id: t{step}, claims: [C{stage}{step}]}}")
    return "\n".join(lines) + "\n"


def at_step(stage: int, step: int, key: str = "E301-no-model", line: int = 1) -> Problem:
    """Return a problem of a step, both counted from 0."""
    path = f"stages[{stage}].steps[{step}].view.select"
    return Problem(
        key, "story.yaml", line, 1, path, (("id", "nobody"), ("found", "5"), ("most", "4"))
    )


def examined(problems: Sequence[Problem], stages: int = 3, steps: int = 2) -> Examined:
    """Return what an examination found that only reads its story."""
    return Examined("talk", {"story.yaml": story(stages, steps)}, tuple(problems), None)


def said(*pictures: Picture) -> str:
    """Return all words of pictures, a line each."""
    return "\n".join(
        "".join(span.text for span in shape.spans)
        for picture in pictures
        for shape in picture.shapes
        if isinstance(shape, TextLine)
    )
