"""The line at the panel's foot: what a mark says, always in the same room."""

from __future__ import annotations

import pytest
from panels import RULER

from explainer.deck import Deck, load_embedded
from explainer.panel import panel_chart
from explainer.panel.status import status_picture
from explainer.picture import TextLine
from explainer.schema import LANGUAGES, Language, ModelId, StepId, View
from explainer.state import State


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
    assert all(RULER.width(line, "text", 14.5) <= 380 - 64 for line in said)


def test_at_rest_it_tells_what_would_stand_here() -> None:
    assert lines("", 664) == ["Point at a mark or a dot: its meaning and source stand here."]
