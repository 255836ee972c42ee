"""Views as text that can be copied, sent and pasted into a step: `{select: chatgpt}`."""

from __future__ import annotations

import json
import re

import msgspec

from explainer.deck import Deck, read_view
from explainer.schema import Record, View

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""What needs no quotes: the form of an id."""


def view_text(view: View) -> str:
    """Return `view` as a YAML flow mapping; what is left out has its default."""
    return _mapping(view)


def view_from_text(deck: Deck, text: str) -> View:
    """Return the view that `text` describes.

    Raises:
        DeckError: it cannot be understood, or names what the deck does not have; the problems
            stand in the "file" `--view`.
    """
    return read_view(text, deck)


def _mapping(record: Record) -> str:
    entries = (
        (field.name, getattr(record, field.name), field.default)
        for field in msgspec.structs.fields(record)
    )
    told = (f"{name}: {_value(value)}" for name, value, default in entries if value != default)
    return "{" + ", ".join(told) + "}"


def _value(value: object) -> str:
    match value:
        case Record():
            return _mapping(value)
        case tuple():
            return "[" + ", ".join(map(_value, value)) + "]"
        case str() if not _PLAIN.fullmatch(value):
            return json.dumps(value)
        case _:
            return str(value)
