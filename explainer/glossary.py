"""The words of the field: in which order, where first told, and which claims use them."""

from __future__ import annotations

import re
from functools import lru_cache

from explainer.deck import Deck
from explainer.markup import links
from explainer.schema import LANGUAGES, ClaimId, Language, StepId, Term, TermId, TermsSlide
from explainer.story import step, steps


def in_order(deck: Deck, language: Language) -> tuple[Term, ...]:
    """Return all terms as a dictionary lists them: by letter, in Chinese by sound."""

    def key(term: Term) -> tuple[object, ...]:
        name = term.name.of(language).casefold()
        # The common characters of GB 2312 stand in the order of their sound.
        return (name.encode("gb18030"),) if language == "zh" else (name,)

    return tuple(sorted(deck.terms.values(), key=key))


@lru_cache(maxsize=256)
def first_told(deck: Deck, term: TermId) -> StepId | None:
    """Return the first step that explains or links a term; None where none does."""
    target = f"term:{term}"
    for name in steps(deck):
        its = step(deck, name)
        if isinstance(its.slide, TermsSlide) and term in its.slide.terms:
            return name
        texts = (each.text.of(language) for each in its.narration for language in LANGUAGES)
        if any(target == link for text in texts for link, _ in links(text)):
            return name
    return None


@lru_cache(maxsize=256)
def uses_of(deck: Deck, term: TermId) -> tuple[ClaimId, ...]:
    """Return the claims that say the term's name in either language, in the order of the deck."""
    name = deck.terms[term].name
    # A note in brackets is no part of the word: "token（词元）".
    plain = {language: re.sub(r"[（(].*?[）)]", "", name.of(language)) for language in LANGUAGES}
    english = re.compile(rf"\b{re.escape(plain['en'].strip())}s?\b", re.IGNORECASE)
    return tuple(
        claim.id
        for claim in deck.claims.values()
        if english.search(claim.text.en) or plain["zh"].strip() in claim.text.zh
    )
