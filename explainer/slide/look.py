"""What a slide says while something is looked up: headline and sources of the look, not the step's.

The map then stands in place of the step's picture; the step's own words would not be true of it.
"""

from __future__ import annotations

from itertools import chain

from explainer.deck import Deck
from explainer.disputes import discrepancies_at, discrepancies_of
from explainer.lineage import lineage
from explainer.panel.subject import subject_words
from explainer.schema import (
    AbilityId,
    ClaimId,
    Discrepancy,
    DiscrepancyId,
    Language,
    MethodId,
    SourceId,
    TermId,
    View,
)
from explainer.strings import say
from explainer.why import LISTS, card_of, claims_about, claims_of_model, named_model
from explainer.wording import certainty_word, citations, clauses, listed, pair


def look_headlines(deck: Deck, view: View, language: Language) -> tuple[str, ...]:
    """Return what is looked at as a headline, the fullest wording first, the shortest last."""
    names = _card_names(deck, view, language) if view.open else ()
    if not names:
        subject = named_model(deck, view.select).name if view.select else ""
        colours, filters = _lens(deck, view, language), _filters(view, language)
        names = tuple(
            clauses(words, language)
            for words in ((subject, colours, *filters), (subject, colours), (subject or colours,))
        )
    found = dict.fromkeys(name for name in names if name)
    return tuple(say("slide.look", language, what=it) for it in found) or (
        say("slide.look.map", language),
    )


def look_citations(deck: Deck, view: View, language: Language) -> tuple[str, ...]:
    """Return ways to say where what is looked at is read, the longest first; at least one.

    Of a claim it is also said how sure it is.
    """
    kind, name, _ = card_of(view.open)
    match kind:
        case "claim":
            claim = deck.claims[ClaimId(name)]
            sure = certainty_word(claim.certainty, language)
            ways = citations(deck, (claim.id,), language)
            return tuple(pair(sure, way, language) for way in ways)
        case "source" | "numbers":
            return (deck.sources[SourceId(name)].short.of(language),)
        case "discrepancy":
            found = deck.discrepancies[DiscrepancyId(name)]
            said = (account.source for account in found.accounts if account.source)
            shorts = (deck.sources[it].short.of(language) for it in (*said, *found.sources))
            return (listed(tuple(dict.fromkeys(shorts)), language),)
        case _:
            return citations(deck, _claims(deck, view), language) or ("",)


def look_disputes(deck: Deck, view: View) -> tuple[Discrepancy, ...]:
    """Return the discrepancies that what is looked at is part of."""
    kind, name, _ = card_of(view.open)
    if kind == "claim":
        return discrepancies_of(deck, (ClaimId(name),))
    return discrepancies_at(deck, view.select) if view.select and not kind else ()


def _card_names(  # noqa: PLR0911 - one answer for each kind
    deck: Deck, view: View, language: Language
) -> tuple[str, ...]:
    """Return what the open card is called, longest first; nothing where it is the model's own."""
    kind, name, subject = card_of(view.open)
    if view.open in LISTS:
        return (say(f"slide.look.{view.open}", language),)
    match kind:
        case "claim":
            about = (subject_words(deck, subject, language),) if subject else ()
            text = deck.claims[ClaimId(name)].text.plain(language).rstrip(".。")
            return (text, *about, say("slide.look.claim", language, id=name))
        case "ability":
            model = named_model(deck, view.select).name if view.select else ""
            ability = deck.abilities[AbilityId(name)].name.plain(language)
            return (clauses((model, ability), language), ability)
        case "term":
            # The definition has no source in the foot: it stays in the panel.
            return (deck.terms[TermId(name)].name.plain(language),)
        case "discrepancy":
            return (deck.discrepancies[DiscrepancyId(name)].says.plain(language),)
        case "source":
            return (deck.sources[SourceId(name)].short.plain(language),)
        case _:
            return ()


def _lens(deck: Deck, view: View, language: Language) -> str:
    """Return what the map is coloured by; "" where it is coloured as usual."""
    kind, _, name = view.lens.partition(":")
    match kind:
        case "ability":
            return deck.abilities[AbilityId(name)].name.plain(language)
        case "cause":
            method = deck.methods[MethodId(name)].name.plain(language)
            return say("slide.look.cause", language, method=method)
        case _:
            return ""


def _filters(view: View, language: Language) -> tuple[str, ...]:
    """Return what the switches of the map add to it or leave out."""
    on = {"established": view.established, "counterparts": view.counterparts}
    return tuple(say(f"slide.look.{name}", language) for name, shown in on.items() if shown)


def _claims(deck: Deck, view: View) -> tuple[ClaimId, ...]:
    """Return the claims of the ability, model or lens that is looked at, else of the map."""
    kind, name, _ = card_of(view.open)
    if kind == "ability":
        return claims_about(deck, f"ability:{name}")
    if view.select and not kind:
        return claims_of_model(deck, view.select)
    lens, _, name = view.lens.partition(":")
    if lens == "ability":
        return claims_about(deck, view.lens)
    if lens == "cause":
        return tuple(chain.from_iterable(it.claims for it in deck.fates if it.cause == name))
    drawn = lineage(deck, view.readings).links
    return tuple(claim for link in drawn for it in link.derivations for claim in it.claims)
