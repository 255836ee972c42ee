"""Where a claim is told, which published numbers bear on it, and what rests on it."""

from __future__ import annotations

from msgspec.structs import replace

from explainer.deck import Deck
from explainer.intents import GoToStep, OpenCard, Order, ShowView
from explainer.lineage import resting_on
from explainer.panel.claims import hidden_line, kept, more_claims
from explainer.panel.column import Column
from explainer.panel.rich import named
from explainer.panel.rows import claim_link, link_row
from explainer.panel.subject import derivation_words, step_words
from explainer.picture import Span
from explainer.schema import ChartId, ChartSlide, Claim, ClaimId, Fate, ModelId, StepId, View
from explainer.story import step, steps
from explainer.strings import say
from explainer.why import hanging_on, named_model, told_at
from explainer.wording import certainty_word, clauses, fate_words, pair

_RESTING = 8
_TOLD = 3


def told_part(column: Column, deck: Deck, claim: ClaimId) -> None:
    """Add the steps of the story at which the claim is told."""
    found = told_at(deck).get(claim, ())
    if not found:
        return
    count = say("panel.count", column.language, count=str(len(found)))
    column.section(say("panel.told", column.language), count if len(found) > _TOLD else "")
    column.skip(4)
    for name in found[:_TOLD]:
        step_row(column, deck, name)


def step_row(column: Column, deck: Deck, name: StepId) -> None:
    """Add the way to a step of the story."""
    link_row(column, (Span(step_words(deck, name, column.language)),), GoToStep(name))


def charts_part(column: Column, deck: Deck, claim: ClaimId) -> None:
    """Add the published numbers that let one see the claim, or doubt it."""
    language = column.language
    found = [it for it in deck.charts.values() if claim in (*it.supports, *it.doubts)]
    if not found:
        return
    column.section(say("panel.numbers-on-it", language))
    column.skip(4)
    for chart in found:
        key = "panel.lets-see" if claim in chart.supports else "panel.lets-doubt"
        words = (Span(chart.name.of(language)),)
        order = _way_to(deck, chart.id)
        link_row(column, words, order, aside=say(key, language), subject=f"source:{chart.source}")


def _way_to(deck: Deck, chart: ChartId) -> Order:
    """Return the step that shows a chart; its source, where none does."""
    for name in steps(deck):
        slide = step(deck, name).slide
        if isinstance(slide, ChartSlide) and slide.chart == chart:
            return GoToStep(name)
    return OpenCard(f"source:{deck.charts[chart].source}")


def resting_part(column: Column, deck: Deck, view: View, claim: Claim) -> None:
    """Add what would turn open if the claim fell: claims, fates and derivations."""
    fallen = resting_on(deck, claim.id)
    rests, hidden = kept(deck, view, (each for each in deck.claims if each in fallen))
    hanging = hanging_on(deck, claim.id)
    if not (rests or hidden or hanging):
        return
    language = column.language
    column.section(say("panel.resting", language), say("panel.if-falls", language))
    column.skip(5)
    for each in hanging:
        sure = certainty_word(each.certainty, language)
        if isinstance(each, Fate):
            change = clauses(
                (
                    deck.abilities[each.ability].short.of(language),
                    fate_words(each, language),
                ),
                language,
            )
            words = pair(named_model(deck, each.model).name, change, language)
            order = _look_at(view, each.model, f"ability:{each.ability}")
            subject = f"fate:{each.model}/{each.ability}"
        else:
            words = derivation_words(deck, each, language)
            order = _look_at(view, each.child, "")
            subject = each.id
        link_row(column, named(deck, words), order, aside=sure, subject=subject)
    for claim_id in rests[:_RESTING]:
        claim_link(column, deck, claim_id)
    more_claims(column, rests[_RESTING:], rule=False)
    hidden_line(column, hidden)


def _look_at(view: View, model: ModelId, opened: str) -> ShowView:
    return ShowView(replace(view, select=model, open=opened))
