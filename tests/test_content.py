"""The deck that comes with the app: nothing is left out, and every number is from somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from contents import (
    backed,
    checked,
    known,
    named,
    numbers_in,
    numbers_of,
    steps_of,
    texts,
    told,
    told_in,
)

from explainer.cover import unseen_claims
from explainer.deck import Deck
from explainer.deck.causal import correlations
from explainer.deck.shown import question_of, words_on
from explainer.markup import plain
from explainer.schema import (
    LANGUAGES,
    ChartId,
    ChartSlide,
    Language,
    MapSlide,
    Model,
    QuestionSlide,
    RevealSlide,
    SourceId,
    Stage,
    Step,
    Text,
    UnlockSlide,
)
from explainer.why import every_derivation

DECK: Deck = checked()[0]
STEPS = [*steps_of(DECK)]
CLAIMS = [f"C{number:03}" for number in range(1, 294)]
STAGES = [f"s{number:02}" for number in range(1, 19)]
MODELS = [*DECK.models.values(), *DECK.counterparts.values()]
KNOWN = [*known(DECK)]
TEXTS = [*texts((*KNOWN, *DECK.stages.values()))]
HAN, LATIN = "[\u4e00-\u9fff]", "[A-Za-z0-9]"


def test_it_has_neither_errors_nor_warnings() -> None:
    assert [str(problem) for problem in checked()[1]] == []


class TestCoverage:
    """Nothing that the article says is left out."""

    def test_every_claim_of_the_article_is_there(self) -> None:
        assert sorted(DECK.claims) == CLAIMS

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_claim_is_shown(self, language: Language) -> None:
        assert [claim.id for claim in unseen_claims(DECK, language)] == []

    def test_every_core_claim_is_told_in_the_story(self) -> None:
        core = {claim.id for claim in DECK.claims.values() if claim.rank == "core"}

        assert sorted(core - told(DECK)) == []

    def test_every_stage_of_the_article_is_told_once(self) -> None:
        assert Counter(stage.ledger for stage in DECK.stages.values()) == Counter(STAGES)

    def test_a_stage_has_two_to_eight_steps(self) -> None:
        assert [it.id for it in DECK.stages.values() if not 2 <= len(it.steps) <= 8] == []

    def test_a_stage_asks_and_answers(self) -> None:
        for stage in DECK.stages.values():
            asked = [it.id for it in stage.steps if isinstance(it.slide, QuestionSlide)]
            answered = [it.slide.reveals for it in stage.steps if isinstance(it.slide, RevealSlide)]
            assert asked, stage.id
            assert answered == asked, stage.id

    def test_a_step_is_spoken_and_has_notes(self) -> None:
        assert [_name(*it) for it in STEPS if not (it[1].narration and it[1].notes)] == []

    def test_the_notes_expect_a_question_from_the_audience(self) -> None:
        notes = {_name(*it): it[1].notes for it in STEPS}

        assert [name for name, it in notes.items() if not it or "?" not in it.en] == []
        assert [name for name, it in notes.items() if not it or "？" not in it.zh] == []

    def test_it_explains_forty_words_of_the_field(self) -> None:
        assert len(DECK.terms) >= 40

    def test_it_has_all_discrepancies_and_limits(self) -> None:
        assert (len(DECK.discrepancies), len(DECK.limits)) == (50, 3)


class TestSources:
    """Everything leads to who says it."""

    def test_every_source_is_cited(self) -> None:
        cited = set(named(SourceId, KNOWN)) | {DECK.source}
        cited |= set(named(SourceId, DECK.stages.values()))

        assert sorted(set(DECK.sources) - cited) == []

    def test_every_source_names_title_and_year_or_place(self) -> None:
        bare = [it.id for it in DECK.sources.values() if not (it.title and (it.year or it.link))]

        assert bare == []

    def test_every_fate_rests_on_a_claim(self) -> None:
        assert [(it.model, it.ability) for it in DECK.fates if not it.claims] == []

    def test_every_level_rests_on_a_claim(self) -> None:
        assert [(it.model, it.ability) for it in DECK.levels if not it.claims] == []

    def test_every_derivation_rests_on_a_claim_or_a_source(self) -> None:
        bare = [it.id for it in every_derivation(DECK) if not (it.claims or it.source)]

        assert bare == []

    def test_no_derivation_is_firmer_than_all_of_its_claims(self) -> None:
        order = ("stated", "likely", "conjectured", "open")
        firmer = [
            it.id
            for it in every_derivation(DECK)
            if it.claims
            and not it.source
            and order.index(it.certainty)
            < min(order.index(DECK.claims[claim].certainty) for claim in it.claims)
        ]

        assert firmer == []

    def test_every_argument_has_reasons(self) -> None:
        assert [it.id for it in DECK.arguments.values() if not it.supports] == []

    def test_later_notes_are_dated_and_sourced(self) -> None:
        assert [it.id for it in DECK.later.values() if not (it.date and it.source)] == []
        assert [it.id for it in DECK.later.values() if it.date < "2022-12"] == []


class TestNumbers:
    """Every number of the deck resolves to an entry with a source."""

    def test_a_paragraph_with_numbers_has_claims_or_a_chart(self) -> None:
        bare = [
            (_name(stage, step), it.text.en)
            for stage, step in STEPS
            if not isinstance(step.slide, ChartSlide)
            for it in step.narration
            if numbers_in(it.text.en, it.text.zh) and not it.claims
        ]

        assert bare == []

    def test_a_spoken_number_is_in_what_the_step_rests_on(self) -> None:
        assert _unbacked(lambda _, step: numbers_of(step.narration)) == []

    def test_a_number_on_a_slide_is_in_what_the_step_rests_on(self) -> None:
        assert _unbacked(_painted) == []

    def test_a_number_in_the_notes_stands_somewhere_in_the_deck(self) -> None:
        anywhere = numbers_of(KNOWN) | _data() | _places()
        notes = [(_name(*it), it[1].notes) for it in STEPS]
        said = [(name, numbers_in(it.en, it.zh) - anywhere) for name, it in notes if it]

        assert [it for it in said if it[1]] == []

    def test_a_callout_with_a_number_belongs_to_a_step_with_claims(self) -> None:
        bare = [
            _name(*it)
            for it in STEPS
            if isinstance(it[1].slide, MapSlide)
            and numbers_of([it[1].slide])
            and not told_in(DECK, *it)
        ]

        assert bare == []

    def test_a_figure_names_its_number(self) -> None:
        sides = [
            side
            for _, step in STEPS
            if isinstance(step.slide, UnlockSlide)
            for side in (step.slide.left, step.slide.right)
        ]

        assert sides
        assert [it.ability for it in sides if (it.figure is None) != (it.number == "")] == []

    def test_a_fact_has_a_value_or_says_that_nobody_published_it(self) -> None:
        facts = [(model.id, it) for model in MODELS for it in model.facts]

        assert [name for name, it in facts if (it.value is None) == (it.missing == "")] == []

    def test_a_number_of_a_model_is_in_its_facts_or_claims(self) -> None:
        assert [model.id for model in MODELS if _own_numbers(model)] == []

    def test_every_published_number_has_its_place_in_a_source(self) -> None:
        assert len(DECK.numbers) > 500
        bare = [it.id for it in DECK.numbers.values() if it.source not in DECK.sources or not it.at]

        assert bare == []

    def test_a_chart_has_one_unit_and_one_source(self) -> None:
        for chart in DECK.charts.values():
            shown = [DECK.numbers[it] for point in chart.points for it in point.numbers]
            assert len({number.unit for number in shown}) == 1, chart.id
            assert {number.source for number in shown} == {chart.source}, chart.id

    def test_the_lineage_is_measured_in_one_setting(self) -> None:
        points = DECK.charts[ChartId("lineage-gsm8k")].points
        values = [DECK.numbers[number].value for point in points for number in point.numbers]

        assert values[:6] == ["12.1", "10.8", "15.6", "60.2", "47.3", "59.4"]


class TestWords:
    """Both languages are written with care."""

    def test_what_the_article_calls_a_correlation_is_known_as_one(self) -> None:
        assert {"C108", "C126", "C129"} <= correlations(DECK.claims)

    def test_no_space_is_stored_between_chinese_and_latin(self) -> None:
        spaced = [it.zh for it in TEXTS if re.search(f"{HAN} +{LATIN}|{LATIN} +{HAN}", it.zh)]

        assert spaced == []

    def test_chinese_punctuation_is_full_width(self) -> None:
        half = [it.zh for it in TEXTS if re.search(f"{HAN}[,;:?!]|[,;:?!]{HAN}", plain(it.zh))]

        assert half == []

    def test_english_has_no_full_width_punctuation(self) -> None:
        assert [it.en for it in TEXTS if re.search("[，。；：？！（）]", it.en)] == []


def _name(stage: Stage, step: Step) -> str:
    return f"{stage.id}/{step.id}"


def _unbacked(said: Callable[[Stage, Step], set[str]]) -> list[tuple[str, list[str]]]:
    """Return the steps with the numbers that they say and do not rest on."""
    found = [(_name(*it), sorted(said(*it) - backed(DECK, *it))) for it in STEPS]
    return [it for it in found if it[1]]


def _painted(stage: Stage, step: Step) -> set[str]:
    """Return the numbers among the words of a slide."""
    guesses = _guesses(stage, step)
    said = [it for it in words_on(stage, step) if it not in guesses]
    return numbers_in(*(it.of(language) for it in said for language in LANGUAGES))


def _own_numbers(model: Model) -> set[str]:
    """Return the numbers of a model's short texts that neither its facts nor claims have."""
    said = numbers_in(model.kind.en, model.kind.zh, model.summary.en, model.summary.zh)
    about = [it for it in DECK.claims.values() if model.id in it.models]
    dates = {str(int(it)) for it in re.findall("[0-9]+", model.date)}
    return said - numbers_of(model.facts) - numbers_of(about) - dates


def _guesses(stage: Stage, step: Step) -> tuple[Text, ...]:
    """Return the answers to choose from: the wrong ones rest on nothing."""
    slide = step.slide
    asked = question_of(stage, slide) if isinstance(slide, RevealSlide) else slide
    return asked.options if isinstance(asked, QuestionSlide) else ()


def _data() -> set[str]:
    """Return the published numbers, as printed and without zeros at the end."""
    values = [number.value for number in DECK.numbers.values()]
    return {*values, *(re.sub(r"\.?0+$", "", it) for it in values if "." in it)}


def _places() -> set[str]:
    """Return the numbers of years, tables and sections by which sources are found."""
    places = [it.at for it in DECK.claims.values()] + [it.at for it in DECK.numbers.values()]
    years = [it.year for it in DECK.sources.values()]
    dates = [it.date for it in MODELS] + [it.date for it in DECK.later.values()]
    return set(re.findall("[0-9]+", " ".join((*places, *years, *dates))))
