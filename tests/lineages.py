"""Lineages of 1 to 200 models, generated: what a deck may hold, and no author has drawn.

A lineage is named by few numbers (`Kind`), so that Hypothesis makes a failing one smaller: fewer
models first, then fewer branches, methods, merges and so on. The same numbers give the same deck.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace

from explainer.deck import Deck
from explainer.schema import (
    CERTAINTIES,
    Branch,
    BranchId,
    Derivation,
    DerivationId,
    Method,
    MethodId,
    Model,
    ModelId,
    Option,
    Reading,
    ReadingId,
    SourceId,
    Text,
)

Shape = Literal["tree", "chain", "star"]
SHAPES: tuple[Shape, ...] = ("tree", "chain", "star")
STYLES: tuple[Literal["pretraining", "code", "instruction", "rlhf"], ...] = (
    "pretraining",
    "code",
    "instruction",
    "rlhf",
)


SEVERAL = settings(max_examples=min(25, settings().max_examples))
"""A map costs some ms to measure: fewer examples than usual, and no more than a quick run has."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a generated lineage is like."""

    models: int = 8
    branches: int = 0
    methods: int = 4
    shape: Shape = "tree"
    merges: float = 0.2
    """Share of the models that have several parents."""
    roots: float = 0.05
    """Share of further models without a parent."""
    unknown: float = 0.05
    """Share of models whose base nobody named."""
    disputed: float = 0.1
    """Share of models with another reading of their parents."""
    months: int = 24
    """Over which the dates are spread: 1 puts all models on one date."""
    longest: int = 24
    """Letters of a name."""
    seed: int = 0


def lineage_deck(kind: Kind) -> Deck:
    """Return the deck of a lineage; the same for equal kinds."""
    return _Maker(kind).deck()


@st.composite
def kinds(draw: st.DrawFn, most: int = 40) -> Kind:
    """Draw what a lineage of 1 to `most` models is like."""
    return Kind(
        models=draw(st.integers(1, most)),
        branches=draw(st.sampled_from((0, 1, 2, 3, 5))),
        methods=draw(st.integers(1, 4)),
        shape=draw(st.sampled_from(SHAPES)),
        merges=draw(st.sampled_from((0.0, 0.2, 0.6))),
        roots=draw(st.sampled_from((0.0, 0.1))),
        unknown=draw(st.sampled_from((0.0, 0.1))),
        disputed=draw(st.sampled_from((0.0, 0.2))),
        months=draw(st.sampled_from((24, 1, 4, 90))),
        longest=draw(st.sampled_from((12, 40))),
        seed=draw(st.integers(0, 9999)),
    )


class _Maker:
    """Makes up one lineage, model by model."""

    def __init__(self, kind: Kind) -> None:
        self.kind, self.chance = kind, Random(repr(kind))  # noqa: S311 - no secret
        self.models: dict[ModelId, Model] = {}
        self.derivations: list[Derivation] = []
        self.readings: dict[ReadingId, Reading] = {}
        self.methods = [MethodId(style) for style in STYLES[: kind.methods]]
        self.branches = [BranchId(f"branch-{number}") for number in range(kind.branches)]

    def deck(self) -> Deck:
        for number in range(self.kind.models):
            self._model(number)
        both = Text(en="Lineage", zh="谱系")
        return Deck(
            id="generated",
            title=both,
            subtitle=None,
            authors=(),
            licence="",
            source=SourceId(""),
            branches=tuple(Branch(id=each, name=both) for each in self.branches),
            methods={
                each: Method(id=each, name=Text(en=each, zh="方法"), short=both, style=style)
                for each, style in zip(self.methods, STYLES, strict=False)
            },
            views=(),
            sources={},
            models=self.models,
            counterparts={},
            derivations=tuple(self.derivations),
            counterpart_derivations=(),
            readings=self.readings,
            abilities={},
            fates=(),
            levels=(),
            claims={},
            terms={},
            discrepancies={},
            arguments={},
            experiments={},
            limits={},
            later={},
            numbers={},
            charts={},
            stages={},
        )

    def _model(self, number: int) -> None:
        chance, kind = self.chance, self.kind
        model = ModelId(f"m{number}")
        parents = self._parents()
        unknown = not parents and number > 0 and chance.random() < 0.5
        other = self._parents() if parents and chance.random() < kind.disputed else ()
        month = number * kind.months // kind.models + chance.randrange(2)
        month = min(month, kind.months - 1)
        branch = chance.choice(self.branches) if self.branches else BranchId("")
        self.models[model] = Model(
            id=model,
            name=self._name(number),
            date=f"{2020 + month // 12}-{month % 12 + 1:02}",
            branch=branch if chance.random() < 0.8 else BranchId(""),
            begins=() if parents or unknown else (self.methods[0],),
            kind=Text(en="A model", zh="模型"),
            summary=Text(en="Made up.", zh="虚构。"),
        )
        drawn = self._derived(model, parents, "a") if parents else ()
        if unknown:
            drawn = (
                Derivation(
                    id=DerivationId(f"{model}-base"),
                    child=model,
                    carries=(self.methods[0],),
                    method=self._method(),
                    certainty="open",
                ),
            )
        if other:
            text = Text(en="so", zh="如此")
            self.readings[ReadingId(f"of-{model}")] = Reading(
                id=ReadingId(f"of-{model}"),
                drawn="one",
                asks=text,
                options=(
                    Option(id="one", says=text, derivations=drawn),
                    Option(id="two", says=text, derivations=self._derived(model, other, "b")),
                ),
            )
        else:
            self.derivations.extend(drawn)

    def _name(self, number: int) -> str:
        length = self.chance.randint(2, self.kind.longest)
        return f"{number}-{'mnopqr' * 9}"[:length]

    def _method(self) -> MethodId:
        return self.chance.choice(self.methods) if self.chance.random() < 0.5 else MethodId("")

    def _parents(self) -> tuple[ModelId, ...]:
        kind, chance = self.kind, self.chance
        earlier = list(self.models)
        if not earlier or chance.random() < kind.roots + kind.unknown:
            return ()
        count = chance.randint(2, 3) if chance.random() < kind.merges else 1
        found: dict[ModelId, None] = {}
        for _ in range(count):
            match kind.shape:
                case "tree":
                    found[chance.choice(earlier[-12:])] = None
                case "chain":
                    found[earlier[-min(len(earlier), chance.choice((1, 1, 1, 2, 5)))]] = None
                case "star":
                    found[earlier[0] if chance.random() < 0.8 else chance.choice(earlier)] = None
        return tuple(found)

    def _derived(
        self, model: ModelId, parents: tuple[ModelId, ...], mark: str
    ) -> tuple[Derivation, ...]:
        sure = self.chance.choice(CERTAINTIES)
        return tuple(
            Derivation(
                id=DerivationId(f"{model}-{parent}-{mark}"),
                child=model,
                parent=parent,
                method=self._method(),
                certainty=sure,
            )
            for parent in parents
        )


def with_leaf(deck: Deck, parent: ModelId, date: str) -> Deck:
    """Return `deck` with one more model, derived from `parent`, at the end of its files."""
    leaf = ModelId("leaf")
    model = Model(
        id=leaf,
        name="a-new-leaf",
        date=date,
        branch=deck.models[parent].branch,
        kind=Text(en="A model", zh="模型"),
        summary=Text(en="Made up.", zh="虚构。"),
    )
    derivation = Derivation(
        id=DerivationId("leaf-derived"), child=leaf, parent=parent, certainty="stated"
    )
    return replace(
        deck,
        models={**deck.models, leaf: model},
        derivations=(*deck.derivations, derivation),
    )
