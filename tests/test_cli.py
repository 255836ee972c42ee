"""The command line up to the point where something is painted: words, exit codes, messages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from decks import deck_folder, deck_text

from explainer import __version__
from explainer.cli import main
from explainer.cli.arguments import FLAGS, OPTIONS, Command, system_language
from explainer.cli.window import can_show
from explainer.deck import EMBEDDED, Deck, load_embedded
from explainer.schema import LANGUAGES, Language, ModelId, View
from explainer.strings import say

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def english_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.fixture
def broken_deck(tmp_path: Path) -> Path:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "deck.yaml").write_text("format: 1\nformat: 2\n", encoding="utf-8")
    return folder


def modules_after(*words: str) -> set[str]:
    """Return which modules a fresh interpreter has loaded after the command `words`."""
    code = f"import sys; from explainer.cli import main; main({list(words)!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["export", "--help"]])
def test_version_and_help_load_no_heavy_library(words: list[str]) -> None:

    assert not modules_after(*words) & {"PySide6", "pyqtgraph", "numpy", "networkx"}


def test_check_of_a_deck_with_errors_loads_no_qt(broken_deck: Path) -> None:

    assert not modules_after("check", str(broken_deck)) & {"PySide6", "pyqtgraph", "numpy"}


def test_check_loads_nothing_for_windows_and_charts(tmp_path: Path) -> None:
    deck_folder(tmp_path, deck_text("a > b"))

    assert not modules_after("check", str(tmp_path)) & {"PySide6.QtWidgets", "pyqtgraph", "numpy"}


def test_check_says_what_it_could_not_measure_without_qt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    folder = deck_folder(tmp_path, deck_text("a > b"))
    monkeypatch.setitem(sys.modules, "explainer.views.measuring", None)

    assert main(["check", str(folder), "--lang", "en"]) == 0

    assert capsys.readouterr().err == (
        "No problems.\n"
        "Not run: Words measured on slides, because Qt's libraries cannot be loaded.\n"
    )


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "explainer", "--version"], capture_output=True, text=True, check=True
    )

    assert done.stdout == f"explainer {__version__}\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", OPTIONS)
def test_help_names_every_option_in_both_languages(command: Command, language: Language) -> None:
    text = say(f"cli.help.{command}", language)

    for name in (*OPTIONS[command], *FLAGS[command], "help", "version"):
        assert f"--{name}" in text


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["export", "--help"], ["check", "-h"]])
def test_help_is_printed_on_stdout(words: list[str], capsys: Captured) -> None:

    assert main(words) == 0

    captured = capsys.readouterr()
    assert "usage: explainer" in captured.out
    assert captured.err == ""


def test_help_shows_a_view_with_single_braces(capsys: Captured) -> None:
    main(["--help"])

    assert "'{select: chatgpt}'" in capsys.readouterr().out


def test_help_speaks_the_language_that_is_asked_for(capsys: Captured) -> None:
    main(["--lang", "zh", "--help"])

    assert "用法" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words, said",
    [
        (["--loud"], "no option --loud"),
        (["one", "two"], "two is too much"),
        (["--lang", "fr"], "--lang cannot be fr; it can be: en, zh"),
        (["--theme", "blue"], "--theme cannot be blue; it can be: light, dark"),
        (["--start"], "--start needs a value"),
        (["--start", "99"], "no slide 99; the deck has 18"),
        (["--start", "0"], "no slide 0"),
        (["--start", "reasonin"], "did you mean reasoning?"),
        (["--start", "reasoning/who-cn"], "did you mean reasoning/who-can?"),
        (["--start", "?"], "no slide or step ?"),
        (["--view", "{select: chatgbt}"], "chatgpt"),
        (["--view", "{select"], "--view cannot be shown"),
        (["nowhere"], "no deck nowhere"),
        (["present", "--theme", "blue"], "--theme cannot be blue"),
        (["present", "--view", "{}"], "no option --view"),
        (["present", "--start", "8", "--resume"], "--start and --resume cannot"),
        (["--resume"], "no option --resume"),
        (["export"], "--out DIR must say"),
        (["export", "--out", ""], "--out DIR must say"),
        (["export", "--out", "x", "--size", "big"], "--size cannot be big"),
        (["export", "--out", "x", "--size", "319x240"], "from 320x240"),
        (["export", "--out", "x", "--size", "7681x4320"], "to 7680x4320"),
        (
            ["export", "--out", "x", "--lang", "en,fr"],
            "--lang cannot be fr; it can be: en, zh, all",
        ),
        (["export", "--out", "x", "--theme", ""], "--theme cannot be ;"),
        (["export", "--out", "x", "--steps", "some"], "it can be: last, all"),
        (["export", "--out", "x", "--slides", "1-99"], "no slide 1-99. The deck has 18"),
        (["export", "--out", "x", "--slides", "reasonin"], "did you mean reasoning?"),
        (["export", "--out", "x", "--slides", "1,reasoning/who-cn"], "mean reasoning/who-can?"),
        (["export", "--out", "x.png"], "--out x.png names one file, and 18 pictures are asked for"),
        (["export", "--out", "x.PNG", "--slides", "1", "--lang", "all"], "names one file, and 2"),
        (["export", "--out", "x.jpg", "--slides", "1"], "written as PNG only"),
        (["export", "--out", "x", "--force", "--skip-existing"], "only one of the two"),
        (["export", "--force=3", "--out", "x"], "not understood"),
        (["check", "--force"], "no option --force"),
    ],
)
def test_a_wrong_command_line_is_said_on_stderr(
    words: list[str],
    said: str,
    capsys: Captured,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(words) == 2

    captured = capsys.readouterr()
    assert said in captured.err
    assert "--help" in captured.err
    assert captured.out == ""
    assert not (tmp_path / "x").exists()


def test_a_wrong_command_line_is_said_in_chinese_on_a_chinese_system(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")

    assert main(["export", "--loud"]) == 2

    assert "没有--loud这个选项。" in capsys.readouterr().err


@pytest.mark.parametrize(
    "environment, language",
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "de_DE"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "C"}, "zh"),
    ],
)
def test_messages_follow_the_system(environment: dict[str, str], language: Language) -> None:

    assert system_language(environment) == language


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize(
    "environment, can",
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_window_needs_a_display(environment: dict[str, str], can: bool) -> None:  # noqa: FBT001

    assert can_show(environment) is can


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_program_says_what_can_be_done(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    assert main([]) == 4

    assert "explainer export" in capsys.readouterr().err


class FakeApp(ModuleType):
    """Stands in for the window: remembers what it was opened with."""

    def __init__(self) -> None:
        super().__init__("explainer.views.app")
        self.opened: dict[str, object] = {}

    def run(self, deck: Deck, **options: object) -> int:
        self.opened = {"deck": deck.id, **options}
        return 0


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> FakeApp:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    fake = FakeApp()
    monkeypatch.setitem(sys.modules, fake.__name__, fake)
    return fake


def test_without_arguments_the_embedded_deck_opens_where_it_was_left(window: FakeApp) -> None:

    assert main([]) == 0

    assert window.opened == {
        "deck": "gpt-to-chatgpt",
        "start": None,
        "view": None,
        "language": None,
        "theme": None,
        "hall_theme": None,
        "present": False,
        "place": EMBEDDED,
        "screen": "",
        "on_first_paint": None,
    }


@pytest.mark.parametrize(
    "words, name, value",
    [
        (["--start", "8"], "start", "reasoning/who-can"),
        (["--start", "08"], "start", "reasoning/who-can"),
        (["--start", "reasoning"], "start", "reasoning/who-can"),
        (["--start", "reasoning/suspects"], "start", "reasoning/suspects"),
        (["--view", "{select: chatgpt}"], "view", View(select=ModelId("chatgpt"))),
        (["--lang", "zh"], "language", "zh"),
        (["--theme", "dark"], "theme", "dark"),
        (["present"], "present", True),
        (["present"], "start", "surprise/title"),
        (["present", "--resume"], "start", None),
        (["present", "--start=8"], "start", "reasoning/who-can"),
        (["present", "--theme", "dark"], "hall_theme", "dark"),
        (["present", "--theme", "dark"], "theme", None),
        (["present", "--lang", "zh"], "language", "zh"),
    ],
)
def test_an_option_reaches_the_window(
    words: list[str], name: str, value: object, window: FakeApp
) -> None:

    assert main(words) == 0

    assert window.opened[name] == value


@pytest.mark.parametrize("words", [["--lang", "en"], ["export", "--out", "x"]])
def test_a_library_that_is_missing_is_named(
    words: list[str], capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for name in ("app", "render"):
        monkeypatch.setitem(sys.modules, f"explainer.views.{name}", None)

    assert main(words) == 4

    assert "Qt cannot be loaded" in capsys.readouterr().err


def test_check_prints_a_line_for_each_problem_and_counts_them(
    broken_deck: Path, capsys: Captured
) -> None:

    assert main(["check", str(broken_deck)]) == 1

    captured = capsys.readouterr()
    assert captured.out.startswith("deck.yaml:2:1 E107")
    assert captured.err == (
        "Errors: 1, warnings: 0.\n"
        "Not run in full: Keys and values fit; Ids lead somewhere; Both languages;"
        " Dates and lineage; A slide holds it; Parts match,"
        " because deck.yaml:2 cannot be read.\n"
        "Not run: Words measured on slides, because there are errors, the first in deck.yaml:2.\n"
    )


def test_check_speaks_the_language_that_is_asked_for(broken_deck: Path, capsys: Captured) -> None:
    main(["check", str(broken_deck), "--lang", "zh"])

    assert "错误：1，警告：0。" in capsys.readouterr().err


def test_coverage_names_the_places_of_every_claim_and_finds_none_without(
    capsys: Captured,
) -> None:
    assert main(["check", "--coverage", "--lang", "en"]) == 0

    captured = capsys.readouterr()
    found = load_embedded()
    lines = captured.out.splitlines()
    assert [line.partition(" ")[0] for line in lines] == [*found.claims]
    assert all(line.partition(" ")[2] for line in lines)
    assert captured.err == f"Claims: {len(found.claims)}; shown nowhere: 0.\n"


def test_coverage_fails_where_nothing_shows_a_claim(tmp_path: Path, capsys: Captured) -> None:
    text = "{en: Alone., zh: 没人提到。}"
    claim = f"  - {{id: C2, kind: fact, certainty: stated, text: {text}, source: paper}}"
    folder = deck_folder(tmp_path, deck_text("a > b").replace("claims:", f"claims:\n{claim}", 1))

    assert main(["check", "--coverage", str(folder), "--lang", "en"]) == 1

    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "C2 shown nowhere (en, zh): Alone."


def test_check_as_json_is_one_list_on_stdout(broken_deck: Path, capsys: Captured) -> None:

    assert main(["check", "--json", str(broken_deck)]) == 1

    captured = capsys.readouterr()
    problem, *left_out = json.loads(captured.out)
    assert [it["severity"] for it in left_out] == ["not-run", "not-run"]
    assert [it["message"] for it in left_out] == captured.err.splitlines()
    assert (problem["file"], problem["line"], problem["column"]) == ("deck.yaml", 2, 1)
    assert (problem["severity"], problem["code"]) == ("error", "E107")


@pytest.mark.parametrize("words", [[], ["present"], ["export", "--out", "x"]])
def test_a_deck_with_errors_is_listed_and_not_shown(
    words: list[str],
    broken_deck: Path,
    capsys: Captured,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main([*words, str(broken_deck)]) == 1

    captured = capsys.readouterr()
    assert "deck.yaml:2:1 E107" in captured.err
    assert captured.out == ""
    assert not (tmp_path / "x").exists()


def test_a_folder_named_like_a_command_is_written_with_a_dot(
    broken_deck: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken_deck.rename(broken_deck.with_name("check"))
    monkeypatch.chdir(broken_deck.parent)

    assert main(["./check"]) == 1

    assert "E107" in capsys.readouterr().err


def test_existing_files_are_refused_and_five_are_named(tmp_path: Path, capsys: Captured) -> None:
    names = [f"{n:02}-{stage}.png" for n, stage in enumerate(load_embedded().stages, start=1)]
    for name in names:
        (tmp_path / name).write_text("mine")

    assert main(["export", "--out", str(tmp_path)]) == 3

    captured = capsys.readouterr()
    assert captured.err.count(".png") == 5
    assert f"and {len(names) - 5} more" in captured.err
    assert "--force" in captured.err
    assert captured.out == ""
    assert {it.read_text() for it in tmp_path.iterdir() if it.is_file()} == {"mine"}


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "file").write_text("no folder")

    assert main(["export", "--out", str(tmp_path / "file" / "below")]) == 4

    said = capsys.readouterr().err
    assert "Cannot write into" in said
    assert f"{tmp_path / 'file'} is a file. Name a folder" in said


def test_a_file_in_place_of_the_folder_is_said_with_what_to_do(
    tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "notes.txt").write_text("mine")

    assert main(["export", "--out", str(tmp_path / "notes.txt")]) == 4

    said = capsys.readouterr().err
    assert f"{tmp_path / 'notes.txt'} is a file. Name a folder, or, for one picture," in said
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden here"
)
def test_a_folder_without_the_right_to_write_is_said(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)

    assert main(["export", "--out", str(folder)]) == 4

    assert "Permission denied" in capsys.readouterr().err
