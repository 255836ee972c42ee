"""What somebody gets who installs the package: all of it, and the command."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from explainer import __version__

HOUSE = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what the package is built from, so that nothing is left here."""
    copy = tmp_path_factory.mktemp("house")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(HOUSE / name, copy / name)
    caches = shutil.ignore_patterns("__pycache__")
    shutil.copytree(HOUSE / "explainer", copy / "explainer", ignore=caches)
    return copy


@pytest.fixture(scope="module")
def wheel(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ZipFile]:
    """Yield the package as it is installed."""
    built = tmp_path_factory.mktemp("built")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    alone = ["--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, *alone, "--wheel-dir", str(built), str(house)], check=True)
    (path,) = built.glob("*.whl")
    with ZipFile(path) as archive:
        yield archive


def test_every_file_of_the_package_is_in_the_wheel(house: Path, wheel: ZipFile) -> None:
    files = [path for path in (house / "explainer").rglob("*") if path.is_file()]

    assert {path.relative_to(house).as_posix() for path in files} <= set(wheel.namelist())


def test_nothing_but_the_package_is_in_the_wheel(wheel: ZipFile) -> None:
    assert {name.partition("/")[0] for name in wheel.namelist()} == {
        "explainer",
        f"explainer-{__version__}.dist-info",
    }


def test_the_wheel_brings_the_command(wheel: ZipFile) -> None:
    commands = wheel.read(f"explainer-{__version__}.dist-info/entry_points.txt").decode()

    assert "explainer = explainer.cli:main" in commands


def test_the_licences_of_code_and_fonts_come_along(wheel: ZipFile) -> None:
    licences = [name for name in wheel.namelist() if ".dist-info/licenses/" in name]

    assert any(name.endswith("/LICENSE") for name in licences)
    assert any("OFL" in name for name in licences)
