"""Rows that lead somewhere: words at the left, something muted at the right, one click."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.deck import Deck
from explainer.intents import OpenCard, Order
from explainer.panel.claims import SIGN_INKS
from explainer.panel.column import Column
from explainer.panel.rich import named
from explainer.picture import Span
from explainer.schema import ClaimId, Text
from explainer.wording import certainty_word, clauses

_SIGN = 22.0
_GAP = 16.0


def link_row(  # noqa: PLR0913 - words, where they lead, and what is beside them
    column: Column,
    words: Sequence[Span],
    order: Order,
    *,
    aside: str = "",
    name: str = "",
    subject: str = "",
    left: float = 0.0,
) -> None:
    """Add a row of at most two lines that leads somewhere; `left` px are free before it."""
    size = column.size("label")
    top = column.y
    column.skip(4)
    right = column.right
    if aside:
        middle = column.y + column.leading(size) / 2
        right -= _GAP + column.line((Span(aside, ink="muted"),), right, middle, size, anchor="end")
    linked = tuple(Span(it.text, it.face, it.ink, underline=True) for it in words)
    column.words(linked, size, left=column.left + left, right=right, most=2)
    column.skip(4)
    said = name or "".join(span.text for span in words)
    column.hit(top, order, said, subject)


def claim_link(
    column: Column, deck: Deck, claim: ClaimId, *, sign: str = "", words: Text | None = None
) -> None:
    """Add one line or two on a claim, with its certainty at the right; a click opens its card."""
    language = column.language
    its = deck.claims[claim]
    size = column.size("label")
    top = column.y
    column.skip(4)
    middle = column.y + column.leading(size) / 2
    left = column.left
    if sign:
        column.line((Span(sign, "mono-strong", SIGN_INKS[sign]),), left, middle, size)
        left += _SIGN
    sure = column.certainty_width(its.certainty, size)
    column.certainty(its.certainty, column.right - sure, middle, size)
    text = (words or its.text).of(language)
    spans = tuple(Span(it.text, it.face, it.ink, underline=True) for it in named(deck, text))
    column.words(spans, size, left=left, right=column.right - sure - _GAP, most=2)
    column.skip(4)
    said = clauses((text.rstrip(".。"), certainty_word(its.certainty, language)), language)
    column.hit(top, OpenCard(f"claim:{claim}"), said, f"claim:{claim}")
