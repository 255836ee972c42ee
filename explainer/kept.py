"""What was made of files, kept in the user's cache folder until one of them changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

import msgspec

from explainer import __version__
from explainer.files import cache_folder, write_whole

T = TypeVar("T")


def kept(name: str, folders: Iterable[Path], kind: type[T], make: Callable[[], T]) -> T:
    """Return what `make` makes of the files in `folders`, or what it made of them the last time.

    `kind` is its type, of plain values and records. What goes wrong with keeping it is no
    trouble: then it is made again.
    """
    try:
        stamp = _stamp(folders)
    except OSError:  # a file is being replaced at this moment
        return make()
    path = cache_folder() / f"{name}.msgpack"
    with suppress(OSError, ValueError, msgspec.DecodeError):
        content = path.read_bytes()
        if content.startswith(stamp):
            return msgspec.msgpack.decode(memoryview(content)[len(stamp) :], type=kind)
    made = make()
    with suppress(OSError):
        write_whole(path, stamp + msgspec.msgpack.encode(made))
    return made


def _stamp(folders: Iterable[Path]) -> bytes:
    """Return what changes with any file: each one's path, size and time of change."""
    lines = [f"{__version__}\n"]
    for folder in folders:
        _add_files(os.fspath(folder), lines)
    return "".join((*lines, "\n")).encode("utf-8", "surrogateescape")


def _add_files(folder: str, lines: list[str]) -> None:
    """Add a line for each file below `folder`, in a fixed order; Python's own caches count not."""
    with os.scandir(folder) as entries:
        inside = sorted(entries, key=attrgetter("name"))
    for entry in inside:
        if not entry.is_dir():
            at = entry.stat()
            lines.append(f"{entry.path} {at.st_size} {at.st_mtime_ns}\n")
        elif entry.name != "__pycache__":
            _add_files(entry.path, lines)
