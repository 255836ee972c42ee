"""What is known in a deck: claims and terms, arguments, discrepancies, numbers."""

from typing import Literal

from explainer.schema.basics import (
    AbilityId,
    ArgumentId,
    Certainty,
    ChartId,
    ClaimId,
    ClaimKind,
    DiscrepancyId,
    ExperimentId,
    LimitId,
    ModelId,
    NumberId,
    Record,
    SourceId,
    TermId,
    Text,
)


class Claim(Record, frozen=True, kw_only=True):
    """One sentence that a source says, how sure it is, and what speaks for and against it."""

    id: ClaimId
    kind: ClaimKind
    certainty: Certainty
    text: Text
    source: SourceId
    at: str = ""
    """Where in the source: `§3.1 ¶12`."""
    hedge: str = ""
    """The hedging word of the source, in its own language."""
    cites: tuple[SourceId, ...] = ()
    evidence_for: tuple[ClaimId, ...] = ()
    evidence_against: tuple[ClaimId, ...] = ()
    depends_on: tuple[ClaimId, ...] = ()
    models: tuple[ModelId, ...] = ()
    abilities: tuple[AbilityId, ...] = ()
    rank: Literal["core", "detail"] = "detail"


class Term(Record, frozen=True, kw_only=True):
    """A word of the field, explained."""

    id: TermId
    name: Text
    definition: Text


class Account(Record, frozen=True, kw_only=True):
    """One side of a discrepancy: who says what, and where."""

    says: Text
    source: SourceId
    at: str = ""


class Discrepancy(Record, frozen=True, kw_only=True):
    """Statements that do not agree; both are shown, neither is smoothed."""

    id: DiscrepancyId
    between: Literal["article", "source", "sources"]
    """Inside the article, between the article and a source, or between sources."""
    says: Text
    claims: tuple[ClaimId, ...] = ()
    models: tuple[ModelId, ...] = ()
    accounts: tuple[Account, ...]
    """At least two."""
    found: Text | None = None
    """What was found outside."""
    reading: Text
    """What can be said."""
    sources: tuple[SourceId, ...] = ()


class Experiment(Record, frozen=True, kw_only=True):
    """A comparison that would settle a question and that nobody has made yet."""

    id: ExperimentId
    name: Text
    shows: Text
    """What it would tell."""
    status: Text
    claims: tuple[ClaimId, ...] = ()


class Argument(Record, frozen=True, kw_only=True):
    """A thesis, what speaks for it and against it, and what would settle it."""

    id: ArgumentId
    name: Text
    thesis: ClaimId
    supports: tuple[ClaimId, ...]
    opposes: tuple[ClaimId, ...] = ()
    settled_by: ExperimentId = ExperimentId("")


class Example(Record, frozen=True, kw_only=True):
    """An example of a limit."""

    name: Text
    claims: tuple[ClaimId, ...] = ()
    outcome: Literal["", "works", "fails"] = ""
    """Whether the models manage it, if that can be said."""


class Limit(Record, frozen=True, kw_only=True):
    """Something the models cannot do."""

    id: LimitId
    name: Text
    claims: tuple[ClaimId, ...]
    examples: tuple[Example, ...] = ()


class Later(Record, frozen=True, kw_only=True):
    """Something learned after the article: dated, and apart from its voice."""

    id: str
    date: str
    """ISO day, month or year."""
    says: Text
    source: SourceId
    models: tuple[ModelId, ...] = ()


class Number(Record, frozen=True, kw_only=True):
    """A published number: a line of a file in `data/`."""

    id: NumberId
    subject: str
    """Whom it was measured on, as the source names it."""
    model: ModelId = ModelId("")
    """The same as a model of the deck, where it is one."""
    measure: str
    """What was measured: `GSM8K`."""
    setting: str = ""
    """How: `8-shot CoT`."""
    value: str
    """As printed, without the unit."""
    unit: str = ""
    source: SourceId
    at: str
    """Table or section of the source."""
    note: str = ""


class Point(Record, frozen=True, kw_only=True):
    """A row of a chart: a subject and its number in each series."""

    name: Text | None = None
    """Where it is not the model's own name."""
    model: ModelId = ModelId("")
    numbers: tuple[NumberId, ...] = ()
    """One for each series, in their order; none: the source has none of it."""
    stand_in: bool = False
    """Measured on something that only stands for it."""


class Chart(Record, frozen=True, kw_only=True):
    """Published numbers of one source under one setting."""

    id: ChartId
    form: Literal["dots", "bars", "mix"]
    """Dots along the lineage; bars of amounts; bands of a mix whose thickness is the share."""
    name: Text
    unit: Text
    setting: Text
    source: SourceId
    series: tuple[Text, ...] = ()
    """Names of what is compared in each row; none where each row has one number."""
    points: tuple[Point, ...]
    cannot_show: Text
    """What one must not read out of it."""
    supports: tuple[ClaimId, ...] = ()
    """Claims that it lets one see."""
    doubts: tuple[ClaimId, ...] = ()
    """Claims that it speaks against."""
