"""Files: written whole or not at all, shipped with the package, in the user's folders."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from explainer.signals import UNFINISHED

APP = "explainer"
FOLDER_VARIABLE = "EXPLAINER_SETTINGS_DIR"
"""Names another folder than the system's, for a portable installation and for tests."""
_PART = ".part"
"""Ends the name of a file that is not whole yet."""


def resource_folder() -> Path:
    """Return the folder of everything that ships with the package and is no code."""
    # Not importlib.resources: its import alone takes 20 ms of the start, and Qt needs a
    # real path in any case.
    return Path(__file__).parent / "resources"


class NoHomeError(FileNotFoundError):
    """Nowhere does the system say where this user's own folder is."""

    def __init__(self) -> None:
        super().__init__(errno.ENOENT, os.strerror(errno.ENOENT), "HOME")


def settings_folder() -> Path:
    """Return the user's folder for what is remembered between starts; it may not exist yet.

    Raises:
        NoHomeError: the user has no folder at all.
    """
    if folder := os.environ.get(FOLDER_VARIABLE):
        return Path(folder)
    if _follows_xdg():
        return _xdg_folder("XDG_CONFIG_HOME", ".config") / APP
    import platformdirs  # only few commands ask for it

    return _absolute(platformdirs.user_config_dir(APP, appauthor=False))


def cache_folder() -> Path:
    """Return the user's folder for what can be made again at any time; it may not exist yet.

    Raises:
        NoHomeError: the user has no folder at all.
    """
    if folder := os.environ.get(FOLDER_VARIABLE):
        return Path(folder) / "cache"
    if _follows_xdg():
        return _xdg_folder("XDG_CACHE_HOME", ".cache") / APP
    import platformdirs  # only few commands ask for it

    return _absolute(platformdirs.user_cache_dir(APP, appauthor=False))


def home_folder() -> Path:
    """Return the user's own folder: HOME, where that is absolute, else as the system lists it.

    Raises:
        NoHomeError: neither says it.
    """
    if Path(home := os.environ.get("HOME", "")).is_absolute():
        return Path(home)
    if not _follows_xdg():
        return _absolute(os.path.expanduser("~"))  # noqa: PTH111  Path.home raises another error
    import pwd

    try:
        return _absolute(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError:
        raise NoHomeError from None


def settle_user_folders() -> None:
    """Take relative folders of the user out of the environment, and put HOME right.

    Libraries and commands of the system would make them wherever the program was started.
    """
    if not _follows_xdg():
        return
    for name in ("CONFIG_HOME", "CACHE_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR"):
        if not Path(os.environ.get(f"XDG_{name}", "")).is_absolute():
            os.environ.pop(f"XDG_{name}", None)
    try:
        os.environ["HOME"] = os.fspath(home_folder())
    except NoHomeError:
        os.environ.pop("HOME", None)


def _follows_xdg() -> bool:
    return sys.platform not in ("win32", "darwin")


def _xdg_folder(variable: str, usual: str) -> Path:
    """Return the folder that `variable` names, or the usual one below the user's own.

    A relative one is ignored, as the XDG specification asks: it would be another one for every
    folder in which the program is started.
    """
    folder = Path(os.environ.get(variable, ""))
    return folder if folder.is_absolute() else home_folder() / usual


def _absolute(folder: str) -> Path:
    path = Path(folder)
    if not path.is_absolute():
        raise NoHomeError
    return path


class NotRegularError(OSError):
    """A folder, pipe or device where a file should be: reading it could wait for ever."""


class TooLargeError(OSError):
    """A file that has more bytes than anybody wrote into such a file."""


def read_regular(path: Path, limit: int, *, own: bool = False) -> bytes:
    """Return the content of the regular file at `path`; links to one are followed.

    Nothing waits: pipes and devices are refused unread. With `own`, so is a file of another
    user, or one that others may write to.

    Raises:
        NotRegularError: something else than a regular file is there.
        TooLargeError: it has more than `limit` bytes.
        PermissionError: `own`, and it is not.
        OSError: it is missing, or cannot be read.
    """
    # Looked at before it is opened, because opening a device can do something, and again
    # afterwards, because another thing can have taken its place.
    _refuse_special(path.stat(), path)
    # Opening a pipe would wait for its other end. Windows has no pipes in folders.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        state = os.fstat(file.fileno())
        _refuse_special(state, path)
        if own and not _is_own(state):
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(path))
        content = file.read(limit + 1)
    if len(content) > limit:
        raise TooLargeError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content


def _refuse_special(state: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise NotRegularError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(state.st_mode):
        raise NotRegularError(errno.EINVAL, "Not a regular file", str(path))


def _is_own(state: os.stat_result) -> bool:
    """Return whether only this user can have written a file; Windows guards its own folders."""
    if not hasattr(os, "geteuid"):
        return True
    return state.st_uid == os.geteuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def write_whole(path: Path, content: bytes, *, own: bool = False) -> None:
    """Write `content` to `path`, so that nobody ever finds half of it there.

    It is written beside its place, forced to the disk and renamed; a file that was
    there before is replaced only then. Folders on the way are made. With `own`, nobody
    else may read or write it.

    Raises:
        OSError: the folder or file cannot be written; the message names `path`, and
            nothing is left behind.
    """
    # One name per process: two programs that write the same file do not mix their halves.
    beside = path.with_name(f".{path.name}.{os.getpid()}{_PART}")
    UNFINISHED.add(os.fspath(beside))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            _lock(file.fileno())  # it says on every host that this is no leftover
            if own:
                beside.chmod(0o600)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise type(error)(error.errno, error.strerror or str(error), str(path)) from error
    finally:
        _remove(beside)
        UNFINISHED.discard(os.fspath(beside))


def remove_leftovers(folder: Path, endings: tuple[str, ...]) -> None:
    """Remove what `write_whole` left in `folder` when its process was killed.

    Only files whose name, without what `write_whole` adds, ends in one of `endings`, and of which
    the process is gone, on this host and, as the lock tells, on any other. What goes wrong is no
    trouble: the next one tries again.
    """
    if sys.platform == "win32":  # asking for a process may end it there
        return
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name, _, process = entry.name.removesuffix(_PART).rpartition(".")
            ours = entry.name.startswith(".") and entry.name.endswith(_PART)
            if ours and name.endswith(endings) and process.isdecimal():
                with suppress(OSError, OverflowError):
                    _remove_leftover(entry, int(process))


def _remove_leftover(entry: os.DirEntry[str], process: int) -> None:
    """Remove a file that `process` began to write, unless it may still be writing it.

    Raises:
        OSError: it is no file of this user, or is being written.
        OverflowError: no process can have that number.
    """
    alive = entry.path in UNFINISHED if process == os.getpid() else _is_alive(process)
    if alive or not entry.is_file(follow_symlinks=False):
        return
    handle = os.open(entry.path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        if os.fstat(handle).st_uid == os.geteuid() and _lock(handle):
            Path(entry.path).unlink()
    finally:
        os.close(handle)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        return True
    return True


def _lock(handle: int) -> bool:
    """Lock the open file for this process; return False where another has it, or nobody can."""
    if os.name == "nt":
        return False
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


LOCK_S = 0.5
"""So long the lock of another process is waited for."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other processes that ask for the same lock out of `folder` meanwhile.

    A lock that cannot be had (a system without `flock`, a network folder that refuses, another
    process that hangs) is done without: what is written whole is still never half of anything.

    Raises:
        OSError: there is no such folder, or it may not be looked into.
    """
    if os.name == "nt":  # no folder can be locked there
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        until = time.monotonic() + LOCK_S
        with suppress(OSError):
            while time.monotonic() < until:
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    time.sleep(0.01)
                else:
                    break
        yield
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    """Remove what a failed writing left behind; the failure itself is what the caller hears of."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
