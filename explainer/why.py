"""Why? From anything that can be pointed at to the claims it rests on, and back.

A subject is a word: the id of a model or derivation, or `fate:model/ability`, `ability:a`,
`step:stage/step`, `paragraph:stage/step/n` (from 0), `limit:l`, `chart:c`, `number:n`,
`discrepancy:d`, `source:s`. Pointing at something puts its word into the state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain

from explainer.abilities import course_of, fate_of, levels_of
from explainer.deck import Deck
from explainer.schema import (
    AbilityId,
    Argument,
    ArgumentSlide,
    ChartId,
    Claim,
    ClaimId,
    CompareSlide,
    Derivation,
    Discrepancy,
    DiscrepancyId,
    Fate,
    LimitId,
    LimitsSlide,
    Model,
    ModelId,
    NumberId,
    RevealSlide,
    Slide,
    SourceId,
    StepId,
    TextSlide,
    TraceSlide,
    UnlockSlide,
)
from explainer.story import step, steps

CARDS = ("ability", "claim", "source", "term", "discrepancy")
"""What has a card of its own: `open: claim:C108`. `numbers:<source>` unfolds a part of a page."""
LISTS = ("glossary", "sources", "discrepancies")
"""Pages that list all of a kind: `open: glossary`."""
APART = "@"
"""Between a claim and the subject that it was asked about: `claim:C108@chatgpt`."""


def card_of(opened: str) -> tuple[str, str, str]:
    """Return kind and id of an open card, and the subject that it was asked about."""
    kind, _, rest = opened.partition(":")
    name, _, subject = rest.partition(APART)
    return kind, name, subject


def claim_card(claim: str, subject: str = "") -> str:
    """Return what opens a claim, asked about `subject`."""
    return f"claim:{claim}{APART}{subject}" if subject else f"claim:{claim}"


def leads_somewhere(deck: Deck, opened: str) -> bool:
    """Tell whether the deck has the card `opened`."""
    if opened in LISTS:
        return True
    kind, name, subject = card_of(opened)
    known: dict[str, Iterable[str]] = {
        "ability": deck.abilities,
        "claim": deck.claims,
        "source": deck.sources,
        "term": deck.terms,
        "discrepancy": deck.discrepancies,
        "numbers": deck.sources,
    }
    if name not in known.get(kind, ()):
        return False
    return not subject or (kind == "claim" and name in claims_about(deck, subject))


def card_about(deck: Deck, subject: str) -> str:
    """Return the card that answers why: the first claim of `subject`, or its own card; "" if none.

    A subject that is a card already is that card.
    """
    if leads_somewhere(deck, subject) and not subject.startswith("ability:"):
        return subject
    claims = claims_about(deck, subject)
    if claims:
        return claim_card(claims[0], subject)
    kind, _, name = subject.partition(":")
    number = deck.numbers.get(NumberId(name)) if kind == "number" else None
    return f"source:{number.source}" if number else ""


def next_card(deck: Deck, opened: str) -> str:
    """Return the card of the next claim of the same subject; the first follows the last."""
    kind, name, subject = card_of(opened)
    claims = claims_about(deck, subject) if kind == "claim" else ()
    if ClaimId(name) not in claims:
        return ""
    place = (claims.index(ClaimId(name)) + 1) % len(claims)
    return claim_card(claims[place], subject)


def claims_about(deck: Deck, subject: str) -> tuple[ClaimId, ...]:
    """Return the claims that `subject` rests on, each once, the weightiest kind first."""
    kind, colon, name = subject.partition(":")
    if not colon:
        return claims_of_model(deck, ModelId(subject)) or _of_derivation(deck, subject)
    find = _FINDERS.get(kind)
    return tuple(dict.fromkeys(find(deck, name))) if find else ()


def claims_of_model(deck: Deck, model: ModelId) -> tuple[ClaimId, ...]:
    """Return how a model came about, what it did to abilities, and all that is said of it."""
    derived = (each for each in every_derivation(deck) if each.child == model)
    named = (claim.id for claim in deck.claims.values() if model in claim.models)
    return tuple(
        dict.fromkeys(
            chain(
                chain.from_iterable(each.claims for each in derived),
                chain.from_iterable(fate.claims for fate in deck.fates_of.get(model, ())),
                (claim for level in deck.levels if level.model == model for claim in level.claims),
                named,
            )
        )
    )


def claims_of_step(deck: Deck, name: StepId) -> tuple[ClaimId, ...]:
    """Return what a step says and paints, each claim once."""
    its = step(deck, name)
    told = (claim for paragraph in its.narration for claim in paragraph.claims)
    return tuple(dict.fromkeys((*told, *slide_claims(deck, its.slide))))


def slide_claims(  # noqa: PLR0911 - one answer for each kind of slide
    deck: Deck, slide: Slide
) -> tuple[ClaimId, ...]:
    """Return the claims whose words or certainty a slide paints."""
    match slide:
        case TraceSlide():
            return (*slide.doubt_claims, *slide.evidence)
        case UnlockSlide():
            return (*slide.left.claims, *slide.right.claims)
        case ArgumentSlide():
            argued = deck.arguments[slide.argument]
            return (
                argued.thesis,
                *(slide.supports or argued.supports[:5]),
                *(slide.opposes or argued.opposes[:2]),
            )
        case CompareSlide():
            return tuple(chain.from_iterable(aspect.claims for aspect in slide.aspects))
        case LimitsSlide():
            return (*slide.claims, *(it for limit in slide.limits for it in _of_limit(deck, limit)))
        case RevealSlide() | TextSlide():
            return slide.claims
        case _:
            return ()


@lru_cache(maxsize=8)
def told_at(deck: Deck) -> Mapping[ClaimId, tuple[StepId, ...]]:
    """Return the steps at which each claim is told, in the order of the story."""
    found: dict[ClaimId, list[StepId]] = {}
    for name in steps(deck):
        for claim in claims_of_step(deck, name):
            found.setdefault(claim, []).append(name)
    return {claim: tuple(names) for claim, names in found.items()}


def every_derivation(deck: Deck) -> tuple[Derivation, ...]:
    """Return all derivations, those of every reading and of counterparts too."""
    read = (
        each
        for reading in deck.readings.values()
        for option in reading.options
        for each in option.derivations
    )
    return (*deck.derivations, *read, *deck.counterpart_derivations)


def arguments_with(deck: Deck, claim: ClaimId) -> tuple[Argument, ...]:
    """Return the arguments in which `claim` speaks for or against the thesis."""
    return tuple(
        it for it in deck.arguments.values() if claim in it.supports or claim in it.opposes
    )


def argued_in(deck: Deck, model: ModelId) -> tuple[Argument, ...]:
    """Return the arguments whose thesis is about `model`."""
    return tuple(it for it in deck.arguments.values() if model in deck.claims[it.thesis].models)


def hanging_on(deck: Deck, claim: ClaimId) -> tuple[Fate | Derivation, ...]:
    """Return what the map and the marks take from `claim`."""
    fates = (fate for fate in deck.fates if claim in fate.claims)
    derived = (each for each in every_derivation(deck) if claim in each.claims)
    return (*fates, *derived)


def named_model(deck: Deck, model: ModelId) -> Model:
    """Return a model of the lineage, or a counterpart.

    Raises:
        KeyError: the deck has no such model.
    """
    return deck.models.get(model) or deck.counterparts[model]


def is_model(deck: Deck, word: str) -> bool:
    """Tell whether `word` is the id of a model of the lineage, or of a counterpart."""
    return word in deck.models or word in deck.counterparts


def claims_from(deck: Deck, source: SourceId) -> tuple[Claim, ...]:
    """Return what a work says itself, then what is said with reference to it."""
    own = (claim for claim in deck.claims.values() if claim.source == source)
    citing = (
        claim for claim in deck.claims.values() if claim.source != source and source in claim.cites
    )
    return (*own, *citing)


def _of_derivation(deck: Deck, name: str) -> tuple[ClaimId, ...]:
    return tuple(chain.from_iterable(it.claims for it in every_derivation(deck) if it.id == name))


def _of_fate(deck: Deck, name: str) -> tuple[ClaimId, ...]:
    model, _, ability = name.partition("/")
    fate = fate_of(deck, ModelId(model), AbilityId(ability))
    return fate.claims if fate else ()


def _of_ability(deck: Deck, name: str) -> Iterable[ClaimId]:
    if name not in deck.abilities:
        return ()
    changed = (fate.claims for fate in course_of(deck, AbilityId(name)))
    rated = (level.claims for level in levels_of(deck, AbilityId(name)))
    return chain.from_iterable((*changed, *rated))


def _of_step(deck: Deck, name: str) -> tuple[ClaimId, ...]:
    return claims_of_step(deck, StepId(name)) if name in steps(deck) else ()


def _of_paragraph(deck: Deck, name: str) -> tuple[ClaimId, ...]:
    at, _, place = name.rpartition("/")
    if at not in steps(deck) or not place.isdecimal():
        return ()
    told = step(deck, StepId(at)).narration
    return told[int(place)].claims if int(place) < len(told) else ()


def _of_limit(deck: Deck, name: str) -> tuple[ClaimId, ...]:
    limit = deck.limits.get(LimitId(name))
    if limit is None:
        return ()
    return (*limit.claims, *chain.from_iterable(example.claims for example in limit.examples))


def _of_chart(deck: Deck, name: str) -> tuple[ClaimId, ...]:
    chart = deck.charts.get(ChartId(name))
    return (*chart.supports, *chart.doubts) if chart else ()


def _of_number(deck: Deck, name: str) -> Iterable[ClaimId]:
    charts = (
        chart.id
        for chart in deck.charts.values()
        if any(NumberId(name) in point.numbers for point in chart.points)
    )
    return chain.from_iterable(_of_chart(deck, chart) for chart in charts)


def _of_discrepancy(deck: Deck, name: str) -> tuple[ClaimId, ...]:
    found: Discrepancy | None = deck.discrepancies.get(DiscrepancyId(name))
    return found.claims if found else ()


def _of_source(deck: Deck, name: str) -> tuple[ClaimId, ...]:
    return tuple(claim.id for claim in claims_from(deck, SourceId(name)))


_FINDERS: Mapping[str, Callable[[Deck, str], Iterable[ClaimId]]] = {
    "fate": _of_fate,
    "ability": _of_ability,
    "step": _of_step,
    "paragraph": _of_paragraph,
    "limit": _of_limit,
    "chart": _of_chart,
    "number": _of_number,
    "discrepancy": _of_discrepancy,
    "source": _of_source,
}
