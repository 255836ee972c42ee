"""The lineage in a deck: sources, models, derivations, abilities and their fates."""

from typing import Literal

from explainer.schema.basics import (
    AbilityId,
    Authority,
    BranchId,
    Certainty,
    Change,
    ClaimId,
    DerivationId,
    DerivationKind,
    FactKind,
    Mark,
    MethodId,
    ModelId,
    ReadingId,
    Record,
    SourceId,
    Text,
)


class Branch(Record, frozen=True, kw_only=True):
    """A column of the map; the order in the file is the order from left to right."""

    id: BranchId
    name: Text


class Colours(Record, frozen=True, kw_only=True):
    """A colour for light ground and one for dark, each as #RRGGBB."""

    light: str
    dark: str


class Method(Record, frozen=True, kw_only=True):
    """A training method: one strand of the map. The order in the file is the order of lanes."""

    id: MethodId
    name: Text
    short: Text
    """For narrow places: one word."""
    style: Literal["pretraining", "code", "instruction", "rlhf"]
    """Which of the token styles (colour, texture, icon) it wears."""
    colour: Colours | None = None
    """In place of the style's own; None: the style's."""


class Source(Record, frozen=True, kw_only=True):
    """A work that claims and facts are taken from."""

    id: SourceId
    short: Text
    """As named beside a claim, "Wei et al. 2022"."""
    title: str
    authors: str = ""
    year: str = ""
    link: str = ""
    by: Authority
    edition_of: SourceId = SourceId("")
    """The work that this is another edition of, for readers of `language`."""
    language: Literal["", "en", "zh"] = ""


class Fact(Record, frozen=True, kw_only=True):
    """One thing a source says of a model, or that nobody published it."""

    kind: FactKind
    value: Text | None = None
    missing: Literal["", "not-published", "not-stated"] = ""
    source: SourceId
    certainty: Certainty = "stated"


class Training(Record, frozen=True, kw_only=True):
    """A method that shaped a model, whoever its parent was: as sure as the weakest claim."""

    method: MethodId
    claims: tuple[ClaimId, ...]


class Model(Record, frozen=True, kw_only=True):
    """A language model: one station of the map."""

    id: ModelId
    name: str
    also: tuple[str, ...] = ()
    date: str
    """ISO day, month, year, or an interval `start/end`; its length is its precision."""
    branch: BranchId = BranchId("")
    begins: tuple[MethodId, ...] = ()
    """Only of a model that descends from no other: the strands that begin here."""
    trained_by: tuple[Training, ...] = ()
    """Where how it was trained is surer than what it came from."""
    kind: Text
    """What it is in a few words, the line under its name."""
    summary: Text
    facts: tuple[Fact, ...] = ()
    counterpart: bool = False
    """A model outside the lineage that can be looked at in place of one in it."""
    stands_for: tuple[ModelId, ...] = ()
    """Only of a counterpart: the models of the lineage whose place it takes."""


class Derivation(Record, frozen=True, kw_only=True):
    """An edge: how a model came from another."""

    id: DerivationId
    child: ModelId
    parent: ModelId = ModelId("")
    """Empty: the base is unknown, drawn as a stub with a question mark."""
    carries: tuple[MethodId, ...] = ()
    """Only without a parent: the strands that the unknown base is said to bring."""
    kind: DerivationKind = "lineage"
    method: MethodId = MethodId("")
    """The strand that joins on the way; empty where nothing is added."""
    label: Text | None = None
    """The words at the badge, where the method's own name is too general, or at the line."""
    certainty: Certainty
    claims: tuple[ClaimId, ...] = ()
    source: SourceId = SourceId("")
    note: Text | None = None

    @property
    def is_descent(self) -> bool:
        """Whether it came from its parent or an unknown base; other ties hand nothing down."""
        return self.kind == "lineage" or not self.parent


class Option(Record, frozen=True, kw_only=True):
    """One reading of a disputed derivation: all that it draws."""

    id: str
    says: Text
    """Who says so, "the figure"."""
    derivations: tuple[Derivation, ...]


class Reading(Record, frozen=True, kw_only=True):
    """A derivation on which sources differ: exactly one option is drawn at a time."""

    id: ReadingId
    drawn: str
    """The option that is drawn until another is asked for."""
    asks: Text
    options: tuple[Option, ...]


class Ability(Record, frozen=True, kw_only=True):
    """Something a model can do."""

    id: AbilityId
    name: Text
    short: Text
    """For a row of the chart."""
    definition: Text


class Fate(Record, frozen=True, kw_only=True):
    """What a model did to an ability, against its parents. No entry: inherited as it was."""

    model: ModelId
    ability: AbilityId
    change: Change
    mark: Mark = ""
    mark_certain: bool = True
    """False where copies of the table differ."""
    cause: MethodId = MethodId("")
    certainty: Certainty
    claims: tuple[ClaimId, ...] = ()
    note: Text | None = None


class Level(Record, frozen=True, kw_only=True):
    """How a source rates an ability at a model; not a change."""

    model: ModelId
    ability: AbilityId
    says: Text
    claims: tuple[ClaimId, ...] = ()
