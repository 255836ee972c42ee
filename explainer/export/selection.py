"""Which slides and steps are meant by `1-5,8-,reasoning,last,reasoning/who-can`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from explainer.characters import word_of
from explainer.deck import Deck
from explainer.deck.nearest import nearest
from explainer.schema import StageId, StepId

LAST = "last"


class SlideError(ValueError):
    """A word of the list leads to no slide and no step."""

    def __init__(self, word: str, nearest: str, count: int) -> None:
        self.word = word
        self.nearest = nearest
        """The id that was probably meant, or ""."""
        self.count = count
        """How many slides there are."""
        super().__init__(word)


def selected(deck: Deck, text: str) -> tuple[StageId | StepId, ...]:
    """Return the slides and single steps that `text` lists, each once, in the order of the deck.

    Words are separated by commas: a number (from 1), a range (`1-5`, `8-`, `-3`), a slide's
    id, `last`, or a step as `slide/step`. A slide stands before its steps.

    Raises:
        SlideError: a word leads to no slide or step, or a range runs backwards or beyond the deck.
    """
    stages = tuple(deck.stages)
    places: dict[str, StageId | StepId] = {}
    for stage in deck.stages.values():
        places[stage.id] = stage.id
        steps = [StepId(f"{stage.id}/{step.id}") for step in stage.steps]
        places.update({step: step for step in steps})
    wanted = {it for word in text.split(",") for it in _meant(stages, places, word_of(word))}
    return tuple(place for place in places.values() if place in wanted)


def _meant(
    stages: tuple[StageId, ...], places: Mapping[str, StageId | StepId], word: str
) -> Iterator[StageId | StepId]:
    if word in places:
        yield places[word]
        return
    if word == LAST:
        yield stages[-1]
        return
    count = len(stages)
    found = re.fullmatch(r"(\d+)|(\d*)-(\d*)", word, re.ASCII)
    if not found or word == "-":
        among = places if "/" in word else (*stages, LAST)
        raise SlideError(word, nearest(word, among), count)
    first = int(found[1] or found[2] or 1)
    end = int(found[1] or found[3] or count)
    if not 1 <= first <= end <= count:
        raise SlideError(word, "", count)
    yield from stages[first - 1 : end]
