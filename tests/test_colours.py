"""Contrast, mixture and distance of colours, against values that are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.colours import contrast, distance, is_colour, mixed

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_black_on_white_has_the_highest_contrast_that_there_is() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_stray_light_takes_contrast_away() -> None:
    assert contrast("#000000", "#FFFFFF", 1 / 14) == pytest.approx(9.24, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_and_distance_are_the_same_both_ways(one: str, other: str) -> None:
    assert 1 <= contrast(one, other) == contrast(other, one) <= 21.001
    assert distance(one, other) == pytest.approx(distance(other, one))


def test_distance_is_that_of_cie_1976() -> None:
    assert distance("#000000", "#FFFFFF") == pytest.approx(100, abs=0.1)
    assert distance("#FF0000", "#0000FF") == pytest.approx(176.3, abs=0.2)
    assert distance("#1D74B0", "#1D74B0") == 0


def test_a_mixture_lies_between_its_parts() -> None:
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"
    assert (mixed("#102030", "#FFFFFF", 0), mixed("#102030", "#ABCDEF", 1)) == (
        "#102030",
        "#ABCDEF",
    )


@pytest.mark.parametrize(
    "text", ["", "red", "#FFF", "#12345", "#1234567", "#GGGGGG", "#123456;", "#12345\n", "１#12345"]
)
def test_only_a_sign_and_six_digits_are_a_colour(text: str) -> None:
    assert not is_colour(text)
    assert is_colour("#09afAF")
