"""Where a line of words may end, by the rules of Chinese and Latin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from explainer.picture import Ruler, Span, line_width
from explainer.scripts import (
    BREAK,
    CLOSING,
    FULL_WIDTH,
    OPENING,
    chinese_signs,
    is_letter,
    kept,
    sign_gap,
)

Line = tuple[Span, ...]

LONG_WORD = 12
"""Letters from which on an ordinary word may be broken behind its hyphen."""
LEAST_PART = 3
"""Letters that stay together before and after such a break."""
_HYPHENS = frozenset("-/–")
_NAMES = frozenset(("mono", "mono-strong"))
"""Faces whose words are never divided."""
_NO_START = CLOSING | frozenset("—…·!%),.:;?]}°‰℃")
_NO_END = OPENING | frozenset("([{$￥#")
_TOLERANCE = 1e-6
"""Of a width, px: sums of the same widths in another order differ that much."""


def break_lines(ruler: Ruler, spans: Sequence[Span], size: float, width: float) -> tuple[Line, ...]:
    """Return `spans` as lines of at most `width` px, each filled as far as it goes.

    No closing sign begins a line, no opening one ends it, and no single Chinese letter stands
    on the last line. A run that cannot be broken stands on a line of its own and is wider.
    """
    return _lines(_atoms(ruler, spans, size), size, width)


def balanced(
    ruler: Ruler, spans: Sequence[Span], size: float, width: float, max_lines: int
) -> tuple[Line, ...]:
    """Return `spans` on as few lines as `width` px allow, all about equally long.

    Where the author marked places to break, only these are used if that fits. More lines than
    `max_lines` are returned as they come; the caller takes a smaller size.
    """
    for marked_only in (True, False):
        atoms = _atoms(ruler, spans, size, marked_only=marked_only)
        lines = _lines(atoms, size, width)
        if len(lines) <= max_lines and _widest(ruler, lines, size) <= width + _TOLERANCE:
            return _evened(atoms, size, width, lines)
    return lines


def fits(ruler: Ruler, spans: Sequence[Span], size: float, width: float, max_lines: int) -> bool:
    """Return whether `spans` stand on at most `max_lines` lines, none wider than `width` px."""
    lines = break_lines(ruler, spans, size, width)
    return len(lines) <= max_lines and _widest(ruler, lines, size) <= width + _TOLERANCE


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign and what it is in the whole text."""

    sign: str
    span: Span
    chinese: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    """What no line may divide; widths in px."""

    signs: tuple[_Sign, ...]
    """With the space at its end, which counts only within a line."""
    width: float
    """Without that space."""
    space: float
    letters: int
    """Chinese letters in it."""


def _lines(atoms: Sequence[_Atom], size: float, width: float) -> tuple[Line, ...]:
    rows = _rows(atoms, size, width)
    _keep_company(rows)
    return tuple(_joined(row) for row in rows)


def _rows(atoms: Sequence[_Atom], size: float, width: float) -> list[list[_Atom]]:
    rows: list[list[_Atom]] = []
    row: list[_Atom] = []
    end = 0.0
    for atom in atoms:
        if row:
            begin = end + row[-1].space + size * _gap(row[-1], atom)
            if begin + atom.width <= width + _TOLERANCE:
                row.append(atom)
                end = begin + atom.width
                continue
            rows.append(row)
        row, end = [atom], atom.width
    return [*rows, row] if row else rows


def _evened(
    atoms: Sequence[_Atom], size: float, width: float, lines: tuple[Line, ...]
) -> tuple[Line, ...]:
    """Return as many lines, broken at the smallest width that does not make more of them."""
    count = len(lines)
    low, high = max(atom.width for atom in atoms) if atoms else width, width
    while count > 1 and high - low > size / 16:
        middle = (low + high) / 2
        tried = _lines(atoms, size, middle)
        if len(tried) <= count:
            lines, high = tried, middle
        else:
            low = middle
    return lines


def _keep_company(rows: list[list[_Atom]]) -> None:
    """Move a part of the line before to a last line that has a single Chinese letter."""
    least = 3
    if len(rows) > 1 and len(rows[-1]) == 1 and rows[-1][0].letters == 1:
        before = rows[-2]
        if len(before) >= least and before[-1].letters:
            rows[-1].insert(0, before.pop())


def _joined(row: Sequence[_Atom]) -> Line:
    """Return the spans of a line, without the space at its end."""
    signs = [sign for atom in row for sign in atom.signs]
    return _spans(signs[: _bare(signs)])


def _bare(signs: Sequence[_Sign]) -> int:
    """Return how many signs there are before the space at the end."""
    count = len(signs)
    while count and signs[count - 1].sign == " ":
        count -= 1
    return count


def _spans(signs: Sequence[_Sign]) -> Line:
    """Return signs as spans that are read as they were in the whole text."""
    made: list[Span] = []
    for _, same in groupby(signs, key=lambda sign: id(sign.span)):
        part = list(same)
        text = "".join(sign.sign for sign in part)
        text = kept(text, tuple(sign.chinese for sign in part))
        made.append(replace(part[0].span, text=text))
    return tuple(made)


def _atoms(
    ruler: Ruler, spans: Sequence[Span], size: float, *, marked_only: bool = False
) -> list[_Atom]:
    signs = _signs(spans)
    marked_only = marked_only and any(sign.sign == BREAK for sign in signs)
    return [_atom(ruler, part, size) for part in _parts(signs, marked_only=marked_only)]


def _signs(spans: Sequence[Span]) -> list[_Sign]:
    text = "".join(span.text for span in spans)
    owners = [span for span in spans for _ in span.text]
    return [
        _Sign(sign, owner, flag)
        for sign, owner, flag in zip(text, owners, chinese_signs(text), strict=True)
        if sign != FULL_WIDTH
    ]


def _parts(signs: Sequence[_Sign], *, marked_only: bool) -> Iterator[list[_Sign]]:
    part: list[_Sign] = []
    for place, sign in enumerate(signs):
        if part and _may_break(signs, place, marked_only=marked_only):
            yield part
            part = []
        if sign.sign != BREAK:
            part.append(sign)
    if part:
        yield part


def _may_break(signs: Sequence[_Sign], place: int, *, marked_only: bool) -> bool:
    """Return whether a line may end before the sign at `place`."""
    left, right = signs[place - 1], signs[place]
    if left.sign == BREAK:
        return True
    if marked_only or right.sign in {BREAK, " "}:
        return False
    if left.sign == " ":
        return right.sign not in _NO_START or not right.chinese
    if left.chinese or right.chinese:
        return right.sign not in _NO_START and left.sign not in _NO_END
    return (
        left.sign in _HYPHENS
        and _NAMES.isdisjoint((left.span.face, right.span.face))
        and _is_long_word(signs, place)
    )


def _is_long_word(signs: Sequence[_Sign], place: int) -> bool:
    """Return whether the word around `place` may be broken there: long, and no number or name."""
    begin, end = place, place
    while begin > 0 and _in_word(signs[begin - 1]):
        begin -= 1
    while end < len(signs) and _in_word(signs[end]):
        end += 1
    word = "".join(sign.sign for sign in signs[begin:end])
    before, after = word[: place - begin - 1], word[place - begin :]
    return (
        len(word) >= LONG_WORD
        and not any(sign.isdigit() for sign in word)
        and before[-LEAST_PART:].isalpha()
        and after[:LEAST_PART].isalpha()
        and min(len(before), len(after)) >= LEAST_PART
    )


def _in_word(sign: _Sign) -> bool:
    return not sign.chinese and sign.sign not in {" ", BREAK}


def _atom(ruler: Ruler, signs: Sequence[_Sign], size: float) -> _Atom:
    whole = line_width(ruler, _spans(signs), size)
    width = line_width(ruler, _spans(signs[: _bare(signs)]), size)
    letters = sum(is_letter(sign.sign) for sign in signs)
    return _Atom(tuple(signs), width, whole - width, letters)


def _gap(left: _Atom, right: _Atom) -> float:
    """Return the space between two atoms of a line, em."""
    before, after = left.signs[-1], right.signs[0]
    return sign_gap(before.sign, after.sign, chinese=(before.chinese, after.chinese))


def _widest(ruler: Ruler, lines: Sequence[Line], size: float) -> float:
    return max((line_width(ruler, line, size) for line in lines), default=0.0)
