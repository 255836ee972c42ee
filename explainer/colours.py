"""How colours compare: contrast, mixture, and how far apart two of them look.

A colour is "#RRGGBB" in sRGB. Contrast is that of the Web Content Accessibility Guidelines 2, from
1 to 21; distance is CIE 1976, where 2 can just be told apart side by side.
"""

from __future__ import annotations

import math
import re

is_colour = re.compile(r"#[0-9A-Fa-f]{6}").fullmatch
"""Tells whether a text is a colour of this form, and of no other."""

Channels = tuple[float, float, float]
_WHITE = (0.9505, 1.0, 1.089)
_TO_XYZ = (
    (0.4124, 0.3576, 0.1805),
    (0.2126, 0.7152, 0.0722),
    (0.0193, 0.1192, 0.9505),
)


def contrast(one: str, other: str, veil: float = 0.0) -> float:
    """Return the contrast of two colours; `veil` is stray light on both, a share of white."""
    low, high = sorted((luminance(one) + veil, luminance(other) + veil))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Return how bright a colour is, a share of white."""
    return sum(part * share for part, share in zip(_light(colour), _TO_XYZ[1], strict=True))


def mixed(one: str, other: str, share: float) -> str:
    """Return `one` with a `share` of `other` in it, from 0 to 1."""
    parts = (
        round(near + (far - near) * share)
        for near, far in zip(_bytes(one), _bytes(other), strict=True)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def distance(one: str, other: str) -> float:
    """Return how different two colours look; black and white are 100 apart."""
    return math.dist(_lab(one), _lab(other))


def _bytes(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _light(colour: str) -> Channels:
    """Return red, green and blue as shares of light, without the curve that sRGB gives them."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in (byte / 255 for byte in _bytes(colour))
    )
    return red, green, blue


def _lab(colour: str) -> Channels:
    light = _light(colour)
    x, y, z = (
        _curve(sum(part * share for part, share in zip(light, row, strict=True)) / white)
        for row, white in zip(_TO_XYZ, _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _curve(share: float) -> float:
    return share ** (1 / 3) if share > (6 / 29) ** 3 else share * (29 / 6) ** 2 / 3 + 4 / 29
