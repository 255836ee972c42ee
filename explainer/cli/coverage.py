"""`explainer check --coverage`: where each claim is shown, and those that nothing shows."""

from __future__ import annotations

from collections.abc import Mapping

from explainer.cli.messages import DECK_HAS_ERRORS, OK, complain, tell
from explainer.cover import shown_claims
from explainer.deck import Deck
from explainer.errors import escaped
from explainer.schema import LANGUAGES, ClaimId, Language
from explainer.strings import say


def print_coverage(deck: Deck, language: Language) -> int:
    """Print a line for each claim, then those that nothing shows in one language or both.

    Their number goes to stderr. Returns 1 where there are any.
    """
    shown = {each: shown_claims(deck, each) for each in LANGUAGES}
    unseen = [claim for claim in deck.claims if not all(shown[each][claim] for each in LANGUAGES)]
    for claim in deck.claims:
        for line in _lines(claim, shown):
            tell(line)
    for claim in unseen:
        lacks = ", ".join(each for each in LANGUAGES if not shown[each][claim])
        text = escaped(deck.claims[claim].text.of(language))
        tell(say("cli.unseen", language, claim=claim, languages=lacks, text=text))
    complain(say("cli.coverage", language, claims=len(deck.claims), unseen=len(unseen)))
    return DECK_HAS_ERRORS if unseen else OK


def _lines(
    claim: ClaimId, shown: Mapping[Language, Mapping[ClaimId, tuple[str, ...]]]
) -> list[str]:
    """Return where a claim is shown: in one line where that is the same in both languages."""
    places = {each: ", ".join(shown[each][claim]) for each in LANGUAGES}
    if len(set(places.values())) == 1:
        return [f"{claim} {places['en']}"] if places["en"] else []
    return [f"{claim} [{each}] {places[each]}" for each in LANGUAGES if places[each]]
