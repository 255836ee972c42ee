"""The line at the panel's foot: what the mark, the dot or the model means that is pointed at."""

from __future__ import annotations

from explainer.dates import date_words
from explainer.deck import Deck
from explainer.lines import cut
from explainer.markup import plain
from explainer.panel.column import NARROW
from explainer.picture import Box, Picture, Ruler, Shape, Span, TextLine
from explainer.schema import Language, ModelId
from explainer.state import State
from explainer.strings import say
from explainer.theme import line_height, number, window_type
from explainer.why import every_derivation, is_model, named_model
from explainer.wording import certainty_word, clauses, pair

_LINES = {False: 2, True: 3}
"""What is kept free for it in a wide and in a narrow panel, so that nothing moves."""
_AIR = 8.0
_MIDDLE = 0.355


def status_picture(
    says: str, language: Language, width: float, padding: float, ruler: Ruler
) -> Picture:
    """Return the strip, `width` px wide and always of the same height.

    `says` is "" while nothing is pointed at; then it tells what would stand here.
    """
    most = _LINES[width < NARROW]
    size = window_type("floor" if width < NARROW else "note")
    leading = size * line_height(language, "text")
    height = round(most * leading + 2 * _AIR)
    words = Span(says) if says else Span(say("panel.status", language), ink="muted")
    lines = ruler.lines((words,), size, width - 2 * padding)
    if len(lines) > most:
        lines = (*lines[: most - 1], cut(ruler, lines[most - 1], size, width - 2 * padding))
    top = (height - len(lines) * leading) / 2
    shapes: tuple[Shape, ...] = (
        Box(0, 0, width, number("line_width", "hair"), fill="line"),
        *(
            TextLine(padding, top + (at + 0.5) * leading + _MIDDLE * size, line, size)
            for at, line in enumerate(lines)
        ),
    )
    return Picture(width, height, shapes, ground="sunken")


def pointed_words(deck: Deck, state: State) -> str:
    """Return what is pointed at on the map, a model or what joins; "" for anything else."""
    language, name = state.language, state.hover
    if is_model(deck, name):
        model = named_model(deck, ModelId(name))
        kind = model.kind.of(language)
        date = "" if model.date[:4] in kind else date_words(model.date, language)
        head = pair(model.name, clauses((kind, date), language), language)
        summary = plain(model.summary.of(language))
        return say("panel.preview", language, head=head, summary=summary)
    for it in every_derivation(deck):
        if it.id == name and it.method:
            method = deck.methods[it.method].name.of(language)
            label = it.label.of(language) if it.label else method
            said = clauses((label, certainty_word(it.certainty, language)), language)
            return pair(named_model(deck, it.child).name, said, language)
    return ""
