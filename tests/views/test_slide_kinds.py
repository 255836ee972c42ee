"""Every kind of slide stands whole with the real faces, in both languages."""

from __future__ import annotations

import pytest
from slide_kinds import KINDS, RATIOS, body, outside, overlaps, sample

from explainer.schema import LANGUAGES, Language
from explainer.views.fonts import load_fonts
from explainer.views.text import QtRuler

DECK = sample()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", RATIOS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_slide_of_each_kind_fits_with_the_real_faces(
    kind: str, size: tuple[float, float], language: Language
) -> None:
    load_fonts()
    picture = body(DECK, kind, language, *size, QtRuler())
    assert outside(picture) == []
    assert overlaps(picture) == []
