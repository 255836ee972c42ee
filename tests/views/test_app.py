"""The app's own run: what it loads once something is seen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CODE = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from explainer.deck import load_embedded
from explainer.views import app

app.AHEAD_MS = 0
early = []

def painted():
    early.append({"networkx", "numpy"} & sys.modules.keys())
    QTimer.singleShot(300, QApplication.quit)

app.run(load_embedded(), on_first_paint=painted)
for thread in threading.enumerate():
    if thread.name == "ahead":
        thread.join()
print(early, sorted({"networkx", "numpy"} & sys.modules.keys()))
"""


def test_what_a_later_step_would_wait_for_is_loaded_after_the_first_paint(
    tmp_path: Path,
) -> None:
    env = {**os.environ, "EXPLAINER_SETTINGS_DIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run(
        [sys.executable, "-c", CODE], capture_output=True, text=True, check=False, env=env
    )

    assert done.stdout.splitlines() == ["[set()] ['networkx', 'numpy']"], done.stderr
