"""The title slide: what the deck is called, beside the strands it tells of."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.dress import method_icon, method_ink
from explainer.lines import fits, shortened
from explainer.paths import Straight, Way, way
from explainer.picture import Anchor, Box, Icon, Ruler, Shape, Span, TextLine, line_width
from explainer.placement import lanes
from explainer.schema import Language, Method
from explainer.slide.measures import Measures
from explainer.strands import Thread
from explainer.strings import say
from explainer.theme import number

_TEXT = 0.6
"""Share of the width for the title."""
_AXIS = 0.74
"""Where the middle strand runs."""
_STATIONS = (0.148, 0.833)
_BADGE_AWAY = 0.21
"""From a strand to the middle of its badge; this and the next are shares of the slide's height."""
_EDGE = 0.01
"""Beside words at the right edge."""
_INTO = 0.12
"""How far words go into the room of the title."""
_CLOSE = 1.15
"""From line to line of a method's name, em."""
_JOINS = (0.24, 0.41, 0.595, 0.7)
"""Where strands come in, from the top."""


def title_shapes(
    deck: Deck,
    language: Language,
    size: tuple[float, float],
    measures: Measures,
    ruler: Ruler,
) -> tuple[Shape, ...]:
    """Return the title, its second line and the source at the left, the strands at the right."""
    width, height = size
    # In a box higher than a slide, sizes are those of the slide that fits into its width.
    unit = min(height, measures.height)
    margin = measures.margin if width == measures.width else unit * 0.07
    room = width * _TEXT - margin
    shapes = _strands(deck, language, size, unit, ruler)
    letters = unit * number("type_slide", "title")
    spans = (Span(deck.title.of(language), "headline"),)
    while letters > unit * 0.04 and not fits(ruler, spans, letters, room, 3):
        letters *= 0.96
    lines = shortened(ruler, spans, letters, room, 3)
    y = height * 0.39 - letters * 0.55 * (len(lines) - 2)
    for line in lines:
        measured = line_width(ruler, line, letters)
        shapes.append(TextLine(margin, y, line, letters, width=measured, id="title"))
        y += letters * 1.12
    if deck.subtitle is not None:
        small = unit * number("type_slide", "body") * 1.12
        y += max(0.0, small * 1.2 - letters * 1.12)
        spans = (Span(deck.subtitle.of(language), "text", "muted"),)
        for line in shortened(ruler, spans, small, room, 2):
            measured = line_width(ruler, line, small)
            shapes.append(TextLine(margin, y, line, small, width=measured, id="subtitle"))
            y += small * 1.3
    foot = unit * number("type_slide", "label")
    source = deck.sources[deck.source].short.of(language) if deck.source else ""
    words = say("slide.after", language, source=source) if source else ""
    said = shortened(ruler, (Span(words, "text", "muted"),), foot, room, 2) if words else ()
    for place, line in enumerate(said):
        measured = line_width(ruler, line, foot)
        at = height * 0.938 + place * foot * 1.3
        shapes.append(TextLine(margin, at, line, foot, width=measured, id="source"))
    return tuple(shapes)


def _strands(
    deck: Deck,
    language: Language,
    size: tuple[float, float],
    unit: float,
    ruler: Ruler,
) -> list[Shape]:
    width, height = size
    strand = unit * 0.0275
    pitch = strand * (1 + number("strand", "gap"))
    lane = lanes(deck)
    axis = width * _AXIS
    shapes: list[Shape] = []
    joining = [method for method in deck.methods.values() if lane[method.id] != 0]
    for method in deck.methods.values():
        offset = lane[method.id] * pitch
        if offset == 0:
            through = Way((Straight((axis, 0.0), (0.0, 1.0), height),))
            shapes += _thread(through, method, strand)
            x = axis + strand * 1.2
            room = width - unit * _EDGE - x
            shapes += _label(method, language, x, height * 0.08, room, unit, ruler, middle=False)
            continue
        place = joining.index(method)
        y = height * _JOINS[min(place, len(_JOINS) - 1)]
        side = -1 if offset < 0 else 1
        badge = (axis + offset + side * unit * _BADGE_AWAY, y)
        corners = [badge, (axis + offset, y), (axis + offset, height)]
        shapes += _thread(way(corners, strand * 3.3), method, strand)
        shapes += _badge(method, badge, unit * 0.0425)
        edge = unit * _INTO if side < 0 else width - unit * _EDGE - badge[0]
        room = 2 * min(edge, unit * _BADGE_AWAY - strand)
        y += unit * 0.082
        shapes += _label(method, language, badge[0], y, room, unit, ruler, middle=True)
    offsets = [lane[method] * pitch for method in deck.methods] or [0.0]
    shapes.append(_station(axis, height * _STATIONS[0], [0.0], strand))
    shapes.append(_station(axis, height * _STATIONS[1], offsets, strand))
    return shapes


def _thread(along: Way, method: Method, strand: float) -> list[Shape]:
    ink = method_ink(method, "stroke")
    return list(Thread(along, 0.0, strand, ink, "background", method.style).shapes())


def _badge(method: Method, at: tuple[float, float], radius: float) -> list[Shape]:
    x, y = at
    ink = method_ink(method, "stroke")
    return [
        Box(x - radius, y - radius, 2 * radius, 2 * radius, radius, fill=ink),
        Icon(method_icon(method), x, y, radius * number("badge", "icon"), "on_accent", 2.2),
    ]


def _label(  # noqa: PLR0913 - a place and a look
    method: Method,
    language: Language,
    x: float,
    y: float,
    room: float,
    unit: float,
    ruler: Ruler,
    *,
    middle: bool,
) -> list[Shape]:
    letters = unit * number("type_slide", "method_label")
    words = method.short.of(language)
    spans = (Span(words, "strong", method_ink(method, "text")),)
    anchor: Anchor = "middle" if middle else "start"
    return [
        TextLine(
            x,
            y + place * letters * _CLOSE,
            line,
            letters,
            anchor,
            width=line_width(ruler, line, letters),
            id="method",
        )
        for place, line in enumerate(shortened(ruler, spans, letters, room, 2))
    ]


def _station(x: float, y: float, offsets: list[float], strand: float) -> Shape:
    half = strand * 1.05
    left, right = x + min(offsets) - half, x + max(offsets) + half
    return Box(
        left,
        y - half,
        right - left,
        2 * half,
        half,
        fill="surface",
        stroke="ink",
        stroke_width=strand * 0.3,
    )
