"""What a step can paint: one record for each kind of slide."""

from typing import Literal

import msgspec

from explainer.schema.basics import (
    AbilityId,
    ArgumentId,
    ChartId,
    ClaimId,
    LimitId,
    MethodId,
    ModelId,
    NumberId,
    Record,
    SourceId,
    TermId,
    Text,
)


class TitleSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="title"):
    """The deck's title; the strands run along the right."""


class MapSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="map"):
    """The map with the step's view, and a few words at some stations."""

    callouts: dict[ModelId, Text] = msgspec.field(default_factory=dict)


class TextSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="text"):
    """One sentence, beside one strand or over a table that nobody has filled."""

    says: Text
    strand: MethodId = MethodId("")
    claims: tuple[ClaimId, ...] = ()
    """What the sentence rests on: it is as sure as these."""
    unknown: tuple[ModelId, ...] = ()
    """The columns of the empty table."""


class MatrixSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="matrix"):
    """The marks of the source's table: abilities against models."""

    abilities: tuple[AbilityId, ...] = ()
    """Rows, from the top; none: all that have a mark."""
    models: tuple[ModelId, ...] = ()
    """Columns, from the left; none: all that have a mark."""
    stress: tuple[AbilityId, ...] = ()
    """Rows that stand out; none: all alike."""


class TraceSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="trace"):
    """A chain of changes from left to right, with its weakest link in a box."""

    ability: AbilityId
    path: tuple[ModelId, ...]
    """Two to four stations."""
    says: dict[ModelId, Text]
    """What each could do, in a few words."""
    doubt: Text
    """The question at the weakest link."""
    doubt_claims: tuple[ClaimId, ...] = ()
    """What sources say on it, at most two: each with its place stands under the question."""
    evidence: tuple[ClaimId, ...] = ()
    """At most three."""
    evidence_says: dict[ClaimId, Text] = msgspec.field(default_factory=dict)
    """Shorter words for a claim of the evidence."""


class Column(Record, frozen=True, kw_only=True):
    """One side of an injected-or-unlocked slide."""

    ability: AbilityId
    enters: ModelId
    """Where it is thought to enter: drawn as an outline from there on."""
    shows: ModelId
    """Where it comes to light: filled from there on."""
    change: Literal["injected", "unlocked"]
    claims: tuple[ClaimId, ...]
    """As certain as the weakest of these."""
    figure: Text | None = None
    """One number in words, with its unit."""
    number: NumberId = NumberId("")
    """Where `figure` is from."""


class UnlockSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="unlock"):
    """Injected or unlocked: two abilities beside each other."""

    left: Column
    right: Column


class ArgumentSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="argument"):
    """An argument map: thesis, for, against, and the experiment that would settle it."""

    argument: ArgumentId
    supports: tuple[ClaimId, ...] = ()
    """Those that are shown, at most five; none: the first five."""
    opposes: tuple[ClaimId, ...] = ()
    """At most two."""
    says: dict[ClaimId, Text] = msgspec.field(default_factory=dict)
    """Shorter words for a claim."""


class Aspect(Record, frozen=True, kw_only=True):
    """A row of a comparison."""

    name: Text
    says: dict[ModelId, Text]
    claims: tuple[ClaimId, ...] = ()


class CompareSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="compare"):
    """Two or three models beside each other, under what they share."""

    models: tuple[ModelId, ...]
    aspects: tuple[Aspect, ...]
    """At most three."""


class TradeSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="trade"):
    """What was gained, unlocked and given up along a path, in the article's marks only."""

    path: tuple[ModelId, ...]
    """All descend from the first, be it one from the other or side by side."""
    abilities: tuple[AbilityId, ...] = ()
    """None: all that change on the path."""


class ChartSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="chart"):
    """Published numbers."""

    chart: ChartId
    stress: tuple[ModelId, ...] = ()


class LimitsSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="limits"):
    """What the models cannot do: numbered statements, one big example, two small ones."""

    limits: tuple[LimitId, ...]
    big: Text | None = None
    """The example that is set large."""
    under: Text | None = None
    """What the example shows."""
    claims: tuple[ClaimId, ...] = ()
    """What `big` and `under` rest on."""


class SummarySlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="summary"):
    """The source's table by model: training, API name, paper, open counterpart."""

    models: tuple[ModelId, ...] = ()


class QuestionSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="question"):
    """A question with two to four answers, to be predicted before it is revealed."""

    asks: Text
    options: tuple[Text, ...]
    answer: int
    """Counted from 0."""


class RevealSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="reveal"):
    """The answer to the question of an earlier step of the stage."""

    reveals: str
    """Id of that step."""
    says: Text
    claims: tuple[ClaimId, ...]


class TermsSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="terms"):
    """One to three words of the field, explained."""

    terms: tuple[TermId, ...]


class SourcesSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="sources"):
    """Where things are read."""

    sources: tuple[SourceId, ...]
    """At most six."""


class EndSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="end"):
    """The whole map lit, one sentence, and where the source is found."""

    says: Text


Slide = (
    TitleSlide
    | MapSlide
    | TextSlide
    | MatrixSlide
    | TraceSlide
    | UnlockSlide
    | ArgumentSlide
    | CompareSlide
    | TradeSlide
    | ChartSlide
    | LimitsSlide
    | SummarySlide
    | QuestionSlide
    | RevealSlide
    | TermsSlide
    | SourcesSlide
    | EndSlide
)
