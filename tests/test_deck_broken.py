"""Every broken deck in `broken_decks` gives exactly the messages that stand beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.deck import check_deck, load_deck
from explainer.errors import DeckError

FOLDERS = sorted(Path(__file__).with_name("broken_decks").iterdir())
IN_CHINESE = [folder for folder in FOLDERS if (folder / "expected.zh.txt").exists()]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_broken_deck_gives_its_messages(folder: Path) -> None:
    deck, problems = check_deck(folder)

    assert deck is None
    assert "\n".join(map(str, problems)) + "\n" == (folder / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize("folder", IN_CHINESE, ids=lambda folder: folder.name)
def test_a_broken_deck_gives_its_messages_in_chinese(folder: Path) -> None:
    _, problems = check_deck(folder)

    said = "\n".join(problem.say("zh") for problem in problems) + "\n"
    assert said == (folder / "expected.zh.txt").read_text("utf-8")


def test_a_broken_deck_is_never_loaded() -> None:
    for folder in FOLDERS:
        with pytest.raises(DeckError):
            load_deck(folder)


def test_an_error_that_is_raised_says_every_problem_on_a_line_of_its_own() -> None:
    folder = FOLDERS[15]

    with pytest.raises(DeckError) as caught:
        load_deck(folder)

    assert str(caught.value) + "\n" == (folder / "expected.txt").read_text("utf-8")
