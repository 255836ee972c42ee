"""The chart in the panel: columns are models; where these get too narrow, it is turned."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from explainer.abilities import marked_abilities, marked_models, told
from explainer.chart.cells import (
    ChartCell,
    ChartPicture,
    Drawn,
    Look,
    cell_says,
    cell_shapes,
)
from explainer.chart.heads import Head, heads
from explainer.chart.turned import companions, turned_chart
from explainer.deck import Deck
from explainer.picture import Box, Face, Picture, Ruler, Shape, Span, TextLine, transformed
from explainer.schema import AbilityId, Language, ModelId
from explainer.strings import say
from explainer.theme import line_height, number, window_type
from explainer.wording import left_out_words

NARROW = 420.0
"""px of content under which the chart is always turned."""
_LOOK = Look(label=16.0, head=13.0, row=31.0, tile=(44.0, 23.0), mark=16.5, hairline=1.0, dot=4.0)
_LABEL_SIZES = (16.0, 15.5, 15.0, 14.5)
"""Tried from the first on, until the names of the models fit over their columns."""
_LABEL_GAP = 10.0
_HEAD_PADDING = 8.0
_TITLE = 26.0
"""px from the top to the heads of the columns."""


def chart_picture(  # noqa: PLR0913 - what is shown, what of it stands out, and the room for it
    deck: Deck,
    language: Language,
    selected: ModelId,
    ability: AbilityId,
    width: float,
    ruler: Ruler,
) -> ChartPicture:
    """Return the chart, `width` px wide, with the column of `selected` and a row standing out.

    "" selects nothing. The note that marks are no measurement always stands under it.
    """
    rows, columns = marked_abilities(deck), marked_models(deck)
    labels = [deck.abilities[row].short.of(language) for row in rows]
    names = tuple(deck.models[column].name for column in columns)
    known = [model.name for model in deck.models.values()]
    more = ""
    for size in _LABEL_SIZES if width >= NARROW else ():
        look = replace(_LOOK, label=size)
        widest = max((ruler.width(label, "strong", size) for label in labels), default=0.0)
        left = widest + _LABEL_GAP
        column = (width - left) / max(1, len(columns))
        heading = heads(names, known, "mono-strong", look.head, column - 1, ruler)
        if heading is not None:
            grid = _Grid(rows, columns, heading, left, column, look)
            drawn = _titled(_upright(deck, language, grid, selected, ability, ruler), language)
            break
    else:
        drawn = turned_chart(deck, language, selected, ability, width, ruler)
        hidden = len(rows) - len(companions(deck, ability))
        more = left_out_words(0, hidden, language)
    return _with_note(deck, drawn, language, width, ruler, more)


class _Grid(Struct, frozen=True):
    """Rows and columns, and how wide they are, px."""

    rows: tuple[AbilityId, ...]
    columns: tuple[ModelId, ...]
    heading: tuple[Head, ...]
    label_width: float
    column: float
    look: Look


def _upright(  # noqa: PLR0913 - what is shown, and what of it stands out
    deck: Deck,
    language: Language,
    grid: _Grid,
    selected: ModelId,
    ability: AbilityId,
    ruler: Ruler,
) -> Drawn:
    rows, columns, column, look = grid.rows, grid.columns, grid.column, grid.look
    label_width, fates = grid.label_width, told(deck)
    leading = look.head * 1.18
    top = 2 * leading + 2 * _HEAD_PADDING
    width = label_width + column * len(columns)
    height = top + look.row * len(rows)
    shapes: list[Shape] = []
    cells: list[ChartCell] = []
    for place, (model, head) in enumerate(zip(columns, grid.heading, strict=True)):
        x = label_width + place * column
        chosen = model == selected
        if chosen:
            ground = Box(
                x, 0, column, height, radius=number("radius", "button"), fill="sunken", id=model
            )
            shapes.append(ground)
        shapes += [
            TextLine(
                x + column / 2,
                top - _HEAD_PADDING - (1 - line) * leading - 0.2 * look.head,
                (_head_span(words, chosen=chosen),),
                look.head,
                "middle",
            )
            for line, words in enumerate(head)
            if words
        ]
        cells.append(ChartCell(x, 0, column, top, model, AbilityId(""), deck.models[model].name))
    for place, row in enumerate(rows):
        y = top + place * look.row
        label = deck.abilities[row].short.of(language)
        face: Face = "strong" if row == ability else "text"
        shapes += [
            Box(0, y, width, look.hairline, fill="line"),
            TextLine(0, y + look.row / 2 + 0.35 * look.label, (Span(label, face),), look.label),
        ]
        name = deck.abilities[row].name.of(language)
        cells.append(ChartCell(0, y, label_width, look.row, ModelId(""), row, name))
        for at, model in enumerate(columns):
            fate = fates.get((row, model))
            x = label_width + at * column
            shapes += cell_shapes(deck, fate, x, y, column, look, language, ruler)
            says = cell_says(deck, fate, model, row, language)
            cells.append(ChartCell(x, y, column, look.row, model, row, says, fate is not None))
    return tuple(shapes), tuple(cells), height


def _head_span(words: str, *, chosen: bool) -> Span:
    return Span(words, "mono-strong") if chosen else Span(words, "mono", "muted")


def _titled(drawn: Drawn, language: Language) -> Drawn:
    shapes, cells, height = drawn
    size = window_type("label")
    title = TextLine(0, size, (Span(say("chart.title", language), "strong"),), size)
    return (
        (title, *(transformed(shape, 1.0, 0.0, _TITLE) for shape in shapes)),
        tuple(replace(cell, y=cell.y + _TITLE) for cell in cells),
        height + _TITLE,
    )


def _with_note(  # noqa: PLR0913 - a chart, and what is said under it
    deck: Deck,
    drawn: Drawn,
    language: Language,
    width: float,
    ruler: Ruler,
    more: str,
) -> ChartPicture:
    """Return a chart with `more` that it leaves out and what its marks mean under it."""
    shapes, cells, height = drawn
    size = window_type("note")
    leading = size * line_height(language, "text")
    y = height + 10
    lacking = any(not fate.cause for fate in told(deck).values())
    said = say("chart.note.no-cause" if lacking else "chart.note", language)
    notes = [
        line
        for text in filter(None, (more, said))
        for line in ruler.lines((Span(text, ink="muted"),), size, width)
    ]
    words = [TextLine(0, y + size + at * leading, line, size) for at, line in enumerate(notes)]
    height = y + len(notes) * leading + 8
    picture = Picture(width, height, (*shapes, *words), ground="surface")
    return ChartPicture(picture, cells, language)
