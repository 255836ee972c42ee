"""How eyes see colours: contrast as WCAG 2 counts it, and what colour-blind eyes tell apart."""

from __future__ import annotations

from functools import cache
from typing import Literal

from coloraide import Color
from standing import Ground, Veiled

from explainer.picture import Ink
from explainer.state import ThemeName
from explainer.theme import colour, number

Sight = Literal["normal", "protan", "deutan", "tritan"]
SIGHTS: tuple[Sight, ...] = ("normal", "protan", "deutan", "tritan")
VEIL = number("contrast", "veil")
"""Light of a hall that is not dark: added to everything, as a share of the projector's white."""
_ADAPTED = 0.05
"""What WCAG adds for the light that every screen throws back."""


def contrast(ink: Ink, ground: Ground, theme: ThemeName, veil: float = 0.0) -> float:
    """Return the ratio of the luminances of two roles, from 1 to 21; less under a veil of light."""
    return ratio(shown(ink, theme), shown(ground, theme), veil)


def ratio(one: str, other: str, veil: float = 0.0) -> float:
    """Return the ratio of the luminances of two colours."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + _ADAPTED + veil) / (low + _ADAPTED + veil)


def shown(ground: Ground, theme: ThemeName) -> str:
    """Return the colour in which a role, or a ground under a fill, is seen: "#RRGGBB"."""
    if isinstance(ground, Veiled):
        base, fill = Color(shown(ground.base, theme)), Color(shown(ground.fill, theme))
        # Qt mixes what it paints in sRGB itself.
        return base.mix(fill, ground.opacity, space="srgb").to_string(hex=True)
    return colour(theme, ground)


@cache
def distance(one: str, other: str, sight: Sight) -> float:
    """Return how unlike two colours are to such eyes, in units of CIEDE2000.

    Dichromats, who lack one kind of cones, by the simulation of Machado, Oliveira and Fernandes
    (2009) at full strength.
    """
    return _seen(one, sight).delta_e(_seen(other, sight), method="2000")


def _seen(given: str, sight: Sight) -> Color:
    made = Color(given)
    return made if sight == "normal" else made.filter(sight, method="machado")


@cache
def _luminance(given: str) -> float:
    return Color(given).luminance()
