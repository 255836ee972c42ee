"""Characters as they are compared and painted: composed, without those that nobody sees."""

from __future__ import annotations

import re
import unicodedata

_RANGES = (
    *((0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F)),  # controls
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5)),
    *((0x180B, 0x180F), (0x200C, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F)),
    (0x20E3, 0x20E3),  # the frame of a key around a figure
    *((0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB)),
)
_RARE = ((0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF))
STEERING = frozenset(chr(it) for first, last in _RANGES for it in range(first, last + 1))
"""What steers the setting of text elsewhere and has no picture of its own: soft hyphens, joiners,
directions, variants. A zero-width space is none of them: a line may end there."""
ZERO_WIDTH_SPACE = "\u200b"
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60"
# The patterns are strings: `re` keeps what it compiled, and a start needs none of them.
_STEERING = f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in (*_RANGES, *_RARE))}]"
_FORMS = "[\ufb00-\ufb06\u2f00-\u2fdf\u2e9f\u2ef3]"
"""Latin ligatures and radicals, as they are copied from a PDF: drawn forms of plain letters."""
_SEPARATORS = "[\x0b\x0c\x85\u2028\u2029]"
_UNUSUAL = f"[\t\r{_SEPARATORS[1:-1]}{_FORMS[1:-1]}{_STEERING[1:-1]}]"
_BETWEEN_WIDE = f"(?<=[{_WIDE}]){_SEPARATORS}(?=[{_WIDE}])"


def readable(text: str) -> str:
    """Return `text` in composed form (NFC), without characters that nobody sees.

    Ligatures become letters. Tabs and the line ends of other systems become spaces, or nothing
    between two Chinese signs; newlines stay. A place to break is none at either end.
    """
    text = text.strip(ZERO_WIDTH_SPACE)
    if not re.search(_UNUSUAL, text) and unicodedata.is_normalized("NFC", text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = re.sub(_SEPARATORS, " ", re.sub(_BETWEEN_WIDE, "", text))
    text = re.sub(_FORMS, lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return unicodedata.normalize("NFC", re.sub(_STEERING, "", text).strip(ZERO_WIDTH_SPACE))


def is_unusual(text: str) -> bool:
    """Return whether values in the text of a YAML file may differ from how they are read."""
    return "\\" in text or ZERO_WIDTH_SPACE in text or readable(text) != text


def word_of(typed: str) -> str:
    """Return an id or a number as it was meant: nothing unseen in it, no space around it."""
    return readable(typed).replace(ZERO_WIDTH_SPACE, "").strip()


def parsable(text: str) -> str:
    """Return the text of a YAML file without what YAML takes for a line end and no editor does.

    Lines stay as they are.
    """
    if text.isascii():
        return text
    text = text.replace("\ufeff", "")
    if "\u2028" in text or "\u2029" in text:
        text = re.sub(_BETWEEN_WIDE, ZERO_WIDTH_SPACE, text)
    return text.replace("\x85", " ").replace("\u2028", " ").replace("\u2029", " ")


def unseen(text: str) -> frozenset[str]:
    """Return the characters of `text` that nobody sees."""
    return frozenset() if text.isascii() else frozenset(re.findall(_STEERING, text))
