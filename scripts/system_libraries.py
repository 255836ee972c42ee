"""See to it that Linux has the libraries that Qt needs for a screen of the given kind.

    python scripts/system_libraries.py offscreen|xcb|wayland
    python scripts/system_libraries.py --install PACKAGE ...

What is missing is installed with apt by root, or with a sudo that asks for no password; otherwise
one message says which command does it, and the exit code is 1.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # nothing is installed yet

from explainer.libraries import install_command, kind_named, libraries, packages

DEBIAN = "apt-get install"
"""What installs packages where that may be done unasked."""

TRIAL = """
import ctypes, os, pathlib, sys
import PySide6.QtWidgets, PySide6.QtSvg
place = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
ctypes.CDLL(str(place / f"libq{sys.argv[1]}.so"))
if sys.argv[1] == "offscreen":
    PySide6.QtWidgets.QApplication([])
"""
"""Loads what Qt would load; a window is opened only where none can appear."""


def main(arguments: list[str]) -> int:
    """Return 0 when what was asked for is there, if need be after installing it."""
    if arguments[0] == "--install":
        return 0 if install(arguments[1:]) else 1
    kind = kind_named(arguments[0])
    if kind is None:
        raise SystemExit(__doc__)
    wrong = what_is_wrong(kind)
    if not wrong:
        return 0
    print(f"Qt cannot load: {wrong}\nQt 无法载入：{wrong}", flush=True)
    needed = libraries(kind)
    if not install(packages(needed, DEBIAN), elsewhere=install_command(needed)):
        return 1
    wrong = what_is_wrong(kind)
    if wrong:
        print(f"Qt still cannot load: {wrong}\nQt 仍无法载入：{wrong}", file=sys.stderr)
    return 1 if wrong else 0


def what_is_wrong(kind: str) -> str:
    """Return what Qt says when it is loaded for a screen of this kind; empty when all is well."""
    trial = subprocess.run(
        [sys.executable, "-c", TRIAL, kind],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    if trial.returncode == 0:
        return ""
    lines = trial.stderr.strip().splitlines()
    return lines[-1] if lines else f"exit code {trial.returncode}"


def install(names: list[str], elsewhere: str = "") -> bool:
    """Install Debian packages where that may be done unasked; else say how. True when installed.

    `elsewhere` is the command for a system without apt, "" where it is not known.
    """
    if not shutil.which("apt-get"):
        explain(elsewhere, names)
        return False
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *names]
    before = rights()
    if before is None:
        explain(shlex.join(["sudo", *command]), names)
        return False
    print(f"Installing {' '.join(names)} ...\n正在安装 {' '.join(names)} ……", flush=True)
    quiet = [*before, "env", "DEBIAN_FRONTEND=noninteractive"]
    # Its failure is no reason to stop: the lists that are here may do.
    subprocess.run([*quiet, "apt-get", "update", "-qq"], stdout=subprocess.DEVNULL, check=False)
    done = subprocess.run([*quiet, *command, "-qq"], stdout=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        explain(shlex.join(["sudo", *command]), names)
    return done.returncode == 0


def rights() -> list[str] | None:
    """Return what to put before a command that changes the system; None when we may not."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run([*sudo, "true"], capture_output=True, check=False)
    return sudo if asked.returncode == 0 else None


def explain(command: str, names: list[str]) -> None:
    """Say on stderr what the user has to install, with the command where it is known."""
    what = command or f"{' '.join(names)}  (Debian's names / Debian 的包名)"
    print(
        "Please install what is missing, then try again:\n"
        f"请先安装所缺的系统库，然后重试：\n    {what}",
        file=sys.stderr,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
