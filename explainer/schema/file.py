"""What may stand in one file of a deck."""

from explainer.schema.basics import Record, SourceId, Text
from explainer.schema.knowledge import (
    Argument,
    Chart,
    Claim,
    Discrepancy,
    Experiment,
    Later,
    Limit,
    Term,
)
from explainer.schema.lineage import (
    Ability,
    Branch,
    Derivation,
    Fate,
    Level,
    Method,
    Model,
    Reading,
    Source,
)
from explainer.schema.story import NamedView, Stage


class DeckFile(Record, frozen=True, kw_only=True):
    """One file of a deck: any of these sections. Lists of several files join, the rest is once."""

    format: int | None = None
    """Version of the format: 1."""
    id: str = ""
    title: Text | None = None
    subtitle: Text | None = None
    authors: tuple[str, ...] = ()
    licence: str = ""
    source: SourceId = SourceId("")
    """The work that the deck explains."""
    branches: tuple[Branch, ...] = ()
    methods: tuple[Method, ...] = ()
    views: tuple[NamedView, ...] = ()
    sources: tuple[Source, ...] = ()
    models: tuple[Model, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    readings: tuple[Reading, ...] = ()
    abilities: tuple[Ability, ...] = ()
    fates: tuple[Fate, ...] = ()
    levels: tuple[Level, ...] = ()
    claims: tuple[Claim, ...] = ()
    terms: tuple[Term, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    arguments: tuple[Argument, ...] = ()
    experiments: tuple[Experiment, ...] = ()
    limits: tuple[Limit, ...] = ()
    later: tuple[Later, ...] = ()
    charts: tuple[Chart, ...] = ()
    stages: tuple[Stage, ...] = ()
