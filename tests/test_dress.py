"""Colours of a deck's own: what follows from them can always be read, and reaches all pictures."""

from __future__ import annotations

from decks import deck_from_text, deck_text
from hypothesis import given
from hypothesis import strategies as st

from explainer.colours import contrast, distance
from explainer.deck import Deck
from explainer.deck.load import check_texts
from explainer.dress import GROUNDS, Role, method_icon, method_ink, worn
from explainer.schema import MethodId
from explainer.theme import colour, number

THEMES = ("light", "dark")
ROLES: tuple[Role, ...] = ("stroke", "text", "tint")
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
STYLES = ("pretraining", "code", "instruction", "rlhf")
PLAIN = "style: code}"
OWN = 'style: code, colour: {light: "#7A3E9D", dark: "#c99bef"}}'


def dressed() -> Deck:
    """Return a tiny deck whose method `code` has a colour of its own."""
    text = deck_text("a +code> b, b +rlhf> c")
    assert PLAIN in text
    return deck_from_text(text.replace(PLAIN, OWN))


def test_a_method_without_a_colour_wears_that_of_its_style() -> None:
    method = dressed().methods[MethodId("rlhf")]

    assert [method_ink(method, role) for role in ROLES] == [f"method.rlhf.{role}" for role in ROLES]


def test_a_colour_of_the_deck_is_that_of_the_strand_in_either_theme() -> None:
    method = dressed().methods[MethodId("code")]
    ink = method_ink(method, "stroke")

    assert [colour(theme, ink) for theme in THEMES] == ["#7A3E9D", "#C99BEF"]
    assert method_icon(method) == "method-code"


@given(COLOURS)
def test_words_in_the_colour_of_a_strand_can_be_read_on_every_ground(stroke: str) -> None:
    for theme in THEMES:
        text, tint = worn(theme, stroke, "text"), worn(theme, stroke, "tint")
        for ground in (*(colour(theme, it) for it in GROUNDS), tint):
            assert contrast(text, ground) >= number("contrast", "text_min")
            assert contrast(colour(theme, "ink"), tint) >= number("contrast", "text_min")


def test_what_follows_from_a_colour_of_the_tokens_is_close_to_what_was_chosen_for_it() -> None:
    for theme in THEMES:
        for style in STYLES:
            stroke = colour(theme, f"method.{style}.stroke")
            for role in ROLES:
                chosen = colour(theme, f"method.{style}.{role}")
                assert distance(worn(theme, stroke, role), chosen) < 16, (theme, style, role)


def test_a_warning_names_both_methods_and_the_deck_opens() -> None:
    near = OWN.replace("#7A3E9D", "#5C626A")

    deck, problems = check_texts({"deck.yaml": deck_text("a > b").replace(PLAIN, near)}, "test")

    assert deck is not None
    (said,) = (str(it) for it in problems if "W610" in str(it))
    assert said.startswith("deck.yaml:8:")
    assert "pretraining" in said


def test_the_colours_of_the_tokens_would_pass_the_check() -> None:
    text = deck_text("a > b")
    for style in STYLES:
        own = ", ".join(f'{theme}: "{colour(theme, f"method.{style}.stroke")}"' for theme in THEMES)
        text = text.replace(f"style: {style}}}", f"style: {style}, colour: {{{own}}}}}")

    deck, problems = check_texts({"deck.yaml": text}, "test")

    assert deck is not None
    assert [it for it in problems if "colour" in str(it)] == []
