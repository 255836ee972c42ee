"""The search as pictures: rows with kind, name and a second line, and what is said without any."""

from __future__ import annotations

import pytest
from rulers import PlainRuler

from explainer.deck import Deck, load_embedded
from explainer.find import KINDS, groups, suggestions
from explainer.intents import Press
from explainer.picture import Box, Picture, TextLine, Trace
from explainer.schema import LANGUAGES, Language
from explainer.search import Rows, search_empty, search_frame, search_rows

RULER = PlainRuler()
SIZES = ((800, 600), (1024, 768), (1920, 1080), (3840, 2160))


@pytest.fixture(scope="module")
def told() -> Deck:
    return load_embedded()


def rows(
    told: Deck, typed: str, language: Language = "en", selected: str = "", width: float = 776
) -> Rows:
    return search_rows(groups(told, typed), typed, selected, language, width, RULER)


def texts(picture: Picture) -> list[str]:
    return [
        "".join(span.text for span in line.spans)
        for line in picture.shapes
        if isinstance(line, TextLine)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_tells_kind_name_and_where_it_leads(told: Deck, language: Language) -> None:
    model = told.models[next(it for it in told.models if it == "code-davinci-002")]
    found = rows(told, model.id, language)

    kind, name, below = texts(found.picture)[:3]
    assert kind == {"en": "model", "zh": "模型"}[language]
    assert name == model.name
    assert model.kind.of(language) in below
    for word in (kind, name, below):
        assert word in found.rows[0].name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["", "davinci", "推理", "a", "fu"])
@pytest.mark.parametrize("width", [700.0, 776.0])
def test_no_words_leave_their_row(told: Deck, language: Language, typed: str, width: float) -> None:
    found = search_rows(groups(told, typed, KINDS, KINDS), typed, "", language, width, RULER)
    foot = 0.0
    for row in found.rows:
        assert row.top >= foot
        foot = row.top + row.height
    assert foot <= found.picture.height
    for line in found.picture.shapes:
        if isinstance(line, TextLine):
            wide = sum(RULER.width(span.text, span.face, line.size) for span in line.spans)
            assert line.x + wide <= width - 10
            assert any(
                row.top < line.y - line.size / 2 and line.y < row.top + row.height
                for row in found.rows
            )


def test_every_row_answers_to_the_pointer_by_the_control_it_is_chosen_by(told: Deck) -> None:
    found = rows(told, "code")

    assert [hit.order for hit in found.picture.hits] == [Press(row.control) for row in found.rows]
    assert "all:claim" in [row.control for row in found.rows]
    assert len({row.control for row in found.rows}) == len(found.rows)


def test_one_row_stands_out(told: Deck) -> None:
    def grounds(selected: str) -> list[Box]:
        picture = rows(told, "code", selected=selected).picture
        return [it for it in picture.shapes if isinstance(it, Box) and it.fill == "sunken"]

    assert grounds("") == []
    (ground,) = grounds("ability:code")
    row = next(it for it in rows(told, "code").rows if it.control == "ability:code")
    assert (ground.y, ground.height) == (row.top, row.height)


def test_a_claim_shows_how_sure_it_is_by_line_and_word(told: Deck) -> None:
    found = rows(told, "C108")

    assert sum(isinstance(shape, Trace) for shape in found.picture.shapes) == 1
    assert any(text.startswith("likely, C108") for text in texts(found.picture))


def test_what_was_typed_is_bold_in_the_names(told: Deck) -> None:
    found = rows(told, "thought")
    strong = {
        span.text.casefold()
        for line in found.picture.shapes
        if isinstance(line, TextLine)
        for span in line.spans
        if span.face == "strong"
    }

    assert strong == {"thought"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["xyzzy", "无此" * 30, "no such thing " * 6])
@pytest.mark.parametrize("hint", ["short", "a hint that needs more than one line " * 4])
def test_where_nothing_is_found_it_is_said_what_would_help(
    language: Language, typed: str, hint: str
) -> None:
    found = search_empty(typed, hint, (), "", language, 600, RULER)

    assert found.rows == ()
    assert typed[:5] in "".join(texts(found.picture))
    for line in found.picture.shapes:
        if isinstance(line, TextLine):
            wide = sum(RULER.width(span.text, span.face, line.size) for span in line.spans)
            assert line.x + wide <= 600


def test_names_like_what_was_typed_can_be_chosen(told: Deck) -> None:
    alike = suggestions(told, "reasoninq")

    found = search_empty("reasoninq", "hint", alike, "", "en", 600, RULER)

    assert [row.control for row in found.rows] == [f"{it.kind}:{it.id}" for it in alike]
    assert "Did you mean" in texts(found.picture)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 3, 450])
def test_the_frame_stays_in_the_window_whatever_is_found(
    language: Language, size: tuple[int, int], count: int
) -> None:
    width, height = size
    frame = search_frame(width, height, count, language, RULER, filtered=count < 10)
    other = search_frame(width, height, 9999, language, RULER, filtered=True)

    assert (frame.field, frame.body) == (other.field, other.body)
    for place in (frame.field, frame.body):
        assert place.x >= 0
        assert place.x + place.width <= width
        assert place.y + place.height <= height
    assert frame.field.y + frame.field.height <= frame.body.y
    assert frame.body.height > 300
    assert frame.body.width <= 780
