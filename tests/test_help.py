"""The help lists every action of the table with every key."""

from __future__ import annotations

import pytest
from rulers import PlainRuler

from explainer.actions import ACTIONS
from explainer.help import help_picture
from explainer.picture import Picture, TextLine
from explainer.schema import LANGUAGES, Language
from explainer.strings import say

RULER = PlainRuler()


def texts(picture: Picture) -> list[str]:
    return [
        "".join(span.text for span in shape.spans)
        for shape in picture.shapes
        if isinstance(shape, TextLine)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_is_named(language: Language) -> None:
    # Words that take two lines stand in two pieces.
    said = "".join(texts(help_picture(language, 4000, RULER)))

    with_keys = [action for action in ACTIONS if action.keys or action.more_keys]
    assert all(say(action.name, language) in said for action in with_keys)


@pytest.mark.parametrize(
    "key",
    ["Space", "PgDn", "N", "Esc", "F5", "Shift+F5", "1–9", "0", "+", "?", "V", "Ctrl+E", "Shift+→"],
)
def test_every_kind_of_key_is_shown(key: str) -> None:
    assert key in texts(help_picture("en", 1100, RULER))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [668, 900, 1100, 1556])
def test_no_words_stand_outside(language: Language, width: float) -> None:
    picture = help_picture(language, width, RULER)

    for line in picture.shapes:
        if isinstance(line, TextLine):
            left = line.x - (line.width / 2 if line.anchor == "middle" else 0)
            assert left >= 0
            assert left + line.width <= width
            assert line.y <= picture.height


def test_more_columns_make_it_lower() -> None:
    heights = [help_picture("en", width, RULER).height for width in (900, 1100, 1556)]

    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3
