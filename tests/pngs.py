"""A PNG reader of a few lines, so that the writer is not tested with itself."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Png:
    """What a file holds; `rows` are red, green, blue, without filter bytes."""

    width: int
    height: int
    rows: bytes
    texts: dict[str, str]
    kinds: tuple[str, ...]
    """Names of the chunks, in order."""


def read_png(content: bytes) -> Png:
    """Return what `content` holds; a wrong length or checksum raises."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    chunks = list(_chunks(content[8:]))
    width, height, *form = struct.unpack(">IIBBBBB", dict(chunks)["IHDR"])
    assert form == [8, 2, 0, 0, 0]
    packed = b"".join(data for kind, data in chunks if kind == "IDAT")
    lines = zlib.decompress(packed)
    line = 1 + 3 * width
    assert len(lines) == line * height
    starts = range(0, len(lines), line)
    assert {lines[start] for start in starts} == {0}  # no filter
    rows = b"".join(lines[start + 1 : start + line] for start in starts)
    return Png(width, height, rows, dict(_texts(chunks)), tuple(kind for kind, _ in chunks))


def _chunks(rest: bytes) -> Iterator[tuple[str, bytes]]:
    while rest:
        (length,) = struct.unpack(">I", rest[:4])
        kind, data = rest[4:8], rest[8 : 8 + length]
        assert struct.unpack(">I", rest[8 + length : 12 + length]) == (zlib.crc32(kind + data),)
        yield kind.decode("ascii"), data
        rest = rest[12 + length :]


def _texts(chunks: list[tuple[str, bytes]]) -> Iterator[tuple[str, str]]:
    for kind, data in chunks:
        keyword, _, rest = data.partition(b"\0")
        if kind == "tEXt":
            yield keyword.decode("latin-1"), rest.decode("latin-1")
        if kind == "iTXt":
            assert rest[:4] == b"\0\0\0\0"  # not compressed, no language, no translation
            yield keyword.decode("latin-1"), rest[4:].decode("utf-8")
