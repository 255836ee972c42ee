"""Each part of the app looks as its reference in `tests/references` does, to eyes.

Where a look is changed on purpose, `make references ARGS="NAME ..."` paints the named references
anew, without names all of them; they are looked at before they are committed. A run of the tests
never writes one.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from lectures import embedded, line_words
from looks import LOOKS, REFERENCES, SPECKS, Slide, difference, reference, trouble
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from explainer.picture import Ink, Picture, TextLine
from explainer.schema import StepId
from explainer.state import ThemeName
from explainer.story import step, steps
from explainer.views import paint as painting
from explainer.views.render import picture_image
from explainer.views.style import ink_colour

SAMPLE = "map-4-3"
PART = QRect(280, 180, 240, 120)
"""px of the sample where strands run."""
FEW = 6
"""Levels of 255: so little is a change of colour that is seen side by side, and hardly else."""


@pytest.mark.parametrize("name", LOOKS)
def test_it_looks_as_its_reference_does(name: str, tmp_path: Path) -> None:
    wrong = trouble(name, LOOKS[name].image(), tmp_path)

    assert not wrong, wrong


def test_every_kind_of_slide_has_a_reference() -> None:
    kinds = {name: type(step(embedded(), name).slide) for name in steps(embedded())}
    shown = {kinds[StepId(it.step)] for it in LOOKS.values() if isinstance(it, Slide)}

    assert shown == set(kinds.values())


def test_every_reference_is_compared() -> None:
    assert {path.name for path in REFERENCES.iterdir()} == {f"{name}.png" for name in LOOKS}


@pytest.fixture(scope="module")
def picture(qapp: QApplication) -> Picture:  # noqa: ARG001 - fonts need the app
    sample = LOOKS[SAMPLE]
    assert isinstance(sample, Slide)
    return sample.picture()


@pytest.fixture(scope="module")
def image(picture: Picture) -> QImage:
    return picture_image(picture, LOOKS[SAMPLE].theme)


class TestTheNet:
    """How fine the comparison is: what it must catch, and what it must let through."""

    def test_it_lets_through_what_is_painted_once_more(
        self, picture: Picture, image: QImage
    ) -> None:
        assert difference(image, picture_image(picture, "light")).pixels == 0

    def test_it_catches_one_colour_that_is_a_few_levels_lighter(
        self, picture: Picture, image: QImage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def repainted(theme: ThemeName, ink: Ink) -> QColor:
            made = ink_colour(theme, ink)
            if ink != "method.code.stroke":
                return made
            return QColor(made.red() + FEW, made.green() + FEW, made.blue() + FEW)

        monkeypatch.setattr(painting, "ink_colour", repainted)
        changed = picture_image(picture, "light")

        assert difference(image.copy(PART), changed.copy(PART)).pixels > 10 * SPECKS

    @pytest.mark.parametrize("label", ["ChatGPT", "RLHF", "Nov ’22"])
    def test_it_catches_one_label_that_is_moved_by_four_pixels(
        self, picture: Picture, image: QImage, label: str
    ) -> None:
        shapes = [
            replace(it, x=it.x + 4) if isinstance(it, TextLine) and line_words(it) == label else it
            for it in picture.shapes
        ]
        assert sum(a is not b for a, b in zip(shapes, picture.shapes, strict=True)) == 1
        moved = picture_image(replace(picture, shapes=tuple(shapes)), "light")

        assert difference(image, moved).pixels > 5 * SPECKS

    def test_it_lets_through_a_level_of_noise(self, image: QImage) -> None:
        part = image.copy(PART)
        noisy = part.copy()
        pixels = np.frombuffer(noisy.bits(), np.uint8)
        noise = np.random.default_rng(5).integers(-1, 2, pixels.size)
        pixels[:] = np.clip(pixels + noise, 0, 255)

        assert noisy != part
        assert difference(part, noisy).pixels == 0

    def test_it_says_where_the_difference_is_shown_and_how_to_accept_it(
        self, image: QImage, tmp_path: Path
    ) -> None:
        with QPainter(image_now := image.copy()) as painter:
            painter.fillRect(480, 300, 9, 9, "red")
        wrong = trouble(SAMPLE, image_now, tmp_path / "seen")
        shown = tmp_path / "seen" / f"{SAMPLE}-difference.png"

        assert str(shown) in wrong
        assert f'make references ARGS="{SAMPLE}"' in wrong
        assert not QImage(str(shown)).isNull()

    def test_images_of_two_sizes_look_different(self, image: QImage) -> None:
        assert difference(image, image.copy(0, 0, 960, 719)).pixels > SPECKS

    def test_what_has_no_reference_says_how_to_make_one(
        self, image: QImage, tmp_path: Path
    ) -> None:
        with pytest.raises(FileNotFoundError, match="make references"):
            trouble("unknown", image, tmp_path)
        with pytest.raises(FileNotFoundError, match="unknown"):
            reference("unknown")
