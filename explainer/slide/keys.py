"""The keys at the foot of a slide: how sure its lines are, and what its methods look like."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.dress import method_ink
from explainer.picture import Ruler, Shape, Span, TextLine
from explainer.schema import Certainty, Language
from explainer.strands import certainty_line, swatch
from explainer.strings import say

_KEY: tuple[Certainty, ...] = ("stated", "likely", "open")
_BETWEEN, _BETWEEN_NARROW = 1.1, 0.75
"""Between two entries of the key of certainty, em."""
_WIDE = (1.3, 0.4, 0.9)
"""Of a method: its sample, the gap before its word, the gap behind it; em."""
_NARROW = (0.74, 0.2, 0.28)
"""The same where there is least room."""


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


def least_method_key(deck: Deck, language: Language, size: float, ruler: Ruler) -> float:
    """Return the width of the narrowest key of methods, px."""
    return _method_key_width(deck, language, size, ruler, _NARROW)


def method_key(  # noqa: PLR0913 - a place and a look
    shapes: list[Shape],
    deck: Deck,
    language: Language,
    left: float,
    y: float,
    size: float,
    room: float,
    ruler: Ruler,
) -> float:
    """Add the key of methods, beginning at `left`, as wide as `room` px let it be.

    Return where it ends.
    """
    widest = _method_key_width(deck, language, size, ruler, _WIDE)
    lacking = widest - room
    share = lacking / max(1e-6, widest - least_method_key(deck, language, size, ruler))
    share = min(1.0, max(0.0, share))
    sample, before, behind = (
        size * (wide + (narrow - wide) * share) for wide, narrow in zip(_WIDE, _NARROW, strict=True)
    )
    x = left
    for method in deck.methods.values():
        shapes.extend(swatch(method, x, y - size * 0.33, sample, size * 0.42, ground="background"))
        x += sample + before
        words = method.short.of(language)
        width = ruler.width(words, "medium", size)
        spans = (Span(words, "medium", method_ink(method, "text")),)
        shapes.append(TextLine(x, y, spans, size, width=width, id="key"))
        x += width + behind
    return x - behind


def _method_key_width(
    deck: Deck, language: Language, size: float, ruler: Ruler, parts: tuple[float, float, float]
) -> float:
    names = [method.short.of(language) for method in deck.methods.values()]
    words = sum(ruler.width(name, "medium", size) for name in names)
    return words + size * (sum(parts) * len(names) - parts[2])
