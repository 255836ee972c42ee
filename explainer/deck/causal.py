"""Words of cause and proof where a step rests on an open question or on a correlation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import yaml

from explainer.deck.places import Finding, Path
from explainer.files import resource_folder
from explainer.markup import plain
from explainer.schema import (
    LANGUAGES,
    Claim,
    ClaimId,
    DeckFile,
    Language,
    Step,
)

LIST = "words/causal.yaml"


def causal_findings(contents: Sequence[tuple[str, DeckFile]]) -> Iterator[Finding]:
    """Yield words of cause in narration, and causes drawn as certain, where none is established."""
    claims = {it.id: it for _, content in contents for it in content.claims if it}
    open_ones, correlated = unsettled(claims), correlations(claims)
    for file, content in contents:
        for number, stage in enumerate(content.stages):
            for inner, step in enumerate(stage.steps if stage else ()):
                path: Path = (((((None, "stages"), number), "steps"), inner), "narration")
                if step:
                    yield from _narration(file, step, path, open_ones)
        for number, fate in enumerate(content.fates):
            if not fate:
                continue
            doubted = next((it for it in fate.claims if it in correlated), None)
            if fate.cause and fate.certainty == "stated" and doubted:
                place: Path = (((None, "fates"), number), "cause")
                yield Finding("W606-drawn-as-cause", file, place, (("claim", doubted),))


def unsettled(claims: Mapping[ClaimId, Claim]) -> frozenset[ClaimId]:
    """Return the claims that are open: open questions, what these speak against, correlations."""
    found = {it.id for it in claims.values() if _is_open(it)}
    disputed = {
        it.id
        for it in claims.values()
        if any(_is_open(claims[other]) for other in it.evidence_against if other in claims)
    }
    return frozenset(found | disputed) | correlations(claims)


def correlations(claims: Mapping[ClaimId, Claim]) -> frozenset[ClaimId]:
    """Return the claims against which a limitation speaks, such as "there is only a correlation".

    The limitations are among them: who rests on them speaks of the same thing.
    """
    found: set[ClaimId] = set()
    for claim in claims.values():
        limits = [
            it for it in claim.evidence_against if it in claims and claims[it].kind == "limitation"
        ]
        if limits:
            found.update((claim.id, *limits))
    return frozenset(found)


def causal_words(text: str, language: Language) -> tuple[str, ...]:
    """Return the words of cause or proof in a text, each once."""
    words, exceptions = _patterns()[language]
    left = exceptions.sub(" ", plain(text))
    return tuple(dict.fromkeys(word.lower() for word in words.findall(left)))


def _is_open(claim: Claim) -> bool:
    return claim.certainty == "open" or claim.kind == "open-question"


def _narration(
    file: str, step: Step, path: Path, open_ones: frozenset[ClaimId]
) -> Iterator[Finding]:
    claims = [claim for paragraph in step.narration for claim in paragraph.claims]
    doubted = next((claim for claim in claims if claim in open_ones), None)
    if doubted is None:
        return
    for number, paragraph in enumerate(step.narration):
        for language in LANGUAGES:
            place: Path = (((path, number), "text"), language)
            for word in causal_words(paragraph.text.of(language), language):
                values = (("word", word), ("claim", doubted))
                yield Finding("W605-causal", file, place, values)


@cache
def _patterns() -> Mapping[Language, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Return by language what finds the words, and what finds the exceptions."""
    text = (resource_folder() / LIST).read_text("utf-8")
    lists = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - plain texts only
    return {
        language: (
            _pattern(lists[language]["words"], language),
            _pattern(lists[language]["except"], language),
        )
        for language in LANGUAGES
    }


def _pattern(words: Sequence[str], language: Language) -> re.Pattern[str]:
    """Return what finds any of `words`, the longest first."""
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\b(?:{either})\b" if language == "en" else either, re.IGNORECASE)
