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
from explainer.wording import MINUS, certainty_word, clauses, short_reference

_LINE = 28.0
_SIGN = 22.0
_MOST = 2
"""Lines of a claim in a list."""
_SIGN_INKS: dict[str, Ink] = {"+": "fate.gained.color", "−": "fate.lost.color", "?": "muted"}


def claim_row(column: Column, deck: Deck, claim: Claim, *, first: bool) -> None:
    """Add a claim to a list: how sure, what is said in two lines, where it is read, "why?".

    A click anywhere opens its card. `first` stands under the hairline of its title.
    """
    size = column.size("label", 15.0)
    leading = column.leading(size)
    top = column.y
    if not first:
        column.rule()
    column.skip(7)
    middle = column.y + leading / 2
    left = column.left + _LINE + 10
    _line(column, claim, column.left, middle)
    source = Span(short_reference(deck, claim, column.language), ink="muted")
    why = Span(say("panel.why", column.language), underline=True)
    words = named(deck, claim.text.of(column.language))
    if column.narrow:
        lines = column.broken(words, size, column.right - left, _MOST)
        column.with_tail(lines, (source, Span(" "), why), left, column.right, size)
    else:
        widths = [column.width_of(span.text, "text", size) for span in (source, why)]
        column.line((why,), column.right, middle, size, anchor="end")
        column.line((source,), column.right - widths[1] - 16, middle, size, anchor="end")
        right = column.right - sum(widths) - 34
        column.lines(column.broken(words, size, right - left, _MOST), left, right, size)
    column.skip(7)
    _hit(column, deck, claim, top)


def evidence_row(
    column: Column, deck: Deck, claim: Claim, sign: str = "", *, rule: bool = False
) -> None:
    """Add a claim in full, with its source behind it; a click anywhere opens its card.

    Without a sign the line of its certainty stands before it, else at the right.
    """
    size = column.size("label", 15.0)
    air = 8 if rule else 4
    top = column.y
    if rule:
        column.rule()
    column.skip(air)
    middle = column.y + column.leading(size) / 2
    left = column.left + (_SIGN if sign else _LINE + 10)
    right = column.right
    if sign:
        span = Span(sign, "mono-strong", _SIGN_INKS[sign])
        column.line((span,), column.left, middle, size)
        right -= _LINE + 10
        _line(column, claim, column.right - _LINE, middle)
    else:
        _line(column, claim, column.left, middle)
    words = named(deck, claim.text.of(column.language))
    source = Span(short_reference(deck, claim, column.language), ink="muted")
    lines = column.broken(words, size, right - left)
    column.with_tail(lines, (source,), left, right, size)
    column.skip(air)
    _hit(column, deck, claim, top)


def sign_of(claim: Claim, sign: str) -> str:
    """Return the sign of a claim among the evidence: what is open only asks."""
    return "?" if sign == MINUS and claim.certainty == "open" else sign


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


def shown_of(count: int, most: int) -> int:
    """Return how many of `count` claims are listed: a single one more is not hidden."""
    return count if count <= most + 1 else most


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


def _line(column: Column, claim: Claim, x: float, middle: float) -> None:
    column.shapes += certainty_line(claim.certainty, x, middle, _LINE, 3.5)


def _hit(column: Column, deck: Deck, claim: Claim, top: float) -> None:
    language = column.language
    said = (
        claim.text.of(language).rstrip(".。"),
        certainty_word(claim.certainty, language),
        short_reference(deck, claim, language),
    )
    column.hit(top, OpenCard(f"claim:{claim.id}"), clauses(said, language))
