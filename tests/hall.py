"""The slides of the embedded deck as a hall sees them, and what each kind of words on them is.

Every line of words on a slide has an id, and every id has one role here: one without is found.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from ink import RULER
from lectures import embedded
from msgspec import Struct

from explainer.fits.faults import FOOT
from explainer.fits.ink import Words, flat, seen_words
from explainer.picture import Picture, Shape
from explainer.schema import Language
from explainer.story import steps
from explainer.views.render import framed_slide

Role = Literal["body", "label", "small"]
LEAST: dict[Role, float] = {"body": 0.042, "label": 0.028, "small": 0.025}
"""Of the letters, share of the slide's height."""

BODY = """
    title subtitle headline statement
    option letter answer term definition
    thesis reason sign experiment
    limit number big under example
    says doubt evidence change ability figure aspect cell group
    chart-name caveat share-name value total
    source-short
    callout
"""
"""What the story is told with: headline, sentences, callouts, amounts."""
LABEL = """
    name date axis base model ancestor station column row listing mark mark-sign fate-word more
    method label certainty callout:tail weakest state reference by source-title source-authors
    key unit tick words total-words note reasons-title experiment-title ancestor-label
    shared figure-source
"""
"""Names, axes, legends, cells of tables, and what says how sure something is and where from."""
ROLES: dict[str, Role] = {
    **dict.fromkeys(BODY.split(), "body"),
    **dict.fromkeys(LABEL.split(), "label"),
    **dict.fromkeys(FOOT, "small"),
}


class Slide(Struct, frozen=True):
    """A slide, the words that are seen on it, and all other shapes."""

    where: str
    picture: Picture
    words: tuple[Words, ...]
    shapes: tuple[Shape, ...]


@cache
def slides(size: tuple[int, int], language: Language) -> tuple[Slide, ...]:
    """Return every slide of the story, made once for all tests."""
    return tuple(
        _slide(
            f"{name} {language} {size[0]}x{size[1]}",
            framed_slide(embedded(), name, language, *size),
        )
        for name in steps(embedded())
    )


def _slide(where: str, picture: Picture) -> Slide:
    shapes = tuple(flat(picture.shapes))
    return Slide(where, picture, tuple(seen_words(picture.shapes, RULER)), shapes)
