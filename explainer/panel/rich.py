"""The deck's small Markdown, and names of models in its texts, as spans with links."""

from __future__ import annotations

import re
from functools import lru_cache

from explainer.deck import Deck
from explainer.intents import OpenCard, SelectModel
from explainer.markup import Span as Marked
from explainer.markup import parse
from explainer.panel.column import Linked
from explainer.picture import Face, Ink, Span
from explainer.schema import Language, ModelId, SourceId, TermId
from explainer.wording import pair

_FACES: dict[str, Face] = {"plain": "text", "strong": "strong", "code": "mono", "link": "text"}


def rich(deck: Deck, text: str, language: Language) -> tuple[tuple[Span, ...], ...]:
    """Return the paragraphs of `text` as spans; what leads somewhere is underlined."""
    return tuple(
        tuple(_span(deck, span, language) for span in block.spans) for block in parse(text)
    )


def named(deck: Deck, text: str, face: Face = "text", ink: str = "ink") -> tuple[Span, ...]:
    """Return a plain text with the names of models in it set in mono."""
    mono: Face = "mono-strong" if face == "strong" else "mono"
    return tuple(
        Span(part, mono if part in _names(deck) else face, ink)
        for part in _pattern(deck).split(text)
        if part
    )


def term_words(deck: Deck, target: str, language: Language) -> tuple[str, str]:
    """Return the name and the definition of the term that `term:<id>` names."""
    term = deck.terms[TermId(target.partition(":")[2])]
    return term.name.of(language), term.definition.of(language)


def term_link(deck: Deck, target: str, language: Language, words: str = "") -> Linked:
    """Return a way to the term that `term:<id>` names: hovering tells its definition."""
    name, definition = term_words(deck, target, language)
    said = pair(name, definition, language)
    return Linked(words or name, underline=True, order=OpenCard(target), name=said, id=target)


def source_link(deck: Deck, source: SourceId, language: Language, ink: Ink = "muted") -> Linked:
    """Return a way to the card of a work, by its short name."""
    target = f"source:{source}"
    short = deck.sources[source].short.of(language)
    return Linked(short, ink=ink, underline=True, order=OpenCard(target), id=target)


def _span(deck: Deck, span: Marked, language: Language) -> Span:
    if span.kind != "link":
        return Span(span.text, _FACES[span.kind])
    kind, _, name = span.target.partition(":")
    match kind:
        case "term":
            return term_link(deck, span.target, language, span.text)
        case "model":
            return Linked(span.text, underline=True, order=SelectModel(ModelId(name)), id=name)
        case _:
            order = OpenCard(span.target)
            return Linked(span.text, underline=True, order=order, id=span.target)


@lru_cache(maxsize=8)
def _names(deck: Deck) -> frozenset[str]:
    # Only names that look like a model's id: "ChatGPT" is a word of the language by now.
    return frozenset(model.name for model in deck.models.values() if model.name.islower())


@lru_cache(maxsize=8)
def _pattern(deck: Deck) -> re.Pattern[str]:
    names = sorted(_names(deck), key=len, reverse=True)
    choices = "|".join(re.escape(name) for name in names) or "(?!)"
    return re.compile(rf"(?<![\w-])({choices})(?![\w-])", re.ASCII)
