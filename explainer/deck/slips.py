"""Slips of the hand that YAML notices late or under another name: what they are, and where.

They come from keyboards and programs that write full-width signs, curly quotes and other spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from explainer.deck.plain import Plain

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_CURLY = "“”„‟‘’‚‛«»「」『』＂＇"
_MOST_LINES = 40
"""So far back is looked for what began a mistake."""
_NEAR = 3
"""Lines above the place of an error that has no beginning."""
_KEY = r"[A-Za-z][A-Za-z0-9_.-]*"
_BEGIN = r"^[ ]*(?:-[ ]+)*"
_WIDE_COLON = re.compile(rf"(?:{_BEGIN}|[{{,][ ]*)[\"']?{_KEY}[\"']?[ ]*(?P<sign>：)")
_ODD_SPACE = re.compile(
    rf"^[ \t]*(?:-[ ]*)*(?P<sign>[{_SPACES}])|{_BEGIN}{_KEY}:(?P<behind>[{_SPACES}])"
)
_CURLY_QUOTE = re.compile(rf"(?:{_BEGIN}|[:,\[{{-][ ]+|[\[{{])(?P<sign>[{_CURLY}])")
_WIDE_SIGN = re.compile(
    rf"(?P<comma>[，、；])[ ]*{_KEY}[ ]*[:：]|(?:{_BEGIN}|[:,\[{{-][ ]*)(?P<open>[｛［【])"
    r"|(?P<close>[｝］】])[ ]*(?:$|[,}\]])|(?:^|\s)(?P<hash>＃)"
)
_ORDINARY = {"【": "[", "】": "]", "、": ",", "；": ","}
"""For signs that are no wider form of the one that is meant, but typed with its key."""
_DASH = re.compile(rf"{_BEGIN}(?P<sign>[－—–―−‐‑•·・●*](?=\s)|-(?={_KEY}:(?:\s|$)))")
_NO_SPACE = re.compile(rf"{_BEGIN}[\"']?{_KEY}[\"']?(?P<sign>:)(?=[^\s:/])")
_HASH = re.compile(r"(?<=\s)(?P<sign>#)")
_QUOTED = re.compile(r"(?:(?<=[\s:,\[{-])|^)(?:'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\")")

COLON, BRACKET, INDENTATION = "E111-colon", "E116-open-bracket", "E114-indentation"
_BESIDE = (COLON, "E112-no-colon", INDENTATION, "E115-list-item", "E102-no-yaml")
_ANY = (*_BESIDE[:-1], BRACKET)
_LATE = (*_ANY, "E113-odd-character", "E120-dash", "E121-no-value", "E102-no-yaml")


_Told = tuple[str, tuple[tuple[str, str], ...]]
"""The key of a message and its values."""


class Slip(Struct, frozen=True):
    """What was meant otherwise, and where it stands, both from 0."""

    key: str
    line: int
    column: int
    values: tuple[tuple[str, str], ...] = ()


def slip_at(
    lines: Sequence[str], key: str, start: tuple[int, int] | None, end: tuple[int, int]
) -> Slip | None:
    """Return the slip behind an error of the parser; None if there is none that is known.

    `key` is how the error is told, `start` where the parser began what it could not end, and
    `end` where it gave up: lines and columns from 0.
    """
    first = min(start[0], end[0]) if start else end[0] - _NEAR
    within = range(max(0, first, end[0] - _MOST_LINES), min(end[0] + 1, len(lines)))
    for number in within if key in _LATE else ():
        for slip in _slips(lines[number], number, key):
            if not start or (slip.line, slip.column) >= start or slip.key == "E134-odd-space":
                return slip
    if found := _beside(lines, key, end):
        return found
    line = lines[end[0]]
    # A key at the beginning of a line shows that the bracket above was never closed.
    begins = re.fullmatch(rf"\s*(?:-\s+)*{_KEY}", line[: end[1]])
    if key == BRACKET and line[end[1] : end[1] + 1] == ":" and not begins:
        return Slip("E138-flow-colon", *end)
    if key == INDENTATION and line[end[1] : end[1] + 1] in ("]", "}"):
        return Slip("E141-extra-bracket", *end, (("sign", line[end[1]]),))
    return None


def _beside(lines: Sequence[str], key: str, end: tuple[int, int]) -> Slip | None:
    """Return a missing space, or a dash that is none, at the place of an error or just above.

    They make a line a text like any other, so that only the next colon is too many.
    """
    above = next((it for it in range(end[0] - 1, -1, -1) if lines[it].strip()), end[0])
    for number in (above, end[0]) if key in _BESIDE else ():
        if found := _DASH.match(lines[number]):
            sign = lines[number][found.start("sign") :].split()[0]
            return Slip("E139-dash", number, found.start("sign"), (("sign", sign),))
        if found := _NO_SPACE.match(lines[number]):
            return Slip("E140-no-space", number, found.start("sign"))
    return None


def slip_of_key(key: str) -> _Told | None:
    """Return what is wrong with a key that has a sign in it which was meant otherwise."""
    if found := re.match(f"[{_SPACES}]", key):
        return "E134-odd-space", (("number", _number(found[0])),)
    if "：" in key:
        return "E133-wide-colon", ()
    if found := re.search(f"[{_CURLY}]", key):
        return "E135-curly-quote", (("sign", found[0]),)
    if found := re.search("[，、；｛｝［］【】＃]", key):
        return "E136-wide-sign", _wide(found[0])
    return None


def slip_of_pair(key: str, value: Plain) -> _Told | None:
    """Return what is wrong with a key that has its value in it, no space behind its colon."""
    return ("E140-no-space", ()) if value == "" and _NO_SPACE.match(key) else None


def slip_of_list(plain: Plain) -> _Told | None:
    """Return what is wrong with a text that is meant as a list in brackets."""
    found = re.match("[［【]", plain) if isinstance(plain, str) else None
    return ("E136-wide-sign", _wide(found[0])) if found else None


def meant_by(key: str) -> str:
    """Return the key that was meant by one with such a sign."""
    return re.split("[:：]", re.sub(f"[{_SPACES}]", " ", key))[0].strip()


def is_indented_oddly(key: str) -> bool:
    """Return whether a key has another space before it than YAML knows."""
    return bool(re.match(f"[{_SPACES}]", key))


def _slips(line: str, number: int, key: str) -> Iterator[Slip]:
    """Yield what may have been meant otherwise in a line, what is most certain first."""
    bare = _QUOTED.sub(lambda found: "x" * len(found[0]), line)
    if found := _ODD_SPACE.search(bare):
        sign = found["sign"] or found["behind"]
        at = found.start("sign") if found["sign"] else found.start("behind")
        yield Slip("E134-odd-space", number, at, (("number", _number(sign)),))
    if found := _WIDE_COLON.search(bare):
        yield Slip("E133-wide-colon", number, found.start("sign"))
    if found := _WIDE_SIGN.search(bare):
        name = str(found.lastgroup)
        yield Slip("E136-wide-sign", number, found.start(name), _wide(found[name]))
    if key in (COLON, BRACKET, INDENTATION) and (found := _CURLY_QUOTE.search(bare)):
        sign = found["sign"]
        yield Slip("E135-curly-quote", number, found.start("sign"), (("sign", sign),))
    if key == BRACKET and (found := _HASH.search(bare)) and not bare.lstrip().startswith("#"):
        yield Slip("E137-hash", number, found.start("sign"))


def _wide(sign: str) -> tuple[tuple[str, str], ...]:
    return (("sign", sign), ("right", _ORDINARY.get(sign) or chr(ord(sign) - 0xFEE0)))


def _number(sign: str) -> str:
    return f"U+{ord(sign):04X}"
