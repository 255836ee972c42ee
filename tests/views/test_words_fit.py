"""However long a text of a deck is: no word leaves its slide, is cut through or lies on others."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import cycle, islice
from typing import Any

import pytest
from decks import deck_text
from format_page import GARDEN, deck_of, reference_texts
from ink import RULER
from optional_keys import plains, records

from explainer.deck import Deck
from explainer.deck.load import check_texts
from explainer.fits import RATIOS, Fault, faults, fit_problems
from explainer.fits.ink import seen_words
from explainer.picture import Picture, TextLine
from explainer.schema import DeckFile, Language, StepId
from explainer.slide import slide_picture
from explainer.story import steps

REFERENCE = reference_texts()
WORD = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnung"
LONG: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "one word": WORD,
        "200 words": " ".join(["much", "longer", "than", "anybody", "reads"] * 40),
        "60 lines": "\n".join(["abc"] * 60),
    },
    "zh": {
        "one word": f"见{WORD}",
        "60 letters": "续写文本模型照料花园播种回答问题世界小心展示良好示例学习" * 2,
        "60 lines": "\n".join(["续写"] * 60),
    },
}
KINDS = (
    "DeckFile.title",
    "Method.short",
    "Method.name",
    "Source.short",
    "Model.name",
    "Ability.short",
    "Option.says",
    "Stage.headline",
    "MapSlide.callouts",
    "TraceSlide.says",
    "TraceSlide.evidence_says",
    "CompareSlide.aspects",
    "QuestionSlide.asks",
    "Chart.name",
    "Chart.unit",
    "Chart.cannot_show",
    "Experiment.name",
    "Limit.name",
    "Term.name",
)
ALLOWED = {"shortened", "small"}
"""What is told and yet looks as it should."""


def lengthened(kind: str, language: Language, text: str) -> dict[str, str]:
    """Return the files of the page's deck with every text of a kind as long as `text`."""
    record, _, key = kind.partition(".")
    files: dict[str, Any] = plains(REFERENCE)
    for plain in files.values():
        for its_type, held in [*records(plain, DeckFile)]:
            if its_type.__name__ == record and key in held:
                held[key] = _long(held[key], language, text)
    written = {file: json.dumps(it, ensure_ascii=False) for file, it in files.items()}
    return {**REFERENCE, **written}


def _long(value: Any, language: Language, text: str) -> Any:  # noqa: ANN401 - as YAML has it
    if isinstance(value, str):
        return text
    if isinstance(value, list):
        return [_long(item, language, text) for item in value]
    if set(value) == {"en", "zh"}:
        return {**value, language: text}
    return {key: it if key == "claims" else _long(it, language, text) for key, it in value.items()}


def shown(deck: Deck, step: StepId, language: Language, ratio: str) -> Picture:
    return slide_picture(deck, step, language, *RATIOS[ratio], RULER)


def found_in(deck: Deck, language: Language, ratio: str) -> dict[StepId, tuple[Fault, ...]]:
    every = {step: faults(shown(deck, step, language, ratio), RULER) for step in steps(deck)}
    return {step: found for step, found in every.items() if found}


def words_of(picture: Picture) -> list[TextLine]:
    return [it.line for it in seen_words(picture.shapes, RULER)]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", LONG)
def test_long_texts_are_shortened_and_never_leave_their_room(language: Language) -> None:
    turns, ratios = cycle(LONG[language].values()), cycle(RATIOS)
    wrong: list[str] = []
    tried = 0
    for kind, text, ratio in zip(KINDS, turns, ratios, strict=False):
        found, _ = check_texts(lengthened(kind, language, text), "test")
        if found is None:  # too long for the check already
            continue
        tried += 1
        for step, its in found_in(found, language, ratio).items():
            bad = [it for it in its if it.kind not in ALLOWED]
            wrong += [f"{kind} {ratio} {step}: {it.kind} {it.use} {it.words[:30]}" for it in bad]

    assert wrong == []
    assert tried > len(KINDS) / 2


@pytest.mark.usefixtures("qapp")
def test_a_long_name_leaves_the_map_large_enough_to_be_read() -> None:
    name = "Bonsai of the emperor's northern garden house, as it was tended in the year 2022"
    text = GARDEN.replace("name: Bonsai", f'name: "{name}"')
    deck = deck_of({"deck.yaml": text})
    step = StepId("tending/bonsai")

    picture = shown(deck, step, "en", "4:3")

    names = [it for it in words_of(picture) if it.id == "bonsai:name"]
    assert names[0].spans[0].text.endswith("…")
    assert names[0].size >= 0.028 * picture.height
    assert {it.kind for it in faults(picture, RULER)} == {"shortened"}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("focus", ["acorn", "oak", "bonsai", "hedge"])
@pytest.mark.parametrize("ratio", RATIOS)
def test_a_frame_shows_the_words_of_its_models_whole_and_no_half_words(
    focus: str, ratio: str
) -> None:
    callout = f"slide: {{callouts: {{{focus}: {{en: answers every question, zh: 什么都答}}}}}}"
    text = GARDEN.replace(
        'view: {lit: ["descendants:acorn"]}', f"view: {{focus: [{focus}]}}\n        {callout}"
    )
    picture = shown(deck_of({"deck.yaml": text}), StepId("beginning/family"), "en", ratio)

    seen = [*seen_words(picture.shapes, RULER)]
    assert not [it.ink.words for it in seen if it.cut]
    said = " ".join(it.ink.words for it in seen if it.line.id == f"{focus}:callout")
    assert said == "answers every question"


@pytest.mark.usefixtures("qapp")
def test_a_map_of_too_many_models_is_told_once() -> None:
    line = ", ".join(f"m{place} > m{place + 1}" for place in range(60))
    text = deck_text(line)
    deck = deck_of({"deck.yaml": text})

    every = [*fit_problems(deck, {"deck.yaml": text}, RULER)]
    told = every[-1].problems

    assert every[-1].done == len(steps(deck)) > 60

    (small,) = [it for it in told if it.code == "W624"]
    assert re.search(r"only [\d.]+% of the slide's height", small.message("en"))


@pytest.mark.usefixtures("qapp")
def test_measuring_tells_how_far_it_is_and_stops_where_it_is_left() -> None:
    deck = deck_of(REFERENCE)

    measuring = fit_problems(deck, REFERENCE, RULER)

    assert [(it.done, it.problems) for it in islice(measuring, 2)] == [(1, ()), (2, ())]
    assert next(measuring).total == len(steps(deck))
