"""What a slide leaves out of a list that is longer than it can show; the slide counts the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from explainer.deck.capacity import (
    EXAMPLES,
    MATRIX_COLUMNS,
    MATRIX_ROWS,
    REASONS_AGAINST,
    REASONS_FOR,
    SUMMARY_MODELS,
    TRADE_ROWS,
)
from explainer.deck.places import Finding, Path
from explainer.deck.trades import group_of
from explainer.schema import (
    ArgumentSlide,
    DeckFile,
    Fate,
    LimitsSlide,
    MatrixSlide,
    Slide,
    SummarySlide,
    TradeSlide,
)

_Cut = tuple[str, int, int]
"""The field of the slide, how many entries there are, and how many of them are shown."""


def left_out_findings(contents: Sequence[tuple[str, DeckFile]]) -> Iterator[Finding]:
    """Yield the slides that show only a part of a list."""
    every = [content for _, content in contents]
    for file, content in contents:
        for number, stage in enumerate(content.stages):
            for inner, step in enumerate(stage.steps if stage else ()):
                if not step:
                    continue
                path: Path = (((((None, "stages"), number), "steps"), inner), "slide")
                for field, found, most in _cuts(step.slide, every):
                    if found > most:
                        given = getattr(step.slide, field, ())
                        place: Path = (path, field) if given else path
                        values = (("found", str(found)), ("most", str(most)))
                        yield Finding(_KEYS[field], file, place, values)


_KEYS = {
    "models": "W630-left-out-models",
    "abilities": "W631-left-out-abilities",
    "supports": "W632-left-out-reasons",
    "opposes": "W632-left-out-reasons",
    "limits": "W633-left-out-examples",
}


def _cuts(slide: Slide, contents: Sequence[DeckFile]) -> Iterator[_Cut]:
    match slide:
        case MatrixSlide():
            fates = [*chain.from_iterable(it.fates for it in contents)]
            marked = [fate for fate in fates if fate.mark] or fates
            models = slide.models or {fate.model for fate in marked}
            abilities = slide.abilities or {fate.ability for fate in marked}
            yield "models", len(models), MATRIX_COLUMNS
            yield "abilities", len(abilities), MATRIX_ROWS
        case SummarySlide():
            inside = [it for content in contents for it in content.models if not it.counterpart]
            yield "models", 0 if slide.models else len(inside), SUMMARY_MODELS
        case TradeSlide():
            yield "abilities", _traded(slide, contents), TRADE_ROWS
        case ArgumentSlide():
            its = (one for content in contents for one in content.arguments)
            argument = next(one for one in its if one.id == slide.argument)
            # A list of the slide's own that is too long is an error already.
            yield "supports", 0 if slide.supports else len(argument.supports), REASONS_FOR
            yield "opposes", 0 if slide.opposes else len(argument.opposes), REASONS_AGAINST
        case LimitsSlide():
            limits = (one for content in contents for one in content.limits)
            counts = [len(one.examples) for one in limits if one.id in slide.limits]
            yield "limits", max(counts, default=0), EXAMPLES


def _traded(slide: TradeSlide, contents: Sequence[DeckFile]) -> int:
    """Return how many rows a ledger has: an ability stands in as many groups as it has fates of."""
    wanted = frozenset(slide.abilities)
    fates: Iterator[Fate] = chain.from_iterable(content.fates for content in contents)
    return len(
        {
            (group_of(fate), fate.ability)
            for fate in fates
            if fate.model in slide.path and (not wanted or fate.ability in wanted)
        }
    )
