"""A view as text, as it stands in a step or in a link."""

from __future__ import annotations

import pytest
from decks import deck

from explainer.deck import read_view
from explainer.errors import DeckError
from explainer.schema import Camera, ModelId, View

DECK = deck("davinci > codex, davinci > instruct, codex > late", "")


def problems(text: str) -> list[str]:
    """Return what is said of a view that is refused."""
    with pytest.raises(DeckError) as caught:
        read_view(text, DECK)
    return [str(problem) for problem in caught.value.problems]


def test_a_view_is_read_with_its_defaults() -> None:
    assert read_view("{select: codex, camera: {zoom: 2.5}}", DECK) == View(
        select=ModelId("codex"), camera=Camera(zoom=2.5)
    )


def test_an_empty_text_is_the_default_view() -> None:
    assert read_view("", DECK) == View()


def test_every_word_for_lit_is_understood() -> None:
    words = (
        "all",
        "codex",
        "davinci-codex",
        "path:davinci>late",
        "ancestors:late",
        "descendants:davinci",
        "method:rlhf",
        "ability:reasoning",
    )

    assert read_view("{lit: ['" + "', '".join(words) + "'], focus: []}", DECK).lit == words


def test_a_model_that_is_not_in_the_deck_is_refused_with_the_nearest() -> None:
    assert problems("{select: codec}") == [
        (
            "--view:1:10 E301 select: no model has the id “codec”; name one of the deck's models;"
            " did you mean “codex”?"
        )
    ]


def test_an_unknown_key_is_refused() -> None:
    assert problems("{selected: codex}") == [
        (
            "--view:1:2 E201 selected: “selected” is no key here; allowed are select, lit, focus,"
            " camera, lens, readings, counterparts, established, open; did you mean “select”?"
        )
    ]


def test_a_camera_far_away_is_refused() -> None:
    assert [it.split(" ")[1] for it in problems("{camera: {x: 1e300}}")] == ["E213"]


def test_a_text_that_is_no_mapping_is_refused() -> None:
    assert [it.split(" ")[1] for it in problems("codex")] == ["E205:"]


def test_a_text_that_is_no_yaml_is_refused() -> None:
    assert [it.split(" ")[1] for it in problems("{select: codex")] == ["E116:"]


def test_half_a_character_from_the_command_line_is_refused() -> None:
    assert [it.split(" ")[1] for it in problems("{select: \udcff}")] == ["E110:"]
