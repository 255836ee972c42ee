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


def copy_project(copy: Path) -> None:
    """Copy into `copy` what says how the package is built."""
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(HOUSE / name, copy / name)


def build(house: Path, built: Path) -> Path:
    """Return the wheel of the checkout `house`, in the folder `built`."""
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    alone = ["--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, *alone, "--wheel-dir", str(built), str(house)], check=True)
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what the package is built from, so that nothing is left here."""
    copy = tmp_path_factory.mktemp("house")
    copy_project(copy)
    caches = shutil.ignore_patterns("__pycache__")
    shutil.copytree(HOUSE / "explainer", copy / "explainer", ignore=caches)
    return copy


@pytest.fixture(scope="module")
def wheel(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ZipFile]:
    """Yield the package as it is installed."""
    with ZipFile(build(house, tmp_path_factory.mktemp("built"))) as archive:
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


def test_a_second_build_brings_nothing_that_was_renamed_or_removed_since_the_first(
    tmp_path: Path,
) -> None:
    house = tmp_path / "house"
    fonts = house / "explainer" / "resources" / "fonts"
    fonts.mkdir(parents=True)
    copy_project(house)
    (fonts / "Some-OFL.txt").write_text("a licence")
    package = house / "explainer"
    for name in ("__init__.py", "gone.py", "resources/old.yaml", "resources/gone.yaml"):
        (package / name).write_text('__version__ = "1.0"\n')
    build(house, tmp_path / "first")

    (package / "resources" / "old.yaml").rename(package / "resources" / "new.yaml")
    (package / "resources" / "gone.yaml").unlink()
    (package / "gone.py").unlink()
    with ZipFile(build(house, tmp_path / "second")) as archive:
        names = {name for name in archive.namelist() if name.startswith("explainer/")}

    assert names == {
        "explainer/__init__.py",
        "explainer/resources/new.yaml",
        "explainer/resources/fonts/Some-OFL.txt",
    }
