"""Where in a deck something is wrong: by path while it is checked, by line once it is told."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from explainer.deck.nodes import Node, parse
from explainer.errors import Problem

Path = tuple["Path", str | int] | None
"""The way to the parent, and the last key or number; None is the file itself.

A chain and not a list, because a check makes thousands of them and shows hardly any.
"""


class Finding(Struct, frozen=True):
    """A problem whose place is still a path into the content of a file."""

    key: str
    file: str
    path: Path
    values: tuple[tuple[str, str], ...] = ()
    nearest: str = ""
    on_key: bool = False
    """The key at the end of the path is wrong, not what it holds."""


class Places:
    """Knows the line and column of every path; reads a file again when first asked about it."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._roots: dict[str, Node | None] = {}

    def problem(self, finding: Finding) -> Problem:
        """Return `finding` with line and column."""
        node = self._node(finding)
        return Problem(
            finding.key,
            finding.file,
            node.line if node else 0,
            node.column if node else 0,
            written(finding.path),
            finding.values,
            finding.nearest,
        )

    def line(self, file: str, path: Path) -> str:
        """Return `file:line` of a path, to point from one place to another."""
        node = self._root(file)
        return f"{file}:{node.at(keys(path)).line}" if node else file

    def _node(self, finding: Finding) -> Node | None:
        root = self._root(finding.file)
        if root is None or finding.path is None or not finding.on_key:
            return root.at(keys(finding.path)) if root else None
        parent = root.at(keys(finding.path[0]))
        return parent.keys.get(str(finding.path[1]), parent)

    def _root(self, file: str) -> Node | None:
        if file not in self._roots:
            text = self._texts.get(file)
            self._roots[file] = None if text is None else parse(text, file).root
        return self._roots[file]


def keys(path: Path) -> list[str | int]:
    """Return the keys and numbers of `path`, from the file inwards."""
    found: list[str | int] = []
    while path is not None:
        path, key = path
        found.append(key)
    return found[::-1]


def written(path: Path) -> str:
    """Return `path` as it is shown: `stages[2].steps[0].view.select`."""
    parts = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys(path))
    return "".join(parts).removeprefix(".")
