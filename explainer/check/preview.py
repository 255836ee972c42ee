"""The slide of the step that a problem is about, as far as it can be drawn; else why it cannot."""

from __future__ import annotations

import logging

from explainer.bars.controls import MUTED, STRONG, words
from explainer.check.summary import check_of
from explainer.deck import Examined
from explainer.picture import Box, Clip, Picture, Ruler, Shape, Span, TextLine, placed
from explainer.schema import Language, StepId
from explainer.slide import slide_picture
from explainer.strings import say
from explainer.theme import line_height, number, window_type

log = logging.getLogger(__name__)

MOST_MODELS = 500
"""Models of a lineage that is drawn for a preview; the slide of a larger one takes seconds."""
_SLIDE = (1600.0, 900.0)
"""px in which the slide is laid out before it is made small."""
_CAPTION = 30.0
_TEXT = window_type("panel_text")


def preview_picture(
    examined: Examined, selected: int, language: Language, width: float, ruler: Ruler
) -> Picture:
    """Return the slide of the problem `selected`, `width` px wide, with a caption."""
    height = round(width * _SLIDE[1] / _SLIDE[0])
    step = examined.step_of(selected)
    slide = _slide(examined, step, language, ruler) if step is not None else None
    if slide is None:
        return _excuse(examined, selected, language, (width, height), ruler, failed=bool(step))
    shapes, _ = placed(slide, 0, 0, width / _SLIDE[0])
    hair = number("line_width", "hair")
    frame = Box(0.5, 0.5, width - 1, height - 1, 0, "", "edge_dimmed", hair)
    spot = examined.spots[selected]
    kind = "check.preview.stage" if spot and spot.whole else "check.preview"
    name = say(kind, language, label=spot.label if spot else "")
    how = "check.preview.part" if examined.errors else "check.preview.sound"
    middle = height + _CAPTION / 2 + 4
    caption = words(ruler, name, 0, middle, STRONG)
    note = words(ruler, say(how, language), caption.width + 12, middle, MUTED)
    if note.x + note.width > width:
        note = words(ruler, say(how, language), 0, middle + _CAPTION - 6, MUTED)
    inside: list[Shape] = [Box(0, 0, width, height, fill="background"), *shapes]
    return Picture(
        width,
        note.y + 12,
        (Clip(0, 0, width, height, tuple(inside)), frame, caption, note),
    )


def _slide(examined: Examined, step: StepId, language: Language, ruler: Ruler) -> Picture | None:
    part = examined.part
    if part is None or len(part.models) > MOST_MODELS:
        return None
    try:
        return slide_picture(part, step, language, *_SLIDE, ruler)
    except Exception:
        # The deck has errors: a slide may need just what is wrong.
        log.exception("no preview of %s", step)
        return None


def _excuse(  # noqa: PLR0913 - a problem, a language, a place
    examined: Examined,
    selected: int,
    language: Language,
    size: tuple[float, float],
    ruler: Ruler,
    *,
    failed: bool,
) -> Picture:
    """Return a sentence in the place of the slide."""
    width, height = size
    if failed and examined.part and len(examined.part.models) > MOST_MODELS:
        key = "check.preview.large"
    elif failed:
        key = "check.preview.failed"
    elif selected < len(examined.problems) and check_of(examined.problems[selected]) == "1":
        key = "check.preview.unread"
    elif selected < len(examined.spots) and examined.spots[selected] is not None:
        key = "check.preview.gone"
    else:
        key = "check.preview.deck"
    spans = (Span(say(key, language), "text", "muted"),)
    lines = ruler.lines(spans, _TEXT, width - 64)
    pitch = line_height(language, "text") * _TEXT
    first = (height - len(lines) * pitch) / 2 + 0.72 * pitch
    shapes: list[Shape] = [
        Box(0, 0, width, height, number("radius", "card"), "sunken"),
        *(
            TextLine(width / 2, first + at * pitch, line, _TEXT, "middle")
            for at, line in enumerate(lines)
        ),
    ]
    return Picture(width, height + _CAPTION + 8, tuple(shapes))
