"""What a method wears: the colours and the icon of its strand. A deck may give the colour.

From the one colour of a deck the others follow: words are the colour mixed with ink until they can
be read on every ground, tints are the ground with a little of the colour in it.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from explainer.colours import contrast, mixed
from explainer.schema import Method
from explainer.theme import colour, number, pair

Role = Literal["stroke", "text", "tint"]
GROUNDS = ("background", "surface", "sunken")
"""On which strands and their words stand."""
_STEPS = 50
"""How finely ink is mixed into words."""


def method_ink(method: Method, role: Role) -> str:
    """Return the ink of a strand, of words that name it, or of a ground tinted by it."""
    own = method.colour
    if own is None:
        return f"method.{method.style}.{role}"
    return pair(*(worn(theme, getattr(own, theme), role) for theme in ("light", "dark")))


def method_icon(method: Method) -> str:
    """Return the name of the icon in the disc of a method."""
    return f"method-{method.style}"


@cache
def worn(theme: str, stroke: str, role: Role) -> str:
    """Return the colour of `role` that goes with a strand of the colour `stroke` in `theme`."""
    if role == "stroke":
        return stroke
    if role == "tint":
        return mixed(colour(theme, "surface"), stroke, number("accent", "tint", theme))
    grounds = (*(colour(theme, it) for it in GROUNDS), worn(theme, stroke, "tint"))
    ink = colour(theme, "ink")
    shades = (mixed(stroke, ink, step / _STEPS) for step in range(_STEPS))
    return next((it for it in shades if _reads(it, grounds)), ink)


def _reads(shade: str, grounds: tuple[str, ...]) -> bool:
    """Tell whether words of this colour can be read on `grounds`, in a lit hall too."""
    veil = number("contrast", "veil")
    plain, veiled = number("contrast", "text_min"), number("contrast", "text_min_veiled")
    return all(
        contrast(shade, it) >= plain and contrast(shade, it, veil) >= veiled for it in grounds
    )
