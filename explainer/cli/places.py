"""Where `--start` leads: a slide's number, a slide's id, or `slide/step`."""

from __future__ import annotations

from explainer.characters import word_of
from explainer.cli.arguments import Arguments
from explainer.deck import Deck
from explainer.deck.nearest import nearest
from explainer.schema import StepId


def asked_step(arguments: Arguments, deck: Deck) -> StepId | None:
    """Return the step that `--start` names, a slide's first one; None where it was not given.

    Raises:
        UsageError: the deck has no such slide or step; the nearest one is named.
    """
    asked = arguments.option("start")
    if asked is None:
        return None
    word = word_of(asked)
    numbered: dict[str, StepId] = {}
    named: dict[str, StepId] = {}
    for number, stage in enumerate(deck.stages.values(), start=1):
        steps = [StepId(f"{stage.id}/{step.id}") for step in stage.steps]
        numbered[str(number)] = steps[0]
        named[stage.id] = steps[0]
        named.update({step: step for step in steps})
    # An id made of digits wins over the number: it was chosen by someone.
    found = named.get(word) or numbered.get(word.lstrip("0"))
    if found is not None:
        return found
    if word.isdecimal():
        raise arguments.wrong("cli.no-number", number=word, count=len(numbered))
    close = nearest(word, named)
    key = "cli.no-slide-but" if close else "cli.no-slide"
    raise arguments.wrong(key, word=word, nearest=close)
