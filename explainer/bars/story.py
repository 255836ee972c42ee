"""The story bar: how far the story is, a way into every stage, back and next."""

from __future__ import annotations

from msgspec import Struct

from explainer.bars.areas import bar_height
from explainer.bars.controls import Button, Look, Place, button, words
from explainer.bars.prompt import prompt
from explainer.deck import Deck
from explainer.intents import GoToStep, NextStep, PreviousStep
from explainer.picture import Box, Hit, Picture, Ruler, Shape, TextLine
from explainer.schema import Stage
from explainer.state import State
from explainer.story import first, is_away, last, number_in_stage, number_of, stage_of, steps_of
from explainer.strings import say
from explainer.theme import number, window_type

_MARGIN = 32.0
_BESIDE = 24.0
"""px between a button and the first stage."""
_GAP = 6.0
"""px between two stages; half of it where there are many."""
_DONE, _CURRENT = 6.0, 9.0
"""Heights of a segment, px."""
_NAMES = window_type("stage_name")
_BETWEEN = 12.0
"""px between a stage's name and the step where both stand on one line."""
_APART = 4.0
"""px between two names at least."""


class _Measure(Struct, frozen=True):
    """Where things stand in the bar, px from its top, and how large its buttons are, px."""

    button: tuple[float, float]
    track: float
    """Middle of the segments."""
    name: float
    step: float
    """Middles of both lines of words; one line where they are the same."""
    hit: tuple[float, float]
    """From where to where a segment answers."""


_USUAL = _Measure((126, 52), 29, 56, 80, (10, 60))
_SHORT = _Measure((112, 40), 19, 44, 44, (4, 34))


def story_bar(
    deck: Deck, state: State, width: float, ruler: Ruler, *, short: bool = False
) -> Picture:
    """Return the bar, `width` px wide and as high as the tokens say; lower in a `short` window.

    At either end of the story the button that would lead beyond it cannot be pressed; while
    something else is looked at, both lead back to the step.
    """
    measure = _SHORT if short else _USUAL
    height = bar_height("story_bar", short=short)
    hair = number("line_width", "hair")
    margin = _MARGIN / 2 if short else _MARGIN
    button_width, button_height = measure.button
    top, right = (height - button_height) / 2, width - margin - button_width
    away = is_away(deck, state)
    starts = state.step == first(deck) and not away
    ends = state.step == last(deck) and not away
    back, back_hits = button(
        ruler,
        Place(margin, top, *measure.button),
        Button(say("window.back", state.language), None if starts else PreviousStep(), icon="prev"),
    )
    on, on_hits = button(
        ruler,
        Place(right, top, *measure.button),
        Button(
            say("window.next", state.language),
            None if ends else NextStep(),
            primary=True,
            icon="next",
            icon_last=True,
        ),
    )
    begin, end = margin + button_width + _BESIDE, right - _BESIDE
    stages, hits = _stages(deck, state, begin, end, ruler, measure)
    return Picture(
        width,
        height,
        (Box(0, 0, width, hair, fill="line"), *back, *stages, *on),
        (*back_hits, *hits, *on_hits),
        "surface",
    )


def _stages(  # noqa: PLR0913 - what, and where
    deck: Deck, state: State, begin: float, end: float, ruler: Ruler, measure: _Measure
) -> tuple[list[Shape], list[Hit]]:
    each = (end - begin) / len(deck.stages)
    gap = min(_GAP, each / 4)
    here = stage_of(deck, state.step)
    shapes: list[Shape] = []
    hits: list[Hit] = []
    for at, stage in enumerate(deck.stages.values()):
        x = begin + at * each
        shapes += _segment(deck, state, stage, x, each - gap, measure.track)
        hits.append(
            Hit(
                x - gap / 2,
                measure.hit[0],
                each,
                measure.hit[1] - measure.hit[0],
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
        shapes += prompt(state, begin, (measure.name + measure.step) / 2, end, ruler)
        return shapes, hits
    names = [stage.name.of(state.language) for stage in deck.stages.values()]
    if measure.name < measure.step and all(_has_room(name, each, ruler) for name in names):
        shapes += [
            words(ruler, stage.name.of(state.language), begin + at * each, measure.name, _MUTED)
            for at, stage in enumerate(deck.stages.values())
            if stage is not here
        ]
    shapes += _here(deck, state, here, begin, end, ruler, measure)
    return shapes, hits


_MUTED = Look(_NAMES, ink="muted")
_HERE = Look(_NAMES, "strong")


def _has_room(name: str, each: float, ruler: Ruler) -> bool:
    """Return whether `name` fits under its segment, the current one or not."""
    plain = ruler.width(name, _MUTED.face, _MUTED.size)
    return plain <= each - _APART and ruler.width(name, _HERE.face, _HERE.size) <= each


def _segment(  # noqa: PLR0913 - as `_stages`
    deck: Deck, state: State, stage: Stage, x: float, width: float, track: float
) -> list[Shape]:
    """Return a stage's piece of the track: done, current and partly filled, or coming."""
    now = number_of(deck, stage_of(deck, state.step).id)
    number_here = number_of(deck, stage.id)
    if number_here != now:
        ink = "muted" if number_here < now else "line"
        return [Box(x, track - _DONE / 2, width, _DONE, _DONE / 2, ink)]
    top, radius = track - _CURRENT / 2, _CURRENT / 2
    filled = width * number_in_stage(deck, state.step) / len(stage.steps)
    return [
        Box(x, top, width, _CURRENT, radius, "line"),
        Box(x, top, max(filled, _CURRENT), _CURRENT, radius, "ink"),
    ]


def _here(  # noqa: PLR0913 - what, and where
    deck: Deck,
    state: State,
    stage: Stage,
    begin: float,
    end: float,
    ruler: Ruler,
    measure: _Measure,
) -> list[Shape]:
    """Return the current stage's name and the step, under their segment, moved in at the end."""
    each = (end - begin) / len(deck.stages)
    x = begin + (number_of(deck, stage.id) - 1) * each
    name, number = stage.name.of(state.language), number_in_stage(deck, state.step)
    told = say("window.step", state.language, number=number, count=len(stage.steps))

    def at(text: str, look: Look, middle: float, after: float = 0.0) -> TextLine:
        left = min(x, end - after - ruler.width(text, look.face, look.size))
        return words(ruler, text, max(begin, left), middle, look)

    if measure.name < measure.step:
        return [at(name, _HERE, measure.name), at(told, _MUTED, measure.step)]
    beside = ruler.width(told, _MUTED.face, _MUTED.size) + _BETWEEN
    first_word = at(name, _HERE, measure.name, beside)
    left = first_word.x + first_word.width + _BETWEEN
    return [first_word, words(ruler, told, left, measure.step, _MUTED)]
