"""Only a lineage hands something down: every other derivation is a thin line with its label."""

from __future__ import annotations

from functools import cache

import pytest
from panels import exploring, flat
from panels import shown as panel
from rulers import PlainRuler
from several import changed, several

from explainer.abilities import inherited
from explainer.canvas import canvas_picture
from explainer.deck import Deck
from explainer.emphasis import lit
from explainer.errors import DeckError
from explainer.intents import AskWhy
from explainer.lineage import (
    ancestors,
    descendants,
    lineage,
    nearest_common_ancestor,
    path,
)
from explainer.look import beside
from explainer.picture import Picture, Shape, TextLine
from explainer.placement import slide_scale
from explainer.schema import Language, ModelId, View
from explainer.slide.hops import hop_certainty

KINDS = ("influence", "reproduction", "counterpart")
ALPACA, VICUNA, LLAMA = ModelId("alpaca"), ModelId("vicuna"), ModelId("llama")


@cache
def made(kind: str) -> Deck:
    """Return the deck with a tie of `kind` from Alpaca to Vicuna and nothing else between them."""
    return changed(("kind: influence, label", f"kind: {kind}, label"))


def drawn_map(deck: Deck, language: Language = "en", **view: object) -> Picture:
    size = (1200.0, 620.0)
    scale = slide_scale(1280, 720, 13)
    seen = View(**view)  # type: ignore[arg-type]
    return canvas_picture(deck, seen, language, scale, size, PlainRuler()).picture


def named(picture: Picture, beginning: str) -> list[Shape]:
    return [it for it in picture.shapes if getattr(it, "id", "").startswith(beginning)]


@pytest.mark.parametrize("kind", KINDS)
class TestNoDescent:
    def test_it_is_no_part_of_a_path_of_ancestors_or_of_descendants(self, kind: str) -> None:
        drawn = lineage(made(kind))

        assert path(drawn, LLAMA, VICUNA) == {LLAMA, VICUNA}
        assert ALPACA not in ancestors(drawn, VICUNA)
        assert VICUNA not in descendants(drawn, ALPACA)
        assert path(drawn, ALPACA, VICUNA) == frozenset()
        assert nearest_common_ancestor(drawn, ALPACA, VICUNA) == LLAMA
        assert hop_certainty(drawn, LLAMA, VICUNA) == "stated"

    def test_what_lights_up_leaves_it_out(self, kind: str) -> None:
        deck = made(kind)
        drawn = lineage(deck)

        assert lit(deck, drawn, ("path:llama>vicuna",)).models == {LLAMA, VICUNA}
        assert "d-vicuna-script" not in lit(deck, drawn, ("ancestors:vicuna",)).links
        assert "d-vicuna-script" in lit(deck, drawn, ("d-vicuna-script",)).links
        assert lit(deck, drawn, ("d-vicuna-script",)).models == {ALPACA, VICUNA}
        assert "d-vicuna-script" in lit(deck, drawn, ("all",)).links
        assert "d-vicuna-script" not in lit(deck, drawn, ("all",), established=True).links

    def test_no_ability_is_inherited_along_it(self, kind: str) -> None:
        deck = made(kind)

        for _, models in inherited(deck, lineage(deck), VICUNA):
            assert ALPACA not in models

    def test_keys_do_not_walk_along_it(self, kind: str) -> None:
        deck = made(kind)

        assert beside(deck, View(select=VICUNA), "up") == LLAMA
        assert beside(deck, View(select=ALPACA), "down") == ALPACA

    def test_it_has_no_strands_on_the_map(self, kind: str) -> None:
        picture = drawn_map(made(kind))

        assert not named(picture, "alpaca>vicuna")
        assert len(named(picture, "d-vicuna-script:tie:point")) == 1

    @pytest.mark.parametrize("language", ["en", "zh"])
    def test_its_label_stands_on_the_map_and_in_the_panel(
        self, kind: str, language: Language
    ) -> None:
        deck = made(kind)
        words = {"en": "training script", "zh": "训练脚本"}[language]
        labels = named(drawn_map(deck, language), "d-vicuna-script:tie:label")
        said = "".join(span.text for it in labels if isinstance(it, TextLine) for span in it.spans)
        page = flat(panel(deck, exploring(language, select="vicuna")).body)

        assert said == words
        assert words in page

    def test_what_it_answers_says_its_kind(self, kind: str) -> None:
        (hit, *_) = [
            it for it in drawn_map(made(kind)).hits if it.order == AskWhy("d-vicuna-script")
        ]

        assert "from" not in hit.name
        assert hit.name.endswith("training script")


@pytest.mark.parametrize(
    "kind, words",
    [("influence", "influenced by"), ("reproduction", "rebuilt after")],
)
def test_the_panel_says_what_kind_of_tie_it_is(kind: str, words: str) -> None:
    page = flat(panel(made(kind), exploring(select="vicuna")).body)

    assert f"{words} Stanford-Alpaca-7B" in page
    assert "from Stanford-Alpaca-7B" not in page


def test_a_path_along_a_tie_leads_nowhere_and_the_check_says_so() -> None:
    with pytest.raises(DeckError) as caught:
        changed(("path:llama>vicuna", "path:alpaca>vicuna"))

    errors = [it for it in caught.value.problems if it.key.startswith("E")]

    assert [dict(it.values)["start"] for it in errors] == ["alpaca"]


def test_a_model_that_is_only_rebuilt_has_no_strands_but_those_that_it_begins() -> None:
    own = changed(("2023-06-07, branch: base,", "2023-06-07, branch: base, begins: [text],"))
    openllama = ModelId("openllama")

    assert lineage(several()).strands[openllama] == ()
    assert lineage(own).strands[openllama] == ("text",)
    assert named(drawn_map(several()), "d-openllama:tie:point")


def test_dashes_say_how_sure_a_tie_is() -> None:
    sure = named(drawn_map(several()), "d-openllama:tie")
    likely = named(drawn_map(several()), "d-vicuna-script:tie")

    assert len(getattr(sure[0], "moves", ())) != len(getattr(likely[0], "moves", ()))


def test_the_label_of_a_descent_without_a_method_stands_beside_its_strands() -> None:
    plain = "{id: d-llama2, child: llama2, parent: llama,"
    deck = changed((plain, plain + " label: {en: distilled, zh: 蒸馏},"))

    assert named(drawn_map(deck), "d-llama2:label")
    assert "distilled" in flat(panel(deck, exploring(select="llama2")).body)


@pytest.mark.parametrize("kind", KINDS)
def test_no_model_has_a_tie_to_itself(kind: str) -> None:
    with pytest.raises(DeckError, match=r"E513 .*“vicuna” is its own parent"):
        changed(("parent: alpaca, kind: influence", f"parent: vicuna, kind: {kind}"))
