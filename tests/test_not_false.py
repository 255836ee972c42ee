"""Small words that would be untrue for some decks: dates, titles, readings, states."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rulers import PlainRuler
from several import changed, pictured, step_named, texts

from explainer.dates import axis_labels
from explainer.deck import load_embedded
from explainer.picture import Box, Picture, TextLine
from explainer.schema import CompareSlide, Language, StepId, View
from explainer.slide import slide_picture
from explainer.slide.markers import drawn_words
from explainer.strings import say

DECK = load_embedded()


def lines(picture: Picture, name: str) -> list[TextLine]:
    return [it for it in picture.shapes if isinstance(it, TextLine) and it.id.startswith(name)]


@pytest.mark.parametrize(
    "language, labels",
    [
        ("en", ("Feb 2023", "13 Mar", "30 Mar", "Aug 2023")),
        ("zh", ("2023.2", "3月13日", "3月30日", "2023.8")),
    ],
)
def test_two_days_of_one_month_are_told_apart(language: Language, labels: tuple[str, ...]) -> None:
    dates = ("2023-02-24", "2023-03-13", "2023-03-30", "2023-08-24")

    assert axis_labels(dates, language) == labels


def test_no_two_dates_of_an_axis_have_the_same_label() -> None:
    days = ("2020", "2020-07", "2020-07-01", "2020-07-31", "2021-07-01", "2021-07-31", "2021-08")
    for language in ("en", "zh"):
        labels = axis_labels(days, language)
        years = axis_labels(days, language, short=True)
        for each in (labels, years):
            assert all(one != other for one, other in pairwise(each))


def test_a_lower_row_of_the_same_date_belongs_to_its_dot() -> None:
    dots = [
        it
        for it in pictured("three").shapes
        if isinstance(it, Box) and it.id.startswith("axis:") and it.fill == "muted"
    ]
    long = [it for it in dots if it.height > 2 * it.width]

    assert len(dots) == 11
    assert len(long) == 2  # Llama 2 and its chat model; three models of August


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_map_on_a_slide_says_that_its_time_is_not_to_scale(language: Language) -> None:
    said = texts(pictured("page", language), "axis-note")

    assert said == [say("axis.not-to-scale", language)]
    assert texts(pictured("matrix", language), "axis-note") == []


@pytest.mark.parametrize("size", [(1280.0, 720.0), (1920.0, 1080.0)])
def test_the_title_of_a_work_is_not_cut_at_its_colon(size: tuple[float, float]) -> None:
    said = " ".join(texts(pictured("sources", size=size), "source-title"))

    assert "Llama 2: Open Foundation" in said
    assert "LLaMA: Open and Efficient Foundation Language Models" in said


def test_a_title_without_room_ends_in_an_ellipsis_and_never_as_another_title() -> None:
    long = "Llama 2: Open Foundation and Fine-Tuned Chat Models"
    deck = changed((long, f"{long} {'and so on ' * 32}"))
    picture = slide_picture(deck, step_named("sources"), "en", 1280, 720, PlainRuler())

    assert "…" in " ".join(texts(picture, "source-title"))


def test_a_reading_is_named_only_where_lines_of_the_slide_follow_it() -> None:
    reading = DECK.readings["parent-of-cd002"]  # type: ignore[index]
    other = next(it for it in reading.options if it.id != reading.drawn)
    view = View(readings=(f"{reading.id}/{other.id}",))

    def named(*models: str) -> tuple[str, ...]:
        slide = CompareSlide(models=models, aspects=())  # type: ignore[arg-type]
        return drawn_words(DECK, slide, view, "en", away=False)

    assert named("code-davinci-002", "davinci")
    assert named("chatgpt", "davinci")
    assert not named("davinci", "codex-12b")


def test_what_is_unlocked_where_it_enters_was_asleep_before_not_absent() -> None:
    deck = changed(("enters: llama, shows: alpaca,", "enters: alpaca, shows: alpaca,"))
    picture = slide_picture(deck, step_named("unlock"), "en", 1280, 720, PlainRuler())

    assert texts(picture, "state")[:2] == ["there, asleep", "awake"]
    assert texts(picture, "state")[2:] == ["not there", "new"]


def test_no_work_is_called_the_article() -> None:
    name = StepId("attention/sources")
    deck = changed(("by: third-party}", "by: article}"))
    picture = slide_picture(deck, name, "en", 1280, 720, PlainRuler())

    assert "the article" not in " ".join(texts(picture))
