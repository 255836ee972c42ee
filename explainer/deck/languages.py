"""Every text stands in both languages, each in its own script, in characters that can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from explainer.coverage import missing_characters
from explainer.deck.places import Finding, Path
from explainer.deck.plain import Plain
from explainer.deck.walk import Seen
from explainer.schema import LANGUAGES, DeckFile, Text

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
LONGEST_NAME = 4
"""Han characters within an English text: more are no name or quoted word any more."""

_HAN = re.compile(f"[{HAN}]")
_LONG_HAN = re.compile(f"[{HAN}]{{{LONGEST_NAME + 1}}}")
_WORD = re.compile(r"[^\W\d_][\w.+-]*")
_NAME_LIKE = re.compile(r".*\d|(?:.*[A-Z]){2}")
"""A number or a second capital: `GPT-3`, `12B`, `OpenAI`."""


def language_findings(file: str, seen: Iterable[Seen], names: frozenset[str]) -> Iterator[Finding]:
    """Yield texts that are empty, or stand under the wrong language.

    A name is right in both languages; `names` are words that the deck uses as names.
    """
    for what, text, path, _ in seen:
        if what is Text:
            empty = [name for name in LANGUAGES if not text.of(name).strip()]
            for name in empty:
                yield Finding("E402-empty-text", file, (path, name))
            if empty:
                continue
            if not _HAN.search(text.zh) and not _is_name(text.zh, names):
                yield Finding("E403-no-chinese", file, (path, "zh"))
            if _LONG_HAN.search(text.en):
                yield Finding("E404-no-english", file, (path, "en"))


def names_in(content: DeckFile) -> Iterator[str]:
    """Yield the words of a file that are names: of models, sources and their authors."""
    for model in content.models:
        if model:
            yield from _words(f"{model.id} {model.name} {' '.join(model.also)}")
    for source in content.sources:
        if source:
            yield from _words(f"{source.short.en} {source.short.zh} {source.authors}")
    for author in content.authors:
        yield from _words(author or "")


def character_findings(file: str, text: str, plain: Plain) -> Iterator[Finding]:
    """Yield every value of a file with characters that none of the app's faces has."""
    # The text as a whole first: nearly always nothing is missing, and only an escape
    # such as "\u2603" brings in a character that does not stand there.
    if _missing(text) or "\\" in text:
        yield from _characters(file, plain, None)


def _characters(file: str, plain: Plain, path: Path) -> Iterator[Finding]:
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield from _characters(file, value, (path, key))
    elif isinstance(plain, list):
        for number, value in enumerate(plain):
            yield from _characters(file, value, (path, number))
    else:
        for sign in _missing(plain):
            values = (("sign", sign), ("number", f"U+{ord(sign):04X}"))
            yield Finding("E405-no-face", file, path, values)


def _missing(text: str) -> tuple[str, ...]:
    """Return the characters that no face has; layout removes line ends and tabs."""
    return missing_characters("".join(set(text) - {"\n", "\r", "\t"}))


def _is_name(text: str, names: frozenset[str]) -> bool:
    """Tell whether all words of a text are names or abbreviations, as in `OpenAI GPT-3`."""
    return all(word in names or _NAME_LIKE.match(word) for word in _words(text))


def _words(text: str) -> list[str]:
    return [word.rstrip(".") for word in _WORD.findall(text)]
