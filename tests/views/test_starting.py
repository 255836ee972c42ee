"""Where Qt cannot start, one message says why, and the program ends in order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pngs import read_png

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have a display")

NOBODY = ":9871"
"""A display at which nobody answers."""


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command `words` with an environment that names no display of its own."""
    ours = {"PATH": os.defpath, "LANG": "C", "HOME": os.environ.get("HOME", "/"), **environment}
    ours["EXPLAINER_SETTINGS_DIR"] = os.environ["EXPLAINER_SETTINGS_DIR"]
    command = [sys.executable, "-m", "explainer", *words]
    return subprocess.run(command, env=ours, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("words", [(), ("present", "--list-screens")])
def test_a_display_that_does_not_answer_is_named(words: tuple[str, ...]) -> None:
    done = run(*words, DISPLAY=NOBODY)

    assert done.returncode == 4
    assert done.stderr == (
        f"The display {NOBODY} cannot be reached, so no window can be opened. "
        "Without one, slides can be written as files: explainer export --out DIR.\n"
    )


def test_it_is_said_in_the_language_of_the_system() -> None:

    assert f"连不上显示器{NOBODY}" in run(DISPLAY=NOBODY, LANG="zh_CN.UTF-8").stderr


def test_a_platform_that_qt_does_not_have_is_named() -> None:
    done = run(QT_QPA_PLATFORM="nothing")

    assert done.returncode == 4
    assert done.stderr.startswith("Qt has no platform nothing; QT_QPA_PLATFORM can be unset or: ")
    assert "xcb" in done.stderr


def test_a_platform_without_fonts_is_not_taken_for_a_broken_font_file() -> None:
    done = run(QT_QPA_PLATFORM="minimal")

    assert done.returncode == 4
    assert "Qt's platform minimal cannot load fonts" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("platform", ["minimal", "xcb"])
def test_files_are_painted_whatever_platform_windows_should_have(
    platform: str, tmp_path: Path
) -> None:
    words = ("--slides", "1", "--size", "320x240", "--out", str(tmp_path / "x.png"))

    done = run("export", *words, QT_QPA_PLATFORM=platform, DISPLAY=NOBODY)

    assert done.returncode == 0
    assert read_png((tmp_path / "x.png").read_bytes()).width == 320


def test_a_library_that_is_missing_is_named_with_what_installs_it(tmp_path: Path) -> None:
    (tmp_path / "libxcb-cursor.so.0").touch()  # the system looks no further, and cannot load it
    apt = tmp_path / "apt-get"
    apt.touch(0o755)

    done = run(DISPLAY=NOBODY, LD_LIBRARY_PATH=str(tmp_path), PATH=str(tmp_path))

    assert done.returncode == 4
    assert "this system lacks what it needs: libxcb-cursor.so.0" in done.stderr
    assert "sudo apt-get install libxcb-cursor0" in done.stderr
    assert done.stderr.count("\n") == 2
