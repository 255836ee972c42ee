"""Which text of a deck's files the words on a slide are from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from explainer.deck.places import Path
from explainer.deck.plain import Plain
from explainer.fits.faults import ELLIPSIS
from explainer.schema import LANGUAGES, Language, StepId
from explainer.scripts import visible

_SECTIONS = {
    "method": "methods",
    "label": "methods",
    "name": "models",
    "model": "models",
    "station": "models",
    "ancestor": "models",
    "base": "models",
    "source": "sources",
    "source-short": "sources",
    "source-title": "sources",
    "source-authors": "sources",
    "term": "terms",
    "definition": "terms",
    "ability": "abilities",
    "row": "abilities",
    "limit": "limits",
    "example": "limits",
    "unit": "charts",
    "caveat": "charts",
}
"""Where words of a use are usually from."""
_SPACES = re.compile(r"\s+")


class _Leaf(Struct, frozen=True):
    """One text of a file."""

    file: str
    path: Path
    text: str
    """Without spaces."""
    language: Language | None
    section: str
    step: StepId | None
    """The step that it stands in; that of a stage as a whole has no step behind the slash."""


class DeckTexts:
    """Finds texts by what is painted of them."""

    def __init__(self, plains: Mapping[str, Plain]) -> None:
        self._steps: dict[StepId, tuple[str, Path]] = {}
        self._leaves: list[_Leaf] = []
        self._entries: dict[tuple[str, str, str], tuple[str, Path]] = {}
        self._found: dict[tuple[str, str, Language, StepId], _Leaf | None] = {}
        for file, plain in plains.items():
            if isinstance(plain, dict):
                for section, content in plain.items():
                    self._read(file, section, content)

    def step(self, name: StepId) -> tuple[str, Path]:
        """Return the file and the path of a step."""
        return self._steps.get(name, ("", None))

    def entry(self, section: str, model: str, ability: str) -> tuple[str, Path] | None:
        """Return the file and the path of what `section` says of a model's ability or method."""
        return self._entries.get((section, model, ability))

    def place(
        self, words: str, use: str, language: Language, step: StepId
    ) -> tuple[str, Path] | None:
        """Return the file and path of the text that `words` on a slide are from; None if unknown.

        `words` may be a part of it, and end in an ellipsis where they were shortened, or have one
        between its two ends. What stands in the step itself is meant rather than what stands
        elsewhere.
        """
        key = (words, use, language, step)
        if key not in self._found:
            self._found[key] = self._best(words, use, language, step)
        leaf = self._found[key]
        return None if leaf is None else (leaf.file, leaf.path)

    def says(self, words: str) -> bool:
        """Return whether some text has these words, the ellipsis at their end too."""
        asked = _bare(words)
        return any(asked in leaf.text for leaf in self._leaves)

    def _best(self, words: str, use: str, language: Language, step: StepId) -> _Leaf | None:
        asked = _bare(words).removesuffix(ELLIPSIS)
        if not asked:
            return None
        begin, between, end = asked.partition(ELLIPSIS)
        best, most = None, (0, 0, 0)
        for leaf in self._leaves:
            its = asked in leaf.text or (
                bool(between) and leaf.text.startswith(begin) and leaf.text.endswith(end)
            )
            if leaf.language not in (None, language) or not its:
                continue
            near = 2 if leaf.step == step else 1 if self._above(leaf, step) else 0
            if leaf.step is not None and not near:
                continue
            known = near or (1 if _SECTIONS.get(use) == leaf.section else 0)
            score = (known, 1 if leaf.text.startswith(asked) else 0, -len(leaf.text))
            if best is None or score > most:
                best, most = leaf, score
        return best

    def _above(self, leaf: _Leaf, step: StepId) -> bool:
        return leaf.step is not None and leaf.step == step.partition("/")[0] + "/"

    def _note(self, file: str, section: str, content: Plain) -> None:
        entries = content if isinstance(content, list) else []
        for number, entry in enumerate(entries):
            if not isinstance(entry, dict):
                continue
            place = (file, ((None, section), number))
            for key in ("ability", "cause"):
                names = (section, str(entry.get("model")), str(entry.get(key)))
                self._entries.setdefault(names, place)

    def _read(self, file: str, section: str, content: Plain) -> None:
        if section in ("fates", "levels"):
            self._note(file, section, content)
        if section != "stages" or not isinstance(content, list):
            self._add(file, (None, section), content, section, None)
            return
        for number, stage in enumerate(content):
            if not isinstance(stage, dict):
                continue
            path: Path = ((None, section), number)
            name = stage.get("id")
            for key, value in stage.items():
                if key != "steps" or not isinstance(value, list):
                    self._add(file, (path, key), value, section, StepId(f"{name}/"))
                    continue
                for inner, step in enumerate(value):
                    here: Path = ((path, key), inner)
                    own = StepId(f"{name}/{step.get('id') if isinstance(step, dict) else ''}")
                    self._steps[own] = (file, here)
                    self._add(file, here, step, section, own)

    def _add(
        self, file: str, path: Path, content: Plain, section: str, step: StepId | None
    ) -> None:
        for place, text in _texts(content, path):
            last = place[1] if place else ""
            language = next((it for it in LANGUAGES if it == last), None)
            if language is None and last in ("id", "notes", "narration"):
                continue
            self._leaves.append(_Leaf(file, place, _bare(text), language, section, step))


def _bare(text: str) -> str:
    return _SPACES.sub("", visible(text))


def _texts(content: Plain, path: Path) -> Iterator[tuple[Path, str]]:
    match content:
        case str():
            yield path, content
        case list():
            for number, item in enumerate(content):
                yield from _texts(item, (path, number))
        case dict():
            for key, value in content.items():
                if key not in ("narration", "notes", "view"):
                    yield from _texts(value, (path, key))
