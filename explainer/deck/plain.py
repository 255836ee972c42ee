"""One deck file as plain text, lists and dicts: the fast way, for a file in which nothing is odd.

Its careful twin is `nodes.py`, which takes twice as long and knows where everything stands.
"""

from __future__ import annotations

from collections.abc import Callable

import yaml

from explainer.characters import is_unusual, parsable, readable

DEEPEST = 20
"""Lists and mappings within one another; a deck needs about eight."""
MOST_VALUES = 300_000
"""Keys, values and entries of all files together; the embedded deck has a tenth of it."""

Plain = str | list["Plain"] | dict[str, "Plain"]


class OddError(Exception):
    """The file has something in it that `nodes.parse` has to look at."""


class Allowance:
    """How many more values may be read, of all files of a deck together."""

    def __init__(self, left: int = MOST_VALUES) -> None:
        self.left = left


def read_plain(text: str, allowance: Allowance | None = None) -> Plain:
    """Return what `text` holds, all scalars as text; an empty file is an empty mapping.

    What it holds is taken from the `allowance`.

    Raises:
        OddError: something is refused or cannot be understood, or it is too much.
    """
    allowance = allowance or Allowance()
    try:
        loader = yaml.CBaseLoader(parsable(text))
    except UnicodeEncodeError as error:
        raise OddError from error
    take = loader.get_event
    try:
        take()  # the stream's start
        if isinstance(take(), yaml.StreamEndEvent):
            return {}
        content = _value(take, take(), 1, allowance)
        take()  # the document's end
        if not isinstance(take(), yaml.StreamEndEvent):
            raise OddError
    except yaml.YAMLError as error:
        raise OddError from error
    finally:
        loader.dispose()
    return _readable(content) if is_unusual(text) else content


def _readable(content: Plain) -> Plain:
    """Return `content` with every text composed, and without what nobody sees."""
    if isinstance(content, str):
        return readable(content)
    if isinstance(content, list):
        return [_readable(it) for it in content]
    made = {readable(key): _readable(it) for key, it in content.items()}
    if len(made) < len(content):
        raise OddError
    return made


def _value(
    take: Callable[[], yaml.Event | None],
    event: yaml.Event | None,
    depth: int,
    allowance: Allowance,
) -> Plain:
    """Return the value that begins with `event`."""
    if isinstance(event, yaml.ScalarEvent):
        if event.anchor is not None or event.tag is not None:
            raise OddError
        return str(event.value)
    if (
        not isinstance(event, yaml.CollectionStartEvent)
        or event.anchor is not None
        or event.tag is not None
        or depth > DEEPEST
    ):
        raise OddError
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Plain] = []
        while not isinstance(inner := take(), yaml.SequenceEndEvent):
            items.append(_value(take, inner, depth + 1, allowance))
            if len(items) > allowance.left:
                raise OddError
        allowance.left -= len(items)
        return items
    entries: dict[str, Plain] = {}
    while not isinstance(inner := take(), yaml.MappingEndEvent):
        key = _value(take, inner, depth + 1, allowance)
        if not isinstance(key, str) or key in entries:
            raise OddError
        entries[key] = _value(take, take(), depth + 1, allowance)
        if 2 * len(entries) > allowance.left:
            raise OddError
    allowance.left -= 2 * len(entries)
    return entries
