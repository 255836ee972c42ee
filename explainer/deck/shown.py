"""What a slide says besides names and tables: the words that have to be read in the hall.

Names of models, terms and reasons are labels; the rows of an argument, a chart, a matrix, a
summary, definitions and sources are tables. Neither is counted here.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from explainer.schema import (
    CompareSlide,
    EndSlide,
    LimitsSlide,
    MapSlide,
    QuestionSlide,
    RevealSlide,
    Stage,
    Step,
    Text,
    TextSlide,
    TitleSlide,
    TraceSlide,
    UnlockSlide,
)

SPEAK_FOR_THEMSELVES = (EndSlide, QuestionSlide, RevealSlide)
"""Kinds whose own sentence stands where others have a headline."""
Item = tuple[Text, ...]
"""Something that the eye takes in at once: a text, or a row of them."""


def words_on(stage: Stage, step: Step) -> Item:
    """Return what stands on the slide of a step: its headline, and what counts as words."""
    above = () if isinstance(step.slide, TitleSlide) else (headline_of(stage, step),)
    return (*above, *chain.from_iterable(items_on(stage, step).values()))


def items_on(stage: Stage, step: Step) -> Mapping[str, Item]:  # noqa: PLR0911 - one for each kind
    """Return what may be new on the slide of a step, by what stays the same from step to step."""
    match step.slide:
        case MapSlide() as slide:
            return {str(model): (text,) for model, text in slide.callouts.items()}
        case TextSlide() as slide:
            return {"says": (slide.says,)}
        case QuestionSlide() as slide:
            return _options(slide)
        case RevealSlide() as slide:
            asked = question_of(stage, slide)
            return {**(_options(asked) if asked else {}), "says": (slide.says,)}
        case TraceSlide() as slide:
            stations = {str(model): (text,) for model, text in slide.says.items()}
            return {**stations, "doubt": (slide.doubt,)}
        case CompareSlide() as slide:
            return {it.name.en: tuple(it.says.values()) for it in slide.aspects}
        case UnlockSlide() as slide:
            return _said(left=slide.left.figure, right=slide.right.figure)
        case LimitsSlide() as slide:
            return _said(big=slide.big, under=slide.under)
        case _:
            return {}


def question_of(stage: Stage, slide: RevealSlide) -> QuestionSlide | None:
    """Return the question that a slide answers; None where its stage has none of that name."""
    for step in stage.steps:
        if step.id == slide.reveals and isinstance(step.slide, QuestionSlide):
            return step.slide
    return None


def headline_of(stage: Stage, step: Step) -> Text:
    """Return the sentence of a slide: what it asks or says itself, the step's or the stage's."""
    own = step.headline or stage.headline
    match step.slide:
        case EndSlide() as slide:
            return slide.says
        case QuestionSlide() as slide:
            return slide.asks
        case RevealSlide() as slide:
            asked = question_of(stage, slide)
            return asked.asks if asked else own
        case _:
            return own


def _options(slide: QuestionSlide) -> dict[str, Item]:
    return {f"option {number}": (option,) for number, option in enumerate(slide.options)}


def _said(**texts: Text | None) -> dict[str, Item]:
    return {name: (text,) for name, text in texts.items() if text is not None}
