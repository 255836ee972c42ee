"""What stands behind the words of a deck: numbers, claims and sources, wherever they are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import TypeVar

from explainer.deck import EMBEDDED, Deck, check_deck
from explainer.deck.walk import walk
from explainer.disputes import discrepancies_of
from explainer.errors import DeckError, Problem
from explainer.markup import plain
from explainer.schema import (
    ArgumentSlide,
    ChartSlide,
    ClaimId,
    LimitsSlide,
    Record,
    Stage,
    Step,
    StepId,
    Text,
    UnlockSlide,
)
from explainer.why import claims_of_step

T = TypeVar("T")

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9.+/-]*[0-9][A-Za-z0-9.-]*")
"""A name with a number in it, such as `GPT-3.5` or `code-davinci-002`."""
_ORDINAL = re.compile(r"\b(?:key|stage) [0-9]+|(?<![0-9])00[0-9](?![0-9])|第[0-9]+")
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


@cache
def checked() -> tuple[Deck, tuple[Problem, ...]]:
    """Return the deck that comes with the app, and its warnings.

    Raises:
        DeckError: it has errors.
    """
    deck, problems = check_deck(EMBEDDED)
    if deck is None:
        raise DeckError(problems)
    return deck, problems


def steps_of(deck: Deck) -> Iterator[tuple[Stage, Step]]:
    """Yield every step with its stage, in the order of the story."""
    for stage in deck.stages.values():
        for step in stage.steps:
            yield stage, step


def known(deck: Deck) -> Iterator[Record]:
    """Yield everything that a deck knows; its story is not part of it."""
    for entries in (
        deck.sources,
        deck.models,
        deck.counterparts,
        deck.readings,
        deck.abilities,
        deck.claims,
        deck.terms,
        deck.discrepancies,
        deck.arguments,
        deck.experiments,
        deck.limits,
        deck.later,
        deck.numbers,
        deck.charts,
    ):
        yield from entries.values()
    yield from (*deck.derivations, *deck.counterpart_derivations, *deck.fates, *deck.levels)


def named(kind: type[T] | object, records: Iterable[Record]) -> Iterator[str]:
    """Yield every id of a kind, such as `ClaimId`, that is named anywhere in `records`."""
    for record in records:
        for what, value, _, _ in walk(record):
            if what is kind:
                yield str(value)


def texts(records: Iterable[Record]) -> Iterator[Text]:
    """Yield every text in `records`."""
    for record in records:
        for what, value, _, _ in walk(record):
            if what is Text:
                yield value


def numbers_in(*words: str) -> set[str]:
    """Return the numbers in words, without commas; those in names and ordinals are none."""
    left = (_ORDINAL.sub(" ", _NAME.sub(" ", plain(it))) for it in words)
    return {found.replace(",", "") for it in left for found in _NUMBER.findall(it)}


def numbers_of(records: Iterable[Record]) -> set[str]:
    """Return the numbers in all texts of `records`."""
    return set(chain.from_iterable(numbers_in(it.en, it.zh) for it in texts(records)))


def backed(deck: Deck, stage: Stage, step: Step) -> set[str]:
    """Return every number that a step may say: those of what it rests on.

    That is its claims, the discrepancies these are part of, the chart or figures that it
    shows, and the dates of models.
    """
    claims = told_in(deck, stage, step)
    dates = (it.date for it in (*deck.models.values(), *deck.counterparts.values()))
    found = numbers_of(deck.claims[it] for it in claims)
    found |= numbers_of(discrepancies_of(deck, claims))
    found |= set(chain.from_iterable(re.findall("[0-9]+", date) for date in dates))
    match step.slide:
        case ChartSlide() as slide:
            chart = deck.charts[slide.chart]
            found |= numbers_of([chart])
            shown = chain.from_iterable(point.numbers for point in chart.points)
            found |= {deck.numbers[it].value for it in shown}
        case UnlockSlide() as slide:
            sides = (slide.left, slide.right)
            found |= {deck.numbers[side.number].value for side in sides if side.number}
    return found


def told_in(deck: Deck, stage: Stage, step: Step) -> tuple[ClaimId, ...]:
    """Return the claims that a step tells or shows."""
    return claims_of_step(deck, StepId(f"{stage.id}/{step.id}"))


def told(deck: Deck) -> set[str]:
    """Return the claims that the story tells or shows."""
    found = set(named(ClaimId, deck.stages.values()))
    for _, step in steps_of(deck):
        match step.slide:
            case ArgumentSlide() as slide:
                found |= set(named(ClaimId, [deck.arguments[slide.argument]]))
            case LimitsSlide() as slide:
                found |= set(named(ClaimId, [deck.limits[it] for it in slide.limits]))
            case ChartSlide() as slide:
                found |= set(named(ClaimId, [deck.charts[slide.chart]]))
    return found
