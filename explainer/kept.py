"""What was made of files, kept in the user's cache folder until one of them changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from explainer import __version__
from explainer.files import cache_folder, write_whole

T = TypeVar("T")


def kept(name: str, sources: Iterable[Path], kind: type[T], make: Callable[[], T]) -> T:
    """Return what `make` makes of the files and folders `sources`, or what it made the last time.

    `kind` is its type, of plain values and records. What goes wrong with keeping it is no
    trouble: then it is made again.
    """
    stamp = _stamp(sources)
    path = cache_folder() / f"{name}.msgpack"
    with suppress(OSError, ValueError, msgspec.DecodeError):
        content = path.read_bytes()
        if content.startswith(stamp):
            return msgspec.msgpack.decode(memoryview(content)[len(stamp) :], type=kind)
    made = make()
    with suppress(OSError):
        write_whole(path, stamp + msgspec.msgpack.encode(made))
    return made


def _stamp(sources: Iterable[Path]) -> bytes:
    """Return what changes with any file: each one's path, size and time of change."""
    lines = [f"{it} {at.st_size} {at.st_mtime_ns}\n" for path in sources for it, at in _files(path)]
    return "".join((__version__, "\n", *lines, "\n")).encode("utf-8", "surrogateescape")


def _files(path: Path | os.DirEntry[str]) -> Iterator[tuple[str, os.stat_result]]:
    """Yield `path`, or all files below it but Python's own caches, in a fixed order."""
    if not path.is_dir():
        yield os.fspath(path), path.stat()
        return
    with os.scandir(path) as entries:
        inside = sorted(entries, key=lambda entry: entry.name)
    for entry in inside:
        if entry.name != "__pycache__":
            yield from _files(entry)
