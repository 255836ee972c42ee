"""How eyes see colours: contrast as WCAG 2 counts it, and what colour-blind eyes tell apart."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import Literal

from coloraide import Color
from standing import Ground, Standing, Veiled

from explainer.picture import Ink
from explainer.state import ThemeName
from explainer.theme import colour, number

Sight = Literal["normal", "protan", "deutan", "tritan"]
SIGHTS: tuple[Sight, ...] = ("normal", "protan", "deutan", "tritan")
VEIL = number("contrast", "veil")
"""Light of a hall that is not dark: added to everything, as a share of the projector's white."""
THEMES: tuple[ThemeName, ...] = ("light", "dark")
LIMITS = {
    "text": (number("contrast", "text_min"), number("contrast", "text_min_veiled")),
    "sign": (number("contrast", "graphics_min"), number("contrast", "graphics_min_veiled")),
}
"""By kind: the least contrast, and the least in a hall that is not dark."""
_ADAPTED = 0.05
"""What WCAG adds for the light that every screen throws back."""


def faint(found: Iterable[Standing]) -> list[str]:
    """Return what stands out too little in one of the themes, with its place and contrast."""
    failures = []
    for theme, it in product(THEMES, found):
        least, veiled = LIMITS["text" if it.kind == "text" else "sign"]
        plain, hall = (contrast(it.ink, it.ground, theme, veil) for veil in (0.0, VEIL))
        if plain < least or hall < veiled:
            seen = f"{plain:.2f}, in a hall {hall:.2f}"
            failures.append(f"{it.where}: {theme} {it.kind} {it.ink} on {it.ground}: {seen}")
    return failures


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
