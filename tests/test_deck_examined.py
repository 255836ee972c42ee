"""A deck examined: the step of each problem, and the part that can be drawn in spite of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks import at_step, examined
from decks import deck_folder, deck_text

from explainer.deck import EMBEDDED, examine
from explainer.errors import Problem

BROKEN = Path(__file__).with_name("broken_decks")
READABLE = [
    folder
    for folder in sorted(BROKEN.iterdir())
    if "stages:" in "".join(it.read_text("utf-8", "replace") for it in folder.rglob("*.yaml"))
    and " E1" not in (folder / "expected.txt").read_text("utf-8")
]


def test_a_sound_deck_is_its_own_part(tmp_path: Path) -> None:
    found = examine(deck_folder(tmp_path, deck_text("a > b")))

    assert found.problems == ()
    assert found.part is found.deck is not None


def test_the_embedded_deck_has_all_its_steps() -> None:
    found = examine(EMBEDDED)

    assert found.deck is not None
    assert sum(len(stage.steps) for stage in found.stages) == sum(
        len(stage.steps) for stage in found.deck.stages.values()
    )


def test_a_problem_stands_at_the_step_of_its_path() -> None:
    (spot,) = examined([at_step(2, 1)]).spots

    assert spot is not None
    assert spot.label == "3.2"


def test_what_is_wrong_with_a_stage_stands_at_its_first_step() -> None:
    (spot,) = examined([Problem("E601-headline", "story.yaml", 3, 1, "stages[1].headline")]).spots

    assert spot is not None
    assert (spot.stage, spot.step, spot.label) == (1, 0, "2")


def test_what_is_wrong_with_a_claim_stands_at_the_first_step_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "story.yaml").write_text(
        "stages:\n- id: a\n  steps:\n  - {id: x}\n  - {id: y, claims: [C2]}\n", "utf-8"
    )
    (tmp_path / "claims.yaml").write_text("claims:\n- {id: C1}\n- {id: C2, kind: odd}\n", "utf-8")
    found = examine(tmp_path)

    places = {
        it.path: spot and spot.label
        for it, spot in zip(found.problems, found.spots, strict=True)
        if it.code == "E208"
    }
    assert places == {"claims[1].kind": "1.2"}


def test_the_lineage_belongs_to_no_step() -> None:
    problem = Problem("E501-date", "models.yaml", 3, 1, "models[0].date", (("given", "soon"),))

    assert examined([problem]).spots == (None,)


@pytest.mark.parametrize("folder", READABLE, ids=lambda folder: folder.name)
def test_what_is_sound_of_a_broken_deck_keeps_to_the_steps_of_its_files(folder: Path) -> None:
    found = examine(folder)

    assert found.deck is None
    if found.part is not None:
        written = {(stage.id, step) for stage in found.stages for step in stage.steps}
        kept = {(it.id, step.id) for it in found.part.stages.values() for step in it.steps}
        assert kept <= written
    for at in range(len(found.problems)):
        found.step_of(at)


def test_a_wrong_word_costs_no_more_than_itself(tmp_path: Path) -> None:
    text = deck_text("a > b").replace("select: b", "select: nobody", 1)
    found = examine(deck_folder(tmp_path, text))

    assert found.deck is None
    assert found.part is not None
    stage = found.part.stages["lecture"]  # type: ignore[index]
    assert [step.id for step in stage.steps] == ["a", "b"]
    assert stage.steps[1].view.select == ""


def test_a_text_that_lacks_a_language_says_the_other_one(tmp_path: Path) -> None:
    text = deck_text("a > b")
    first = text.index("headline:")
    line = text[first : text.index("\n", first)]
    english = line[: line.index(", zh:")] + "}"
    found = examine(deck_folder(tmp_path, text.replace(line, english, 1)))

    assert found.deck is None
    assert found.part is not None
    (stage,) = found.part.stages.values()
    assert stage.headline.zh == stage.headline.en
