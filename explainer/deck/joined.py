"""The models and derivations of all files together, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from explainer.deck.places import Finding, Path
from explainer.schema import DeckFile, Derivation, Method, Model, ModelId, Option, Reading

T = TypeVar("T")


class Placed(Struct, Generic[T], frozen=True):
    """An entry of a deck, and where it stands."""

    it: T
    file: str
    path: Path

    def finding(self, key: str, field: str = "", **values: str) -> Finding:
        """Return a finding at this entry, or at one of its fields."""
        path: Path = (self.path, field) if field else self.path
        return Finding(key, self.file, path, tuple(values.items()))


class Joined(Struct, frozen=True):
    """What the lineage is drawn from."""

    methods: tuple[Placed[Method], ...]
    models: tuple[Placed[Model], ...]
    outside: frozenset[ModelId]
    """Those that are no part of the lineage: counterparts."""
    always: tuple[Placed[Derivation], ...]
    """Drawn whatever the readings."""
    readings: tuple[Placed[Reading], ...]

    def every(self) -> Iterator[Placed[Derivation]]:
        """Yield all derivations, those of every option of every reading too."""
        yield from self.always
        for reading in self.readings:
            for option in options_of(reading):
                yield from derivations_of(option)

    def inside(self) -> Iterator[Placed[Derivation]]:
        """Yield the derivations of the lineage: those that touch no counterpart."""
        for placed in self.every():
            if placed.it.child not in self.outside and placed.it.parent not in self.outside:
                yield placed


def join(contents: Sequence[tuple[str, DeckFile]]) -> Joined:
    """Return the lineage that the files tell together."""
    return Joined(
        tuple(it for file, content in contents for it in _placed(content.methods, file, "methods")),
        tuple(it for file, content in contents for it in _placed(content.models, file, "models")),
        outside_of(contents),
        tuple(
            it
            for file, content in contents
            for it in _placed(content.derivations, file, "derivations")
        ),
        tuple(
            it for file, content in contents for it in _placed(content.readings, file, "readings")
        ),
    )


def outside_of(contents: Sequence[tuple[str, DeckFile]]) -> frozenset[ModelId]:
    """Return the models that are no part of the lineage."""
    return frozenset(
        it.id for _, content in contents for it in content.models if it and it.counterpart
    )


def options_of(reading: Placed[Reading]) -> Iterator[Placed[Option]]:
    """Yield the options of a reading."""
    return _placed(reading.it.options, reading.file, "options", reading.path)


def derivations_of(option: Placed[Option]) -> Iterator[Placed[Derivation]]:
    """Yield the derivations of an option."""
    return _placed(option.it.derivations, option.file, "derivations", option.path)


def _placed(
    entries: Sequence[T], file: str, section: str, path: Path = None
) -> Iterator[Placed[T]]:
    for number, entry in enumerate(entries):
        # A section of which not everything fits has gaps.
        if entry is not None:
            yield Placed(entry, file, ((path, section), number))
