"""`explainer present`: where the talk begins, on which screen, and what it leaves behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCREENS = {
    "screens": [
        {"name": "LAPTOP", "x": 0, "y": 0, "width": 1280, "height": 800},
        {"name": "BEAMER", "x": 1280, "y": 0, "width": 1920, "height": 1080},
    ]
}
ASKED = """
import sys
from explainer.cli import main
for words in (
    ["present", "--list-screens"],
    ["present", "--list-screens", "--lang", "zh"],
    ["present", "--screen", "NOSUCH"],
    ["present", "--screen", "", "--lang", "zh"],
):
    print(main(words), flush=True)
"""
TALK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from explainer.cli import main
from explainer.views.hall import Hall

def look():
    hall = next(it for it in QApplication.topLevelWidgets() if isinstance(it, Hall))
    print(hall.screen().name(), hall.windowTitle(), hall.grab().toImage().pixelColor(2, 2).name())
    for widget in QApplication.topLevelWidgets():
        if widget is not hall and widget.isVisible():
            print(widget.windowTitle())
    QApplication.exit(0)

from explainer.views import session
shown = session.Session._warm_up
session.Session._warm_up = lambda self: (shown(self), QTimer.singleShot(0, look))
print(main(sys.argv[1:]))
"""


@pytest.fixture
def run(tmp_path: Path):  # noqa: ANN201 - a function
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(SCREENS))
    env = {
        **os.environ,
        "EXPLAINER_SETTINGS_DIR": str(tmp_path / "settings"),
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    }

    def ran(code: str, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", code, *words],
            capture_output=True,
            text=True,
            check=False,
            env=env,
            encoding="utf-8",
        )

    return ran


def test_screens_are_listed_and_an_unknown_one_is_refused_with_their_names(run) -> None:  # noqa: ANN001
    done = run(ASKED)

    assert sorted(done.stdout.splitlines()[:2]) == [
        "BEAMER: 1920x1080 at 1280,0",
        "LAPTOP: 1280x800 at 0,0",
    ]
    assert sorted(done.stdout.splitlines()[3:5]) == [
        "BEAMER：1920x1080，位置1280,0",
        "LAPTOP：1280x800，位置0,0",
    ]
    assert done.stdout.splitlines()[2::3] == ["0", "0"], done.stderr
    assert done.stdout.splitlines()[-2:] == ["2", "2"]
    said = done.stderr.splitlines()
    assert "There is no screen NOSUCH; there are: " in said[0]
    assert all(name in said[0] and name in said[2] for name in ("LAPTOP", "BEAMER"))
