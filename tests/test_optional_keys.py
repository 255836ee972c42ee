"""What may be left out of a deck is missed by no slide and no page of the panel."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from format_page import deck_of, reference_texts
from optional_keys import Key, deck_without, loaded_without, optional_keys
from rulers import PlainRuler

from explainer.deck import EMBEDDED, Deck, load_embedded
from explainer.deck.load import check_texts
from explainer.deck.reading import deck_texts
from explainer.panel import panel_picture
from explainer.schema import LANGUAGES, StepId, View
from explainer.slide import slide_picture
from explainer.state import State
from explainer.story import step, steps

RULER = PlainRuler()
REFERENCE = reference_texts()
STORY = deck_texts(EMBEDDED)[0]
SIZE = (1920.0, 1080.0)
NEEDED = {("Fact", "value"), ("DeckFile", "branches"), ("Derivation", "carries")}
"""What the check misses in one place or another."""


def views(deck: Deck) -> Iterator[View]:
    """Yield what shows each kind of page of the panel."""
    for model in [*deck.models][:2]:
        yield View(select=model)
    for kind, found in (
        ("ability", deck.abilities),
        ("claim", deck.claims),
        ("source", deck.sources),
        ("term", deck.terms),
        ("discrepancy", deck.discrepancies),
    ):
        yield from (View(open=f"{kind}:{name}") for name in [*found][:1])
    for name in ("glossary", "sources", "discrepancies"):
        yield View(open=name)


def failures(deck: Deck, names: tuple[StepId, ...]) -> list[str]:
    """Return what cannot be drawn of a deck."""
    found: list[str] = []
    languages = cycle(LANGUAGES)
    told = [State(step=name, language=next(languages)) for name in names[:2]]
    asked = [
        State(step=names[0], mode="explore", away=view, language=next(languages))
        for view in views(deck)
    ]
    for name in names:
        try:
            slide_picture(deck, name, next(languages), *SIZE, RULER)
        except Exception as error:  # noqa: BLE001 - whatever it is
            found.append(f"{name}: {error!r}")
    for state in (*told, *asked):
        try:
            panel_picture(deck, state, 660.0, RULER)
        except Exception as error:  # noqa: BLE001 - whatever it is
            found.append(f"{state}: {error!r}")
    return found


def test_every_optional_key_of_the_formats_page_may_be_left_out() -> None:
    drawn: list[Key] = []
    missed: list[str] = []
    for key in optional_keys(REFERENCE):
        deck = deck_without(REFERENCE, key)
        if deck is not None:
            drawn.append(key)
            missed += [f"without {'.'.join(key)}: {it}" for it in failures(deck, steps(deck))]

    assert missed == []
    assert ("DeckFile", "source") in drawn
    assert len(drawn) > 50


def test_what_only_the_embedded_deck_gives_may_be_left_out_too() -> None:
    whole = load_embedded()
    shown: dict[object, StepId] = {}
    for name in steps(whole):
        shown.setdefault(type(step(whole, name).slide), name)
    missed: list[str] = []
    for key in sorted(set(optional_keys(STORY)) - set(optional_keys(REFERENCE)) - NEEDED):
        deck = loaded_without(whole, key)
        missed += [f"without {'.'.join(key)}: {it}" for it in failures(deck, tuple(shown.values()))]

    assert missed == []


def test_the_decks_of_the_formats_page_are_drawn_whole() -> None:
    deck = deck_of(REFERENCE)

    assert failures(deck, steps(deck)) == []


def test_a_fact_that_says_nothing_is_an_error_at_its_place() -> None:
    text = REFERENCE["00.yaml"].replace("kind: size, missing: not-published", "kind: size")

    deck, problems = check_texts({"deck.yaml": text}, "test")

    assert deck is None
    assert [(it.code, it.path) for it in problems] == [("E712", "models[0].facts[0]")]
