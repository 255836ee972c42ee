"""Terms that a step says: the first mention must lead to what the term means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from explainer.deck.places import Finding, Path
from explainer.markup import parse
from explainer.schema import LANGUAGES, DeckFile, Language, Step, Term, TermId

_PREFIX = "term:"
_OTHER_NAME = re.compile(r"[（(](?P<other>[^()（）]+)[)）]")


def mention_findings(contents: Sequence[tuple[str, DeckFile]]) -> Iterator[Finding]:
    """Yield the terms that the narration of a step says before it links them."""
    terms = [it for _, content in contents for it in content.terms]
    if not terms:
        return
    names = {language: names_of(terms, language) for language in LANGUAGES}
    for file, content in contents:
        for number, stage in enumerate(content.stages):
            for inner, step in enumerate(stage.steps):
                path: Path = (((((None, "stages"), number), "steps"), inner), "narration")
                for language in LANGUAGES:
                    yield from _step(file, step, path, language, names[language])


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


def _step(
    file: str, step: Step, path: Path, language: Language, names: Mapping[str, TermId]
) -> Iterator[Finding]:
    linked: set[TermId] = set()
    for number, paragraph in enumerate(step.narration):
        place: Path = (((path, number), "text"), language)
        for block in parse(paragraph.text.of(language)):
            for span in block:
                if span.target.startswith(_PREFIX):
                    linked.add(TermId(span.target.removeprefix(_PREFIX)))
                elif span.kind in ("plain", "strong"):
                    for name, term in _said(span.text.lower(), language, names):
                        if term not in linked:
                            linked.add(term)
                            values = (("name", name), ("id", term))
                            yield Finding("W607-term", file, place, values)


def _said(
    text: str, language: Language, names: Mapping[str, TermId]
) -> Iterator[tuple[str, TermId]]:
    """Yield the terms in a text; a name within a longer one is not said."""
    for name, term in names.items():
        if name not in text:
            continue
        pattern = rf"\b{re.escape(name)}s?\b" if language == "en" else re.escape(name)
        text, found = re.subn(pattern, "\n", text)
        if found:
            yield name, term
