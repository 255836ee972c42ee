"""Which stages of the overview a number or a word means, and the step that each leads to."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from explainer.deck import Deck
from explainer.deck.shown import headline_of
from explainer.find import matching, rank, readings
from explainer.find.match import Words, words_of
from explainer.schema import LANGUAGES, StepId
from explainer.story import find_step, number_of, stage_of, steps_of


class Matches(Struct, frozen=True):
    """What fits that was typed; stages are counted from 0."""

    lit: tuple[int, ...]
    """In the order of the story."""
    best: int
    """-1 where none fits."""
    step: StepId | None = None
    """The step that `8.2` names."""


def shown_steps(deck: Deck, step: StepId) -> tuple[StepId, ...]:
    """Return the step that each stage shows and leads to: its first; of `step`'s stage, `step`."""
    here = stage_of(deck, step).id
    return tuple(step if it == here else steps_of(deck, it)[0] for it in deck.stages)


def stage_matches(deck: Deck, typed: str, current: int) -> Matches:
    """Return which stages fit: those whose number begins so, or whose words do.

    Nothing typed fits all, the `current` one best. A number that is exactly one stage's means
    that stage; of words the best fit, then the first. `8.2` is the second step of stage 8.
    """
    query = matching(typed)
    everyone = tuple(range(len(deck.stages)))
    if not query:
        return Matches(everyone, current)
    if query.joined.isdecimal():
        number = ".".join(query.words)
        step = find_step(deck, number)
        if step is not None and "." in number:
            at = number_of(deck, stage_of(deck, step).id) - 1
            return Matches((at,), at, step)
        numbered = tuple(at for at in everyone if str(at + 1).startswith(query.whole))
        if numbered and query.whole != "0":
            return Matches(numbered, numbered[0])
    for read in readings(typed):
        ranks = {
            at: fits
            for at, words in enumerate(_words(deck))
            if (fits := rank(words, read)) is not None
        }
        if ranks:
            return Matches(tuple(ranks), min(ranks, key=lambda at: (ranks[at], at)))
    return Matches((), -1)


@lru_cache(maxsize=8)
def _words(deck: Deck) -> tuple[Words, ...]:
    """Return what each stage is found by: its name, and the words of its headlines."""
    return tuple(
        words_of(
            (*(stage.name.plain(language) for language in LANGUAGES), stage.id),
            [
                text.plain(language)
                for text in (
                    stage.headline,
                    stage.takeaway,
                    *(headline_of(stage, step) for step in stage.steps),
                )
                for language in LANGUAGES
            ],
        )
        for stage in deck.stages.values()
    )
