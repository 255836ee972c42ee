"""The published numbers of a deck: lines of the `*.csv` files in its folder `data`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import islice

import msgspec
from msgspec import Struct

from explainer.characters import readable
from explainer.coverage import missing_characters
from explainer.deck.known import Known
from explainer.deck.languages import MOST_BOXES, without_face
from explainer.deck.nearest import nearest
from explainer.deck.references import reference_findings
from explainer.deck.syntax import control_character
from explainer.deck.walk import walk
from explainer.errors import Problem
from explainer.schema import Number, NumberId

ENDING = ".csv"
MOST_NUMBERS = 20_000
"""Of all files together; the embedded deck has a hundredth of it."""
_REQUIRED = tuple(field.name for field in msgspec.structs.fields(Number) if field.required)
_PRINTED = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_PARTED = re.compile(r"\ufeff?([a-z]+) *([^a-z\s\"]|\t)")
"""A name of a column, and what stands behind it in place of a comma."""


class Row(Struct, frozen=True):
    """A number, and where it stands."""

    it: Number
    file: str
    line: int


class Numbers(Struct, frozen=True):
    """What the files of numbers hold."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    """What is wrong with files and lines."""
    wrong_ids: tuple[str, ...]
    """Of lines that are wrong in other ways."""
    whole: bool
    """False: a file cannot be read to its end, so that ids may be missing."""


def read_numbers(texts: Mapping[str, str]) -> Numbers:
    """Return the numbers in the texts of files, and what is wrong with files and lines."""
    rows: list[Row] = []
    problems: list[Problem] = []
    wrong_ids: list[str] = []
    whole = True
    first: dict[NumberId, Row] = {}
    lines = 0
    for file, text in texts.items():
        line = 0
        for found in _rows(file, text):
            here = found.problem.line if isinstance(found, _Wrong) else found.line
            lines, line = lines + (here != line), here
            if lines > MOST_NUMBERS:
                most = (("most", str(MOST_NUMBERS)),)
                problems.append(Problem("E132-many-numbers", file, here, 1, "", most))
                return Numbers(tuple(rows), tuple(problems), tuple(wrong_ids), whole=False)
            if isinstance(found, _Wrong):
                problems.append(found.problem)
                whole = whole and not found.stops
                wrong_ids += [found.id] if found.id else []
                continue
            before = first.setdefault(found.it.id, found)
            if before is found:
                rows.append(found)
                continue
            values = (("id", found.it.id), ("first", f"{before.file}:{before.line}"))
            problems.append(Problem("E310-id-twice", file, found.line, 1, "id", values))
    return Numbers(tuple(rows), tuple(problems), tuple(wrong_ids), whole)


def unshown_characters(rows: Sequence[Row]) -> Iterator[Problem]:
    """Yield the first values with a character that no face has."""
    names = [field.name for field in msgspec.structs.fields(Number)]
    used = set().union(*(getattr(row.it, name) for row in rows for name in names))
    missing = frozenset(missing_characters("".join(used)))
    found = (
        Problem("W405-no-face", row.file, row.line, 1, name, (("signs", named),))
        for row in rows
        for name in names
        if missing and (named := without_face(getattr(row.it, name), missing))
    )
    return islice(found, MOST_BOXES)


def number_problems(rows: tuple[Row, ...], known: Known) -> Iterator[Problem]:
    """Yield numbers that are none, and models and sources that are none of the deck's."""
    for row in rows:
        if not _PRINTED.fullmatch(row.it.value):
            values = (("given", row.it.value),)
            yield Problem("E221-value", row.file, row.line, 1, "value", values)
        for finding in reference_findings(row.file, walk(row.it), known):
            column = str(finding.path[1]) if finding.path else ""
            yield Problem(
                finding.key, row.file, row.line, 1, column, finding.values, finding.nearest
            )


class _Wrong(Struct, frozen=True):
    """A line that is wrong."""

    problem: Problem
    id: str = ""
    stops: bool = False
    """Nothing below it is read."""


def _rows(file: str, text: str) -> Iterator[Row | _Wrong]:
    # The mark of byte order is dropped like all that nobody sees.
    if problem := control_character(text.replace("\ufeff", ""), file):
        yield _Wrong(problem, stops=True)
        return
    reader = csv.DictReader(StringIO(text, newline=""), strict=True)
    try:
        names = [readable(name) for name in reader.fieldnames or ()]
        reader.fieldnames = names
        wrong = [*_columns(file, names, text)]
        yield from (_Wrong(problem, stops=True) for problem in wrong)
        if not wrong:
            for entry in reader:
                yield from _row(file, reader.line_num, entry)
    except csv.Error:
        yield _Wrong(Problem("E220-columns", file, reader.line_num, 1), stops=True)


def _columns(file: str, names: list[str], text: str) -> Iterator[Problem]:
    """Yield what is wrong with the first line: one problem for one slip."""
    fields = {field.name: field for field in msgspec.structs.fields(Number)}
    if not any(name in fields for name in names):
        parted = _PARTED.match(text)
        if parted and parted[1] in fields:
            sign = "Tab" if parted[2] == "\t" else parted[2]
            yield Problem("E226-separator", file, 1, 1, "", (("sign", sign),))
        else:
            yield Problem("E227-no-columns", file, 1, 1, "", (("allowed", ",".join(fields)),))
        return
    meant = set[str]()
    for place, name in enumerate(names):
        if name in names[:place]:
            values = (("name", name), ("first", f"{file}:1"))
            yield Problem("E107-key-twice", file, 1, 1, name, values)
        elif name not in fields:
            close = nearest(name, fields)
            meant.add(close)
            values = (("name", name), ("allowed", ", ".join(fields)))
            yield Problem("E201-unknown-key", file, 1, 1, name, values, close)
    for name, field in fields.items():
        if field.required and name not in names and name not in meant:
            yield Problem("E202-missing-key", file, 1, 1, "", (("name", name),))


def _row(file: str, line: int, entry: Mapping[str, str]) -> Iterator[Row | _Wrong]:
    # The reader keeps superfluous values under None, and fills None in for missing ones.
    if None in entry or None in entry.values():
        its_id = (entry.get("id") or "").partition("，")[0]
        yield _Wrong(Problem("E220-columns", file, line, 1), its_id)
        return
    number = msgspec.convert({name: readable(it) for name, it in entry.items()}, Number)
    empty = [name for name in _REQUIRED if not entry[name]]
    for name in empty:
        problem = Problem("E202-missing-key", file, line, 1, name, (("name", name),))
        yield _Wrong(problem, entry["id"])
    if not empty:
        yield Row(number, file, line)
