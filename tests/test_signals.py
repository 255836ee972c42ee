"""Ctrl+C and requests to end, while the program is still loading what it needs."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as Unix has them")

_SIGNALLED = """
import os, sys
from importlib.abc import MetaPathFinder

_, module, number, *words = sys.argv

class Sender(MetaPathFinder):
    # Sends itself a signal at the moment a module is looked for.
    def find_spec(self, name, path=None, target=None):
        if name == module:
            os.kill(os.getpid(), int(number))
        return None

sys.meta_path.insert(0, Sender())
sys.argv = ["explainer", *words]
from explainer.cli import main
sys.exit(main())
"""


def signalled(
    module: str, number: signal.Signals, *words: str, ignored: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run the command `words`, which is sent the signal while it imports `module`."""
    begin = ["sh", "-c", 'trap "" INT; exec "$@"', "sh"] if ignored else []
    command = [*begin, sys.executable, "-c", _SIGNALLED, module, str(int(number)), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "module",
    ["explainer.cli.program", "explainer.cli.arguments", "msgspec", "explainer.deck", "yaml"],
)
def test_ctrl_c_while_a_check_starts_ends_it_at_once_and_silently(module: str) -> None:
    done = signalled(module, signal.SIGINT, "check", "--coverage")

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("module", ["explainer.cli.export", "explainer.views.render", "shiboken6"])
def test_ctrl_c_while_an_export_starts_ends_it_before_anything_is_written(
    module: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"

    done = signalled(module, signal.SIGINT, "export", "--quiet", "--out", str(out))

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
    assert not list(tmp_path.rglob("*.png"))


def test_ctrl_c_while_the_window_starts_ends_it_at_once_and_silently(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    done = signalled("PySide6", signal.SIGINT)

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_request_to_end_is_told_from_ctrl_c_by_the_exit_code() -> None:

    assert signalled("explainer.deck", signal.SIGTERM, "check").returncode == 143


def test_what_runs_in_the_background_and_ignores_ctrl_c_goes_on() -> None:
    done = signalled("explainer.deck", signal.SIGINT, "check", "--coverage", ignored=True)

    assert done.returncode == 0


def test_a_file_that_was_being_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPLAINER_SETTINGS_DIR", str(tmp_path))
    code = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "from explainer import files\n"
        "from explainer.signals import end_at_once_on_signals\n"
        "end_at_once_on_signals()\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGINT)\n"
        f"files.write_whole(Path({str(tmp_path / 'new')!r}), b'half')\n"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False)

    assert done.returncode == 130
    assert list(tmp_path.iterdir()) == []
