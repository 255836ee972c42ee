"""Which slides are meant by `1-5,8-,reasoning,last`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.deck import Deck
from explainer.deck.nearest import nearest
from explainer.schema import StageId

LAST = "last"


class SlideError(ValueError):
    """A word of the list leads to no slide."""

    def __init__(self, word: str, nearest: str, count: int) -> None:
        self.word = word
        self.nearest = nearest
        """The id that was probably meant, or ""."""
        self.count = count
        """How many slides there are."""
        super().__init__(word)


def selected(deck: Deck, text: str) -> tuple[StageId, ...]:
    """Return the slides that `text` lists, each once and in the order of the deck.

    Words are separated by commas: a number (from 1), a range (`1-5`, `8-`, `-3`), a slide's
    id, or `last`.

    Raises:
        SlideError: a word leads to no slide, or a range runs backwards or beyond the deck.
    """
    stages = tuple(deck.stages)
    wanted = {stage for word in text.split(",") for stage in _slides(stages, word.strip())}
    return tuple(stage for stage in stages if stage in wanted)


def _slides(stages: tuple[StageId, ...], word: str) -> Iterator[StageId]:
    if word in stages:
        yield StageId(word)
        return
    if word == LAST:
        yield stages[-1]
        return
    count = len(stages)
    found = re.fullmatch(r"(\d+)|(\d*)-(\d*)", word, re.ASCII)
    if not found or word == "-":
        raise SlideError(word, nearest(word, (*stages, LAST)), count)
    first = int(found[1] or found[2] or 1)
    end = int(found[1] or found[3] or count)
    if not 1 <= first <= end <= count:
        raise SlideError(word, "", count)
    yield from stages[first - 1 : end]
