"""One slip is one problem, and a problem hides none that can be found without it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from decks import deck_text
from slide_kinds import files

from explainer.deck import check_deck
from explainer.deck.load import check_texts

LINE = "a > b, b > c, a +code> d"
BRANCHED = deck_text(LINE).replace(
    "models:",
    "branches: [{id: old, name: {en: Old, zh: 旧}}]\nmodels:",
)
BRANCHED = BRANCHED.replace("lit: [c]", 'lit: ["path:a>c"]', 1)
BRANCHED = BRANCHED.replace("{id: a, ", "{id: a, branch: old, ", 1).replace(
    "{id: b, ", "{id: b, branch: old, ", 1
)
LONG = "word " * 20


def found(text: str, **more: str) -> list[str]:
    files = {"deck.yaml": text, **{f"{name}.yaml": it for name, it in more.items()}}
    return [str(it).partition(": ")[0] for it in check_texts(files, "deck")[1]]


def codes(text: str, **more: str) -> list[str]:
    return [it.split()[1] for it in found(text, **more)]


def test_the_decks_of_these_tests_are_sound() -> None:
    assert codes(BRANCHED) == codes(deck_text(LINE)) == []


@pytest.mark.parametrize(
    "right, wrong, code",
    [
        pytest.param("branches:", "branchs:", "E201", id="a section"),
        pytest.param("branches:", "zweige:", "E201", id="a section like no other"),
        pytest.param("models:", "modells:", "E201", id="the models"),
        pytest.param("stages:", "stage:", "E201", id="the stages"),
        pytest.param("claims:", "claim:", "E201", id="the claims"),
        pytest.param("derivations:", "derivation:", "E201", id="the derivations"),
        pytest.param("derivations:", "xyz:", "E201", id="the derivations, no more"),
        pytest.param("title:", "titel:", "E201", id="the title"),
        pytest.param("format: 1", "fromat: 1", "E201", id="the format"),
        pytest.param("{id: b, ", "{Id: b, ", "E201", id="a model's id"),
        pytest.param("{id: C1, ", "{idd: C1, ", "E201", id="a claim's id"),
        pytest.param("{id: b, branch: old, ", "{id: [b], branch: old, ", "E203", id="a list"),
        pytest.param("{id: b, branch", "{branch", "E202", id="a model without an id"),
        pytest.param("{id: C1, ", "{", "E202", id="a claim without an id"),
        pytest.param("{id: b, branch", "{id: My b, branch", "E212", id="no id for a model"),
        pytest.param("{id: C1, ", '{id: "", ', "E212", id="an empty id of a claim"),
        pytest.param("{id: C1, ", "{id: 论断, ", "E212", id="a Chinese id"),
        pytest.param("{id: old, name", "{id: old, nmae", "E201", id="a key of a branch"),
        pytest.param("kind: fact", "kind: fakt", "E208", id="a word of a claim"),
        pytest.param(
            "{en: A tiny deck, zh: 小讲稿}", "{en: A tiny deck}", "E401", id="one language"
        ),
        pytest.param("{en: A tiny deck, zh: 小讲稿}", "A tiny deck", "E210", id="no language"),
        pytest.param("format: 1", "format: one", "E206", id="no number"),
        pytest.param("{id: a, branch", "{id: a, date: x, branch", "E107", id="a key twice"),
    ],
)
def test_one_slip_is_one_problem(right: str, wrong: str, code: str) -> None:
    assert right in BRANCHED

    assert codes(BRANCHED.replace(right, wrong, 1)) == [code]


@pytest.mark.parametrize("name", ["claims.yml", "claims.YAML", "models.Yml"])
def test_a_file_that_is_not_read_for_its_ending_is_one_problem(tmp_path: Path, name: str) -> None:
    section = name.partition(".")[0]
    entries = f"{section}:" + BRANCHED.partition(f"\n{section}:")[2].partition("\n\n")[0]
    entries = re.split(r"\n(?=\w)", entries)[0]
    (tmp_path / "deck.yaml").write_text(BRANCHED.replace(entries, ""), encoding="utf-8")
    (tmp_path / name).write_text(entries, encoding="utf-8")

    assert [(it.code, it.file) for it in check_deck(tmp_path)[1]] == [("E142", name)]


@pytest.mark.parametrize("text", ["- a\n- b\n", "hello\n", "- models: []\n"])
def test_a_file_that_is_no_mapping_leaves_nothing_lacking(text: str) -> None:
    assert codes(text) == ["E205"]
    claims = "claims:" + BRANCHED.partition("claims:")[2].partition("\nstages:")[0]
    rest = BRANCHED.replace(claims, "")
    assert codes(rest, claims=claims) == []
    assert codes(rest, claims=text) == ["E205"]


def test_a_stage_that_is_given_twice_is_one_problem() -> None:
    stage = BRANCHED[BRANCHED.index("  - id: lecture") :].rstrip("\n")

    assert codes(f"{BRANCHED.rstrip()}\n{stage}\n") == ["E310"]
    assert codes(BRANCHED.replace("{id: c, view", "{id: b, view", 1)) == ["E310"]


@pytest.mark.parametrize(
    "right, wrong, code",
    [
        pytest.param("reveals: question", "reveals: qestion", "E701", id="an answer"),
        pytest.param("says: {code-davinci-002: ", "says: {code-davinci-02: ", "E301", id="words"),
        pytest.param("models: [code-davinci-002, ", "models: [davinci-02, ", "E301", id="models"),
    ],
)
def test_a_slip_on_a_slide_is_one_problem(right: str, wrong: str, code: str) -> None:
    name = next(name for name, text in files().items() if right in text)
    texts = {**files(), name: files()[name].replace(right, wrong, 1)}
    before = {str(it) for it in check_texts(files(), "deck")[1]}

    problems = [it for it in check_texts(texts, "deck")[1] if str(it) not in before]

    assert {it.code for it in problems if it.line} == {code}


def test_a_method_that_is_given_twice_is_not_one_too_many() -> None:
    method = BRANCHED[BRANCHED.index("  - {id: code") :].partition("\n")[0]

    assert codes(BRANCHED.replace(method, f"{method}\n{method}", 1)) == ["E310"]


def test_a_broken_date_makes_nothing_unknown() -> None:
    text = deck_text(LINE).replace("date: 2020-01", "date: yesterday", 1)

    assert codes(text) == ["E501"]


def test_a_derivation_that_does_not_fit_leaves_no_model_without_parents() -> None:
    text = deck_text(LINE).replace("child: c", "chidl: c", 1)

    assert codes(text) == ["E201"]


def test_a_parent_that_is_misspelt_is_one_problem_though_a_path_goes_through_it() -> None:
    text = deck_text(LINE).replace("parent: b", "parent: bb", 1)
    text = text.replace("lit: [c]", 'lit: ["path:a>c"]', 1)

    assert codes(text) == ["E301"]


def test_a_file_that_cannot_be_read_makes_nothing_unknown_or_missing() -> None:
    model = "models:\n  - {id: z, name: Z, date: 2024-01, kind: {en: [}\n"
    text = deck_text(LINE).replace("lit: [c]", "lit: [z]", 1)

    assert {it.split()[0].partition(":")[0] for it in found(text, more=model)} == {"more.yaml"}
    assert codes("stages: []\n", more=model) == ["E121"]


def test_a_file_in_another_encoding_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_bytes(deck_text(LINE).encode("utf-16"))

    assert [it.code for it in check_deck(tmp_path)[1]] == ["E101"]


def test_numbers_with_a_wrong_line_or_head_make_no_number_unknown() -> None:
    head = "id,subject,model,measure,setting,value,unit,source,at,note"
    charts = (
        "charts:\n  - {id: c, form: bars, name: {en: C, zh: 图}, source: paper,"
        " unit: {en: U, zh: 元}, setting: {en: S, zh: 设},"
        " cannot_show: {en: No., zh: 不。}, points: [{model: a, numbers: [N1]}]}\n"
    )

    def codes_with(table: str) -> list[str]:
        files = {"deck.yaml": deck_text(LINE, charts), "data/n.csv": table}
        return [it.code for it in check_texts(files, "deck")[1] if it.code != "E202"]

    assert "E323" in codes_with(f"{head}\n")
    assert "E323" not in codes_with(f"{head}\nN1,paper\n")
    assert "E323" not in codes_with(f"{head.replace('measure', 'mesure')}\nN1,,a,m,,1,%,paper,,\n")


@pytest.mark.parametrize(
    "right, wrong, code",
    [
        pytest.param("select: b,", "select: bb,", "E301", id="a reference"),
        pytest.param("{id: b, ", "{id: b, odd: 1, ", "E201", id="a key"),
        pytest.param("{id: b, view: {select: b", "{id: b, veiw: {select: b", "E201", id="a step"),
        pytest.param("short: {en: Paper 2022, zh: 论文2022}", "short: x", "E210", id="a text"),
    ],
)
def test_an_error_hides_no_headline_that_is_too_long(right: str, wrong: str, code: str) -> None:
    text = deck_text(LINE).replace("Every model has its step", LONG, 1)
    assert codes(text) == ["E601"]

    assert sorted(codes(text.replace(right, wrong, 1))) == sorted([code, "E601"])


def test_an_error_in_another_file_that_cannot_be_read_hides_no_headline_that_is_too_long() -> None:
    text = deck_text(LINE).replace("Every model has its step", LONG, 1)

    assert sorted(codes(text, more="terms: [a")) == ["E116", "E601"]


def test_a_child_older_than_its_parent_is_told_beside_a_wrong_reference() -> None:
    text = deck_text("a@2022-01 > b@2020-01").replace("select: b,", "select: bb,", 1)

    assert sorted(codes(text)) == ["E301", "W501"]
