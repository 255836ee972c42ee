"""A deck is examined in a process of its own: the window stays free, and can end it at any time.

What comes of it is written to stdout, each message behind its length in four bytes. The process
is given a place as the hexadecimal of its bytes, because a path need not be text.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec
from msgspec import Struct

from explainer.deck.examined import Examined
from explainer.deck.load import check_texts
from explainer.deck.notrun import Reason
from explainer.deck.reading import deck_texts, shown_name
from explainer.errors import in_order

LENGTH_BYTES = 4


class Phase(Struct, frozen=True, tag="phase"):
    """What begins now."""

    name: Literal["check", "preview"]


class Found(Struct, frozen=True, tag="found"):
    """All that was found up to here."""

    examined: bytes
    """As `Examined.packed` makes it."""
    last: bool
    """Nothing comes after it."""


class Fit(Struct, frozen=True, tag="fit"):
    """How far the measuring of slides has come."""

    done: int
    total: int


Message = Phase | Found | Fit


def framed(message: Message) -> bytes:
    """Return `message` as it is written."""
    content = msgspec.msgpack.encode(message)
    return len(content).to_bytes(LENGTH_BYTES, "big") + content


class Reader:
    """Takes bytes as they come and gives whole messages."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def take(self, more: bytes) -> list[Message]:
        """Return the messages that are whole now.

        Raises:
            msgspec.DecodeError: these are no messages.
        """
        self._waiting += more
        found: list[Message] = []
        while len(self._waiting) >= LENGTH_BYTES:
            end = LENGTH_BYTES + int.from_bytes(self._waiting[:LENGTH_BYTES], "big")
            if len(self._waiting) < end:
                break
            content = bytes(self._waiting[LENGTH_BYTES:end])
            found.append(msgspec.msgpack.decode(content, type=Message))
            del self._waiting[:end]
        return found


def main(arguments: list[str], out: BinaryIO) -> None:
    """Examine the deck at the first of `arguments`; measure it if the second is `measure`."""
    place, task = arguments
    try:
        _examine(Path(os.fsdecode(bytes.fromhex(place))), out, measure=task == "measure")
    except BrokenPipeError:
        os._exit(1)  # nobody listens any more


def _examine(place: Path, out: BinaryIO, *, measure: bool) -> None:
    def send(message: Message) -> None:
        out.write(framed(message))
        out.flush()

    send(Phase("check"))
    texts, unread = deck_texts(place)
    name = shown_name(place)
    deck, problems = check_texts(texts, name, unread)
    send(Phase("preview"))
    measures = measure and deck is not None
    send(Found(Examined(name, texts, problems, deck).packed(), last=not measures))
    if not measures or deck is None:
        return
    from explainer.views.measuring import measured, not_measured

    reason: Reason | None = not_measured(deck)
    if reason is None:
        for so_far in measured(deck, texts):
            send(Fit(so_far.done, so_far.total))
            found = so_far.problems
        problems = in_order((*problems, *found))
    send(Found(Examined(name, texts, problems, deck, reason).packed(), last=True))


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdout.buffer)
