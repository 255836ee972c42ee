"""The app's words for what a deck holds: certainties, changes, kinds, and where a claim is read."""

from __future__ import annotations

from explainer.deck import Deck
from explainer.schema import (
    Authority,
    Certainty,
    Change,
    Claim,
    ClaimKind,
    Fact,
    FactKind,
    Fate,
    Language,
    Mark,
)
from explainer.strings import say

MINUS = "\u2212"


def certainty_word(certainty: Certainty, language: Language) -> str:
    """Return the word that stands beside the line of a certainty."""
    return say(f"word.certainty.{certainty}", language)


def certainty_meaning(certainty: Certainty, language: Language) -> str:
    """Return what a word of certainty means, in a few words."""
    return say(f"word.meaning.{certainty}", language)


def change_word(change: Change, language: Language) -> str:
    """Return what became of an ability."""
    return say(f"word.change.{change}", language)


def fact_word(kind: FactKind, language: Language) -> str:
    """Return what kind of thing is known of a model."""
    return say(f"word.fact.{kind}", language)


def fact_value(fact: Fact, language: Language) -> str:
    """Return what the source says, or in which way it says nothing."""
    if fact.value is not None:
        return fact.value.of(language)
    return say(f"word.missing.{fact.missing}", language)


def authority_word(by: Authority, language: Language) -> str:
    """Return who says it."""
    return say(f"word.by.{by}", language)


def claim_kind_word(kind: ClaimKind, language: Language) -> str:
    """Return what kind of sentence a claim is."""
    return say(f"word.kind.{kind}", language)


def mark_text(mark: Mark) -> str:
    """Return a mark as it is painted, with true minus signs."""
    return mark.replace("-", MINUS)


def quoted(words: str, language: Language) -> str:
    """Return `words` in the quotation marks of `language`."""
    return say("word.quoted", language, words=words)


def pair(name: str, words: str, language: Language) -> str:
    """Return `words` behind the `name` of what they are about."""
    return say("word.pair", language, name=name, words=words)


def listed(words: tuple[str, ...], language: Language) -> str:
    """Return names one after the other."""
    return say("word.list", language).join(words)


def clauses(words: tuple[str, ...], language: Language) -> str:
    """Return what is said of one thing, one after the other; empty words are left out."""
    return say("word.comma", language).join(word for word in words if word)


def short_reference(deck: Deck, claim: Claim, language: Language) -> str:
    """Return where a claim is read, for narrow places: the deck's own source is not named."""
    if claim.source == deck.source and claim.at:
        return _place(claim)
    return deck.sources[claim.source].short.of(language)


def reference(deck: Deck, claim: Claim, language: Language) -> str:
    """Return the source of a claim and the place in it."""
    return clauses((deck.sources[claim.source].short.of(language), _place(claim)), language)


def _place(claim: Claim) -> str:
    """Return the place in the source; no line ends within it."""
    return claim.at.replace(" ", "\u00a0")


def fate_sentence(deck: Deck, fate: Fate, language: Language) -> str:
    """Return all that a mark says: model, ability, change, mark, certainty and source."""
    where = [short_reference(deck, deck.claims[claim], language) for claim in fate.claims]
    doubt = "" if fate.mark_certain else say("word.mark-uncertain", language)
    said = (
        deck.abilities[fate.ability].name.of(language),
        " ".join(filter(None, (change_word(fate.change, language), mark_text(fate.mark)))),
        certainty_word(fate.certainty, language),
        doubt,
        listed(tuple(dict.fromkeys(where)), language),
    )
    return pair(deck.models[fate.model].name, clauses(said, language), language)
