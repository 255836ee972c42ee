"""The story in a deck: views, steps and stages."""

from explainer.schema.basics import ClaimId, ModelId, Record, StageId, StepId, Text
from explainer.schema.slides import MapSlide, Slide


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
    """The panel's open card: `ability:`, `claim:`, `source:`, `term:` or `discrepancy:` and an id,
    a claim with `@` and the subject it was asked about (`why.py`); or a list: `glossary`,
    `sources`, `discrepancies`; or `numbers:` and a source: that part of the page is unfolded."""


class NamedView(Record, frozen=True, kw_only=True):
    """A question that leads to a view or a step: a starting point where nothing is selected."""

    id: str
    name: Text
    view: View | None = None
    step: StepId = StepId("")
    """Where the story answers it; in place of `view`."""


class Paragraph(Record, frozen=True, kw_only=True):
    """A few spoken sentences with the claims they rest on; as certain as the weakest of these."""

    text: Text
    """A small subset of Markdown, see `markup.py`."""
    claims: tuple[ClaimId, ...] = ()


class Step(Record, frozen=True, kw_only=True):
    """One state of a slide: a complete view, what is painted and what is said."""

    id: str
    view: View = View()
    headline: Text | None = None
    """In place of the stage's, where that does not say what this picture shows."""
    slide: Slide = MapSlide()
    narration: tuple[Paragraph, ...] = ()
    notes: Text | None = None
    """For the speaker: a small subset of Markdown."""


class Stage(Record, frozen=True, kw_only=True):
    """A slide: one sentence that holds through its steps, but for those with one of their own."""

    id: StageId
    ledger: str = ""
    """The stage of the claims ledger that it tells."""
    name: Text
    """One or two words, for the story bar."""
    headline: Text
    takeaway: Text
    steps: tuple[Step, ...]
