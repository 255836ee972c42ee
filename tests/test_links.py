"""Views as text: short, readable, and the same view again when read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from stories import story_deck
from wishes import views

from explainer.errors import DeckError
from explainer.links import view_from_text, view_text
from explainer.schema import Camera, ModelId, View
from explainer.story import last, step


@pytest.mark.parametrize(
    "view, text",
    [
        (View(), "{}"),
        (View(select=ModelId("chat")), "{select: chat}"),
        (View(lit=()), "{lit: []}"),
        (
            View(select=ModelId("chat"), lit=("path:davinci>chat", "codex")),
            '{select: chat, lit: ["path:davinci>chat", codex]}',
        ),
        (View(camera=Camera(x=0.25, zoom=2.0)), "{camera: {x: 0.25, zoom: 2.0}}"),
        (View(camera=Camera()), "{camera: {}}"),
        (View(readings=("parent-of-chat/text",)), '{readings: ["parent-of-chat/text"]}'),
    ],
)
def test_a_view_is_written_without_what_goes_without_saying(view: View, text: str) -> None:
    assert view_text(view) == text
    assert view_from_text(story_deck(), text) == view


@given(views(story_deck()))
def test_a_view_that_is_written_and_read_is_the_same(view: View) -> None:
    assert view_from_text(story_deck(), view_text(view)) == view


@settings(max_examples=20)  # every one reads a deck
@given(views(story_deck()))
def test_a_view_pastes_into_a_step_as_it_is(view: View) -> None:
    assert _pasted(view_text(view)) == view


@pytest.mark.parametrize(
    "text, code",
    [
        ("{select: chat", "E116"),
        ("{select: chad}", "E301"),
        ("{lit: [nobody]}", "E314"),
        ("{selekt: chat}", "E201"),
        ('{lens: "cause:luck"}', "E302"),
        ("chat", "E205"),
    ],
)
def test_a_text_that_leads_nowhere_is_refused(text: str, code: str) -> None:
    with pytest.raises(DeckError) as refused:
        view_from_text(story_deck(), text)

    assert [(it.file, it.code) for it in refused.value.problems] == [("--view", code)]


def _pasted(text: str) -> View:
    """Return the view of a step into which `text` was written."""
    deck = story_deck(text)
    return step(deck, last(deck)).view
