"""What a claim was asked about, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from explainer.deck import Deck
from explainer.schema import (
    AbilityId,
    ChartId,
    Derivation,
    DiscrepancyId,
    Language,
    LimitId,
    ModelId,
    NumberId,
    SourceId,
    StepId,
    TermId,
)
from explainer.story import number_in_stage, stage_of
from explainer.strings import say
from explainer.why import card_of, every_derivation, named_model
from explainer.wording import change_word, clauses, pair, tie_sentence


def subject_words(deck: Deck, subject: str, language: Language) -> str:
    """Return a short name of what `why.py` calls `subject`."""
    kind, colon, name = subject.partition(":")
    if not colon:
        derived = next((it for it in every_derivation(deck) if it.id == subject), None)
        if derived is not None and subject not in deck.models:
            return derivation_words(deck, derived, language)
        return named_model(deck, ModelId(subject)).name
    return _NAMES[kind](deck, name, language)


def card_words(deck: Deck, card: str, language: Language) -> str:
    """Return a short name of an open card, as `View.open` has it."""
    kind, name, _ = card_of(card)
    if kind in _LISTS:
        return say(_LISTS[kind], language)
    if kind == "term":
        return deck.terms[TermId(name)].name.of(language)
    if kind == "claim":
        return say("panel.claim", language, id=name)
    return subject_words(
        deck, f"source:{name}" if kind == "numbers" else f"{kind}:{name}", language
    )


def derivation_words(deck: Deck, derived: Derivation, language: Language) -> str:
    """Return which model came from which, or what else ties it to that one."""
    return tie_sentence(deck, derived, language)


def step_words(deck: Deck, name: str, language: Language) -> str:
    """Return the stage and the number of a step."""
    at = StepId(name)
    number = say("panel.step", language, number=str(number_in_stage(deck, at)))
    return clauses((stage_of(deck, at).name.of(language), number), language)


def _fate(deck: Deck, name: str, language: Language) -> str:
    model, _, ability = name.partition("/")
    said = deck.abilities[AbilityId(ability)].short.of(language)
    change = next(it.change for it in deck.fates_of[ModelId(model)] if it.ability == ability)
    its = clauses((said, change_word(change, language)), language)
    return pair(named_model(deck, ModelId(model)).name, its, language)


def _number(deck: Deck, name: str, _: Language) -> str:
    number = deck.numbers[NumberId(name)]
    return f"{number.measure} {number.value}"


_LISTS = {
    "glossary": "panel.glossary",
    "sources": "panel.sources",
    "discrepancies": "panel.differences",
}
_NAMES: Mapping[str, Callable[[Deck, str, Language], str]] = {
    "fate": _fate,
    "ability": lambda deck, name, language: deck.abilities[AbilityId(name)].name.of(language),
    "step": step_words,
    "paragraph": lambda deck, name, language: step_words(deck, name.rpartition("/")[0], language),
    "limit": lambda deck, name, language: deck.limits[LimitId(name)].name.of(language),
    "chart": lambda deck, name, language: deck.charts[ChartId(name)].name.of(language),
    "number": _number,
    "discrepancy": lambda deck, name, language: deck.discrepancies[DiscrepancyId(name)].says.of(
        language
    ),
    "source": lambda deck, name, language: deck.sources[SourceId(name)].short.of(language),
}
