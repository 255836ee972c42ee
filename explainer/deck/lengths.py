"""How long a single text or id may be: nobody says more in one place, and a hostile file could."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainer.deck.places import Finding, Path
from explainer.deck.plain import Plain
from explainer.schema import LANGUAGES

LONGEST_ID = 80
"""Letters. An id names the file of a picture too, and file systems take 255 bytes."""
LONGEST_WORD = 500
"""Letters of a name, a place in a source, a word of a view: of what stands in no language."""
LONGEST_NAME = 300
"""Letters of a name in one language: it stands on a line or two."""
_NAMES = frozenset(("name", "short", "unit", "setting", "series", "title", "subtitle"))
LABEL = "label"
LONGEST_LABEL = 60
"""Letters of the words at a derivation, for which many places on the map are tried."""
CALLOUTS = "callouts"
"""The key under which texts stand behind the ids of models."""
LONGEST_CALLOUT = 120
"""Letters of a text at a model on the map, for which many places are tried."""
LONGEST_TEXT = 2_000
"""Letters of a text in one language: two pages of a book."""


def long_texts(plains: Mapping[str, Plain]) -> Iterator[Finding]:
    """Yield texts and ids of files that are too long, and cut them: the checks go on without."""
    for file, plain in plains.items():
        yield from _below(file, plain, None, "")


def _below(file: str, plain: Plain, path: Path, holder: str) -> Iterator[Finding]:
    """Yield what is too long in `plain`, which the key `holder` holds."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            if not isinstance(value, str):
                yield from _below(file, value, (path, key), holder if holder == CALLOUTS else key)
            elif len(value) > LONGEST_LABEL and len(value) > (most := _longest(key, holder)):
                yield from _too_long(file, value, (path, key), most)
                plain[key] = value[:most]
    elif isinstance(plain, list):
        for number, value in enumerate(plain):
            if not isinstance(value, str):
                yield from _below(file, value, (path, number), holder)
            elif len(value) > LONGEST_WORD:
                yield from _too_long(file, value, (path, number), LONGEST_WORD)
                plain[number] = value[:LONGEST_WORD]


def _longest(key: str, holder: str) -> int:
    if key in LANGUAGES:
        if holder == CALLOUTS:
            return LONGEST_CALLOUT
        if holder == LABEL:
            return LONGEST_LABEL
        return LONGEST_NAME if holder in _NAMES else LONGEST_TEXT
    return LONGEST_ID if key == "id" else LONGEST_WORD


def _too_long(file: str, text: str, path: Path, most: int) -> Iterator[Finding]:
    values = (("found", str(len(text))), ("most", str(most)))
    yield Finding("E223-long-text", file, path, values)
