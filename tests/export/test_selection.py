"""Which slides a list of numbers, ranges and ids means."""

from __future__ import annotations

import pytest
from exports import DECK
from hypothesis import given
from hypothesis import strategies as st

from explainer.export import SlideError, selected


def ids() -> list[str]:
    return list(DECK.stages)


@pytest.mark.parametrize(
    "text, numbers",
    [
        ("1-5", [1, 2, 3, 4, 5]),
        ("16-", [16, 17, 18]),
        ("-2", [1, 2]),
        ("last", [18]),
        ("8", [8]),
        ("08", [8]),
        ("reasoning", [8]),
        (" 3 , 1 ", [1, 3]),
        ("2,2,1-2,reasoning,8", [1, 2, 8]),
    ],
)
def test_slides_are_chosen_by_number_range_and_id(text: str, numbers: list[int]) -> None:

    assert [ids().index(stage) + 1 for stage in selected(DECK, text)] == numbers


@pytest.mark.parametrize(
    "text", ["0", "19", "5-3", "17-19", "", ",", "-", "1,,2", "1-2-3", "x", "-0", "²", "0-"]
)
def test_a_list_that_leads_beyond_the_deck_or_nowhere_is_refused(text: str) -> None:

    with pytest.raises(SlideError):
        selected(DECK, text)


@pytest.mark.parametrize(
    "text, places",
    [
        ("reasoning/who-can", ["reasoning/who-can"]),
        ("reasoning/suspects,reasoning/who-can", ["reasoning/who-can", "reasoning/suspects"]),
        ("reasoning/who-can,1", ["surprise", "reasoning/who-can"]),
        ("reasoning/who-can,8", ["reasoning", "reasoning/who-can"]),
        ("-2, reasoning/who-can ,last", [*ids()[:2], "reasoning/who-can", ids()[-1]]),
    ],
)
def test_single_steps_are_chosen_beside_slides_and_ranges(text: str, places: list[str]) -> None:

    assert list(selected(DECK, text)) == places


@pytest.mark.parametrize("text", ["reasoning/", "/who-can", "8/who-can", "reasoning/nothing", "/"])
def test_a_step_that_is_not_there_is_refused(text: str) -> None:

    with pytest.raises(SlideError):
        selected(DECK, text)


def test_a_misspelt_step_is_told_the_nearest() -> None:

    with pytest.raises(SlideError) as caught:
        selected(DECK, "1,reasoning/who-cn")

    assert caught.value.nearest == "reasoning/who-can"


def test_a_misspelt_slide_is_told_the_nearest() -> None:

    with pytest.raises(SlideError) as caught:
        selected(DECK, "1,reasonin")

    assert (caught.value.word, caught.value.nearest) == ("reasonin", "reasoning")


@given(st.text(alphabet="0123456789-, aelst", max_size=12))
def test_any_list_chooses_slides_in_the_order_of_the_deck_or_is_refused(text: str) -> None:
    try:
        chosen = selected(DECK, text)
    except SlideError:
        return

    assert chosen
    assert list(chosen) == [stage for stage in ids() if stage in chosen]
