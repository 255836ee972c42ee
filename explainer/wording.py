"""The app's words for what a deck holds: certainties, changes, kinds, and where a claim is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from explainer.deck import Deck
from explainer.schema import (
    Authority,
    Certainty,
    Change,
    Claim,
    ClaimId,
    ClaimKind,
    Derivation,
    Fact,
    FactKind,
    Fate,
    Language,
    Mark,
    SourceId,
)
from explainer.strings import say

MINUS = "\u2212"
_SECTION = re.compile(r"§\S+( ¶\S+)?$")
"""A section by its number, alone or with a paragraph: the section can stand for it."""
_DIGITS = re.compile(r"(\d+)")


def certainty_word(certainty: Certainty, language: Language) -> str:
    """Return the word that stands beside the line of a certainty."""
    return say(f"word.certainty.{certainty}", language)


def certainty_meaning(certainty: Certainty, language: Language) -> str:
    """Return what a word of certainty means, in a few words."""
    return say(f"word.meaning.{certainty}", language)


def change_word(change: Change, language: Language) -> str:
    """Return what became of an ability."""
    return say(f"word.change.{change}", language)


def fate_words(fate: Fate, language: Language) -> str:
    """Return what became of an ability, and the mark that the source prints for it."""
    return " ".join(filter(None, (change_word(fate.change, language), mark_text(fate.mark))))


def fact_word(kind: FactKind, language: Language) -> str:
    """Return what kind of thing is known of a model."""
    return say(f"word.fact.{kind}", language)


def fact_value(fact: Fact, facts: Iterable[Fact], language: Language) -> str:
    """Return what the source says, or in which way it says nothing.

    `facts` are all of the same model: what another source says is not unpublished.
    """
    if fact.value is not None:
        return fact.value.of(language)
    if any(it.kind == fact.kind and it.value is not None for it in facts):
        return say("word.missing.here", language)
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


def and_more(said: str, more: str, language: Language) -> str:
    """Return names, and behind them how many more there are; "" for none."""
    return say("word.and-more", language, said=said, more=more) if more else said


def left_out_words(models: int, abilities: int, language: Language) -> str:
    """Return how many models and abilities a table does not show; "" where it shows all."""
    words: list[str] = []
    if models:
        key = "slide.more-models.one" if models == 1 else "slide.more-models"
        words.append(say(key, language, count=str(models)))
    if abilities:
        key = "slide.more-abilities.one" if abilities == 1 else "slide.more-abilities"
        words.append(say(key, language, count=str(abilities)))
    return clauses(tuple(words), language)


def clauses(words: tuple[str, ...], language: Language) -> str:
    """Return what is said of one thing, one after the other; empty words are left out."""
    return say("word.comma", language).join(word for word in words if word)


def short_reference(deck: Deck, claim: Claim, language: Language) -> str:
    """Return where a claim is read, for narrow places.

    The source is left out where all claims of the deck are read in the same one.
    """
    if claim.at and has_one_source(deck):
        return _place(claim)
    return reference(deck, claim, language)


def reference(deck: Deck, claim: Claim, language: Language) -> str:
    """Return the source of a claim and the place in it."""
    return clauses((deck.sources[claim.source].short.of(language), _place(claim)), language)


@lru_cache(maxsize=8)
def has_one_source(deck: Deck) -> bool:
    """Tell whether all claims of `deck` are read in the same work."""
    return len({claim.source for claim in deck.claims.values()}) <= 1


def citations(deck: Deck, claims: Iterable[ClaimId], language: Language) -> tuple[str, ...]:
    """Return ways to say where `claims` are read, from the longest to the shortest.

    The first names every source with every place in it; then sections stand for their paragraphs,
    then places are only counted, then left out, then sources are only counted. No way leaves a
    source or a place out without counting it. Nothing where there are no claims.
    """
    places: dict[SourceId, list[str]] = {}
    for claim in (deck.claims[it] for it in claims):
        found = places.setdefault(claim.source, [])
        if claim.at and claim.at not in found:
            found.append(claim.at)
    if not places:
        return ()
    ways = [
        say("word.works", language).join(
            clauses((deck.sources[source].short.of(language), said(found, language)), language)
            for source, found in places.items()
        )
        for said in (listed_places, _sections, _counted)
    ]
    names = tuple(deck.sources[source].short.of(language) for source in places)
    ways.append(listed(names, language))
    if len(names) > 1:
        ways.append(say("word.sources", language, count=str(len(names))))
    return tuple(dict.fromkeys(ways))


def listed_places(places: Iterable[str], language: Language) -> str:
    """Return places in a source in their natural order, a section before its paragraphs."""
    parts: list[str] = []
    section = ""
    for place in in_order(places):
        head = section_of(place)
        rest = place.removeprefix(head).strip()
        parts.append(_together(rest if rest and head == section else place))
        section = head
    return listed(tuple(parts), language)


def section_of(place: str) -> str:
    """Return the section of a place in a source; a place that is no paragraph of one stays whole.

    "§3.1 ¶12" lies in "§3.1", but "page 12" in no "page".
    """
    return place.partition(" ")[0] if _SECTION.match(place) else place


def in_order(places: Iterable[str]) -> tuple[str, ...]:
    """Return each place once, numbers in them by their size: §2, §3.1, §10."""
    return tuple(sorted(dict.fromkeys(places), key=_natural))


def _natural(place: str) -> tuple[tuple[int, str], ...]:
    parts = _DIGITS.split(place)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts if part)


def _sections(places: Iterable[str], language: Language) -> str:
    """Return the sections of places; a place that is no paragraph of one stands whole."""
    return listed_places(map(section_of, places), language)


def _counted(places: Sequence[str], language: Language) -> str:
    if len(places) <= 1:
        return listed_places(places, language)
    return say("word.places", language, count=str(len(places)))


def _together(place: str) -> str:
    """Return a place so that no line ends within it."""
    return place.replace(" ", "\u00a0")


def _place(claim: Claim) -> str:
    return _together(claim.at)


def tie_words(tie: Derivation, language: Language) -> str:
    """Return the label of a tie that is no descent; without one, what kind of tie it is."""
    if tie.label is not None:
        return tie.label.of(language)
    return say(f"word.tie.{tie.kind}", language)


def tie_sentence(deck: Deck, derived: Derivation, language: Language) -> str:
    """Return which model came from which, or what else ties it to that one, and the label."""
    models = {**deck.models, **deck.counterparts}
    unknown = say("panel.unknown-base", language)
    parent = models[derived.parent].name if derived.parent else unknown
    # A counterpart stands outside the lineage; that it came from a model is said all the same,
    # where it is told how, or both stand there. Else it is but set beside that one.
    told = bool(derived.method) or derived.parent not in deck.models
    outside = derived.kind == "counterpart" and derived.child in deck.counterparts and told
    came = derived.is_descent or outside
    key = "panel.derived" if came else f"panel.tied.{derived.kind}"
    said = say(key, language, child=models[derived.child].name, parent=parent)
    label = derived.label.of(language) if derived.label is not None else ""
    return clauses((said, label), language)


def fate_sentence(deck: Deck, fate: Fate, language: Language) -> str:
    """Return all that a mark says: model, ability, change, mark, certainty and source."""
    where = _where(deck, fate.claims, language)
    doubt = "" if fate.mark_certain else say("word.mark-uncertain", language)
    said = (
        deck.abilities[fate.ability].name.of(language),
        fate_words(fate, language),
        certainty_word(fate.certainty, language),
        doubt,
        where,
    )
    return pair(deck.models[fate.model].name, clauses(said, language), language)


def _where(deck: Deck, claims: Sequence[ClaimId], language: Language) -> str:
    """Return where claims are read, without the source that all of the deck's have."""
    places = [deck.claims[claim].at for claim in claims]
    if all(places) and has_one_source(deck):
        return listed_places(places, language)
    return next(iter(citations(deck, claims, language)), "")
