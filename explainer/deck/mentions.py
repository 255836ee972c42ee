"""Terms that a step says: the first mention must lead to what the term means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from explainer.deck.places import Finding, Path
from explainer.markup import parse
from explainer.schema import LANGUAGES, DeckFile, Language, Step, Term, TermId

_PREFIX = "term:"
_START = 6
"""Letters by which names are looked up."""
MOST_COST = 1_000_000
"""Comparisons of a name with a text; the embedded deck needs a thousandth of it."""
_PATTERN_COST = 50
"""Comparisons that take as long as looking for a name as a whole word."""
_OTHER_NAME = re.compile(r"[（(](?P<other>[^()（）]+)[)）]")


class Names:
    """The names of terms in one language, found by how they begin: a deck may have thousands."""

    def __init__(self, terms: Mapping[str, TermId], language: Language) -> None:
        """Take the terms by their names in small letters, the longest first."""
        self.cost = 0
        """What was looked for so far, in comparisons of a name with a text."""
        self._language = language
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._by_start: dict[str, list[tuple[int, str, TermId]]] = {}
        for at, (name, term) in enumerate(terms.items()):
            if name:
                self._by_start.setdefault(name[:_START], []).append((at, name, term))
        self._lengths = sorted({len(start) for start in self._by_start})

    def beginning_in(self, text: str) -> Iterator[tuple[str, TermId]]:
        """Yield the names of which the first letters stand in `text`, the longest first.

        None any more once that cost too much.
        """
        if self.cost > MOST_COST:
            return
        starts = {
            text[at : at + length] for length in self._lengths for at in range(len(text))
        } & self._by_start.keys()
        found = sorted(it for start in starts for it in self._by_start[start])
        self.cost += len(found)
        for _, name, term in found:
            yield name, term

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return what finds `name` as a whole."""
        self.cost += _PATTERN_COST
        if name not in self._patterns:
            words = re.escape(name)
            pattern = rf"\b{words}s?\b" if self._language == "en" else words
            self._patterns[name] = re.compile(pattern)
        return self._patterns[name]


def mention_findings(contents: Sequence[tuple[str, DeckFile]]) -> Iterator[Finding]:
    """Yield the terms that the narration of a step says before it links them."""
    terms = [it for _, content in contents for it in content.terms if it]
    if not terms:
        return
    names = {language: Names(names_of(terms, language), language) for language in LANGUAGES}
    for file, content in contents:
        for number, stage in enumerate(content.stages):
            for inner, step in enumerate(stage.steps if stage else ()):
                path: Path = (((((None, "stages"), number), "steps"), inner), "narration")
                for language in LANGUAGES if step else ():
                    yield from _step(file, step, path, language, names[language])
                    if names[language].cost > MOST_COST:
                        yield Finding("W612-many-terms", file, path)
                        return


def names_of(terms: Sequence[Term], language: Language) -> Mapping[str, TermId]:
    """Return the terms by their names in small letters, the longest first.

    What stands in brackets behind a name is another name: `token（词元）`.
    """
    found: dict[str, TermId] = {}
    for term in terms:
        name = term.name.of(language)
        for word in (_OTHER_NAME.sub("", name), *_OTHER_NAME.findall(name)):
            found[word.strip().lower()] = term.id
    return dict(sorted(found.items(), key=lambda it: -len(it[0])))


def _step(file: str, step: Step, path: Path, language: Language, names: Names) -> Iterator[Finding]:
    linked: set[TermId] = set()
    for number, paragraph in enumerate(step.narration):
        place: Path = (((path, number), "text"), language)
        for block in parse(paragraph.text.of(language)):
            for span in block:
                if span.target.startswith(_PREFIX):
                    linked.add(TermId(span.target.removeprefix(_PREFIX)))
                elif span.kind in ("plain", "strong"):
                    for name, term in _said(span.text.lower(), names):
                        if term not in linked:
                            linked.add(term)
                            values = (("name", name), ("id", term))
                            yield Finding("W607-term", file, place, values)


def _said(text: str, names: Names) -> Iterator[tuple[str, TermId]]:
    """Yield the terms in a text; a name within a longer one is not said."""
    for name, term in names.beginning_in(text):
        if name in text:
            text, found = names.pattern(name).subn("\n", text)
            if found:
                yield name, term
