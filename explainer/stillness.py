"""Whether the user's system asks programs to do without motion; asked of the system itself.

Qt tells it from 6.12 on, and that version cannot be used here.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from explainer.files import home_folder

log = logging.getLogger(__name__)

PATIENCE_S = 1.0
"""So long a command of the system may take to answer."""
_SPI_GETCLIENTAREAANIMATION = 0x1042
"""How Windows calls "show animations" where it is asked for it."""

Run = Callable[[Sequence[str]], str]
"""Runs a command and returns what it says; raises OSError where it cannot."""


class System(Struct, frozen=True):
    """The system that is asked: its name, its environment, its commands, the user's folder."""

    platform: str
    environment: Mapping[str, str]
    home: Path
    run: Run


def this_system() -> System:
    """Return the system that this runs on."""
    return System(sys.platform, os.environ, home_folder(), _run)


def wants_stillness(system: System | None = None) -> bool | None:
    """Return whether motion is unwanted; None where the system does not say.

    This may take a moment: others wait for commands of the system meanwhile, the window must not.
    """
    try:
        asked = system or this_system()
        if asked.platform == "win32":
            return _of_windows()
        if asked.platform == "darwin":
            return _of_mac(asked)
        return _of_desktop(asked)
    except (OSError, ValueError) as error:
        log.info("the system does not say whether it wants motion: %s", error)
        return None


def _of_windows() -> bool | None:
    import ctypes

    library = getattr(ctypes, "windll", None)
    if library is None:
        return None
    shown = ctypes.c_int(1)
    asked = library.user32.SystemParametersInfoW(
        _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(shown), 0
    )
    return not shown.value if asked else None


def _of_mac(system: System) -> bool | None:
    # Nobody ever touched the switch where there is no such key: the command fails.
    said = system.run(("defaults", "read", "com.apple.universalaccess", "reduceMotion"))
    return {"1": True, "0": False}.get(said.strip())


def _of_desktop(system: System) -> bool | None:
    """Ask the desktop that is running first, then what others may have left behind."""
    config = Path(system.environment.get("XDG_CONFIG_HOME", ""))
    if not config.is_absolute():
        config = system.home / ".config"
    kde = "KDE" in system.environment.get("XDG_CURRENT_DESKTOP", "").upper()

    def of_kde() -> bool | None:
        factor = _value(config / "kdeglobals", "KDE", "AnimationDurationFactor")
        return None if factor is None else float(factor) == 0

    def of_gnome() -> bool | None:
        said = system.run(("gsettings", "get", "org.gnome.desktop.interface", "enable-animations"))
        return {"false": True, "true": False}.get(said.strip())

    def of_gtk() -> bool | None:
        for name in ("gtk-4.0", "gtk-3.0"):
            said = _value(config / name / "settings.ini", "Settings", "gtk-enable-animations")
            if said is not None:
                return said.lower() in ("0", "false")
        return None

    # Where KDE runs, the key of the others holds what it was delivered with, and the reverse.
    for ask in (of_kde, of_gtk) if kde else (of_gnome, of_gtk):
        try:
            said = ask()
        except (OSError, ValueError) as error:
            log.info("the desktop does not say whether it wants motion: %s", error)
            continue
        if said is not None:
            return said
    return None


def _value(path: Path, section: str, key: str) -> str | None:
    """Return what stands for `key` in a file of sections; None where it does not stand there."""
    if not path.is_file():
        return None
    here = False
    for line in path.read_text("utf-8", errors="replace").splitlines():
        words = line.strip()
        if words.startswith("["):
            here = words == f"[{section}]"
        elif here and words.partition("=")[0].strip() == key:
            return words.partition("=")[2].strip()
    return None


def _run(command: Sequence[str]) -> str:
    import subprocess  # the start does without
    from shutil import which

    program = which(command[0])
    if program is None:
        raise FileNotFoundError(f"{command[0]} is not there")
    try:
        done = subprocess.run(  # noqa: S603 - a command of ours
            (program, *command[1:]),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE_S,
            check=True,
        )
    except subprocess.SubprocessError as error:
        raise OSError(str(error)) from error
    return done.stdout.decode("utf-8", errors="replace")
