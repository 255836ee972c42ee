"""Pixels as a PNG file: 8-bit RGB, no filter, no clock, size on paper and texts beside them."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import compress, crc32

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB8 = bytes([8, 2, 0, 0, 0])
"""8 bits for each of red, green, blue; deflate; filters by row; not interlaced."""
_NO_FILTER = b"\0"
_INCHES = 7.5
"""How tall a slide is on paper, as office programs have it; without that, 26 inches wide."""
_METRE = 1
_INCHES_A_METRE = 1 / 0.0254
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

    Same pixels and texts give the same bytes, as long as zlib is the same build. isal, five times
    as fast, sometimes gave others on a busy machine, and nobody found out why; a slide takes so
    much longer to paint that an export hardly notices.
    """
    header = struct.pack(">II", pixels.width, pixels.height) + _RGB8
    density = max(1, round(pixels.height / _INCHES * _INCHES_A_METRE))
    return b"".join(
        (
            SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"pHYs", struct.pack(">IIB", density, density, _METRE)),
            *(_text(keyword, text) for keyword, text in texts.items()),
            _chunk(b"IDAT", compress(scan_lines(pixels), _LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def scan_lines(pixels: Pixels) -> bytes:
    """Return the rows of `pixels` as PNG compresses them, each behind the byte of its filter."""
    row = pixels.width * 3
    scan = memoryview(pixels.rows).cast("B")
    starts = range(0, pixels.height * pixels.stride, pixels.stride)
    return b"".join([part for start in starts for part in (_NO_FILTER, scan[start : start + row])])


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
