"""A deck: everything its files say, found by id. Filled by `load.py`."""

from collections.abc import Mapping

from msgspec import Struct, field

from explainer.schema import (
    Ability,
    AbilityId,
    Argument,
    ArgumentId,
    Branch,
    Chart,
    ChartId,
    Claim,
    ClaimId,
    Derivation,
    Discrepancy,
    DiscrepancyId,
    Experiment,
    ExperimentId,
    Fate,
    Later,
    Level,
    Limit,
    LimitId,
    Method,
    MethodId,
    Model,
    ModelId,
    NamedView,
    Number,
    NumberId,
    Reading,
    ReadingId,
    Source,
    SourceId,
    Stage,
    StageId,
    Term,
    TermId,
    Text,
)


class Deck(Struct, frozen=True, eq=False, weakref=True):
    """A whole deck, checked: every id that is named in it leads somewhere.

    Mappings keep the order of the files.
    """

    id: str
    title: Text
    subtitle: Text | None
    authors: tuple[str, ...]
    licence: str
    source: SourceId
    """The work that the deck explains."""
    branches: tuple[Branch, ...]
    """From left to right."""
    methods: Mapping[MethodId, Method]
    """In the order of the lanes."""
    views: tuple[NamedView, ...]
    sources: Mapping[SourceId, Source]
    models: Mapping[ModelId, Model]
    """Those of the lineage."""
    counterparts: Mapping[ModelId, Model]
    """Those outside the lineage that stand for some in it."""
    derivations: tuple[Derivation, ...]
    """Those outside a reading: drawn in every reading."""
    counterpart_derivations: tuple[Derivation, ...]
    """Those that begin or end at a counterpart."""
    readings: Mapping[ReadingId, Reading]
    abilities: Mapping[AbilityId, Ability]
    fates: tuple[Fate, ...]
    levels: tuple[Level, ...]
    claims: Mapping[ClaimId, Claim]
    terms: Mapping[TermId, Term]
    discrepancies: Mapping[DiscrepancyId, Discrepancy]
    arguments: Mapping[ArgumentId, Argument]
    experiments: Mapping[ExperimentId, Experiment]
    limits: Mapping[LimitId, Limit]
    later: Mapping[str, Later]
    numbers: Mapping[NumberId, Number]
    charts: Mapping[ChartId, Chart]
    stages: Mapping[StageId, Stage]
    """In the order of the story."""
    fates_of: Mapping[ModelId, tuple[Fate, ...]] = field(default_factory=dict)
    """By model, in the order of the file."""
