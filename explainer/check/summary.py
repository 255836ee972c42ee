"""What came of a check in words: the headline, the counts, and which checks have run."""

from __future__ import annotations

from explainer.bars.controls import MUTED, Look, words
from explainer.check.glyphs import stop_sign, warning_sign
from explainer.deck import Examined
from explainer.errors import Problem
from explainer.picture import Picture, Ruler, Shape, Span, TextLine
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import line_height, number, window_type

CHECKS = ("1", "2", "3", "4", "5", "6", "7")
"""The checks in the order in which they run: the first digit of their codes."""
_MOST_WORDS = 9
"""Greater numbers are written in digits."""
_HEIGHT = 28.0
_TEXT = window_type("panel_text")
_SMALL = window_type("ui")
_BEFORE = 14.0
"""px above what was not run."""


def check_of(problem: Problem) -> str:
    """Return the check that found `problem`."""
    return problem.code[1]


def headline(examined: Examined, language: Language) -> str:
    """Return how many things stop the deck; without errors, how many could be better."""
    if examined.errors:
        kind, count = "stops", examined.errors
    elif examined.warnings:
        kind, count = "warns", examined.warnings
    else:
        return say("check.none", language)
    if count == 1:
        return say(f"check.{kind}.one", language)
    word = say(f"check.count.{count}", language) if count <= _MOST_WORDS else str(count)
    return say(f"check.{kind}.many", language, count=word)


def summary_picture(examined: Examined, language: Language, ruler: Ruler) -> Picture:
    """Return the counts of errors, warnings, steps and checks, on one line."""
    size, middle = number("deck_check", "glyph"), _HEIGHT / 2
    shapes: list[Shape] = []
    x = 0.0
    counts = (("errors", examined.errors, stop_sign), ("warnings", examined.warnings, warning_sign))
    for name, count, sign in counts:
        if not count:
            continue
        many = "one" if count == 1 else "many"
        text = say(f"check.{name}.{many}", language, count=count)
        shapes += sign(x + size / 2, middle, size)
        shapes.append(words(ruler, text, x + size + 8, middle, Look(_TEXT)))
        x += size + 8 + ruler.width(text, "text", _TEXT) + 24
    steps = sum(len(stage.steps) for stage in examined.stages)
    extent = say("check.extent", language, steps=steps, checks=len(CHECKS))
    shapes.append(words(ruler, extent, x, middle, MUTED))
    return Picture(x + ruler.width(extent, MUTED.face, MUTED.size), _HEIGHT, tuple(shapes))


def not_run_picture(examined: Examined, language: Language, width: float, ruler: Ruler) -> Picture:
    """Return what is not listed and what was not run, a sentence each; empty if there is none."""
    said = [it.say(language) for it in examined.not_run]
    if examined.more:
        said.insert(0, say("check.more", language, count=examined.more))
    pitch = line_height(language, "text") * _SMALL
    lines = [
        line for text in said for line in ruler.lines((Span(text, "text", "muted"),), _SMALL, width)
    ]
    top = _BEFORE if lines else 0.0
    shapes = (TextLine(0, top + (at + 0.72) * pitch, line, _SMALL) for at, line in enumerate(lines))
    return Picture(width, top + len(lines) * pitch, tuple(shapes))
