"""One sentence with how sure it is, beside the strand it speaks of or over a table still empty."""

from __future__ import annotations

from explainer.chart.heads import whole_or_cut
from explainer.dress import method_ink
from explainer.lineage import weakest
from explainer.paths import Straight, Way
from explainer.picture import Box, Picture, Span
from explainer.plot import model_name
from explainer.schema import Certainty, TextSlide
from explainer.slide.sheet import Sheet
from explainer.strands import Thread
from explainer.theme import dash

_TEXT = 0.62
"""Share of the width that a statement takes beside a strand."""
_MIDDLE = 0.42
_UNDER = 0.022
"""From the sentence down to how sure it is; this and the rest are shares of the slide's height."""
_OVER = 0.052
"""Letters of a sentence over a table."""
_ROWS, _ROW, _GAP = 2, 0.18, 0.022
"""Of the empty table: its rows, the most that one takes, the room between cells."""
_LINES = 3
"""Of a name over its column."""


def statement_picture(sheet: Sheet, slide: TextSlide) -> Picture:
    """Return one sentence with its certainty, and what it speaks of beside or under it."""
    table = bool(slide.unknown)
    beside = bool(slide.strand) and not table
    letters = sheet.share(_OVER) if table else sheet.type("alone")
    room = sheet.width * (1.0 if table else _TEXT if slide.strand else 0.8)
    spans = (Span(slide.says.of(sheet.language), "strong"),)
    words = sheet.fitted(spans, letters, room, 2 if table else 4, sheet.type("body_floor"))
    label = sheet.type("label")
    rest = sheet.share(_UNDER) + label * 1.2 if slide.claims else 0.0
    top = sheet.share(0.01) if table else (sheet.height - words.height - rest) * _MIDDLE
    foot = sheet.put(words, 0, top, id="statement")
    certainty = weakest(sheet.deck.claims[claim].certainty for claim in slide.claims)
    if slide.claims:
        middle = foot + sheet.share(_UNDER) + label * 0.5
        sheet.basis(certainty, slide.claims, 0, middle, room)
    if table:
        _table(sheet, slide, foot + rest + sheet.share(0.045))
    if beside:
        _strand(sheet, slide, certainty or "stated")
    return sheet.picture()


def _table(sheet: Sheet, slide: TextSlide, top: float) -> None:
    """Add names over columns of cells in which nothing is known."""
    gap = sheet.share(_GAP)
    column = (sheet.width - gap * (len(slide.unknown) - 1)) / len(slide.unknown)
    letters = sheet.type("model_name")
    names = tuple(model_name(sheet.deck, model) for model in slide.unknown)
    heads = whole_or_cut(names, "mono-strong", letters, column, sheet.ruler, _LINES)
    leading = letters * 1.2
    head = max(len(lines) for lines in heads) * leading + sheet.share(0.014)
    row = min(sheet.share(_ROW), (sheet.height - top - head - gap * _ROWS) / _ROWS)
    line, body = sheet.share(0.0037), sheet.type("body")
    for at, lines in enumerate(heads):
        x = at * (column + gap)
        middle = x + column / 2
        start = top + head - sheet.share(0.014) - leading * len(lines)
        for number, name in enumerate(lines):
            y = start + (number + 0.5) * leading
            sheet.line(name, middle, y, letters, face="mono-strong", anchor="middle", id="column")
        for place in range(_ROWS):
            y = top + head + place * (row + gap)
            sheet.shapes.append(
                Box(
                    x + line / 2,
                    y,
                    column - line,
                    row,
                    sheet.share(0.009),
                    stroke="muted",
                    stroke_width=line,
                    dash=dash("open"),
                    id="empty-cell",
                )
            )
            sheet.line(
                "?",
                middle,
                y + row / 2,
                body,
                face="strong",
                ink="muted",
                anchor="middle",
                id="cell",
            )


def _strand(sheet: Sheet, slide: TextSlide, certainty: Certainty) -> None:
    method = sheet.deck.methods[slide.strand]
    width, radius = sheet.share(0.03), sheet.share(0.042)
    x, middle = sheet.width * 0.82, sheet.height * _MIDDLE
    way = Way((Straight((x, 0.0), (0.0, 1.0), sheet.height),))
    ink = method_ink(method, "stroke")
    thread = Thread(way, 0.0, width, ink, "background", method.style, certainty)
    sheet.shapes += thread.shapes()
    sheet.badge(method, x, middle, radius)
    span = Span(method.name.of(sheet.language), "strong", method_ink(method, "text"))
    room = sheet.width * 0.18 - radius * 1.5
    words = sheet.fitted((span,), sheet.type("method_label"), room, 3)
    sheet.put(words, x + radius * 1.4, middle - words.height / 2, id="method")
