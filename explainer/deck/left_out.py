"""What a slide leaves out of a list that is longer than it can show; the slide counts the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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
    ModelId,
    Slide,
    SummarySlide,
    TradeSlide,
)

_Cut = tuple[str, int, int]
"""The field of the slide, how many entries there are, and how many of them are shown."""


def left_out_findings(contents: Sequence[tuple[str, DeckFile]]) -> Iterator[Finding]:
    """Yield the slides that show only a part of a list."""
    every = _Entries(content for _, content in contents)
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


class _Entries:
    """What slides choose from, gathered once: a deck may have thousands of slides.

    Entries that do not fit are left out.
    """

    def __init__(self, contents: Iterable[DeckFile]) -> None:
        contents = [*contents]
        fates = [fate for it in contents for fate in it.fates if fate]
        marked = [fate for fate in fates if fate.mark] or fates
        self.models = len({fate.model for fate in marked})
        """With a fate that a table shows."""
        self.abilities = len({fate.ability for fate in marked})
        models = [model for it in contents for model in it.models if model]
        self.inside = len([it for it in models if not it.counterpart])
        self.arguments = {one.id: one for it in contents for one in it.arguments if one}
        self.examples = {one.id: len(one.examples) for it in contents for one in it.limits if one}
        self._fates: dict[ModelId, list[Fate]] = {}
        for fate in fates:
            self._fates.setdefault(fate.model, []).append(fate)

    def traded(self, slide: TradeSlide) -> int:
        """Return how many rows a ledger has: an ability stands in as many groups as its fates."""
        wanted = frozenset(slide.abilities)
        return len(
            {
                (group_of(fate), fate.ability)
                for model in slide.path
                for fate in self._fates.get(model, ())
                if not wanted or fate.ability in wanted
            }
        )


def _cuts(slide: Slide, every: _Entries) -> Iterator[_Cut]:
    match slide:
        case MatrixSlide():
            yield "models", len(slide.models) or every.models, MATRIX_COLUMNS
            yield "abilities", len(slide.abilities) or every.abilities, MATRIX_ROWS
        case SummarySlide():
            yield "models", 0 if slide.models else every.inside, SUMMARY_MODELS
        case TradeSlide():
            yield "abilities", every.traded(slide), TRADE_ROWS
        case ArgumentSlide() if argument := every.arguments.get(slide.argument):
            # A list of the slide's own that is too long is an error already.
            yield "supports", 0 if slide.supports else len(argument.supports), REASONS_FOR
            yield "opposes", 0 if slide.opposes else len(argument.opposes), REASONS_AGAINST
        case LimitsSlide():
            counts = (every.examples.get(name, 0) for name in slide.limits)
            yield "limits", max(counts, default=0), EXAMPLES
