"""What the YAML parser has to complain about, in words that help someone who writes a deck."""

from __future__ import annotations

import re

import yaml

from explainer.deck.plain import DEEPEST
from explainer.deck.slips import BRACKET, slip_at
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
    "found a tab character that violates indentation": "E119-tab",
    "exceeded maximum nesting depth": "E103-too-deep",
}
"""By the words of libyaml, which have not changed for ten years."""

_BEGINS_EARLIER = {"E112-no-colon", "E117-open-quote"}
"""Noticed only later; what is wrong is where it began."""

_PRINTABLE = "\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
"""As YAML has it, without the byte order mark."""


def syntax_problem(error: yaml.YAMLError | UnicodeEncodeError, text: str, file: str) -> Problem:
    """Return what `error` says of `text`, at the place where it has to be put right."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return control_character(text, file) or _at_character(text, file, None)
    words = str(error.problem)
    key = _KEYS.get(words, "E102-no-yaml")
    start, end = error.context_mark, error.problem_mark
    # A bracket that is never closed is noticed lines later: then it is shown itself.
    never_closed = key == "E116-open-bracket" and start and end and start.line != end.line
    mark = start if start and (key in _BEGINS_EARLIER or never_closed) else end
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = _lines(text)
    if key == "E113-odd-character" and lines[line][column : column + 1] == "\t":
        key = "E119-tab"
    lines = [*lines, ""]  # an error may stand behind the last line
    begin = (start.line, start.column) if start and key == BRACKET else None
    slip = slip_at(lines, key, begin, (end.line, end.column) if end else (line, column))
    if slip is not None:
        return Problem(slip.key, file, slip.line + 1, slip.column + 1, values=slip.values)
    values = {
        "E102-no-yaml": (("words", words),),
        "E103-too-deep": (("deepest", str(DEEPEST)),),
    }
    return Problem(key, file, line + 1, column + 1, values=values.get(key, ()))


def _lines(text: str) -> list[str]:
    """Return the lines of `text` as YAML counts them."""
    return re.split("\r\n|[\n\r\x85\u2028\u2029]", text)


def control_character(text: str, file: str) -> Problem | None:
    """Return where a sign stands that no text should have, such as NUL or half a character."""
    found = re.search(f"[^{_PRINTABLE}]", text)
    return _at_character(text, file, found) if found else None


def _at_character(text: str, file: str, found: re.Match[str] | None) -> Problem:
    start = found.start() if found else 0
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    name = f"U+{ord(found.group()):04X}" if found else "?"
    return Problem("E110-control-character", file, line, column, values=(("name", name),))
