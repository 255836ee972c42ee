"""What can be found in a deck: its models, abilities, stages, terms, claims and sources."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Literal

from msgspec import Struct

from explainer.deck import Deck
from explainer.find.match import Words, words_of
from explainer.intents import GoToStep, Intent, LookUp
from explainer.schema import LANGUAGES, Certainty, Language, Model, StageId, Text
from explainer.story import steps_of
from explainer.strings import say
from explainer.wording import certainty_word, clauses, listed, reference

Kind = Literal["model", "ability", "stage", "term", "claim", "source"]
KINDS: tuple[Kind, ...] = ("model", "ability", "stage", "term", "claim", "source")
"""In the order in which they are listed."""
TALK_KINDS: tuple[Kind, ...] = KINDS[:3]
"""What can be shown in a hall: the cards of the others open in the panel, which no hall sees."""


class Entry(Struct, frozen=True):
    """Something that can be found."""

    kind: Kind
    id: str
    name: Text
    """In both languages, as it is listed."""
    below: Text
    """A few words on it, for a second line."""
    words: Words
    """By which it is found, in both languages at once."""
    certainty: Certainty | None = None
    """Of a claim."""


@lru_cache(maxsize=8)
def entries(deck: Deck) -> tuple[Entry, ...]:
    """Return all that can be found in `deck`: kind by kind, then in the order of the deck."""
    return (
        *(_model(it) for it in (*deck.models.values(), *deck.counterparts.values())),
        *_abilities(deck),
        *_stages(deck),
        *_terms(deck),
        *_claims(deck),
        *_sources(deck),
    )


def order_for(deck: Deck, entry: Entry) -> Intent:
    """Return what leads to `entry`, the step kept where it can be."""
    if entry.kind == "stage":
        return GoToStep(steps_of(deck, StageId(entry.id))[0])
    return LookUp(f"{entry.kind}:{entry.id}")


def _both(text: Text) -> tuple[str, ...]:
    return tuple(text.plain(language) for language in LANGUAGES)


def _in_both(en: str, zh: str) -> Text:
    return Text(en=en, zh=zh)


def _model(model: Model) -> Entry:
    def below(language: Language) -> str:
        outside = say("find.outside", language) if model.counterpart else ""
        names = listed(model.also, language)
        also = say("find.also", language, names=names) if names else ""
        return clauses((model.kind.of(language), also, outside), language)

    return Entry(
        "model",
        model.id,
        _in_both(model.name, model.name),
        _in_both(below("en"), below("zh")),
        words_of((model.name, model.id, *model.also), _both(model.kind)),
    )


def _abilities(deck: Deck) -> Iterator[Entry]:
    for it in deck.abilities.values():
        names = (*_both(it.name), *_both(it.short), it.id)
        yield Entry("ability", it.id, it.name, it.definition, words_of(names, _both(it.definition)))


def _stages(deck: Deck) -> Iterator[Entry]:
    for it in deck.stages.values():
        own = (step.headline for step in it.steps if step.headline)
        more = tuple(chain.from_iterable(map(_both, (it.headline, it.takeaway, *own))))
        below = _in_both(it.headline.plain("en"), it.headline.plain("zh"))
        yield Entry("stage", it.id, it.name, below, words_of((*_both(it.name), it.id), more))


def _terms(deck: Deck) -> Iterator[Entry]:
    for it in deck.terms.values():
        words = words_of((*_both(it.name), it.id), _both(it.definition))
        yield Entry("term", it.id, it.name, it.definition, words)


def _claims(deck: Deck) -> Iterator[Entry]:
    for it in deck.claims.values():
        says = {
            language: clauses(
                (certainty_word(it.certainty, language), it.id, reference(deck, it, language)),
                language,
            )
            for language in LANGUAGES
        }
        words = words_of((it.id, *_both(it.text)), (it.hedge,))
        below = _in_both(says["en"], says["zh"])
        yield Entry("claim", it.id, it.text, below, words, it.certainty)


def _sources(deck: Deck) -> Iterator[Entry]:
    for it in deck.sources.values():
        below = {
            language: clauses((it.title, it.authors, it.year), language) for language in LANGUAGES
        }
        # A number as a chart shows it; whole ones would be found with every year and size.
        printed = (one.value for one in deck.numbers.values() if one.source == it.id)
        numbers = tuple(value for value in printed if "." in value)
        words = words_of((*_both(it.short), it.title, it.id), (it.authors, it.year, *numbers))
        yield Entry("source", it.id, it.short, _in_both(below["en"], below["zh"]), words)
