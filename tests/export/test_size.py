"""Which sizes a slide may have, and which part of an image it fills."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.export import Area, Size, SizeError, inner_area, read_size


@pytest.mark.parametrize("text", ["1920x1080", "1920X1080", "1920×1080", " 1920x1080 "])
def test_a_size_is_read(text: str) -> None:

    assert read_size(text) == Size(1920, 1080)


@pytest.mark.parametrize(
    "text",
    ["", "1920", "1920x", "x", "-1x5", "319x240", "320x239", "7681x4320", "1e3x1e3", "9" * 99],
)
def test_what_is_no_size_or_beyond_the_limits_is_refused(text: str) -> None:

    with pytest.raises(SizeError):
        read_size(text)


@pytest.mark.parametrize(
    "size, area",
    [
        ((1920, 1080), Area(0, 0, 1920, 1080)),
        ((1024, 768), Area(0, 0, 1024, 768)),
        ((1280, 800), Area(0, 0, 1280, 800)),
        ((2560, 1080), Area(320, 0, 1920, 1080)),
        ((768, 1024), Area(0, 224, 768, 576)),
    ],
)
def test_beyond_16_9_and_4_3_bars_stand_beside_the_slide(size: tuple[int, int], area: Area) -> None:

    assert inner_area(*size) == area


@given(st.integers(320, 7680), st.integers(240, 4320))
def test_a_slide_fills_its_image_as_far_as_the_ratios_allow(width: int, height: int) -> None:
    area = inner_area(width, height)

    assert area.x + area.width <= width
    assert area.y + area.height <= height
    assert area.width == width or area.height == height
    assert area.width * 9 <= area.height * 16 + 9  # rounded to whole pixels
    assert area.width * 3 >= area.height * 4 - 4
