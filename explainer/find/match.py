"""How well words that were typed fit names: both writings, whatever case, accents and signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from explainer.characters import word_of
from explainer.files import resource_folder

_PARTS_WORDS = re.compile(r"(?:[^\w.]|_|(?<!\d)\.|\.(?!\d))+")
"""What may stand between two words, or be left out there: whatever is no letter or figure. The
point of a number is a part of it."""
_LEFT_OUT = str.maketrans("", "", " .")
"""Of words that are compared as one: `gpt35` finds GPT-3.5."""
_ACCENTS = re.compile("[\u0300-\u036f]+")
_BARRED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
)
"""Letters that no accent can be taken from, by what they are typed as."""
_ASKING = re.compile(
    r"^(?:what (?:is|are|was|were|does)|what s|whats|who is|who are|why|how(?: does| do| is)?"
    r"|when was|define|explain|什么是|什么叫|何谓|何为|为什么|怎么|如何|解释)(?: (?:the|an?)\b)?"
    r"|(?:是什么(?:意思)?|什么意思|是啥|怎么回事|吗|呢)$"
)
"""What makes a question of a name."""
_HAN = "\u3400-\u9fff"
_BORDER = re.compile(rf"(?<=[{_HAN}])(?=[a-z0-9])|(?<=[a-z0-9])(?=[{_HAN}])")
"""Where both writings meet, a word ends too."""
_BEFORE_DIGITS = re.compile(" (?=[0-9])")
_SENTENCE = 5
"""Words from which on a name is a sentence: in it only whole words begin something."""


def normal(text: str) -> str:
    """Return `text` as it is compared: one width and case, one space where words part.

    Accents are left out, and traditional Chinese becomes simplified.
    """
    plain = unicodedata.normalize("NFKC", word_of(text)).casefold()
    if not plain.isascii():
        bare = _ACCENTS.sub("", unicodedata.normalize("NFD", plain))
        plain = unicodedata.normalize("NFC", bare).translate(_BARRED).translate(_simplified())
    return _BORDER.sub(" ", _PARTS_WORDS.sub(" ", plain)).strip()


@cache
def _simplified() -> dict[int, int]:
    """Return the simplified form of every traditional character, both as code points."""
    path = resource_folder() / "words" / "traditional.txt"
    traditional, simplified = path.read_text(encoding="utf-8").splitlines()[-2:]
    return str.maketrans(traditional, simplified)


class Query(Struct, frozen=True):
    """What was typed, ready to be compared."""

    whole: str
    words: tuple[str, ...]
    joined: str
    """Without spaces: `gpt3` finds GPT-3."""
    latin: bool
    """It has words that begin somewhere; a Chinese one may stand anywhere."""

    def __bool__(self) -> bool:
        """Tell whether anything is looked for."""
        return bool(self.whole)


class Name(Struct, frozen=True):
    """A name to be compared with a query."""

    plain: str
    joined: str
    """Without spaces; of a sentence, without those before a number."""
    sentence: bool


class Words(Struct, frozen=True):
    """What is compared with a query: names, and what is said besides."""

    names: tuple[Name, ...]
    more: str
    """All of it, with a space before each word."""


def matching(typed: str) -> Query:
    """Return what was typed, ready to be compared.

    Signs alone stay as they are, and so fit nothing.
    """
    return _query(normal(typed) or word_of(typed))


def readings(typed: str) -> tuple[Query, ...]:
    """Return what may be looked for: what a question asks about, then all that was typed."""
    query = matching(typed)
    asked = _ASKING.sub("", query.whole).strip()
    return (_query(asked), query) if asked not in ("", query.whole) else (query,)


def _query(whole: str) -> Query:
    return Query(whole, tuple(whole.split()), whole.translate(_LEFT_OUT), whole.isascii())


def words_of(names: Sequence[str], more: Sequence[str] = ()) -> Words:
    """Return names, and what is said besides, ready to be compared."""
    plain = tuple(dict.fromkeys(filter(None, map(normal, names))))
    return Words(
        tuple(_name(it) for it in plain),
        "".join(f" {text}\n" for text in (*plain, *map(normal, more))),
    )


def rank(words: Words, query: Query) -> int | None:
    """Return how well `words` fit, 0 the best; None where they do not.

    A name that is the query, one that starts with it, one with a word that starts with it, one
    that contains it; at last, whatever has all its words somewhere. Nothing typed fits all.
    """
    if not query:
        return 0
    found = [fits for name in words.names if (fits := _fit(name, query)) is not None]
    if found:
        return min(found)
    begin = " " if query.latin else ""
    return 4 if all(begin + word in words.more for word in query.words) else None


def _fit(name: Name, query: Query) -> int | None:
    plain, joined = name.plain, name.joined
    if query.joined not in joined and query.whole not in plain:
        return None
    if query.joined == joined:
        return 0
    if plain.startswith(query.whole) or joined.startswith(query.joined):
        return 1
    if f" {query.whole}" in plain or f" {query.joined}" in joined:
        return 2
    return None if name.sentence and query.latin else 3


def _name(plain: str) -> Name:
    sentence = plain.count(" ") + 1 >= _SENTENCE
    joined = (
        _BEFORE_DIGITS.sub("", plain).replace(".", "") if sentence else plain.translate(_LEFT_OUT)
    )
    return Name(plain, joined, sentence)
