"""The help lists every action of the table with every key."""

from __future__ import annotations

import pytest
from rulers import PlainRuler

from explainer.actions import ACTIONS
from explainer.help import HelpPlace, help_picture, help_places, help_switch
from explainer.picture import Picture, TextLine
from explainer.schema import LANGUAGES, Language
from explainer.strings import say

RULER = PlainRuler()
PLACES = (*help_places("story", presenting=False), help_places("explore", presenting=True)[2])
STORY, EXPLORE, TALK, LOOK_UP = PLACES


def texts(picture: Picture) -> list[str]:
    return [
        "".join(span.text for span in shape.spans)
        for shape in picture.shapes
        if isinstance(shape, TextLine)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_is_named(language: Language) -> None:
    # Words that take two lines stand in two pieces.
    said = "".join("".join(texts(help_picture(it, language, 4000, RULER))) for it in PLACES)

    with_keys = [action for action in ACTIONS if action.keys or action.more_keys]
    assert all(say(action.name, language) in said for action in with_keys)


@pytest.mark.parametrize(
    "key",
    ["Space", "PgDn", "N", "Esc", "F5", "Shift+F5", "1–9", "0", "+", "?", "V", "Ctrl+E", "Shift+→"],
)
def test_every_kind_of_key_is_shown(key: str) -> None:
    assert key in texts(help_picture(STORY, "en", 1100, RULER))


@pytest.mark.parametrize(
    "place, keys, absent",
    [
        (STORY, {"Space", "S", "F5", "Ctrl+E"}, {"B", "W", "."}),
        (EXPLORE, {"Space", "F5", "I"}, {"B", "W", ".", "S"}),
        (TALK, {"Space", "B", "W", "Y"}, {"S", "I", "F5", "Ctrl+O", "Ctrl+E", "Ctrl+0", "F"}),
        (LOOK_UP, {"B", "N", "Y"}, {"Space", "S", "I", "F5", "Ctrl+Shift+C"}),
    ],
)
def test_each_place_has_its_own_keys(place: HelpPlace, keys: set[str], absent: set[str]) -> None:
    told = set(texts(help_picture(place, "en", 1100, RULER)))

    assert keys <= told
    assert not absent & told


def test_keys_that_are_called_by_a_word_have_it_in_chinese() -> None:
    told = texts(help_picture(STORY, "zh", 1100, RULER))

    assert {"空格", "Shift+空格", "退格", "Esc"} <= set(told)
    assert not {"Space", "Backspace", "Media Next"} & set(told)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [668, 900, 1100, 1556])
def test_no_words_stand_outside(language: Language, width: float) -> None:
    for place in PLACES:
        _assert_inside(help_picture(place, language, width, RULER), width)


def _assert_inside(picture: Picture, width: float) -> None:
    for line in picture.shapes:
        if isinstance(line, TextLine):
            left = line.x - (line.width / 2 if line.anchor == "middle" else 0)
            assert left >= 0
            assert left + line.width <= width
            assert line.y <= picture.height


def test_more_columns_make_it_lower() -> None:
    heights = [help_picture(STORY, "en", width, RULER).height for width in (900, 1100, 1556)]

    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3


def test_the_modes_are_one_row_of_choices_for_the_keyboard() -> None:
    hits = help_switch(help_places("story", presenting=False), 1, "en", 900, RULER).hits

    assert len({hit.group for hit in hits}) == 1
    assert hits[0].group
    assert [hit.chosen for hit in hits] == [at == 1 for at in range(len(hits))]
