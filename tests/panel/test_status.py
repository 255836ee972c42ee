"""The line at the panel's foot: what a mark says, always in the same room."""

from __future__ import annotations

import pytest
from panels import RULER

from explainer.deck import Deck, load_embedded
from explainer.panel import panel_chart
from explainer.panel.status import pointed_words, status_picture
from explainer.picture import TextLine
from explainer.schema import LANGUAGES, Language, ModelId, StepId, View
from explainer.state import State
from explainer.why import every_derivation
from explainer.wording import certainty_word


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def lines(says: str, width: float, language: Language = "en") -> list[str]:
    picture = status_picture(says, language, width, 32, RULER)
    return [
        "".join(span.text for span in line.spans)
        for line in picture.shapes
        if isinstance(line, TextLine)
    ]


@pytest.mark.parametrize("width", [380.0, 664.0, 760.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_moves_when_something_is_pointed_at(
    embedded: Deck, language: Language, width: float
) -> None:
    view = View(select=ModelId("text-davinci-002"))
    state = State(step=StepId("surprise/guess"), mode="explore", away=view, language=language)
    chart = panel_chart(embedded, state, width, RULER)

    heights = {
        status_picture(says, language, width, 32, RULER).height
        for says in ("", "short", "long " * 90, *(cell.says for cell in chart.cells))
    }
    assert len(heights) == 1


def test_what_a_mark_says_is_said_whole_at_the_usual_width(embedded: Deck) -> None:
    view = View(select=ModelId("text-davinci-002"))
    state = State(step=StepId("surprise/guess"), mode="explore", away=view)
    chart = panel_chart(embedded, state, 664, RULER)

    for cell in chart.cells:
        assert "".join(lines(cell.says, 664)).replace(" ", "") == cell.says.replace(" ", "")


def test_what_is_too_long_ends_with_an_ellipsis_inside() -> None:
    said = lines("long " * 200, 380)

    assert said[-1].endswith("…")
    assert all(RULER.width(line, "text", 13) <= 380 - 64 for line in said)


def test_at_rest_it_tells_what_would_stand_here() -> None:
    assert lines("", 664) == ["Point at a model or a mark: what it is stands here."]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_model_that_is_pointed_at_says_in_a_line_what_it_is(
    embedded: Deck, language: Language
) -> None:
    for name, model in (*embedded.models.items(), *embedded.counterparts.items()):
        state = State(step=StepId("surprise/guess"), hover=name, language=language)

        says = pointed_words(embedded, state)

        assert says.startswith(model.name)
        assert model.kind.of(language) in says


def test_what_joins_says_its_method_and_how_sure_it_is(embedded: Deck) -> None:
    join = next(it for it in every_derivation(embedded) if it.method)
    state = State(step=StepId("surprise/guess"), hover=join.id)

    says = pointed_words(embedded, state)

    assert embedded.models[join.child].name in says
    assert certainty_word(join.certainty, "en") in says


def test_where_nothing_is_pointed_at_nothing_is_said(embedded: Deck) -> None:
    for hover in ("", "claim:C108", "nobody"):
        assert pointed_words(embedded, State(step=StepId("surprise/guess"), hover=hover)) == ""
