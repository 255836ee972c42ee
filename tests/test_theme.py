"""The tokens are read once and asked for by role."""

from __future__ import annotations

import json
import re

import pytest

from explainer import theme


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_role_is_a_colour(name: str) -> None:
    roles = theme.inks(name)
    assert {"ink", "method.code.stroke", "method.rlhf.tint", "fate.gained.color"} < set(roles)
    assert all(re.fullmatch("#[0-9A-F]{6}", theme.colour(name, role)) for role in roles)


def test_both_themes_know_the_same_roles() -> None:
    assert theme.inks("light") == theme.inks("dark")


def test_black_and_white_are_the_same_in_every_theme() -> None:
    assert [theme.colour(name, "black") for name in ("light", "dark")] == ["#000000"] * 2
    assert theme.colour("dark", "white") == "#FFFFFF"


@pytest.mark.parametrize("ink", ["", "inc", "method.code", "method.code.shade", "fate.lost.glyph"])
def test_an_unknown_role_is_an_error(ink: str) -> None:
    with pytest.raises(KeyError):
        theme.colour("light", ink)


def test_numbers_are_found_by_their_path() -> None:
    assert theme.number("type_slide", "headline") == theme.slide_type("headline") > 0.05
    assert theme.layout("panel_width", "min") < theme.layout("panel_width", "max")
    assert theme.numbers("space", "scale")[0] == 4
    assert theme.line_height("zh", "text") > theme.line_height("en", "text")


def test_what_is_no_number_is_not_handed_out_as_one() -> None:
    with pytest.raises(KeyError):
        theme.number("strand", "unit")
    with pytest.raises(KeyError):
        theme.numbers("motion", "unit")


def test_words_are_found_by_their_path() -> None:
    assert theme.word("color", "light", "fate", "gained", "shape") == "circle"
    with pytest.raises(KeyError):
        theme.word("strand", "gap")


def test_certainty_has_three_looks() -> None:
    looks = {theme.dash(name) for name in ("stated", "likely", "conjectured", "open")}
    assert len(looks) == 3
    assert theme.dash("stated") == ()


def test_the_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    theme.number("line_width", "hair")

    def refuse(text: str) -> object:
        pytest.fail("read again: " + text[:20])

    monkeypatch.setattr(json, "loads", refuse)
    theme.number.cache_clear()
    theme.colour.cache_clear()
    assert theme.number("line_width", "hair") == 1
    assert theme.colour("light", "surface") == "#FFFFFF"
