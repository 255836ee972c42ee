"""The small Markdown of narration and notes: paragraphs, strong words, names and links.

CommonMark is not used: it does not see the end of `**中文。**后文`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from explainer.coverage import is_wide

LinkKind = Literal["term", "claim", "model", "ability", "source"]
LINK_KINDS: tuple[LinkKind, ...] = ("term", "claim", "model", "ability", "source")

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_MARK = re.compile(
    r"\*\*(?P<strong>[^*\s](?:[^*]*[^*\s])?)\*\*"
    r"|`(?P<code>[^`\n]+)`"
    rf"|\[(?P<words>[^\[\]]+)\]\((?P<target>(?:{'|'.join(LINK_KINDS)}):[^\s()]+)\)"
)
_LINK = re.compile(r"\[[^\[\]]+\]\((?P<target>[^()]*)\)")


class Span(Struct, frozen=True):
    """Words of one look."""

    text: str
    kind: Literal["plain", "strong", "code", "link"] = "plain"
    target: str = ""
    """Of a link: `term:cot`."""


class Block(Struct, frozen=True):
    """A paragraph: its spans in order; a line break of the source is a space, or nothing."""

    spans: tuple[Span, ...]

    def __iter__(self) -> Iterator[Span]:
        return iter(self.spans)

    @property
    def text(self) -> str:
        """Return the words without their looks."""
        return "".join(span.text for span in self.spans)


def parse(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of `text`. Whatever is no mark stays as it is; nothing is an error."""
    blocks = (part.strip() for part in _BLANK_LINES.split(text.replace("\r\n", "\n")))
    return tuple(Block(tuple(_spans(_one_line(block)))) for block in blocks if block)


def plain(text: str) -> str:
    """Return the words of `text` alone, its paragraphs on lines of their own."""
    return "\n".join(block.text for block in parse(text))


def links(text: str) -> tuple[tuple[str, int], ...]:
    """Return the target of everything written as a link, and where in `text` it begins.

    Also of those that `parse` leaves as they are because they lead nowhere it knows.
    """
    return tuple((found["target"], found.start()) for found in _LINK.finditer(text))


def _spans(text: str) -> Iterator[Span]:
    position = 0
    for mark in _MARK.finditer(text):
        if mark.start() > position:
            yield Span(text[position : mark.start()])
        position = mark.end()
        if mark["strong"]:
            yield from _strong(mark["strong"])
        elif mark["code"]:
            yield Span(mark["code"], "code")
        else:
            yield Span(mark["words"], "link", mark["target"])
    if position < len(text):
        yield Span(text[position:])


def _strong(text: str) -> Iterator[Span]:
    """Yield strong words; a name or a link among them keeps its own look."""
    for span in _spans(text):
        yield Span(span.text, "strong") if span.kind == "plain" else span


def _one_line(block: str) -> str:
    """Join the lines of a paragraph: with a space, but none beside a Chinese character."""
    first, *others = (line.strip() for line in block.split("\n"))
    for line in others:
        gap = "" if is_wide(first[-1:] or " ") or is_wide(line[:1] or " ") else " "
        first += gap + line
    return first
