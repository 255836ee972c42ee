"""What came of a check in words: the headline, the counts, and which checks have run."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.bars.controls import MUTED, Look, words
from explainer.check.glyphs import stop_sign, warning_sign
from explainer.deck import Examined
from explainer.errors import Problem
from explainer.picture import Picture, Ruler, Shape
from explainer.schema import Language
from explainer.strings import say
from explainer.theme import number, window_type

CHECKS = ("1", "2", "3", "4", "5", "6", "7")
"""The checks in the order in which they run: the first digit of their codes."""
_NEEDS_RECORDS = frozenset(("5", "6", "7"))
_RECORDS = ("E20", "E210", "E212", "E213", "E3", "E401")
"""What is wrong with records and ids: what needs all of them was not looked at then."""
_MOST_WORDS = 9
"""Greater numbers are written in digits."""
_HEIGHT = 28.0
_TEXT = window_type("panel_text")


def check_of(problem: Problem) -> str:
    """Return the check that found `problem`."""
    return problem.code[1]


def unchecked(problems: Sequence[Problem]) -> frozenset[str]:
    """Return the checks that have not run, because of what others found before."""
    errors = [problem for problem in problems if problem.severity == "error"]
    if any(check_of(problem) == "1" for problem in errors):
        return frozenset(CHECKS[1:])
    if any(problem.code.startswith(_RECORDS) for problem in errors):
        return _NEEDS_RECORDS - {check_of(problem) for problem in problems}
    return frozenset()


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
