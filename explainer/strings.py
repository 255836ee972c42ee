"""The app's own words in both languages, from `resources/strings`."""

from __future__ import annotations

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
    words = _words()[key][language]
    return words.format_map(values) if values or "{" in words else words


@cache
def _words() -> dict[str, dict[str, str]]:
    """Return every entry of every file, read once when the first words are needed."""
    return kept("strings", (_FOLDER,), dict[str, dict[str, str]], _read)


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
