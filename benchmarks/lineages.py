"""A lineage of 2,000 models, made up: the same on every run, and branched like a real one."""

from __future__ import annotations

from random import Random

from msgspec.structs import replace

from explainer.deck import Deck, load_embedded
from explainer.schema import (
    CERTAINTIES,
    Derivation,
    DerivationId,
    Fact,
    MethodId,
    Model,
    ModelId,
    Text,
)

MODELS = 2000
MONTHS = 96
_FAMILIES = 12
_LETTERS = ("nova", "atlas", "quill", "ember", "lark", "onyx", "fjord", "sable", "delta", "mosaic")
_KINDS = ("base", "code", "chat", "instruct", "long", "math", "small")


def large_deck(models: int = MODELS) -> Deck:
    """Return the embedded deck with another lineage: `models` in a dozen families over 8 years.

    Most models come from a younger one of their family; some have two parents, some bring a method
    in, and not all of it is certain.
    """
    chance = Random(models)  # noqa: S311 - no secret
    deck = load_embedded()
    methods, source = list(deck.methods), next(iter(deck.sources))
    branches = [branch.id for branch in deck.branches]
    made: dict[ModelId, Model] = {}
    families: list[list[ModelId]] = [[] for _ in range(_FAMILIES)]
    derivations: list[Derivation] = []
    for number in range(models):
        at = number if number < _FAMILIES else chance.randrange(_FAMILIES)
        family = families[at]
        month = number * MONTHS // models
        model = ModelId(f"m{number}")
        kind = chance.choice(_KINDS)
        made[model] = Model(
            id=model,
            name=f"{_LETTERS[at % len(_LETTERS)]}-{kind}-{number:04}",
            date=f"{2018 + month // 12}-{month % 12 + 1:02}",
            branch=branches[at % len(branches)],
            begins=() if family else (methods[1],),
            kind=Text(en=f"A {kind} model", zh="模型"),
            summary=Text(en="Made up for measuring.", zh="为测量而虚构。"),
            facts=(Fact(kind="size", missing="not-published", source=source),),
        )
        derivations += _derivations(model, family, families, methods, chance)
        family.append(model)
    return replace(
        deck,
        id="large",
        models=made,
        counterparts={},
        derivations=tuple(derivations),
        counterpart_derivations=(),
        readings={},
        fates=(),
        levels=(),
        discrepancies={},
    )


def _derivations(
    model: ModelId,
    family: list[ModelId],
    families: list[list[ModelId]],
    methods: list[MethodId],
    chance: Random,
) -> list[Derivation]:
    if not family:
        return []
    parents = [chance.choice(family[-24:])]
    others = [each[-1] for each in families if each and each is not family]
    if others and chance.random() < 0.04:  # noqa: PLR2004 - a merge now and then
        parents.append(chance.choice(others))
    method = chance.choice(methods) if chance.random() < 0.4 else MethodId("")  # noqa: PLR2004 - so often
    sure = chance.choice(CERTAINTIES) if chance.random() < 0.5 else "stated"  # noqa: PLR2004 - so often
    return [
        Derivation(
            id=DerivationId(f"{model}-{parent}"),
            child=model,
            parent=parent,
            kind="lineage",
            method=method if place == 0 else MethodId(""),
            certainty=sure,
        )
        for place, parent in enumerate(parents)
    ]
