"""What counts as words on a slide, and what as new in a step, kind by kind."""

from __future__ import annotations

import pytest
from decks import deck_text

from explainer.deck.load import check_texts
from explainer.deck.shown import items_on, words_on
from explainer.schema import (
    AbilityId,
    ArgumentId,
    ArgumentSlide,
    Aspect,
    ChartId,
    ChartSlide,
    ClaimId,
    Column,
    CompareSlide,
    EndSlide,
    LimitId,
    LimitsSlide,
    MapSlide,
    MatrixSlide,
    ModelId,
    QuestionSlide,
    RevealSlide,
    Slide,
    SourceId,
    SourcesSlide,
    Stage,
    StageId,
    Step,
    SummarySlide,
    TermId,
    TermsSlide,
    Text,
    TextSlide,
    TitleSlide,
    TraceSlide,
    TradeSlide,
    UnlockSlide,
)

A, B = ModelId("a"), ModelId("b")
CLAIM = ClaimId("C1")


def text(words: str) -> Text:
    return Text(en=words, zh=words)


def column(figure: Text | None) -> Column:
    return Column(
        ability=AbilityId("x"), enters=A, shows=B, change="injected", claims=(CLAIM,), figure=figure
    )


QUESTION = QuestionSlide(asks=text("asks"), options=(text("yes"), text("no")), answer=0)


def stage_of(slide: Slide) -> tuple[Stage, Step]:
    """Return a stage that asks `QUESTION` first, and its second step with this slide."""
    step = Step(id="second", slide=slide)
    stage = Stage(
        id=StageId("s"),
        name=text("name"),
        headline=text("headline"),
        takeaway=text("takeaway"),
        steps=(Step(id="first", slide=QUESTION), step),
    )
    return stage, step


def words(slide: Slide) -> list[str]:
    return [it.en for it in words_on(*stage_of(slide))]


@pytest.mark.parametrize(
    "slide, expected",
    [
        (TitleSlide(), []),
        (MapSlide(callouts={A: text("one")}), ["headline", "one"]),
        (TextSlide(says=text("says")), ["headline", "says"]),
        (EndSlide(says=text("says")), ["says"]),
        (QUESTION, ["asks", "yes", "no"]),
        (
            RevealSlide(reveals="first", says=text("says"), claims=(CLAIM,)),
            ["asks", "yes", "no", "says"],
        ),
        (
            TraceSlide(
                ability=AbilityId("x"),
                path=(A, B),
                says={A: text("one"), B: text("two")},
                doubt=text("doubt"),
            ),
            ["headline", "one", "two", "doubt"],
        ),
        (UnlockSlide(left=column(text("5 %")), right=column(None)), ["headline", "5 %"]),
        (
            CompareSlide(
                models=(A, B),
                aspects=(Aspect(name=text("aspect"), says={A: text("one"), B: text("two")}),),
            ),
            ["headline", "one", "two"],
        ),
        (
            LimitsSlide(limits=(LimitId("l"),), big=text("big"), under=text("under")),
            ["headline", "big", "under"],
        ),
        (LimitsSlide(limits=(LimitId("l"),)), ["headline"]),
    ],
    ids=lambda it: type(it).__name__ if not isinstance(it, list) else "",
)
def test_the_words_of_a_slide_are_its_headline_and_texts(slide: Slide, expected: list[str]) -> None:
    assert words(slide) == expected


@pytest.mark.parametrize(
    "slide",
    [
        MatrixSlide(),
        SummarySlide(),
        TradeSlide(path=(A, B)),
        ChartSlide(chart=ChartId("c")),
        ArgumentSlide(argument=ArgumentId("a"), says={CLAIM: text("short")}),
        TermsSlide(terms=(TermId("t"),)),
        SourcesSlide(sources=(SourceId("s"),)),
    ],
    ids=lambda it: type(it).__name__,
)
def test_a_table_has_a_headline_and_no_words_that_count(slide: Slide) -> None:
    assert words(slide) == ["headline"]


def test_a_row_of_a_comparison_is_one_item() -> None:
    aspects = tuple(
        Aspect(name=text(name), says={A: text("one"), B: text("two")}) for name in "xyz"
    )

    assert len(items_on(*stage_of(CompareSlide(models=(A, B), aspects=aspects)))) == 3


def test_only_the_answer_is_new_where_a_question_is_revealed() -> None:
    stage, reveal = stage_of(RevealSlide(reveals="first", says=text("says"), claims=(CLAIM,)))

    asked, answered = items_on(stage, stage.steps[0]), items_on(stage, reveal)

    assert [name for name in answered if asked.get(name) != answered[name]] == ["says"]


def test_five_items_of_a_trace_are_a_warning() -> None:
    models = ["a", "b", "c", "d"]
    says = ", ".join(f"{model}: {{en: it can, zh: 会}}" for model in models)
    slide = (
        f"{{kind: trace, ability: reasoning, path: [{', '.join(models)}], says: {{{says}}},"
        " doubt: {en: Why?, zh: 为何？}}"
    )
    deck = deck_text("a > b, b > c, c > d").replace(
        "- {id: a, view", f"- {{id: a, slide: {slide}, view"
    )

    found = check_texts({"deck.yaml": deck}, "")[1]

    assert [(it.code, it.path) for it in found] == [("W604", "stages[0].steps[0].slide")]
