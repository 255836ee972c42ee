"""What must hold for facts, charts, discrepancies, counterparts and later notes as a whole.

Every id must already lead somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from explainer.deck.joined import outside_of
from explainer.deck.places import Finding, Path
from explainer.deck.spans import span
from explainer.schema import Chart, DeckFile, ModelId, Number, NumberId, SourceId

LEAST_ACCOUNTS = 2
"""With one, nothing disagrees."""


def published_findings(
    contents: Sequence[tuple[str, DeckFile]], numbers: Mapping[NumberId, Number]
) -> Iterator[Finding]:
    """Yield what is wrong with what a deck knows besides its lineage."""
    outside = outside_of(contents)
    sources = frozenset(it.id for _, content in contents for it in content.sources if it)
    names = {it.id: it.name for _, content in contents for it in content.models if it}
    for file, content in contents:
        for number, chart in enumerate(content.charts):
            if chart:
                path: Path = ((None, "charts"), number)
                yield from _chart(file, chart, path, numbers, sources)
                yield from _measured(file, chart, path, numbers, names)
        yield from _discrepancies(file, content)
        yield from _counterparts(file, content, outside)
        yield from _facts(file, content)
        for number, later in enumerate(content.later):
            if not later:
                continue
            try:
                span(later.date)
            except ValueError:
                place: Path = (((None, "later"), number), "date")
                yield Finding("E501-date", file, place, (("given", later.date),))


def _chart(
    file: str,
    chart: Chart,
    path: Path,
    numbers: Mapping[NumberId, Number],
    sources: frozenset[SourceId],
) -> Iterator[Finding]:
    """Yield rows with too many or too few numbers, and numbers from elsewhere."""
    expected = max(1, len(chart.series))
    for number, point in enumerate(chart.points):
        here: Path = (((path, "points"), number), "numbers")
        found = len(point.numbers)
        if found not in (0, expected):
            wrong = (("found", str(found)), ("expected", str(expected)))
            yield Finding("E707-series", file, here, wrong)
        if not (point.model or point.name):
            yield Finding("E708-nobody", file, ((path, "points"), number))
        for inner, name in enumerate(point.numbers):
            its = numbers.get(name)
            if its is not None and its.source != chart.source and chart.source in sources:
                values = (("id", name), ("given", its.source), ("source", chart.source))
                yield Finding("E709-other-source", file, (here, inner), values)


def _measured(
    file: str,
    chart: Chart,
    path: Path,
    numbers: Mapping[NumberId, Number],
    names: Mapping[ModelId, str],
) -> Iterator[Finding]:
    """Yield rows that have the name of a model and a number of something else."""
    for number, point in enumerate(chart.points):
        if not point.model or point.name is not None:
            continue
        called = names.get(point.model, "")
        for inner, name in enumerate(point.numbers):
            its = numbers.get(name)
            if its is None or its.model == point.model:
                continue
            # Without a model of the deck it is known by its name alone.
            if its.model or its.subject != called:
                place: Path = ((((path, "points"), number), "numbers"), inner)
                values = (("id", name), ("subject", its.subject), ("model", called))
                yield Finding("W702-measured-on-another", file, place, values)


def _discrepancies(file: str, content: DeckFile) -> Iterator[Finding]:
    for number, each in enumerate(content.discrepancies):
        if each and len(each.accounts) < LEAST_ACCOUNTS:
            place: Path = (((None, "discrepancies"), number), "accounts")
            yield Finding("E710-one-account", file, place, (("id", each.id),))


def _facts(file: str, content: DeckFile) -> Iterator[Finding]:
    """Yield facts with neither a value nor the reason why there is none, or with both."""
    for number, model in enumerate(content.models):
        for inner, fact in enumerate(model.facts if model else ()):
            place: Path = ((((None, "models"), number), "facts"), inner)
            if fact.value and fact.missing:
                values = (("kind", fact.kind), ("missing", fact.missing))
                yield Finding("E714-full-fact", file, (place, "missing"), values)
            elif not (fact.value or fact.missing):
                yield Finding("E712-empty-fact", file, place, (("kind", fact.kind),))


def _counterparts(file: str, content: DeckFile, outside: frozenset[ModelId]) -> Iterator[Finding]:
    """Yield counterparts where only the lineage can be named, and models that stand for others."""
    for number, model in enumerate(content.models):
        path: Path = (((None, "models"), number), "stands_for")
        if not model:
            continue
        if model.stands_for and not model.counterpart:
            yield Finding("E711-stands-for", file, path, (("id", model.id),))
        for inner, name in enumerate(model.stands_for):
            yield from _inside(file, name, outside, (path, inner))
    for section, models in (
        ("fates", [it.model if it else None for it in content.fates]),
        ("levels", [it.model if it else None for it in content.levels]),
    ):
        for number, its in enumerate(models):
            yield from _inside(file, its, outside, (((None, section), number), "model"))


def _inside(
    file: str, model: ModelId | None, outside: frozenset[ModelId], path: Path
) -> Iterator[Finding]:
    if model and model in outside:
        yield Finding("E704-outside", file, path, (("id", model),))
