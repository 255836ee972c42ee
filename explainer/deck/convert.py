"""Plain values become records of the schema; as much of them as fits where something does not."""

from __future__ import annotations

from functools import partial
from typing import TypeVar, get_args, get_origin

import msgspec

from explainer.deck.plain import Plain
from explainer.schema import DeckFile, Record, Stage, Step

R = TypeVar("R", bound=Record)

DEFAULT_KIND = "map"
"""Of a slide that does not say what kind it is."""


def convert(plain: Plain, record: type[R]) -> R | None:
    """Return `plain` as a `record`, or None where it does not fit; see `shape.misfits` for why."""
    try:
        return msgspec.convert(plain, record, strict=False)
    except msgspec.ValidationError:
        return None


def add_kinds(plain: Plain) -> None:
    """Write the default kind into every slide of `plain` that names none; a union needs it."""
    stages = plain.get("stages") if isinstance(plain, dict) else None
    for stage in stages if isinstance(stages, list) else ():
        steps = stage.get("steps") if isinstance(stage, dict) else None
        for step in steps if isinstance(steps, list) else ():
            slide = step.get("slide") if isinstance(step, dict) else None
            if isinstance(slide, dict):
                slide.setdefault("kind", DEFAULT_KIND)


def salvage(plain: Plain) -> DeckFile:
    """Return the entries of `plain` that fit; None stands in a section where one does not.

    A stage stays where only some of its steps do not fit: None stands for these.

    Only for checks that go on after something did not fit, never to be shown.
    """
    entries = plain if isinstance(plain, dict) else {}
    fitting: dict[str, object] = {}
    for field in msgspec.structs.fields(DeckFile):
        entry = entries.get(field.name)
        if entry is None:
            continue
        if isinstance(entry, list) and get_origin(field.type) is tuple:
            item_type = get_args(field.type)[0]
            fit = _fitting_stage if item_type is Stage else partial(_fitting, its_type=item_type)
            fitting[field.name] = tuple(fit(item) for item in entry)
        elif (value := _fitting(entry, field.type)) is not None:
            fitting[field.name] = value
    return msgspec.structs.replace(DeckFile(), **fitting)


def _fitting_stage(plain: Plain) -> object:
    """Return `plain` as a stage, None in the place of steps that do not fit; or None."""
    whole = _fitting(plain, Stage)
    if whole is not None or not isinstance(plain, dict):
        return whole
    steps = plain.get("steps")
    stage = _fitting({**plain, "steps": []}, Stage)
    if not isinstance(stage, Stage) or not isinstance(steps, list):
        return None
    fitting = tuple(_fitting(step, Step) for step in steps)
    return msgspec.structs.replace(stage, steps=fitting)


def _fitting(plain: Plain, its_type: object) -> object:
    """Return `plain` as `its_type`, or None."""
    try:
        return msgspec.convert(plain, its_type, strict=False)
    except msgspec.ValidationError:
        return None
