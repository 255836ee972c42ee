"""Libraries that a system lacks, and the command that installs them there."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.libraries import (
    MANAGERS,
    Kind,
    install_command,
    libraries,
    library_in,
    missing,
    packages,
)
from explainer.missing import why_not_loaded

LACKS = "libxcb-nowhere.so.7: cannot open shared object file: No such file or directory"


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder with commands, which is empty."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    "manager, command",
    [
        ("apt-get", "sudo apt-get install libxcb-cursor0 libegl1"),
        ("dnf", "sudo dnf install xcb-util-cursor mesa-libEGL"),
        ("pacman", "sudo pacman -S xcb-util-cursor libglvnd"),
        ("zypper", "sudo zypper install libxcb-cursor0 Mesa-libEGL1"),
    ],
)
def test_each_system_has_its_own_command(manager: str, command: str, system: Path) -> None:
    (system / manager).touch(0o755)

    assert install_command(["libxcb-cursor.so.0", "libEGL.so.1"]) == command


def test_on_other_systems_no_command_is_made_up(system: Path) -> None:
    assert install_command(["libEGL.so.1"]) == ""
    (system / "apt-get").touch(0o755)
    assert install_command(["libxcb-nowhere.so.7"]) == ""


@pytest.mark.parametrize("manager", MANAGERS)
@pytest.mark.parametrize("kind", ["offscreen", "xcb", "wayland"])
def test_every_library_has_a_package_on_every_system(kind: Kind, manager: str) -> None:
    for name in libraries(kind):
        assert len(packages([name], manager)) == 1


@pytest.mark.parametrize(
    "reason, library",
    [
        (LACKS, "libxcb-nowhere.so.7"),
        ("/opt/lib/libEGL.so.1: file too short", "libEGL.so.1"),
        ("No module named 'PySide6'", ""),
    ],
)
def test_the_system_says_which_library_it_is(reason: str, library: str) -> None:

    assert library_in(reason) == library


def test_what_is_missing_is_told_in_both_languages(system: Path) -> None:
    (system / "apt-get").touch(0o755)
    reason = LACKS.replace("nowhere.so.7", "cursor.so.0")

    names = ", ".join(dict.fromkeys(("libxcb-cursor.so.0", *missing("xcb"))))
    for language, words in (("en", f"lacks what it needs: {names}"), ("zh", f"所需的库：{names}")):
        said = why_not_loaded(reason, "xcb", language)  # type: ignore[arg-type]
        assert words in said
        assert "sudo apt-get install libxcb-cursor0" in said


def test_without_a_known_command_the_library_is_named_all_the_same(system: Path) -> None:  # noqa: ARG001
    assert "libxcb-nowhere.so.7" in why_not_loaded(LACKS, "xcb", "en")


def test_a_package_that_is_not_installed_is_no_missing_library() -> None:
    said = why_not_loaded("No module named 'PySide6'", "xcb", "en")

    assert said == "Qt cannot be loaded: No module named 'PySide6'."
