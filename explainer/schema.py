"""What a deck may contain: the record types that its text files are converted to.

The reader of the files is `deck.py`; the format is described in `docs/deck-format.md`.
"""

from __future__ import annotations

from typing import Literal, NewType

import msgspec

ModelId = NewType("ModelId", str)
MethodId = NewType("MethodId", str)
AbilityId = NewType("AbilityId", str)
ClaimId = NewType("ClaimId", str)
SourceId = NewType("SourceId", str)
TermId = NewType("TermId", str)
BranchId = NewType("BranchId", str)
DerivationId = NewType("DerivationId", str)
ReadingId = NewType("ReadingId", str)
DiscrepancyId = NewType("DiscrepancyId", str)
ArgumentId = NewType("ArgumentId", str)
ExperimentId = NewType("ExperimentId", str)
LimitId = NewType("LimitId", str)
ChartId = NewType("ChartId", str)
NumberId = NewType("NumberId", str)
StageId = NewType("StageId", str)
StepId = NewType("StepId", str)
"""`stage/step`."""

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
Certainty = Literal["stated", "likely", "conjectured", "open"]
CERTAINTIES: tuple[Certainty, ...] = ("stated", "likely", "conjectured", "open")
"""From the firmest to the weakest."""
Change = Literal[
    "absent",
    "latent",
    "gained",
    "injected",
    "unlocked",
    "strengthened",
    "recovered",
    "weakened",
    "lost",
    "traded",
]
Mark = Literal["", "+", "++", "-", "--"]
"""The article's own signs, typed in ASCII; "" where it prints none."""
FactKind = Literal["released", "size", "window", "data", "method", "paper"]
FACT_KINDS: tuple[FactKind, ...] = ("released", "size", "window", "data", "method", "paper")
ClaimKind = Literal[
    "fact",
    "attribution",
    "observation",
    "hypothesis",
    "opinion",
    "open-question",
    "argument",
    "definition",
    "limitation",
    "trade",
]
DerivationKind = Literal["lineage", "influence", "reproduction", "counterpart"]
Authority = Literal["article", "maker", "paper", "third-party"]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a deck: immutable, its fields named, unknown ones refused.

    `frozen` and `kw_only` stand at every class again because a type checker reads them there.
    """


class Text(Record, frozen=True, kw_only=True):
    """One text in both languages; neither may be missing or empty."""

    en: str
    zh: str

    def of(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.en if language == "en" else self.zh


class Branch(Record, frozen=True, kw_only=True):
    """A column of the map; the order in the file is the order from left to right."""

    id: BranchId
    name: Text


class Method(Record, frozen=True, kw_only=True):
    """A training method: one strand of the map. The order in the file is the order of lanes."""

    id: MethodId
    name: Text
    short: Text
    """For narrow places: one word."""
    style: Literal["pretraining", "code", "instruction", "rlhf"]
    """Which of the token styles (colour, texture, icon) it wears."""


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


class Fact(Record, frozen=True, kw_only=True):
    """One thing a source says of a model, or that nobody published it."""

    kind: FactKind
    value: Text | None = None
    missing: Literal["", "not-published", "not-stated"] = ""
    source: SourceId
    certainty: Certainty = "stated"


class Model(Record, frozen=True, kw_only=True):
    """A language model: one station of the map."""

    id: ModelId
    name: str
    also: tuple[str, ...] = ()
    date: str
    """ISO day, month, year, or an interval `start/end`; its length is its precision."""
    branch: BranchId = BranchId("")
    begins: tuple[MethodId, ...] = ()
    """Only of a model without parents: the strands that begin here."""
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
    """The word at the badge, where the method's own name is too general."""
    certainty: Certainty
    claims: tuple[ClaimId, ...] = ()
    source: SourceId = SourceId("")
    note: Text | None = None


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
    """One for each series, in their order; none: no published number."""
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


class Camera(Record, frozen=True, kw_only=True):
    """The user's own pan and zoom of the map."""

    x: float = 0.5
    """Centre, share of the map's width."""
    y: float = 0.5
    """Centre, share of the map's height."""
    zoom: float = 1.0
    """1: the whole map fits."""


class View(Record, frozen=True, kw_only=True):
    """What is looked at in the lineage. Absolute: an absent key is its default, never "keep".

    `lit` and `focus` take the words `all`, the id of a model or derivation, `path:a>b`,
    `ancestors:a`, `descendants:a`, `method:m`, `ability:x`; an empty list is nothing.
    """

    select: ModelId = ModelId("")
    """Whom the panel describes; "" is the overview."""
    lit: tuple[str, ...] = ("all",)
    """What stands out; all else is dimmed, never hidden."""
    focus: tuple[str, ...] = ("all",)
    """What the camera frames."""
    camera: Camera | None = None
    """In place of `focus`."""
    lens: str = "method"
    """`method`, `ability:<id>` or `cause:<method>`."""
    readings: tuple[str, ...] = ()
    """`group/option` of each reading that is not the drawn one."""
    counterparts: bool = False
    """The models outside the lineage are shown."""
    established: bool = False
    """Only what is stated is shown; all else is filtered out."""
    open: str = ""
    """The panel's open card: `ability:<id>` or `claim:<id>`."""


class NamedView(Record, frozen=True, kw_only=True):
    """A view with a question as its name: a starting point offered where nothing is selected."""

    id: str
    name: Text
    view: View


class TitleSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="title"):
    """The deck's title; the strands run along the right."""


class MapSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="map"):
    """The map with the step's view, and a few words at some stations."""

    callouts: dict[ModelId, Text] = {}


class TextSlide(Record, frozen=True, kw_only=True, tag_field="kind", tag="text"):
    """One sentence beside one strand."""

    says: Text
    strand: MethodId = MethodId("")


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
    evidence: tuple[ClaimId, ...] = ()
    """At most three."""


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
    says: dict[ClaimId, Text] = {}
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


class Paragraph(Record, frozen=True, kw_only=True):
    """A few spoken sentences with the claims they rest on; as certain as the weakest of these."""

    text: Text
    """A small subset of Markdown, see `markup.py`."""
    claims: tuple[ClaimId, ...] = ()


class Step(Record, frozen=True, kw_only=True):
    """One state of a slide: a complete view, what is painted and what is said."""

    id: str
    view: View = View()
    slide: Slide = MapSlide()
    narration: tuple[Paragraph, ...] = ()
    notes: Text | None = None
    """For the speaker: a small subset of Markdown."""


class Stage(Record, frozen=True, kw_only=True):
    """A slide: one sentence that holds through all its steps."""

    id: StageId
    ledger: str = ""
    """The stage of the claims ledger that it tells."""
    name: Text
    """One or two words, for the story bar."""
    headline: Text
    takeaway: Text
    steps: tuple[Step, ...]


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
