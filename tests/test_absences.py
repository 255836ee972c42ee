"""What one source leaves out is said to be left out by that source, never to be unpublished."""

from __future__ import annotations

import pytest
from panels import exploring, flat
from panels import shown as panel
from several import pictured, several, texts

from explainer.deck import Deck, load_embedded
from explainer.plot import chart_rows, folded, row_says
from explainer.schema import ChartId, Fact, Language, SourceId, Text
from explainer.wording import fact_value

EMBEDDED = load_embedded()
NONE = {"en": "number not in this source", "zh": "此来源未列此数字"}


def said(deck: Deck, chart: str, language: Language) -> list[str]:
    rows = folded(chart_rows(deck, deck.charts[ChartId(chart)], language), language)
    return [row_says(deck, row, language) for row in rows if not row.data]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_row_without_a_number_speaks_of_its_own_source(language: Language) -> None:
    none = [line for line in said(several(), "windows", language) if NONE[language] in line]

    assert len(none) == 1
    assert NONE[language] in " ".join(texts(pictured("chart", language)))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_said_to_be_unpublished_that_another_source_of_the_deck_has(
    language: Language,
) -> None:
    for name in EMBEDDED.charts:
        for line in said(EMBEDDED, name, language):
            assert "publish" not in line
            assert "公布" not in line


def test_a_number_that_the_source_has_is_said_to_be_left_out_of_the_chart() -> None:
    lines = said(EMBEDDED, "windows", "en")

    assert "code-davinci-001: in this source, but not in this chart" in lines
    assert any(line.startswith("4 models: number not in this source") for line in lines)


def test_a_missing_fact_that_another_source_has_is_missing_in_its_source_only() -> None:
    page = flat(panel(several(), exploring(select="llama")).body)

    assert "not in this source" in page
    assert "not published" not in page
    assert "more than one account" not in page


def test_a_fact_that_no_source_has_is_said_to_be_missing_as_before() -> None:
    missing = Fact(kind="size", missing="not-published", source=SourceId("alpaca"))
    other = Fact(kind="data", value=Text(en="much", zh="很多"), source=SourceId("alpaca"))

    assert fact_value(missing, (missing, other), "en") == "not published"
