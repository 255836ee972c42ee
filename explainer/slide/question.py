"""A question with its answers as cards, and the same cards once the answer is known."""

from __future__ import annotations

from msgspec import Struct

from explainer.lineage import weakest
from explainer.lines import fits
from explainer.picture import Box, Face, Ink, Picture, Span
from explainer.schema import QuestionSlide, RevealSlide
from explainer.slide.sheet import Sheet, Words

LETTERS = "ABCD"
_FIRST, _GAP = 0.075, 0.037
"""Where the cards begin if there is room, and the gap between two; shares of the slide's height,
as all that follow."""
_REVEAL = 0.235
"""Room for the answer's sentence below the cards."""
_AIR = 0.045
"""Above the answer's sentence."""
_UPRIGHT = 3
"""How many cards stand in one row, each with its letter above its words."""
_TALL, _LEAST_TALL, _INSET, _INSET_NARROW = 0.36, 0.3, 0.036, 0.026
"""Height of such a card, the least that it may become, and the room around its words."""
_FLAT = 0.176
"""Height of a card whose words stand beside its letter."""
_BELOW = 1.35
"""Where the words of an upright card begin, in heights of its letter."""
_LEFT, _RIGHT = 0.118, 0.03
"""Beside the words of a flat card."""
_TWO_COLUMNS = 4
"""How many flat cards stand in two columns; fewer lie below one another."""


class _Cards(Struct, frozen=True):
    """How the cards of a question stand, px."""

    columns: int
    width: float
    height: float
    words: tuple[Words, ...]
    upright: bool = False


def question_picture(sheet: Sheet, slide: QuestionSlide) -> Picture:
    """Return the answers to choose from; the question itself is the headline."""
    _cards(sheet, slide, None)
    return sheet.picture()


def reveal_picture(sheet: Sheet, slide: RevealSlide, question: QuestionSlide | None) -> Picture:
    """Return the cards with the answer framed, its sentence below them and how sure it is."""
    foot = _cards(sheet, question, question.answer) if question else sheet.share(_FIRST)
    letters = sheet.type("answer")
    # The Chinese face has no weight between that of a text and a strong one.
    face: Face = "medium" if sheet.language == "en" else "strong"
    spans = sheet.named(slide.says.of(sheet.language), face)
    words = sheet.fitted(spans, letters, sheet.width, 2, sheet.type("body_floor"))
    y = sheet.put(words, 0, foot + sheet.share(_AIR), id="answer")
    certainty = weakest(sheet.deck.claims[claim].certainty for claim in slide.claims)
    middle = y + sheet.share(0.016) + sheet.type("label") * 0.8
    sheet.basis(certainty, slide.claims, 0, middle, sheet.width)
    return sheet.picture()


def _cards(sheet: Sheet, question: QuestionSlide, answer: int | None) -> float:
    """Add the cards, in the same place before and after; return where they end."""
    count, gap = len(question.options), sheet.share(_GAP)
    made = _upright(sheet, question) or _flat(sheet, question)
    rows = (count + made.columns - 1) // made.columns
    whole = rows * (made.height + gap) - gap
    top = min(sheet.share(_FIRST), max(0.0, sheet.height - sheet.share(_REVEAL) - whole))
    for place in range(count):
        x = (place % made.columns) * (made.width + gap)
        y = top + (place // made.columns) * (made.height + gap)
        box = (x, y, made.width, made.height)
        _card(sheet, place, made.words[place], box, answer, upright=made.upright)
    return top + whole


def _upright(sheet: Sheet, question: QuestionSlide) -> _Cards | None:
    """Return three cards in a row; None where there are more or fewer, or they have no room."""
    inset = _inset(sheet)
    width = (sheet.width - sheet.share(_GAP) * (_UPRIGHT - 1)) / _UPRIGHT
    tall = min(sheet.share(_TALL), sheet.height - sheet.share(_REVEAL))
    room = tall - sheet.type("letter_upright") * _BELOW - 2 * inset
    if len(question.options) != _UPRIGHT or tall < sheet.share(_LEAST_TALL):
        return None
    words = _in_one_size(sheet, question, width - 2 * inset, room)
    return None if words is None else _Cards(_UPRIGHT, width, tall, words, upright=True)


def _flat(sheet: Sheet, question: QuestionSlide) -> _Cards:
    """Return cards over the whole width, or in two columns where there are many."""
    count = len(question.options)
    columns = 2 if count >= _TWO_COLUMNS else 1
    rows = (count + columns - 1) // columns
    gap = sheet.share(_GAP)
    width = (sheet.width - gap * (columns - 1)) / columns
    spare = sheet.height - sheet.share(_REVEAL) - gap * (rows - 1)
    height = min(sheet.share(_FLAT), spare / rows)
    room = width - sheet.share(_LEFT + _RIGHT)
    words = _in_one_size(sheet, question, room, height * 0.92)
    if words is None:
        least, most = sheet.type("body_floor"), max(1, int(height / sheet.type("body_floor") / 1.3))
        words = tuple(sheet.fitted(it, least, room, most) for it in _spans(sheet, question))
    return _Cards(columns, width, height, words)


def _in_one_size(
    sheet: Sheet, question: QuestionSlide, room: float, height: float
) -> tuple[Words, ...] | None:
    """Return the words of all cards in the largest size that fits; None where none does."""
    letters, spans = sheet.type("statement"), _spans(sheet, question)
    while letters >= sheet.type("body_floor"):
        most = int(height / sheet.leading(letters))
        if most and all(fits(sheet.ruler, span, letters, room, most) for span in spans):
            return tuple(sheet.fitted(span, letters, room, most, letters) for span in spans)
        letters *= 0.98
    return None


def _inset(sheet: Sheet) -> float:
    return sheet.share(_INSET_NARROW if sheet.measures.narrow else _INSET)


def _spans(sheet: Sheet, question: QuestionSlide) -> list[tuple[Span, ...]]:
    names = {model.name for model in sheet.deck.models.values()}
    return [
        (Span(text, "mono-strong"),) if text in names else sheet.named(text, "strong")
        for text in (option.of(sheet.language) for option in question.options)
    ]


def _card(  # noqa: PLR0913 - words, a place and a look
    sheet: Sheet,
    place: int,
    words: Words,
    box: tuple[float, float, float, float],
    answer: int | None,
    *,
    upright: bool,
) -> None:
    x, y, width, height = box
    chosen, dimmed = place == answer, answer is not None and place != answer
    line = sheet.share(0.0046 if chosen else 0.0023)
    edge: Ink = "ink" if chosen else "line" if dimmed else "edge_dimmed"
    ground: Ink = "background" if dimmed else "surface"
    radius = sheet.share(0.011)
    sheet.shapes.append(Box(x, y, width, height, radius, ground, edge, line, id=f"card-{place}"))
    inset, size = _inset(sheet), sheet.type("letter_upright" if upright else "letter")
    middle = y + height / 2
    ink: Ink = "dimmed_text" if dimmed else "ink" if chosen else "muted"
    sheet.line(
        LETTERS[place % len(LETTERS)],
        x + (inset if upright else sheet.share(_LEFT / 2)),
        y + inset + size / 2 if upright else middle,
        size,
        face="headline",
        ink=ink,
        anchor="start" if upright else "middle",
        id="letter",
    )
    if dimmed:
        quiet = tuple(
            tuple(Span(span.text, _quiet(span.face), "dimmed_text") for span in line_)
            for line_ in words.lines
        )
        words = Words(quiet, words.letters, words.leading, words.width)
    if upright:
        sheet.put(words, x + inset, y + inset + size * _BELOW, id="option")
    else:
        sheet.put(words, x + sheet.share(_LEFT), middle - words.height / 2, id="option")


def _quiet(face: Face) -> Face:
    return "mono" if face == "mono-strong" else "text"
