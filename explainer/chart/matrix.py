"""The chart on a slide: measures are shares of the slide's height."""

from __future__ import annotations

from explainer.abilities import marked, marked_abilities, marked_models
from explainer.chart.cells import Look, cell_shapes
from explainer.chart.heads import Head, heads
from explainer.deck import Deck
from explainer.picture import Box, Picture, Ruler, Shape, Span, TextLine
from explainer.schema import AbilityId, Language, MatrixSlide, ModelId
from explainer.strings import say
from explainer.theme import slide_type

MOST_ROWS, MOST_COLUMNS = 13, 7
_ROW, _TILE = 0.049, (0.0963, 0.0389)
_HEAD = 0.025
_LEAST_HEAD = 0.018
"""Names of models shrink down to this where columns are narrow."""
_GAP = 0.028
_LEADING = 1.18


def matrix_picture(  # noqa: PLR0913 - a slide, its language and its room
    deck: Deck,
    slide: MatrixSlide,
    language: Language,
    width: float,
    height: float,
    scale_height: float,
    ruler: Ruler,
) -> Picture:
    """Return the marks of a slide in a box of `width` x `height` px.

    At most 13 abilities and 7 models stand on one slide. `scale_height` is the slide's height.
    """
    rows = (slide.abilities or marked_abilities(deck))[:MOST_ROWS]
    columns = (slide.models or marked_models(deck))[:MOST_COLUMNS]
    label = slide_type("label") * scale_height
    note_size = slide_type("floor") * scale_height
    note = [say(f"chart.slide-note.{part}", language) for part in ("marks", "scale")]
    names = [deck.abilities[row].short.of(language) for row in rows]
    label_width = _GAP * scale_height + max(
        *(ruler.width(name, "strong", label) for name in names),
        *(ruler.width(line, "text", note_size) for line in note),
    )
    column = (width - label_width) / max(1, len(columns))
    heading, size = _heading(deck, columns, column, scale_height, ruler)
    top = max(2 * size * _LEADING, len(note) * note_size * 1.24) + 0.014 * scale_height
    row = min(_ROW * scale_height, (height - top) / max(1, len(rows)))
    look = Look(
        label=label,
        head=size,
        row=row,
        tile=(_TILE[0] * scale_height, row * _TILE[1] / _ROW),
        mark=slide_type("mark") * scale_height * row / (_ROW * scale_height),
        hairline=0.0014 * scale_height,
        dot=0.0056 * scale_height,
    )
    shapes: list[Shape] = [
        TextLine(0, note_size * (1 + at * 1.24), (Span(line, ink="muted"),), note_size)
        for at, line in enumerate(note)
    ]
    shapes += _names_above(heading, label_width, column, top, look, scale_height)
    for place, ability in enumerate(rows):
        y = top + place * row
        shapes += _row(deck, slide, language, ability, columns, (label_width, column, y), look)
    return Picture(width, top + row * len(rows), tuple(shapes))


def _heading(
    deck: Deck, columns: tuple[ModelId, ...], column: float, scale_height: float, ruler: Ruler
) -> tuple[tuple[Head, ...], float]:
    """Return the names on two lines and the size at which they fit the columns."""
    names = tuple(deck.models[model].name for model in columns)
    known = [model.name for model in deck.models.values()]
    size, least = _HEAD * scale_height, _LEAST_HEAD * scale_height
    while size > least:
        found = heads(names, known, "mono-strong", size, column * 0.99, ruler)
        if found is not None:
            return found, size
        size *= 0.95
    return tuple(("", name) for name in names), least


def _names_above(  # noqa: PLR0913 - names, their columns and a look
    heading: tuple[Head, ...],
    left: float,
    column: float,
    top: float,
    look: Look,
    scale_height: float,
) -> list[Shape]:
    bottom = top - 0.011 * scale_height
    return [
        TextLine(
            left + (place + 0.5) * column,
            bottom - (1 - line) * look.head * _LEADING - 0.12 * look.head,
            (Span(words, "mono-strong"),),
            look.head,
            "middle",
        )
        for place, head in enumerate(heading)
        for line, words in enumerate(head)
        if words
    ]


def _row(  # noqa: PLR0913 - an ability, its columns and a look
    deck: Deck,
    slide: MatrixSlide,
    language: Language,
    ability: AbilityId,
    columns: tuple[ModelId, ...],
    place: tuple[float, float, float],
    look: Look,
) -> list[Shape]:
    left, column, y = place
    fates = marked(deck)
    stressed = ability in slide.stress
    span = Span(deck.abilities[ability].short.of(language), "medium")
    if slide.stress:
        span = Span(span.text, "strong" if stressed else "text", "ink" if stressed else "muted")
    width = left + column * len(columns)
    shapes: list[Shape] = []
    if stressed:
        shapes.append(Box(left, y, width - left, look.row, fill="sunken"))
    shapes += [
        Box(0, y, width, look.hairline, fill="line"),
        TextLine(0, y + look.row / 2 + 0.35 * look.label, (span,), look.label),
    ]
    for at, model in enumerate(columns):
        x = left + at * column
        shapes += cell_shapes(deck, fates.get((ability, model)), x, y, column, look)
    return shapes
