"""Every id of a deck and where it is given: what a reference may lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Literal, get_args

from msgspec import Struct, field
from msgspec.structs import replace

from explainer.deck.ancestry import Descent
from explainer.deck.contents import Deck
from explainer.deck.nearest import nearest
from explainer.deck.places import Finding, Path
from explainer.deck.plain import Plain
from explainer.deck.slips import slip_of_key
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

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")

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
    "step": "E325-no-step",
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
    descent: Descent | None = None
    """By every descent in any reading; None where not all are known."""
    unread: frozenset[Kind] = frozenset()
    """Kinds of which not all ids are known: a file that may give some cannot be read."""
    misplaced: frozenset[str] = frozenset()
    """Words that are ids of something whose section or `id` is misspelt."""

    def has(self, kind: Kind, name: str) -> bool:
        """Tell whether something of that kind has this id, or may have it.

        What is wrong with where an id is given is said there, and not again at each place that
        names it.
        """
        return (
            name in self.ids.get(kind, {})
            or kind in self.unread
            or name.rpartition("/")[2] in self.misplaced
        )

    def leads(self, start: str, end: str) -> bool:
        """Tell whether derivations lead from one model to the other, as far as is known."""
        return self.descent is None or self.descent.reaches(start, end)

    def names(self, kind: Kind) -> tuple[str, ...]:
        """Return all ids of that kind."""
        return tuple(self.ids.get(kind, {}))

    def lacks(self, kind: Kind, name: str, file: str, path: Path) -> Iterator[Finding]:
        """Yield a finding if nothing of that kind has this id."""
        if self.has(kind, name):
            return
        if slip := slip_of_key(name):
            yield Finding(slip[0], file, path, slip[1])
        else:
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


def kinds_not_listed(plain: Plain) -> Iterator[Kind]:
    """Yield the kinds that a file does not give all ids of.

    Their section is no list, or an entry of it has no id, or one that cannot be an id; or the
    file has no sections.
    """
    if plain and not isinstance(plain, dict):
        yield from get_args(Kind)
    sections = plain if isinstance(plain, dict) else {}
    for section, kind in SECTIONS.items():
        entries = sections.get(section, [])
        if not isinstance(entries, list):
            yield kind
            yield from _WITHIN.get(kind, ())
        elif not all(map(_has_id, entries)):
            yield kind


def _has_id(entry: Plain) -> bool:
    """Return whether an entry has an id by which it can be named, or another key is meant so."""
    if not isinstance(entry, dict):
        return True
    name = entry.get("id")
    return is_id(name) if isinstance(name, str) else "id" in entry


def is_id(word: str) -> bool:
    """Return whether a word can be the id of anything."""
    return _ID.fullmatch(word) is not None


_WITHIN: Mapping[Kind, tuple[Kind, ...]] = {
    "reading": ("option", "derivation"),
    "stage": ("step",),
}


def has_unknown_section(plain: Plain) -> bool:
    """Return whether a file has a section whose name is misspelt."""
    return isinstance(plain, dict) and not plain.keys() <= {*DeckFile.__struct_fields__}


def misplaced_ids(plain: Plain) -> Iterator[str]:
    """Yield words that are ids, but stand where none is looked for: their key is misspelt."""
    if not isinstance(plain, dict):
        return
    for key, entries in plain.items():
        if key not in DeckFile.__struct_fields__:
            yield from _ids_below(entries)
        elif key in SECTIONS:
            yield from _without_id(entries)


def _without_id(entries: Plain) -> Iterator[str]:
    """Yield the words of entries that have no id, and of those in them."""
    if isinstance(entries, str):
        return
    for entry in entries.values() if isinstance(entries, dict) else entries:
        if isinstance(entry, str):
            yield from (entry, entry.partition("：")[2].strip())
            continue
        if isinstance(entry, dict) and not isinstance(name := entry.get("id"), str):
            yield from (it for it in (*entry.values(), *(name or ())) if isinstance(it, str))
            yield from (it.partition("：")[2].strip() for it in entry)
        for inner in _inner(entry):
            yield from _without_id(inner)


def _ids_below(plain: Plain) -> Iterator[str]:
    """Yield every `id` at any depth, and the words of entries that have none."""
    if isinstance(plain, list):
        yield from _without_id(plain)
    for inner in plain.values() if isinstance(plain, dict) else plain:
        if isinstance(inner, str):
            continue
        if isinstance(inner, dict) and isinstance(name := inner.get("id"), str):
            yield name
        yield from _ids_below(inner)


def _inner(entry: Plain) -> Iterator[Plain]:
    """Yield the lists within an entry whose own entries have ids."""
    for key in ("options", "derivations", "steps"):
        if isinstance(entry, dict) and isinstance(inner := entry.get(key), list):
            yield inner


def known_among(
    given: Iterable[Given],
    contents: Iterable[DeckFile],
    *,
    unread: frozenset[Kind] = frozenset(),
    misplaced: frozenset[str] = frozenset(),
    whole: bool = True,
) -> Known:
    """Return the ids that files give, and who descends from whom if all derivations fit.

    Unless it is `whole`, derivations may stand where none are looked for.
    """
    ids: dict[Kind, dict[str, Given]] = {}
    for it in given:
        ids.setdefault(it.kind, {}).setdefault(it.id, it)
    known = Known(ids, None, unread, misplaced)
    derivations: list[Derivation | None] = []
    for content in contents:
        derivations += content.derivations
        for reading in content.readings:
            derivations += (
                chain.from_iterable(it.derivations for it in reading.options)
                if reading
                else (None,)
            )
    models = ids.get("model", {})
    for each in derivations:
        if not each or each.child not in models or (each.parent and each.parent not in models):
            return known
    return (
        known
        if unread or not whole
        else replace(known, descent=_descent(filter(None, derivations)))
    )


def _descent(derivations: Iterable[Derivation]) -> Descent:
    return Descent((it.parent, it.child) for it in derivations if it.is_descent)


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
        _descent(derivations),
    )
