"""Claims in a list: how sure, what is said, who says it, and the way to its card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explainer.deck import Deck
from explainer.intents import OpenCard
from explainer.panel.column import Column, Linked
from explainer.panel.rich import named
from explainer.picture import Box, Ink, Span
from explainer.schema import Certainty, Claim, ClaimId, MethodId
from explainer.strands import certainty_line, swatch
from explainer.strings import say
from explainer.wording import certainty_word, clauses, short_reference

_LINE = 28.0
_SIGN = 22.0
_SIGN_INKS: dict[str, Ink] = {"+": "fate.gained.color", "−": "fate.lost.color", "?": "muted"}


def claim_row(  # noqa: PLR0913 - a claim and three ways to set it
    column: Column, deck: Deck, claim: Claim, *, sign: str = "", most: int = 2, rule: bool = True
) -> None:
    """Add one claim: line or sign, words, source; a click anywhere opens its card."""
    size = column.size("label", 15.0)
    top = column.y
    if rule:
        column.rule()
    column.skip(7)
    leading = column.leading(size)
    first = column.y + leading / 2
    source = short_reference(deck, claim, column.language)
    why = say("panel.why", column.language)
    left = column.left + (_SIGN if sign else _LINE + 10)
    if sign:
        span = Span(sign, "mono-strong", _SIGN_INKS[sign])
        column.line((span,), column.left, first, size)
    else:
        thickness = max(2.5, size * 0.22)
        column.shapes += certainty_line(claim.certainty, column.left, first, _LINE, thickness)
    words = (*named(deck, claim.text.of(column.language)),)
    tail = (Span(" " + source + " ", ink="muted"), Span(why, underline=True))
    if column.narrow or sign:
        lines = column.broken(words, size, column.right - left, most)
        last = lines[-1]
        room = column.right - left
        _set(column, lines[:-1], left, size)
        joined = column.ruler.lines((*last, *tail), size, room)
        if len(joined) == 1:
            _set(column, joined, left, size)
        else:
            _set(column, (last, *column.ruler.lines(_stripped(tail), size, room)), left, size)
    else:
        why_width = column.width_of(why, "text", size)
        source_width = column.width_of(source, "text", size)
        right = column.right - why_width - source_width - 34
        column.line(
            (Span(source, ink="muted"),), column.right - why_width - 16, first, size, anchor="end"
        )
        column.line((Span(why, underline=True),), column.right, first, size, anchor="end")
        _set(column, column.broken(words, size, right - left, most), left, size)
    column.skip(7)
    name = clauses(
        (claim.text.of(column.language), certainty_word(claim.certainty, column.language), source),
        column.language,
    )
    column.hit(top, OpenCard(f"claim:{claim.id}"), name)


def more_claims(column: Column, hidden: Sequence[ClaimId], *, rule: bool = True) -> None:
    """Add how many more there are, and a way to each of them."""
    if not hidden:
        return
    size = column.size("label", 15.0)
    words = say("panel.more", column.language, count=str(len(hidden)))
    spans: list[Span] = [Span(words, ink="muted")]
    for claim in hidden:
        spans += [
            Span("  "),
            Linked(claim, "mono", underline=True, order=OpenCard(f"claim:{claim}")),
        ]
    if rule:
        column.rule()
    column.skip(7)
    column.words(spans, size)
    column.skip(4)


def unique(claims: Iterable[ClaimId]) -> tuple[ClaimId, ...]:
    """Return each claim once, in the order in which they come."""
    return tuple(dict.fromkeys(claims))


def cause(  # noqa: PLR0913 - a cause, a place and a look
    column: Column,
    deck: Deck,
    method: MethodId,
    x: float,
    middle: float,
    size: float,
    *,
    width: float,
    ground: Ink = "surface",
) -> float:
    """Draw the swatch and the word of a method, or that no cause is named; return the width."""
    if not method:
        words = (Span(say("panel.no-cause", column.language), ink="muted"),)
        return column.line(words, x, middle, size, width=width)
    style = deck.methods[method].style
    column.shapes += swatch(style, x, middle, 24.0, 8.0, ground=ground)
    words = (Span(deck.methods[method].short.of(column.language), ink=f"method.{style}.text"),)
    return 32.0 + column.line(words, x + 32.0, middle, size, width=width - 32.0)


def chip(column: Column, x: float, middle: float, certainty: Certainty | None, word: str) -> float:
    """Draw a frame with a word, or with a certainty; return how wide it is, px."""
    size, pad, height = column.size("label", 15.0), 10.0, 34.0
    if certainty is None:
        inner = column.line((Span(word),), x + pad, middle, size)
    else:
        inner = column.certainty(certainty, x + pad, middle, size, "ink")
    frame = Box(x, middle - height / 2, inner + 2 * pad, height, 6.0, "", "edge_dimmed", 1.0)
    column.shapes.append(frame)
    return inner + 2 * pad


def _set(column: Column, lines: Iterable[Sequence[Span]], left: float, size: float) -> None:
    leading = column.leading(size)
    for line in lines:
        column.line(line, left, column.y + leading / 2, size, width=column.right - left)
        column.y += leading


def _stripped(tail: Sequence[Span]) -> tuple[Span, ...]:
    first, *others = tail
    return (Span(first.text.lstrip(), first.face, first.ink), *others)
