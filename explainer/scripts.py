"""Which writing a sign belongs to, and the space between two signs.

Chinese and Latin stand in different faces, and the text itself stores no space between them.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from explainer.characters import STEERING, ZERO_WIDTH_SPACE

QUARTER = 0.25
"""em between a Chinese and a Latin letter."""
SQUEEZE = -0.5
"""em between two full-width signs that leave a hole between their inks."""
BREAK = ZERO_WIDTH_SPACE
"""A line may end here."""
FULL_WIDTH = "\ufe01"
"""Stands behind a sign of both writings and says that it is the Chinese one."""
UNSEEN = STEERING | {BREAK}
"""What is not painted: it steers the setting and has no picture."""
LINE_ENDS = frozenset("\t\n\x0b\x0c\r\x85\u2028\u2029")
"""Ends of lines and tabs: on a slide, a space."""

OPENING = frozenset("（《〈“‘「『【〔［｛")
CLOSING = frozenset("，。、：；！？）》〉”’」』】〕］｝")
_BOTH = frozenset("“”‘’—…·")
"""Signs that both writings have under the same number."""
_CIRCLED = ("\u2460", "\u24ff")
_PAIRS = {"”": "“", "’": "‘"}
_BLOCKS = (
    (0x2E80, 0x312F),  # radicals, signs, kana, bopomofo
    (0x31A0, 0x31FF),  # rare bopomofo, strokes, small kana
    (0x3200, 0x9FFF),  # enclosed letters, ideographs
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFE30, 0xFE6F),  # vertical and small forms
    (0xFF00, 0xFFEF),  # full-width forms
    (0x20000, 0x3FFFF),  # rare ideographs
)


class Run(Struct, frozen=True):
    """Neighbouring signs of one writing, and the space before them, em."""

    text: str
    chinese: bool
    gap: float = 0.0


def visible(text: str) -> str:
    """Return `text` without what has no picture; the end of a line is a space."""
    if UNSEEN.isdisjoint(text) and LINE_ENDS.isdisjoint(text):
        return text
    return "".join(" " if sign in LINE_ENDS else sign for sign in text if sign not in UNSEEN)


def chinese_signs(text: str) -> tuple[bool, ...]:
    """Return for every sign of `text` whether it is set in the Chinese face.

    Quotation marks, dashes, ellipses and middle dots are Chinese where they stand next to
    something Chinese, and a pair of marks is always of one writing.
    """
    flags = list(map(_is_chinese, text))
    if not _BOTH.isdisjoint(text):
        _spread(text, flags, range(len(text)))
        _spread(text, flags, range(len(text) - 1, -1, -1))
        _pair_up(text, flags)
    return tuple(flags)


def kept(text: str, chinese: tuple[bool, ...]) -> str:
    """Return `text` so marked that its signs keep their writing without their neighbours.

    `chinese` says how they were read where `text` was cut out.
    """
    if _BOTH.isdisjoint(text) or chinese_signs(text) == chinese:
        return text
    return "".join(
        sign + FULL_WIDTH if flag and sign in _BOTH else sign
        for sign, flag in zip(text, chinese, strict=True)
        if sign != FULL_WIDTH
    )


def runs(text: str) -> tuple[Run, ...]:
    """Return `text` cut wherever the face changes or two signs need a space or a squeeze.

    Signs that only steer the setting (places to break, marks of writing) are left out.
    """
    signs = [
        (" " if sign in LINE_ENDS else sign, flag)
        for sign, flag in zip(text, chinese_signs(text), strict=True)
        if sign not in UNSEEN
    ]
    if not signs:
        return ()
    made: list[Run] = []
    begin, before = 0, 0.0
    for place, ((left, was), (right, now)) in enumerate(pairwise(signs), start=1):
        space = sign_gap(left, right, chinese=(was, now))
        if was != now or space:
            made.append(Run("".join(sign for sign, _ in signs[begin:place]), was, before))
            begin, before = place, space
    made.append(Run("".join(sign for sign, _ in signs[begin:]), signs[-1][1], before))
    return tuple(made)


def sign_gap(left: str, right: str, *, chinese: tuple[bool, bool]) -> float:
    """Return the space between two signs, em; `chinese` says how each of them is read."""
    if chinese == (True, True):
        hole = (left in CLOSING and (right in CLOSING or right in OPENING)) or (
            left in OPENING and right in OPENING
        )
        return SQUEEZE if hole else 0.0
    if chinese == (True, False):
        return QUARTER if is_letter(left) and _is_narrow(right) else 0.0
    if chinese == (False, True):
        return QUARTER if _is_narrow(left) and is_letter(right) else 0.0
    return 0.0


def border_gap(left: str, right: str) -> float:
    """Return the space between two texts that follow one another on a line, em."""
    return _border_gap(left[-3:], right[:3])


@lru_cache(maxsize=8192)
def _border_gap(left: str, right: str) -> float:
    before, after = runs(left), runs(right)
    if not before or not after:
        return 0.0
    return sign_gap(
        before[-1].text[-1],
        after[0].text[0],
        chinese=(before[-1].chinese, after[0].chinese),
    )


def is_letter(sign: str) -> bool:
    """Return whether `sign` is a Chinese letter, not a full-width sign."""
    return _is_chinese(sign) and sign.isalpha()


def _is_narrow(sign: str) -> bool:
    """Return whether `sign` is a letter or figure, and none in a circle, as wide as a Chinese."""
    return sign.isalnum() and not _CIRCLED[0] <= sign <= _CIRCLED[1]


@lru_cache(maxsize=8192)
def _is_chinese(sign: str) -> bool:
    if sign < "\u2e80":
        return False
    number = ord(sign)
    return any(first <= number <= last for first, last in _BLOCKS)


def _spread(text: str, flags: list[bool], places: range) -> None:
    """Make signs of both writings Chinese where the sign before them, in that order, is."""
    was = False
    for place in places:
        if text[place] == FULL_WIDTH:
            was = True
            continue
        if text[place] == BREAK:
            continue
        if was and text[place] in _BOTH:
            flags[place] = True
        was = flags[place]


def _pair_up(text: str, flags: list[bool]) -> None:
    """Make both marks of a pair Chinese where one is."""
    open_at: dict[str, int] = {}
    for place, sign in enumerate(text):
        if sign in _PAIRS.values():
            open_at[sign] = place
        elif sign in _PAIRS and _PAIRS[sign] in open_at:
            begin = open_at.pop(_PAIRS[sign])
            flags[begin] = flags[place] = flags[begin] or flags[place]
