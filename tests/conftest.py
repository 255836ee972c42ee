"""What every test is given: no screen, one language of numbers, settings of its own, and a guard.

Qt is imported only where a test paints, so that the core's tests run where Qt is not installed.
"""

from __future__ import annotations

import gc
import importlib
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
os.environ["PYTEST_QT_API"] = "pyside6"
for name in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(name, None)

HERE = Path(__file__).parent
NEEDS_QT = ("views", "test_lecture.py")
"""What of this folder opens windows."""

try:
    importlib.import_module("PySide6")
except ModuleNotFoundError:
    collect_ignore = list(NEEDS_QT)

settings.register_profile("default", deadline=None)
settings.load_profile("default")


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the empty folder in which this test's settings are kept, away from the user's."""
    folder = tmp_path / "settings"
    monkeypatch.setenv("EXPLAINER_SETTINGS_DIR", str(folder))
    return folder


@pytest.fixture(scope="session")
def known() -> dict[int, object]:
    """Return what was alive when the last test had ended: it is not the next one's fault."""
    return {id(thing): thing for _, thing in _running()}


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that opens windows and leaves one, or a timer, motion or thread, behind."""
    if request.path.relative_to(HERE).parts[0] not in NEEDS_QT:
        yield
        return
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale.c())
    request.getfixturevalue("qapp")
    known: dict[int, object] = request.getfixturevalue("known")
    yield
    left = [name for name, thing in _running() if id(thing) not in known]
    if left:  # perhaps only until Python clears the circles that nobody holds any more
        gc.collect()
        running = _running()
        left = sorted(name for name, thing in running if id(thing) not in known)
        known.update((id(thing), thing) for _, thing in running)
    if left:
        pytest.fail("left behind: " + ", ".join(left))


def _running() -> list[tuple[str, object]]:
    """Return what is alive and moving now, with a name to tell it by.

    Python sees the timers, motions and threads that Python made; those inside Qt's own widgets end
    with their window.
    """
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
    from PySide6.QtWidgets import QApplication

    QThreadPool.globalInstance().waitForDone(1000)
    # A window that was told to go later goes only when somebody says so outside an event loop.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    windows = [
        (f"window {type(widget).__name__} {widget.objectName()}".rstrip(), widget)
        for widget in QApplication.topLevelWidgets()
    ]
    threads = [
        (f"thread {thread.name}", thread)
        for thread in threading.enumerate()
        if thread is not threading.main_thread()
    ]
    return [*windows, *threads, *_moving()]


def _moving() -> Iterator[tuple[str, object]]:
    """Yield each running timer, motion and thread of Qt's that Python holds."""
    from PySide6.QtCore import QAbstractAnimation, QThread, QTimer
    from shiboken6 import isValid

    kinds = (QTimer, QAbstractAnimation, QThread)
    for thing in [thing for thing in gc.get_objects() if issubclass(type(thing), kinds)]:
        if not isValid(thing):
            continue
        match thing:
            case QTimer() if thing.isActive():
                yield f"timer of {thing.interval()} ms", thing
            case QAbstractAnimation() if thing.state() == QAbstractAnimation.State.Running:
                yield f"motion {type(thing).__name__}", thing
            case QThread() if thing.isRunning() and thing is not QThread.currentThread():
                yield f"thread {type(thing).__name__} {thing.objectName()}".rstrip(), thing
            case _:
                pass
