"""Decks with one kind of optional key left out, made from the files of a whole one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

import msgspec

from explainer.deck import Deck
from explainer.deck.load import check_texts, is_data, read_plains
from explainer.schema import DeckFile, Record

Key = tuple[str, str]
"""A record type and the name of one of its optional keys."""


def optional_keys(texts: Mapping[str, str]) -> tuple[Key, ...]:
    """Return the optional keys that the files give somewhere."""
    found: dict[Key, None] = {}
    for plain in plains(texts).values():
        for record, held in records(plain, DeckFile):
            for field in msgspec.structs.fields(record):
                if not field.required and field.encode_name in held:
                    found[record.__name__, field.encode_name] = None
    return tuple(found)


def deck_without(texts: Mapping[str, str], key: Key) -> Deck | None:
    """Return the deck of the files with a key left out everywhere; None where it is refused."""
    files = plains(texts)
    for plain in files.values():
        for record, held in [*records(plain, DeckFile)]:
            if record.__name__ == key[0]:
                held.pop(key[1], None)
    data = {file: it for file, it in texts.items() if is_data(file)}
    written = {file: json.dumps(it, ensure_ascii=False) for file, it in files.items()}
    return check_texts({**written, **data}, "test")[0]


def loaded_without(deck: Deck, key: Key) -> Deck:
    """Return a deck that was read with a key left out everywhere, unchecked."""
    plain = msgspec.to_builtins(deck)
    for record, held in [*records(plain, Deck)]:
        if record.__name__ == key[0]:
            held.pop(key[1], None)
    return msgspec.convert(plain, Deck)


def plains(texts: Mapping[str, str]) -> dict[str, Any]:
    """Return what the files hold, but for data; whoever asks may change it."""
    found, _ = read_plains({file: it for file, it in texts.items() if not is_data(file)})
    return dict(found)


def records(plain: Any, its_type: Any) -> Iterator[tuple[type[msgspec.Struct], dict[str, Any]]]:  # noqa: ANN401 - as YAML has it
    """Yield every mapping that is a record, with its type."""
    if isinstance(its_type, type) and issubclass(its_type, msgspec.Struct):
        if isinstance(plain, dict):
            yield its_type, plain
            for field in msgspec.structs.fields(its_type):
                if field.encode_name in plain:
                    yield from records(plain[field.encode_name], field.type)
        return
    inner = get_args(its_type)
    if get_origin(its_type) is tuple:
        for item in plain if isinstance(plain, list) else ():
            yield from records(item, inner[0])
    elif get_origin(its_type) in (dict, Mapping):
        for item in plain.values() if isinstance(plain, dict) else ():
            yield from records(item, inner[1])
    elif inner:
        yield from records(plain, _meant(plain, inner))


def _meant(plain: Any, kinds: tuple[Any, ...]) -> Any:  # noqa: ANN401 - as YAML has it
    """Return which of the types of a union a value is written for."""
    wanted = plain.get("kind", "map") if isinstance(plain, dict) else None
    known = [it for it in kinds if it is not type(None)]
    return next((it for it in known if _tag(it) == wanted), known[0])


def _tag(its_type: Any) -> object:  # noqa: ANN401 - a type
    is_record = isinstance(its_type, type) and issubclass(its_type, Record)
    return its_type.__struct_config__.tag if is_record else None
