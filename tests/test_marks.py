"""The signs of change say their kind by shape, their strength by fill, their doubt by the foot."""

from __future__ import annotations

from typing import get_args

import pytest
from decks import deck

from explainer.colours import contrast, luminance
from explainer.files import resource_folder
from explainer.marks import fate_glyph, mark_tile
from explainer.picture import Box, Icon, LineTo, MoveTo, Shape, TextLine, Trace
from explainer.schema import Certainty, Change, Mark, MethodId
from explainer.theme import colour, inks

CHANGES = get_args(Change)


def tile(mark: Mark, style: str = "code", certainty: Certainty = "stated") -> tuple[Shape, ...]:
    cause = deck("a").methods.get(MethodId(style))
    return mark_tile(mark, cause, certainty, 10, 20, 44, 23, 16)


def text(shapes: tuple[Shape, ...]) -> str:
    return "".join(
        span.text for shape in shapes if isinstance(shape, TextLine) for span in shape.spans
    )


def foot(shapes: tuple[Shape, ...]) -> Trace:
    return next(shape for shape in shapes if isinstance(shape, Trace))


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_has_a_glyph_of_known_colours_and_drawings(change: Change) -> None:
    known = set(inks("light"))
    for shape in fate_glyph(change, 0, 0, 24):
        if isinstance(shape, Icon):
            assert (resource_folder() / "icons" / f"{shape.name}.svg").is_file()
            assert shape.ink in known
        if isinstance(shape, Box | Trace):
            assert {shape.fill, shape.stroke} - {""} <= known


def test_no_two_changes_have_the_same_glyph() -> None:
    assert len({fate_glyph(change, 0, 0, 24) for change in CHANGES}) == len(CHANGES)


def test_gains_are_round_losses_square_and_trades_stand_on_a_corner() -> None:
    gained, lost, traded = (fate_glyph(change, 0, 0, 24)[0] for change in CHANGES_SHOWN)

    assert isinstance(gained, Box)
    assert gained.radius == pytest.approx(gained.width / 2)
    assert isinstance(lost, Box)
    assert lost.radius < lost.width / 4
    assert isinstance(traded, Trace)


CHANGES_SHOWN: tuple[Change, ...] = ("gained", "lost", "traded")


def test_a_glyph_stays_within_its_size() -> None:
    for change in CHANGES:
        for shape in fate_glyph(change, 50, 50, 24):
            if isinstance(shape, Box):
                out = shape.stroke_width / 2
                assert shape.x - out >= 38 - 1e-6
                assert shape.x + shape.width + out <= 62 + 1e-6


def test_minus_marks_are_painted_with_true_minus_signs() -> None:
    assert text(tile("--")) == "\u2212\u2212"
    assert text(tile("++")) == "++"


def test_a_gain_is_filled_with_the_tint_of_its_cause_and_a_loss_is_hollow() -> None:
    gain, loss = tile("+")[0], tile("-")[0]

    assert isinstance(gain, Box)
    assert gain.fill == "method.code.tint"
    assert isinstance(loss, Trace)
    assert (loss.fill, loss.stroke) == ("", "method.code.stroke")
    assert not any(isinstance(shape, Box) and shape.fill for shape in tile("-"))


APART = 1.25
"""Contrast of two fills that are told apart side by side."""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_gain_without_a_cause_stands_out_from_every_ground_and_method(theme: str) -> None:
    neutral = tile("+", style="")[0]

    assert isinstance(neutral, Box)
    assert not neutral.stroke
    others = ["background", "surface", "sunken"]
    others += [ink for ink in inks(theme) if ink.endswith(".tint") and ink != neutral.fill]
    for other in others:
        step = luminance(colour(theme, neutral.fill)) - luminance(colour(theme, other))
        # On the ink's side of the ground: a gain is never the hole and a loss the filled one.
        assert (step > 0) == (theme == "dark")
        assert contrast(colour(theme, neutral.fill), colour(theme, other)) > APART


def test_a_mark_without_a_cause_wears_the_colour_of_no_method() -> None:
    for mark in ("+", "-"):
        shapes = tile(mark, style="")
        worn = {shape.stroke for shape in shapes if isinstance(shape, Box | Trace)}
        worn |= {shape.fill for shape in shapes if isinstance(shape, Box | Trace)}
        assert not any(ink.startswith("method.") for ink in worn)


def test_the_foot_is_solid_where_it_is_stated_and_in_pieces_where_it_is_not() -> None:
    def pieces(certainty: Certainty) -> int:
        return sum(isinstance(move, MoveTo) for move in foot(tile("+", "code", certainty)).moves)

    assert pieces("stated") == 1
    assert pieces("likely") == pieces("conjectured") > 1
    assert foot(tile("+", "code", "open")).cap == "round"


def test_the_foot_ends_with_its_tile() -> None:
    ends = [move.x for move in foot(tile("+")).moves if isinstance(move, LineTo)]

    assert max(ends) == pytest.approx(54)
