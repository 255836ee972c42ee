"""A question with its answers as cards, and the same cards once the answer is known."""

from __future__ import annotations

from explainer.lineage import weakest
from explainer.lines import fits
from explainer.picture import Box, Face, Ink, Picture, Span
from explainer.schema import QuestionSlide, RevealSlide
from explainer.slide.sheet import Sheet, Words

LETTERS = "ABCD"
_CARD, _GAP = 0.176, 0.037
"""Height of a card and the gap between two, shares of the slide's height."""
_REVEAL = 0.2
"""Room for the answer's sentence below the cards."""
_FIRST = 0.149
"""Where the cards begin if there is room."""
_LEAST = 0.034
_COLUMNS = 2
_UPRIGHT, _UPRIGHT_LEAST = 3, 0.03
"""How many cards stand in one row, each with its letter above its words; their least letters."""
_TALL, _INSET, _INSET_NARROW = 0.3, 0.036, 0.026
"""Greatest height of such a card, and the room around its words."""
_LETTER, _LETTER_UPRIGHT = 0.06, 0.07
_BELOW = 1.4
"""Where the words of an upright card begin, in heights of its letter."""
_TWO_LINES = 0.06
"""What an answer of two lines takes below upright cards beyond the room for it."""
_LOWER = 0.045
"""How much lower upright cards begin, and the room above their answer grows by half of it."""


def question_picture(sheet: Sheet, slide: QuestionSlide) -> Picture:
    """Return the answers to choose from; the question itself is the headline."""
    _cards(sheet, slide, None)
    return sheet.picture()


def reveal_picture(sheet: Sheet, slide: RevealSlide, question: QuestionSlide | None) -> Picture:
    """Return the cards with the answer framed, its sentence below them and how sure it is."""
    foot = _cards(sheet, question, question.answer) if question else sheet.share(_FIRST)
    letters = sheet.type("statement")
    spans = sheet.named(slide.says.of(sheet.language), "medium")
    room = min(sheet.width, sheet.share(1.45))
    words = sheet.fitted(spans, letters, room, 2, sheet.type("body_floor"))
    y = sheet.put(words, 0, foot + sheet.share(0.033), id="answer")
    certainty = weakest(sheet.deck.claims[claim].certainty for claim in slide.claims)
    middle = y + sheet.share(0.012) + sheet.type("label") * 0.8
    sheet.basis(certainty, slide.claims, 0, middle, sheet.width)
    return sheet.picture()


def _cards(sheet: Sheet, question: QuestionSlide, answer: int | None) -> float:
    """Add the cards, in the same place before and after; return where they end."""
    count = len(question.options)
    upright = _stand(sheet, question)
    columns = count if upright else _COLUMNS
    rows = (count + columns - 1) // columns
    gap = sheet.share(_GAP)
    width = (sheet.width - gap * (columns - 1)) / columns
    words = _upright(sheet, question) if upright else ()
    spare = sheet.height - sheet.share(_REVEAL) - gap * (rows - 1)
    height = min(_height(sheet, words) if upright else sheet.share(_CARD), spare / rows)
    slack = spare - height * rows
    top = min(slack, sheet.share(_FIRST) + max(0.0, sheet.height - sheet.share(0.76)) * 0.35)
    if upright:
        top = min(max(0.0, slack - sheet.share(_TWO_LINES)), top + sheet.share(_LOWER))
    words = words or _answers(sheet, question, width, height)
    for place in range(count):
        x = (place % columns) * (width + gap)
        y = top + (place // columns) * (height + gap)
        box = (x, y, width, height)
        _card(sheet, place, words[place], box, answer, upright=upright)
    foot = top + rows * (height + gap) - gap
    return foot + sheet.share(_LOWER) / 2 if upright else foot


def _height(sheet: Sheet, words: tuple[Words, ...]) -> float:
    """Return how high upright cards are, so that the longest answer fits."""
    most = max(answer.height for answer in words)
    return sheet.share(_LETTER_UPRIGHT) * _BELOW + most + 2 * _inset(sheet)


def _inset(sheet: Sheet) -> float:
    return sheet.share(_INSET_NARROW if sheet.measures.narrow else _INSET)


def _upright_room(sheet: Sheet) -> tuple[float, int]:
    """Return how wide the words of an upright card may be, and how many lines it has for them."""
    width = (sheet.width - sheet.share(_GAP) * (_UPRIGHT - 1)) / _UPRIGHT
    tall = sheet.share(_TALL - _LETTER_UPRIGHT * _BELOW) - 2 * _inset(sheet)
    return width - 2 * _inset(sheet), max(1, int(tall / sheet.leading(sheet.type("body"))))


def _stand(sheet: Sheet, question: QuestionSlide) -> bool:
    """Return whether there are three answers that all fit in upright cards beside each other."""
    room, most = _upright_room(sheet)
    least = sheet.share(_UPRIGHT_LEAST)
    enough = sheet.height - sheet.share(_REVEAL + _LOWER / 2) >= sheet.share(_TALL)
    return (len(question.options) == _UPRIGHT and enough) and all(
        fits(sheet.ruler, span, least, room, most) for span in _spans(sheet, question)
    )


def _upright(sheet: Sheet, question: QuestionSlide) -> tuple[Words, ...]:
    room, most = _upright_room(sheet)
    return _in_one_size(sheet, question, room, most, sheet.share(_UPRIGHT_LEAST))


def _answers(
    sheet: Sheet, question: QuestionSlide, width: float, height: float
) -> tuple[Words, ...]:
    """Return the words of all cards in one size."""
    room = width - _text_left(sheet) - sheet.share(0.03)
    most = max(1, min(3, int(height * 0.92 / sheet.leading(sheet.type("body")))))
    return _in_one_size(sheet, question, room, most, sheet.share(_LEAST))


def _in_one_size(
    sheet: Sheet, question: QuestionSlide, room: float, most: int, least: float
) -> tuple[Words, ...]:
    letters, spans = sheet.type("body"), _spans(sheet, question)
    size = min(sheet.fitted(span, letters, room, most, least).letters for span in spans)
    return tuple(sheet.fitted(span, size, room, most, least) for span in spans)


def _spans(sheet: Sheet, question: QuestionSlide) -> list[tuple[Span, ...]]:
    names = {model.name for model in sheet.deck.models.values()}
    return [
        (Span(text, "mono-strong"),) if text in names else sheet.named(text, "strong")
        for text in (option.of(sheet.language) for option in question.options)
    ]


def _text_left(sheet: Sheet) -> float:
    return sheet.share(0.094)


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
    line = sheet.share(0.0037 if chosen else 0.0023)
    edge: Ink = "ink" if chosen else "line" if dimmed else "edge_dimmed"
    ground: Ink = "background" if dimmed else "surface"
    radius = sheet.share(0.011)
    sheet.shapes.append(Box(x, y, width, height, radius, ground, edge, line, id=f"card-{place}"))
    inset, size = _inset(sheet), sheet.share(_LETTER_UPRIGHT if upright else _LETTER)
    middle = y + height / 2
    ink: Ink = "dimmed_text" if dimmed else "ink" if chosen else "muted"
    sheet.line(
        LETTERS[place % len(LETTERS)],
        x + (inset if upright else sheet.share(0.049)),
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
        sheet.put(words, x + _text_left(sheet), middle - words.height / 2, id="option")


def _quiet(face: Face) -> Face:
    return "mono" if face == "mono-strong" else "text"
