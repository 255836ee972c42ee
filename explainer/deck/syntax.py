"""What the YAML parser has to complain about, in words that help someone who writes a deck."""

from __future__ import annotations

import re

import yaml

from explainer.errors import Problem

_KEYS = {
    "mapping values are not allowed in this context": "E111-colon",
    "could not find expected ':'": "E112-no-colon",
    "found character that cannot start any token": "E113-odd-character",
    "did not find expected key": "E114-indentation",
    "did not find expected '-' indicator": "E115-list-item",
    "did not find expected ',' or ']'": "E116-open-bracket",
    "did not find expected ',' or '}'": "E116-open-bracket",
    "found unexpected end of stream": "E117-open-quote",
    "found unknown escape character": "E118-backslash",
    "found a tab character where an indentation space is expected": "E119-tab",
    "block sequence entries are not allowed in this context": "E120-dash",
    "did not find expected node content": "E121-no-value",
}
"""By the words of libyaml, which have not changed for ten years."""

_BEGINS_EARLIER = {"E112-no-colon", "E116-open-bracket", "E117-open-quote"}
"""Noticed at the end of the text or on the next line; what is wrong is where it began."""

_PRINTABLE = "\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
"""As YAML has it, without the byte order mark."""


def syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Return what `error` says of `text`, at the place where it has to be put right."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _character_problem(text, file)
    words = str(error.problem)
    key = _KEYS.get(words, "E102-no-yaml")
    mark = error.problem_mark or error.context_mark
    if key in _BEGINS_EARLIER and error.context_mark:
        mark = error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    values = () if key in _KEYS.values() else (("words", words),)
    return Problem(key, file, line, column, values=values)


def _character_problem(text: str, file: str) -> Problem:
    """Return where a character stands that no text file should have, such as NUL."""
    found = re.search(f"[^{_PRINTABLE}]", text)
    start = found.start() if found else 0
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    name = f"U+{ord(found.group()):04X}" if found else "?"
    return Problem("E110-control-character", file, line, column, values=(("name", name),))
