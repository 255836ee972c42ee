"""A label of a chart names what its number was measured on, in the digits of its source."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from contents import checked, steps_of, texts

from explainer.deck import Deck
from explainer.schema import (
    LANGUAGES,
    ChartId,
    Language,
    Number,
    NumberId,
    Point,
    QuestionSlide,
    Text,
)

DECK: Deck = checked()[0]
STEPS = {f"{stage.id}/{step.id}": step for stage, step in steps_of(DECK)}


@pytest.mark.parametrize("chart", [*DECK.charts])
def test_every_label_names_the_variant_of_its_row(chart: ChartId) -> None:
    its = DECK.charts[chart]
    for point in its.points:
        for place, number in enumerate(_numbers(point)):
            series = its.series[place] if its.series else None
            for language in LANGUAGES:
                label = _label(point, series, language)
                about = f"{label} {its.name.en} {its.setting.en}"
                for word in _variant(number.subject, language):
                    assert _names(about, word), (point.numbers[place], word, label)


@pytest.mark.parametrize("chart", [*DECK.charts])
def test_a_point_of_a_model_has_that_models_numbers(chart: ChartId) -> None:
    for point in DECK.charts[chart].points:
        if point.model and not point.stand_in:
            assert {it.model for it in _numbers(point)} <= {point.model}, point


def test_gpt_3_is_compared_with_t5_as_it_was_measured() -> None:
    chart = DECK.charts[ChartId("davinci-and-t5")]

    assert chart.series[1].en.startswith("T5-11B+SSM")
    assert chart.series[1].zh.startswith("T5-11B+SSM")


def test_numbers_of_one_table_have_equally_many_digits_after_the_point() -> None:
    tables = defaultdict(set)
    for it in DECK.numbers.values():
        key = (it.source, it.at, it.measure, it.setting, it.unit)
        tables[key].add(len(it.value.partition(".")[2]))
    unequal = {(key[0], key[2]) for key, places in tables.items() if len(places) > 1}

    # Printed so: "3,640", "60", "4.9" in a sentence; sizes "175", "13.0"; epochs "0.44", "2.9".
    assert unequal == {
        ("ouyang2022instructgpt", "training compute"),
        ("ouyang2022instructgpt", "parameters"),
        ("brown2020gpt3", "parameters"),
        ("brown2020gpt3", "times seen in training"),
    }


def test_what_an_abstract_prints_is_not_called_rounded() -> None:
    note = DECK.numbers[NumberId("chen-humaneval-pass1-gpt-j-6b")].note

    assert note == "the abstract prints 11.4%"


def test_scores_on_drop_are_no_evidence_where_two_sources_do_not_compare() -> None:
    shown = {
        number for chart in DECK.charts.values() for it in chart.points for number in it.numbers
    }
    fathom = {it for it in DECK.numbers if it.startswith("fathom-drop")}
    spoken = [it.en for step in STEPS.values() for it in texts([step]) if "DROP" in it.en]
    warned = DECK.charts[ChartId("alignment-tax-drop")].cannot_show

    assert fathom
    assert not shown & fathom
    assert spoken == []
    assert "2.5" in warned.en
    assert "2.5" in warned.zh
    assert "drop-scores" in DECK.discrepancies


def test_the_right_share_is_not_the_only_one_without_about() -> None:
    slide = STEPS["injected/share"].slide

    assert isinstance(slide, QuestionSlide)
    assert [it.zh for it in slide.options] == ["40%", "4%", "0.4%"]
    assert not any("About" in it.en for it in slide.options)


def _numbers(point: Point) -> list[Number]:
    return [DECK.numbers[it] for it in point.numbers]


def _label(point: Point, series: Text | None, language: Language) -> str:
    """Return all that names a number: its row, its series, the names of its model."""
    model = DECK.models.get(point.model) or DECK.counterparts.get(point.model)
    own = (model.name, *model.also) if model and (not point.name or point.stand_in) else ()
    named = [it.of(language) for it in (point.name, series) if it]
    return " ".join((*named, *own))


def _variant(subject: str, language: Language) -> list[str]:
    """Return the words of a subject that tell it from others of its name."""
    words = [it for it in re.split(r"[\s()]+", subject) if re.search(r"[0-9+]|-adapted|-ptx", it)]
    # Sizes are written out in Chinese labels.
    return [it for it in words if language == "en" or not re.fullmatch(r"[0-9.]+[MB]", it)]


def _names(label: str, word: str) -> bool:
    size = re.fullmatch(r"([0-9.]+)B", word)
    spelt = f"{size[1]} billion" if size else word
    mixed = ("PPO with pretraining mixed in", "PPO，混入预训练目标") if word == "PPO-ptx" else ()
    return any(it.lower() in label.lower() for it in (word, spelt, *mixed))
