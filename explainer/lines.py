"""Where a line of words may end, by the rules of Chinese and Latin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from explainer.picture import Ruler, Span, line_width
from explainer.scripts import (
    BREAK,
    CLOSING,
    LINE_ENDS,
    OPENING,
    QUARTER,
    UNSEEN,
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
ELLIPSIS = "…"
_BEFORE_ELLIPSIS = " ，、。；：,.;:"
"""Signs that do not stand before it."""
LEAST_LEFT = 3
"""Parts that a line has, at least, from which one is moved to the last line."""
_AT_END = frozenset((" ", BREAK))
"""What is not painted at the end of a line."""
_HYPHENS = frozenset("-/–")
_NAMES = frozenset(("mono", "mono-strong"))
"""Faces whose words are never divided."""
_KANA = "々〻ーゝゞヽヾ゛゜・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
"""Small kana, and signs that prolong or repeat what stands before them."""
_NO_START = CLOSING | frozenset("—…·!%),.:;?]}°‰℃") | frozenset(_KANA)
_NO_END = OPENING | frozenset("([{$￥#")
_UNITS = frozenset("万亿年月日岁倍个种项条次位")
"""What counts stays with its number."""
_PER = frozenset("%‰°℃")
"""Stand apart from their number in English, and yet never without it."""
_PAUSES = ("，。；：！？", "，、。；：！？")
"""Signs of Chinese behind which a line ends best, and next best."""
_FULL = 0.55
"""Share of the widest line that the others have, but for the last, where they end at pauses."""
_NAMED = "等"
"""And others: stays with the name before it."""
_LEAST_FULL = 0.5
"""Of the room of a line that ends in an ellipsis, where more words follow."""
_DENSEST = 8.0
"""Letters that an em has room for, at most."""
_STAYS = "\u00a0"
"""A space at which no line ends."""
_TOLERANCE = 1e-6
"""Of a width, px: sums of the same widths in another order differ that much."""


def break_lines(ruler: Ruler, spans: Sequence[Span], size: float, width: float) -> tuple[Line, ...]:
    """Return `spans` as lines of at most `width` px, each filled as far as it goes.

    No closing sign begins a line, no opening one ends it, and no single Chinese letter stands
    on the last line. A run that cannot be broken stands on a line of its own and is wider.
    """
    words = _words(tuple(spans))
    return _lines(words, _atoms(ruler, words, size), width)


def cut(ruler: Ruler, line: Line, size: float, width: float) -> Line:
    """Return `line` with an ellipsis at its end, as much of it as `width` px have room for."""
    ends = [*accumulate(len(span.text) for span in line)]

    def first(count: int) -> Line:
        """Return the first `count` signs, at least one, and the ellipsis."""
        at = bisect_left(ends, count)
        left = count - (ends[at - 1] if at else 0)
        text = line[at].text[:left].rstrip(_BEFORE_ELLIPSIS) + ELLIPSIS
        return (*line[:at], replace(line[at], text=text))

    count = longest(ends[-1] if ends else 0, lambda it: line_width(ruler, first(it), size) <= width)
    return first(count) if count else (Span(ELLIPSIS),)


def longest(most: int, fits: Callable[[int], bool]) -> int:
    """Return the largest number from 1 to `most` that `fits`; 0 if none does.

    Whatever fits must do so with every smaller number too. Asks about log2(`most`) times: whoever
    takes away letter by letter measures a long text once for each of its letters.
    """
    low, high = 0, most + 1
    if most > 0 and fits(most):
        return most
    while high - low > 1:
        middle = (low + high) // 2
        if fits(middle):
            low = middle
        else:
            high = middle
    return low


def balanced(
    ruler: Ruler, spans: Sequence[Span], size: float, width: float, max_lines: int
) -> tuple[Line, ...]:
    """Return `spans` on as few lines as `width` px allow, all about equally long.

    Where the author marked places to break, only these are used if that fits. Else Chinese is
    broken at its pauses, if that costs no line and leaves none too short. More lines than
    `max_lines` are returned as they come; the caller takes a smaller size.
    """
    words = _words(tuple(spans))

    def fitting(only: str) -> tuple[Line, ...]:
        """Return lines that end only behind one of these signs; none if they do not fit."""
        atoms = _atoms(ruler, words, size, only=only)
        lines = _lines(words, atoms, width)
        if len(lines) > max_lines or _widest(ruler, lines, size) > width + _TOLERANCE:
            return ()
        return _evened(words, atoms, size, width)

    if BREAK in words.text.strip(BREAK) and (marked := fitting(BREAK)):
        return marked
    anywhere = fitting("")
    for pauses in _PAUSES if len(anywhere) > 1 else ():
        paused = fitting(pauses)
        if len(paused) == len(anywhere) and _are_full(ruler, paused, size):
            return paused
    return anywhere or _lines(words, _atoms(ruler, words, size), width)


def shortened(
    ruler: Ruler, spans: Sequence[Span], size: float, width: float, max_lines: int
) -> tuple[Line, ...]:
    """Return `spans` on at most `max_lines` lines of at most `width` px, as `balanced` does.

    A word that is wider is divided between any two letters. What there is no room for is left
    out, and an ellipsis says so; the last line ends within a word where it would be half empty.
    """
    if fits(ruler, spans, size, width, max_lines):
        return balanced(ruler, spans, size, width, max_lines)
    words = _words(tuple(spans))
    rows = _kept_rows(words, _divided(ruler, words, size, width), width)
    if len(rows) <= max_lines:
        return _cut_out(words, rows)
    *whole, last = rows[:max_lines]
    begin, end = last[0].begin, last[-1].bare
    if words.width(ruler, size, begin, end) < width * _LEAST_FULL:
        end = rows[max_lines][0].bare
    return (*_cut_out(words, whole), cut(ruler, words.cut(begin, end), size, width))


def fits(ruler: Ruler, spans: Sequence[Span], size: float, width: float, max_lines: int) -> bool:
    """Return whether `spans` stand on at most `max_lines` lines, none wider than `width` px."""
    plain_ends = all(LINE_ENDS.isdisjoint(span.text) for span in spans)
    if plain_ends and _least_width(ruler, spans, size, max_lines) > max_lines * width + _TOLERANCE:
        return False
    lines = break_lines(ruler, spans, size, width)
    return len(lines) <= max_lines and _widest(ruler, lines, size) <= width + _TOLERANCE


def _least_width(ruler: Ruler, spans: Sequence[Span], size: float, max_lines: int) -> float:
    """Return how wide `spans` are together, px, on whatever lines, at least.

    Of a text that is far too long this is known at once, without breaking it.
    """
    spaces = sum(
        count * ruler.width(" ", span.face, size)
        for span in spans
        if (count := span.text.count(" "))
    )
    # Where a line ends, its spaces go, and the quarter before a letter of the other writing.
    return line_width(ruler, spans, size) - spaces - max_lines * QUARTER * size


class _Words(Struct, frozen=True, eq=False):
    """Everything that is to be broken, sign by sign."""

    text: str
    owners: list[Span]
    """Which span each sign comes from."""
    chinese: list[bool]
    """How each sign is read in the whole text."""
    around: list[tuple[int, int, bool]]
    """Where the word of each sign begins and ends, and whether it has a digit, as far as asked."""

    def cut(self, begin: int, end: int) -> Line:
        """Return the signs from `begin` to before `end`, read as they are in the whole text."""
        made: list[Span] = []
        for _, same in groupby(range(begin, end), key=lambda place: id(self.owners[place])):
            places = [place for place in same if self.text[place] != BREAK]
            if places:
                text = "".join(self.text[place] for place in places)
                text = kept(text, tuple(self.chinese[place] for place in places))
                made.append(replace(self.owners[places[0]], text=text))
        return tuple(made)

    def width(self, ruler: Ruler, size: float, begin: int, end: int) -> float:
        """Return how wide the signs from `begin` to before `end` are, px."""
        if begin == end:
            return 0.0
        owner = self.owners[begin]
        if owner is not self.owners[end - 1]:
            return line_width(ruler, self.cut(begin, end), size)
        text = kept(self.text[begin:end], tuple(self.chinese[begin:end]))
        return ruler.width(text, owner.face, size)

    def gap(self, place: int) -> float:
        """Return the space before the sign at `place`, em."""
        before = place - 1
        while before > 0 and self.text[before] == BREAK:
            before -= 1
        return sign_gap(
            self.text[before], self.text[place], chinese=(self.chinese[before], self.chinese[place])
        )


class _Atom(Struct, frozen=True):
    """What no line may divide: the signs from `begin` to before `end`; widths in px."""

    begin: int
    bare: int
    """Where the space at its end begins, which counts only within a line."""
    end: int
    width: float
    """Without that space."""
    space: float
    gap: float
    """Before it, where it does not begin the line."""


def _lines(words: _Words, atoms: Sequence[_Atom], width: float) -> tuple[Line, ...]:
    return _cut_out(words, _kept_rows(words, atoms, width))


def _kept_rows(words: _Words, atoms: Sequence[_Atom], width: float) -> list[list[_Atom]]:
    """Return the atoms of each line that has any sign to show."""
    rows = _rows(atoms, width)
    _keep_company(words, rows, width)
    return [row for row in rows if any(atom.begin < atom.bare for atom in row)]


def _cut_out(words: _Words, rows: Sequence[Sequence[_Atom]]) -> tuple[Line, ...]:
    lines = (words.cut(row[0].begin, row[-1].bare) for row in rows)
    return tuple(line for line in lines if line)


def _rows(atoms: Sequence[_Atom], width: float) -> list[list[_Atom]]:
    rows: list[list[_Atom]] = []
    row: list[_Atom] = []
    end = 0.0
    for atom in atoms:
        if row:
            begin = end + row[-1].space + atom.gap
            if begin + atom.width <= width + _TOLERANCE:
                row.append(atom)
                end = begin + atom.width
                continue
            rows.append(row)
        row, end = [atom], atom.width
    return [*rows, row] if row else rows


def _evened(words: _Words, atoms: Sequence[_Atom], size: float, width: float) -> tuple[Line, ...]:
    """Return as few lines, broken at the smallest width that does not make more of them."""
    rows = _kept_rows(words, atoms, width)
    count = len(rows)
    low, high = max((atom.width for atom in atoms), default=width), width
    while count > 1 and high - low > size / 16:
        middle = (low + high) / 2
        tried = _kept_rows(words, atoms, middle)
        if len(tried) <= count:
            rows, high = tried, middle
        else:
            low = middle
    return _cut_out(words, rows)


def _keep_company(words: _Words, rows: list[list[_Atom]], width: float) -> None:
    """Move a part of the line before to a last line that has a single Chinese letter."""
    if len(rows) > 1 and len(rows[-1]) == 1 and _letters(words, rows[-1][0]) == 1:
        before, (last,) = rows[-2], rows[-1]
        moved = before[-1]
        long = moved.width + moved.space + last.gap + last.width
        if len(before) >= LEAST_LEFT and _letters(words, moved) and long <= width + _TOLERANCE:
            rows[-1].insert(0, before.pop())


def _letters(words: _Words, atom: _Atom) -> int:
    return sum(is_letter(sign) for sign in words.text[atom.begin : atom.end])


@lru_cache(maxsize=64)
def _words(spans: tuple[Span, ...]) -> _Words:
    text = "".join(span.text for span in spans)
    owners = [span for span in spans for _ in span.text]
    chinese = list(chinese_signs(text))
    if not (UNSEEN.isdisjoint(text) and LINE_ENDS.isdisjoint(text)):
        stay = [place for place, sign in enumerate(text) if sign == BREAK or sign not in UNSEEN]
        text = "".join(" " if text[it] in LINE_ENDS else text[it] for it in stay)
        owners, chinese = [owners[place] for place in stay], [chinese[place] for place in stay]
    return _Words(text, owners, chinese, _words_around(text, chinese))


@lru_cache(maxsize=256)
def _atoms(ruler: Ruler, words: _Words, size: float, *, only: str = "") -> tuple[_Atom, ...]:
    """Return what no line divides, which may end behind one of the signs `only`, if there are.

    Kept for as long as the same words are tried in many widths.
    """
    text = words.text
    only = only if any(sign in text.strip(BREAK) for sign in only) else ""
    made: list[_Atom] = []
    begin = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or _may_break(words, place, only):
            made.append(_atom(ruler, words, size, begin, place))
            begin = place
    return tuple(made)


def _atom(ruler: Ruler, words: _Words, size: float, begin: int, end: int) -> _Atom:
    text = words.text
    while begin < end and text[begin] == BREAK:
        begin += 1
    bare = end
    while bare > begin and text[bare - 1] in _AT_END:
        bare -= 1
    width = words.width(ruler, size, begin, bare)
    space = words.width(ruler, size, bare, end)
    gap = words.gap(begin) * size if 0 < begin < end else 0.0
    return _Atom(begin, bare, end, width, space, gap)


def _divided(ruler: Ruler, words: _Words, size: float, width: float) -> list[_Atom]:
    """Return what lines are made of, none of it wider than `width` px but single letters."""
    most = int(width / size * _DENSEST) + 1
    made: list[_Atom] = []
    for atom in _atoms(ruler, words, size):
        if atom.width <= width + _TOLERANCE:
            made.append(atom)
            continue
        begin = atom.begin
        while begin < atom.bare:
            end = begin + max(1, _in_room(ruler, words, size, (begin, atom.bare), width, most))
            while end < atom.bare and end > begin + 1 and words.text[end] in _NO_START:
                end -= 1
            part = words.width(ruler, size, begin, end)
            last = end == atom.bare
            gap = atom.gap if begin == atom.begin else 0.0
            space = atom.space if last else 0.0
            made.append(_Atom(begin, end, atom.end if last else end, part, space, gap))
            begin = end
    return made


def _in_room(  # noqa: PLR0913 - words and their room
    ruler: Ruler, words: _Words, size: float, part: tuple[int, int], width: float, most: int
) -> int:
    """Return how many signs of a part `width` px have room for; it is never more than `most`."""
    begin, end = part
    return longest(
        min(most, end - begin), lambda it: words.width(ruler, size, begin, begin + it) <= width
    )


def _may_break(words: _Words, place: int, only: str) -> bool:
    """Return whether a line may end before the sign at `place`, behind one of `only` if given."""
    left, right = words.text[place - 1], words.text[place]
    if left == BREAK:
        return True
    if right in _AT_END or _STAYS in (left, right) or (only and left not in only):
        return False
    if left == " ":
        per = right in _PER and words.text[place - 2 : place - 1].isdigit()
        return not per and (right not in _NO_START or not words.chinese[place])
    named = right == _NAMED and not words.chinese[place - 1]
    if named or (left.isdigit() and right in _UNITS):
        return False
    if words.chinese[place - 1] or words.chinese[place]:
        return right not in _NO_START and left not in _NO_END
    return (
        left in _HYPHENS
        and _NAMES.isdisjoint((words.owners[place - 1].face, words.owners[place].face))
        and _is_long_word(words, place)
    )


def _is_long_word(words: _Words, place: int) -> bool:
    """Return whether the word around `place` may be broken there: long, and no number or name."""
    begin, end, has_digit = words.around[place - 1]
    before, after = words.text[begin : place - 1], words.text[place:end]
    return (
        end - begin >= LONG_WORD
        and not has_digit
        and before[-LEAST_PART:].isalpha()
        and after[:LEAST_PART].isalpha()
        and min(len(before), len(after)) >= LEAST_PART
    )


def _words_around(text: str, chinese: Sequence[bool]) -> list[tuple[int, int, bool]]:
    """Return for each sign where its word begins and ends, and whether that has a digit.

    Empty where no hyphen asks for it.
    """
    if _HYPHENS.isdisjoint(text):
        return []
    found: list[tuple[int, int, bool]] = []
    inside = (sign not in _AT_END and not its for sign, its in zip(text, chinese, strict=True))
    for in_word, same in groupby(enumerate(inside), key=itemgetter(1)):
        begin, end = len(found), len(found) + sum(1 for _ in same)
        has_digit = in_word and any(map(str.isdigit, text[begin:end]))
        found += [(begin, end, has_digit)] * (end - begin)
    return found


def _are_full(ruler: Ruler, lines: Sequence[Line], size: float) -> bool:
    least = _widest(ruler, lines, size) * _FULL
    return all(line_width(ruler, line, size) >= least for line in lines[:-1])


def _widest(ruler: Ruler, lines: Sequence[Line], size: float) -> float:
    return max((line_width(ruler, line, size) for line in lines), default=0.0)
