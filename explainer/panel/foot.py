"""What stays at the foot of the panel: what to remember, the way back, the term pointed at."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.intents import ReturnToStep, ToggleExplore
from explainer.lines import balanced
from explainer.panel.column import Column
from explainer.panel.rich import term_words
from explainer.picture import Box, Picture, Ruler, Span
from explainer.schema import Language, QuestionSlide
from explainer.state import State
from explainer.story import stage_of, step
from explainer.strings import say
from explainer.wording import pair


def panel_foot(  # noqa: PLR0913 - what is told, and the room for it
    deck: Deck, state: State, width: float, padding: float, ruler: Ruler, *, telling: bool
) -> Picture | None:
    """Return the foot; None where nothing stays. It is never lower for a term than without."""
    usual: Picture | None = None
    if telling:
        usual = _remembered(deck, state, width, padding, ruler)
    elif state.mode == "story":
        usual = _way_back(deck, state, width, padding, ruler)
    if not pointed_term(deck, state):
        return usual
    column = _foot(width, padding, state.language, ruler)
    name, definition = term_words(deck, state.hover, state.language)
    column.words((Span(name, "strong"),), column.size("label"))
    column.skip(2)
    column.words((Span(definition),), column.size("panel_text"))
    column.y = max(column.y + 18, usual.height if usual else 0.0)
    return _grounded(column)


def pointed_term(deck: Deck, state: State) -> bool:
    """Tell whether a term is pointed at: its definition stands in the foot."""
    kind, _, name = state.hover.partition(":")
    return kind == "term" and name in deck.terms


def _way_back(deck: Deck, state: State, width: float, padding: float, ruler: Ruler) -> Picture:
    """Return the foot while something else is looked at: the way back to the step."""
    column = _foot(width, padding, state.language, ruler)
    name = stage_of(deck, state.step).name.of(state.language)
    words = pair(say("panel.back", state.language), name, state.language)
    _way(column, words, "Backspace", face_strong=True)
    column.hit(8.0, ReturnToStep(), words)
    column.skip(16)
    return _grounded(column)


def _remembered(deck: Deck, state: State, width: float, padding: float, ruler: Ruler) -> Picture:
    """Return the foot of a step; what to remember waits until the question is answered."""
    column = _foot(width, padding, state.language, ruler)
    if not isinstance(step(deck, state.step).slide, QuestionSlide):
        _takeaway(column, stage_of(deck, state.step).takeaway.of(state.language))
        column.skip(8)
    words = say("panel.look-around", state.language)
    top = column.y
    _way(column, words, "E", face_strong=False)
    column.hit(top - 4, ToggleExplore(), words)
    column.skip(16)
    return _grounded(column)


def _takeaway(column: Column, text: str) -> None:
    label = column.size("label")
    column.words((Span(say("panel.remember", column.language), ink="muted"),), label)
    size = column.size("takeaway")
    for line in balanced(column.ruler, (Span(text, "strong"),), size, column.width, 2):
        column.line(line, column.left, column.y + size * 0.65, size, width=column.width)
        column.skip(size * (1.3 if column.language == "en" else 1.42))


def _foot(width: float, padding: float, language: Language, ruler: Ruler) -> Column:
    column = Column(width, padding, language, ruler)
    column.skip(14 if column.narrow else 18)
    return column


def _way(column: Column, words: str, key: str, *, face_strong: bool) -> None:
    """Add a line that leads somewhere, with its key at the right."""
    size = column.size("label")
    leading = column.leading(size)
    middle = column.y + leading / 2
    span = Span(words, "strong") if face_strong else Span(words, ink="muted")
    room = column.width - column.width_of(key, "mono", size) - 12
    column.line((span,), column.left, middle, size, width=room)
    column.line((Span(key, "mono", "muted"),), column.right, middle, size, anchor="end")
    column.skip(leading)


def _grounded(column: Column) -> Picture:
    hairline = Box(0, 0, column.panel, 1.0, fill="line")
    return Picture(
        column.panel, column.y, (hairline, *column.shapes), tuple(column.hits), ground="sunken"
    )
