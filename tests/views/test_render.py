"""A slide as an image: size, bars, colours, and the same pixels whatever surrounds it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from exports import DECK, wishes
from pngs import read_png
from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage

from explainer.export import Area, Size, Wishes, export, inner_area, plan
from explainer.schema import Language, StepId
from explainer.state import ThemeName
from explainer.views.render import slide_image, slide_painter

MAP = StepId("reasoning/who-can")


def image(
    width: int = 960,
    height: int = 540,
    step: StepId = MAP,
    language: Language = "en",
    theme: ThemeName = "light",
) -> QImage:
    return slide_image(DECK, step, language, theme, width, height)


def pixels(picture: QImage) -> bytes:
    return bytes(picture.constBits())


@pytest.mark.parametrize("size", [(320, 240), (1024, 768), (1921, 1079), (2560, 600), (500, 900)])
def test_an_image_has_exactly_the_size_that_was_asked_for(size: tuple[int, int]) -> None:
    found = image(*size)

    assert (found.width(), found.height()) == size
    assert found.devicePixelRatio() == 1.0


@pytest.mark.parametrize("size", [(2560, 1080), (768, 1024)])
def test_bars_have_the_colour_of_the_slides_own_ground(size: tuple[int, int]) -> None:
    wide = image(*size)
    area = inner_area(*size)
    ground = image(area.width, area.height).pixel(0, 0)

    bars = wide.copy(0, 0, area.x or size[0], area.y or size[1])
    flat = QImage(bars.size(), bars.format())
    flat.fill(ground)
    assert bars == flat


@pytest.mark.parametrize("size", [(2560, 1080), (768, 1024)])
def test_between_bars_stands_the_slide_as_it_is_without_them(size: tuple[int, int]) -> None:
    area: Area = inner_area(*size)

    inner = image(*size).copy(area.x, area.y, area.width, area.height)

    assert inner == image(area.width, area.height)


def test_language_theme_and_step_change_the_image() -> None:
    others = [
        image(language="zh"),
        image(theme="dark"),
        image(step=StepId("reasoning/suspects")),
    ]

    assert len({pixels(it) for it in [image(), *others]}) == 4


def test_the_same_slide_has_the_same_pixels_again() -> None:
    first = pixels(image())
    image(step=StepId("reasoning/suspects"), language="zh", theme="dark")

    assert pixels(image()) == first


def test_a_file_holds_the_pixels_of_the_image(tmp_path: Path) -> None:
    targets = plan(DECK, wishes(tmp_path, slides="8"))
    export(DECK, targets, slide_painter(DECK))

    png = read_png(targets[0].path.read_bytes())

    found = image(320, 240, step=targets[0].step).convertToFormat(QImage.Format.Format_RGB888)
    assert (png.width, png.height) == (320, 240)
    assert png.rows == pixels(found)


def test_letters_of_a_large_image_are_painted() -> None:
    """Beyond 64 px Qt takes another way to paint letters."""
    small = image(1920, 1080, step=MAP)
    large = image(3840, 2160, step=MAP)

    headline = (0, 0, 1.0, 0.15)  # shares of width and height
    assert _ink(large, headline) == pytest.approx(_ink(small, headline), rel=0.2)


def _ink(picture: QImage, part: tuple[float, float, float, float]) -> float:
    """Return which share of a part of the image is not its ground."""
    x, y, width, height = part
    w, h = picture.width(), picture.height()
    area = picture.copy(round(x * w), round(y * h), round(width * w), round(height * h))
    grey = area.convertToFormat(QImage.Format.Format_Grayscale8)
    values = pixels(grey)
    return sum(1 for it in values if it < 128) / len(values)


_RENDER = """
import hashlib, sys
from pathlib import Path
from explainer.cli import main
code = main(["export", "--out", sys.argv[1], "--slides", "1,8,last", "--size", "960x540",
             "--lang", "all", "-q"])
names = sorted(Path(sys.argv[1]).iterdir())
print(code, hashlib.sha256(b"".join(it.read_bytes() for it in names)).hexdigest())
"""


def rendered(folder: Path, **environment: str) -> str:
    """Return exit code and hash of an export by an interpreter in a bare environment."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", _RENDER, str(folder / "out")],
        env={
            "HOME": str(folder),
            "PATH": os.defpath,
            "PYTHONPATH": os.pathsep.join(sys.path),
            **environment,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[-1]


def test_files_are_the_same_without_system_fonts_in_any_locale_at_any_density(
    tmp_path: Path,
) -> None:
    nothing = tmp_path / "no-fonts.conf"
    nothing.write_text("<fontconfig></fontconfig>")

    plain = rendered(tmp_path / "plain")

    assert plain.startswith("0 ")
    assert rendered(tmp_path / "fonts", FONTCONFIG_FILE=str(nothing)) == plain
    assert rendered(tmp_path / "locale", LC_ALL="zh_CN.UTF-8", QT_SCALE_FACTOR="2") == plain
    assert rendered(tmp_path / "dpi", QT_FONT_DPI="144", LANG="ja_JP.UTF-8") == plain


def test_a_locale_set_in_this_program_changes_nothing() -> None:
    first = pixels(image(language="zh"))
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))

    assert pixels(image(language="zh")) == first


def test_an_export_of_large_images_has_their_size(tmp_path: Path) -> None:
    asked = Wishes(tmp_path, ("en",), slides="8", size=Size(3840, 2160))
    export(DECK, plan(DECK, asked), slide_painter(DECK))

    (path,) = tmp_path.glob("*.png")
    assert read_png(path.read_bytes()).width == 3840
