"""Texts that YAML cuts at a ` #`: what follows is a comment, and nobody would miss it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from explainer.characters import parsable
from explainer.errors import Problem

_TEXTS = frozenset(
    ("en", "zh", "title", "authors", "at", "hedge", "name", "short", "value", "licence", "also")
)
"""Keys of what people read; behind other values a comment is nothing strange."""
_KEY = re.compile(r"([A-Za-z_]+)[\"']?[ ]*:[ \t]+$")
_COMMENT = re.compile(r"[ \t]+#")


def cut_texts(file: str, text: str) -> Iterator[Problem]:
    """Yield the texts of a file, which YAML understands, that end before a `#` in their line."""
    lines = parsable(text).split("\n")
    if not any(_COMMENT.search(line.lstrip()) for line in lines if "#" in line):
        return
    loader = yaml.CBaseLoader(parsable(text))
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.style:
                continue
            start, end = event.start_mark, event.end_mark
            if start is None or end is None:
                continue
            rest = lines[end.line][end.column :] if end.line < len(lines) else ""
            comment = _COMMENT.match(rest)
            key = _KEY.search(lines[start.line][: start.column]) if comment else None
            if comment and key and key[1] in _TEXTS:
                yield Problem("W102-comment", file, end.line + 1, end.column + comment.end())
    finally:
        loader.dispose()
