"""The app's own words: both languages, the same values in both, nothing unused, nothing missing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import yaml

import explainer
from explainer.strings import say

PACKAGE = Path(explainer.__file__).parent
FILES = sorted((PACKAGE / "resources" / "strings").glob("*.yaml"))
ENTRIES = {
    key: words
    for path in FILES
    for key, words in yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader).items()
}
PROBLEM = re.compile(r"[EW]\d{3}-[a-z-]+")


def test_values_are_inserted_as_text_and_never_looked_into(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = {"one": {"en": "{x} {x.__class__} {x!r} {x:>9} {{x}} }", "zh": "甲"}}
    monkeypatch.setattr("explainer.strings._words", lambda: words)

    assert say("one", "en", x="{y}") == "{y} {x.__class__} {x!r} {x:>9} {x} }"


def test_every_entry_has_both_languages_and_nothing_else() -> None:
    wrong = [key for key, words in ENTRIES.items() if set(words) != {"en", "zh"}]
    empty = [key for key, words in ENTRIES.items() if not all(map(str.strip, words.values()))]

    assert (wrong, empty) == ([], [])


def test_both_languages_insert_the_same_values_by_name() -> None:
    differ = [key for key, words in ENTRIES.items() if _values(words["en"]) != _values(words["zh"])]
    unnamed = [
        key for key, words in ENTRIES.items() if not all(map(_is_name, _values(words["en"])))
    ]

    assert (differ, unnamed) == ([], [])


def test_no_key_stands_in_two_files() -> None:
    written = [key for path in FILES for key in _keys(path)]

    assert sorted(written) == sorted(ENTRIES)


def test_every_key_is_used() -> None:
    literals, beginnings = _literals()

    unused = [
        key
        for key in ENTRIES
        if key not in literals and not key.startswith(tuple(beginnings) or ("\0",))
    ]
    assert unused == []


def test_every_key_that_is_used_exists() -> None:
    literals, _ = _literals()
    used = {literal for literal in literals if PROBLEM.fullmatch(literal)} | set(_said())

    assert used - set(ENTRIES) == set()


def test_the_words_of_problems_say_what_would_be_right() -> None:
    problems = {key: words for key, words in ENTRIES.items() if PROBLEM.fullmatch(key)}

    assert [key for key, words in problems.items() if ";" not in words["en"]] == []
    assert [key for key, words in problems.items() if "；" not in words["zh"]] == []


def test_no_two_problems_share_a_code() -> None:
    problems = [key for key in ENTRIES if PROBLEM.fullmatch(key)]
    per_language = re.compile("-(english|chinese)$")

    codes = {key.partition("-")[0] for key in problems}
    assert len(codes) == len({per_language.sub("", key) for key in problems})


def test_a_value_is_inserted_by_name_whatever_it_contains() -> None:
    assert "“{id} {0.x}”" in say("E301-no-model", "en", id="{id} {0.x}")
    assert "“达芬奇”" in say("E301-no-model", "zh", id="达芬奇")


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("no.such-key", "en")


def _values(words: str) -> set[str]:
    """Return the names of the values that words insert."""
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def _is_name(value: str) -> bool:
    return value.isidentifier()


def _keys(path: Path) -> list[str]:
    """Return the keys of a file as they are written, twice where one stands twice."""
    node = yaml.compose(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    assert isinstance(node, yaml.MappingNode)
    return [key.value for key, _ in node.value]


def _literals() -> tuple[set[str], set[str]]:
    """Return all texts in the code, and what texts with inserted values begin with."""
    literals: set[str] = set()
    beginnings: set[str] = set()
    for node in _nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            literals.add(node.value)
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            beginning = str(node.values[0].value)
            if beginning.endswith("."):
                beginnings.add(beginning)
    return literals, beginnings


def _said() -> Iterator[str]:
    """Yield every key that is written out where `say` is called."""
    for node in _nodes():
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "say"
            and isinstance(node.args[0], ast.Constant)
        ):
            yield str(node.args[0].value)


def _nodes() -> Iterator[ast.AST]:
    for path in PACKAGE.rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))
