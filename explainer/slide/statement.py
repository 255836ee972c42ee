"""One sentence, and beside it the strand it speaks of."""

from __future__ import annotations

from explainer.dress import method_ink
from explainer.paths import Straight, Way
from explainer.picture import Picture, Span
from explainer.schema import TextSlide
from explainer.slide.sheet import Sheet
from explainer.strands import Thread

_TEXT = 0.62
"""Share of the width that a statement takes beside a strand."""
_MIDDLE = 0.42


def statement_picture(sheet: Sheet, slide: TextSlide) -> Picture:
    """Return one sentence at the left, and the strand it speaks of at the right."""
    letters = sheet.type("alone")
    room = sheet.width * (_TEXT if slide.strand else 0.8)
    spans = (Span(slide.says.of(sheet.language), "medium"),)
    words = sheet.fitted(spans, letters, room, 4, sheet.type("body_floor"))
    sheet.put(words, 0, (sheet.height - words.height) * _MIDDLE, id="statement")
    if slide.strand:
        _strand(sheet, slide)
    return sheet.picture()


def _strand(sheet: Sheet, slide: TextSlide) -> None:
    method = sheet.deck.methods[slide.strand]
    width, radius = sheet.share(0.03), sheet.share(0.042)
    x, middle = sheet.width * 0.82, sheet.height * _MIDDLE
    way = Way((Straight((x, 0.0), (0.0, 1.0), sheet.height),))
    ink = method_ink(method, "stroke")
    sheet.shapes += Thread(way, 0.0, width, ink, "background", method.style).shapes()
    sheet.badge(method, x, middle, radius)
    span = Span(method.name.of(sheet.language), "strong", method_ink(method, "text"))
    room = sheet.width * 0.18 - radius * 1.5
    words = sheet.fitted((span,), sheet.type("method_label"), room, 3)
    sheet.put(words, x + radius * 1.4, middle - words.height / 2, id="method")
