"""A deck's folder becomes a `Deck`: what is read, in which order, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from decks import deck, deck_folder, deck_from_text, deck_text

from explainer.deck import EMBEDDED, Deck, check_deck, load_deck, load_embedded
from explainer.errors import DeckError
from explainer.schema import MapSlide, ModelId, StageId, View


def codes(place: Path) -> list[str]:
    """Return the codes of all problems of the deck in `place`."""
    return [problem.code for problem in check_deck(place)[1]]


def test_a_tiny_deck_has_no_problems(tmp_path: Path) -> None:
    text = deck_text("davinci > codex, davinci +instruction> instruct, codex > merged, ? > old")

    assert check_deck(deck_folder(tmp_path, text))[1] == ()


def test_a_deck_in_a_line_has_its_models_methods_and_dates() -> None:
    found = deck("davinci > codex, codex +rlhf> chat@2022-11, ? +code> other")

    assert {it.id: it.date for it in found.models.values()} == {
        "davinci": "2020-01",
        "codex": "2021-01",
        "chat": "2022-11",
        "other": "2021-01",
    }
    assert [(it.parent, it.method, it.child) for it in found.derivations] == [
        ("davinci", "", "codex"),
        ("codex", "rlhf", "chat"),
        ("", "code", "other"),
    ]
    assert found.models[ModelId("davinci")].begins == ("pretraining",)


def test_the_embedded_deck_has_no_errors() -> None:
    found, problems = check_deck(EMBEDDED)

    assert found is not None, "\n".join(map(str, problems))
    assert [it.id for it in load_embedded().stages.values()] == [*found.stages]


def test_a_single_file_is_a_deck(tmp_path: Path) -> None:
    deck_folder(tmp_path, deck_text("davinci"))

    assert [*load_deck(tmp_path / "deck.yaml").models] == ["davinci"]


def test_sections_of_all_files_join_in_the_order_of_their_paths(tmp_path: Path) -> None:
    deck_folder(tmp_path, deck_text("davinci"))
    (tmp_path / "story").mkdir()
    for name in ("b", "a"):
        (tmp_path / "story" / f"{name}.yaml").write_text(_stage(name), "utf-8")
    (tmp_path / "another.yaml").write_text(_stage("first"), "utf-8")

    assert [*load_deck(tmp_path).stages] == ["first", "lecture", "a", "b"]


def test_hidden_files_and_other_kinds_of_files_are_not_read(tmp_path: Path) -> None:
    deck_folder(tmp_path, deck_text("davinci"))
    (tmp_path / ".draft.yaml").write_text("{", "utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.yaml").write_text("{", "utf-8")
    (tmp_path / "numbers.csv").write_bytes(b"\xff")

    assert codes(tmp_path) == []


def test_a_file_that_nearly_has_the_right_ending_is_a_warning(tmp_path: Path) -> None:
    deck_folder(tmp_path, deck_text("davinci"))
    (tmp_path / "models.yml").write_text("models: []", "utf-8")

    found, problems = check_deck(tmp_path)

    assert [str(problem) for problem in problems] == [
        "models.yml W101: this file is not read; the names of a deck's files end in .yaml"
    ]
    assert isinstance(found, Deck)


def test_a_slide_without_a_kind_is_a_map() -> None:
    text = deck_text("davinci").replace(
        "- {id: davinci, view",
        "- {id: davinci, slide: {callouts: {davinci: {en: Here, zh: 这里}}}, view",
    )

    slide = deck_from_text(text).stages[StageId("lecture")].steps[0].slide

    assert isinstance(slide, MapSlide)
    assert [*slide.callouts] == ["davinci"]


def test_all_scalars_are_text_until_the_schema_says_otherwise() -> None:
    text = deck_text("davinci@2020, no").replace("authors: [Nobody]", "authors: [no, 007, ~]")

    found = deck_from_text(text.replace("lit: [no]}", "camera: {x: 0.25, zoom: 2}}"))

    assert found.authors == ("no", "007", "~")
    assert found.models[ModelId("davinci")].date == "2020"
    camera = found.stages[StageId("lecture")].steps[1].view.camera
    assert camera is not None
    assert (camera.x, camera.y, camera.zoom) == (0.25, 0.5, 2.0)


def test_an_absent_key_of_a_view_is_its_default() -> None:
    text = deck_text("davinci").replace("view: {select: davinci, lit: [davinci]}, ", "")

    assert deck_from_text(text).stages[StageId("lecture")].steps[0].view == View()


def test_fates_are_found_by_model() -> None:
    more = (
        "fates:\n"
        "  - {model: davinci, ability: reasoning, change: absent, certainty: stated}\n"
        "  - {model: codex, ability: reasoning, change: gained, mark: ++, certainty: likely}\n"
    )

    found = deck("davinci > codex", more)

    assert [it.mark for it in found.fates_of[ModelId("codex")]] == ["++"]


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    assert codes(tmp_path / "nowhere") == ["E122"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["E123"]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("licence: secret", "utf-8")
    folder = tmp_path / "deck"
    folder.mkdir()
    deck_folder(folder, deck_text("davinci"))
    (folder / "more.yaml").symlink_to(secret)
    (folder / "all").symlink_to(tmp_path)

    assert [str(problem) for problem in check_deck(folder)[1]] == [
        "all E125: this is a link, and links are not followed; put the file itself here",
        "more.yaml E125: this is a link, and links are not followed; put the file itself here",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_under_a_file_name_does_not_keep_the_reader_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "deck.yaml")

    assert codes(tmp_path) == ["E126"]


def test_a_file_of_five_megabytes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_bytes(b"# " + b"x" * 5_000_000)

    assert codes(tmp_path) == ["E109"]


def test_far_too_many_files_are_refused(tmp_path: Path) -> None:
    for number in range(600):
        (tmp_path / f"{number}.yaml").touch()

    assert codes(tmp_path) == ["E124"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_100000_levels_are_a_message(tmp_path: Path, opening: str) -> None:
    (tmp_path / "deck.yaml").write_text(opening * 100_000, "utf-8")

    assert codes(tmp_path) == ["E103"]


def test_a_python_tag_is_not_run(tmp_path: Path) -> None:
    touched = tmp_path / "touched"
    (tmp_path / "deck.yaml").write_text(
        f"id: !!python/object/apply:pathlib.Path.touch [{touched}]", "utf-8"
    )

    assert codes(tmp_path) == ["E105"]
    assert not touched.exists()


def test_a_byte_order_mark_and_windows_line_ends_are_no_problem(tmp_path: Path) -> None:
    text = deck_text("davinci").replace("\n", "\r\n")
    (tmp_path / "deck.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode())

    assert codes(tmp_path) == []


def test_problems_of_several_files_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    deck_folder(tmp_path, deck_text("davinci").replace("source: paper", "source: papers"))
    (tmp_path / "a.yaml").write_text("licenc: MIT\nlicence: MIT\nterm: []\n", "utf-8")

    with pytest.raises(DeckError) as caught:
        load_deck(tmp_path)

    places = [(it.file, it.line, it.column) for it in caught.value.problems]
    assert places == [
        ("a.yaml", 1, 1),
        ("a.yaml", 3, 1),
        ("deck.yaml", 5, 9),
        ("deck.yaml", 14, 87),
    ]


def test_of_thousands_of_problems_the_first_are_listed(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text("models:\n" + "  - {idd: davinci}\n" * 20_000, "utf-8")

    found, problems = check_deck(tmp_path)

    assert found is None
    assert len(problems) < 1100
    assert problems[0].code == "E202"
    assert "E128" in {problem.code for problem in problems}


def _stage(name: str) -> str:
    return (
        f"stages: [{{id: {name}, name: {{en: Name, zh: 名}}, headline: {{en: Head, zh: 标题}},"
        f" takeaway: {{en: Take, zh: 要点}}, steps: [{{id: only}}]}}]\n"
    )
