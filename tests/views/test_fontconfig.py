"""A user's wishes for fonts do not reach the app's own faces, in files or windows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.views.fontconfig import VARIABLE, with_own_fonts_smooth

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fontconfig is Linux's")

ROUGH = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <match target="pattern"><edit name="antialias" mode="assign"><bool>false</bool></edit></match>
  <match target="font"><edit name="antialias" mode="assign"><bool>false</bool></edit></match>
  <match target="font"><edit name="embolden" mode="assign"><bool>true</bool></edit></match>
  <match target="font"><edit name="hintstyle" mode="assign"><const>hintfull</const></edit></match>
  <match target="font"><edit name="rgba" mode="assign"><const>rgb</const></edit></match>
</fontconfig>
"""

IN_A_WINDOW = """
from explainer.views.application import application
app = application()
from explainer.deck import load_embedded
from explainer.schema import StepId
from explainer.views.render import slide_image
deck = load_embedded()
image = slide_image(deck, StepId("reasoning/who-can"), "en", "light", 640, 360)
print(app.platformName(), hash(bytes(image.constBits())))
"""


@pytest.fixture
def rough(tmp_path: Path) -> str:
    """Return a file of a user who wants all words without smooth edges."""
    path = tmp_path / "rough & ready.conf"
    path.write_text(ROUGH, encoding="utf-8")
    return str(path)


def run(*words: str, **environment: str) -> bytes:
    return subprocess.run(
        [sys.executable, *words],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "1", **environment},
    ).stdout


def test_files_are_painted_alike_whatever_the_user_wishes_for_fonts(
    rough: str, tmp_path: Path
) -> None:
    contents = []
    for name, environment in (("one.png", {}), ("two.png", {"FONTCONFIG_FILE": rough})):
        words = ("--slides", "reasoning/who-can", "--size", "640x360", "--out")
        run("-m", "explainer", "export", *words, str(tmp_path / name), **environment)
        contents.append((tmp_path / name).read_bytes())

    assert contents[0] == contents[1]


def test_windows_are_painted_alike_whatever_the_user_wishes_for_fonts(rough: str) -> None:
    plain = run("-c", IN_A_WINDOW)

    assert run("-c", IN_A_WINDOW, FONTCONFIG_FILE=rough) == plain
    # The user's file was read all the same: for other fonts it counts.
    inside = Path(os.environ["EXPLAINER_SETTINGS_DIR"], "cache", "fontconfig.conf")
    assert "rough &amp; ready.conf" in inside.read_text("utf-8")


def test_an_endless_file_in_its_place_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPLAINER_SETTINGS_DIR", str(tmp_path))
    monkeypatch.setenv(VARIABLE, "fonts.conf")
    path = tmp_path / "cache" / "fontconfig.conf"
    path.parent.mkdir()
    path.touch()
    os.truncate(path, 1 << 40)  # takes no room on the disk

    with_own_fonts_smooth()

    assert path.stat().st_size < 4096
    assert os.environ[VARIABLE] == str(path)
