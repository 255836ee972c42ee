"""What colours say is told apart by eyes that lack one kind of cones, and without any colour."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations, pairwise
from typing import TypeVar, get_args

import numpy as np
import numpy.typing as npt
import pytest
from lectures import embedded
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from seeing import SIGHTS, Sight, distance

from explainer.marks import fate_glyph
from explainer.picture import Box, Clip, Icon, Ink, Picture, Shape, Trace
from explainer.plot.look import Look, bar_shape, dot_shape
from explainer.schema import Change, ChartSlide, MethodId, StepId
from explainer.slide import slide_picture
from explainer.state import ThemeName
from explainer.story import step, steps
from explainer.strands import swatch
from explainer.theme import colour, number
from explainer.views import paint as painting
from explainer.views.fonts import load_fonts
from explainer.views.render import picture_image
from explainer.views.text import QtRuler

UNLIKE = 10.0
"""CIEDE2000 from which two colours are told apart in passing.

One unit is about what a trained eye just sees side by side, from 2 to 10 a difference is noticed at
a glance, above 10 two colours are called different ones. Strands seldom lie side by side, so the
glance that compares them needs the last.
"""
SHAPES = 0.03
"""Share of two drawings in one and the same colour that must differ, or they look the same."""
CHANGES: tuple[Change, ...] = get_args(Change)
METHODS = ("pretraining", "code", "instruction", "rlhf")
DIRECTIONS = ("gained", "lost", "traded")
"""A fate of each hue: up, down, and exchange."""
THEMES: tuple[ThemeName, ...] = ("light", "dark")
BOTH = (True, False)
Pixels = npt.NDArray[np.uint8]
K = TypeVar("K", bound=Hashable)


@pytest.fixture(autouse=True, scope="module")
def faces(qapp: QApplication) -> None:  # noqa: ARG001 - fonts need the app
    load_fonts()


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", THEMES)
def test_the_colours_of_methods_and_fates_are_unlike_to_all_eyes(
    theme: ThemeName, sight: Sight
) -> None:
    for roles in (
        [f"method.{it}.stroke" for it in METHODS],
        [f"fate.{it}.color" for it in DIRECTIONS],
    ):
        for one, other in combinations(roles, 2):
            unlike = distance(colour(theme, one), colour(theme, other), sight)
            assert unlike >= UNLIKE, (one, other, unlike)


def drawn(shapes: tuple[Shape, ...], width: float, height: float) -> Pixels:
    """Return shapes painted black on white: accents alike, and what is laid under them left out."""

    def plain(_theme: ThemeName, ink: Ink) -> QColor:
        under = ink.endswith(("tint", "surface", "background"))
        return QColor("white" if under or ink == "on_accent" else "black")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(painting, "ink_colour", plain)
        image = picture_image(Picture(width, height, shapes, ground="background"), "light")
    rgb = np.frombuffer(bytes(image.constBits()), np.uint8)
    return rgb.reshape(image.height(), image.bytesPerLine())[:, : image.width() * 4 : 4]


def unlike_shapes(drawings: Mapping[K, Pixels]) -> dict[tuple[K, K], float]:
    """Return for each two drawings which share of what either covers the other does not."""
    found = {}
    for (one, left), (other, right) in combinations(drawings.items(), 2):
        differ = np.abs(left.astype(np.int16) - right).sum()
        covered = (255 - np.minimum(left, right).astype(np.int64)).sum()
        found[one, other] = float(differ / covered)
    return found


@pytest.mark.parametrize("size", [number("slide_kinds", "fate_lens", "glyph_window_px"), 24.0])
def test_fates_are_told_apart_by_their_shapes_alone(size: float) -> None:
    made = {
        change: drawn(fate_glyph(change, size / 2, size / 2, size), size, size)
        for change in CHANGES
    }

    unlike = unlike_shapes(made)
    assert len(unlike) == 45
    assert {pair: share for pair, share in unlike.items() if share < SHAPES} == {}


@pytest.mark.parametrize("width", [7.0, number("strand", "width_window"), 13.0])
def test_methods_are_told_apart_by_the_texture_of_their_strands_alone(width: float) -> None:
    methods = embedded().methods
    made = {
        it: drawn(swatch(methods[MethodId(it)], 0, width, 6 * width, width), 6 * width, 2 * width)
        for it in METHODS
    }

    assert min(unlike_shapes(made).values()) >= SHAPES


def test_methods_are_told_apart_by_their_icons_alone() -> None:
    radius = number("badge", "radius_window")

    def badge(method: str) -> tuple[Shape, ...]:
        icon = Icon(f"method-{method}", radius, radius, radius * number("badge", "icon"), "ink")
        return (icon,)

    made = {it: drawn(badge(it), 2 * radius, 2 * radius) for it in METHODS}

    assert min(unlike_shapes(made).values()) >= 0.2


def flat(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Clip):
            yield from flat(shape.shapes)
        else:
            yield shape


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)], ids=lambda it: f"{it[0]}x{it[1]}")
def test_the_map_paints_each_method_with_its_own_texture_and_icon(size: tuple[int, int]) -> None:
    picture = slide_picture(embedded(), StepId("limits/end"), "en", *size, QtRuler())
    shapes = list(flat(picture.shapes))
    icons = {it.name for it in shapes if isinstance(it, Icon)}
    textures: dict[str, set[tuple[str, float]]] = {}
    for line, core in pairwise(shapes):
        match line, core:
            case Trace(stroke=ink, width=width), Trace(stroke="background") if (
                ink.startswith("method.") and core.id == line.id and core.width < width
            ):
                look = (core.cap, round(core.width / width, 2))
                textures.setdefault(ink.split(".")[1], set()).add(look)
            case _:
                pass

    assert icons >= {f"method-{it}" for it in METHODS if it != "pretraining"}
    assert textures == {
        "code": {("flat", 0.26)},
        "instruction": {("round", 0.42)},
        "rlhf": {("flat", 0.26)},
    }


def test_the_series_of_a_chart_are_told_apart_by_filled_and_hollow_marks() -> None:
    look = Look(12, 12, 12, 30, 8, 1)
    dots = {it: drawn((dot_shape(10, 10, 8, "ink", "surface", hollow=it),), 20, 20) for it in BOTH}
    bars = {it: drawn((bar_shape(0, 4, 60, 12, "ink", look, hollow=it),), 60, 20) for it in BOTH}

    assert min(unlike_shapes(dots).values()) >= 0.2
    assert min(unlike_shapes(bars).values()) >= 0.2


def test_no_hue_says_which_series_a_mark_of_a_chart_belongs_to() -> None:
    deck = embedded()
    names = [it for it in steps(deck) if isinstance(step(deck, it).slide, ChartSlide)]
    marks = [
        shape
        for name in names
        for shape in flat(slide_picture(deck, name, "en", 1920, 1080, QtRuler()).shapes)
        if isinstance(shape, Box) and shape.id.startswith(("dot", "bar"))
    ]

    assert {it.id for it in marks} >= {"dot", "dot-hollow", "bar"}
    assert {it.stroke or it.fill for it in marks} <= {"ink", "muted"}
