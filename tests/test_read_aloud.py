"""A sentence means the same read aloud: it does not turn where no one hears a comma."""

from __future__ import annotations

import re

import pytest
from contents import checked, known, steps_of, texts

from explainer.deck import Deck
from explainer.schema import QuestionSlide, RevealSlide
from explainer.strings import say

DECK: Deck = checked()[0]
STEPS = {f"{stage.id}/{step.id}": step for stage, step in steps_of(DECK)}
KNOWN = [*known(DECK)]


def test_no_answer_denies_something_before_what_it_says() -> None:
    slides = [step.slide for step in STEPS.values()]
    said = [
        it
        for slide in slides
        for it in (
            slide.options
            if isinstance(slide, QuestionSlide)
            else (slide.says,)
            if isinstance(slide, RevealSlide)
            else ()
        )
    ]

    assert [it.zh for it in said if re.match("不太?可能[，、]|不是?[，、]|未必[，、]", it.zh)] == []
    assert [it.en for it in said if re.match(r"(Unlikely|Not|No|Hardly)[,:;] ", it.en)] == []


def test_tuning_is_never_called_adjusting_the_instructions() -> None:
    told = [it.zh for step in STEPS.values() for it in texts([step])]
    short = r"(?<!微)调过|调没调|(?<!微)调成|调一调|来调的|去调|(?<!微)调了"

    known_too = [it.zh for it in texts(KNOWN)]

    assert [it for it in (*told, *known_too) if re.search(short, it)] == []


@pytest.mark.parametrize("word", ["根本", "最擅长", "同族最佳", "没法比", "简单的对照"])
def test_words_stronger_than_the_articles_are_not_used(word: str) -> None:
    told = [it.zh for step in STEPS.values() for it in texts([step])]

    assert [it for it in (*told, *(it.zh for it in texts(KNOWN))) if word in it] == []


def test_the_key_of_lines_is_told_in_the_words_of_the_key() -> None:
    for name in ("surprise/question", "limits/end"):
        notes = STEPS[name].notes
        assert notes
        assert "很可能或推测" in notes.zh
        assert "conjecture" in notes.en


def test_one_word_of_the_app_means_one_thing() -> None:
    deck, notes = say("actions.deck", "zh"), say("panel.notes", "zh")

    assert deck != notes
    assert notes in say("action.notes", "zh")
    assert say("lens.label", "zh") in say("E315-lens", "zh", word="x")
