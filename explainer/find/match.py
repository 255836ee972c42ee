"""How well words that were typed fit names: both writings, whatever the case and the hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

_PARTS_WORDS = re.compile(r"[\s\-_./:·,，。、；：？！（）()“”\"']+")
"""What may stand between two words, or be left out there."""


def normal(text: str) -> str:
    """Return `text` as it is compared: one width and case, one space where words part."""
    plain = unicodedata.normalize("NFKC", text).replace("\u200b", "").casefold()
    return _PARTS_WORDS.sub(" ", plain).strip()


class Query(Struct, frozen=True):
    """What was typed, ready to be compared."""

    whole: str
    words: tuple[str, ...]
    joined: str
    """Without spaces: `gpt3` finds GPT-3."""

    def __bool__(self) -> bool:
        """Tell whether anything is looked for."""
        return bool(self.whole)


class Words(Struct, frozen=True):
    """What is compared with a query: names, and what is said besides."""

    names: tuple[str, ...]
    """As `normal` returns them."""
    joined: tuple[str, ...]
    """The same without spaces."""
    more: str


def matching(typed: str) -> Query:
    """Return what was typed, ready to be compared."""
    whole = normal(typed)
    return Query(whole, tuple(whole.split()), whole.replace(" ", ""))


def words_of(names: Sequence[str], more: Sequence[str] = ()) -> Words:
    """Return names, and what is said besides, ready to be compared."""
    plain = tuple(dict.fromkeys(filter(None, map(normal, names))))
    return Words(
        plain,
        tuple(name.replace(" ", "") for name in plain),
        "\n".join((*plain, *map(normal, more))),
    )


def rank(words: Words, query: Query) -> int | None:
    """Return how well `words` fit, 0 the best; None where they do not.

    A name that is the query, one that starts with it, one with a word that starts with it, one
    that contains it; at last, whatever contains all its words somewhere. Nothing typed fits all.
    """
    if not query:
        return 0
    whole, joined = query.whole, query.joined
    if whole in words.names or joined in words.joined:
        return 0
    if any(it.startswith(joined) for it in words.joined):
        return 1
    if any(f" {whole}" in it for it in words.names):
        return 2
    if any(whole in it for it in words.names) or any(joined in it for it in words.joined):
        return 3
    return 4 if all(word in words.more for word in query.words) else None
