"""Every kind of slide stands whole in every ratio and language, in letters that a hall can read."""

from __future__ import annotations

import pytest
from rulers import PlainRuler
from slide_kinds import (
    AREAS,
    KINDS,
    RATIOS,
    SLACK,
    body,
    lines,
    outside,
    overlaps,
    said,
    sample,
)

from explainer.schema import LANGUAGES, Language, StepId
from explainer.slide import body_picture, slide_picture
from explainer.slide.measures import Measures
from explainer.slide.sheet import ELLIPSIS
from explainer.theme import slide_type

DECK = sample()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", RATIOS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_slide_of_each_kind_fits_under_a_headline_of_two_lines(
    kind: str, size: tuple[float, float], language: Language
) -> None:
    picture = body(DECK, kind, language, *size, PlainRuler())
    assert outside(picture) == []
    assert overlaps(picture) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("kind", KINDS)
def test_it_fits_the_window_too(kind: str, area: tuple[float, float], language: Language) -> None:
    measures = Measures(area[0], min(area[1], area[0] * 0.75))
    inner = (area[0] - 80, area[1] - 80)
    name = StepId(f"shown/{kind}")
    picture = body_picture(DECK, name, language, measures, inner, PlainRuler())
    assert outside(picture) == []
    assert overlaps(picture) == []


@pytest.mark.parametrize("size", RATIOS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_letters_are_too_small_for_a_hall(kind: str, size: tuple[float, float]) -> None:
    picture = slide_picture(DECK, StepId(f"shown/{kind}"), "en", *size, PlainRuler())
    floor = slide_type("floor") * size[1]
    assert min(line.size for line in lines(picture.shapes)) >= floor * 0.999


@pytest.mark.parametrize("kind", KINDS)
def test_what_can_be_clicked_lies_on_the_slide(kind: str) -> None:
    picture = body(DECK, kind, "zh", 1440, 1080, PlainRuler())
    for hit in picture.hits:
        assert hit.x >= -SLACK
        assert hit.y >= -SLACK
        assert hit.x + hit.width <= picture.width + SLACK
        assert hit.y + hit.height <= picture.height + SLACK
        assert hit.name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", RATIOS)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "argument"])
def test_words_become_smaller_before_they_are_cut(
    kind: str, size: tuple[float, float], language: Language
) -> None:
    words = [said(line) for line in lines(body(DECK, kind, language, *size, PlainRuler()).shapes)]
    assert [text for text in words if ELLIPSIS in text] == []


def test_a_claim_too_long_for_its_row_is_cut_visibly_or_counted() -> None:
    found = lines(body(DECK, "argument", "en", *RATIOS[2], PlainRuler()).shapes)
    assert any(said(line).endswith(ELLIPSIS) or line.id == "more" for line in found)
