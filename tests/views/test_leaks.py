"""The guard that every test of this folder has: who leaves something behind fails."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parent.parent.parent

UNTIDY = """
import threading

from PySide6.QtCore import QThread, QTimer, QVariantAnimation
from PySide6.QtWidgets import QWidget

kept = []
over = threading.Event()


class Waits(QThread):
    def run(self):
        over.wait(20)


def test_a_window():
    kept.append(QWidget())


def test_a_timer():
    kept.append(QTimer(interval=5000))
    kept[-1].start()


def test_a_motion():
    kept.append(QVariantAnimation(startValue=0.0, endValue=1.0, duration=20000))
    kept[-1].start()


def test_a_thread_of_qt():
    kept.append(Waits())
    kept[-1].start()


def test_a_thread_of_python():
    kept.append(threading.Thread(target=over.wait, args=(20,), daemon=True))
    kept[-1].start()


def test_who_clears_up(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    QTimer(widget).start(5000)


def test_a_circle_that_nobody_holds():
    widget = QWidget()
    widget.itself = widget
    over.set()
    for thing in kept[-2:]:
        thing.wait(5000) if isinstance(thing, QThread) else thing.join(5)
"""


def test_a_test_that_leaves_something_behind_fails(tmp_path: Path) -> None:
    views = tmp_path / "tests" / "views"
    views.mkdir(parents=True)
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    shutil.copy(HOUSE / "tests" / "conftest.py", tmp_path / "tests")
    (views / "test_untidy.py").write_text(UNTIDY)

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    said = re.findall(r"^E +Failed: left behind: (.+)$", done.stdout, re.MULTILINE)
    assert said == [
        "window QWidget",
        "timer of 5000 ms",
        "motion QVariantAnimation",
        "thread Waits",
        "thread Thread-1 (wait)",
    ], done.stdout
    assert "7 passed, 5 errors" in done.stdout
