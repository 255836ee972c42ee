"""Design tokens as typed values, read once from `resources/tokens.json`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import cast

import msgspec

from explainer.files import resource_folder

_PLAIN = {"black": "#000000", "white": "#FFFFFF"}
"""The same in every theme."""


@cache
def colour(theme: str, ink: str) -> str:
    """Return the colour that has the role `ink` in `theme`, as "#RRGGBB".

    A role is a path into the tokens: "ink", "method.code.stroke", "fate.gained.tint"; or colours
    of a deck, as `pair` makes them.

    Raises:
        KeyError: there is no such theme or role.
    """
    if ink in _PLAIN:
        return _PLAIN[ink]
    if ink.startswith("#"):
        light, _, dark = ink.partition("/")
        return {"light": light, "dark": dark}[theme].upper()
    value = _at("color", theme, *ink.split("."))
    if not isinstance(value, str) or not value.startswith("#"):
        message = f"{ink} is no colour"
        raise KeyError(message)
    return value.upper()


def pair(light: str, dark: str) -> str:
    """Return a role that is `light` in the light theme and `dark` in the dark one, "#RRGGBB"."""
    return f"{light}/{dark}"


def inks(theme: str) -> tuple[str, ...]:
    """Return every role that `colour` knows in `theme`."""
    return (*_PLAIN, *_roles(_at("color", theme), ""))


@cache
def number(*path: str) -> float:
    """Return the number at `path`: `number("type_slide", "headline")`.

    Its unit is the group's: shares of the slide height, px at 100 %, strand widths.

    Raises:
        KeyError: nothing stands there, or no number.
    """
    value = _at(*path)
    if not isinstance(value, int | float):
        message = f"{'.'.join(path)} is no number"
        raise KeyError(message)
    return float(value)


@cache
def word(*path: str) -> str:
    """Return the word at `path`: `word("color", "light", "fate", "gained", "shape")`.

    Raises:
        KeyError: nothing stands there, or no text.
    """
    value = _at(*path)
    if not isinstance(value, str):
        message = f"{'.'.join(path)} is no text"
        raise KeyError(message)
    return value


@cache
def numbers(*path: str) -> tuple[float, ...]:
    """Return the list of numbers at `path`: `numbers("canvas", "columns")`.

    Raises:
        KeyError: nothing stands there, or no list of numbers.
    """
    value = _at(*path)
    if not isinstance(value, list) or not all(isinstance(part, int | float) for part in value):
        message = f"{'.'.join(path)} is no list of numbers"
        raise KeyError(message)
    return tuple(float(part) for part in value)


def slide_type(name: str) -> float:
    """Return the size of letters on a slide, as a share of its height."""
    return number("type_slide", name)


def window_type(name: str) -> float:
    """Return the size of letters in a window, px at 100 %."""
    return number("type_window", name)


def slide_space(name: str) -> float:
    """Return a distance on a slide, as a share of its height."""
    return number("space_slide", name)


def strand(name: str) -> float:
    """Return a measure of the map's strands; most are counted in strand widths."""
    return number("strand", name)


def node(name: str) -> float:
    """Return a measure of the map's stations, in strand widths."""
    return number("node", name)


def layout(*path: str) -> float:
    """Return a measure of the window's parts, px at 100 %: `layout("panel_width", "min")`."""
    return number("layout", *path)


def text_scales() -> tuple[float, ...]:
    """Return the sizes of text that a user can choose, smallest first; 1 is the usual one."""
    return numbers("text_scale", "steps")


def line_height(language: str, name: str) -> float:
    """Return the distance of two baselines, in sizes of the letters: of "headline" or "text"."""
    return number("line_height", language, name)


def dash(certainty: str) -> tuple[float, ...]:
    """Return how a line of that certainty is dashed, in line widths; () is solid."""
    return numbers("certainty", certainty, "dash")


def _at(*path: str) -> object:
    value: object = _tokens()
    for part in path:
        if not isinstance(value, dict):
            raise KeyError(".".join(path))
        value = cast("dict[str, object]", value)[part]
    return value


@cache
def _tokens() -> Mapping[str, object]:
    content = (resource_folder() / "tokens.json").read_bytes()
    return msgspec.json.decode(content, type=dict[str, object])


def _roles(value: object, prefix: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (prefix,) if value.startswith("#") else ()
    return tuple(
        role
        for name, part in cast("dict[str, object]", value).items()
        for role in _roles(part, f"{prefix}.{name}" if prefix else name)
    )
