"""Every id of a deck and where it is given: what a reference may lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Literal

from msgspec import Struct, field

from explainer.deck.contents import Deck
from explainer.deck.nearest import nearest
from explainer.deck.places import Finding, Path
from explainer.deck.plain import Plain
from explainer.schema import DeckFile, Derivation

Kind = Literal[
    "deck",
    "branch",
    "method",
    "view",
    "source",
    "model",
    "derivation",
    "reading",
    "option",
    "ability",
    "claim",
    "term",
    "discrepancy",
    "argument",
    "experiment",
    "limit",
    "later",
    "number",
    "chart",
    "stage",
    "step",
]

SECTIONS: Mapping[str, Kind] = {
    "branches": "branch",
    "methods": "method",
    "views": "view",
    "sources": "source",
    "models": "model",
    "derivations": "derivation",
    "readings": "reading",
    "abilities": "ability",
    "claims": "claim",
    "terms": "term",
    "discrepancies": "discrepancy",
    "arguments": "argument",
    "experiments": "experiment",
    "limits": "limit",
    "later": "later",
    "charts": "chart",
    "stages": "stage",
}
"""The lists whose entries have an id, by their key in a file."""


_LACKING: Mapping[Kind, str] = {
    "model": "E301-no-model",
    "method": "E302-no-method",
    "ability": "E303-no-ability",
    "claim": "E304-no-claim",
    "source": "E305-no-source",
    "term": "E306-no-term",
    "branch": "E307-no-branch",
    "reading": "E308-no-reading",
    "option": "E309-no-option",
    "argument": "E319-no-argument",
    "experiment": "E320-no-experiment",
    "limit": "E321-no-limit",
    "chart": "E322-no-chart",
    "number": "E323-no-number",
    "discrepancy": "E324-no-discrepancy",
}
"""What is said where a reference leads nowhere, by what it should lead to."""


class Given(Struct, frozen=True):
    """An id where it is given. Options are known as `reading/option`, steps as `stage/step`."""

    kind: Kind
    id: str
    file: str
    path: Path
    """To the id itself."""


class Known(Struct, frozen=True):
    """All ids of a deck by kind, in the order of the files."""

    ids: Mapping[Kind, dict[str, Given]] = field(default_factory=dict)
    edges: frozenset[tuple[str, str]] | None = None
    """Parent and child of every descent in any reading; None where not all are known."""

    def has(self, kind: Kind, name: str) -> bool:
        """Tell whether something of that kind has this id."""
        return name in self.ids.get(kind, {})

    def names(self, kind: Kind) -> tuple[str, ...]:
        """Return all ids of that kind."""
        return tuple(self.ids.get(kind, {}))

    def lacks(self, kind: Kind, name: str, file: str, path: Path) -> Iterator[Finding]:
        """Yield a finding if nothing of that kind has this id."""
        if not self.has(kind, name):
            close = nearest(name, self.names(kind))
            yield Finding(_LACKING[kind], file, path, (("id", name),), close)


def given_ids(file: str, plain: Plain) -> Iterator[Given]:
    """Yield every id that a file gives, also of entries that are wrong in other ways."""
    if isinstance(plain, dict) and isinstance(name := plain.get("id"), str):
        yield Given("deck", name, file, (None, "id"))
    for section, kind in SECTIONS.items():
        for name, path, entry in _entries(plain, section, None):
            yield Given(kind, name, file, (path, "id"))
            if kind == "reading":
                yield from _in_reading(file, name, path, entry)
            elif kind == "stage":
                for step, step_path, _ in _entries(entry, "steps", path):
                    yield Given("step", f"{name}/{step}", file, (step_path, "id"))


def _in_reading(file: str, name: str, path: Path, entry: Plain) -> Iterator[Given]:
    for option, option_path, content in _entries(entry, "options", path):
        yield Given("option", f"{name}/{option}", file, (option_path, "id"))
        for derivation, its_path, _ in _entries(content, "derivations", option_path):
            yield Given("derivation", derivation, file, (its_path, "id"))


def _entries(plain: Plain, section: str, path: Path) -> Iterator[tuple[str, Path, Plain]]:
    """Yield id, path and content of each entry of a list that has an id."""
    entries = plain.get(section) if isinstance(plain, dict) else None
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and isinstance(name := entry.get("id"), str):
            yield name, ((path, section), number), entry


def known_among(given: Iterable[Given], contents: Iterable[DeckFile] | None) -> Known:
    """Return the ids that files give; `contents` is None where they have gaps."""
    ids: dict[Kind, dict[str, Given]] = {}
    for it in given:
        ids.setdefault(it.kind, {}).setdefault(it.id, it)
    if contents is None:
        return Known(ids)
    derivations: list[Derivation] = []
    for content in contents:
        derivations += content.derivations
        for reading in content.readings:
            derivations += chain.from_iterable(it.derivations for it in reading.options)
    return Known(ids, _edges(derivations))


def _edges(derivations: Iterable[Derivation]) -> frozenset[tuple[str, str]]:
    return frozenset((it.parent, it.child) for it in derivations if it.is_descent)


def known_of(deck: Deck) -> Known:
    """Return what a text that belongs to no file may name, such as a view in a link."""
    derivations = [*deck.derivations, *deck.counterpart_derivations]
    options: list[str] = []
    for reading in deck.readings.values():
        for option in reading.options:
            options.append(f"{reading.id}/{option.id}")
            derivations += option.derivations
    names: dict[Kind, list[str]] = {
        "method": [*deck.methods],
        "model": [*deck.models, *deck.counterparts],
        "derivation": [it.id for it in derivations],
        "reading": [*deck.readings],
        "option": options,
        "ability": [*deck.abilities],
        "claim": [*deck.claims],
        "source": [*deck.sources],
        "term": [*deck.terms],
        "discrepancy": [*deck.discrepancies],
        "limit": [*deck.limits],
        "number": [*deck.numbers],
        "chart": [*deck.charts],
        "step": [f"{stage.id}/{it.id}" for stage in deck.stages.values() for it in stage.steps],
    }
    return Known(
        {
            kind: {name: Given(kind, name, "", None) for name in its_names}
            for kind, its_names in names.items()
        },
        _edges(derivations),
    )
