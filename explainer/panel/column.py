"""A column of words: what is added stands under what was there, and never wider than the column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from explainer.intents import Order
from explainer.lines import balanced, cut
from explainer.picture import (
    Anchor,
    Box,
    Face,
    Hit,
    Ink,
    Picture,
    Ruler,
    Shape,
    Span,
    TextLine,
    line_width,
)
from explainer.schema import Certainty, Language
from explainer.scripts import border_gap
from explainer.strands import certainty_line
from explainer.theme import line_height, number, window_type
from explainer.wording import certainty_word

NARROW = 480.0
"""px of panel under which letters and margins are smaller."""
FLOOR = window_type("floor")
_MIDDLE = 0.355
"""How far a baseline stands below the middle of its line, em."""
_LINE, _LINE_GAP = 1.55, 0.5
"""Of a line of certainty and the gap to its word, em."""
_SHRINK = 0.94


class Linked(Span, frozen=True):
    """Words that can be clicked."""

    order: Order | None = None
    name: str = ""
    """What a screen reader says; the words themselves where it is empty."""
    id: str = ""
    """What hovering previews."""


class Sight(Struct, frozen=True):
    """What of a page was asked for and is to be seen, from `top` to `foot`, px."""

    of: str
    top: float
    foot: float
    lasts: bool = False
    """It stands on every page since it was asked for: whoever turns one begins at its top."""


class Column:
    """Stacks lines from the top. `y` is where the next one begins, px."""

    def __init__(self, width: float, padding: float, language: Language, ruler: Ruler) -> None:
        self.language = language
        self.ruler = ruler
        self.panel = width
        self.left = padding
        self.right = width - padding
        self.y = 0.0
        self.shapes: list[Shape] = []
        self.hits: list[Hit] = []
        self.sight: Sight | None = None

    @property
    def width(self) -> float:
        """How wide words may be, px."""
        return self.right - self.left

    @property
    def narrow(self) -> bool:
        """Whether everything is set smaller."""
        return self.panel < NARROW

    def size(self, name: str) -> float:
        """Return the size of letters with a token's name, px; smaller in a narrow panel."""
        return number("type_window_narrow", name) if self.narrow else window_type(name)

    def leading(self, size: float, name: str = "text") -> float:
        """Return the distance of two baselines, px."""
        return size * line_height(self.language, name)

    def picture(self, foot: float = 0.0) -> Picture:
        """Return all that was added, with `foot` px of air under it."""
        return Picture(
            self.panel, self.y + foot, tuple(self.shapes), tuple(self.hits), ground="surface"
        )

    def skip(self, height: float) -> None:
        """Leave `height` px free."""
        self.y += height

    def rule(self) -> None:
        """Draw a hairline across the column."""
        self.shapes.append(Box(self.left, self.y, self.width, 1.0, fill="line"))

    def words(
        self,
        spans: Iterable[Span],
        size: float,
        *,
        left: float | None = None,
        right: float | None = None,
        most: int = 0,
    ) -> None:
        """Set a paragraph; with `most`, its end is cut off behind that many lines."""
        start = self.left if left is None else left
        end = self.right if right is None else right
        self.lines(self.broken(tuple(spans), size, end - start, most), start, end, size)

    def lines(
        self, lines: Iterable[Sequence[Span]], left: float, right: float, size: float
    ) -> None:
        """Set lines that are broken already."""
        leading = self.leading(size)
        for line in lines:
            self.line(line, left, self.y + leading / 2, size, width=right - left)
            self.y += leading

    def with_tail(
        self,
        lines: Sequence[tuple[Span, ...]],
        tail: tuple[Span, ...],
        left: float,
        right: float,
        size: float,
    ) -> None:
        """Set lines, and `tail` behind the last one or, where it does not fit, under it."""
        joined = (*lines[-1], Span("  "), *tail)
        if line_width(self.ruler, joined, size) <= right - left:
            self.lines((*lines[:-1], joined), left, right, size)
        else:
            under = self.ruler.lines(tail, size, right - left)
            self.lines((*lines, *under), left, right, size)

    def broken(
        self, spans: tuple[Span, ...], size: float, width: float, most: int = 0
    ) -> tuple[tuple[Span, ...], ...]:
        """Return the lines of a paragraph, the last one with an ellipsis where it goes on."""
        lines = self.ruler.lines(spans, size, width)
        if not most or len(lines) <= most:
            return lines
        return (*lines[: most - 1], cut(self.ruler, lines[most - 1], size, width))

    def headline(self, text: str, size: float, least: float, most: int) -> None:
        """Set a sentence in the headline's face, smaller where it needs more than `most` lines."""
        spans = (Span(text, "headline"),)
        while True:
            lines = balanced(self.ruler, spans, size, self.width, most)
            wide = max((line_width(self.ruler, line, size) for line in lines), default=0.0)
            if size <= least or (len(lines) <= most and wide <= self.width):
                break
            size = max(least, size * _SHRINK)
        leading = self.leading(size, "headline")
        for line in lines:
            self.line(line, self.left, self.y + leading / 2, size, width=self.width)
            self.y += leading

    def line(  # noqa: PLR0913 - words, a place and their room
        self,
        spans: Sequence[Span],
        x: float,
        middle: float,
        size: float,
        *,
        width: float = 0.0,
        anchor: Anchor = "start",
    ) -> float:
        """Set one line about its `middle`; return how wide it is, px.

        With `width` it is set smaller where it would be wider, down to the floor; then its end
        is cut off.
        """
        long = line_width(self.ruler, spans, size)
        if width and long > width:
            size = max(FLOOR, size * width / long)
            long = line_width(self.ruler, spans, size)
            if long > width + 1:
                spans = cut(self.ruler, tuple(spans), size, width)
                long = line_width(self.ruler, spans, size)
        y = middle + _MIDDLE * size
        plain = tuple(Span(it.text, it.face, it.ink, it.underline) for it in spans)
        self.shapes.append(TextLine(x, y, plain, size, anchor, width=long))
        begin = x - long * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        if any(isinstance(span, Linked) for span in spans):
            self._link(spans, begin, middle, size)
        return long

    def _link(self, spans: Sequence[Span], x: float, middle: float, size: float) -> None:
        """Let the linked ones of `spans`, set from `x` on, be clicked."""
        before = ""
        for span in spans:
            x += border_gap(before, span.text) * size if before else 0.0
            own = self.ruler.width(span.text, span.face, size)
            if isinstance(span, Linked) and span.order is not None:
                left, top = x - 2, middle - size * 0.75
                name = span.name or span.text
                hit = Hit(left, top, own + 4, size * 1.5, span.order, name, span.id, radius=4.0)
                self.hits.append(hit)
            x += own
            before = span.text

    def certainty(
        self, certainty: Certainty, x: float, middle: float, size: float, ink: Ink = "muted"
    ) -> float:
        """Draw the line of a certainty with its word; return how wide both are, px."""
        long = size * _LINE
        self.shapes += certainty_line(certainty, x, middle, long, max(2.5, size * 0.18), ink)
        start = x + long + size * _LINE_GAP
        word = self.line(
            (Span(certainty_word(certainty, self.language), ink=ink),), start, middle, size
        )
        return long + size * _LINE_GAP + word

    def certainty_width(self, certainty: Certainty, size: float) -> float:
        """Return how wide the line of a certainty and its word are, px."""
        word = self.ruler.width(certainty_word(certainty, self.language), "text", size)
        return size * (_LINE + _LINE_GAP) + word

    def section(self, title: str, aside: str = "", heads: Sequence[tuple[float, str]] = ()) -> None:
        """Begin a part: its title, something muted at the right, a hairline.

        `heads` name columns at their left edges, px; those that meet the title are left out.
        """
        size = self.size("label")
        self.skip(22 if self.narrow else 26)
        leading = self.leading(size)
        middle = self.y + leading / 2
        long = self.line((Span(title, "strong"),), self.left, middle, size, width=self.width)
        room = self.width - long - 16
        span = Span(aside, ink="muted")
        if aside and self.ruler.width(aside, "text", FLOOR) <= room:
            self.line((span,), self.right, middle, size, width=room, anchor="end")
        elif aside:
            self.y += leading
            self.line((span,), self.left, self.y + leading / 2, size, width=self.width)
        for left, words in heads:
            if left >= self.left + long + 12:
                self.line((Span(words, ink="muted"),), left, middle, size, width=self.right - left)
        self.y += leading + 4
        self.rule()

    def hit(
        self, top: float, order: Order, name: str, id_: str = "", *, under: int | None = None
    ) -> None:
        """Let all from `top` to here, the whole column wide, be clicked.

        With `under` it lies under the hits from that place of the list on: links among the words.
        """
        hit = Hit(self.left - 6, top, self.width + 12, self.y - top, order, name, id_)
        self.hits.insert(len(self.hits) if under is None else under, hit)

    def width_of(self, text: str, face: Face, size: float) -> float:
        """Return how wide `text` is, px."""
        return self.ruler.width(text, face, size)
