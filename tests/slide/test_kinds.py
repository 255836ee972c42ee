"""What each kind of slide says, how sure it is, and where a click leads; nothing is invented."""

from __future__ import annotations

import re

import pytest
from rulers import PlainRuler
from slide_kinds import body, lines, said, sample

from explainer.deck import load_embedded
from explainer.intents import OpenCard
from explainer.lineage import lineage
from explainer.picture import Box, Icon, Picture
from explainer.schema import (
    LANGUAGES,
    Certainty,
    ClaimId,
    Language,
    StepId,
    TraceSlide,
    TradeSlide,
)
from explainer.slide import slide_picture
from explainer.slide.trace import weakest_link
from explainer.slide.trade import ledger
from explainer.story import step
from explainer.wording import certainty_word

DECK = sample()
WORDS = {
    "reveal": ("C2", "C3"),
    "limits": ("C2", "C1", "C3"),
    "argument": ("C3", "C1", "C2", "C4"),
    "trace": ("C2", "C3", "C4"),
    "unlock": ("C2", "C3"),
    "compare": ("C3",),
}
"""The claims that a slide shows."""


def shown(
    kind: str, language: Language = "en", size: tuple[float, float] = (1920, 1080)
) -> Picture:
    return body(DECK, kind, language, *size, PlainRuler())


def whole(kind: str, language: Language = "en") -> Picture:
    return slide_picture(DECK, StepId(f"shown/{kind}"), language, 1920, 1080, PlainRuler())


def texts(picture: Picture, id: str = "") -> list[str]:  # noqa: A002
    return [said(line) for line in lines(picture.shapes) if not id or line.id == id]


def opened(picture: Picture) -> set[str]:
    return {hit.order.card for hit in picture.hits if isinstance(hit.order, OpenCard)}


@pytest.mark.parametrize("kind", WORDS)
def test_every_claim_of_a_slide_opens_its_card(kind: str) -> None:
    assert {f"claim:{claim}" for claim in WORDS[kind]} <= opened(shown(kind))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kind, certainties",
    [
        ("reveal", ("conjectured",)),
        ("limits", ("likely", "stated", "conjectured")),
        ("argument", ("conjectured", "stated", "likely", "open")),
        ("trace", ("likely", "conjectured", "open")),
        ("unlock", ("likely", "conjectured")),
        ("compare", ("conjectured",)),
    ],
)
def test_the_word_of_each_certainty_stands_beside_its_line(
    kind: str, certainties: tuple[Certainty, ...], language: Language
) -> None:
    words = texts(shown(kind, language), "certainty")
    assert {certainty_word(certainty, language) for certainty in certainties} <= set(words)


def test_the_question_is_the_headline_while_it_is_asked_and_answered() -> None:
    for kind in ("question", "reveal"):
        headline = " ".join(texts(whole(kind), "headline"))
        assert headline == "Which one learns best from examples?"


def test_a_question_does_not_give_its_answer_away() -> None:
    cards = [it for it in shown("question").shapes if isinstance(it, Box) and it.id[:4] == "card"]
    assert len(cards) == 3
    assert len({(card.stroke, card.stroke_width, card.fill) for card in cards}) == 1
    assert "key" not in {line.id for line in lines(whole("question").shapes)}


def test_the_answer_is_framed_in_ink_where_the_question_had_it() -> None:
    before, after = (
        {it.id: it for it in shown(kind).shapes if isinstance(it, Box) and it.id[:4] == "card"}
        for kind in ("question", "reveal")
    )
    places = [
        {name: (card.x, card.y, card.width) for name, card in cards.items()}
        for cards in (before, after)
    ]
    assert places[0] == places[1]
    assert [name for name, card in after.items() if card.stroke == "ink"] == ["card-1"]


def test_terms_stand_with_their_definitions() -> None:
    assert texts(shown("terms"), "term") == ["Chain of thought", "Instruction tuning", "Token"]
    assert "A piece of text." in texts(shown("terms"), "definition")


def test_a_source_says_who_speaks() -> None:
    assert texts(shown("sources"), "by") == ["a paper", "the maker"]
    assert "Ann Author, Bob Builder and Cat Critic, 2023" in texts(shown("sources"))


def test_an_argument_shows_five_for_and_two_against_and_says_it_shorter() -> None:
    picture = shown("argument", size=(1920, 1080))
    assert texts(picture, "sign").count("+") <= 5
    assert texts(picture, "sign").count("\u2212") <= 2
    reasons = " ".join(texts(picture, "reason"))
    assert "Everything seen so far is correlation" in reasons
    assert DECK.claims[ClaimId("C4")].text.en.rstrip(".") not in reasons


def test_the_experiment_that_would_settle_it_says_how_it_stands() -> None:
    assert "Nobody has." in " ".join(texts(shown("argument"), "experiment"))


def test_the_weakest_link_is_the_least_sure_even_through_the_claims_of_a_fate() -> None:
    slide = step(DECK, StepId("shown/trace")).slide
    assert isinstance(slide, TraceSlide)
    weak = weakest_link(DECK, lineage(DECK), slide)
    # The fate is likely, but rests on a claim that is open.
    assert (weak.certainty, weak.hop) == ("open", 1)
    assert weak.fate is not None
    assert weak.fate.model == "code-davinci-002"


def test_a_trace_has_one_box_with_the_question() -> None:
    picture = shown("trace")
    assert [it.id for it in picture.shapes if isinstance(it, Box) and it.id] == ["doubt-frame"]
    assert texts(picture, "doubt") == ["Is code the cause?"]


def test_an_injected_ability_is_not_there_before_its_cause_joins() -> None:
    stations = texts(shown("unlock"), "station")
    assert stations == ["davinci", "text-davinci-001", "davinci", "code-davinci-002"]
    assert texts(shown("unlock"), "state") == ["there, asleep", "awake", "not there", "new"]


def test_a_comparison_names_the_nearest_common_ancestor() -> None:
    assert texts(shown("compare"), "ancestor") == ["code-davinci-002"]
    assert texts(shown("siblings"), "ancestor") == ["davinci"]


def test_what_nothing_is_said_of_has_a_dot_and_no_words() -> None:
    assert texts(shown("siblings"), "cell") == ["poor", "good", "good"]


def test_the_ledger_has_the_marks_of_the_source_only() -> None:
    slide = step(DECK, StepId("shown/trade")).slide
    assert isinstance(slide, TradeSlide)
    rows = ledger(DECK, slide)
    assert [(row.group, row.ability, [*row.fates]) for row in rows] == [
        ("gained", "reasoning", ["code-davinci-002"]),
        ("unlocked", "listening", ["chatgpt"]),
        ("given-up", "reasoning", ["chatgpt"]),
    ]


def test_the_table_by_model_has_a_row_for_each_model() -> None:
    names = texts(shown("summary"), "model")
    assert sorted(names) == sorted(it.name for it in DECK.models.values())


@pytest.mark.parametrize("kind", ["argument", "trace", "limits", "compare", "trade", "summary"])
def test_no_number_stands_on_a_slide_that_the_deck_does_not_have(kind: str) -> None:
    known = {"3599", "59", "61", "1", "2", "3", "001", "002", "2022", "5"}
    for text in texts(shown(kind)):
        if not re.search(r"[§+]", text):
            assert set(re.findall(r"\d+", text)) <= known


def test_an_example_says_by_a_sign_whether_it_works_and_beside_it_how_sure_that_is() -> None:
    deck = load_embedded()
    drawn = slide_picture(deck, StepId("limits/reasoning"), "en", 1920, 1080, PlainRuler())
    signs = [it for it in drawn.shapes if isinstance(it, Icon) and it.id == "outcome"]
    names = " ".join(said(it) for it in lines(drawn.shapes) if it.id == "example")
    examples = [it for limit in deck.limits.values() for it in limit.examples]

    assert [it.name for it in signs] == ["outcome-works", "outcome-works", "outcome-fails"]
    assert sum(it.name.en in names for it in examples) == len(signs) + 1
