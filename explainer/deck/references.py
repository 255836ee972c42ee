"""Every id that is named leads somewhere, and no id is given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from explainer.deck.known import Given, Kind, Known, is_id
from explainer.deck.nearest import nearest
from explainer.deck.places import Finding, Path, Places
from explainer.deck.views import view_findings
from explainer.deck.walk import Seen
from explainer.markup import LINK_KINDS, links
from explainer.schema import (
    LANGUAGES,
    AbilityId,
    ArgumentId,
    BranchId,
    ChartId,
    ClaimId,
    ExperimentId,
    LimitId,
    MethodId,
    ModelId,
    NamedView,
    NumberId,
    Paragraph,
    Reading,
    SourceId,
    Step,
    StepId,
    TermId,
    Text,
    View,
)

_KINDS: dict[object, Kind] = {
    ModelId: "model",
    MethodId: "method",
    AbilityId: "ability",
    ClaimId: "claim",
    SourceId: "source",
    TermId: "term",
    BranchId: "branch",
    ArgumentId: "argument",
    ExperimentId: "experiment",
    LimitId: "limit",
    ChartId: "chart",
    NumberId: "number",
    StepId: "step",
}


def id_findings(given: Iterable[Given], places: Places) -> Iterator[Finding]:
    """Yield ids that cannot be ids, and those that stand for two things.

    Models and derivations share their ids: both are words of a view's `lit`.
    """
    first: dict[tuple[str, str], Given] = {}
    for it in given:
        own = it.id.rpartition("/")[2]
        if not is_id(own) or (own == "all" and it.kind in ("model", "derivation")):
            yield Finding("E212-id", it.file, it.path, (("id", own),))
        space = "model" if it.kind == "derivation" else it.kind
        other = first.setdefault((space, it.id), it)
        if other is not it and _in_same(other, it):
            where = places.line(other.file, other.path)
            yield Finding("E310-id-twice", it.file, it.path, (("id", own), ("first", where)))


def _in_same(one: Given, other: Given) -> bool:
    """Return whether two steps or options stand in the same entry; others always do.

    Those of an entry that is given twice are no problem besides it.
    """
    if one.kind not in ("step", "option"):
        return True
    return (one.file, _holder(one.path)) == (other.file, _holder(other.path))


def _holder(path: Path) -> Path:
    """Return the entry in whose list the entry stands of which this is the id."""
    for _ in range(3):  # the id, the number in the list, the list
        path = path[0] if path else None
    return path


def reference_findings(file: str, seen: Iterable[Seen], known: Known) -> Iterator[Finding]:
    """Yield every reference of a file's records that leads nowhere, or stands twice in a list."""
    listed = Counter[tuple[Path, str]]()
    for what, value, path, on_key in seen:
        if what in _KINDS:
            yield from _listed_before(file, value, path, listed)
            for finding in known.lacks(_KINDS[what], value, file, path):
                yield replace(finding, on_key=on_key)
        elif what is NamedView and (value.view is None) == (not value.step):
            yield Finding("E713-starting-point", file, path, (("id", value.id),))
        elif what is View:
            yield from view_findings(file, value, path, known)
        elif what is Reading:
            yield from _drawn(file, value, path)
        elif what is Paragraph:
            yield from _links(file, value.text, (path, "text"), known)
        elif what is Step and value.notes:
            yield from _links(file, value.notes, (path, "notes"), known)


def _listed_before(
    file: str, name: str, path: Path, listed: Counter[tuple[Path, str]]
) -> Iterator[Finding]:
    """Yield a finding if the list of an id has it for the second time; `listed` counts them."""
    if path and isinstance(path[1], int):
        listed[path[0], name] += 1
        if listed[path[0], name] == 2:  # noqa: PLR2004 - the second time
            yield Finding("W301-listed-twice", file, path, (("id", name),))


def _drawn(file: str, reading: Reading, path: Path) -> Iterator[Finding]:
    """Yield a finding if the option that is drawn at first is none of the reading's."""
    options = [option.id for option in reading.options]
    if reading.drawn not in options:
        values = (("id", reading.drawn), ("allowed", ", ".join(options)))
        close = nearest(reading.drawn, options)
        yield Finding("E312-drawn", file, (path, "drawn"), values, close)


def _links(file: str, text: Text, path: Path, known: Known) -> Iterator[Finding]:
    """Yield links of narration or notes that lead nowhere."""
    for language in LANGUAGES:
        here: Path = (path, language)
        for target, _ in links(text.of(language)):
            kind, _, name = target.partition(":")
            if kind in LINK_KINDS:
                yield from known.lacks(kind, name, file, here)
            else:
                values = (("target", target), ("allowed", ", ".join(LINK_KINDS)))
                yield Finding("E313-link", file, here, values, nearest(kind, LINK_KINDS))
