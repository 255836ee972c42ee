"""Every change with every mark, in every view: signs are the mark's, else the change is a word."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import get_args

import pytest
from decks import deck
from panels import exploring, flat
from panels import shown as panel
from rulers import PlainRuler

from explainer.canvas import canvas_picture
from explainer.chart import chart_picture, matrix_picture
from explainer.deck import Deck
from explainer.marks import fate_glyph
from explainer.picture import Box, Icon, Picture, TextLine
from explainer.placement import slide_scale
from explainer.schema import (
    AbilityId,
    Change,
    Language,
    Mark,
    MatrixSlide,
    ModelId,
    StepId,
    View,
)
from explainer.slide import slide_picture
from explainer.wording import change_word, mark_text

RULER = PlainRuler()
REASONING, B = AbilityId("reasoning"), ModelId("b")
CHANGES = get_args(Change)
MARKS: tuple[Mark, ...] = ("", "+", "++", "-", "--")
CASES = tuple(product(CHANGES, MARKS))
SIGNS = {"+", "++", "\u2212", "\u2212\u2212"}
SIGN_OF = {
    "mark-plus": "+",
    "mark-plus-plus": "++",
    "mark-minus": "\u2212",
    "mark-minus-minus": "\u2212\u2212",
}
OF_SLIDES = """\
  - id: shown
    name: {en: Shown, zh: 展示}
    headline: {en: What became of it, zh: 结果如何}
    takeaway: {en: That was all., zh: 就是这些。}
    steps:
      - {id: matrix, slide: {kind: matrix, models: [a, b], abilities: [reasoning]}}
      - {id: trade, slide: {kind: trade, path: [a, b]}}
      - {id: summary, slide: {kind: summary}}
"""


@cache
def made(change: Change, mark: Mark) -> Deck:
    printed = f", mark: '{mark}'" if mark else ""
    fates = (
        "fates:\n  - {model: b, ability: reasoning, certainty: likely, cause: code,"
        f" claims: [C1], change: {change}{printed}}}"
    )
    return deck("a +code> b", f"{OF_SLIDES}{fates}")


def signs(picture: Picture) -> set[str]:
    """Return the plus and minus signs of a picture, drawn or set; those of notes are words."""
    lines = [it for it in picture.shapes if isinstance(it, TextLine) and it.id != "note"]
    set_ = {word for it in lines for span in it.spans for word in span.text.split()} & SIGNS
    icons = {it.name for it in picture.shapes if isinstance(it, Icon)} & SIGN_OF.keys()
    return set_ | {SIGN_OF[name] for name in icons}


def words(picture: Picture) -> str:
    return " ".join(
        span.text for it in picture.shapes if isinstance(it, TextLine) for span in it.spans
    )


def expected(mark: Mark) -> set[str]:
    return {mark_text(mark)} if mark else set()


def of_slide(change: Change, mark: Mark, kind: str, language: Language) -> Picture:
    return slide_picture(made(change, mark), StepId(f"shown/{kind}"), language, 1280, 720, RULER)


@pytest.mark.parametrize("change, mark", CASES)
@pytest.mark.parametrize("kind", ["matrix", "trade", "summary"])
def test_a_table_shows_the_mark_and_without_one_the_word_of_the_change(
    kind: str, change: Change, mark: Mark
) -> None:
    for language in ("en", "zh"):
        picture = of_slide(change, mark, kind, language)
        tiles = [it for it in picture.shapes if isinstance(it, TextLine) and it.id == "fate-word"]

        assert signs(picture) == expected(mark)
        said = ["".join(span.text for span in it.spans) for it in tiles]
        assert said == ([] if mark else [change_word(change, language)])


@pytest.mark.parametrize("change, mark", CASES)
def test_the_map_says_the_change_and_shows_no_sign_but_the_mark(change: Change, mark: Mark) -> None:
    view, scale = View(lens="ability:reasoning"), slide_scale(1280, 720, 2)
    for language in ("en", "zh"):
        its = made(change, mark)
        picture = canvas_picture(its, view, language, scale, (1200, 620), RULER).picture

        assert signs(picture) == expected(mark)
        assert change_word(change, language) in words(picture)


@pytest.mark.parametrize("change, mark", CASES)
def test_the_panel_says_the_change_and_shows_no_sign_but_the_mark(
    change: Change, mark: Mark
) -> None:
    for opened in ("", "ability:reasoning"):
        page = panel(made(change, mark), exploring(select="b", open=opened)).body

        assert page is not None
        assert signs(page) == expected(mark)
        assert change_word(change, "en") in flat(page)


@pytest.mark.parametrize("change, mark", CASES)
def test_the_chart_in_the_panel_shows_the_mark_or_the_word_at_every_width(
    change: Change, mark: Mark
) -> None:
    for width in (340.0, 700.0):
        chart = chart_picture(made(change, mark), "en", B, REASONING, width, RULER)
        (cell,) = [it for it in chart.cells if it.model == B and it.ability == REASONING]

        assert signs(chart.picture) == expected(mark)
        assert (change_word(change, "en") in words(chart.picture)) is not bool(mark)
        assert cell.marked
        assert change_word(change, "en") in cell.says
        assert mark_text(mark) in cell.says


@pytest.mark.parametrize("change, mark", CASES)
def test_the_shape_of_a_glyph_never_speaks_against_its_mark(change: Change, mark: Mark) -> None:
    frame = fate_glyph(change, 0, 0, 24, mark=mark)[0]
    if not mark or not isinstance(frame, Box):
        return
    is_round = frame.radius > frame.width / 3

    assert is_round is mark.startswith("+")


def test_a_word_that_is_wider_than_its_cell_is_smaller() -> None:
    slide = MatrixSlide(abilities=(REASONING,), models=(B,))
    picture = matrix_picture(made("strengthened", ""), slide, "en", 150, 300, 720, RULER)
    (word,) = [it for it in picture.shapes if isinstance(it, TextLine) and it.id == "fate-word"]

    assert word.x + word.width / 2 <= 150


def test_what_is_left_out_at_a_station_is_no_sign() -> None:
    from several import pictured, texts

    said = texts(pictured("cause"), "llama2-chat:callout")

    assert "and 2 more" in " ".join(said)
    assert "另2项" in "".join(texts(pictured("cause", "zh"), "llama2-chat:callout"))
