"""The search as pictures: its frame, the rows that were found, and what is said without any.

What is found is in `find`; the field and the keys are in `views/finder`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from explainer.bars.controls import MUTED, Look, Place, words
from explainer.bars.field import inside, shortened
from explainer.find import Entry, Group
from explainer.intents import Press
from explainer.picture import Box, Face, Hit, Icon, Picture, Ruler, Shape, Span, TextLine
from explainer.schema import Language
from explainer.strands import certainty_line
from explainer.strings import say
from explainer.theme import line_height, number, window_type

WIDTH, HEIGHT = 780.0, 700.0
"""px that the frame has where the window is large enough; it never changes with what is found."""
_MARGIN = 24.0
"""px that the frame leaves around itself at least."""
_HIGH = 0.1
"""Share of the window's height above the frame, where there is so much."""
_FIELD = 64.0
_FOOT = 44.0
_GLASS = 22.0
_PAD = 22.0
"""px from the frame to the words."""
_EDGE = 8.0
"""px from the frame to the ground of the selected row."""
_KIND = 92.0
"""px for the kind, before the name."""
_AIR = 10.0
"""px above and below the words of a row."""
_BETWEEN = 17.0
"""px between two kinds, with a line in the middle."""
_NAME, _BELOW = window_type("panel_text"), window_type("note")
_LINE = 22.0
"""px of a claim's line of certainty."""
_MORE = 40.0
"""Height of the row that unfolds a kind, px."""
FIELD_TEXT = 20.0
"""Size of the letters that are typed, px."""


class Frame(Struct, frozen=True):
    """The frame over a window, and the places in it."""

    picture: Picture
    outer: Place
    field: Place
    body: Place


class Row(Struct, frozen=True):
    """A row that can be chosen."""

    control: str
    """What it presses: `claim:C108`, or `all:claim` to unfold a kind."""
    name: str
    """What a screen reader says."""
    top: float
    height: float


class Rows(Struct, frozen=True):
    """What was found."""

    picture: Picture
    rows: tuple[Row, ...]


def search_frame(  # noqa: PLR0913 - a window and what is said in it
    width: float, height: float, count: int, language: Language, ruler: Ruler, *, filtered: bool
) -> Frame:
    """Return veil, frame, glass and foot over a window of `width` x `height` px."""
    wide = float(round(min(WIDTH, width - 2 * _MARGIN)))
    above = max(_MARGIN, round(height * _HIGH))
    high = float(round(min(HEIGHT, height - above - _MARGIN)))
    left, top = float(round((width - wide) / 2)), float(above)
    hair, line = number("line_width", "hair"), number("dialog", "frame")
    foot = top + high - _FOOT
    key = "search.count" if filtered else "search.all"
    counted = words(
        ruler, say(key, language, count=count), left + wide - _PAD, foot + _FOOT / 2, MUTED, "end"
    )
    shapes: list[Shape] = [
        Box(0, 0, width, height, fill="background", opacity=number("dialog", "veil")),
        Box(left, top, wide, high, number("dialog", "radius"), "surface", "ink", line),
        Icon("search", left + _PAD + 10, top + _FIELD / 2, _GLASS, "muted", 1.9),
        Box(left + line, top + _FIELD, wide - 2 * line, hair, fill="line"),
        Box(left + line, foot, wide - 2 * line, hair, fill="line"),
    ]
    keys = words(ruler, say("search.keys", language), left + _PAD, foot + _FOOT / 2, MUTED)
    if count:
        shapes.append(counted)
    if keys.width + counted.width + 2 * _PAD + 24 <= wide:
        shapes.append(keys)
    field = inside(Place(left, top, wide, _FIELD))
    body_top = top + _FIELD + hair
    return Frame(
        Picture(width, height, tuple(shapes)),
        Place(left, top, wide, high),
        Place(field.x + 10, field.y + 6, field.width - 10, field.height - 12),
        Place(left + line, body_top, wide - 2 * line, foot - body_top),
    )


def search_rows(  # noqa: PLR0913 - what was found, how it is listed, and where
    found: Sequence[Group],
    typed: str,
    selected: str,
    language: Language,
    width: float,
    ruler: Ruler,
) -> Rows:
    """Return the groups one under the other; the row that presses `selected` stands out."""
    shapes: list[Shape] = []
    rows: list[Row] = []
    y = _EDGE
    for place, group in enumerate(found):
        if place:
            hair = number("line_width", "hair")
            shapes.append(Box(_PAD, y + _BETWEEN / 2, width - 2 * _PAD, hair, fill="line"))
            y += _BETWEEN
        for entry in group.entries:
            row, drawn = _entry(entry, typed, y, language, width, ruler)
            shapes += _ground(row, selected, width)
            shapes += drawn
            rows.append(row)
            y += row.height
        if len(group.entries) < group.count:
            row, drawn = _unfolds(group, y, language, ruler)
            shapes += _ground(row, selected, width)
            shapes += drawn
            rows.append(row)
            y += row.height
    hits = tuple(_hit(row, width) for row in rows)
    return Rows(Picture(width, y + _EDGE, tuple(shapes), hits), tuple(rows))


def search_empty(  # noqa: PLR0913 - what was typed, what is like it, and where
    typed: str,
    hint: str,
    alike: Sequence[Entry],
    selected: str,
    language: Language,
    width: float,
    ruler: Ruler,
) -> Rows:
    """Return what is said where nothing was found, and names that are like what was typed."""
    shapes: list[Shape] = []
    room = width - 2 * _PAD
    y = 28.0
    asked = shortened(
        ruler, typed.strip(), Look(window_type("nothing_found"), "headline"), room * 0.6
    )
    for text, look, kind in (
        (
            say("search.none", language, typed=asked),
            Look(window_type("nothing_found"), "headline"),
            "headline",
        ),
        (hint, Look(window_type("ui"), ink="muted"), "text"),
    ):
        pitch = line_height(language, kind) * look.size
        for line in ruler.lines((Span(text, look.face, look.ink),), look.size, room):
            shapes.append(TextLine(_PAD, y + 0.78 * pitch, line, look.size))
            y += pitch
        y += 12
    if not alike:
        return Rows(Picture(width, y + _EDGE, tuple(shapes)), ())
    head = say("search.alike", language)
    y += 12
    shapes.append(words(ruler, head, _PAD, y + 10, Look(window_type("ui"), "strong")))
    y += 28
    rows: list[Row] = []
    for entry in alike:
        row, drawn = _entry(entry, "", y, language, width, ruler)
        shapes += _ground(row, selected, width)
        shapes += drawn
        rows.append(row)
        y += row.height
    hits = tuple(_hit(row, width) for row in rows)
    return Rows(Picture(width, y + _EDGE, tuple(shapes), hits), tuple(rows))


def _entry(  # noqa: PLR0913 - what, how and where
    entry: Entry, typed: str, y: float, language: Language, width: float, ruler: Ruler
) -> tuple[Row, list[Shape]]:
    """Return a row: kind, name, and a second line in muted ink."""
    left = _PAD + _KIND
    room = width - left - _PAD
    kind = say(f"find.kind.{entry.kind}", language)
    name, below = entry.name.plain(language), entry.below.plain(language)
    pitch = line_height(language, "text") * _NAME
    y_name = y + _AIR
    shapes: list[Shape] = [words(ruler, kind, _PAD, y_name + pitch / 2, Look(_BELOW, ink="muted"))]
    lines = _name_lines(entry, name, typed, room, ruler)
    for at, line in enumerate(lines):
        shapes.append(TextLine(left, y_name + at * pitch + pitch / 2 + 0.36 * _NAME, line, _NAME))
    look = Look(_BELOW, ink="muted")
    below_pitch = 1.45 * _BELOW
    y_below = y_name + len(lines) * pitch
    middle = y_below + below_pitch / 2
    x = left
    if entry.certainty is not None:
        shapes += certainty_line(entry.certainty, x, middle, _LINE, 2.4)
        x += _LINE + 8
    said = shortened(ruler, below, look, left + room - x)
    shapes.append(words(ruler, said, x, middle, look))
    told = say("search.row.name", language, kind=kind, name=name, below=below)
    height = y_below + below_pitch + _AIR - y
    return Row(f"{entry.kind}:{entry.id}", told, y, height), shapes


def _name_lines(
    entry: Entry, name: str, typed: str, room: float, ruler: Ruler
) -> list[tuple[Span, ...]]:
    """Return the name on one line, a claim's sentence on two; what was typed is bold in it."""
    plain, strong = _faces(entry)
    most = 2 if entry.kind == "claim" else 1
    lines = list(ruler.lines(_marked(name, typed, plain, strong), _NAME, room))
    if len(lines) <= most:
        return lines
    rest = "".join(span.text for line in lines[most - 1 :] for span in line)
    last = shortened(ruler, rest, Look(_NAME, plain), room)
    return [*lines[: most - 1], (Span(last, plain),)]


def _faces(entry: Entry) -> tuple[Face, Face]:
    return ("mono", "mono-strong") if entry.kind == "model" else ("text", "strong")


def _marked(name: str, typed: str, plain: Face, strong: Face) -> tuple[Span, ...]:
    sought = typed.strip().casefold()
    found = name.casefold().find(sought) if sought else -1
    # A letter that becomes two in small letters would move what follows.
    if found < 0 or len(name.casefold()) != len(name):
        return (Span(name, plain),)
    end = found + len(sought)
    parts = (
        Span(name[:found], plain),
        Span(name[found:end], strong),
        Span(name[end:], plain),
    )
    return tuple(part for part in parts if part.text)


def _unfolds(group: Group, y: float, language: Language, ruler: Ruler) -> tuple[Row, list[Shape]]:
    text = say(f"find.all.{group.kind}", language, count=group.count)
    left = _PAD + _KIND
    line = words(ruler, text, left, y + _MORE / 2, Look(window_type("ui"), "medium"))
    icon = Icon("chev", left + line.width + 16, y + _MORE / 2, 18, "muted", 2.0)
    return Row(f"all:{group.kind}", text, y, _MORE), [line, icon]


def _ground(row: Row, selected: str, width: float) -> list[Shape]:
    if row.control != selected:
        return []
    radius = number("radius", "card")
    return [
        Box(_EDGE, row.top, width - 2 * _EDGE, row.height, radius, "sunken"),
        Box(_EDGE, row.top + 8, 3, row.height - 16, 1.5, "ink"),
    ]


def _hit(row: Row, width: float) -> Hit:
    radius = number("radius", "card")
    wide = width - 2 * _EDGE
    return Hit(_EDGE, row.top, wide, row.height, Press(row.control), row.name, radius=radius)
