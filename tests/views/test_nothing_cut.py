"""No words of the deck are cut off on its slides: what does not fit would end in an ellipsis."""

from __future__ import annotations

import pytest
from ink import RULER
from lectures import embedded, line_words, lines

from explainer.schema import LANGUAGES, Language
from explainer.slide import slide_picture
from explainer.slide.sheet import ELLIPSIS
from explainer.story import steps


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1600, 1200), (1920, 1080)], ids=["4:3", "16:9"])
def test_no_words_of_a_slide_are_cut_off(size: tuple[int, int], language: Language) -> None:
    cut = [
        f"{name}: {words}"
        for name in steps(embedded())
        for line in lines(slide_picture(embedded(), name, language, *size, RULER).shapes)
        if ELLIPSIS in (words := line_words(line))
    ]

    assert cut == []
