"""The lenses of the map: the fate of one ability, and what is attributed to one method."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from explainer.canvas.labels import Labels
from explainer.canvas.stations import Stations
from explainer.deck import Deck
from explainer.marks import fate_glyph
from explainer.picture import Shape, Span, TextLine
from explainer.schema import Certainty, Fate, Language, ModelId, View
from explainer.strands import certainty_line
from explainer.strings import say
from explainer.wording import and_more, certainty_word, change_word, listed

_NAMES = 2
"""Abilities that are named at a station; of more it is said how many."""
Words = Mapping[ModelId, tuple[Span, ...]]


def changed_models(deck: Deck, view: View) -> frozenset[ModelId]:
    """Return the models at which the ability of the lens changes, as far as the filter lets on."""
    kind, _, ability = view.lens.partition(":")
    if kind != "ability":
        return frozenset()
    return frozenset(fate.model for fate in _told(deck, view) if fate.ability == ability)


def _told(deck: Deck, view: View) -> tuple[Fate, ...]:
    """Return the fates that the view's filter leaves."""
    return tuple(fate for fate in deck.fates if fate.certainty == "stated" or not view.established)


def fate_shapes(
    deck: Deck, view: View, language: Language, stations: Stations, labels: Labels
) -> list[Shape]:
    """Return what became of the lens's ability: a glyph on each station where it changes, a word.

    A level ("very weak") is no change: it stands as a muted word, without a glyph.
    """
    ability = view.lens.partition(":")[2]
    glyphs: list[Shape] = []
    words: dict[ModelId, tuple[Span, ...]] = {}
    tails: dict[ModelId, Span] = {}
    sure: dict[str, Certainty] = {}
    for level in deck.levels:
        if level.ability == ability and level.model in deck.models:
            words[level.model] = (Span(level.says.of(language), "text", "muted"),)
    for fate in _told(deck, view):
        if fate.ability != ability:
            continue
        rect = stations.capsule(fate.model)
        x, y = (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2
        glyphs.extend(fate_glyph(fate.change, x, y, stations.glyph, mark=fate.mark))
        change = Span(change_word(fate.change, language), "strong", f"fate.{fate.change}.color")
        words[fate.model] = (change,)
        tails[fate.model] = Span(certainty_word(fate.certainty, language), "text", "muted")
        sure[f"{fate.model}:callout"] = fate.certainty
    lines = labels.callouts(words, ModelId(""), tails)
    return [*lines, *_underlines(lines, sure), *glyphs]


def _underlines(lines: list[Shape], sure: dict[str, Certainty]) -> list[Shape]:
    """Return the line under each word of change that says how sure it is."""
    shapes: list[Shape] = []
    for line in lines:
        if not isinstance(line, TextLine) or line.id not in sure:
            continue
        start = line.x - line.width if line.anchor == "end" else line.x
        y = line.y + line.size * 0.24
        thick = line.size * 0.09
        rule = certainty_line(sure.pop(line.id), start, y, line.width, thick, "ink")
        shapes.extend(replace(each, id=f"{line.id}:rule") for each in rule)
    return shapes


def cause_words(deck: Deck, view: View, language: Language, own: Words) -> Words:
    """Return the step's own words; where it has none, the abilities attributed to the method."""
    if own:
        return own
    method = view.lens.partition(":")[2]
    found: dict[ModelId, tuple[Span, ...]] = {}
    for model in deck.models:
        names = [
            deck.abilities[fate.ability].short.of(language)
            for fate in _told(deck, view)
            if fate.model == model and fate.cause == method
        ]
        if names:
            said = listed(tuple(names[:_NAMES]), language)
            rest = len(names) - _NAMES
            more = say("word.more-names", language, count=str(rest)) if rest > 0 else ""
            found[model] = (Span(and_more(said, more, language), "strong", "ink"),)
    return found
