"""What each shape looks like in pixels."""

from __future__ import annotations

import pytest
from pixels import dark
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from explainer.files import resource_folder
from explainer.picture import (
    ArcTo,
    Box,
    Clip,
    Icon,
    LineTo,
    Move,
    MoveTo,
    Picture,
    Shape,
    Span,
    TextLine,
    Trace,
)
from explainer.state import ThemeName
from explainer.views.icons import icon_path
from explainer.views.paint import paint
from explainer.views.strokes import trace_path
from explainer.views.style import ink_colour

WHITE, BLACK = QColor("white"), QColor("black")


def painted(
    *shapes: Shape,
    ground: str = "white",
    theme: ThemeName = "light",
    scale: float = 1.0,
    clip: QRectF | None = None,
) -> QImage:
    image = QImage(int(100 * scale), int(100 * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        paint(painter, Picture(100, 100, shapes, ground=ground), theme, clip=clip)
    return image


def test_the_ground_lies_under_everything() -> None:
    assert painted(ground="white").pixelColor(99, 99) == WHITE


def test_a_picture_without_ground_leaves_what_is_there() -> None:
    assert painted(ground="").pixelColor(50, 50) == QColor("magenta")


def test_later_shapes_lie_on_earlier_ones() -> None:
    image = painted(Box(10, 10, 50, 50, fill="black"), Box(20, 20, 10, 10, fill="white"))
    assert (image.pixelColor(15, 15), image.pixelColor(25, 25)) == (BLACK, WHITE)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_roles_have_the_colours_of_the_theme(theme: ThemeName) -> None:
    image = painted(Box(0, 0, 50, 50, fill="method.code.tint"), theme=theme)
    assert image.pixelColor(20, 20) == ink_colour(theme, "method.code.tint")


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        painted(Box(0, 0, 50, 50, fill="shade"))


def test_a_capsule_has_round_ends() -> None:
    image = painted(Box(10, 10, 60, 30, radius=15, fill="black"))
    assert image.pixelColor(11, 11) == WHITE
    assert image.pixelColor(11, 25).lightness() < 30


def test_a_stroke_is_centred_on_the_edge() -> None:
    image = painted(Box(20, 20, 60, 60, stroke="black", stroke_width=6))
    row = [x for x in range(50) if image.pixelColor(x, 50) == BLACK]
    assert row == list(range(17, 23))
    assert image.pixelColor(50, 50) == WHITE


def test_opacity_is_that_of_the_fill() -> None:
    image = painted(Box(20, 20, 60, 60, fill="black", stroke="black", stroke_width=6, opacity=0.5))
    assert image.pixelColor(50, 50).lightness() == pytest.approx(128, abs=2)
    assert image.pixelColor(20, 50) == BLACK


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("x", [20.0, 20.3, 20.5])
def test_hairlines_are_sharp_at_any_place_and_scale(x: float, scale: float) -> None:
    frame = painted(Box(x, x, 50, 50, stroke="black", stroke_width=1), scale=scale)
    rule = painted(Box(x, 0, 1, 100, fill="black"), scale=scale)
    for image in (frame, rule):
        y = round(45 * scale)
        left = {image.pixelColor(n, y).lightness() for n in range(round(40 * scale))}
        if scale != 1.5 or image is rule:  # a stroke of one and a half pixels cannot be sharp
            assert left == {0, 255}


def test_a_dotted_outline_has_round_dots_and_gaps() -> None:
    image = painted(Box(10, 50, 80, 40, stroke="black", stroke_width=6, dash=(0, 1.95)))
    row = [image.pixelColor(x, 50).lightness() for x in range(20, 80)]
    assert min(row) < 20
    assert max(row) == 255


CROSS: tuple[Move, ...] = (MoveTo(10, 50), LineTo(90, 50), MoveTo(50, 10), LineTo(50, 90))


def test_a_trace_is_a_line_of_its_width() -> None:
    image = painted(Trace(CROSS, stroke="black", width=4))
    assert {y for y in range(100) if image.pixelColor(20, y) == BLACK} == set(range(48, 52))
    assert {x for x in range(100) if image.pixelColor(x, 20) == BLACK} == set(range(48, 52))


def test_flat_ends_stop_at_the_point_and_round_ones_go_beyond() -> None:
    ends = [
        max(x for x, _ in dark(painted(Trace(CROSS[:2], stroke="black", width=10, cap=cap))))
        for cap in ("flat", "round")
    ]
    assert ends[0] == 89
    assert ends[1] in {93, 94}


def test_a_stroke_without_length_is_a_dot_when_its_ends_are_round() -> None:
    moves = (MoveTo(30, 30), LineTo(30, 30))
    assert (30, 30) in dark(painted(Trace(moves, stroke="black", width=8, cap="round")))
    assert not dark(painted(Trace(moves, stroke="black", width=8)))


def test_an_arc_turns_clockwise_from_three_o_clock() -> None:
    path = trace_path((ArcTo(50, 50, 30, 0, 90),))
    start, middle, end = (path.pointAtPercent(share) for share in (0, 0.5, 1))
    assert (start.x(), start.y()) == pytest.approx((80, 50))
    assert (middle.x(), middle.y()) == pytest.approx((71.2, 71.2), abs=0.1)
    assert (end.x(), end.y()) == pytest.approx((50, 80))


def test_an_arc_goes_on_where_the_line_ended() -> None:
    bend = (MoveTo(20, 10), LineTo(20, 40), ArcTo(40, 40, 20, 180, -90), LineTo(80, 60))
    image = painted(Trace(bend, stroke="black", width=6))
    for x, y in ((20, 20), (26, 54), (60, 60)):
        assert image.pixelColor(x, y) == BLACK
    assert image.pixelColor(22, 58) == WHITE


def test_a_closed_trace_is_filled_and_comes_back() -> None:
    corner = (MoveTo(20, 20), LineTo(80, 20), LineTo(50, 80))
    image = painted(Trace(corner, stroke="black", width=4, fill="method.code.tint", closed=True))
    assert image.pixelColor(50, 40) == ink_colour("light", "method.code.tint")
    assert image.pixelColor(35, 50) == BLACK


@pytest.mark.parametrize(
    "name",
    [path.stem for path in (resource_folder() / "icons").glob("*.svg") if path.stem != "app"],
)
def test_every_icon_stays_within_its_grid(name: str) -> None:
    bounds = icon_path(name, 24).boundingRect()
    assert QRectF(-11, -11, 22, 22).contains(bounds)
    assert max(bounds.width(), bounds.height()) > 8
    assert max(abs(bounds.center().x()), abs(bounds.center().y())) < 3


def test_an_icon_is_centred_and_scaled() -> None:
    image = painted(Icon("mark-plus", 50, 50, 48, "black"))
    inked = dark(image)
    assert (min(x for x, _ in inked), max(x for x, _ in inked)) == (34, 65)
    assert image.pixelColor(50, 50) == BLACK
    assert image.pixelColor(40, 40) == WHITE


def test_the_round_glass_of_the_search_icon_is_round() -> None:
    inked = dark(painted(Icon("search", 50, 50, 96, "black", stroke=1)))
    for x, y in ((44, 18), (18, 44), (70, 44), (44, 70)):
        assert inked & {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}


SHAPES = (
    Box(10, 10, 20, 20, fill="black"),
    Icon("play", 70, 70, 20, "black"),
    TextLine(10, 90, (Span("H", ink="black"),), 20),
    Trace(CROSS, stroke="black", width=4),
)


@pytest.mark.parametrize(
    "clip", [QRectF(0, 0, 100, 40), QRectF(0, 60, 100, 40), QRectF(60, 0, 40, 100)]
)
def test_leaving_out_what_is_outside_changes_nothing_inside(clip: QRectF) -> None:
    area = clip.toRect()
    assert painted(*SHAPES, clip=clip).copy(area) == painted(*SHAPES).copy(area)


def test_what_is_clipped_shows_only_inside_its_window() -> None:
    inner = Clip(20, 20, 30, 30, (Box(0, 0, 100, 100, fill="black"),))
    inked = dark(painted(Clip(0, 0, 40, 100, (inner,)), Box(80, 80, 10, 10, fill="black")))
    assert {(x, y) for x, y in inked if x < 80} == {
        (x, y) for x in range(20, 40) for y in range(20, 50)
    }
    assert (85, 85) in inked


def test_painting_leaves_the_painter_as_it_was() -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        before = painter.pen(), painter.brush(), painter.transform()
        paint(painter, Picture(100, 100, SHAPES), "light")
        assert (painter.pen(), painter.brush(), painter.transform()) == before
