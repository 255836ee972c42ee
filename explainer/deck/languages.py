"""Every text stands in both languages, each in its own script, in characters that can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice

from explainer.characters import readable
from explainer.coverage import missing_characters
from explainer.deck.places import Finding, Path
from explainer.deck.plain import Plain
from explainer.deck.walk import Seen
from explainer.schema import LANGUAGES, DeckFile, Model, Source, Text
from explainer.scripts import is_letter, visible

MOST_BOXES = 100
"""Texts with a character that no face has: more are counted and not listed."""
MOST_NAMED = 5
"""Characters of one text that a message names."""
LONGEST_NAME = 4
"""Han characters in a row within an English text: more are no name or quoted word any more."""

_NAMED: Mapping[object, str] = {Model: "name", Source: "title"}
"""The words of a record that stand in one language and are shown wherever it is named."""
_WORD = re.compile(r"[^\W_][\w.+-]*")
_LAYOUT = {"\n", "\r", "\t"}
"""What layout turns into line ends and spaces."""
_NAME_LIKE = re.compile(r".*\d|(?:.*[A-Z]){2}")
"""A number or a second capital: `GPT-3`, `12B`, `OpenAI`."""


def language_findings(
    file: str, seen: Iterable[Seen], names: frozenset[str] | None
) -> Iterator[Finding]:
    """Yield texts that are empty, or stand under the wrong language.

    A name is right in both languages; `names` are words that the deck uses as names, None where
    not all of them are known.
    """
    for what, text, path, _ in seen:
        named = _NAMED.get(what)
        if named and not visible(getattr(text, named)).strip():
            yield Finding("E225-no-name", file, (path, named))
        if what is Text:
            empty = [name for name in LANGUAGES if not text.of(name).strip()]
            for name in empty:
                yield Finding("E402-empty-text", file, (path, name))
            if empty:
                continue
            is_chinese = names is None or any(map(is_letter, text.zh))
            if not (is_chinese or _is_name(text.zh, names or frozenset())):
                yield Finding("E403-no-chinese", file, (path, "zh"))
            if not text.en.isascii() and _longest_run(text.en) > LONGEST_NAME:
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


def character_findings(texts: Mapping[str, str], plains: Mapping[str, Plain]) -> Iterator[Finding]:
    """Yield every value of a deck with a character that none of the app's faces has."""
    # All files at once first: a deck has some 2,000 different characters, and nearly always
    # the faces have them all. Only an escape such as "\u2603", or an accent that joins its
    # letter, brings in one that does not stand in the text.
    used = set().union(*texts.values())
    for file, plain in plains.items():
        text = texts[file]
        if "\\" in text or (not text.isascii() and readable(text) != text):
            used |= set().union(*(value for value, _ in _values(plain, None)))
    missing = frozenset(missing_characters("".join(used - _LAYOUT)))
    if missing:
        found = (it for file, plain in plains.items() for it in _characters(file, plain, missing))
        yield from islice(found, MOST_BOXES)
        if more := sum(1 for _ in found):
            values = (("count", str(more)), ("most", str(MOST_BOXES)))
            yield Finding("W406-more-without-face", next(iter(texts)), None, values)


def _characters(file: str, plain: Plain, missing: frozenset[str]) -> Iterator[Finding]:
    for text, path in _values(plain, None):
        if named := without_face(text, missing):
            yield Finding("W405-no-face", file, path, (("signs", named),))


def without_face(text: str, missing: frozenset[str]) -> str:
    """Return the first characters of `text` that are `missing`, as messages name them."""
    found = [f"“{it}” (U+{ord(it):04X})" for it in dict.fromkeys(text) if it in missing]
    return ", ".join(found[:MOST_NAMED]) + (" …" if len(found) > MOST_NAMED else "")


def _values(plain: Plain, path: Path) -> Iterator[tuple[str, Path]]:
    """Yield every text in a file and where it stands."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield from _values(value, (path, key))
    elif isinstance(plain, list):
        for number, value in enumerate(plain):
            yield from _values(value, (path, number))
    else:
        yield plain, path


def _is_name(text: str, names: frozenset[str]) -> bool:
    """Tell whether all words of a text are names or abbreviations, as in `OpenAI GPT-3`."""
    return all(word in names or _NAME_LIKE.match(word) for word in _words(text))


def _words(text: str) -> list[str]:
    return [word.rstrip(".") for word in _WORD.findall(text)]


def _longest_run(text: str) -> int:
    """Return how many Chinese characters stand in a row at most."""
    return max(len([*run]) if chinese else 0 for chinese, run in groupby(text, is_letter))
