"""`explainer export` from the command line to the files: streams, exit codes, interruption."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pngs import read_png

from explainer.cli import main
from explainer.deck import load_embedded

Captured = pytest.CaptureFixture[str]
SMALL = ["--size", "320x240"]


@pytest.fixture(autouse=True)
def english_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


def exported(*words: str) -> int:
    return main(["export", *SMALL, *words])


def test_stdout_has_one_path_a_line_and_nothing_else(tmp_path: Path, capsys: Captured) -> None:

    assert exported("--out", str(tmp_path)) == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(load_embedded().stages)
    assert lines == sorted(map(str, tmp_path.glob("*.png")))


def test_how_many_is_said_before_and_compared_after(tmp_path: Path, capsys: Captured) -> None:
    exported("--out", str(tmp_path), "--slides", "1-3")

    assert capsys.readouterr().err.splitlines() == [
        f"Pictures to write into {tmp_path}: 3.",
        "All pictures written: 3.",
    ]


def test_quiet_says_nothing_on_stderr(tmp_path: Path, capsys: Captured) -> None:
    exported("--out", str(tmp_path), "--slides", "1", "-q")

    captured = capsys.readouterr()
    assert captured.err == ""
    assert captured.out == f"{tmp_path / '01-surprise.png'}\n"


def test_slides_speak_the_systems_language_unless_another_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported("--out", str(tmp_path / "en"), "--slides", "1")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    exported("--out", str(tmp_path / "zh"), "--slides", "1")

    for language in ("en", "zh"):
        (path,) = (tmp_path / language).iterdir()
        assert read_png(path.read_bytes()).texts["Language"] == language


def test_all_languages_and_themes_are_four_files_a_slide(tmp_path: Path) -> None:

    assert exported("--out", str(tmp_path), "--slides", "1", "--lang", "all", "--theme", "all") == 0

    assert sorted(it.name for it in tmp_path.glob("*.png")) == [
        "01-surprise.en.dark.png",
        "01-surprise.en.light.png",
        "01-surprise.zh.dark.png",
        "01-surprise.zh.light.png",
    ]


def test_a_second_export_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    exported("--out", str(tmp_path), "--slides", "1")
    (path,) = tmp_path.glob("*.png")
    path.write_text("mine")

    assert exported("--out", str(tmp_path), "--slides", "1-3") == 3

    assert path.read_text() == "mine"
    assert list(tmp_path.glob("*.png")) == [path]


def test_force_replaces_exactly_these_names(tmp_path: Path) -> None:
    (tmp_path / "01-surprise.png").write_text("old")
    (tmp_path / "01-other.png").write_text("mine")

    assert exported("--out", str(tmp_path), "--slides", "1", "--force") == 0

    assert read_png((tmp_path / "01-surprise.png").read_bytes()).width == 320
    assert (tmp_path / "01-other.png").read_text() == "mine"


def test_a_picture_that_cannot_be_written_is_named_and_the_rest_is_there(
    tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "01-surprise.png").mkdir()

    assert exported("--out", str(tmp_path), "--slides", "1-3", "--force") == 5

    captured = capsys.readouterr()
    assert f"Not written: {tmp_path / '01-surprise.png'}: Is a directory." in captured.err
    assert "Written: 2 of 3 pictures." in captured.err
    assert len(captured.out.splitlines()) == 2


def test_where_nothing_could_be_written_the_exit_code_says_so(tmp_path: Path) -> None:
    (tmp_path / "01-surprise.png").mkdir()

    assert exported("--out", str(tmp_path), "--slides", "1", "--force") == 4


def test_one_step_goes_into_the_file_that_is_named(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "new" / "one step.PNG"

    assert exported("--slides", "reasoning/who-can", "--out", str(file)) == 0

    assert capsys.readouterr().out == f"{file}\n"
    assert read_png(file.read_bytes()).texts["Step"] == "reasoning/who-can"
    assert [*tmp_path.rglob("*.[pP][nN][gG]")] == [file]


def test_the_file_that_is_named_is_replaced_only_with_force(tmp_path: Path) -> None:
    file = tmp_path / "x.png"
    file.write_text("mine")
    words = ("--slides", "reasoning/who-can", "--out", str(file))

    assert exported(*words) == 3
    assert file.read_text() == "mine"
    assert exported(*words, "--force") == 0
    assert read_png(file.read_bytes()).width == 320


def test_a_folder_may_be_named_like_a_picture(tmp_path: Path) -> None:
    folder = tmp_path / "x.png"
    folder.mkdir()

    assert exported("--slides", "1-2", "--out", str(folder)) == 0
    assert exported("--slides", "1-2", "--out", f"{tmp_path / 'y.png'}/") == 0

    assert len(list(folder.iterdir())) == len(list((tmp_path / "y.png").iterdir())) == 2


def test_an_export_goes_on_where_it_was_interrupted(tmp_path: Path, capsys: Captured) -> None:
    words = ("--slides", "1-4", "--out", str(tmp_path))
    exported(*words)
    first, second, third, fourth = sorted(tmp_path.glob("*.png"))
    whole = {it: it.read_bytes() for it in (first, second, third, fourth)}
    second.write_bytes(whole[second][:-20])
    third.unlink()
    first_written = first.stat().st_mtime_ns
    capsys.readouterr()

    assert exported(*words, "--skip-existing") == 0

    captured = capsys.readouterr()
    assert captured.out == f"{second}\n{third}\n"
    assert "there already and stay: 2." in captured.err
    assert {it: it.read_bytes() for it in whole} == whole
    assert first.stat().st_mtime_ns == first_written


def test_where_all_is_there_an_export_that_goes_on_writes_nothing(
    tmp_path: Path, capsys: Captured
) -> None:
    words = ("--slides", "1-2", "--out", str(tmp_path))
    exported(*words)
    capsys.readouterr()

    assert exported(*words, "--skip-existing") == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("other", [("--lang", "zh"), ("--theme", "dark"), ("--size", "400x300")])
def test_a_picture_of_something_else_is_neither_kept_for_it_nor_replaced(
    other: tuple[str, ...], tmp_path: Path, capsys: Captured
) -> None:
    exported("--slides", "1", "--out", str(tmp_path))
    (path,) = tmp_path.glob("*.png")
    before = path.read_bytes()

    assert exported("--slides", "1-2", *other, "--out", str(tmp_path), "--skip-existing") == 3

    assert "other pictures have these names (1)" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*.png")) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts as Unix does")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_it_leaves_only_whole_files(tmp_path: Path, number: signal.Signals) -> None:
    out = tmp_path / "out"
    words = ["export", "--out", str(out), "--steps", "all", "--lang", "all", "--theme", "all"]
    with subprocess.Popen(
        [sys.executable, "-m", "explainer", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout
        assert running.stdout.readline().startswith(str(out))
        running.send_signal(number)
        rest, errors = running.communicate()

    assert running.returncode == 130
    assert "Interrupted:" in errors
    found = sorted(out.iterdir())
    assert len(found) == len(rest.splitlines()) + 1
    for path in found:
        assert path.suffix == ".png"
        read_png(path.read_bytes())


def test_a_reader_that_goes_away_does_not_stop_the_writing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "explainer", "export", *SMALL, "--out", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        running.stdout.close()
        assert running.wait() == 0

    assert len(list(tmp_path.glob("*.png"))) == len(load_embedded().stages)
