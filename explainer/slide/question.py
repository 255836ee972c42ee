"""A question with its answers as cards, and the same cards once the answer is known."""

from __future__ import annotations

from explainer.lineage import weakest
from explainer.picture import Box, Face, Ink, Picture, Span
from explainer.schema import QuestionSlide, RevealSlide, Stage
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


def question_of(stage: Stage, slide: RevealSlide) -> QuestionSlide | None:
    """Return the question that a slide answers; None where its stage asks none of that name."""
    for step in stage.steps:
        if step.id == slide.reveals and isinstance(step.slide, QuestionSlide):
            return step.slide
    return None


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
    rows = (count + _COLUMNS - 1) // _COLUMNS
    gap = sheet.share(_GAP)
    width = (sheet.width - gap * (_COLUMNS - 1)) / _COLUMNS
    spare = sheet.height - sheet.share(_REVEAL) - gap * (rows - 1)
    height = min(sheet.share(_CARD), spare / rows)
    slack = spare - height * rows
    top = min(slack, sheet.share(_FIRST) + max(0.0, sheet.height - sheet.share(0.76)) * 0.35)
    words = _answers(sheet, question, width, height)
    for place in range(count):
        x = (place % _COLUMNS) * (width + gap)
        y = top + (place // _COLUMNS) * (height + gap)
        _card(sheet, place, words[place], (x, y, width, height), answer)
    return top + rows * (height + gap) - gap


def _answers(
    sheet: Sheet, question: QuestionSlide, width: float, height: float
) -> tuple[Words, ...]:
    """Return the words of all cards in one size."""
    room = width - _text_left(sheet) - sheet.share(0.03)
    letters = sheet.type("body")
    most = max(1, min(3, int(height * 0.92 / sheet.leading(letters))))
    names = {model.name for model in sheet.deck.models.values()}
    spans = [
        (Span(text, "mono-strong"),) if text in names else sheet.named(text, "strong")
        for text in (option.of(sheet.language) for option in question.options)
    ]
    least = sheet.share(_LEAST)
    size = min(sheet.fitted(span, letters, room, most, least).letters for span in spans)
    return tuple(sheet.fitted(span, size, room, most, least) for span in spans)


def _text_left(sheet: Sheet) -> float:
    return sheet.share(0.094)


def _card(
    sheet: Sheet,
    place: int,
    words: Words,
    box: tuple[float, float, float, float],
    answer: int | None,
) -> None:
    x, y, width, height = box
    chosen, dimmed = place == answer, answer is not None and place != answer
    line = sheet.share(0.0037 if chosen else 0.0023)
    edge: Ink = "ink" if chosen else "line" if dimmed else "edge_dimmed"
    ground: Ink = "background" if dimmed else "surface"
    radius = sheet.share(0.011)
    sheet.shapes.append(Box(x, y, width, height, radius, ground, edge, line, id=f"card-{place}"))
    middle = y + height / 2
    ink: Ink = "dimmed_text" if dimmed else "ink" if chosen else "muted"
    sheet.line(
        LETTERS[place % len(LETTERS)],
        x + sheet.share(0.049),
        middle,
        sheet.share(0.06),
        face="headline",
        ink=ink,
        anchor="middle",
        id="letter",
    )
    if dimmed:
        quiet = tuple(
            tuple(Span(span.text, _quiet(span.face), "dimmed_text") for span in line_)
            for line_ in words.lines
        )
        words = Words(quiet, words.letters, words.leading, words.width)
    sheet.put(words, x + _text_left(sheet), middle - words.height / 2, id="option")


def _quiet(face: Face) -> Face:
    return "mono" if face == "mono-strong" else "text"
