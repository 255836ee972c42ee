"""One deck file as nodes: plain values, each with the line and column where it stands.

Built from the parser's events. Composing a document is left out on purpose: it follows
100,000 nested brackets into a crash of the interpreter, and hides anchors.
"""

from __future__ import annotations

from collections.abc import Iterable

import yaml
from msgspec import Struct

from explainer.characters import parsable, readable
from explainer.deck.plain import DEEPEST, MOST_VALUES, Plain
from explainer.deck.syntax import syntax_problem
from explainer.errors import Problem

MOST_PROBLEMS = 100
"""After so many refusals the rest of a file is not looked at."""


class Node:
    """A scalar, list or mapping of a file, and where it begins."""

    __slots__ = ("column", "items", "keys", "line", "plain")

    def __init__(self, line: int, column: int, plain: Plain) -> None:
        self.line = line
        self.column = column
        self.plain = plain
        """The same as text, lists and dicts."""
        self.items: list[Node] | dict[str, Node] = []
        """The nodes in a list or mapping."""
        self.keys: dict[str, Node] = {}
        """In a mapping: where each of its keys stands."""

    def at(self, keys: Iterable[str | int]) -> Node:
        """Return the node that `keys` lead to; where they lead too far, the last on the way."""
        node = self
        for key in keys:
            match node.items, key:
                case dict() as entries, str() if key in entries:
                    node = entries[key]
                case list() as items, int() if key < len(items):
                    node = items[key]
                case _:
                    return node
        return node


class Parsed(Struct, frozen=True):
    """What came of reading one file."""

    root: Node | None
    """None where the file cannot be understood at all."""
    problems: tuple[Problem, ...]


def parse(text: str, file: str, most: int = MOST_VALUES) -> Parsed:
    """Return the nodes of `text`; what is refused or cannot be understood becomes problems.

    At most `most` values are read. All scalars stay text. Tags, anchors, aliases, keys that
    stand twice, several documents and more than `DEEPEST` levels are refused.
    """
    try:
        builder = _Builder(text, file, most)
    except UnicodeEncodeError as error:
        return Parsed(None, (syntax_problem(error, text, file),))
    root: Node | None = None
    try:
        root = builder.document()
    except _GivenUpError:
        pass
    except yaml.YAMLError as error:
        builder.problems.append(syntax_problem(error, text, file))
    finally:
        builder.close()
    return Parsed(root, tuple(builder.problems))


class _GivenUpError(Exception):
    """The rest of the file would only give misleading messages."""


class _Builder:
    """Takes the parser's events one by one and makes nodes of them."""

    def __init__(self, text: str, file: str, most: int) -> None:
        self.file = file
        self._left = most
        self.problems: list[Problem] = []
        self._loader = yaml.CBaseLoader(parsable(text))

    def close(self) -> None:
        """Let go of the parser."""
        self._loader.dispose()

    def document(self) -> Node:
        """Return the only document; an empty file is an empty mapping."""
        self._next()  # the stream's start
        if isinstance(self._next(), yaml.StreamEndEvent):
            return Node(1, 1, {})
        root = self._node(self._next(), 1)
        self._next()  # the document's end
        second = self._next()
        if not isinstance(second, yaml.StreamEndEvent):
            self._refuse("E106-second-document", second)
        return root

    def _next(self) -> yaml.Event | None:
        return self._loader.get_event()

    def _node(self, event: yaml.Event | None, depth: int) -> Node:
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            self._refuse("E104-anchor", event)  # an alias is the only other that can stand here
            raise _GivenUpError
        if event.tag is not None:
            self._refuse("E105-tag", event, tag=event.tag)
        if event.anchor is not None:
            self._refuse("E104-anchor", event)
        self._left -= 1
        if self._left < 0:
            self._refuse("E131-many-values", event, most=str(MOST_VALUES))
            raise _GivenUpError
        if isinstance(event, yaml.ScalarEvent):
            return Node(*_place(event), readable(event.value))
        if depth > DEEPEST:
            self._refuse("E103-too-deep", event, deepest=str(DEEPEST))
            raise _GivenUpError
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        return self._mapping(event, depth)

    def _list(self, start: yaml.Event, depth: int) -> Node:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        node = Node(*_place(start), [item.plain for item in items])
        node.items = items
        return node

    def _mapping(self, start: yaml.Event, depth: int) -> Node:
        items: dict[str, Node] = {}
        keys: dict[str, Node] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            name = key.plain
            if not isinstance(name, str):
                self._refuse("E108-key-is-no-word", event)
            elif name in items:
                first = f"{self.file}:{keys[name].line}"
                self._refuse("E107-key-twice", event, name=name, first=first)
            else:
                items[name] = value
                keys[name] = key
        node = Node(*_place(start), {name: item.plain for name, item in items.items()})
        node.items = items
        node.keys = keys
        return node

    def _refuse(self, key: str, event: yaml.Event | None, **values: str) -> None:
        line, column = _place(event)
        values_in_order = tuple(values.items())
        self.problems.append(Problem(key, self.file, line, column, values=values_in_order))
        if len(self.problems) >= MOST_PROBLEMS:
            raise _GivenUpError


def _place(event: yaml.Event | None) -> tuple[int, int]:
    """Return line and column where an event begins, both from 1."""
    mark = event.start_mark if event else None
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
