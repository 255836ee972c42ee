"""What each system says about motion, asked through files and commands that stand for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from explainer.stillness import System, wants_stillness

GNOME = "gsettings get org.gnome.desktop.interface enable-animations"
MAC = "defaults read com.apple.universalaccess reduceMotion"


def system(
    home: Path,
    *,
    platform: str = "linux",
    desktop: str = "",
    says: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
) -> System:
    """Return a system with these files in its folder of settings and these answers."""
    for name, content in (files or {}).items():
        path = home / ".config" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    def run(command: Sequence[str]) -> str:
        try:
            return (says or {})[" ".join(command)]
        except KeyError as error:
            raise FileNotFoundError(command[0]) from error

    return System(platform, {"XDG_CURRENT_DESKTOP": desktop}, home, run)


@pytest.mark.parametrize(
    "platform, said, wanted",
    [
        ("linux", {GNOME: "false\n"}, True),
        ("linux", {GNOME: "true\n"}, False),
        ("linux", {GNOME: "who knows"}, None),
        ("linux", {}, None),
        ("darwin", {MAC: "1\n"}, True),
        ("darwin", {MAC: "0\n"}, False),
        ("darwin", {}, None),
    ],
)
def test_a_system_is_asked_by_its_own_command(
    tmp_path: Path, *, platform: str, said: dict[str, str], wanted: bool | None
) -> None:

    assert wants_stillness(system(tmp_path, platform=platform, says=said)) is wanted


@pytest.mark.parametrize(
    "content, wanted",
    [
        ("[KDE]\nAnimationDurationFactor=0\n", True),
        ("[General]\nx=1\n[KDE]\nAnimationDurationFactor=0.0\n", True),
        ("[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("[Other]\nAnimationDurationFactor=0\n", None),
        ("[KDE]\nAnimationDurationFactor=fast\n", None),
        ("\x00\xff not a file of sections", None),
    ],
)
def test_kde_is_asked_by_its_file(tmp_path: Path, *, content: str, wanted: bool | None) -> None:
    kde = system(tmp_path, desktop="KDE", says={GNOME: "true"}, files={"kdeglobals": content})

    assert wants_stillness(kde) is wanted


@pytest.mark.parametrize("content, wanted", [("0", True), ("false", True), ("true", False)])
def test_a_desktop_of_its_own_is_asked_by_what_gtk_reads(
    tmp_path: Path, *, content: str, wanted: bool
) -> None:
    file = f"[Settings]\ngtk-font-name=Sans 10\ngtk-enable-animations = {content}\n"

    asked = system(tmp_path, files={"gtk-3.0/settings.ini": file})

    assert wants_stillness(asked) is wanted


def test_a_system_that_cannot_be_asked_has_no_wish_and_says_why(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")

    assert wants_stillness(system(tmp_path, platform="darwin")) is None
    assert "defaults" in caplog.text


def test_this_system_answers_or_not_without_trouble() -> None:

    assert wants_stillness() in (True, False, None)
