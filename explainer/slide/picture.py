"""A whole slide: headline, body, and the foot that no slide goes without."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.deck.shown import headline_of
from explainer.lines import fits, shortened
from explainer.picture import Picture, Ruler, Shape, Span, TextLine, line_width, placed
from explainer.schema import Language, StepId, TitleSlide, View
from explainer.slide.bodies import body_picture
from explainer.slide.foot import KEYED, foot_picture
from explainer.slide.measures import Measures
from explainer.story import stage_of, step
from explainer.theme import line_height, number

_MOST = 4
"""Lines of what is looked up: a claim is a sentence of any length."""
_LEAST = 0.8
"""A headline that does not fit on two lines is set smaller, down to this share."""


def slide_picture(  # noqa: PLR0913 - a slide, its language and its size
    deck: Deck,
    name: StepId,
    language: Language,
    width: float,
    height: float,
    ruler: Ruler,
    *,
    away: View | None = None,
    section: View | None = None,
) -> Picture:
    """Return the slide of a step, `width` x `height` px, from 4:3 to 16:9.

    `away` is looked at instead of the step's own view: the map then stands there, with headline
    and sources of what is looked at and without any words of the step. `section` is the step's own
    view through another camera, and keeps them.
    """
    measures = Measures(width, height)
    stage, shown = stage_of(deck, name), step(deck, name)
    if isinstance(shown.slide, TitleSlide) and away is None:
        body = body_picture(deck, name, language, measures, (width, height), ruler)
        return Picture(width, height, body.shapes, body.hits, "background")
    if away is None:
        told = headline_of(stage, shown).of(language)
        shapes, top = _headline((told,), language, measures, ruler)
    else:
        from explainer.slide.look import look_headlines  # nobody looks elsewhere at a start

        said = look_headlines(deck, away, language)
        shapes, top = _headline(said, language, measures, ruler, most=_MOST)
    # A key of methods has a line of its own where the slide is narrow.
    keyed = away is None and isinstance(shown.slide, KEYED)
    foot_top = measures.picture_foot - (measures.second_line if keyed else 0.0)
    size = (measures.inner, foot_top - top)
    body = body_picture(deck, name, language, measures, size, ruler, away=away, section=section)
    inside, hits = placed(body, measures.margin, top)
    foot = foot_picture(deck, name, language, measures, ruler, away=away)
    return Picture(width, height, (*shapes, *inside, *foot.shapes), hits + foot.hits, "background")


def _headline(
    wordings: tuple[str, ...],
    language: Language,
    measures: Measures,
    ruler: Ruler,
    *,
    most: int = 2,
) -> tuple[list[Shape], float]:
    """Return the first of the sentences that fits at the top, and where the picture begins, px.

    It has two lines, or smaller ones where it needs more, `most` at the most.
    """
    size = measures.type("headline_4_3" if measures.narrow else "headline")
    floors = {2: size * _LEAST}
    floors.update(dict.fromkeys(range(3, most + 1), measures.type("body_floor") * 1.001))
    every = [(Span(words, "headline"),) for words in wordings]
    fitting = (
        (spans, count)
        for spans in every
        for count, least in floors.items()
        if fits(ruler, spans, least, measures.inner, count)
    )
    spans, count = next(fitting, (every[-1], 2))
    while size > floors[count] and not fits(ruler, spans, size, measures.inner, count):
        size = max(floors[count], size * 0.97)
    lines = shortened(ruler, spans, size, measures.inner, count)
    leading = size * line_height(language, "headline")
    first = measures.share(number("space_slide", "margin_top")) + size * 0.9
    shapes: list[Shape] = [
        TextLine(
            measures.margin,
            first + place * leading,
            line,
            size,
            width=line_width(ruler, line, size),
            id="headline",
        )
        for place, line in enumerate(lines)
    ]
    key = "picture_top" if len(lines) == 1 else "picture_top_two_line_headline"
    top = measures.share(number("space_slide", key)) + max(0, len(lines) - 2) * leading
    return shapes, top - measures.share(0.012)
