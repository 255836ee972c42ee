"""The measure of contrast itself: what a shape stands on, and what must not be overlooked."""

from __future__ import annotations

import pytest
from ink import RULER
from PySide6.QtWidgets import QApplication
from seeing import contrast, distance
from standing import Ground, Kind, Veiled, looked_at, stands

from explainer.intents import NextStep
from explainer.picture import (
    Box,
    Clip,
    Hit,
    Icon,
    Ink,
    LineTo,
    MoveTo,
    Picture,
    Shape,
    Span,
    TextLine,
    Trace,
)
from explainer.views.fonts import load_fonts

CARD = Box(10, 10, 180, 80, radius=8, fill="surface")
Found = list[tuple[Kind, Ink, Ground]]


@pytest.fixture(autouse=True, scope="module")
def faces(qapp: QApplication) -> None:  # noqa: ARG001 - fonts need the app
    load_fonts()


def found(*shapes: Shape) -> Found:
    """Return what stands on what among `shapes` on a background of 200 x 100 px."""
    picture = Picture(200, 100, shapes, ground="background")
    return [(it.kind, it.ink, it.ground) for it in stands(picture)]


def words(ink: Ink = "muted", halo: Ink = "", x: float = 30) -> TextLine:
    return TextLine(x, 60, (Span("words", ink=ink),), 24, halo=halo)


def stroke(ink: Ink, y: float = 50) -> Trace:
    return Trace((MoveTo(0, y), LineTo(200, y)), stroke=ink, width=30)


def test_words_stand_on_the_fill_that_lies_topmost() -> None:
    assert found(CARD, words()) == [("text", "muted", "surface")]
    assert found(words()) == [("text", "muted", "background")]


def test_words_over_an_edge_stand_on_both_sides() -> None:
    half = Box(0, 0, 60, 100, fill="sunken")

    assert {it[2] for it in found(half, words())} == {"sunken", "background"}


def test_a_halo_is_what_its_words_stand_on() -> None:
    strand = stroke("method.code.stroke")

    assert found(strand, words(halo="background"))[1:] == [("text", "muted", "background")]
    assert found(strand, words())[1:] == [("text", "muted", "method.code.stroke")]


def test_each_colour_of_a_line_is_looked_at_where_its_own_words_stand() -> None:
    line = TextLine(10, 60, (Span("left  ", ink="ink"), Span("right", ink="error")), 24)
    split = 10 + RULER.width("left ", "text", 24)

    assert found(Box(split, 0, 200, 100, fill="sunken"), line) == [
        ("text", "ink", "background"),
        ("text", "error", "sunken"),
    ]


def test_words_in_the_colour_of_their_ground_are_not_overlooked() -> None:
    assert found(words(ink="background")) == [("text", "background", "background")]
    assert contrast("background", "background", "light") == 1


def test_words_that_a_clip_hides_stand_nowhere() -> None:
    assert found(Clip(0, 0, 200, 20, (words(),))) == []


def test_an_icon_stands_on_its_disc() -> None:
    disc = Box(80, 30, 40, 40, 20, "method.rlhf.stroke")
    icon = Icon("method-rlhf", 100, 50, 28, "on_accent")

    assert found(disc, icon) == [
        ("graphics", "method.rlhf.stroke", "background"),
        ("icon", "on_accent", "method.rlhf.stroke"),
    ]


def test_a_line_stands_on_the_grounds_beside_it_and_not_on_the_line_that_it_crosses() -> None:
    crossed = Trace((MoveTo(100, 0), LineTo(100, 100)), stroke="method.code.stroke", width=20)

    assert found(crossed, stroke("method.rlhf.stroke"))[1:] == [
        ("graphics", "method.rlhf.stroke", "background")
    ]


def test_a_sign_within_a_sign_stands_on_that() -> None:
    bar = Box(0, 20, 200, 60, fill="ink")
    dot = Box(90, 40, 20, 20, 10, "method.code.stroke")

    assert found(bar, dot)[1:] == [("graphics", "method.code.stroke", "ink")]


def test_the_outline_of_a_box_stands_on_what_is_inside_and_outside() -> None:
    frame = Box(20, 20, 100, 50, fill="surface", stroke="ink", stroke_width=3)

    assert {it[2] for it in found(frame)} == {"surface", "background"}


def test_hairlines_and_grounds_need_not_stand_out() -> None:
    assert found(CARD, stroke("line"), stroke("edge_dimmed")) == []


def test_a_fill_that_lets_through_makes_a_new_ground() -> None:
    veil = Box(0, 0, 200, 100, fill="background", opacity=0.5)
    ((_, _, ground),) = found(Box(0, 0, 200, 100, fill="ink"), veil, words(ink="error"))[1:]

    assert ground == Veiled("ink", "background", 0.5)
    assert 1 < contrast("ink", ground, "light") < contrast("ink", "background", "light")


def test_a_ring_is_measured_on_the_grounds_around_what_it_frames() -> None:
    picture = Picture(200, 100, (CARD,), ground="background")
    look = looked_at(picture)

    assert look.along(Hit(30, 30, 40, 40, NextStep(), "inside"), 2, 6) == {"surface"}
    assert look.along(Hit(12, 12, 40, 40, NextStep(), "edge"), 2, 6) == {"surface", "background"}


def test_black_on_white_is_the_largest_contrast() -> None:
    assert contrast("black", "white", "dark") == pytest.approx(21)
    assert contrast("black", "white", "dark", 1 / 14) == pytest.approx(
        (1.05 + 1 / 14) / 0.1214, 1e-3
    )


def test_red_and_green_are_less_unlike_to_eyes_without_one_of_their_cones() -> None:
    red, green = "#C04040", "#4A8A2A"

    assert distance(red, green, "normal") > 3 * distance(red, green, "deutan")
    assert distance(red, red, "protan") == 0
