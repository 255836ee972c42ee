"""What the hall sees while something is looked up: one whole, with no word of the step left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from lectures import Lecture, embedded, lecture, line_words, lines, opening
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explainer.deck.shown import headline_of
from explainer.export import inner_area
from explainer.find import TALK_KINDS, entries, order_for
from explainer.intents import (
    AskWhy,
    DrawOtherReading,
    GoToStep,
    Intent,
    MoveCamera,
    OpenCard,
    Present,
    SelectBeside,
    SelectModel,
    SetLens,
    ToggleCounterparts,
    ToggleEstablished,
    ToggleExplore,
    ToggleLanguage,
)
from explainer.schema import (
    LANGUAGES,
    AbilityId,
    ClaimId,
    Language,
    MapSlide,
    ModelId,
    StepId,
)
from explainer.slide.foot import foot_picture
from explainer.slide.look import look_citations
from explainer.slide.measures import Measures
from explainer.story import is_away, stage_of, step, steps
from explainer.strings import say
from explainer.update import update
from explainer.views.text import QtRuler
from explainer.wording import certainty_word

DECK = embedded()
KINDS: dict[str, StepId] = {}
for _name in steps(DECK):
    KINDS.setdefault(type(step(DECK, _name).slide).__name__, _name)
QUESTION = KINDS["QuestionSlide"]
MAP = StepId("reasoning/signs")
TERM = next(iter(DECK.terms))
DISPUTE = next(iter(DECK.discrepancies))
WAYS: Mapping[str, tuple[Intent, ...]] = {
    "E": (ToggleExplore(),),
    "click on a model": (SelectModel(ModelId("text-davinci-002")),),
    "click on a counterpart": (SelectModel(next(iter(DECK.counterparts))),),
    "Shift and an arrow": (SelectBeside("up"), SelectBeside("right")),
    "lens of an ability": (SetLens("ability:icl"),),
    "lens of a method": (SetLens("cause:rlhf"),),
    "V": (SelectModel(ModelId("text-davinci-003")), DrawOtherReading()),
    "Y": (SelectModel(ModelId("text-davinci-003")), AskWhy()),
    "only what is stated": (ToggleEstablished(),),
    "models outside": (ToggleCounterparts(),),
    "card of a claim": (OpenCard("claim:C108"),),
    "card of a work": (OpenCard("source:ouyang2022instructgpt"),),
    "card of an ability": (OpenCard("ability:cot"),),
    "card of a term": (OpenCard(f"term:{TERM}"),),
    "card of a discrepancy": (OpenCard(f"discrepancy:{DISPUTE}"),),
    "glossary": (OpenCard("glossary"),),
    "exploring, then a model": (ToggleExplore(), SelectModel(ModelId("davinci"))),
}
FEW = ("E", "click on a model", "lens of an ability", "card of a claim")
"""Ways that are tried at every kind of slide; the others lead to the same few places."""
EVERY_WAY = ("QuestionSlide", "MapSlide", "ChartSlide")
LOOK = say("slide.look", "en", what="")


@pytest.fixture
def talk() -> Iterator[Lecture]:
    """Return the lecture in a talk; nothing moves."""
    with lecture(replace(opening(), still=True)) as told:
        told.session.dispatch(Present(from_start=True))
        told.session.hall.resize(1280, 720)
        yield told


def words(talk: Lecture, kind: str) -> str:
    """Return what stands in the hall in lines of that kind."""
    shapes = talk.session.hall.picture.shapes
    return " ".join(line_words(it) for it in lines(shapes) if it.id == kind)


def everything(talk: Lecture) -> str:
    return "\n".join(line_words(it) for it in lines(talk.session.hall.picture.shapes))


def assert_whole(talk: Lecture, name: StepId, way: str) -> None:
    """Assert that nothing of a step is seen while something is looked up in that way."""
    its, stage = step(DECK, name), stage_of(DECK, name)
    seen, headline = everything(talk), words(talk, "headline")
    assert headline.startswith(LOOK), (name, way)
    assert headline_of(stage, its).plain("en") not in headline, (name, way)
    assert stage.takeaway.plain("en") not in seen, (name, way)
    assert say("slide.vote", "en") not in seen, (name, way)
    callouts = its.slide.callouts.values() if isinstance(its.slide, MapSlide) else ()
    assert not [it for it in callouts if it.plain("en") in seen], (name, way)
    keys = [it for it in lines(talk.session.hall.picture.shapes) if it.id == "key"]
    assert len(keys) == 3, (name, way)


def test_no_word_of_the_step_stays_and_a_step_key_brings_the_slide_back(talk: Lecture) -> None:
    for kind, name in KINDS.items():
        talk.session.dispatch(GoToStep(name))
        slide = talk.session.hall.picture
        for way in WAYS if kind in EVERY_WAY else FEW:
            for wish in WAYS[way]:
                talk.session.dispatch(wish)
            if talk.state.mode == "story" and not is_away(DECK, talk.state):
                # The step shows this very thing itself.
                assert talk.session.hall.picture == slide, (name, way)
                continue
            assert_whole(talk, name, way)
            QTest.keyClick(talk.session.hall, Qt.Key.Key_PageDown)
            assert (talk.state.step, talk.session.hall.picture) == (name, slide), way


def test_no_foot_says_anything_of_the_step_whatever_its_kind() -> None:
    ruler, measures = QtRuler(), Measures(1920, 1080)
    for name in KINDS.values():
        for way, wishes in WAYS.items():
            state = replace(opening(name), presenting=True)
            for wish in wishes:
                state = update(DECK, state, wish)
            if state.away is None or not (state.mode == "explore" or is_away(DECK, state)):
                continue
            foot = foot_picture(DECK, name, "en", measures, ruler, away=state.away)
            said = [line_words(it) for it in lines(foot.shapes) if it.id == "source"]
            cited = look_citations(DECK, state.away, "en")
            assert said[0].startswith(cited), (name, way)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headline_says_what_is_looked_at(talk: Lecture, language: Language) -> None:
    said = {
        "click on a model": "text-davinci-002",
        "click on a counterpart": next(iter(DECK.counterparts.values())).name,
        "lens of an ability": DECK.abilities[AbilityId("icl")].name.plain(language),
        "V": "text-davinci-003",
        "only what is stated": say("slide.look.established", language),
        "models outside": say("slide.look.counterparts", language),
        "card of a claim": DECK.claims[ClaimId("C108")].text.plain(language).rstrip(".。"),
        "card of a term": DECK.terms[TERM].name.plain(language),
        "card of a discrepancy": DECK.discrepancies[DISPUTE].says.plain(language),
        "glossary": say("slide.look.glossary", language),
        "exploring, then a model": "davinci",
    }
    if language == "zh":
        talk.session.dispatch(ToggleLanguage())
    for way, what in said.items():
        talk.session.dispatch(GoToStep(QUESTION))
        for wish in WAYS[way]:
            talk.session.dispatch(wish)
        shown = words(talk, "headline")

        assert shown.startswith(say("slide.look", language, what="")), way
        assert what.replace(" ", "") in shown.replace(" ", ""), way
    talk.session.dispatch(GoToStep(QUESTION))
    if language == "zh":
        talk.session.dispatch(ToggleLanguage())


def test_the_foot_names_the_sources_of_what_is_looked_at(talk: Lecture) -> None:
    claim = DECK.claims[ClaimId("C108")]
    talk.session.dispatch(GoToStep(QUESTION))
    assert words(talk, "source") == say("slide.vote", "en")

    talk.session.dispatch(OpenCard(f"claim:{claim.id}"))
    foot = words(talk, "source")
    assert foot.startswith(certainty_word(claim.certainty, "en"))
    assert DECK.sources[claim.source].short.plain("en") in foot

    work = next(iter(DECK.sources.values()))
    talk.session.dispatch(OpenCard(f"source:{work.id}"))
    assert words(talk, "source") == work.short.plain("en")


def test_every_hit_of_the_search_is_said(talk: Lecture) -> None:
    seen: dict[str, str] = {}
    for entry in entries(DECK):
        if entry.kind in TALK_KINDS and entry.kind != "stage" and entry.kind not in seen:
            talk.session.dispatch(GoToStep(QUESTION))
            talk.session.dispatch(order_for(DECK, entry))
            seen[entry.kind] = words(talk, "headline")

    assert set(seen) == {"model", "ability"}
    assert all(it.startswith(LOOK) for it in seen.values())


def test_another_section_of_the_steps_own_map_keeps_its_words(talk: Lecture) -> None:
    talk.session.dispatch(GoToStep(MAP))
    told = words(talk, "headline")
    talk.session.dispatch(MoveCamera(0.4, 0.4, 2.0))

    assert words(talk, "headline") == told
    assert not told.startswith(LOOK)


def test_the_longest_claim_is_said_in_full_and_the_map_below_it(talk: Lecture) -> None:
    longest = max(DECK.claims.values(), key=lambda it: len(it.text.plain("en")))
    talk.session.dispatch(GoToStep(QUESTION))
    talk.session.dispatch(OpenCard(f"claim:{longest.id}"))
    shapes = [*lines(talk.session.hall.picture.shapes)]
    headline = [it for it in shapes if it.id == "headline"]

    assert words(talk, "headline") == LOOK + longest.text.plain("en").rstrip(".")
    height = inner_area(*talk.session.hall.size().toTuple()).height
    assert min(it.size for it in headline) >= 0.042 * height
    names = [it for it in shapes if it.id.endswith(":name")]
    assert min(it.y - it.size for it in names) > max(it.y for it in headline)


def test_in_the_window_no_word_of_the_step_stays_either() -> None:
    with lecture(replace(opening(QUESTION), still=True)) as told:
        takeaway = stage_of(DECK, QUESTION).takeaway.plain("en")
        headline = headline_of(stage_of(DECK, QUESTION), step(DECK, QUESTION)).plain("en")
        for way in FEW:
            told.session.dispatch(GoToStep(QUESTION))
            for wish in WAYS[way]:
                told.session.dispatch(wish)
            seen = told.panel_words()

            assert headline not in seen.replace("\n", " "), way
            assert takeaway not in seen.replace("\n", " "), way
