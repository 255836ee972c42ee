"""What is said to be surer than all the claims that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainer.deck.joined import join
from explainer.deck.places import Finding, Path
from explainer.schema import CERTAINTIES, Certainty, ClaimId, DeckFile


def surer_findings(contents: Sequence[tuple[str, DeckFile]]) -> Iterator[Finding]:
    """Yield fates and derivations whose certainty none of their claims has."""
    sure = {it.id: it.certainty for _, content in contents for it in content.claims if it}
    for file, content in contents:
        for number, fate in enumerate(content.fates):
            if fate:
                path: Path = ((None, "fates"), number)
                yield from _surer(file, path, fate.certainty, fate.claims, sure)
    for placed in join(contents).every():
        it = placed.it
        yield from _surer(placed.file, placed.path, it.certainty, it.claims, sure)


def _surer(
    file: str,
    path: Path,
    given: Certainty,
    claims: Sequence[ClaimId],
    sure: dict[ClaimId, Certainty],
) -> Iterator[Finding]:
    known = [sure[it] for it in claims if it in sure]
    surest = min(known, key=CERTAINTIES.index, default=given)
    if CERTAINTIES.index(given) < CERTAINTIES.index(surest):
        values = (("given", given), ("surest", surest))
        yield Finding("W613-surer", file, (path, "certainty"), values)
