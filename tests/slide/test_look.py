"""Headline and sources of what is looked up: there for any view of any deck, in both languages."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from stories import CHAT, story_deck
from wishes import views

from explainer.deck import Deck, load_embedded
from explainer.schema import LANGUAGES, Language, View
from explainer.slide.look import look_citations, look_disputes, look_headlines
from explainer.strings import say

embedded = cache(load_embedded)


def assert_said(deck: Deck, view: View, language: Language) -> None:
    """Assert that what a view looks at has a name, from the fullest wording to the shortest."""
    headlines = look_headlines(deck, view, language)
    look = say("slide.look", language, what="")
    assert all(it.startswith(look) and it != look for it in headlines)
    assert len(headlines[-1]) <= len(headlines[0])
    assert look_citations(deck, view, language)
    assert set(look_disputes(deck, view)) <= set(deck.discrepancies.values())


@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from(LANGUAGES))
def test_any_look_at_the_embedded_deck_is_said(data: st.DataObject, language: Language) -> None:
    assert_said(embedded(), data.draw(views(embedded())), language)


@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from(LANGUAGES))
def test_any_look_at_a_small_deck_is_said(data: st.DataObject, language: Language) -> None:
    assert_said(story_deck(), data.draw(views(story_deck())), language)


def test_a_look_at_nothing_in_particular_is_one_at_the_map() -> None:
    assert look_headlines(story_deck(), View(), "en") == (say("slide.look.map", "en"),)


def test_the_fullest_wording_says_all_and_the_shortest_the_model() -> None:
    view = View(select=CHAT, lens="cause:code", established=True)

    assert look_headlines(story_deck(), view, "en") == (
        "Looking up: chat, Training on code and what it did, only what is stated",
        "Looking up: chat, Training on code and what it did",
        "Looking up: chat",
    )
