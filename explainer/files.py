"""Files: written whole or not at all, shipped with the package, in the user's folders."""

from __future__ import annotations

import os
from pathlib import Path

APP = "explainer"
FOLDER_VARIABLE = "EXPLAINER_SETTINGS_DIR"
"""Names another folder than the system's, for a portable installation and for tests."""


def resource_folder() -> Path:
    """Return the folder of everything that ships with the package and is no code."""
    # Not importlib.resources: its import alone takes 20 ms of the start, and Qt needs a
    # real path in any case.
    return Path(__file__).parent / "resources"


def settings_folder() -> Path:
    """Return the user's folder for what is remembered between starts; it may not exist yet."""
    if folder := os.environ.get(FOLDER_VARIABLE):
        return Path(folder)
    import platformdirs  # only few commands ask for it

    return Path(platformdirs.user_config_dir(APP, appauthor=False))


def cache_folder() -> Path:
    """Return the user's folder for what can be made again at any time; it may not exist yet."""
    if folder := os.environ.get(FOLDER_VARIABLE):
        return Path(folder) / "cache"
    import platformdirs  # only few commands ask for it

    return Path(platformdirs.user_cache_dir(APP, appauthor=False))


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, so that nobody ever finds half of it there.

    It is written beside its place, forced to the disk and renamed; a file that was
    there before is replaced only then. Folders on the way are made.

    Raises:
        OSError: the folder or file cannot be written; the message names `path`, and
            nothing is left behind.
    """
    # One name per process: two programs that write the same file do not mix their halves.
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise type(error)(error.errno, error.strerror or str(error), str(path)) from error
    finally:
        _remove(beside)


def _remove(path: Path) -> None:
    """Remove what a failed writing left behind; the failure itself is what the caller hears of."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
