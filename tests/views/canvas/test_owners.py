"""What a lens or a step says at a model stands there, and is never read as another model's."""

from __future__ import annotations

import re
from functools import cache

import pytest
from ink import RULER
from msgspec.structs import replace
from several import FOLDER

from explainer.canvas.owners import Owner, Owners
from explainer.deck import Deck
from explainer.deck.load import check_texts
from explainer.fits import RATIOS, fit_problems
from explainer.fits import faults as faults_of
from explainer.picture import Picture, Shape, TextLine
from explainer.routes import Rect
from explainer.schema import LANGUAGES, Language, StepId
from explainer.slide import slide_picture

pytestmark = pytest.mark.usefixtures("qapp")
MODELS = (
    *("transformer", "gpt1", "t5", "llama", "alpaca", "vicuna", "openllama", "llama2"),
    *("llama2-chat", "code-llama", "code-llama-python", "code-llama-instruct"),
)
CHANGES = ("gained", "strengthened", "unlocked", "injected", "recovered", "weakened")
CERTAINTIES = ("stated", "likely", "conjectured")
STEP = StepId("attention/under")
LENS = "      - {id: under, view: {lens: 'ability:understanding'}}\n"


def crowded_texts() -> dict[str, str]:
    """Return the files of a deck of fourteen models, in all of which one ability changes."""
    texts = {str(it.relative_to(FOLDER)): it.read_text("utf-8") for it in FOLDER.rglob("*.*")}
    fates = "".join(
        f"  - {{model: {model}, ability: understanding, change: {CHANGES[at % 6]}, "
        f"certainty: {CERTAINTIES[at % 3]}}}\n"
        for at, model in enumerate(MODELS)
    )
    text = texts["deck.yaml"].replace("\nclaims:\n", f"{fates}\nclaims:\n")
    before, _, rest = text.partition("\nstages:\n")
    rest = re.sub(r"(    steps:\n)(?:      .*\n)+", rf"\1{LENS}", rest)
    texts["deck.yaml"] = f"{before}\nstages:\n{rest}"
    return texts


def crowded() -> Deck:
    """Return that deck; its one step shows what became of the ability."""
    deck, problems = check_texts(crowded_texts(), "test")
    assert deck is not None, problems
    return deck


@cache
def shown(language: Language, ratio: str) -> Picture:
    """Return its slide."""
    return slide_picture(crowded(), STEP, language, *RATIOS[ratio], RULER)


def said(picture: Picture) -> set[str]:
    """Return the models at which something is said."""
    ids = (it.id for it in picture.shapes if isinstance(it, TextLine))
    return {it.removesuffix(":callout") for it in ids if it.endswith(":callout")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ratio", RATIOS)
def test_in_a_crowded_lineage_no_word_stands_in_the_row_of_another_model(
    ratio: str, language: Language
) -> None:
    picture = shown(language, ratio)
    rows = {
        it.id.removesuffix(":name"): it.y - it.size * 0.34
        for it in picture.shapes
        if isinstance(it, TextLine) and it.id.endswith(":name")
    }
    for it in picture.shapes:
        if isinstance(it, TextLine) and it.id.endswith(":callout"):
            middle, own = it.y - it.size * 0.35, rows[it.id.removesuffix(":callout")]
            away = min(abs(middle - row) for row in rows.values() if row != own)
            assert abs(middle - own) <= away, it
    assert [it for it in faults_of(picture, RULER) if it.kind == "astray"] == []


def test_most_models_still_have_their_word_there() -> None:
    for ratio in RATIOS:
        assert len(said(shown("en", ratio))) >= len(MODELS) - 3


def test_a_word_without_room_is_told_at_its_fate() -> None:
    texts = crowded_texts()
    (*_, last) = fit_problems(crowded(), texts, RULER)
    lines = texts["deck.yaml"].splitlines()

    told = [it for it in last.problems if it.code == "W629"]

    assert told
    assert not [it for it in last.problems if it.code == "W628"]
    for problem in told:
        line = lines[(problem.line or 0) - 1]
        assert "ability: understanding" in line
        (model,) = re.findall(r"model: ([\w-]+)", line)
        assert any(model not in said(shown(lang, it)) for it in RATIOS for lang in LANGUAGES)


OWN, OTHER = Rect(100, 95, 110, 105), Rect(100, 135, 110, 145)


@pytest.mark.parametrize(
    "words, astray",
    [
        pytest.param(Rect(120, 90, 180, 110), False, id="in its own row"),
        pytest.param(Rect(120, 125, 180, 145), True, id="in the row of another"),
        pytest.param(Rect(100, 112, 160, 126), False, id="below its station"),
        pytest.param(Rect(240, 90, 290, 110), True, id="nearer to another"),
        pytest.param(Rect(40, 90, 80, 110), True, id="beyond a strand"),
    ],
)
def test_words_are_those_of_the_station_that_they_stand_by(words: Rect, *, astray: bool) -> None:
    third = Rect(300, 95, 310, 105)
    owners = Owners(
        {"own": Owner(100, (OWN,)), "other": Owner(140, (OTHER,)), "third": Owner(100, (third,))}
    )
    assert owners.are_astray(words, "own", Rect(85, 0, 90, 200).meets) is astray


def test_the_measuring_finds_a_word_that_stands_by_another_model() -> None:
    picture = shown("en", "16:9")
    names = {it.id: it for it in picture.shapes if isinstance(it, TextLine)}
    moved = tuple(
        _at(it, names["llama:name"]) if it.id.startswith("t5:callout") else it
        for it in picture.shapes
    )
    found = faults_of(Picture(picture.width, picture.height, moved), RULER)
    assert [it.words for it in found if it.kind == "astray"] == ["unlocked"]


def _at(shape: Shape, name: TextLine) -> Shape:
    return replace(shape, y=name.y) if isinstance(shape, TextLine) else shape
