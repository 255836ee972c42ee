"""How slides are composed: answers in a row, bundles that part cleanly, tables in one size."""

from __future__ import annotations

from rulers import PlainRuler
from slide_kinds import lines, sample

from explainer.deck.embedded import load_embedded
from explainer.paths import way
from explainer.picture import Box, MoveTo, Picture, Trace
from explainer.placement import lanes
from explainer.schema import QuestionSlide, StepId, Text
from explainer.slide import slide_picture
from explainer.slide.forks import leaving
from explainer.slide.measures import Measures
from explainer.slide.question import question_picture
from explainer.slide.sheet import Sheet

DECK = sample()
LONG = Text(en="an answer of so many words that it cannot stand in a narrow card", zh="答案")
THICK, PITCH = 14.0, 20.0


def asked(*options: Text) -> Picture:
    measures = Measures(1920, 1080)
    sheet = Sheet(DECK, "en", measures, measures.inner, 800, PlainRuler())
    slide = QuestionSlide(asks=Text(en="Which?", zh="哪个？"), options=options, answer=0)
    return question_picture(sheet, slide)


def cards(picture: Picture) -> list[Box]:
    return [it for it in picture.shapes if isinstance(it, Box) and it.id.startswith("card-")]


def test_three_answers_stand_in_one_row_with_their_letters_above_them() -> None:
    picture = asked(Text(en="one", zh="一"), Text(en="two", zh="二"), Text(en="three", zh="三"))
    assert len({card.y for card in cards(picture)}) == 1
    letters = [line for line in lines(picture.shapes) if line.id == "letter"]
    answers = [line for line in lines(picture.shapes) if line.id == "option"]
    for letter, answer, card in zip(letters, answers, cards(picture), strict=True):
        assert letter.x == answer.x
        assert card.y < letter.y < answer.y < card.y + card.height


def test_four_answers_stand_in_two_columns_and_long_ones_below_one_another() -> None:
    short = Text(en="one", zh="一")
    assert len({card.x for card in cards(asked(*(short,) * 4))}) == 2
    assert len({card.x for card in cards(asked(*(LONG,) * 3))}) == 1


def test_a_leaving_bundle_has_the_ground_around_each_of_its_lanes() -> None:
    deck = load_embedded()
    methods = sorted(lanes(deck), key=lambda method: lanes(deck)[method])
    along = way([(0.0, 0.0), (300.0, 0.0), (300.0, 200.0)], 80.0)
    shapes = leaving(deck, along, methods, THICK, PITCH)
    gaps = [
        it
        for it in shapes
        if isinstance(it, Trace) and it.stroke == "background" and it.width > THICK
    ]
    assert len(gaps) == len(methods)
    # Walking right and turning down, the lane below the others is inside of the turn.
    below_first = [
        it
        for it in shapes
        if isinstance(it, Trace) and it.stroke.startswith("method.") and it.width == THICK
    ]
    starts = [first.y for first in (it.moves[0] for it in below_first) if isinstance(first, MoveTo)]
    assert starts == sorted(starts, reverse=True)


def test_a_bundle_that_does_not_turn_leaves_nothing_open() -> None:
    deck = load_embedded()
    along = way([(0.0, 0.0), (300.0, 0.0)], 80.0)
    assert leaving(deck, along, tuple(lanes(deck)), THICK, PITCH) == []


def test_papers_and_counterparts_of_all_models_are_set_in_one_size() -> None:
    table = StepId("table/by-model")
    picture = slide_picture(load_embedded(), table, "en", 1920, 1080, PlainRuler())
    assert len({line.size for line in lines(picture.shapes) if line.id == "listing"}) == 1
