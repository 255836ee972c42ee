"""The messages of a check, its headline, and the preview beside them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from checks import at_step, examined, said
from decks import deck_folder, deck_text
from rulers import PlainRuler

from explainer.check import (
    headline,
    message_rows,
    messages_picture,
    not_run_picture,
    preview_picture,
)
from explainer.deck import Examined, examine
from explainer.errors import Problem
from explainer.picture import Clip, Picture, TextLine
from explainer.schema import LANGUAGES, Language

RULER = PlainRuler()
WIDTHS = (520.0, 900.0, 1240.0, 1660.0)


def told(found: Examined, selected: int = 0, width: float = 1240.0) -> str:
    rows = message_rows(found, "en", width, RULER)
    picture, _ = messages_picture(rows, selected, "en", width, RULER)
    return said(picture).replace("\n", " ")


def test_errors_stand_before_warnings_each_with_place_and_step() -> None:
    found = examined([at_step(0, 0, "W604-many-new", line=2), at_step(2, 1, line=9)])

    words = told(found)
    assert words.index("story.yaml:9 3.2") < words.index("story.yaml:2 1.1")


def test_what_is_wrong_and_what_to_do_are_two_sentences() -> None:
    problem = Problem("E301-no-model", "a.yaml", values=(("id", "codecs"),), nearest="codex")

    assert problem.what_and_remedy("en") == (
        "No model has the id “codecs”.",
        "Name one of the deck's models; did you mean “codex”?",
    )
    assert problem.what_and_remedy("zh") == (
        "没有标识为“codecs”的模型。",
        "请写讲稿中的某个模型；是否想写“codex”？",
    )


@pytest.mark.parametrize("count, words", [(1, "One thing"), (3, "Three things"), (12, "12 things")])
def test_the_headline_says_how_many_things_stop_the_deck(count: int, words: str) -> None:
    problems = [at_step(0, 0, line=at) for at in range(count)]

    assert headline(examined(problems), "en") == f"{words} stop{'s' * (count == 1)} this deck"


def test_without_errors_the_headline_tells_of_warnings_or_of_nothing() -> None:
    warned = examined([at_step(0, 0, "W604-many-new")])

    assert headline(warned, "en") == "One thing could be better"
    assert headline(examined([]), "zh") == "这套讲稿没有问题"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_long_names_stay_in_their_row(language: Language, width: float) -> None:
    long = "/".join(["a-folder-with-a-very-long-name"] * 6) + "/claims.yaml"
    problem = Problem("E301-no-model", long, 12, values=(("id", "one-long-name " * 12),))
    found = examined([problem, at_step(0, 0)])

    picture, _ = messages_picture(
        message_rows(found, language, width, RULER), 0, language, width, RULER
    )
    lines = [shape for shape in picture.shapes if isinstance(shape, TextLine)]
    for line in lines:
        wide = sum(RULER.width(span.text, span.face, line.size) for span in line.spans)
        assert line.x + (wide if line.anchor == "start" else 0) <= width
    assert "…/" in said(picture)


def test_the_selected_row_tells_where_it_stands() -> None:
    found = examined([at_step(0, 0, line=at) for at in range(200)])
    rows = message_rows(found, "en", 900, RULER)

    picture, (top, foot) = messages_picture(rows, 150, "en", 900, RULER)

    assert 0 < top < foot < picture.height


def broken(tmp_path: Path, old: str, new: str) -> Examined:
    text = deck_text("a > b")
    assert old in text
    return examine(deck_folder(tmp_path, text.replace(old, new, 1)))


def test_the_preview_shows_the_step_without_what_is_wrong(tmp_path: Path) -> None:
    found = broken(tmp_path, "select: b", "select: nobody")
    assert found.deck is None
    place = next(at for at, it in enumerate(found.problems) if it.code == "E301")

    picture = preview_picture(found, place, "en", 440, RULER)

    assert any(isinstance(shape, Clip) for shape in picture.shapes)
    assert "Step 1.2 drawn without what is wrong" in said(picture).replace("\n", " ")


def test_the_preview_says_why_there_is_none(tmp_path: Path) -> None:
    models = Problem("E501-date", "models.yaml", 3, 1, "models[0].date", (("given", "soon"),))
    unread = examine(deck_folder(tmp_path, 'models: "'))

    words = {
        said(preview_picture(found, 0, "en", 440, RULER)).replace("\n", " ")
        for found in (examined([models]), examined([at_step(0, 0)]), unread)
    }
    assert words == {
        "This is about the whole deck, not about one slide.",
        "This slide can be drawn once the error is put right.",
        "Nothing can be drawn of a file that cannot be read.",
    }


@pytest.mark.parametrize("width", WIDTHS)
def test_what_was_not_run_is_said_as_on_the_command_line(width: float) -> None:
    unread = examined([Problem("E117-open-quote", "story.yaml", 3)])

    picture = not_run_picture(unread, "en", width, RULER)

    words = said(picture).replace("\n", " ")
    assert words == " ".join(it.say("en") for it in unread.not_run)
    assert "because story.yaml:3 cannot be read" in words
    assert not_run_picture(examined([at_step(0, 0, "W604-many-new")]), "en", width, RULER) == (
        Picture(width, 0.0)
    )


def test_of_very_many_problems_the_first_are_listed_errors_before_warnings() -> None:
    warnings = [at_step(0, 0, "W604-many-new", line=at) for at in range(1, 300)]
    found = examined([*warnings, at_step(0, 0, line=999)])

    assert (len(found.problems), found.more) == (200, 100)
    assert found.problems[0].code == "E301"
    assert (found.errors, found.warnings) == (1, 299)
    assert "100 more problems" in said(not_run_picture(found, "en", 900, RULER))


def test_what_another_process_found_is_the_same(tmp_path: Path) -> None:
    found = broken(tmp_path, "select: b", "select: nobody")

    sent = Examined.unpacked(found.packed())

    names = ("name", "deck", "problems", "errors", "warnings", "more", "spots", "not_run")
    assert [getattr(sent, it) for it in names] == [getattr(found, it) for it in names]
    assert msgspec.msgpack.encode(sent.part) == msgspec.msgpack.encode(found.part)
    assert [sent.step_of(at) for at in range(len(sent.problems))] == [
        found.step_of(at) for at in range(len(found.problems))
    ]
