"""Files are written whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from explainer.files import (
    NoHomeError,
    NotRegularError,
    TooLargeError,
    cache_folder,
    home_folder,
    read_regular,
    remove_leftovers,
    resource_folder,
    settings_folder,
    write_whole,
)
from explainer.settings import Settings, load_settings, save_settings


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    place = tmp_path / "new" / "slide.png"

    write_whole(place, b"content")

    assert place.read_bytes() == b"content"
    assert [it.name for it in place.parent.iterdir()] == ["slide.png"]


def test_a_file_that_was_there_is_replaced(tmp_path: Path) -> None:
    place = tmp_path / "slide.png"
    place.write_bytes(b"old and longer")

    write_whole(place, b"new")

    assert place.read_bytes() == b"new"


def test_a_writing_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "slide.png"
    place.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match=r"No space left on device.*slide\.png"):
        write_whole(place, b"new")
    assert place.read_bytes() == b"old"
    assert [it.name for it in tmp_path.iterdir()] == ["slide.png"]


def test_a_folder_in_the_place_of_a_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "slide.png").mkdir()

    with pytest.raises(OSError, match=r"slide\.png"):
        write_whole(tmp_path / "slide.png", b"new")


def test_the_resources_ship_with_the_package() -> None:
    assert (resource_folder() / "strings").is_dir()


def test_a_regular_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    place = tmp_path / "words"
    place.write_bytes(b"four")

    assert read_regular(place, 4) == b"four"
    with pytest.raises(TooLargeError, match="words"):
        read_regular(place, 3)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_what_is_no_file_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "device").symlink_to("/dev/zero")

    for name in ("pipe", "folder", "device"):
        with pytest.raises(NotRegularError, match=name):
            read_regular(tmp_path / name, 4)


def test_what_only_its_user_may_write_is_written_and_read_as_such(tmp_path: Path) -> None:
    write_whole(tmp_path / "words", b"own", own=True)

    assert read_regular(tmp_path / "words", 4, own=True) == b"own"


unix = pytest.mark.skipif(sys.platform == "win32", reason="processes as Unix has them")


def gone() -> int:
    """Return the number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        return process.pid


@unix
def test_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    left = tmp_path / f".01-slide.png.{gone()}.part"
    left.write_bytes(b"half")

    remove_leftovers(tmp_path, (".png",))

    assert not left.exists()


@unix
def test_what_may_not_be_a_leftover_stays(tmp_path: Path) -> None:
    dead = gone()
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    (tmp_path / f".02-link.png.{dead}.part").symlink_to(mine)
    (tmp_path / f".03-folder.png.{dead}.part").mkdir()
    others = [
        f".04-slide.png.{os.getppid()}.part",
        f".05-slide.svg.{dead}.part",
        f"06-slide.png.{dead}.part",
        f".07-slide.png.{dead}.parts",
        f".08-slide.png.{dead}x.part",
        f".09-slide.png.{10**30}.part",
        ".10-slide.png.part",
    ]
    for name in others:
        (tmp_path / name).write_bytes(b"half")
    before = sorted(tmp_path.iterdir())

    remove_leftovers(tmp_path, (".png",))

    assert sorted(tmp_path.iterdir()) == before
    assert mine.read_text() == "mine"


@unix
def test_what_another_host_is_writing_stays(tmp_path: Path) -> None:
    import fcntl

    left = tmp_path / f".01-slide.png.{gone()}.part"
    with left.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        remove_leftovers(tmp_path, (".png",))
        assert left.exists()

    remove_leftovers(tmp_path, (".png",))
    assert not left.exists()


@unix
def test_the_number_of_the_own_process_may_have_been_that_of_a_dead_one(tmp_path: Path) -> None:
    left = tmp_path / f".01-slide.png.{os.getpid()}.part"
    left.write_bytes(b"half")

    remove_leftovers(tmp_path, (".png",))

    assert not left.exists()


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Return a patch for an environment that names no folder of the user."""
    for name in ("EXPLAINER_SETTINGS_DIR", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


linux = pytest.mark.skipif(sys.platform != "linux", reason="folders as XDG has them")


@linux
@pytest.mark.parametrize("value", ["", "relative", "./here", "~"])
def test_a_folder_of_the_user_that_is_not_absolute_is_ignored(
    value: str, bare: pytest.MonkeyPatch
) -> None:
    bare.setenv("HOME", "/home/one")
    bare.setenv("XDG_CONFIG_HOME", value)
    bare.setenv("XDG_CACHE_HOME", value)

    assert settings_folder() == Path("/home/one/.config/explainer")
    assert cache_folder() == Path("/home/one/.cache/explainer")


@linux
def test_an_absolute_folder_of_the_user_is_heard(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("XDG_CONFIG_HOME", "/etc/one")

    assert settings_folder() == Path("/etc/one/explainer")


@linux
@pytest.mark.parametrize("value", ["", "relative"])
def test_a_home_that_is_not_absolute_is_looked_up(value: str, bare: pytest.MonkeyPatch) -> None:
    import pwd

    bare.setenv("HOME", value)

    assert home_folder() == Path(pwd.getpwuid(os.getuid()).pw_dir)


@linux
def test_without_any_home_no_folder_is_made_up(bare: pytest.MonkeyPatch) -> None:
    import pwd

    def unknown(_: int) -> NoReturn:
        raise KeyError

    bare.setattr(pwd, "getpwuid", unknown)

    with pytest.raises(NoHomeError):
        settings_folder()
    settings, trouble = load_settings("en")
    assert settings == Settings()
    assert "Set HOME to an absolute path" in trouble
    assert save_settings(settings, "en") == trouble


@linux
@pytest.mark.parametrize("name", ["HOME", "XDG_CACHE_HOME"])
def test_no_command_makes_a_folder_where_it_is_started(name: str, tmp_path: Path) -> None:
    folders = {it: str(tmp_path / it) for it in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    started = tmp_path / "started"
    started.mkdir()

    command = [sys.executable, "-m", "explainer", "export", "--slides", "1", "--out", "../out"]
    subprocess.run(
        command,
        env={"PATH": os.defpath, "LANG": "C", **folders, name: "here"},
        cwd=started,
        check=True,
        capture_output=True,
    )

    assert list(started.iterdir()) == []
