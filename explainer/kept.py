"""What was made of files, kept in the user's cache folder until one of them changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

import msgspec

from explainer import __version__
from explainer.files import cache_folder, read_regular, remove_leftovers, write_whole

T = TypeVar("T")

LARGEST = 64 * 1024 * 1024
"""Bytes of a cache file; the embedded deck has less than one in a hundred of it."""
_DIGEST = 32
"""Bytes of a checksum."""


def kept(
    name: str, folders: Iterable[Path], kind: type[T], make: Callable[[], T], *, anew: bool = False
) -> T:
    """Return what `make` makes of the files in `folders`, or what it made of them the last time.

    `kind` is its type, of plain values and records. `anew` passes over what was made before.
    What goes wrong with keeping it is no trouble: then it is made again. A cache file counts
    only if this user wrote it, of just these files, and no bit of it has changed since.
    """
    folders = tuple(folders)
    try:
        stamp = _stamp(folders)
        path = cache_folder() / f"{name}.msgpack"
    except OSError:  # a file is being replaced at this moment, or there is no place to keep it
        return make()
    with suppress(OSError, ValueError, msgspec.DecodeError):
        content = b"" if anew else read_regular(path, LARGEST, own=True)
        body = memoryview(content)[_DIGEST:]
        if content[:_DIGEST] == _checksum(stamp, body):
            return msgspec.msgpack.decode(body, type=kind)
    made = make()
    with suppress(OSError):
        if _stamp(folders) == stamp:  # else it was made of files that changed meanwhile
            encoded = msgspec.msgpack.encode(made)
            remove_leftovers(path.parent, (".msgpack",))
            write_whole(path, _checksum(stamp, encoded) + encoded, own=True)
    return made


def _checksum(stamp: bytes, body: bytes | memoryview) -> bytes:
    """Return what binds what was made to the files of which it was made."""
    digest = blake2b(stamp, digest_size=_DIGEST)
    digest.update(body)
    return digest.digest()


def _stamp(folders: Iterable[Path]) -> bytes:
    """Return what changes with any file: a digest of each one's path and content.

    Size and time alone would not do: whoever packs or copies files may set the time.
    """
    digest = blake2b(__version__.encode(), digest_size=_DIGEST)
    for folder in folders:
        _add_files(os.fspath(folder), digest)
    return digest.digest()


def _add_files(folder: str, digest: blake2b) -> None:
    """Add each file below `folder`, in a fixed order; Python's own caches count not."""
    with os.scandir(folder) as entries:
        inside = sorted(entries, key=attrgetter("name"))
    for entry in inside:
        if not entry.is_dir():
            with Path(entry.path).open("rb", buffering=0) as file:
                content = file.read()
            # The length says where the content ends: no two folders give the same bytes.
            digest.update(f"\n{entry.path}\n{len(content)}\n".encode("utf-8", "surrogateescape"))
            digest.update(content)
        elif entry.name != "__pycache__":
            _add_files(entry.path, digest)
