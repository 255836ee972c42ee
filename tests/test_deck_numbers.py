"""The published numbers of a deck are read from `data/`, and each leads to its source."""

from __future__ import annotations

from pathlib import Path

import pytest
from decks import deck_folder, deck_text

from explainer.deck import Deck, check_deck
from explainer.errors import Problem

HEAD = "id,subject,model,measure,setting,value,unit,source,at,note"
ROW = "a-1,a,a,GSM8K,8-shot CoT,12.1,%,paper,Table 1,"

CHART = """\
charts:
  - id: c
    form: dots
    name: {en: It, zh: 它}
    unit: {en: percent, zh: 百分比}
    setting: {en: as is, zh: 照原样}
    source: paper
    series: []
    points: [{model: a, numbers: [a-1]}]
    cannot_show: {en: Nothing., zh: 没有。}
"""


def check(folder: Path, *lines: str, more: str = "") -> tuple[Deck | None, tuple[Problem, ...]]:
    """Return what is found in a deck whose numbers stand in `lines` under the usual head."""
    deck_folder(folder, deck_text("a > b", more))
    (folder / "data").mkdir()
    (folder / "data/numbers.csv").write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")
    return check_deck(folder)


def places(problems: tuple[Problem, ...]) -> list[tuple[str, str, str]]:
    return [(it.place, it.code, it.path) for it in problems if it.severity == "error"]


def test_a_line_is_a_number_found_by_its_id(tmp_path: Path) -> None:
    deck, _ = check(tmp_path, ROW, 'a-2,a,,MMLU,,1000,,paper,"§2, Table 3",as printed')
    assert deck is not None
    assert list(deck.numbers) == ["a-1", "a-2"]
    second = deck.numbers[list(deck.numbers)[1]]
    assert (second.value, second.at, second.model, second.note) == (
        "1000",
        "§2, Table 3",
        "",
        "as printed",
    )


def test_a_number_without_value_or_place_is_refused_with_its_line(tmp_path: Path) -> None:
    deck, problems = check(tmp_path, ROW, "a-2,a,a,MMLU,,,%,paper,,")
    assert deck is None
    assert places(problems) == [
        ("data/numbers.csv:3:1", "E202", "at"),
        ("data/numbers.csv:3:1", "E202", "value"),
    ]


def test_a_number_from_nowhere_or_of_nobody_is_refused(tmp_path: Path) -> None:
    _, problems = check(tmp_path, ROW.replace("paper", "papper").replace("a,a,", "a,z,"))
    assert places(problems) == [
        ("data/numbers.csv:2:1", "E301", "model"),
        ("data/numbers.csv:2:1", "E305", "source"),
    ]


def test_a_line_with_too_many_values_is_refused(tmp_path: Path) -> None:
    _, problems = check(tmp_path, ROW + ",more")
    assert places(problems) == [("data/numbers.csv:2:1", "E220", "")]


@pytest.mark.parametrize(
    "head, row, code, path",
    [
        pytest.param(HEAD.replace(",", ";"), ROW.replace(",", ";"), "E226", "", id="semicolons"),
        pytest.param(HEAD.replace(",", "\t"), ROW.replace(",", "\t"), "E226", "", id="tabs"),
        pytest.param(HEAD.replace(",", "，"), ROW, "E226", "", id="wide commas"),
        pytest.param(ROW, ROW, "E227", "", id="no first line"),
        pytest.param("", "", "E227", "", id="nothing"),
        pytest.param(HEAD.replace("measure", "mesure"), ROW, "E201", "mesure", id="misspelt"),
        pytest.param(HEAD.replace("note", "value"), ROW, "E107", "value", id="a column twice"),
    ],
)
def test_a_slip_in_the_first_line_is_one_problem(
    tmp_path: Path, head: str, row: str, code: str, path: str
) -> None:
    deck_folder(tmp_path, deck_text("a > b", CHART))
    (tmp_path / "data").mkdir()
    (tmp_path / "data/numbers.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")

    assert places(check_deck(tmp_path)[1]) == [("data/numbers.csv:1:1", code, path)]


@pytest.mark.parametrize("sign", ["\0", "\x1b[31m", "\x9b", "\x7f"])
def test_a_number_with_a_control_character_is_refused(tmp_path: Path, sign: str) -> None:
    _, problems = check(tmp_path, ROW + sign)

    assert places(problems) == [(f"data/numbers.csv:2:{len(ROW) + 1}", "E110", "")]


def test_an_id_stands_for_one_number_only(tmp_path: Path) -> None:
    _, problems = check(tmp_path, ROW, ROW)
    assert places(problems) == [("data/numbers.csv:3:1", "E310", "id")]


def test_a_chart_may_name_a_number_of_the_data(tmp_path: Path) -> None:
    chart = """\
charts:
  - id: c
    form: dots
    name: {en: It, zh: 它}
    unit: {en: percent, zh: 百分比}
    setting: {en: as is, zh: 照原样}
    source: paper
    points: [{model: a, numbers: [%s]}]
    cannot_show: {en: Why., zh: 原因。}
"""
    for name in ("good", "bad"):
        (tmp_path / name).mkdir()
    deck, _ = check(tmp_path / "good", ROW, more=chart % "a-1")
    assert deck is not None
    assert list(deck.charts) == ["c"]
    _, problems = check(tmp_path / "bad", ROW, more=chart % "a-9")
    assert [it.code for it in problems if it.severity == "error"] == ["E323"]


def test_counterparts_and_what_leads_to_them_stand_apart(tmp_path: Path) -> None:
    text = deck_text("a > b").replace(
        "derivations:",
        "  - {id: opt, name: OPT, date: 2022-05, counterpart: true, stands_for: [a],"
        " kind: {en: A model, zh: 模型}, summary: {en: It exists., zh: 它存在。}}\n"
        "derivations:\n"
        "  - {id: a-opt, child: opt, parent: a, kind: reproduction, certainty: stated}",
    )
    deck, problems = check_deck(deck_folder(tmp_path, text))
    assert deck is not None, problems
    assert (list(deck.models), list(deck.counterparts)) == (["a", "b"], ["opt"])
    assert [it.id for it in deck.derivations] == ["a-b"]
    assert [it.id for it in deck.counterpart_derivations] == ["a-opt"]
