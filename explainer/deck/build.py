"""The contents of all files join into one `Deck`; what a deck says once stands in one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from explainer.deck.contents import Deck
from explainer.deck.nearest import nearest
from explainer.deck.places import Finding
from explainer.deck.plain import Plain
from explainer.deck.slips import is_indented_oddly
from explainer.errors import Problem
from explainer.schema import DeckFile, Fate, ModelId, Number, NumberId, SourceId

FORMAT = 1
"""The version of the format that is read here."""

_ONCE = ("format", "id", "title", "subtitle", "authors", "licence", "source")
_NEEDED = ("format", "id", "title")


def header_findings(contents: Sequence[tuple[str, DeckFile]]) -> Iterator[Finding]:
    """Yield what the deck says twice of itself, and formats that are not known here."""
    for name in _ONCE:
        says = [file for file, content in contents if getattr(content, name)]
        for file in says[1:]:
            yield Finding(
                "E214-said-twice", file, (None, name), (("name", name), ("first", says[0]))
            )
    for file, content in contents:
        if content.format not in (None, FORMAT):
            yield Finding("E215-format", file, (None, "format"), (("known", str(FORMAT)),))


def lacking(plains: Iterable[Plain], name: str) -> Iterator[Problem]:
    """Yield what a deck needs and no file has; `name` stands for the deck.

    What stands there and is wrong, or misspelt, is not lacking; nor is what may stand in a file
    that is no mapping.
    """
    plains = tuple(plains)
    if any(plain and not isinstance(plain, dict) for plain in plains):
        return
    there = {key for plain in plains for key in _said(plain)}
    for key in _NEEDED:
        if key not in there:
            yield Problem("E216-not-said", name, values=(("name", key),))
    if "models" not in there:
        yield Problem("E217-no-models", name)
    if "stages" not in there:
        yield Problem("E218-no-stages", name)


def _said(plain: Plain) -> Iterator[str]:
    """Yield the keys of a file that hold anything, and what misspelt ones were meant to be."""
    keys = plain.items() if isinstance(plain, dict) else ()
    oddly = any(is_indented_oddly(key) for key, _ in keys)
    for key, value in keys:
        if value or oddly or isinstance(value, dict):
            known = key in DeckFile.__struct_fields__
            yield key if known else nearest(key, DeckFile.__struct_fields__)


def step_findings(contents: Sequence[tuple[str, DeckFile]]) -> Iterator[Finding]:
    """Yield stages that have nothing to show."""
    for file, content in contents:
        for number, stage in enumerate(content.stages):
            if stage and not stage.steps:
                path = (((None, "stages"), number), "steps")
                yield Finding("E219-no-steps", file, path, (("id", stage.id),))


def build(contents: Iterable[DeckFile], numbers: Mapping[NumberId, Number]) -> Deck:
    """Return the deck that checked files are together, everything in the order of the files.

    They must give the deck a title, which `lacking` sees to.
    """
    files = tuple(contents)
    title = next(it.title for it in files if it.title)
    fates = tuple(chain.from_iterable(it.fates for it in files))
    models = {it.id: it for file in files for it in file.models}
    outside = {name: it for name, it in models.items() if it.counterpart}
    derivations = tuple(chain.from_iterable(it.derivations for it in files))
    return Deck(
        id=_first(it.id for it in files),
        title=title,
        subtitle=next((it.subtitle for it in files if it.subtitle), None),
        authors=next((it.authors for it in files if it.authors), ()),
        licence=_first(it.licence for it in files),
        source=SourceId(_first(it.source for it in files)),
        branches=tuple(chain.from_iterable(it.branches for it in files)),
        methods={it.id: it for file in files for it in file.methods},
        views=tuple(chain.from_iterable(it.views for it in files)),
        sources={it.id: it for file in files for it in file.sources},
        models={name: it for name, it in models.items() if name not in outside},
        counterparts=outside,
        derivations=tuple(
            it for it in derivations if it.child not in outside and it.parent not in outside
        ),
        counterpart_derivations=tuple(
            it for it in derivations if it.child in outside or it.parent in outside
        ),
        readings={it.id: it for file in files for it in file.readings},
        abilities={it.id: it for file in files for it in file.abilities},
        fates=fates,
        levels=tuple(chain.from_iterable(it.levels for it in files)),
        claims={it.id: it for file in files for it in file.claims},
        terms={it.id: it for file in files for it in file.terms},
        discrepancies={it.id: it for file in files for it in file.discrepancies},
        arguments={it.id: it for file in files for it in file.arguments},
        experiments={it.id: it for file in files for it in file.experiments},
        limits={it.id: it for file in files for it in file.limits},
        later={it.id: it for file in files for it in file.later},
        numbers=numbers,
        charts={it.id: it for file in files for it in file.charts},
        stages={it.id: it for file in files for it in file.stages},
        fates_of=_by_model(fates),
    )


def _first(values: Iterable[str]) -> str:
    """Return the first that is said; empty if nothing is."""
    return next(filter(None, values), "")


def _by_model(fates: Iterable[Fate]) -> dict[ModelId, tuple[Fate, ...]]:
    found: dict[ModelId, list[Fate]] = {}
    for fate in fates:
        found.setdefault(fate.model, []).append(fate)
    return {model: tuple(its) for model, its in found.items()}
