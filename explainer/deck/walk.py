"""One walk through records, for every check that looks at parts wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, NewType, Union, get_args, get_origin

import msgspec

from explainer.deck.places import Path
from explainer.schema import Record

Seen = tuple[object, Any, Path, bool]
"""The class of a record, or the type of an id; the record or id; where; whether it is a key."""


def walk(record: Record, path: Path = None) -> Iterator[Seen]:
    """Yield `record`, every record in it and every id that it names, in the order of its fields.

    Optional ids that name nothing are left out, and so is what `convert.salvage` left out.
    """
    yield type(record), record, path, False
    for field in _fields(type(record)):
        value = getattr(record, field.name)
        if not value and not field.required:
            continue
        here: Path = (path, field.name)
        match field.how:
            case "one":
                yield from _one(value, field.kind, here)
            case "list":
                for number, item in enumerate(value):
                    yield from _one(item, field.kind, (here, number))
            case "table":
                for key, item in value.items():
                    yield field.kind, key, (here, key), True
                    yield from _one(item, None, (here, key))


def _one(value: object, kind: object, path: Path) -> Iterator[Seen]:
    if isinstance(value, Record):
        yield from walk(value, path)
    elif value is not None and kind is not None:
        yield kind, value, path, False


class _Field(NamedTuple):
    """A field that holds records or ids, and how."""

    name: str
    how: Literal["one", "list", "table"]
    kind: object
    """The type of the ids; None where it holds records."""
    required: bool


@cache
def _fields(record: type[Record]) -> tuple[_Field, ...]:
    """Return the fields of a record type that hold records or ids; an entry's own `id` is none."""
    found: list[_Field] = []
    for field in msgspec.structs.fields(record):
        held = _held(field.type)
        if held and field.name != "id":
            found.append(_Field(field.name, *held, field.required))
    return tuple(found)


def _held(its_type: object) -> tuple[Literal["one", "list", "table"], object] | None:
    """Return how a type holds records or ids; None where it holds neither."""
    arguments = get_args(its_type)
    match get_origin(its_type):
        case origin if origin is tuple:
            held = _held(arguments[0])
            return ("list", held[1]) if held else None
        case origin if origin is dict:
            return "table", arguments[0]
        case origin if origin is Union or origin is UnionType:
            return _held(next(it for it in arguments if it is not NoneType))
    if isinstance(its_type, NewType):
        return "one", its_type
    if isinstance(its_type, type) and issubclass(its_type, Record):
        return "one", None
    return None
