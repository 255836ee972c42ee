"""What a written slide says of itself, for those who find the file without the deck."""

from __future__ import annotations

from collections.abc import Mapping

from explainer import __version__
from explainer.deck import Deck
from explainer.deck.shown import headline_of
from explainer.export.plan import Target
from explainer.schema import ChartSlide, ClaimId, EndSlide, SourceId, Step, StepId, TitleSlide
from explainer.why import claims_of_step


def about(deck: Deck, target: Target) -> Mapping[str, str]:
    """Return the texts that go into the file of `target`, by keyword.

    Sources are those of the step's claims and what these cite; of a title, an end or a chart also
    the work that it names.
    """
    stage = deck.stages[target.stage]
    step = next(it for it in stage.steps if f"{stage.id}/{it.id}" == target.step)
    claims = _claims(step)
    its = _sources(deck, target.step, step)
    sources = [deck.sources[source].short.of(target.language) for source in its]
    return {
        "Title": headline_of(stage, step).plain(target.language),
        "Step": target.step,
        "Language": target.language,
        "Theme": target.theme,
        "Claims": " ".join(claims),
        "Sources": "; ".join(dict.fromkeys(sources)),
        "Software": f"explainer {__version__}",
    }


def _claims(step: Step) -> tuple[ClaimId, ...]:
    return tuple(dict.fromkeys(it for paragraph in step.narration for it in paragraph.claims))


def _sources(deck: Deck, name: StepId, step: Step) -> tuple[SourceId, ...]:
    found: list[SourceId] = []
    if isinstance(step.slide, ChartSlide):
        found.append(deck.charts[step.slide.chart].source)
    if isinstance(step.slide, TitleSlide | EndSlide) and deck.source:
        found.append(deck.source)
    for claim in (deck.claims[it] for it in claims_of_step(deck, name)):
        found += (claim.source, *claim.cites)
    return tuple(dict.fromkeys(found))
