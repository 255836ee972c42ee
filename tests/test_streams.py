"""stdout and stderr that are closed or full: what cannot be said costs nothing but itself."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs a shell and /dev/full")

SMALL = ("--slides", "1-3", "--size", "320x240", "--out")


def run(words: tuple[str, ...], redirected: str) -> subprocess.CompletedProcess[str]:
    """Run the command `words` with streams as the shell makes them of `redirected`."""
    command = shlex.join([sys.executable, "-m", "explainer", *words])
    return subprocess.run(
        ["sh", "-c", f"{command} {redirected}"],  # noqa: S607  any shell will do
        capture_output=True,
        text=True,
        check=False,
        env={"LANG": "C", "PATH": "/usr/bin:/bin"},
        cwd=Path(__file__).parent.parent,
    )


@pytest.fixture
def broken_deck(tmp_path: Path) -> str:
    (tmp_path / "deck.yaml").write_text("format: 1\nformat: 2\n", encoding="utf-8")
    return str(tmp_path)


@pytest.mark.parametrize("redirected", [">&-", ">/dev/full"])
@pytest.mark.parametrize("words", [("--version",), ("export", "--help")])
def test_where_stdout_takes_nothing_stderr_says_so(words: tuple[str, ...], redirected: str) -> None:
    done = run(words, redirected)

    assert done.returncode == 4
    assert done.stderr.startswith("Standard output cannot be written")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [("check",), ("check", "--json"), ("check", "--coverage")])
def test_a_list_of_errors_that_is_lost_is_not_told_as_errors_of_the_deck(
    words: tuple[str, ...], broken_deck: str
) -> None:
    done = run((*words, broken_deck), ">/dev/full")

    assert done.returncode == 4
    assert "Standard output cannot be written" in done.stderr


@pytest.mark.parametrize("redirected", ["2>&-", "2>/dev/full"])
def test_where_stderr_takes_nothing_stdout_says_so(redirected: str, broken_deck: str) -> None:
    done = run(("check", broken_deck), redirected)

    assert done.returncode == 4
    assert done.stdout.splitlines()[-1].startswith("Standard error cannot be written")


def test_where_nothing_had_to_be_said_nothing_is_lost() -> None:

    assert run(("--version",), "2>&-").returncode == 0


@pytest.mark.parametrize("redirected", [">&-", ">/dev/full", "2>&-", ">&- 2>&- <&-"])
def test_the_pictures_are_written_whatever_becomes_of_their_names(
    redirected: str, tmp_path: Path
) -> None:
    done = run(("export", *SMALL, str(tmp_path)), redirected)

    assert done.returncode == 4
    assert len(list(tmp_path.glob("*.png"))) == 3
    assert "Traceback" not in done.stderr


def test_a_reader_that_has_enough_is_no_failure(tmp_path: Path) -> None:
    done = run(("export", *SMALL, str(tmp_path)), "| head -1")

    assert done.stdout.splitlines() == [str(tmp_path / "01-surprise.png")]
    assert "All pictures written: 3." in done.stderr
    assert "Traceback" not in done.stderr
