"""Pixels as a PNG file: 8-bit RGB, no filter, no clock, texts beside the picture."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB8 = bytes([8, 2, 0, 0, 0])
"""8 bits for each of red, green, blue; deflate; filters by row; not interlaced."""
_NO_FILTER = b"\0"
_LEVEL = 1
"""Slides are flat: higher levels take several times as long and save a few per cent."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """An image as rows of red, green, blue, one byte each."""

    width: int
    height: int
    stride: int
    """Bytes from the start of one row to the next; what is over is not looked at."""
    rows: bytes | memoryview


def encode_png(pixels: Pixels, texts: Mapping[str, str]) -> bytes:
    """Return the file's content; `texts` go in by keyword, in the order given.

    Same pixels and texts give the same bytes, as long as the compressor is the same build.
    """
    from isal import isal_zlib  # only where something is written

    row = pixels.width * 3
    scan = memoryview(pixels.rows).cast("B")
    starts = range(0, pixels.height * pixels.stride, pixels.stride)
    lines = b"".join([part for start in starts for part in (_NO_FILTER, scan[start : start + row])])
    header = struct.pack(">II", pixels.width, pixels.height) + _RGB8
    return b"".join(
        (
            SIGNATURE,
            _chunk(b"IHDR", header),
            *(_text(keyword, text) for keyword, text in texts.items()),
            _chunk(b"IDAT", isal_zlib.compress(lines, _LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def _text(keyword: str, text: str) -> bytes:
    """Return `text` in the older chunk that every reader knows, if it is plain enough."""
    name = keyword.encode("ascii") + b"\0"
    if text.isascii():
        return _chunk(b"tEXt", name + text.encode("ascii"))
    # Not compressed, no language, no translated keyword.
    return _chunk(b"iTXt", name + b"\0\0\0\0" + text.encode())


def _chunk(kind: bytes, content: bytes) -> bytes:
    return b"".join(
        (
            struct.pack(">I", len(content)),
            kind,
            content,
            struct.pack(">I", crc32(content, crc32(kind))),
        )
    )
