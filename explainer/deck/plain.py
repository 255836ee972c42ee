"""One deck file as plain text, lists and dicts: the fast way, for a file in which nothing is odd.

Its careful twin is `nodes.py`, which takes twice as long and knows where everything stands.
"""

from __future__ import annotations

from collections.abc import Callable

import yaml

from explainer.characters import is_unusual, parsable, readable

DEEPEST = 20
"""Lists and mappings within one another; a deck needs about eight."""

Plain = str | list["Plain"] | dict[str, "Plain"]


class OddError(Exception):
    """The file has something in it that `nodes.parse` has to look at."""


def read_plain(text: str) -> Plain:
    """Return what `text` holds, all scalars as text; an empty file is an empty mapping.

    Raises:
        OddError: something is refused or cannot be understood.
    """
    try:
        loader = yaml.CBaseLoader(parsable(text))
    except UnicodeEncodeError as error:
        raise OddError from error
    take = loader.get_event
    try:
        take()  # the stream's start
        if isinstance(take(), yaml.StreamEndEvent):
            return {}
        content = _value(take, take(), 1)
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


def _value(take: Callable[[], yaml.Event | None], event: yaml.Event | None, depth: int) -> Plain:
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
            items.append(_value(take, inner, depth + 1))
        return items
    entries: dict[str, Plain] = {}
    while not isinstance(inner := take(), yaml.MappingEndEvent):
        key = _value(take, inner, depth + 1)
        if not isinstance(key, str) or key in entries:
            raise OddError
        entries[key] = _value(take, take(), depth + 1)
    return entries
