"""The messages of a check: one row each, with its place, its step, what is wrong, what to do."""

from __future__ import annotations

from msgspec import Struct

from explainer.bars.controls import Look, words
from explainer.check.glyphs import sign
from explainer.deck import Examined
from explainer.errors import Problem, shown
from explainer.intents import Press
from explainer.lines import longest
from explainer.picture import Box, Face, Hit, Ink, Picture, Ruler, Shape, Span, TextLine, placed
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import line_height, number, window_type

_WIDE = 960.0
"""px from which a row has columns; narrower, its parts stand under one another."""
_INSET = 12.0
_GLYPH_COLUMN = 34.0
_PLACE = 250.0
_STEP = 60.0
_REMEDY = 0.34
"""Share of the row for what to do."""
_LEAST_ROW = number("deck_check", "message_row")
_HEAD = 32.0
_TEXT = window_type("panel_text")
_SMALL = window_type("ui")
_MONO = window_type("code")


class Row(Struct, frozen=True):
    """A message, laid out once for each look."""

    calm: Picture
    selected: Picture


def message_rows(
    examined: Examined, language: Language, width: float, ruler: Ruler
) -> tuple[Row, ...]:
    """Return all messages, errors first, each `width` px wide."""
    return tuple(
        Row(
            *(_row(examined, at, language, width, ruler, chosen=chosen) for chosen in (False, True))
        )
        for at in range(len(examined.problems))
    )


def messages_picture(
    rows: tuple[Row, ...], selected: int, language: Language, width: float, ruler: Ruler
) -> tuple[Picture, tuple[float, float]]:
    """Return the rows under their heads, and from where to where the selected one stands, px."""
    shapes: list[Shape] = []
    hits: list[Hit] = []
    top = 0.0
    if width >= _WIDE and rows:
        shapes += _heads(language, width, ruler)
        top = _HEAD
    sight = (0.0, 0.0)
    for at, row in enumerate(rows):
        picture = row.selected if at == selected else row.calm
        more, places = placed(picture, 0, top)
        shapes += more
        hits += places
        if at == selected:
            # The first row is seen together with the heads.
            sight = (0.0 if at == 0 else top, top + picture.height)
        top += picture.height
    return Picture(width, top, tuple(shapes), tuple(hits)), sight


def _heads(language: Language, width: float, ruler: Ruler) -> list[Shape]:
    look = Look(_SMALL, ink="muted")
    place, step, what, remedy = _columns(width)
    named = (("place", place), ("step", step), ("what", what), ("remedy", remedy))
    return [
        words(ruler, say(f"check.head.{name}", language), x, _HEAD / 2 - 2, look)
        for name, x in named
    ]


def _columns(width: float) -> tuple[float, float, float, float]:
    """Return where place, step, what and what to do begin, px."""
    place = _INSET + _GLYPH_COLUMN
    step = place + _PLACE
    what = step + _STEP
    return place, step, what, what + (width - _INSET - what) * (1 - _REMEDY)


def _row(  # noqa: PLR0913 - a problem, a language, a look
    examined: Examined, at: int, language: Language, width: float, ruler: Ruler, *, chosen: bool
) -> Picture:
    problem, spot = examined.problems[at], examined.spots[at]
    label = spot.label if spot else ""
    make = _wide_row if width >= _WIDE else _narrow_row
    height, inside = make(problem, label, language, width, ruler, chosen=chosen)
    shapes: list[Shape] = []
    if chosen:
        shapes.append(Box(0, 0, width, height, number("radius", "button"), "sunken"))
    else:
        hair = number("line_width", "hair")
        shapes.append(Box(_INSET, 0, width - 2 * _INSET, hair, fill="line"))
    shapes += inside
    what, remedy = problem.what_and_remedy(language)
    name = " ".join(part for part in (_place(problem), label, what, remedy) if part)
    hit = Hit(0, 0, width, height, Press(f"select:{at}"), name)
    return Picture(width, height, tuple(shapes), (hit,))


def _wide_row(  # noqa: PLR0913 - a problem, a language, a look
    problem: Problem, label: str, language: Language, width: float, ruler: Ruler, *, chosen: bool
) -> tuple[float, list[Shape]]:
    place, step, what, remedy = _columns(width)
    said, to_do = problem.what_and_remedy(language)
    face: Face = "strong" if chosen else "text"
    left = _lines(said, face, "ink", (what, remedy - what - 24), ruler)
    right = _lines(to_do, "text", "muted", (remedy, width - _INSET - remedy), ruler)
    count = max(len(left), len(right))
    pitch = line_height(language, "text") * _TEXT
    height = max(_LEAST_ROW, count * pitch + 20)
    middle = height / 2 if count == 1 else 10 + pitch / 2
    mono = Look(_MONO, "mono", "ink")
    shapes: list[Shape] = [
        *sign(problem.severity, _INSET + 11, middle, number("deck_check", "glyph") + 1),
        words(ruler, _shortened(_place(problem), _PLACE - 16, ruler), place, middle, mono),
        words(ruler, label, step, middle, Look(_MONO, "mono", "muted")),
    ]
    return height, [*shapes, *_set(left, middle, pitch), *_set(right, middle, pitch)]


def _narrow_row(  # noqa: PLR0913 - a problem, a language, a look
    problem: Problem, label: str, language: Language, width: float, ruler: Ruler, *, chosen: bool
) -> tuple[float, list[Shape]]:
    left = _INSET + _GLYPH_COLUMN
    room = (left, width - _INSET - left)
    said, to_do = problem.what_and_remedy(language)
    face: Face = "strong" if chosen else "text"
    pitch = line_height(language, "text") * _TEXT
    lines = [
        *_lines(said, face, "ink", room, ruler),
        *_lines(to_do, "text", "muted", room, ruler),
    ]
    first = 12 + pitch / 2
    place = _shortened(_place(problem), room[1] - _STEP, ruler)
    shapes: list[Shape] = [
        *sign(problem.severity, _INSET + 11, first, number("deck_check", "glyph") + 1),
        words(ruler, place, left, first, Look(_MONO, "mono", "muted")),
        words(ruler, label, width - _INSET, first, Look(_MONO, "mono", "muted"), "end"),
    ]
    return 24 + (len(lines) + 1) * pitch, [*shapes, *_set(lines, first + pitch, pitch)]


def _lines(
    text: str, face: Face, ink: Ink, room: tuple[float, float], ruler: Ruler
) -> list[TextLine]:
    """Return `text` broken into lines that begin at 0, to be set by `_set`."""
    size = _TEXT
    broken = ruler.lines((Span(text, face, ink),), size, room[1]) if text else ()
    return [TextLine(room[0], 0.0, line, size) for line in broken]


def _set(lines: list[TextLine], middle: float, pitch: float) -> list[Shape]:
    """Return `lines` under one another, the first with its letters around `middle`."""
    return [
        TextLine(line.x, middle + 0.36 * line.size + at * pitch, line.spans, line.size)
        for at, line in enumerate(lines)
    ]


def _place(problem: Problem) -> str:
    file = shown(problem.file)
    return f"{file}:{problem.line}" if problem.line else file


def _shortened(place: str, room: float, ruler: Ruler) -> str:
    """Return `place` without its beginning where it is too long: the end is what differs."""
    if ruler.width(place, "mono", _MONO) <= room:
        return place
    # Whole folders go first.
    *_, name = parts = place.split("/")

    def last(count: int) -> str:
        return "/".join(("…", *parts[len(parts) - count :]))

    folders = longest(len(parts) - 1, lambda it: ruler.width(last(it), "mono", _MONO) <= room)
    if folders:
        return last(folders)

    def end(count: int) -> str:
        return f"…{name[len(name) - count :]}"

    return end(longest(len(name), lambda it: ruler.width(end(it), "mono", _MONO) <= room))
