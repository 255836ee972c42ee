"""The text files of a deck's folder, read without following anything out of it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from explainer.errors import Problem
from explainer.files import NotRegularError, TooLargeError, read_regular

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes; the embedded deck has about a tenth in all its files together."""
DATA = "data"
"""The folder of a deck in which `*.csv` files hold its numbers."""
LARGEST_DECK = 8 * 1024 * 1024
"""Bytes of all files together."""
LARGEST_SMALL = 64 * 1024
MOST_SMALL = 100
"""Bytes and entries of a deck that is read and checked while one waits."""
MOST_FILES = 500
MOST_ENTRIES = 20_000
"""Files and folders of any kind that are looked at; more is no deck but somebody's disk."""


def deck_texts(place: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the texts of a deck by their path in its folder, sorted, and what cannot be read.

    `place` is the folder, or the only file of a small deck. Hidden files are none of the
    deck's; links are refused, because they may lead anywhere.
    """
    problems: list[Problem] = []
    found = _found(place, problems)
    texts: dict[str, str] = {}
    left = LARGEST_DECK
    for name, path in sorted(found.items()):
        content = _content(path, name, problems)
        left -= len(content or b"")
        if left < 0:
            values = (("most", str(LARGEST_DECK // 1024 // 1024)),)
            problems.append(Problem("E129-large-deck", name, values=values))
            break
        text = None if content is None else _text(content, name, problems)
        if text is not None:
            texts[name] = text
    return texts, tuple(problems)


def _found(place: Path, problems: list[Problem]) -> dict[str, Path]:
    """Return the deck files at `place` by their path in it."""
    try:
        mode = place.stat().st_mode
    except OSError as error:
        gone = error.errno in (errno.ENOENT, errno.ENOTDIR)
        name = shown_name(place)
        problems.append(Problem("E122-no-deck", name) if gone else _unreadable(name, error))
        return {}
    except ValueError:  # no path has a NUL
        problems.append(Problem("E122-no-deck", shown_name(place)))
        return {}
    if not stat.S_ISDIR(mode):
        return {place.name: place}
    found = _files(place, problems)
    if not found and not problems:
        problems.append(Problem("E123-empty-folder", shown_name(place)))
    return found


def is_small(place: Path) -> bool:
    """Return whether reading and checking what lies at `place` takes no time worth mentioning."""
    left = LARGEST_SMALL
    try:
        if not stat.S_ISDIR(place.stat().st_mode):
            return place.stat().st_size <= left
        for number, (_, entry) in enumerate(_entries(place, "", [])):
            left -= entry.stat(follow_symlinks=False).st_size
            if left < 0 or number >= MOST_SMALL:
                return False
    except (OSError, ValueError):
        return True  # then there is nothing to read
    return True


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
        if entry.is_symlink() and (suffix == ".yaml" or _is_data(name) or _may_be_folder(entry)):
            problems.append(Problem("E125-link", name))
        elif entry.is_dir():
            continue
        elif suffix == ".yaml" or _is_data(name):
            found[name] = Path(entry.path)
        elif suffix.lower() in (".yaml", ".yml"):
            problems.append(Problem("W101-other-ending", name))
    return found


def _may_be_folder(link: os.DirEntry[str]) -> bool:
    """Return whether a link leads to a folder, in a circle, or to where nobody may look."""
    try:
        return link.is_dir()
    except OSError:
        return True


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


def _content(path: Path, name: str, problems: list[Problem]) -> bytes | None:
    """Return the bytes of a file; None with a problem where it has none."""
    try:
        return read_regular(path, LARGEST_FILE)
    except NotRegularError:
        problems.append(Problem("E126-no-file", name))
    except TooLargeError:
        most = str(LARGEST_FILE // 1024 // 1024)
        problems.append(Problem("E109-too-large", name, values=(("most", most),)))
    except OSError as error:
        problems.append(_unreadable(name, error))
    return None


def _text(content: bytes, name: str, problems: list[Problem]) -> str | None:
    """Return the text of a file; None with a problem where it is none."""
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
