"""`explainer present`: where the talk begins, on which screen, and what it leaves behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.deck import load_embedded

Run = Callable[..., subprocess.CompletedProcess[str]]
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
from explainer.views.window import Window

def look():
    (hall,) = (it for it in QApplication.topLevelWidgets() if isinstance(it, Hall))
    (window,) = (it for it in QApplication.topLevelWidgets() if isinstance(it, Window))
    print(hall.screen().name(), hall.isFullScreen(), window.screen().name())
    for each in (hall, window):
        print(each.windowTitle(), each.grab().toImage().pixelColor(2, 2).lightness() < 99)
    print("".join(span.text for it in hall.picture.shapes if it.id == "title" for span in it.spans))
    QApplication.exit(0)

from explainer.views import session
shown = session.Session._warm_up
session.Session._warm_up = lambda self: (shown(self), QTimer.singleShot(0, look))
print(main(sys.argv[1:]))
"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
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


def test_screens_are_listed_and_an_unknown_one_is_refused_with_their_names(run: Run) -> None:
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


def test_a_talk_in_other_colours_and_another_language_is_no_choice(
    run: Run, tmp_path: Path
) -> None:
    words = ("present", "--lang", "zh", "--theme", "dark", "--screen", "beam")
    done = run(TALK, *words)

    settings = tmp_path / "settings" / "settings.json"
    kept = json.loads(settings.read_text()) if settings.exists() else {}
    title = load_embedded().title.plain("zh")
    assert done.stdout.splitlines() == [
        "BEAMER True LAPTOP",
        f"{title} — 幻灯片放映 True",
        f"{title} — Explainer False",
        title,
        "0",
    ], done.stderr
    assert not {"language", "theme", "hall_theme"} & kept.keys()
