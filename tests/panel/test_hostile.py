"""A deck whose every name is as long as it may get: nothing leaves its box or meets another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from decks import deck_from_text, deck_text
from panels import RULER, every_state, exploring, lines, shown, telling

from explainer.deck import Deck
from explainer.panel import panel_chart
from explainer.picture import Picture, TextLine, line_width
from explainer.schema import LANGUAGES, Language, StepId
from explainer.state import State

NARROWEST = 380.0
HAN = 13
"""Chinese letters that a line of the narrowest panel has room for, at least."""
SMALL = "small-model"
LONG = "an-exceptionally-long-winded-model-name-004-preview"
WORD = "Counterintelligenceassessments"
HAN_NAME = "非常冗长而且没有任何必要的能力名称"
MORE = f"""\
fates:
  - {{model: {SMALL}, ability: reasoning, change: gained, mark: ++, cause: code, certainty: likely,
     claims: [C1]}}
  - {{model: {LONG}, ability: reasoning, change: lost, mark: --, cause: rlhf,
     certainty: conjectured, claims: [C1]}}
"""


@pytest.fixture(scope="module")
def hostile() -> Deck:
    text = deck_text(f"{SMALL} +code> {LONG}", MORE)
    for old, new in (
        ("en: Reasoning, zh: 推理", f"en: {WORD} and reasoning, zh: {HAN_NAME}"),
        (
            "en: Training on code, zh: 代码训练",
            f"en: {WORD} by training, zh: 逐行通读全部公开代码的训练",
        ),
        ("en: Code, zh: 代码", f"en: {WORD}, zh: 全部公开代码训练"),
        (
            "en: Paper 2022, zh: 论文2022",
            f"en: {WORD} et al. 2022, zh: 姓名很长的作者们所著论文2022",
        ),
        ("en: Chain of thought, zh: 思维链", f"en: {WORD} of thought, zh: {HAN_NAME}"),
        ("en: A model, zh: 模型", f"en: {WORD} of a model, zh: 一种说明文字特别冗长的模型"),
        (
            "en: It is so., zh: 确是如此。",
            f"en: {WORD} say it is so., zh: {HAN_NAME}确是如此。",
        ),
        ("en: Lecture, zh: 讲课", f"en: {WORD}, zh: 一堂名称很长的讲课"),
    ):
        assert old in text, old
        text = text.replace(old, new)
    return deck_from_text(text)


def states(language: Language) -> Iterator[State]:
    first = StepId(f"lecture/{SMALL}")
    for name in (SMALL, LONG):
        yield telling(f"lecture/{name}", language)
        for card in ("", "ability:reasoning", "claim:C1", "source:paper", "term:cot"):
            yield State(
                step=first,
                mode="explore",
                away=exploring(select=name, open=card).away,
                language=language,
            )


@pytest.mark.parametrize("width", [NARROWEST, 560.0, 760.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_leave_the_panel(hostile: Deck, language: Language, width: float) -> None:
    for state in states(language):
        panel = shown(hostile, state, width)
        for picture in (panel.body, panel.foot):
            for line, (left, _, right, _) in boxes(picture):
                assert left >= panel.padding - 1, line
                assert right <= width - panel.padding + 1, line


@pytest.mark.parametrize("width", [NARROWEST, 560.0, 760.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_stand_on_others(hostile: Deck, language: Language, width: float) -> None:
    for state in states(language):
        panel = shown(hostile, state, width)
        for picture in (panel.body, panel.foot):
            taken: list[tuple[TextLine, tuple[float, float, float, float]]] = []
            for line, box in boxes(picture):
                for other, its in taken:
                    apart = (
                        box[0] >= its[2] - 1
                        or box[2] <= its[0] + 1
                        or box[1] >= its[3]
                        or box[3] <= its[1]
                    )
                    assert apart, (line, other)
                taken.append((line, box))


@pytest.mark.parametrize("width", [NARROWEST, 560.0, 760.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_leave_the_chart(hostile: Deck, language: Language, width: float) -> None:
    for state in states(language):
        if state.mode == "explore":
            chart = panel_chart(hostile, state, width, RULER)
            for line, (left, _, right, _) in boxes(chart.picture):
                assert left >= -1, line
                assert right <= chart.picture.width + 1, line


def test_the_narrowest_panel_has_room_for_13_chinese_letters_in_a_line(embedded: Deck) -> None:
    for state in every_state(embedded, "zh"):
        panel = shown(embedded, state, NARROWEST)
        room = NARROWEST - 2 * panel.padding
        for picture in (panel.body, panel.foot):
            for line in lines(picture):
                assert HAN * line.size <= room, line


@pytest.fixture(scope="module")
def embedded() -> Deck:
    from explainer.deck import load_embedded

    return load_embedded()


def boxes(
    picture: Picture | None,
) -> Iterator[tuple[TextLine, tuple[float, float, float, float]]]:
    """Yield every line with its left, top, right and lower edge, px."""
    for line in lines(picture):
        long = line_width(RULER, line.spans, line.size)
        left = line.x - {"start": 0.0, "middle": long / 2, "end": long}[line.anchor]
        yield line, (left, line.y - 0.6 * line.size, left + long, line.y)
