"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explainer.files import (
    NotRegularError,
    TooLargeError,
    read_regular,
    resource_folder,
    write_whole,
)


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
