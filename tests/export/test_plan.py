"""Which files an export writes, and under which names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from exports import DECK, wishes

from explainer.export import OneFileError, Wishes, already_there, plan
from explainer.schema import StageId


def names(asked: Wishes) -> list[str]:
    return [target.path.name for target in plan(DECK, asked)]


def test_a_slide_is_named_by_its_number_and_id(tmp_path: Path) -> None:

    assert names(wishes(tmp_path, slides="8")) == ["08-reasoning.png"]


def test_with_all_steps_each_has_its_number(tmp_path: Path) -> None:
    count = len(DECK.stages[StageId("reasoning")].steps)

    assert names(wishes(tmp_path, slides="8", steps="all")) == [
        f"08-{step}-reasoning.png" for step in range(1, count + 1)
    ]


def test_only_the_last_step_is_written_unless_all_are_asked_for(tmp_path: Path) -> None:
    targets = plan(DECK, wishes(tmp_path))

    assert [it.step for it in targets] == [
        f"{stage.id}/{stage.steps[-1].id}" for stage in DECK.stages.values()
    ]


def test_a_single_step_is_named_as_among_all_steps(tmp_path: Path) -> None:

    assert names(wishes(tmp_path, slides="reasoning/who-can")) == ["08-1-reasoning.png"]


def test_a_step_that_is_chosen_twice_is_written_once(tmp_path: Path) -> None:
    stage = DECK.stages[StageId("reasoning")]
    last = f"reasoning/{stage.steps[-1].id}"

    assert names(wishes(tmp_path, slides=f"8,{last},reasoning/who-can")) == [
        "08-1-reasoning.png",
        "08-reasoning.png",
    ]


def test_one_picture_takes_the_name_of_the_file_that_is_asked_for(tmp_path: Path) -> None:
    asked = replace(wishes(tmp_path, slides="reasoning/who-can"), name="x.png")

    assert [target.path for target in plan(DECK, asked)] == [tmp_path / "x.png"]


def test_several_pictures_do_not_go_into_one_file(tmp_path: Path) -> None:
    asked = replace(wishes(tmp_path, "zh", "en", slides="8"), name="x.png")

    with pytest.raises(OneFileError) as caught:
        plan(DECK, asked)

    assert caught.value.count == 2


def test_several_languages_are_told_apart_by_a_suffix(tmp_path: Path) -> None:

    assert names(wishes(tmp_path, "zh", "en", slides="8")) == [
        "08-reasoning.zh.png",
        "08-reasoning.en.png",
    ]


def test_several_themes_are_told_apart_by_a_suffix(tmp_path: Path) -> None:

    assert names(wishes(tmp_path, slides="8", themes=("light", "dark"))) == [
        "08-reasoning.light.png",
        "08-reasoning.dark.png",
    ]


def test_language_stands_before_theme(tmp_path: Path) -> None:

    assert "08-reasoning.en.dark.png" in names(
        wishes(tmp_path, "zh", "en", slides="8", themes=("light", "dark"))
    )


def test_no_two_pictures_share_a_name(tmp_path: Path) -> None:
    all_names = names(wishes(tmp_path, "zh", "en", themes=("light", "dark"), steps="all"))

    assert len({name.lower() for name in all_names}) == len(all_names)


def test_names_sort_as_the_story_goes(tmp_path: Path) -> None:
    found = names(wishes(tmp_path, steps="all"))

    assert found == sorted(found)


def test_what_stands_in_the_way_is_found_be_it_a_dead_link(tmp_path: Path) -> None:
    targets = plan(DECK, wishes(tmp_path, slides="1-3"))
    targets[0].path.write_text("a file")
    targets[2].path.symlink_to(tmp_path / "nowhere")

    assert already_there(targets) == (targets[0].path, targets[2].path)
