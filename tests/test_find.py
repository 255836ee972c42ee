"""Finding: what words lead to, in which order, and what choosing it asks for."""

from __future__ import annotations

from itertools import chain

import pytest
from decks import deck
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from explainer.deck import Deck, load_embedded
from explainer.find import (
    KINDS,
    TALK_KINDS,
    Entry,
    entries,
    groups,
    matching,
    order_for,
    rank,
    suggestions,
)
from explainer.find.match import words_of
from explainer.intents import Escape, NextStep
from explainer.layout import layout
from explainer.schema import LANGUAGES, Camera, ModelId, StageId, StepId, View
from explainer.state import State
from explainer.story import is_away, shown_view, step, steps, steps_of
from explainer.update import first_state, update

TINY = deck("a > b, b > c")


@pytest.fixture(scope="module")
def told() -> Deck:
    return load_embedded()


def found(told: Deck, typed: str) -> list[str]:
    """Return what is listed for `typed`, as `kind:id`."""
    listed = chain.from_iterable(group.entries for group in groups(told, typed, KINDS, KINDS))
    return [f"{it.kind}:{it.id}" for it in listed]


def entry(told: Deck, kind: str, name: str) -> Entry:
    return next(it for it in entries(told) if (it.kind, it.id) == (kind, name))


@pytest.mark.parametrize(
    "typed, first",
    [
        ("code-davinci-002", "model:code-davinci-002"),
        ("code davinci 002", "model:code-davinci-002"),
        ("CODEDAVINCI002", "model:code-davinci-002"),
        ("\uff43\uff4f\uff44\uff45-davinci-002", "model:code-davinci-002"),
        ("davinci-instruct-beta-v3", "model:text-davinci-001"),
        ("思维链", "ability:cot"),
        ("chain of thought", "ability:cot"),
        ("C108", "claim:C108"),
        ("c108", "claim:C108"),
        ("fu2022article_zh", "source:fu2022article_zh"),
        ("palm", "model:palm"),
        ("对齐税", "stage:tax"),
    ],
)
def test_a_name_is_found_in_either_language_and_however_it_is_written(
    told: Deck, typed: str, first: str
) -> None:
    assert found(told, typed)[0] == first


@pytest.mark.parametrize(
    "typed",
    [
        "RLHF?",
        "RLHF？",
        "RLHF!",
        "RLHF；",
        "RLHF;",
        "RLHF…",
        "[RLHF]",
        "【RLHF】",
        "「RLHF」",
        "“RLHF”",
        "«RLHF»",
        "_RLHF_",
        "/RLHF/",
        "`RLHF`",
        "RLHF\u200b\ufeff",
        "什么是RLHF？",
        "什麼是 RLHF?",
        "RLHF是什么？",
        "What is RLHF?",
        "what’s the RLHF",
    ],
)
def test_signs_around_a_word_and_a_question_about_it_find_what_the_word_finds(
    told: Deck, typed: str
) -> None:
    assert found(told, typed) == found(told, "RLHF") != []


@pytest.mark.parametrize("sign", " -‐‑–—_/\\|·•．+~")
def test_signs_within_words_find_what_a_space_finds(told: Deck, sign: str) -> None:
    asked = "chain of thought"

    assert found(told, asked.replace(" ", sign)) == found(told, asked) != []


def test_a_number_that_a_chart_shows_leads_to_its_source(told: Deck) -> None:
    for number in told.numbers.values():
        if "." in number.value:
            assert f"source:{number.source}" in found(told, number.value), number.id


def test_the_point_of_a_number_is_a_part_of_it_and_may_be_left_out_in_a_name() -> None:
    said = words_of(("It has 60 of 2 kinds",), ("60 %, and 2.5 of it",))

    assert rank(said, matching("60.2")) is None
    assert rank(said, matching("2.5")) is not None
    for typed in ("gpt-3.5", "GPT 3.5", "gpt35", "gpt3.5"):
        assert rank(words_of(("GPT-3.5",)), matching(typed)) == 0


@pytest.mark.parametrize("typed", ["?", "？！", "【】", "§§", "++", "🌱"])
def test_signs_alone_find_nothing(told: Deck, typed: str) -> None:
    assert groups(told, typed) == ()


@pytest.mark.parametrize(
    "traditional, simplified",
    [
        ("思維鏈", "思维链"),
        ("代碼", "代码"),
        ("上下文學習", "上下文学习"),
        ("語言模型", "语言模型"),
    ],
)
def test_traditional_characters_find_simplified_ones(
    told: Deck, traditional: str, simplified: str
) -> None:
    assert found(told, traditional) == found(told, simplified) != []


@pytest.mark.parametrize(
    "name, typed",
    [
        ("Café Noël", "cafe noel"),
        ("Café Noël", "CAFE\u0301"),
        ("Cafe\u0301", "café"),
        ("Łódź", "lodz"),
        ("Łódź", "Łódź"),
        ("Lodz", "łódź"),
        ("Ærø, Đà Nẵng", "aero da nang"),
        ("Straße", "strasse"),
        ("湧現能力", "涌现"),
        ("涌现能力", "湧現"),
        ("ﬁne-tuning", "finetuning"),
        ("한국어", "한국어"),
        ("Дерево", "дерево"),
        ("μ-law α", "α"),
    ],
)
def test_a_name_is_found_with_and_without_its_accents_and_in_both_kinds_of_chinese(
    name: str, typed: str
) -> None:
    assert rank(words_of((name,)), matching(typed)) is not None


def test_a_chinese_and_an_english_user_find_the_same_term(told: Deck) -> None:
    for typed in ("思维链", "chain of thought"):
        assert "term:cot" in found(told, typed), typed


def test_a_name_that_starts_so_comes_before_a_word_and_that_before_what_contains_it() -> None:
    query = matching("code")
    names = ("code", "code-davinci", "training on code", "decoder", "tokens")
    ranks = [rank(words_of((name,), ("a code of law",)), query) for name in names]

    assert ranks == [0, 1, 2, 3, 4]
    assert rank(words_of(("tokens",)), query) is None


def test_a_sentence_is_found_by_how_its_words_begin_and_never_across_two_of_them() -> None:
    sentence = words_of(("In July it was injected into GPT-3 by the code",))

    assert rank(sentence, matching("inj")) == 2
    assert rank(sentence, matching("ode")) is None
    assert rank(sentence, matching("gpt3")) == 2
    assert rank(words_of(("In July it was released to all",)), matching("inj")) is None
    assert rank(words_of(("七月里GPT-3学会了推理",)), matching("gpt3")) == 3
    assert rank(words_of(("七月里GPT-3学会了推理",)), matching("推理")) == 3


def test_words_in_any_order_are_found_where_all_of_them_are_said() -> None:
    words = words_of(("text-davinci-001",), ("The default of InstructGPT",))

    assert rank(words, matching("instructgpt davinci")) == 4
    assert rank(words, matching("instructgpt cushman")) is None


def test_kinds_come_in_one_order_and_equals_in_the_order_of_the_deck(told: Deck) -> None:
    kinds = [it.kind for it in groups(told, "davinci")]
    models = [it for it in found(told, "text-davinci") if it.startswith("model:")]

    assert kinds == [kind for kind in KINDS if kind in kinds]
    assert models == [f"model:text-davinci-00{number}" for number in (1, 2, 3)]


def test_nothing_typed_lists_the_first_of_every_kind(told: Deck) -> None:
    listed = groups(told, " ")

    assert [it.kind for it in listed] == list(KINDS)
    assert sum(it.count for it in listed) == len(entries(told))
    assert all(len(it.entries) <= 6 for it in listed)


def test_a_kind_is_listed_whole_when_it_is_unfolded(told: Deck) -> None:
    folded = {it.kind: it for it in groups(told, "the")}
    whole = {it.kind: it for it in groups(told, "the", KINDS, KINDS)}

    assert len(folded["claim"].entries) < folded["claim"].count
    assert len(whole["claim"].entries) == whole["claim"].count
    assert whole["claim"].entries[:5] == folded["claim"].entries


def test_a_slip_of_the_hand_is_answered_with_names_like_it(told: Deck) -> None:
    assert found(told, "reasoninq") == []

    assert "stage:reasoning" in [f"{it.kind}:{it.id}" for it in suggestions(told, "reasoninq")]
    assert suggestions(told, "§§§§") == ()


@given(typed=some.text(max_size=20))
def test_whatever_is_typed_has_an_answer(typed: str) -> None:
    listed = groups(TINY, typed)
    alike = suggestions(TINY, typed)

    assert all(it.count >= len(it.entries) > 0 for it in listed)
    assert len(alike) <= 3


def test_every_entry_has_two_lines_in_both_languages_and_is_found_by_its_id(told: Deck) -> None:
    for it in entries(told):
        assert it.name.en
        assert it.name.zh
        assert it.below.en
        assert it.below.zh
        assert rank(it.words, matching(it.id)) == 0, it.id


@pytest.mark.parametrize("presenting", [True, False])
def test_choosing_leads_there_and_keeps_the_step_except_where_a_stage_is_chosen(
    told: Deck, *, presenting: bool
) -> None:
    start = replace(first_state(told, "en", "light"), presenting=presenting)
    for it in entries(told):
        if presenting and it.kind not in TALK_KINDS:
            continue
        after = update(told, start, order_for(told, it))
        assert (after.step == start.step) == (it.kind != "stage" or it.id == "surprise"), it.id
        assert it.kind == "stage" or is_away(told, after), it.id


STARTS = {
    "title": State(step=StepId("surprise/title")),
    "map": State(step=StepId("meeting/arrival")),
    "chart": State(step=StepId("reasoning/who-can"), panel=False),
    "exploring": State(step=StepId("meeting/arrival"), mode="explore", away=View()),
    "near": State(
        step=StepId("meeting/arrival"),
        mode="explore",
        away=View(select=ModelId("chatgpt"), camera=Camera(x=0.1, y=0.1, zoom=6.0)),
    ),
    "talk": State(step=StepId("meeting/arrival"), presenting=True),
}


def seen(told: Deck, state: State) -> tuple[object, ...]:
    """Return all that the picture and the panel are made from."""
    return shown_view(told, state), is_away(told, state), state.mode, state.panel, state.step


def is_there(told: Deck, state: State, chosen: Entry) -> bool:
    """Tell whether what was chosen is what one sees."""
    view = shown_view(told, state)
    match chosen.kind:
        case "stage":
            at = steps_of(told, StageId(chosen.id))[0]
            return state.step == at and not is_away(told, state) and state.mode == "story"
        case "model":
            return view.select == chosen.id and view.open == "" and state.panel
        case "ability" if state.presenting:
            return view.lens == f"ability:{chosen.id}"
        case _:
            return view.open == f"{chosen.kind}:{chosen.id}" and state.panel


@pytest.mark.parametrize("name", STARTS)
def test_whatever_is_chosen_is_seen_and_chosen_again_it_stays(told: Deck, name: str) -> None:
    start = STARTS[name]
    for it in entries(told):
        if start.presenting and it.kind not in TALK_KINDS:
            continue
        order = order_for(told, it)
        there = update(told, start, order)
        assert is_there(told, there, it), it.id
        # Where nothing changes it was there already, and that is said.
        assert (seen(told, there) != seen(told, start)) or is_there(told, start, it), it.id
        assert update(told, there, order) is there, it.id


def test_what_a_step_shows_by_itself_is_told_of_when_it_is_chosen(told: Deck) -> None:
    tried = 0
    for name in steps(told):
        own, start = step(told, name).view, State(step=name)
        chosen = [entry(told, "model", own.select)] if own.select else []
        kind, _, word = own.open.partition(":")
        chosen += [it for it in entries(told) if (it.kind, it.id) == (kind, word)]
        for it in chosen:
            there = update(told, start, order_for(told, it))
            assert is_away(told, there), (name, it.id)
            assert is_there(told, there, it), (name, it.id)
            assert update(told, there, NextStep()) == start
            assert update(told, there, Escape()) == start
            tried += 1

    assert tried > 20


def test_a_model_that_is_looked_up_comes_into_sight(told: Deck) -> None:
    start = STARTS["near"]
    there = update(told, start, order_for(told, entry(told, "model", "chatgpt")))
    camera = shown_view(told, there).camera

    assert camera is not None
    assert camera.zoom == 6.0
    place, grid = layout(told).places[ModelId("chatgpt")], layout(told)
    assert abs((place.column + 0.5) / grid.columns - camera.x) < 0.5 / camera.zoom
    assert abs((place.row + 0.5) / len(grid.rows) - camera.y) < 0.5 / camera.zoom


def test_a_stage_is_found_by_the_sentence_that_one_of_its_steps_has_of_its_own(told: Deck) -> None:
    for stage in told.stages.values():
        for own in (it.headline for it in stage.steps if it.headline):
            for language in LANGUAGES:
                query = matching(own.plain(language))
                found_by = rank(entry(told, "stage", stage.id).words, query)
                assert found_by is not None, own
