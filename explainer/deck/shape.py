"""What of a file does not fit the record types: every unknown key, missing key and wrong value.

`convert.py` is quicker and stops at the first; this walks the same types only when it did.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Literal, NewType, Union, get_args, get_origin

import msgspec

from explainer.deck.convert import DEFAULT_KIND
from explainer.deck.nearest import nearest
from explainer.deck.places import Finding, Path
from explainer.deck.plain import Plain
from explainer.deck.slips import (
    is_indented_oddly,
    meant_by,
    slip_of_key,
    slip_of_list,
    slip_of_pair,
)
from explainer.schema import Text


def misfits(file: str, plain: Plain, expected: object, path: Path = None) -> Iterator[Finding]:
    """Yield all in `plain` that does not fit the type `expected`, in the order of the file."""
    return _Walk(file).value(plain, expected, path)


class _Walk:
    """One walk through one file."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._below: frozenset[str] = frozenset()
        """Keys that belong to the next record, and stand below it behind other spaces."""

    def value(self, plain: Plain, expected: object, path: Path) -> Iterator[Finding]:
        origin = get_origin(expected)
        if isinstance(expected, NewType):
            yield from self.value(plain, expected.__supertype__, path)
        elif origin is Literal:
            yield from self._word(plain, get_args(expected), path)
        elif origin in (Union, types.UnionType):
            yield from self._one_of(plain, get_args(expected), path)
        elif origin is tuple:
            yield from self._list(plain, get_args(expected)[0], path)
        elif origin is dict:
            yield from self._table(plain, get_args(expected)[1], path)
        elif isinstance(expected, type) and issubclass(expected, msgspec.Struct):
            yield from self._record(plain, expected, path)
        else:
            yield from self._scalar(plain, expected, path)

    def _record(self, plain: Plain, record: type[msgspec.Struct], path: Path) -> Iterator[Finding]:
        if not isinstance(plain, dict):
            wide = isinstance(plain, str) and "：" in plain and record is not Text
            usual = "E210-both-languages" if record is Text else "E205-keys"
            yield self._wrong("E133-wide-colon" if wide else usual, path)
            return
        meant, self._below = set(self._below), frozenset()
        fields = {field.name: field for field in msgspec.structs.fields(record)}
        tag = record.__struct_config__.tag_field
        allowed = [*([tag] if tag else []), *fields]
        oddly = any(map(is_indented_oddly, plain))
        for key, value in plain.items():
            if oddly and value == "":
                continue  # what belongs to it stands below, indented by other spaces
            if slip := slip_of_key(key) or slip_of_pair(key, value):
                meant.add(meant_by(key))
                yield Finding(slip[0], self._file, (path, key), slip[1], on_key=True)
            elif key in fields:
                if oddly:
                    self._below = frozenset(map(meant_by, filter(is_indented_oddly, plain)))
                yield from self.value(value, fields[key].type, (path, key))
                self._below = frozenset()
            elif key != tag:
                close = nearest(key, allowed)
                meant.add(close)
                values = (("name", key), ("allowed", ", ".join(allowed)))
                yield Finding(
                    "E201-unknown-key", self._file, (path, key), values, close, on_key=True
                )
        # A misspelt key is one problem, not also a missing one.
        lacks = "E401-no-text" if record is Text else "E202-missing-key"
        for name, field in fields.items():
            if field.required and name not in plain and name not in meant:
                yield Finding(lacks, self._file, path, (("name", name),))

    def _one_of(self, plain: Plain, members: tuple[object, ...], path: Path) -> Iterator[Finding]:
        some = [member for member in members if member is not types.NoneType]
        if len(some) == 1:
            if len(some) == len(members) or not _fits(plain, None):
                yield from self.value(plain, some[0], path)
            return
        kinds = {
            str(member.__struct_config__.tag): member
            for member in some
            if isinstance(member, type) and issubclass(member, msgspec.Struct)
        }
        if not isinstance(plain, dict):
            yield self._wrong("E205-keys", path)
            return
        kind = plain.get("kind", DEFAULT_KIND)
        if isinstance(kind, str) and kind in kinds:
            yield from self._record(plain, kinds[kind], path)
        else:
            yield from self._word(kind, tuple(kinds), (path, "kind"))

    def _list(self, plain: Plain, item: object, path: Path) -> Iterator[Finding]:
        if not isinstance(plain, list):
            slip = slip_of_list(plain) or ("E204-list", ())
            yield Finding(slip[0], self._file, path, slip[1])
            return
        for number, value in enumerate(plain):
            yield from self.value(value, item, (path, number))

    def _table(self, plain: Plain, value_type: object, path: Path) -> Iterator[Finding]:
        if not isinstance(plain, dict):
            yield self._wrong("E205-keys", path)
            return
        for key, value in plain.items():
            yield from self.value(value, value_type, (path, key))

    def _word(self, plain: Plain, words: tuple[str, ...], path: Path) -> Iterator[Finding]:
        if plain in words:
            return
        given = plain if isinstance(plain, str) else "…"
        allowed = ", ".join(word or '""' for word in words)
        yield Finding(
            "E208-word",
            self._file,
            path,
            (("given", given), ("allowed", allowed)),
            nearest(given, words),
        )

    def _scalar(self, plain: Plain, expected: object, path: Path) -> Iterator[Finding]:
        if isinstance(plain, list) and len(plain) > 1:
            count = (("count", str(len(plain))),)
            yield Finding("E224-one-value", self._file, path, count)
        elif not _fits(plain, expected):
            keys = {str: "E203-text", int: "E206-number", float: "E206-number", bool: "E207-truth"}
            yield self._wrong(next(keys[it] for it in keys if it is expected), path)

    def _wrong(self, key: str, path: Path) -> Finding:
        return Finding(key, self._file, path)


def _fits(plain: Plain, expected: object) -> bool:
    """Tell whether `msgspec` takes `plain` for `expected`, so that both ways agree."""
    try:
        msgspec.convert(plain, expected, strict=False)
    except msgspec.ValidationError:
        return False
    return True
