"""The chart shows the article's marks and nothing else, at every width and in both languages."""

from __future__ import annotations

import pytest
from msgspec import structs
from rulers import PlainRuler

from explainer.abilities import marked_abilities, marked_models
from explainer.chart import ChartPicture, chart_picture, hovered, matrix_picture
from explainer.chart.heads import heads, shortened
from explainer.deck import Deck, load_embedded
from explainer.intents import OpenCard, SelectModel
from explainer.marks import shown_certainty
from explainer.picture import Box, Picture, TextLine, line_width
from explainer.schema import LANGUAGES, AbilityId, Language, MatrixSlide, ModelId
from explainer.strings import say
from explainer.theme import window_type

RULER = PlainRuler()
COT, CODE_002 = AbilityId("cot"), ModelId("code-davinci-002")
NARROW, WIDE = 340.0, 700.0


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def drawn(
    deck: Deck,
    width: float,
    language: Language = "en",
    model: str = CODE_002,
    ability: str = COT,
) -> ChartPicture:
    return chart_picture(deck, language, ModelId(model), AbilityId(ability), width, RULER)


def lines(picture: Picture) -> list[TextLine]:
    return [shape for shape in picture.shapes if isinstance(shape, TextLine)]


def words(picture: Picture) -> str:
    return "\n".join("".join(span.text for span in line.spans) for line in lines(picture))


def assert_within(picture: Picture, floor: float) -> None:
    for line in lines(picture):
        long = line_width(RULER, line.spans, line.size)
        left = line.x - {"start": 0.0, "middle": long / 2, "end": long}[line.anchor]
        assert left >= -1, line
        assert left + long <= picture.width + 1, line
        assert line.y <= picture.height
        assert line.size >= floor, line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [NARROW, 450, 600, WIDE])
def test_nothing_is_wider_than_the_chart_and_no_letter_under_the_floor(
    embedded: Deck, language: Language, width: float
) -> None:
    assert_within(drawn(embedded, width, language).picture, window_type("floor"))


def test_every_mark_of_the_deck_has_a_cell_and_no_other_cell_has_one(embedded: Deck) -> None:
    shown = {(cell.ability, cell.model) for cell in drawn(embedded, WIDE).cells if cell.marked}

    places = {(fate.ability, fate.model) for fate in embedded.fates}
    rows, columns = marked_abilities(embedded), marked_models(embedded)

    assert shown == {it for it in places if it[0] in rows and it[1] in columns}


def test_the_note_that_marks_are_no_measurement_always_stands_with_them(embedded: Deck) -> None:
    for width in (NARROW, WIDE):
        for language in LANGUAGES:
            note = say("chart.note", language)
            text = words(drawn(embedded, width, language).picture).replace("\n", "")
            assert note.replace(" ", "") in text.replace(" ", "")


def test_the_selected_model_stands_on_sunken_ground(embedded: Deck) -> None:
    for width in (NARROW, WIDE):
        grounds = [
            shape.id
            for shape in drawn(embedded, width).picture.shapes
            if isinstance(shape, Box) and shape.fill == "sunken" and shape.id not in ("", "tile")
        ]
        assert grounds == [CODE_002]


def test_a_narrow_chart_is_turned_and_keeps_the_chosen_ability(embedded: Deck) -> None:
    chart = drawn(embedded, NARROW)
    columns = {cell.ability for cell in chart.cells if cell.ability and cell.model}
    rows = {cell.model for cell in chart.cells if cell.ability and cell.model}

    assert COT in columns
    assert len(columns) == 2
    assert rows == set(marked_models(embedded))


def test_a_cell_says_model_ability_change_mark_certainty_and_source(embedded: Deck) -> None:
    says = next(
        cell.says
        for cell in drawn(embedded, WIDE).cells
        if (cell.model, cell.ability) == ("text-davinci-002", "icl")
    )

    for part in ("text-davinci-002", "In-context learning", "weakened", "\u2212", "likely", "§2"):
        assert part in says
    assert say("word.mark-uncertain", "en") in says


def test_a_click_on_a_mark_looks_the_model_up_and_opens_the_ability(embedded: Deck) -> None:
    cell = next(
        it for it in drawn(embedded, WIDE).cells if (it.model, it.ability) == (CODE_002, COT)
    )

    assert cell.orders == (SelectModel(CODE_002), OpenCard("ability:cot"))


def test_a_click_where_nothing_is_marked_only_looks_the_model_up(embedded: Deck) -> None:
    cell = next(
        it for it in drawn(embedded, WIDE).cells if it.model and it.ability and not it.marked
    )

    assert cell.orders == (SelectModel(cell.model),)


def test_a_cell_that_is_pointed_at_is_framed_and_covers_nothing(embedded: Deck) -> None:
    for width in (NARROW, WIDE):
        chart = drawn(embedded, width)
        for place in range(len(chart.cells)):
            picture = hovered(chart, place)
            (frame,) = picture.shapes[len(chart.picture.shapes) :]
            assert isinstance(frame, Box)
            assert (frame.fill, frame.stroke) == ("", "focus")
            assert (picture.width, picture.height) == (chart.picture.width, chart.picture.height)


def test_cells_do_not_overlap(embedded: Deck) -> None:
    for width in (NARROW, WIDE):
        cells = drawn(embedded, width).cells
        for cell in cells:
            x, y = cell.x + cell.width / 2, cell.y + cell.height / 2
            assert [other for other in cells if other.holds(x, y)] == [cell]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1248, 1728])
def test_the_matrix_of_a_slide_fits_its_box_with_letters_for_the_last_row_of_the_hall(
    embedded: Deck, language: Language, width: float
) -> None:
    picture = matrix_picture(embedded, MatrixSlide(), language, width, 800, 1080, RULER)

    assert picture.height <= 800
    assert_within(picture, 0.018 * 1080)


def test_a_slide_shows_the_rows_and_columns_it_asks_for(embedded: Deck) -> None:
    slide = MatrixSlide(abilities=(COT,), models=(ModelId("davinci"), ModelId("chatgpt")))
    text = words(matrix_picture(embedded, slide, "en", 1728, 800, 1080, RULER))

    assert "Chain of thought" in text
    assert "In-context learning" not in text
    assert "ChatGPT" in text
    assert "davinci-002" not in text


def test_a_stressed_row_is_the_only_strong_one(embedded: Deck) -> None:
    slide = MatrixSlide(stress=(COT,))
    picture = matrix_picture(embedded, slide, "en", 1728, 800, 1080, RULER)
    strong = [span.text for line in lines(picture) for span in line.spans if span.face == "strong"]

    assert strong == ["Chain of thought"]


def test_the_matrix_is_the_same_at_every_size_of_the_slide(embedded: Deck) -> None:
    small, large = (
        matrix_picture(embedded, MatrixSlide(), "en", 864 * k, 400 * k, 540 * k, RULER)
        for k in (1, 2)
    )

    assert words(small) == words(large)
    assert large.height == pytest.approx(2 * small.height)


def test_a_shortened_name_cannot_be_taken_for_another_model(embedded: Deck) -> None:
    names = tuple(model.name for model in embedded.models.values())
    short = shortened(names)

    assert not set(short.values()) & set(names)
    assert len(set(short.values())) == len(short)
    assert short["code-davinci-002"] == "code-002"


def test_names_that_fit_no_column_are_not_squeezed_in() -> None:
    assert heads(("unbreakable",), (), "mono", 13, 40, RULER) is None


def test_rows_are_in_the_order_of_the_deck(embedded: Deck) -> None:
    rows = [cell.ability for cell in drawn(embedded, WIDE).cells if not cell.model]

    assert tuple(rows) == marked_abilities(embedded)


def test_a_mark_on_which_copies_differ_never_has_a_solid_foot(embedded: Deck) -> None:
    doubtful = next(fate for fate in embedded.fates if not fate.mark_certain)
    stated = structs.replace(doubtful, certainty="stated")

    assert shown_certainty(stated) == "likely"
    assert shown_certainty(structs.replace(stated, mark_certain=True)) == "stated"
    assert shown_certainty(structs.replace(doubtful, certainty="open")) == "open"
