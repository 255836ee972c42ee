"""What stands at the places of an export that goes on: pictures of it, others, or remains."""

from __future__ import annotations

import stat
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

from explainer.export.plan import Target
from explainer.export.png import SIGNATURE

_HEAD = struct.Struct(">I4s")
_SUM = struct.Struct(">I")
_SIZE = struct.Struct(">II")


@dataclass(slots=True)
class Existing:
    """Targets by what stands at their places."""

    done: list[Target] = field(default_factory=list)
    """Their pictures, whole."""
    others: list[Path] = field(default_factory=list)
    """Whole pictures of something else, or of another size."""
    left: list[Target] = field(default_factory=list)
    """Nothing, or no whole picture."""


def sorted_by_existing(targets: Iterable[Target]) -> Existing:
    """Return which of `targets` are still to be written, by what their files say of themselves."""
    found = Existing()
    for target in targets:
        picture = _picture(target.path)
        if picture is None:
            found.left.append(target)
        elif picture == _wanted(target):
            found.done.append(target)
        else:
            found.others.append(target.path)
    return found


def _wanted(target: Target) -> dict[str, object]:
    return {
        "size": (target.width, target.height),
        "Step": target.step,
        "Language": target.language,
        "Theme": target.theme,
    }


def _picture(path: Path) -> dict[str, object] | None:
    """Return size, step, language and theme of the PNG at `path`; None where it is none or half."""
    found: dict[str, object] = {"size": None, "Step": "", "Language": "", "Theme": ""}
    try:
        for kind, body in _chunks(_content(path)):
            if kind == b"IHDR":
                found["size"] = _SIZE.unpack_from(body)
            elif kind in {b"tEXt", b"iTXt"}:
                keyword, text = _text(kind, body)
                if keyword in found:
                    found[keyword] = text
    except (OSError, ValueError, struct.error):
        return None
    return found


def _content(path: Path) -> bytes:
    """Return what is in the file `path`, "" where it is no regular file."""
    return path.read_bytes() if stat.S_ISREG(path.stat().st_mode) else b""


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and content of each chunk up to the last one.

    Raises:
        ValueError: this is no PNG, or a checksum is wrong.
        struct.error: it ends too early.
    """
    if not content.startswith(SIGNATURE):
        raise ValueError("no PNG")
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        length, kind = _HEAD.unpack_from(content, at)
        body = content[at + _HEAD.size : at + _HEAD.size + length]
        at += _HEAD.size + length
        if _SUM.unpack_from(content, at) != (crc32(body, crc32(kind)),):
            raise ValueError("wrong checksum")
        at += _SUM.size
        yield kind, body


def _text(kind: bytes, body: bytes) -> tuple[str, str]:
    """Return keyword and text of a chunk as `encode_png` writes it."""
    keyword, _, text = body.partition(b"\0")
    if kind == b"tEXt":
        return keyword.decode("latin-1"), text.decode("latin-1")
    return keyword.decode("latin-1"), text[4:].decode("utf-8", "replace")
