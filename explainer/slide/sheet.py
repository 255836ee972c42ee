"""The ground that the body of a slide is composed on: words that fit, certainties, ways to claims.

Lengths are px of the body; sizes of letters are shares of the slide's height.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import replace

from explainer.deck import Deck
from explainer.dress import method_icon, method_ink
from explainer.intents import OpenCard
from explainer.lines import Line, cut, fits, shortened
from explainer.panel.claims import unique
from explainer.panel.rich import named
from explainer.picture import (
    Anchor,
    Box,
    Face,
    Hit,
    Icon,
    Ink,
    Picture,
    Ruler,
    Shape,
    Span,
    TextLine,
    line_width,
)
from explainer.schema import Certainty, Claim, ClaimId, Language, Method
from explainer.slide.measures import Measures
from explainer.strands import certainty_line
from explainer.strings import say
from explainer.theme import line_height, number
from explainer.wording import certainty_word, short_reference

HAIRLINE = 0.0014
"""Share of the slide's height."""
ELLIPSIS = "…"
_MIDDLE = 0.35
"""From the middle of a line down to its baseline, em."""
_SHRINK = 0.97
_CLOSE = 1.17
"""Distance of baselines where there is little room, em."""
_MARK, _MARK_GAP, _MARK_WIDTH = 1.55, 0.5, 0.2
"""Of a line of certainty: its length, the gap to its word, its thickness; em."""


class Words(Struct, frozen=True):
    """Words broken into lines, and the size at which they fit."""

    lines: tuple[Line, ...]
    letters: float
    leading: float
    width: float
    """Of the longest line."""

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last one."""
        return self.leading * len(self.lines)


class Sheet(Struct):
    """Gathers what a body shows; the upper left corner of the body is 0, 0."""

    deck: Deck
    language: Language
    measures: Measures
    width: float
    height: float
    ruler: Ruler
    shapes: list[Shape] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)

    def picture(self) -> Picture:
        """Return all that was gathered."""
        return Picture(self.width, self.height, tuple(self.shapes), tuple(self.hits))

    def share(self, part: float) -> float:
        """Return a share of the slide's height."""
        return self.measures.share(part)

    def type(self, name: str) -> float:
        """Return the size of letters for a use named in the tokens."""
        return self.measures.type(name)

    def leading(self, letters: float) -> float:
        """Return the distance of two baselines in a block of a few lines."""
        return letters * (1.3 if self.language == "en" else 1.4)

    def named(self, text: str, face: Face = "text", ink: Ink = "ink") -> tuple[Span, ...]:
        """Return a text with the names of models in it set in mono."""
        return named(self.deck, text, face, ink)

    def fitted(
        self,
        spans: Sequence[Span],
        letters: float,
        width: float,
        most: int,
        least: float = 0.0,
    ) -> Words:
        """Return `spans` on at most `most` lines: smaller down to `least` px, then cut.

        A cut ends in an ellipsis, so that nothing is left out in silence.
        """
        least = min(letters, least or self.type("label_floor"))
        while letters > least and not fits(self.ruler, spans, letters, width, most):
            letters = max(least, letters * _SHRINK)
        return self.words(shortened(self.ruler, spans, letters, width, most), letters)

    def one_line(self, text: str, letters: float, width: float, face: Face = "text") -> str:
        """Return as much of `text` as one line of `width` px holds, with an ellipsis if cut."""
        if self.ruler.width(text, face, letters) <= width:
            return text
        return "".join(it.text for it in cut(self.ruler, (Span(text, face),), letters, width))

    def words(self, lines: tuple[Line, ...], letters: float) -> Words:
        """Return lines that were broken elsewhere; those of a headline stand closer."""
        leading = self.leading(letters)
        if lines and lines[0] and lines[0][0].face == "headline":
            leading = letters * line_height(self.language, "headline")
        width = max((line_width(self.ruler, line, letters) for line in lines), default=0.0)
        return Words(lines, letters, leading, width)

    def closed(self, words: Words) -> Words:
        """Return `words` with their lines as close as the row of a table wants them."""
        return replace(words, leading=words.letters * _CLOSE)

    def put(
        self,
        words: Words,
        x: float,
        y: float,
        anchor: Anchor = "start",
        id: str = "",  # noqa: A002 - as the field of a shape
    ) -> float:
        """Add `words` with their top at `y`; return where they end."""
        for place, line in enumerate(words.lines):
            base = y + words.leading * (place + 0.5) + words.letters * _MIDDLE
            width = line_width(self.ruler, line, words.letters)
            self.shapes.append(TextLine(x, base, line, words.letters, anchor, width=width, id=id))
        return y + words.height

    def line(  # noqa: PLR0913 - words, a place and a look
        self,
        text: str,
        x: float,
        middle: float,
        letters: float,
        *,
        face: Face = "text",
        ink: Ink = "ink",
        anchor: Anchor = "start",
        id: str = "",  # noqa: A002 - as the field of a shape
    ) -> float:
        """Add one line about the height `middle`; return how wide it is."""
        spans = (Span(text, face, ink),)
        width = line_width(self.ruler, spans, letters)
        y = middle + letters * _MIDDLE
        self.shapes.append(TextLine(x, y, spans, letters, anchor, width=width, id=id))
        return width

    def rule(self, y: float, x: float = 0.0, width: float = -1.0) -> None:
        """Add a hairline, over the whole width where none is given."""
        width = self.width - x if width < 0 else width
        self.shapes.append(Box(x, y, width, self.share(HAIRLINE), fill="line"))

    def divider(self, x: float, y: float, height: float) -> None:
        """Add an upright hairline."""
        self.shapes.append(Box(x, y, self.share(HAIRLINE), height, fill="line"))

    def badge(self, method: Method, x: float, y: float, radius: float) -> None:
        """Add the disc of a method about its centre."""
        ink = method_ink(method, "stroke")
        size = radius * number("badge", "icon")
        self.shapes += [
            Box(x - radius, y - radius, 2 * radius, 2 * radius, radius, fill=ink),
            Icon(method_icon(method), x, y, size, "on_accent", 2.2),
        ]

    def certainty_width(self, certainty: Certainty, letters: float) -> float:
        """Return how wide a certainty is with its line and its word."""
        word = self.ruler.width(certainty_word(certainty, self.language), "text", letters)
        return letters * (_MARK + _MARK_GAP) + word

    def certainty(  # noqa: PLR0913 - a certainty, a place and a look
        self,
        certainty: Certainty,
        x: float,
        middle: float,
        letters: float,
        *,
        ink: Ink = "muted",
        right: bool = False,
    ) -> float:
        """Add the line of a certainty and its word, from `x` on or up to it; return the width."""
        width = self.certainty_width(certainty, letters)
        left = x - width if right else x
        self.shapes += certainty_line(
            certainty, left, middle, letters * _MARK, letters * _MARK_WIDTH, ink
        )
        word = certainty_word(certainty, self.language)
        start = left + letters * (_MARK + _MARK_GAP)
        self.line(word, start, middle, letters, ink=ink, id="certainty")
        return width

    def hit(self, claim: Claim, x: float, y: float, width: float, height: float) -> None:
        """Let a place open the card of a claim."""
        name = claim.text.of(self.language)
        self.hits.append(Hit(x, y, width, height, OpenCard(f"claim:{claim.id}"), name))

    def basis(
        self,
        certainty: Certainty | None,
        claims: Iterable[ClaimId],
        x: float,
        middle: float,
        width: float,
    ) -> float:
        """Add how sure something is and where its claims are read; return the width taken.

        Each place opens the card of its claim; where there is no room, their number is given.
        What rests on nothing has no certainty: then nothing is added.
        """
        if certainty is None:
            return 0.0
        letters = self.type("label")
        end = x + self.certainty(certainty, x, middle, letters)
        places: dict[str, list[Claim]] = {}
        for claim in unique(claims):
            one = self.deck.claims[claim]
            places.setdefault(short_reference(self.deck, one, self.language), []).append(one)
        for place, (text, its_claims) in enumerate(places.items()):
            words, claimed = text, its_claims
            left = len(places) - place
            room = x + width - end - letters * 0.9
            rest = self._rest(left - 1, first=False)
            tail = letters * 0.9 + self.ruler.width(rest, "text", letters) if rest else 0.0
            fits_in = self.ruler.width(words, "text", letters) + tail <= room
            if not fits_in:
                words = self._rest(left, first=place == 0)
                claimed = [*chain.from_iterable([*places.values()][place:])]
            if self.ruler.width(words, "text", letters) > room:
                break
            end += letters * 0.9
            wide = self.line(words, end, middle, letters, ink="muted", id="reference")
            # One place may hold several claims: each has its part of the words.
            part = wide / len(claimed)
            for at, one in enumerate(claimed):
                self.hit(one, end + at * part, middle - letters * 0.8, part, letters * 1.6)
            end += wide
            if not fits_in:
                break
        return end - x

    def _rest(self, count: int, *, first: bool) -> str:
        """Return how many places are not named: of all, or besides those that are."""
        if not count:
            return ""
        if count == 1:
            return say("word.places.one" if first else "word.more.one", self.language)
        return say("word.places" if first else "word.more", self.language, count=str(count))
