"""The story bar: how far the story is, a way into every stage, back and next."""

from __future__ import annotations

from explainer.bars.controls import Button, Look, Place, button, words
from explainer.bars.prompt import prompt
from explainer.deck import Deck
from explainer.intents import GoToStep, NextStep, PreviousStep
from explainer.picture import Box, Hit, Picture, Ruler, Shape
from explainer.schema import Stage
from explainer.state import State
from explainer.story import first, is_away, last, number_in_stage, number_of, stage_of, steps_of
from explainer.strings import say
from explainer.theme import layout, number, window_type

_MARGIN = 32.0
_BUTTON = (126.0, 52.0)
_BUTTON_TOP = 30.0
_BESIDE = 24.0
"""px between a button and the first stage."""
_GAP = 6.0
"""px between two stages; half of it where there are many."""
_TRACK = 29.0
"""Middle of the segments, px from the top."""
_DONE, _CURRENT = 6.0, 9.0
"""Heights of a segment, px."""
_NAMES = window_type("stage_name")
_APART = 4.0
"""px between two names at least."""
_NAME_LINE, _STEP_LINE = 56.0, 80.0
"""Middles of both lines of words, px from the top."""
_HIT = (10.0, 60.0)
"""From where to where a segment answers, px from the top."""


def story_bar(deck: Deck, state: State, width: float, ruler: Ruler) -> Picture:
    """Return the bar, `width` px wide and as high as the tokens say.

    At either end of the story the button that would lead beyond it cannot be pressed; while
    something else is looked at, both lead back to the step.
    """
    height = layout("story_bar")
    hair = number("line_width", "hair")
    right = width - _MARGIN - _BUTTON[0]
    away = is_away(deck, state)
    starts = state.step == first(deck) and not away
    ends = state.step == last(deck) and not away
    back, back_hits = button(
        ruler,
        Place(_MARGIN, _BUTTON_TOP, *_BUTTON),
        Button(say("window.back", state.language), None if starts else PreviousStep(), icon="prev"),
    )
    on, on_hits = button(
        ruler,
        Place(right, _BUTTON_TOP, *_BUTTON),
        Button(
            say("window.next", state.language),
            None if ends else NextStep(),
            primary=True,
            icon="next",
            icon_last=True,
        ),
    )
    begin, end = _MARGIN + _BUTTON[0] + _BESIDE, right - _BESIDE
    stages, hits = _stages(deck, state, begin, end, ruler)
    return Picture(
        width,
        height,
        (Box(0, 0, width, hair, fill="line"), *back, *stages, *on),
        (*back_hits, *hits, *on_hits),
        "surface",
    )


def _stages(
    deck: Deck, state: State, begin: float, end: float, ruler: Ruler
) -> tuple[list[Shape], list[Hit]]:
    each = (end - begin) / len(deck.stages)
    gap = min(_GAP, each / 4)
    here = stage_of(deck, state.step)
    shapes: list[Shape] = []
    hits: list[Hit] = []
    for at, stage in enumerate(deck.stages.values()):
        x = begin + at * each
        shapes += _segment(deck, state, stage, x, each - gap)
        hits.append(
            Hit(
                x - gap / 2,
                _HIT[0],
                each,
                _HIT[1] - _HIT[0],
                GoToStep(steps_of(deck, stage.id)[0]),
                say(
                    "window.stage.name",
                    state.language,
                    number=at + 1,
                    name=stage.name.of(state.language),
                    headline=stage.headline.plain(state.language),
                ),
            )
        )
    if state.typed:
        shapes += prompt(state, begin, (_NAME_LINE + _STEP_LINE) / 2, end, ruler)
        return shapes, hits
    names = [stage.name.of(state.language) for stage in deck.stages.values()]
    if all(_has_room(name, each, ruler) for name in names):
        shapes += [
            words(ruler, stage.name.of(state.language), begin + at * each, _NAME_LINE, _MUTED)
            for at, stage in enumerate(deck.stages.values())
            if stage is not here
        ]
    shapes += _here(deck, state, here, begin, end, ruler)
    return shapes, hits


_MUTED = Look(_NAMES, ink="muted")
_HERE = Look(_NAMES, "strong")


def _has_room(name: str, each: float, ruler: Ruler) -> bool:
    """Return whether `name` fits under its segment, the current one or not."""
    plain = ruler.width(name, _MUTED.face, _MUTED.size)
    return plain <= each - _APART and ruler.width(name, _HERE.face, _HERE.size) <= each


def _segment(deck: Deck, state: State, stage: Stage, x: float, width: float) -> list[Shape]:
    """Return a stage's piece of the track: done, current and partly filled, or coming."""
    now = number_of(deck, stage_of(deck, state.step).id)
    number_here = number_of(deck, stage.id)
    if number_here != now:
        ink = "muted" if number_here < now else "line"
        return [Box(x, _TRACK - _DONE / 2, width, _DONE, _DONE / 2, ink)]
    top, radius = _TRACK - _CURRENT / 2, _CURRENT / 2
    filled = width * number_in_stage(deck, state.step) / len(stage.steps)
    return [
        Box(x, top, width, _CURRENT, radius, "line"),
        Box(x, top, max(filled, _CURRENT), _CURRENT, radius, "ink"),
    ]


def _here(  # noqa: PLR0913 - what, and where
    deck: Deck, state: State, stage: Stage, begin: float, end: float, ruler: Ruler
) -> list[Shape]:
    """Return the current stage's name and the step, under their segment, moved in at the end."""
    each = (end - begin) / len(deck.stages)
    x = begin + (number_of(deck, stage.id) - 1) * each
    lines = (
        (stage.name.of(state.language), _HERE, _NAME_LINE),
        (
            say(
                "window.step",
                state.language,
                number=number_in_stage(deck, state.step),
                count=len(stage.steps),
            ),
            _MUTED,
            _STEP_LINE,
        ),
    )
    return [
        words(
            ruler,
            text,
            max(begin, min(x, end - ruler.width(text, look.face, look.size))),
            middle,
            look,
        )
        for text, look, middle in lines
    ]
