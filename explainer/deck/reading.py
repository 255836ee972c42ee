"""The text files of a deck's folder, read without following anything out of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from explainer.errors import Problem

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes; the embedded deck has about a tenth in all its files together."""
DATA = "data"
"""The folder of a deck in which `*.csv` files hold its numbers."""
MOST_FILES = 500
MOST_ENTRIES = 20_000
"""Files and folders of any kind that are looked at; more is no deck but somebody's disk."""


def deck_texts(place: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the texts of a deck by their path in its folder, sorted, and what cannot be read.

    `place` is the folder, or the only file of a small deck. Hidden files are none of the
    deck's; links are refused, because they may lead anywhere.
    """
    problems: list[Problem] = []
    if place.is_file():
        found = {place.name: place}
    elif place.is_dir():
        found = _files(place, problems)
        if not found and not problems:
            problems.append(Problem("E123-empty-folder", shown_name(place)))
    else:
        return {}, (Problem("E122-no-deck", shown_name(place)),)
    texts: dict[str, str] = {}
    for name, path in sorted(found.items()):
        text = _text(path, name, problems)
        if text is not None:
            texts[name] = text
    return texts, tuple(problems)


def shown_name(place: Path) -> str:
    """Return what a deck is called in messages about the whole of it."""
    return place.name or str(place)


def _files(folder: Path, problems: list[Problem]) -> dict[str, Path]:
    """Return the deck files below `folder` by their relative path."""
    found: dict[str, Path] = {}
    entries = _entries(folder, "", problems)
    for looked_at, (name, entry) in enumerate(entries):
        if looked_at >= MOST_ENTRIES or len(found) >= MOST_FILES:
            problems.append(Problem("E124-many-files", shown_name(folder)))
            return {}
        suffix = Path(name).suffix
        if entry.is_symlink() and (suffix == ".yaml" or _is_data(name) or entry.is_dir()):
            problems.append(Problem("E125-link", name))
        elif entry.is_dir():
            continue
        elif suffix == ".yaml" or _is_data(name):
            found[name] = Path(entry.path)
        elif suffix.lower() in (".yaml", ".yml"):
            problems.append(Problem("W101-other-ending", name))
    return found


def _is_data(name: str) -> bool:
    return name.startswith(f"{DATA}/") and name.endswith(".csv")


def _entries(
    folder: Path, prefix: str, problems: list[Problem]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything below `folder` that is not hidden; links are yielded, not followed."""
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_unreadable(prefix.rstrip("/") or shown_name(folder), error))
        return
    for entry in inside:
        if entry.name.startswith("."):
            continue
        yield prefix + entry.name, entry
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(Path(entry.path), f"{prefix}{entry.name}/", problems)


def _text(path: Path, name: str, problems: list[Problem]) -> str | None:
    """Return the text of a file; None with a problem where it has none."""
    try:
        # A pipe or device under a deck file's name would keep us waiting for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            problems.append(Problem("E126-no-file", name))
            return None
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        problems.append(_unreadable(name, error))
        return None
    if len(content) > LARGEST_FILE:
        most = str(LARGEST_FILE // 1024 // 1024)
        problems.append(Problem("E109-too-large", name, values=(("most", most),)))
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = error.start
        line = content.count(b"\n", 0, start) + 1
        column = len(content[content.rfind(b"\n", 0, start) + 1 : start].decode()) + 1
        problems.append(Problem("E101-no-utf8", name, line, column))
        return None


def _unreadable(name: str, error: OSError) -> Problem:
    return Problem("E127-unreadable", name, values=(("reason", error.strerror or str(error)),))
