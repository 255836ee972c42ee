"""A deck that is far too large, or that leads out of its folder, is refused soon and in words."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

import pytest
from decks import deck_text

from explainer.cli import main
from explainer.deck import check_deck, examine
from explainer.deck.ancestry import Descent
from explainer.deck.load import check_texts
from explainer.deck.nearest import nearest
from explainer.errors import Problem

Captured = pytest.CaptureFixture[str]
SOON = 5.0
"""Seconds of this process that no check takes, even on a slow machine."""
MB = 1024 * 1024


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [it.code for it in problems]


def checked(text: str) -> list[str]:
    """Return the codes of what is wrong with a deck of one file, and see that it came soon."""
    began = time.process_time()
    problems = check_texts({"deck.yaml": text}, "deck")[1]
    assert time.process_time() - began < SOON
    return codes(problems)


@pytest.mark.parametrize("piece", ["{},"])
def test_millions_of_values_are_too_many(piece: str) -> None:
    assert checked("models: [" + piece * (4 * MB // len(piece) - 10) + "]\n") == ["E131"]


def test_values_of_all_files_are_counted_together() -> None:
    texts = {f"{at}.yaml": "a: [" + "1," * 110_000 + "]\n" for at in range(3)}

    found = check_texts(texts, "deck")[1]

    assert [(it.file, it.code) for it in found if it.code == "E131"] == [("2.yaml", "E131")]


def test_thousands_of_wrong_ids_end_soon() -> None:
    line = ", ".join(f"m{at} > m{at + 1}" for at in range(500))
    wrong = "".join(
        f"  - {{model: mm{at}, ability: reasoning, change: gained, certainty: likely}}\n"
        for at in range(9_000)
    )

    assert set(checked(deck_text(line, f"fates:\n{wrong}"))) == {"E128", "E301"}


def test_the_nearest_of_very_many_words_is_found_all_the_same() -> None:
    many = tuple(f"model-{at}" for at in range(30_000))

    began = time.process_time()
    assert nearest("modle-12345", many) == "model-12345"
    assert nearest("mdel-777", many) == "model-777"
    for at in range(200):
        nearest(f"wrong-{at}", many)
    assert time.process_time() - began < SOON


def test_thousands_of_paths_through_thousands_of_models_end_soon() -> None:
    chain = [(f"m{at}", f"m{at + 1}") for at in range(3_000)]

    began = time.process_time()
    descent = Descent(chain)
    for at in range(3_000):
        assert descent.reaches("m0", f"m{at}")
        assert not descent.reaches(f"m{at + 1}", f"m{at}")
    assert time.process_time() - began < SOON


def test_in_a_circle_no_path_is_missing() -> None:
    assert Descent([("a", "b"), ("b", "a"), ("b", "c")]).reaches("c", "a")


def test_thousands_of_terms_that_begin_alike_end_soon() -> None:
    terms = "".join(
        f"  - {{id: t{at}, name: {{en: a b c d e f {at}, zh: 甲乙丙丁戊己{at}}},"
        " definition: {en: x, zh: 甲}}\n"
        for at in range(2_000)
    )
    said = "{text: {en: 'a b c d e f g', zh: 甲乙丙丁戊己}}," * 2_000
    text = deck_text("a > b").replace("terms:\n", f"terms:\n{terms}", 1)

    assert "W612" in checked(text.replace("narration: [", f"narration: [{said}", 1))


@pytest.mark.parametrize(
    "right, wrong",
    [
        pytest.param("{en: A tiny deck,", "{en: A tiny deck" + "x" * (3 * MB) + ",", id="a title"),
        pytest.param("{en: Lecture,", "{en: " + "x" * 301 + ",", id="a name"),
        pytest.param(
            "view: {select: a,",
            "slide: {callouts: {a: {en: " + "x" * 121 + ", zh: 甲}}}, view: {select: a,",
            id="a callout",
        ),
        pytest.param(
            "child: b, parent: a,",
            "child: b, parent: a, label: {en: " + "x" * 61 + ", zh: 甲},",
            id="a label",
        ),
        pytest.param("at: here", "at: " + "x" * 501, id="a place"),
        pytest.param("{id: C1, ", "{id: " + "C" * 81 + ", ", id="an id"),
        pytest.param("lit: [a]", "lit: [a, " + "x" * 501 + "]", id="a word of a view"),
    ],
)
def test_a_text_that_nobody_would_write_is_refused_at_its_place(right: str, wrong: str) -> None:
    text = deck_text("a > b").replace("source: paper}", "source: paper, at: here}", 1)
    assert right in text

    problems = check_texts({"deck.yaml": text.replace(right, wrong, 1)}, "deck")[1]

    (long,) = [it for it in problems if it.code == "E223"]
    assert long.line > 1
    assert long.column > 1


def test_a_text_as_long_as_it_may_be_is_read() -> None:
    notes = "n" * 2_000
    text = deck_text("a > b").replace("{en: Ask.", "{en: " + notes, 1)

    assert checked(text) == []
    assert checked(text.replace(notes, f"{notes}n")) == ["E223"]


def test_all_files_together_have_a_limit(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(deck_text("a > b"), encoding="utf-8")
    for at in range(3):
        (tmp_path / f"{at}.yaml").write_bytes(b"#" + b"x" * (3 * MB))

    assert [(it.file, it.code) for it in check_deck(tmp_path)[1]] == [("2.yaml", "E129")]


def test_too_many_numbers_are_refused_at_their_line() -> None:
    head = "id,subject,model,measure,setting,value,unit,source,at,note\n"
    rows = "".join(f"N{at},a,a,m,,1,%,paper,p,\n" for at in range(20_001))

    found = check_texts({"deck.yaml": deck_text("a > b"), "data/n.csv": head + rows}, "deck")[1]

    assert [(it.code, it.line) for it in found if it.code == "E132"] == [("E132", 20_002)]


# --- links, pipes and closed folders


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a sound deck."""
    deck = tmp_path / "deck"
    deck.mkdir()
    (deck / "deck.yaml").write_text(deck_text("a > b"), encoding="utf-8")
    return deck


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
@pytest.mark.parametrize("name", ["loop", "loop.yaml", "data", "inner"])
def test_a_link_in_a_circle_is_named(folder: Path, name: str, capsys: Captured) -> None:
    (folder / name).symlink_to(name)

    assert [(it.file, it.code) for it in check_deck(folder)[1]] == [(name, "E125")]
    assert [it.code for it in examine(folder).problems] == ["E125"]
    assert main(["check", str(folder), "--lang", "en"]) == 1
    assert f"{name} E125" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_of_two_folders_into_each_other_are_named(folder: Path) -> None:
    (folder / "one").mkdir()
    (folder / "two").mkdir()
    (folder / "one" / "next").symlink_to(folder / "two")
    (folder / "two" / "next").symlink_to(folder / "one")

    found = [(it.file, it.code) for it in check_deck(folder)[1]]

    assert found == [("one/next", "E125"), ("two/next", "E125")]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows closes folders otherwise")
def test_what_nobody_may_look_at_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (folder / "shut").symlink_to("/root/there/in")
    really = os.DirEntry.is_dir
    if os.geteuid() == 0:  # nothing is closed to root

        def stat(place: Path, **_: object) -> os.stat_result:
            raise PermissionError(13, "Permission denied", str(place))

        assert callable(really)
        monkeypatch.setattr(Path, "stat", stat)
        assert codes(check_deck(folder)[1]) == ["E127"]
        assert main(["check", str(folder), "--lang", "en"]) == 2
        assert "Permission denied" in capsys.readouterr().err
        return
    assert [(it.file, it.code) for it in check_deck(folder)[1]] == [("shut", "E125")]


@pytest.mark.parametrize("words", [["check"], [], ["export", "--out", "x"]])
def test_a_deck_whose_name_is_too_long_is_a_wrong_argument(
    words: list[str], capsys: Captured
) -> None:
    assert main([*words, "x" * 300]) == 2

    assert "xxx" in capsys.readouterr().err


def test_a_place_with_a_name_that_is_too_long_is_told_in_the_window_too() -> None:
    assert codes(examine(Path("x" * 300)).problems) == ["E127"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_pipes_and_sockets_are_never_waited_for(folder: Path) -> None:
    (folder / "data").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    os.mkfifo(folder / "data" / "numbers.csv")
    os.mkfifo(folder / "notes")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(folder)  # the name of a socket is short
        try:
            server.bind("socket.yaml")
        finally:
            os.chdir(here)

        found = [(it.file, it.code) for it in check_deck(folder)[1]]

    names = ("data/numbers.csv", "pipe.yaml", "socket.yaml")
    assert found == [(name, "E126") for name in names]
    assert codes(check_deck(folder / "pipe.yaml")[1]) == ["E126"]
