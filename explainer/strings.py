"""The app's own words in both languages, from `resources/strings`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

import yaml

from explainer.files import resource_folder

Language = Literal["en", "zh"]


def say(key: str, language: Language, /, **values: object) -> str:
    """Return the words of `key` in `language`, with `values` inserted by name.

    Raises:
        KeyError: there is no such key, or a value that the words need is not given.
    """
    words = _words()[key][language]
    return words.format_map(values) if values or "{" in words else words


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    """Return every entry of every file, read once when the first words are needed."""
    words: dict[str, Mapping[str, str]] = {}
    for path in sorted((resource_folder() / "strings").glob("*.yaml")):
        entries = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
        for key in entries.keys() & words.keys():
            message = f"{path.name}: the key {key} stands in two files"
            raise ValueError(message)
        words.update(entries)
    return words
