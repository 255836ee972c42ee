"""A few words at stations."""

from __future__ import annotations

from itertools import product

from mapped import drawn, letters, named, words

from explainer.deck import Deck
from explainer.picture import TextLine
from explainer.schema import (
    ModelId,
    Text,
)

HELLO = Text(en="says hello", zh="打个招呼")


def test_words_stand_only_at_the_stations_that_have_some(made: Deck) -> None:
    shown = drawn(made, callouts=((ModelId("c"), HELLO),))

    callouts = [shape for shape in shown.picture.shapes if shape.id.endswith(":callout")]
    assert {shape.id for shape in callouts} == {"c:callout"}
    assert " ".join(words(callouts)) == "says hello"


def test_without_words_there_are_no_callouts(made: Deck) -> None:
    assert not [s for s in drawn(made).picture.shapes if s.id.endswith(":callout")]


def test_words_speak_the_language_of_the_picture(made: Deck) -> None:
    shown = drawn(made, language="zh", callouts=((ModelId("c"), HELLO),))

    assert "".join(words(named(shown, "c:callout"))) == "打个招呼"


def test_words_at_a_station_cover_no_name(made: Deck) -> None:
    shown = drawn(made, callouts=tuple((model, HELLO) for model in made.models))
    lines = [s for s in shown.picture.shapes if isinstance(s, TextLine) and s.id[1:2] == ":"]
    rects = [(s.id, letters(s)) for s in lines]

    for (one, first), (other, second) in product(rects, rects):
        apart = (
            first[2] <= second[0]
            or second[2] <= first[0]
            or first[3] <= second[1]
            or second[3] <= first[1]
        )
        assert one == other or apart, (one, other)
