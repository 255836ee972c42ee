"""The chart on a slide: measures are shares of the slide's height."""

from __future__ import annotations

from msgspec import Struct

from explainer.abilities import marked_abilities, marked_models, told
from explainer.chart.cells import Look, cell_shapes
from explainer.chart.heads import heads, tall_heads, whole_or_cut
from explainer.deck import Deck
from explainer.deck.capacity import MATRIX_COLUMNS, MATRIX_ROWS
from explainer.lines import balanced, cut
from explainer.picture import Box, Picture, Ruler, Shape, Span, TextLine
from explainer.schema import AbilityId, Language, MatrixSlide, ModelId
from explainer.strings import say
from explainer.theme import slide_type
from explainer.wording import left_out_words

MOST_ROWS, MOST_COLUMNS = MATRIX_ROWS, MATRIX_COLUMNS
_ROW, _TILE = 0.049, (0.0963, 0.0389)
_GAP = 0.02
_NAMES = 0.4
"""Share of the width that the names of abilities take at the most."""
_LEADING = 1.16
_TALL, _TIER = 3, 2
"""Lines of a name: over its own column, and where neighbours stand on two heights."""
_NOTE = 2
"""Lines of each part of what the marks mean."""
_MORE = 1.5
"""Of the line that says what is left out, em."""
_AIR = 0.5
"""Between two names beside each other, em."""
_FOOT = 0.011
"""From the names down to the rows."""


class _Heading(Struct, frozen=True):
    """The names over the columns."""

    size: float
    names: tuple[tuple[str, ...], ...]
    """The lines of each."""
    raised: bool = False
    """Every other name stands higher, with a line down to its column."""

    @property
    def lines(self) -> int:
        """How many lines stand above one another."""
        most = max((len(name) for name in self.names), default=1)
        return 2 * most if self.raised else most


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

    Under them it is said how many abilities and models are left out, if any are. `scale_height` is
    the slide's height.
    """
    every = (slide.abilities or marked_abilities(deck), slide.models or marked_models(deck))
    rows, columns = every[0][:MOST_ROWS], every[1][:MOST_COLUMNS]
    hidden = (len(every[1]) - len(columns), len(every[0]) - len(rows))
    more = left_out_words(*hidden, language)
    label = slide_type("label") * scale_height
    names = {
        row: _row_name(deck.abilities[row].short.of(language), label, width, ruler) for row in rows
    }
    scale = say("chart.slide-note.scale", language)
    note_size = slide_type("legend") * scale_height
    widths = [ruler.width(name, "strong", label) for name in names.values()]
    label_width = _GAP * scale_height + max(*widths, 0.0, ruler.width(scale, "text", note_size))
    column = (width - label_width) / max(1, len(columns))
    heading = _heading(deck, columns, column, scale_height, ruler)
    note = _note(language, note_size, label_width - _GAP * scale_height * 0.5, ruler)
    head = heading.lines * heading.size * _LEADING + _FOOT * scale_height
    top = max(head, len(note) * note_size * 1.24 + 0.008 * scale_height)
    foot_room = note_size * _MORE if more else 0.0
    row = min(_ROW * scale_height, (height - top - foot_room) / max(1, len(rows)))
    look = Look(
        label=label,
        head=heading.size,
        row=row,
        tile=(_TILE[0] * scale_height, row * _TILE[1] / _ROW),
        mark=slide_type("mark") * scale_height * row / (_ROW * scale_height),
        hairline=0.0014 * scale_height,
        dot=0.0056 * scale_height,
    )
    shapes: list[Shape] = [
        TextLine(0, note_size * (1 + at * 1.24), line, note_size, id="note")
        for at, line in enumerate(note)
    ]
    foot = top - _FOOT * scale_height
    shapes += _names_above(heading, (label_width, column, foot, top), look, ruler)
    for place, ability in enumerate(rows):
        y = top + place * row
        shapes += _row(
            deck,
            slide,
            language,
            (ability, names[ability]),
            columns,
            (label_width, column, y),
            look,
            ruler,
        )
    end = top + row * len(rows)
    if more:
        spans = (Span(more, ink="muted"),)
        shapes.append(TextLine(0, end + note_size * _MORE * 0.75, spans, note_size, id="more"))
    return Picture(width, end + foot_room, tuple(shapes))


def _row_name(name: str, size: float, width: float, ruler: Ruler) -> str:
    """Return the name of an ability, or as much of it as leaves room for the marks."""
    room = width * _NAMES
    if ruler.width(name, "strong", size) <= room:
        return name
    return "".join(it.text for it in cut(ruler, (Span(name, "strong"),), size, room))


def _note(
    language: Language, size: float, room: float, ruler: Ruler
) -> tuple[tuple[Span, ...], ...]:
    """Return what the marks mean, in the room over the names of the rows."""
    parts = (say(f"chart.slide-note.{part}", language) for part in ("marks", "scale"))
    return tuple(
        line
        for part in parts
        for line in balanced(ruler, (Span(part, ink="muted"),), size, room, _NOTE)
    )


def _heading(
    deck: Deck, columns: tuple[ModelId, ...], column: float, scale_height: float, ruler: Ruler
) -> _Heading:
    """Return the names whole if that can be: on few lines, on more, on two heights; else shorter.

    Smaller than a label they are only where nothing else is left.
    """
    names = tuple(deck.models[model].name for model in columns)
    known = [model.name for model in deck.models.values()]
    size = slide_type("legend") * scale_height
    room = column - size * _AIR
    found = tall_heads(names, "mono-strong", size, room, ruler, _TALL)
    if found is not None:
        return _Heading(size, found)
    # The last one ends with its column, and neighbours of one height are two columns apart.
    wide = 2 * column - size * _AIR
    found = tall_heads(names[:-1], "mono-strong", size, wide, ruler, _TIER)
    last = tall_heads(names[-1:], "mono-strong", size, wide - column / 2, ruler, _TIER)
    if found is not None and last is not None:
        return _Heading(size, (*found, *last), raised=True)
    while size > slide_type("floor") * scale_height:
        short = heads(names, known, "mono-strong", size, column * 0.99, ruler)
        if short is not None:
            return _Heading(size, tuple(tuple(filter(None, head)) for head in short))
        size *= 0.95
    # Where they are cut in any case they need not be small too.
    size = slide_type("legend") * scale_height
    return _Heading(size, whole_or_cut(names, "mono-strong", size, room, ruler, _TALL))


def _names_above(
    heading: _Heading, place: tuple[float, float, float, float], look: Look, ruler: Ruler
) -> list[Shape]:
    """Return the names, all ending above the rows, or every other one a tier higher."""
    left, column, foot, top = place
    leading = look.head * _LEADING
    tier = heading.lines / 2 * leading
    shapes: list[Shape] = []
    for at, name in enumerate(heading.names):
        x = left + (at + 0.5) * column
        bottom = foot
        if heading.raised and at % 2 == 0:
            bottom = foot - tier
            line = look.hairline
            shapes.append(Box(x - line / 2, bottom, line, top - bottom, fill="line"))
        half = max(ruler.width(words, "mono-strong", look.head) for words in name) / 2
        x = min(x, left + column * len(heading.names) - half)
        shapes += [
            TextLine(
                x,
                bottom - (len(name) - 1 - line) * leading - 0.12 * look.head,
                (Span(words, "mono-strong"),),
                look.head,
                "middle",
                id="column",
            )
            for line, words in enumerate(name)
        ]
    return shapes


def _row(  # noqa: PLR0913 - an ability, its columns and a look
    deck: Deck,
    slide: MatrixSlide,
    language: Language,
    named: tuple[AbilityId, str],
    columns: tuple[ModelId, ...],
    place: tuple[float, float, float],
    look: Look,
    ruler: Ruler,
) -> list[Shape]:
    (ability, name), (left, column, y) = named, place
    fates = told(deck)
    stressed = ability in slide.stress
    span = Span(name, "medium")
    if slide.stress:
        span = Span(span.text, "strong" if stressed else "text", "ink" if stressed else "muted")
    width = left + column * len(columns)
    shapes: list[Shape] = []
    if stressed:
        shapes.append(Box(left, y, width - left, look.row, fill="sunken", id="stressed-row"))
    shapes += [
        Box(0, y, width, look.hairline, fill="line"),
        TextLine(0, y + look.row / 2 + 0.35 * look.label, (span,), look.label, id="row"),
    ]
    for at, model in enumerate(columns):
        x = left + at * column
        fate = fates.get((ability, model))
        shapes += cell_shapes(deck, fate, x, y, column, look, language, ruler)
    return shapes
