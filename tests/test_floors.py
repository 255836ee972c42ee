"""The core knows no Qt, and a start loads nothing that it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from conftest import NEEDS_QT

HOUSE = Path(__file__).parent.parent

WITHOUT_QT = "import sys; sys.path.insert(0, 'tests'); import without_qt\n"

IMPORT_ALL = """
import importlib, pkgutil
import explainer

def floors(package):
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if module.name in {"explainer.views", "explainer.__main__"}:
            continue
        yield module.name
        imported = importlib.import_module(module.name)
        if module.ispkg:
            yield from floors(imported)

print(*floors(explainer))
"""

COLLECT = """
import pytest

without = ["-p", "no:pytest-qt", "-p", "no:xdist", "-p", "no:cacheprovider"]
sys.exit(pytest.main([*without, "--collect-only", "-q"]))
"""

WHAT_A_VERSION_LOADS = """
import runpy, sys

sys.argv = ["explainer", "--version"]
try:
    runpy.run_module("explainer", run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
heavy = {"PySide6", "shiboken6", "pyqtgraph", "numpy", "networkx"}
print("loaded:", *sorted(heavy & set(sys.modules)))
"""


def run(program: str) -> subprocess.CompletedProcess[str]:
    """Return what a fresh interpreter said while it ran `program` at the top of the house."""
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_core_module_imports_where_qt_is_not_installed() -> None:
    done = run(WITHOUT_QT + IMPORT_ALL)

    assert done.returncode == 0, done.stderr
    imported = set(done.stdout.split())
    files = {path.stem for path in (HOUSE / "explainer").glob("*.py")} - {"__init__", "__main__"}
    assert {f"explainer.{name}" for name in files} <= imported


def test_the_views_do_not_import_there() -> None:
    """Else the test above would prove nothing."""
    done = run(WITHOUT_QT + "import explainer.views.fonts")

    assert "ModuleNotFoundError: PySide6" in done.stderr


def test_the_cores_tests_are_found_where_qt_is_not_installed() -> None:
    """`make test` runs them there, and nothing else of them anywhere else."""
    done = run(WITHOUT_QT + COLLECT)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "tests/test_update.py" in done.stdout
    assert not any(f"tests/{name}" in done.stdout for name in NEEDS_QT), done.stdout


def test_asking_for_the_version_loads_neither_qt_nor_a_heavy_library() -> None:
    done = run(WHAT_A_VERSION_LOADS)

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].strip() == "loaded:"
