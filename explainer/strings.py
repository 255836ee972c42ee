"""The app's own words in both languages, from `resources/strings`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from explainer.files import resource_folder
from explainer.kept import kept

Language = Literal["en", "zh"]

_FOLDER = resource_folder() / "strings"


def say(key: str, language: Language, /, **values: object) -> str:
    """Return the words of `key` in `language`, with `values` inserted by name.

    Raises:
        KeyError: there is no such key, or a value that the words need is not given.
    """
    try:
        words = _words()[key][language]
    except KeyError:
        words = _words_anew()[key][language]
    return _insert(words, values) if values or "{" in words else words


_PLACE = re.compile(r"\{\{|\}\}|\{(\w+)\}")


def _insert(words: str, values: Mapping[str, object]) -> str:
    """Return `words` with the values at their names; `{{` and `}}` are single braces.

    Unlike `str.format` it looks into no value: words and values stay text, whoever wrote them.
    """

    def at(place: re.Match[str]) -> str:
        name = place.group(1)
        return str(values[name]) if name is not None else place.group()[0]

    return _PLACE.sub(at, words)


@cache
def _words() -> dict[str, dict[str, str]]:
    """Return every entry of every file, read once when the first words are needed."""
    return kept("strings", (_FOLDER,), dict[str, dict[str, str]], _read)


@cache
def _words_anew() -> dict[str, dict[str, str]]:
    """Return the same from the files themselves: the cache lacks what was asked for."""
    return kept("strings", (_FOLDER,), dict[str, dict[str, str]], _read, anew=True)


def _read() -> dict[str, dict[str, str]]:
    import yaml  # 15 ms, and what was kept needs it no more

    words: dict[str, dict[str, str]] = {}
    for path in sorted(_FOLDER.glob("*.yaml")):
        entries = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
        for key in entries.keys() & words.keys():
            message = f"{path.name}: the key {key} stands in two files"
            raise ValueError(message)
        words.update(entries)
    return words
