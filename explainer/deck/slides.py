"""What a slide names must belong together, and be as much as its kind can show.

Every id must already lead somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from explainer.deck.capacity import SUMMARY_MODELS
from explainer.deck.joined import outside_of
from explainer.deck.known import Known
from explainer.deck.nearest import nearest
from explainer.deck.places import Finding, Path
from explainer.schema import (
    Argument,
    ArgumentId,
    ArgumentSlide,
    Column,
    CompareSlide,
    DeckFile,
    LimitsSlide,
    MatrixSlide,
    ModelId,
    QuestionSlide,
    RevealSlide,
    Slide,
    SourcesSlide,
    Stage,
    SummarySlide,
    TermsSlide,
    TextSlide,
    TraceSlide,
    TradeSlide,
    UnlockSlide,
)

Pair = tuple[int, int]
"""The least and the most."""
COUNTS: Mapping[type, Mapping[str, Pair]] = {
    TraceSlide: {"path": (2, 4), "doubt_claims": (0, 2), "evidence": (0, 3)},
    TradeSlide: {"path": (2, 4)},
    ArgumentSlide: {"supports": (0, 5), "opposes": (0, 2)},
    CompareSlide: {"models": (2, 3), "aspects": (1, 3)},
    LimitsSlide: {"limits": (1, 3)},
    QuestionSlide: {"options": (2, 4)},
    SummarySlide: {"models": (0, SUMMARY_MODELS)},
    TermsSlide: {"terms": (1, 3)},
    TextSlide: {"unknown": (0, 4)},
    SourcesSlide: {"sources": (1, 6)},
}
"""How many entries a kind of slide can show, by field."""


def slide_findings(contents: Sequence[tuple[str, DeckFile]], known: Known) -> Iterator[Finding]:
    """Yield what is wrong with the slides of all stages."""
    arguments = {it.id: it for _, content in contents for it in content.arguments if it}
    outside = outside_of(contents)
    for file, content in contents:
        checks = _Slides(file, arguments, outside, known)
        for number, stage in enumerate(content.stages):
            path: Path = ((None, "stages"), number)
            if not stage:
                continue
            if all(stage.steps):
                yield from _questions(file, stage, path)
            for inner, step in enumerate(stage.steps):
                if step:
                    yield from checks.slide(step.slide, (((path, "steps"), inner), "slide"))


def _questions(file: str, stage: Stage, path: Path) -> Iterator[Finding]:
    """Yield answers to what was not asked before, and questions that are never answered."""
    asked: list[str] = []
    answered: set[str] = set()
    for number, step in enumerate(stage.steps):
        here: Path = (((path, "steps"), number), "slide")
        if isinstance(step.slide, QuestionSlide):
            asked.append(step.id)
        elif isinstance(step.slide, RevealSlide):
            name = step.slide.reveals
            answered.add(name)
            if name not in asked:
                values = (("id", name),)
                yield Finding("E701-reveals", file, (here, "reveals"), values, nearest(name, asked))
    if not answered <= {*asked}:
        return  # an answer with a misspelt name may be the one that is missing
    for number, step in enumerate(stage.steps):
        if isinstance(step.slide, QuestionSlide) and step.id not in answered:
            here = (((path, "steps"), number), "slide")
            yield Finding("W701-no-answer", file, here, (("id", step.id),))


class _Slides(Struct, frozen=True):
    """Checks single slides of one file."""

    file: str
    arguments: Mapping[ArgumentId, Argument]
    outside: frozenset[ModelId]
    known: Known

    def slide(self, slide: Slide, path: Path) -> Iterator[Finding]:
        """Yield what is wrong with one slide."""
        yield from self._counts(slide, path)
        match slide:
            case MatrixSlide() | SummarySlide():
                yield from self._inside(slide.models, (path, "models"))
            case TraceSlide():
                yield from self._way(slide.path, (path, "path"))
                yield from self._said(slide.says, slide.path, slide.path, (path, "says"))
                yield from self._said(
                    slide.evidence_says, slide.evidence, (), (path, "evidence_says")
                )
            case TradeSlide():
                yield from self._heirs(slide.path, (path, "path"))
            case UnlockSlide():
                yield from self._column(slide.left, (path, "left"))
                yield from self._column(slide.right, (path, "right"))
            case ArgumentSlide():
                yield from self._argument(slide, path)
            case CompareSlide():
                yield from self._compare(slide, path)
            case QuestionSlide():
                yield from self._answer(slide, path)

    def _counts(self, slide: Slide, path: Path) -> Iterator[Finding]:
        """Yield lists that are too short or too long to be shown."""
        for name, (least, most) in COUNTS.get(type(slide), {}).items():
            found = len(getattr(slide, name))
            if not least <= found <= most:
                values = (("found", str(found)), ("least", str(least)), ("most", str(most)))
                yield Finding("E604-count", self.file, (path, name), values)

    def _column(self, column: Column, path: Path) -> Iterator[Finding]:
        outside = [
            *self._inside((column.enters,), path, "enters"),
            *self._inside((column.shows,), path, "shows"),
        ]
        yield from outside or self._steps((column.enters, column.shows), (path, "shows"))

    def _argument(self, slide: ArgumentSlide, path: Path) -> Iterator[Finding]:
        its = self.arguments.get(slide.argument)
        if its is None:
            return
        sides = (
            ("supports", slide.supports, its.supports),
            ("opposes", slide.opposes, its.opposes),
        )
        for name, shown, given in sides:
            for number, claim in enumerate(shown):
                if claim not in given:
                    values = (("id", claim), ("argument", its.id), ("allowed", ", ".join(given)))
                    place: Path = ((path, name), number)
                    close = nearest(claim, given)
                    yield Finding("E703-not-in-argument", self.file, place, values, close)
        told = (its.thesis, *its.supports, *its.opposes)
        if not all(self.known.has("claim", claim) for claim in told):
            return  # that is a problem of its own
        yield from self._said(slide.says, told, (), (path, "says"))

    def _compare(self, slide: CompareSlide, path: Path) -> Iterator[Finding]:
        for number, aspect in enumerate(slide.aspects):
            here: Path = (((path, "aspects"), number), "says")
            yield from self._said(aspect.says, slide.models, slide.models, here)

    def _answer(self, slide: QuestionSlide, path: Path) -> Iterator[Finding]:
        last = len(slide.options) - 1
        if not 0 <= slide.answer <= last:
            values = (("answer", str(slide.answer)), ("last", str(last)))
            yield Finding("E702-answer", self.file, (path, "answer"), values)

    def _way(self, models: Sequence[ModelId], path: Path) -> Iterator[Finding]:
        """Yield what keeps models from being drawn as stations of one way."""
        outside = [*self._inside(models, path)]
        yield from outside or self._steps(models, path)

    def _heirs(self, models: Sequence[ModelId], path: Path) -> Iterator[Finding]:
        """Yield what keeps models from being one way, or heirs of the first beside each other."""
        outside = [*self._inside(models, path)]
        yield from outside
        for end in models[1:] if not outside else ():
            yield from self._steps((models[0], end), path)

    def _steps(self, models: Sequence[ModelId], path: Path) -> Iterator[Finding]:
        """Yield the neighbours of which the second is no descendant of the first."""
        for start, end in pairwise(models):
            if not self.known.leads(start, end):
                yield Finding("E317-no-path", self.file, path, (("start", start), ("end", end)))

    def _inside(self, models: Sequence[ModelId], path: Path, field: str = "") -> Iterator[Finding]:
        """Yield the models that are no part of the lineage."""
        for number, model in enumerate(models):
            if model in self.outside:
                place: Path = (path, field or number)
                yield Finding("E704-outside", self.file, place, (("id", model),))

    def _said(
        self,
        says: Iterable[str],
        allowed: Sequence[str],
        needed: Sequence[str],
        path: Path,
    ) -> Iterator[Finding]:
        """Yield words about what is not shown, and what is shown without words.

        Nothing where an id is unknown: that is a problem of its own, and either of these too.
        """
        says = [*says]
        if not all(
            self.known.has("model", it) or self.known.has("claim", it) for it in (*says, *allowed)
        ):
            return
        for name in says:
            if name not in allowed:
                values = (("id", name), ("allowed", ", ".join(allowed)))
                close = nearest(name, allowed)
                yield Finding("E705-says", self.file, (path, name), values, close, on_key=True)
        for name in needed:
            if name not in says:
                yield Finding("E706-no-words", self.file, path, (("id", name),))
