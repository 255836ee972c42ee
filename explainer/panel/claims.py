"""Claims in a list: how sure, what is said, who says it, and the way to its card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from explainer.deck import Deck
from explainer.disputes import discrepancies_of
from explainer.dress import method_ink
from explainer.intents import OpenCard, ToggleEstablished
from explainer.panel.column import Column, Linked
from explainer.panel.rich import named
from explainer.picture import Box, Face, Ink, Span, line_width
from explainer.schema import Certainty, Claim, ClaimId, Language, MethodId, View
from explainer.strands import certainty_line, swatch
from explainer.strings import say
from explainer.wording import MINUS, certainty_word, clauses, pair, short_reference

_LINE = 28.0
_SIGN = 22.0
_MOST = 2
"""Lines of a claim in a list."""
_SOURCE = 0.22
"""Share of a row up to which a source stands at its end; a longer one follows the words."""
_TAIL = 0.4
"""Share of a row up to which source and "why?" stand at its end; longer ones follow the words."""
UNLIKE = "≠"
SIGN_INKS: dict[str, Ink] = {"+": "fate.gained.color", "−": "fate.lost.color", "?": "muted"}


def claim_row(column: Column, deck: Deck, claim: Claim, *, first: bool) -> None:
    """Add a claim to a list: how sure, what is said in two lines, where it is read, "why?".

    A click anywhere opens its card. `first` stands under the hairline of its title.
    """
    size = column.size("label")
    leading = column.leading(size)
    top, place = column.y, len(column.hits)
    if not first:
        column.rule()
    column.skip(7)
    middle = column.y + leading / 2
    left = column.left + _LINE + 10
    _line(column, claim, column.left, middle)
    source = Span(short_reference(deck, claim, column.language), ink="muted")
    why = Span(say("panel.why", column.language), underline=True)
    words = named(deck, claim.text.of(column.language))
    disputed = unlike(deck, (claim.id,), column.language)
    tail = (*disputed, Span(" " * len(disputed)), source, Span(" "), why)
    if column.narrow or line_width(column.ruler, tail, size) > _TAIL * (column.right - left):
        lines = column.broken(words, size, column.right - left, _MOST)
        column.with_tail(lines, tail, left, column.right, size)
    else:
        right = column.right
        for span in (why, source, *disputed):
            column.line((span,), right, middle, size, anchor="end")
            right -= column.width_of(span.text, span.face, size) + 16
        right -= 2
        column.lines(column.broken(words, size, right - left, _MOST), left, right, size)
    column.skip(7)
    _hit(column, deck, claim, top, place)


def unlike(
    deck: Deck, claims: Iterable[ClaimId], language: Language, words: str = ""
) -> tuple[Linked, ...]:
    """Return the mark of claims on which sources differ, with the way to their card; else nothing.

    `words` follow the mark.
    """
    found = discrepancies_of(deck, claims)
    if not found:
        return ()
    count = f" ({len(found)})" if words and len(found) > 1 else ""
    card = f"discrepancy:{found[0].id}"
    said = pair(say("panel.sources-differ", language), found[0].says.of(language), language)
    mark = f"{UNLIKE} {words}{count}" if words else UNLIKE
    face: Face = "text" if words else "mono-strong"
    underline = bool(words)
    return (Linked(mark, face, underline=underline, order=OpenCard(card), name=said, id=card),)


def evidence_row(
    column: Column, deck: Deck, claim: Claim, sign: str = "", *, rule: bool = False
) -> None:
    """Add a claim in full, its source at the end of the row; a click anywhere opens its card.

    Without a sign the line of its certainty stands before it, else at the right.
    """
    size = column.size("label")
    air = 8
    top, place = column.y, len(column.hits)
    if rule:
        column.rule()
    column.skip(air)
    middle = column.y + column.leading(size) / 2
    left = column.left + (_SIGN if sign else _LINE + 10)
    right = column.right
    if sign:
        span = Span(sign, "mono-strong", SIGN_INKS[sign])
        column.line((span,), column.left, middle, size)
        right -= _LINE + 10
        _line(column, claim, column.right - _LINE, middle)
    else:
        _line(column, claim, column.left, middle)
    words = named(deck, claim.text.of(column.language))
    source = Span(short_reference(deck, claim, column.language), ink="muted")
    disputed = unlike(deck, (claim.id,), column.language)
    tail = (*disputed, Span(" "), source) if disputed else (source,)
    wide = line_width(column.ruler, tail, size)
    if wide <= _SOURCE * (right - left):
        column.line(tail, right, middle, size, anchor="end")
        right -= wide + 16
        column.lines(column.broken(words, size, right - left), left, right, size)
    else:
        column.with_tail(column.broken(words, size, right - left), tail, left, right, size)
    column.skip(air)
    _hit(column, deck, claim, top, place)


def sign_of(claim: Claim, sign: str) -> str:
    """Return the sign of a claim among the evidence: what is open only asks."""
    return "?" if sign == MINUS and claim.certainty == "open" else sign


def more_claims(column: Column, hidden: Sequence[ClaimId], *, rule: bool = True) -> None:
    """Add how many more there are, and a way to each of them."""
    if not hidden:
        return
    size = column.size("label")
    words = say("panel.more", column.language, count=str(len(hidden)))
    spans: list[Span] = [Span(words, ink="muted")]
    for claim in hidden:
        spans += [
            Span("  "),
            Linked(
                claim, "mono", underline=True, order=OpenCard(f"claim:{claim}"), id=f"claim:{claim}"
            ),
        ]
    if rule:
        column.rule()
    column.skip(7)
    column.words(spans, size)
    column.skip(4)


def kept(deck: Deck, view: View, claims: Iterable[ClaimId]) -> tuple[tuple[ClaimId, ...], int]:
    """Return the claims that the filter leaves, and how many it hides."""
    every = unique(claims)
    left = tuple(it for it in every if not view.established or _is_stated(deck, it))
    return left, len(every) - len(left)


def claims_section(  # noqa: PLR0913 - claims, their title and what follows them
    column: Column,
    deck: Deck,
    view: View,
    every: Sequence[ClaimId],
    title: str,
    most: int,
    rest: Callable[[Column, Sequence[ClaimId]], None] = more_claims,
) -> None:
    """Add a section of claims, those that matter most first, or nothing where there are none.

    `title` is its key in the strings, `most` the rows it has at most; `rest` adds the ways to the
    other claims.
    """
    claims, hidden = kept(deck, view, sorted(every, key=lambda it: deck.claims[it].rank))
    if not (claims or hidden):
        return
    language = column.language
    column.section(say(title, language), claim_count(len(every), language))
    listed = shown_of(len(claims), most)
    for place, claim in enumerate(claims[:listed]):
        claim_row(column, deck, deck.claims[claim], first=not place)
    rest(column, claims[listed:])
    hidden_line(column, hidden)


def _is_stated(deck: Deck, claim: ClaimId) -> bool:
    return deck.claims[claim].certainty == "stated"


def hidden_line(column: Column, count: int) -> None:
    """Add how much the filter hides, and the way to see it; nothing where it hides nothing."""
    if not count:
        return
    size = column.size("label")
    words = say("panel.hidden", column.language, count=str(count))
    column.skip(7)
    column.words(
        (Linked(words, ink="dimmed_text", underline=True, order=ToggleEstablished()),), size
    )
    column.skip(4)


def claim_count(count: int, language: Language) -> str:
    """Return how many claims there are, in words."""
    key = "panel.claims.one" if count == 1 else "panel.claims.many"
    return say(key, language, count=str(count))


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
    its = deck.methods[method]
    column.shapes += swatch(its, x, middle, 24.0, 8.0, ground=ground)
    words = (Span(its.short.of(column.language), ink=method_ink(its, "text")),)
    return 32.0 + column.line(words, x + 32.0, middle, size, width=width - 32.0)


def chip(column: Column, x: float, middle: float, certainty: Certainty | None, word: str) -> float:
    """Draw a frame with a word, or with a certainty; return how wide it is, px."""
    size, pad, height = column.size("label"), 10.0, 34.0
    if certainty is None:
        inner = column.line((Span(word),), x + pad, middle, size)
    else:
        inner = column.certainty(certainty, x + pad, middle, size, "ink")
    frame = Box(x, middle - height / 2, inner + 2 * pad, height, 6.0, "", "edge_dimmed", 1.0)
    column.shapes.append(frame)
    return inner + 2 * pad


def _line(column: Column, claim: Claim, x: float, middle: float) -> None:
    column.shapes += certainty_line(claim.certainty, x, middle, _LINE, 3.5)


def _hit(column: Column, deck: Deck, claim: Claim, top: float, place: int) -> None:
    language = column.language
    said = (
        claim.text.of(language).rstrip(".。"),
        certainty_word(claim.certainty, language),
        short_reference(deck, claim, language),
    )
    card = f"claim:{claim.id}"
    column.hit(top, OpenCard(card), clauses(said, language), card, under=place)
