"""The part of a deck that can be drawn although something else in it is wrong.

What is wrong is taken out, and whatever cannot do without it; then the rest is checked again,
until nothing is left that would stop a picture.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from time import monotonic

from explainer.deck.contents import Deck
from explainer.deck.load import check_texts
from explainer.deck.plain import Plain
from explainer.errors import Problem

MOST_ROUNDS = 16
"""So often something is taken out; a deck that is not sound by then has no such part."""
LONGEST = 5.0
"""Seconds in which a part is looked for: it only serves a preview."""
_HARMLESS = ("E402", "E403", "E404", "E6")
"""Codes that are wrong to show in a hall, and yet can be drawn."""
_OTHER = {"en": "zh", "zh": "en"}

Keys = tuple[str | int, ...]


def stops_a_picture(problem: Problem) -> bool:
    """Return whether nothing can be drawn before `problem` is put right or taken out."""
    return problem.severity == "error" and not problem.code.startswith(_HARMLESS)


def part_of(plains: Mapping[str, Plain], data: Mapping[str, str], name: str) -> Deck | None:
    """Return what of the files `plains` and the tables `data` can be drawn; None if nothing.

    `name` stands for the whole. A text that lacks a language says the other one.
    """
    left = deepcopy(dict(plains))
    tables = dict(data)
    began = monotonic()
    for _ in range(MOST_ROUNDS):
        if monotonic() - began > LONGEST:
            return None
        # Whatever is JSON is YAML too, and places in it are asked for by path alone.
        texts = {file: json.dumps(plain, ensure_ascii=False) for file, plain in left.items()}
        deck, problems = check_texts({**texts, **tables}, name, stops=stops_a_picture)
        if deck is not None:
            return deck
        stopping = [problem for problem in problems if stops_a_picture(problem)]
        if not _take_out(stopping, left, tables):
            return None
    return None


def _take_out(
    problems: Sequence[Problem], plains: dict[str, Plain], tables: dict[str, str]
) -> bool:
    """Take what `problems` point at out of the files; return whether anything was."""
    found = False
    for file in {problem.file for problem in problems}:
        here = [problem for problem in problems if problem.file == file]
        if file in tables:
            lines = tables[file].splitlines(keepends=True)
            wrong = {problem.line - 1 for problem in here}
            tables[file] = "".join(it for at, it in enumerate(lines) if at not in wrong)
            found = found or len(tables[file]) < sum(map(len, lines))
        elif file in plains:
            found = _amend(plains[file], here) or found
    return found


def _amend(root: Plain, problems: Iterable[Problem]) -> bool:
    paths = set[Keys]()
    found = False
    for problem in problems:
        keys = keys_of(problem.path, root)
        if problem.code == "E401" and _say_the_other(_at(root, keys)):
            found = True
        elif keys:
            paths.add(keys)
    # From behind, so that what stands before keeps its number.
    for keys in sorted(paths, key=_order, reverse=True):
        found = _remove(_at(root, keys[:-1]), keys[-1]) or found
    return found


def _remove(parent: Plain | None, key: str | int) -> bool:
    if isinstance(parent, list) and isinstance(key, int) and key < len(parent):
        del parent[key]
        return True
    return isinstance(parent, dict) and isinstance(key, str) and parent.pop(key, None) is not None


def keys_of(path: str, root: Plain) -> Keys:
    """Return `path` as keys and numbers, as far as it leads in `root`.

    A key may have points in it, as ids of models do, so only the content can tell where it ends.
    """
    keys: list[str | int] = []
    here: Plain | None = root
    while path:
        if path.startswith("[") and isinstance(here, list):
            number, _, path = path[1:].partition("]")
            if int(number) >= len(here):
                break
            keys.append(int(number))
            here = here[int(number)]
            continue
        path = path.removeprefix(".")
        fitting = [key for key in here if _begins(path, key)] if isinstance(here, dict) else []
        if not fitting or not isinstance(here, dict):
            break
        key = max(fitting, key=len)
        keys.append(key)
        here, path = here[key], path[len(key) :]
    return tuple(keys)


def _begins(path: str, key: str) -> bool:
    return path.startswith(key) and path[len(key) : len(key) + 1] in ("", ".", "[")


def _at(root: Plain, keys: Keys) -> Plain | None:
    here: Plain | None = root
    for key in keys:
        if isinstance(here, list) and isinstance(key, int) and key < len(here):
            here = here[key]
        elif isinstance(here, dict) and isinstance(key, str):
            here = here.get(key)
        else:
            return None
    return here


def _say_the_other(text: Plain | None) -> bool:
    """Put the words of the other language where one is missing; return whether there are any."""
    if not isinstance(text, dict):
        return False
    for language, other in _OTHER.items():
        if language not in text and isinstance(text.get(other), str):
            text[language] = text[other]
            return True
    return False


def _order(keys: Keys) -> tuple[tuple[int, str], ...]:
    """Return what sorts parents before their children, and entries by their number."""
    return tuple((key, "") if isinstance(key, int) else (-1, key) for key in keys)
