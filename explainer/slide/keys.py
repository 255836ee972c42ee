"""The keys at the foot of a slide: how sure its lines are, and what its methods look like."""

from __future__ import annotations

from explainer.dress import method_ink
from explainer.lines import cut
from explainer.picture import Box, Ink, Ruler, Shape, Span, TextLine, line_width
from explainer.schema import Certainty, Language
from explainer.slide.keyed import Entry
from explainer.strands import certainty_line, swatch
from explainer.strings import say

_KEY: tuple[Certainty, ...] = ("stated", "likely", "open")
_BETWEEN, _BETWEEN_NARROW = 1.1, 0.75
"""Between two entries of the key of certainty, em."""
_WIDE = (1.3, 0.4, 0.9)
"""Of a method: its sample, the gap before its word, the gap behind it; em."""
_NARROW = (0.74, 0.2, 0.28)
"""The same where there is least room."""
_TIGHT = 0.5
"""What words may take of the room behind a key before one of them is shortened, em."""
_TILE = 0.8
"""Height of the sample of a tile, em."""


def certainty_key(  # noqa: PLR0913 - a place and a look
    shapes: list[Shape],
    right: float,
    y: float,
    size: float,
    language: Language,
    ruler: Ruler,
    *,
    narrow: bool = False,
) -> float:
    """Add the key of certainty, ending at `right`, closer if `narrow`; return where it begins."""
    gap = size * (_BETWEEN_NARROW if narrow else _BETWEEN)
    x = right
    for certainty in reversed(_KEY):
        words = say(f"window.key.{certainty}", language)
        width = ruler.width(words, "text", size)
        x -= width
        shapes.append(TextLine(x, y, (Span(words, "text", "muted"),), size, width=width, id="key"))
        x -= size * 2.05
        shapes.extend(certainty_line(certainty, x, y - size * 0.32, size * 1.55, size * 0.2))
        x -= gap
    return x + gap


def least_method_key(
    entries: tuple[Entry, ...], language: Language, size: float, ruler: Ruler
) -> float:
    """Return the width of the narrowest key of methods, px."""
    return _method_key_width(entries, language, size, ruler, _NARROW)


def method_key(  # noqa: PLR0913 - a place and a look
    shapes: list[Shape],
    entries: tuple[Entry, ...],
    language: Language,
    left: float,
    y: float,
    size: float,
    room: float,
    ruler: Ruler,
) -> float:
    """Add the key of methods, beginning at `left`, as wide as `room` px let it be.

    Marks without a cause have a sample of their tile. Return where it ends.
    """
    widest = _method_key_width(entries, language, size, ruler, _WIDE)
    lacking = widest - room
    share = lacking / max(1e-6, widest - least_method_key(entries, language, size, ruler))
    share = min(1.0, max(0.0, share))
    sample, before, behind = (
        size * (wide + (narrow - wide) * share) for wide, narrow in zip(_WIDE, _NARROW, strict=True)
    )
    named = _shortened(entries, language, size, room, ruler)
    x = left
    for method, spans in zip(entries, named, strict=True):
        if method is None:
            tall = size * _TILE
            top = y - size * 0.33 - tall / 2
            tile = Box(x, top, sample, tall, tall * 0.12, fill="mark.tint", id="key-tile")
            shapes.append(tile)
        else:
            middle, thick = y - size * 0.33, size * 0.42
            shapes.extend(swatch(method, x, middle, sample, thick, ground="background"))
        x += sample + before
        width = line_width(ruler, spans, size)
        shapes.append(TextLine(x, y, spans, size, width=width, id="key"))
        x += width + behind
    return x - behind


def _method_key_width(
    entries: tuple[Entry, ...],
    language: Language,
    size: float,
    ruler: Ruler,
    parts: tuple[float, float, float],
) -> float:
    words = sum(ruler.width(_words(each, language), "medium", size) for each in entries)
    return words + size * (sum(parts) * len(entries) - parts[2])


def _shortened(
    entries: tuple[Entry, ...], language: Language, size: float, room: float, ruler: Ruler
) -> list[tuple[Span, ...]]:
    """Return the words of a key; the longest end in an ellipsis where all are too wide together."""
    spans: list[tuple[Span, ...]] = []
    for entry in entries:
        ink: Ink = "muted" if entry is None else method_ink(entry, "text")
        spans.append((Span(_words(entry, language), "medium", ink),))
    widths = [line_width(ruler, it, size) for it in spans]
    left = room + size * _TIGHT - size * (sum(_NARROW) * len(entries) - _NARROW[2])
    most = max(widths, default=0.0)
    # What the shorter ones leave, the longer ones share.
    for place, width in enumerate(sorted(widths)):
        share = left / (len(widths) - place)
        if width > share:
            most = max(share, size)
            break
        left -= width
    return [
        it if width <= most else cut(ruler, it, size, most)
        for it, width in zip(spans, widths, strict=True)
    ]


def _words(entry: Entry, language: Language) -> str:
    return say("slide.no-cause", language) if entry is None else entry.short.of(language)
